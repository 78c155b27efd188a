import type { Finding } from '@daegaejo/platform/rules';
import { type AggregateInput, type AggregatePolicy, assertSound, inputFindings } from './aggregate-input.js';
import {
  type CompactPlan,
  type CompactRound,
  faultyPlans,
  fromCompact,
  isCompact,
  toCompact,
} from './compact-round.js';
import { byMarks, grantedBonuses, trimOf, type TrimOutcome } from './plan-score.js';
import { type Place, type RankedPlan, rankStandings, type Standing } from './tie-chain.js';
import { exactScale, numberScale, type Scale } from './whole-numbers.js';

/** The result of one plan without its recomputation; every field means what it means on the full `RankedPlan`. */
export interface PlanSummary extends Pick<
  RankedPlan,
  | 'planId'
  | 'label'
  | 'trim'
  | 'mean'
  | 'base'
  | 'bonusSum'
  | 'bonus'
  | 'final'
  | 'cutOff'
  | 'passesCutOff'
  | 'criterionMeans'
  | 'rank'
  | 'unresolvedTie'
> {
  readonly sheetCount: number;
}

/** A ranking in order of rank, then of plan id, or why there is none. Plain JSON throughout. */
export type Ranking =
  | { readonly ok: true; readonly rules: AggregatePolicy; readonly plans: readonly PlanSummary[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/** A plan computed but not yet written out. */
interface Scored<N extends number | bigint> extends Standing<N> {
  readonly label: string;
  readonly trim: TrimOutcome;
  /** Sum of the totals that count, over the scale's denominator. */
  readonly total: N;
  readonly bonusSum: number;
  readonly bonus: number;
}

function score<N extends number | bigint>(
  policy: AggregatePolicy,
  { whole, denominator, factors }: Scale<N>,
  { planId, label, sheets, bonuses }: CompactPlan,
): Scored<N> {
  const none = whole.of(0);
  const trim = trimOf(policy, sheets.length);
  const weighed = sheets.map(({ evaluator, marks }) => ({
    evaluator,
    marks,
    total: marks.reduce((sum, mark, i) => whole.add(sum, whole.times(factors[i] ?? none, whole.of(mark))), none),
  }));
  if (trim.outcome === 'applied')
    weighed.sort((a, b) => (a.total < b.total ? -1 : a.total > b.total ? 1 : byMarks(a, b)));
  const first = trim.outcome === 'applied' ? trim.lowest : 0;
  const counted = weighed.slice(first, first + trim.kept);
  const total = counted.reduce((sum, sheet) => whole.add(sum, sheet.total), none);
  const sums = factors.map((_, i) =>
    counted.reduce((sum, { marks }) => whole.add(sum, whole.of(marks[i] ?? Number.NaN)), none),
  );
  const kept = whole.of(trim.kept);
  const unit = 10 ** (2 - policy.scoring.roundingDigits);
  const base = whole.roundHalfUp(total, whole.times(whole.times(kept, denominator), whole.of(unit))) * unit;
  const bonusSum = grantedBonuses(policy, bonuses).reduce((sum, { granted }) => sum + granted, 0);
  const bonus = Math.min(bonusSum, policy.bonus.cap);
  return { planId, label, trim, kept, total, sums, base, bonusSum, bonus, final: base + bonus };
}

function summarise<N extends number | bigint>(
  { criteria, scoring: { cutOff } }: AggregatePolicy,
  { whole, denominator }: Scale<N>,
  { standing, rank, unresolvedTie }: Place<Scored<N>>,
): PlanSummary {
  const { planId, label, trim, kept, total, sums, base, bonusSum, bonus, final } = standing;
  const points = whole.times(kept, whole.of(100));
  return {
    planId,
    label,
    rank,
    unresolvedTie,
    sheetCount: trim.sheets,
    trim,
    mean: whole.toText(total, whole.times(points, denominator)),
    base,
    bonusSum,
    bonus,
    final,
    cutOff,
    passesCutOff: cutOff === null || final >= cutOff,
    criterionMeans: sums.map((sum, i) => ({
      criterion: criteria[i]?.code ?? '',
      mean: whole.toText(sum, points),
      display: whole.roundHalfUp(sum, kept),
    })),
  };
}

function rankBy<N extends number | bigint>(
  policy: AggregatePolicy,
  scale: Scale<N>,
  plans: readonly CompactPlan[],
): PlanSummary[] {
  const scored = plans.map((plan) => score(policy, scale, plan));
  return rankStandings(policy, scale.whole, scored).map((place) => summarise(policy, scale, place));
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
  const { criteria, scoring, bonus, tieChain } = input.policy;
  const policy: AggregatePolicy = { criteria, scoring, bonus, tieChain };
  assertSound(policy);
  const compacted = isCompact(input) ? { ok: true as const, round: input } : toCompact(input);
  if (!compacted.ok) return compacted;
  const { plans } = compacted.round;
  const faulty = faultyPlans(compacted.round);
  if (faulty.size > 0) return { ok: false, findings: findingsAt(faulty, input) };
  const highestMax = criteria.reduce((most, { max }) => Math.max(most, max), 0);
  const mostSheets = plans.reduce((most, { sheets }) => Math.max(most, sheets.length), 0);
  const exact = exactScale(criteria);
  const fast = numberScale(exact, highestMax, mostSheets);
  return { ok: true, rules: policy, plans: fast ? rankBy(policy, fast, plans) : rankBy(policy, exact, plans) };
}
