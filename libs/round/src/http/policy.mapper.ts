import { invalid } from '@daegaejo/platform';
import { parseScore } from '@daegaejo/platform/rules';
import { type Criterion, policyInText, type RoundPolicy, type TieRule } from '../rules/index.js';
import type { PolicyDto } from './policy.dto.js';
import type { CriterionDto } from './policy.rubric.dto.js';

/**
 * Policy as sent → policy as the rules know it. The DTO was checked; a tie rule without its criterion is 422. What was not
 * sent stays undefined, which neither the stored text nor the content hash has.
 */
export function toPolicy(dto: PolicyDto): RoundPolicy {
  const { scoring, bonus } = dto;
  return {
    ...dto,
    criteria: dto.criteria.map(toCriterion),
    groups: dto.groups?.map((group) => ({ ...group, weight: points(group.weight) })),
    stages: dto.stages?.map((stage) => ({ ...stage, share: points(stage.share) })),
    scoring: { ...scoring, cutOff: scoring.cutOff === null ? null : points(scoring.cutOff) },
    bonus: {
      cap: points(bonus.cap),
      deductionCap: ifSent(bonus.deductionCap),
      items: bonus.items.map((item) => ({ ...item, max: points(item.max) })),
    },
    tieChain: dto.tieChain.map((rule, index): TieRule => {
      if (rule.by === 'base-score') return { by: 'base-score' };
      if (rule.criterion === undefined)
        throw invalid([{ field: `tieChain[${index}].criterion`, code: 'field.text', params: { min: 1, max: 32 } }]);
      return { by: 'criterion', criterion: rule.criterion };
    }),
  };
}

function toCriterion(dto: CriterionDto): Criterion {
  const { weight, max, floor, commentOutside: band, levels } = dto;
  return {
    ...dto,
    weight: points(weight),
    max: points(max),
    floor: ifSent(floor),
    commentOutside: band && { low: points(band.low), high: points(band.high) },
    levels: levels?.map((level) => ({ ...level, mark: points(level.mark) })),
  };
}

/** Policy as the rules know it → as sent. */
export const policyView = (policy: RoundPolicy): PolicyDto => policyInText(policy) as unknown as PolicyDto;

const points = (text: string): number => parseScore(text) ?? 0;
const ifSent = (text: string | undefined): number | undefined => (text === undefined ? undefined : points(text));
