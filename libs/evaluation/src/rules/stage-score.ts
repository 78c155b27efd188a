import { criteriaOf, type Stage } from '@daegaejo/round/rules';
import { type AggregatePolicy, byText, type SheetInput } from './aggregate-input.js';
import { add, compare, div, mean, mul, of, type Rational, roundHalfUp, sum, toText } from './rational.js';
import { byTotal, type EvaluatorTotal, type Weighed, weighSheets, type WeightedMark } from './sheet-total.js';
import { cutOf, trimOf, type TrimOutcome } from './trim.js';

/** What one stage comes to. */
export interface StageMean {
  readonly stage: string;
  /** Share of the whole total, hundredths. */
  readonly share: number;
  readonly trim: TrimOutcome;
  /** Exact mean of what counts, in points of the 100.00 of the stage, "n/d". */
  readonly mean: string;
  /** The same in hundredths, half up: for display only, never computed with. */
  readonly display: number;
}

/** One stage of one plan with its exact figures. */
export interface StageScore {
  readonly stage: Stage;
  readonly sheets: readonly EvaluatorTotal[];
  readonly trim: TrimOutcome;
  readonly mean: Rational;
  /** Mean mark on each criterion of the stage, over what counts, in points. */
  readonly criterionMeans: readonly { readonly criterion: string; readonly mean: Rational }[];
}

const extremeOf = (place: number, length: number, { low, high }: { low: number; high: number }) =>
  place < low ? 'lowest' : place >= length - high ? 'highest' : null;

/** Whole sheets are left out by their totals; the mean of the totals that stay. */
function byTotals(weighed: readonly Weighed[], trim: TrimOutcome, stage: string | undefined) {
  const cut = cutOf(trim);
  const sorted = weighed.toSorted(byTotal);
  const kept = sorted.slice(cut.low, sorted.length - cut.high);
  const sheets = sorted.map((sheet, place): EvaluatorTotal => {
    const trimmed = extremeOf(place, sorted.length, cut);
    // sorted by total, so a sheet with the very same total is a neighbour
    const shared = [sorted[place - 1], sorted[place + 1]].some(
      (other) => other && compare(other.total, sheet.total) === 0,
    );
    return totalOf(sheet, stage, { trimmed, sharedExtreme: trimmed !== null && shared });
  });
  const means = (kept[0]?.marks ?? []).map((_, i) => mean(kept.map(({ marks }) => marks[i] ?? of(0))));
  return { sheets, means, mean: mean(kept.map(({ total }) => total)) };
}

/** On each criterion the highest and lowest marks are left out for themselves; the weighed sum of the means that stay. */
function byCriteria(policy: AggregatePolicy, weighed: readonly Weighed[], trim: TrimOutcome, stage: string) {
  const cut = cutOf(trim);
  const parts = weighed.map(({ parts: own }) => [...own]);
  const means = criteriaOf(policy, stage).map((_, i) => {
    const places = weighed.map((_sheet, at) => at).sort((a, b) => byMark(weighed, i, a, b));
    for (const [place, at] of places.entries()) {
      const trimmed = extremeOf(place, places.length, cut);
      const [row, part] = [parts[at], parts[at]?.[i]];
      if (trimmed !== null && row && part) row[i] = { ...part, trimmed };
    }
    const kept = places.slice(cut.low, places.length - cut.high);
    return mean(kept.map((at) => weighed[at]?.marks[i] ?? of(0)));
  });
  const whole = criteriaOf(policy, stage).map(({ weight, max }, i) => mul(of(weight, max), means[i] ?? of(0)));
  const own = policy.stages === undefined ? undefined : stage;
  const sheets = weighed.map((sheet, at) => totalOf({ ...sheet, parts: parts[at] ?? [] }, own, KEPT));
  return { sheets, means, mean: sum(whole) };
}

const KEPT = { trimmed: null, sharedExtreme: false } as const;

/** Of equal marks that of the earlier alias is the lower one: which of them is left out changes no figure. */
function byMark(weighed: readonly Weighed[], i: number, a: number, b: number): number {
  const [left, right] = [weighed[a], weighed[b]];
  if (!left || !right) return 0;
  return compare(left.marks[i] ?? of(0), right.marks[i] ?? of(0)) || byText(left.evaluator, right.evaluator);
}

function totalOf(
  { evaluator, parts, total }: { evaluator: string; parts: readonly WeightedMark[]; total: Rational },
  stage: string | undefined,
  left: Pick<EvaluatorTotal, 'trimmed' | 'sharedExtreme'>,
): EvaluatorTotal {
  const own = stage === undefined ? {} : { stage };
  return { evaluator, ...own, parts, total: toText(total), display: roundHalfUp(total, 2), ...left };
}

/** Scores the sheets of one stage: abstentions, weighted totals, trimming, mean. Expects checked input. */
export function scoreStage(policy: AggregatePolicy, stage: Stage, sheets: readonly SheetInput[]): StageScore {
  const { code } = stage;
  const weighed = weighSheets(policy, sheets, code);
  const trim = trimOf(stage.trim ?? policy.scoring.trim, weighed.length);
  const scored =
    trim.per === 'criterion'
      ? byCriteria(policy, weighed, trim, code)
      : byTotals(weighed, trim, policy.stages === undefined ? undefined : code);
  return {
    stage,
    sheets: scored.sheets.toSorted((a, b) => byText(a.evaluator, b.evaluator)),
    trim,
    mean: scored.mean,
    criterionMeans: criteriaOf(policy, code).map((criterion, i) => ({
      criterion: criterion.code,
      mean: scored.means[i] ?? of(0),
    })),
  };
}

/** The whole: every stage's mean by its share of 100.00. One stage that carries everything is its own mean. */
export function overall(stages: readonly StageScore[]): Rational {
  return div(stages.map(({ stage, mean: own }) => mul(of(stage.share), own)).reduce(add), of(10_000));
}

export const stageMeanOf = ({ stage, trim, mean: exact }: StageScore): StageMean => ({
  stage: stage.code,
  share: stage.share,
  trim,
  mean: toText(exact),
  display: roundHalfUp(exact, 2),
});
