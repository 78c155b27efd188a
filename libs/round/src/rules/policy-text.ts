import { formatScore } from '@daegaejo/platform/rules';
import type { RoundPolicy } from './policy.js';

/** A policy with its points as decimal strings, the way the API speaks it. */
export function policyInText(policy: RoundPolicy) {
  const { scoring, bonus } = policy;
  return {
    ...policy,
    criteria: policy.criteria.map((criterion) => ({
      ...criterion,
      weight: formatScore(criterion.weight),
      max: formatScore(criterion.max),
    })),
    scoring: { ...scoring, cutOff: scoring.cutOff === null ? null : formatScore(scoring.cutOff) },
    bonus: { cap: formatScore(bonus.cap), items: bonus.items.map((item) => ({ ...item, max: formatScore(item.max) })) },
  };
}
