import { invalid } from '@daegaejo/platform';
import { parseScore } from '@daegaejo/platform/rules';
import { policyInText, type RoundPolicy, type TieRule } from '../rules/index.js';
import type { PolicyDto } from './policy.dto.js';

/** Policy as sent → policy as the rules know it. The DTO was checked; a tie rule without its criterion is 422. */
export function toPolicy(dto: PolicyDto): RoundPolicy {
  const { scoring, bonus } = dto;
  return {
    ...dto,
    criteria: dto.criteria.map((criterion) => ({
      ...criterion,
      weight: points(criterion.weight),
      max: points(criterion.max),
    })),
    scoring: { ...scoring, cutOff: scoring.cutOff === null ? null : points(scoring.cutOff) },
    bonus: { cap: points(bonus.cap), items: bonus.items.map((item) => ({ ...item, max: points(item.max) })) },
    tieChain: dto.tieChain.map((rule, index): TieRule => {
      if (rule.by === 'base-score') return { by: 'base-score' };
      if (rule.criterion === undefined)
        throw invalid([{ field: `tieChain[${index}].criterion`, code: 'field.text', params: { min: 1, max: 32 } }]);
      return { by: 'criterion', criterion: rule.criterion };
    }),
  };
}

/** Policy as the rules know it → as sent. */
export const policyView = (policy: RoundPolicy): PolicyDto => policyInText(policy) as unknown as PolicyDto;

const points = (text: string): number => parseScore(text) ?? 0;
