import type { Finding } from '@daegaejo/platform/rules';
import type { RoundPolicy } from './policy.js';
import type { RoundState } from './round-state.js';
import { stageOf, stagesOf } from './stages.js';

/**
 * May a frozen policy still be amended? Between the first mark and the committee, with a reason and both ministries: an
 * error in the rules found then must not have to stand. Afterwards what was decided was decided by the rules of that day.
 */
export const isAmendable = (state: RoundState): boolean => state === 'evaluating' || state === 'scores-locked';

/** What marks were given on, as one text each: it must be the same afterwards, or the sheets would say something else. */
const scales = (policy: RoundPolicy): ReadonlyMap<string, string> =>
  new Map([
    ...policy.criteria.map((criterion): [string, string] => [
      `criteria[${criterion.code}]`,
      `${criterion.max} ${stageOf(criterion)}`,
    ]),
    ...stagesOf(policy).map(({ code, mode }): [string, string] => [`stages[${code}]`, mode]),
    ['scoring.abstention', policy.scoring.abstention ?? 'refused'],
    ['owners', [...policy.owners].sort().join(' ')],
  ]);

/**
 * What an amendment changes although marks rest on it (convention): criteria, their scale and stage, whether one may abstain,
 * and the ministries that must sign. Weights, trimming, floors, bonus, cut-off, ties and rounding may change; sheets stay.
 */
export function amendmentFindings(before: RoundPolicy, after: RoundPolicy): Finding[] {
  const [old, now] = [scales(before), scales(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((what) => old.get(what) !== now.get(what))
    .map((what) => ({ field: what, code: 'round.policy.amendment.fixed', params: { what } }));
}
