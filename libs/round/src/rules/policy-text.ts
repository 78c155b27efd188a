import { formatScore } from '@daegaejo/platform/rules';
import type { Criterion } from './criterion.js';
import type { RoundPolicy, Rubric } from './policy.js';

/** What is not given stays so, and is left out of JSON: a policy without the optional amounts stays as it is. */
const ifGiven = (hundredths: number | undefined) => (hundredths === undefined ? undefined : formatScore(hundredths));

function criterionInText(criterion: Criterion) {
  const { weight, max, floor, commentOutside: band, levels } = criterion;
  return {
    ...criterion,
    weight: formatScore(weight),
    max: formatScore(max),
    floor: ifGiven(floor),
    commentOutside: band && { low: formatScore(band.low), high: formatScore(band.high) },
    levels: levels?.map((level) => ({ ...level, mark: formatScore(level.mark) })),
  };
}

/** A scale with its points as decimal strings; what it does not have stays away. */
export function rubricInText<R extends Omit<Rubric, 'bonus'> & Partial<Pick<Rubric, 'bonus'>>>(rubric: R) {
  const { bonus } = rubric;
  return {
    criteria: rubric.criteria.map(criterionInText),
    groups: rubric.groups?.map((group) => ({ ...group, weight: formatScore(group.weight) })),
    stages: rubric.stages?.map((stage) => ({ ...stage, share: formatScore(stage.share) })),
    bonus: bonus && {
      cap: formatScore(bonus.cap),
      deductionCap: ifGiven(bonus.deductionCap),
      items: bonus.items.map((item) => ({ ...item, max: formatScore(item.max) })),
    },
  };
}

/** A policy with its points as decimal strings, the way the API speaks it. */
export function policyInText(policy: RoundPolicy) {
  const { scoring } = policy;
  return {
    ...policy,
    ...rubricInText(policy),
    scoring: { ...scoring, cutOff: scoring.cutOff === null ? null : formatScore(scoring.cutOff) },
  };
}
