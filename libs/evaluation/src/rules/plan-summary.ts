import type { AggregatePolicy } from './aggregate-input.js';
import { settle, type Settlement } from './bonus.js';
import type { CompactPlan } from './compact-round.js';
import { passesOf } from './floors.js';
import type { StageMean } from './stage-score.js';
import { type StageScales, tally } from './stage-tally.js';
import type { Place, RankedPlan, Standing } from './tie-chain.js';
import { byMarks, trimOf, type TrimOutcome, trimOverall } from './trim.js';
import type { Scale } from './whole-numbers.js';

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
  | 'deductionSum'
  | 'deduction'
  | 'final'
  | 'cutOff'
  | 'passesCutOff'
  | 'failedFloors'
  | 'passes'
  | 'criterionMeans'
  | 'stages'
  | 'rank'
  | 'unresolvedTie'
> {
  readonly sheetCount: number;
}

/** A plan computed but not yet written out. */
export interface Scored<N extends number | bigint> extends Standing<N> {
  readonly label: string;
  readonly trims: readonly TrimOutcome[];
  /** What the marks that count weigh together, over the scale's denominator and `kept`. */
  readonly total: N;
  readonly settled: Settlement;
}

/** The plain way: whole sheets of one stage, weighed, sorted and added up. */
function addUp<N extends number | bigint>(
  policy: AggregatePolicy,
  { whole, factors }: Scale<N>,
  { sheets }: CompactPlan,
): Pick<Scored<N>, 'kept' | 'sums' | 'total' | 'trims'> {
  const none = whole.of(0);
  const trim = trimOf(policy.scoring.trim, sheets.length);
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
  return { kept: whole.of(trim.kept), sums, total, trims: [trim] };
}

/** The way of stages, abstentions and single marks trimmed: the sums of the marks that count, weighed at the end. */
function addUpByStage<N extends number | bigint>(
  policy: AggregatePolicy,
  scales: StageScales<N>,
  plan: CompactPlan,
): Pick<Scored<N>, 'kept' | 'sums' | 'total' | 'trims'> {
  const { divisor, sums, trims } = tally(policy, scales, plan);
  return { kept: divisor, sums, total: weightOf(scales.scale, sums), trims };
}

function weightOf<N extends number | bigint>({ whole, factors }: Scale<N>, sums: readonly N[]): N {
  return sums.reduce((total, sum, i) => whole.add(total, whole.times(factors[i] ?? whole.of(0), sum)), whole.of(0));
}

export function scoreOf<N extends number | bigint>(
  policy: AggregatePolicy,
  scales: StageScales<N>,
  plan: CompactPlan,
  plain: boolean,
): Scored<N> {
  const { whole, denominator } = scales.scale;
  const sum = plain ? addUp(policy, scales.scale, plan) : addUpByStage(policy, scales, plan);
  const { kept, sums, total, trims } = sum;
  const unit = 10 ** (2 - policy.scoring.roundingDigits);
  const base = whole.roundHalfUp(total, whole.times(whole.times(kept, denominator), whole.of(unit))) * unit;
  const settled = settle(policy, plan.bonuses, base);
  return { planId: plan.planId, label: plan.label, trims, kept, total, sums, base, settled, final: settled.final };
}

/** Codes of the criteria whose mean mark is below their floor: sum ÷ kept < floor, in whole numbers. */
function failedFloors<N extends number | bigint>(
  { criteria }: AggregatePolicy,
  { whole }: Scale<N>,
  { kept, sums }: Scored<N>,
): string[] {
  return criteria.flatMap(({ code, floor }, i) =>
    floor !== undefined && (sums[i] ?? whole.of(0)) < whole.times(whole.of(floor), kept) ? [code] : [],
  );
}

function stageMeans<N extends number | bigint>({ layout, stages }: StageScales<N>, scored: Scored<N>): StageMean[] {
  return layout.stages.flatMap(({ stage: { code, share }, columns }, at) => {
    const [scale, trim] = [stages[at], scored.trims[at]];
    if (scale === undefined || trim === undefined) return [];
    const { whole, denominator } = scale;
    const total = weightOf(
      scale,
      columns.map((column) => scored.sums[column] ?? whole.of(0)),
    );
    const divisor = whole.times(scored.kept, denominator);
    const mean = whole.toText(total, whole.times(divisor, whole.of(100)));
    return [{ stage: code, share, trim, mean, display: whole.roundHalfUp(total, divisor) }];
  });
}

export function summarise<N extends number | bigint>(
  policy: AggregatePolicy,
  scales: StageScales<N>,
  { standing, rank, unresolvedTie }: Place<Scored<N>>,
): PlanSummary {
  const { criteria, scoring, stages } = policy;
  const { whole, denominator } = scales.scale;
  const { planId, label, trims, kept, total, sums, base, settled } = standing;
  const { bonusSum, bonus, final, ...deducted } = settled;
  const points = whole.times(kept, whole.of(100));
  const [first] = trims;
  const trim = first !== undefined && trims.length === 1 ? first : trimOverall(trims);
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
    ...deducted,
    final,
    cutOff: scoring.cutOff,
    ...passesOf(policy, final, () => failedFloors(policy, scales.scale, standing)),
    criterionMeans: sums.map((sum, i) => ({
      criterion: criteria[i]?.code ?? '',
      mean: whole.toText(sum, points),
      display: whole.roundHalfUp(sum, kept),
    })),
    ...(stages === undefined ? {} : { stages: stageMeans(scales, standing) }),
  };
}
