import type { Finding } from '@daegaejo/platform/rules';
import { type AggregateInput, type AggregatePolicy, aggregatePolicyOf, assertSound } from './aggregate-input.js';
import { type CompactPlan, type CompactRound, fromCompact, isCompact, toCompact } from './compact-round.js';
import { faultyPlans } from './faulty-plans.js';
import { inputFindings } from './input-findings.js';
import { type PlanSummary, scoreOf, type Scored, summarise } from './plan-summary.js';
import {
  divisorOf,
  hasAbstention,
  isPlain,
  type Layout,
  layoutOf,
  numberScales,
  type StageScales,
} from './stage-tally.js';
import { rankStandings } from './tie-chain.js';

/** A ranking in order of rank, then of plan id, or why there is none. Plain JSON throughout. */
export type Ranking =
  | { readonly ok: true; readonly rules: AggregatePolicy; readonly plans: readonly PlanSummary[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

function rankBy<N extends number | bigint>(
  policy: AggregatePolicy,
  scales: StageScales<N>,
  plans: readonly CompactPlan[],
): PlanSummary[] {
  const plain = isPlain(policy);
  const mayAbstain = policy.scoring.abstention === 'mean-of-others';
  const scored = plans.map((plan): Scored<N> =>
    scoreOf(policy, scales, plan, plain && !(mayAbstain && hasAbstention(plan))),
  );
  return rankStandings(policy, scales.scale.whole, scored).map((place) => summarise(policy, scales, place));
}

/** The most sheets on a plan, or the largest divisor of its sums where stages or abstentions need one. */
function largestOf(policy: AggregatePolicy, layout: Layout, plans: readonly CompactPlan[]): bigint {
  const sheets = BigInt(plans.reduce((most, plan) => Math.max(most, plan.sheets.length), 0));
  if (isPlain(policy) && policy.scoring.abstention !== 'mean-of-others') return sheets;
  return plans.reduce((most, plan) => {
    const divisor = divisorOf(policy, layout, plan);
    return divisor > most ? divisor : most;
  }, sheets);
}

/** The findings of some plans, in the words of the form they were given in. */
function findingsAt(places: ReadonlySet<number>, input: AggregateInput | CompactRound): Finding[] {
  const pick = <T>(plans: readonly T[]): T[] => plans.filter((_, place) => places.has(place));
  const { policy } = input;
  return inputFindings(
    isCompact(input) ? fromCompact({ policy, plans: pick(input.plans) }) : { policy, plans: pick(input.plans) },
  );
}

/**
 * The ranking of a round by the rules `aggregate` explains, to the last digit the same, without the explanation: time
 * grows with the number of marks, and with n log n of the plans. Exact throughout: whole numbers over one denominator.
 * Throws RangeError only for a policy the round would have refused.
 */
export function rankRound(input: AggregateInput | CompactRound): Ranking {
  const policy = aggregatePolicyOf(input.policy);
  assertSound(policy);
  const compacted = isCompact(input) ? { ok: true as const, round: input } : toCompact(input);
  if (!compacted.ok) return compacted;
  const { plans } = compacted.round;
  const faulty = faultyPlans(compacted.round);
  if (faulty.size > 0) return { ok: false, findings: findingsAt(faulty, input) };
  const highestMax = policy.criteria.reduce((most, { max }) => Math.max(most, max), 0);
  const layout = layoutOf(policy);
  const exact = { layout, scale: layout.scale, stages: layout.stages.map(({ scale }) => scale) };
  const fast = numberScales(layout, highestMax, largestOf(policy, layout, plans));
  return { ok: true, rules: policy, plans: fast ? rankBy(policy, fast, plans) : rankBy(policy, exact, plans) };
}
