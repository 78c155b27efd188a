import { meanOf } from './answer.js';
import { countingStages, type Frame, type StageFrame } from './frame.js';

/** Scores closer than this (in points) are the same score: what is left of floating point, no judgement. */
export const TIE = 1e-9;

/** How the totals of a plan's sheets become one figure: by the policy's trimming, without trimming, or their median. */
export type Estimator = 'policy' | 'untrimmed' | 'median';

/** How many of the lowest totals are left out and how many count after them, out of so many sheets. */
export function trimmed({ highest, lowest, minimumKept }: StageFrame['trim'], sheets: number): [number, number] {
  const kept = sheets - highest - lowest;
  return kept >= Math.max(1, minimumKept) ? [lowest, kept] : [0, sheets];
}

/** Sorts part of a list of sheets by their values, in place; quick when it is nearly in order already. */
export function sortPart(order: Int32Array, values: Float64Array, from: number, to: number): void {
  for (let i = from + 1; i < to; i += 1) {
    const sheet = order[i]!;
    const value = values[sheet]!;
    let at = i - 1;
    for (; at >= from && values[order[at]!]! > value; at -= 1) order[at + 1] = order[at]!;
    order[at + 1] = sheet;
  }
}

/** Mean of the totals that count, of sheets in ascending order. */
export function meanOfPart(order: Int32Array, values: Float64Array, from: number, first: number, kept: number): number {
  let sum = 0;
  for (let i = from + first; i < from + first + kept; i += 1) sum += values[order[i]!]!;
  return sum / kept;
}

function estimate(sorted: readonly number[], { trim }: StageFrame, estimator: Estimator): number {
  const count = sorted.length;
  if (estimator === 'median') return (sorted[Math.floor((count - 1) / 2)]! + sorted[Math.floor(count / 2)]!) / 2;
  const [first, kept] = estimator === 'policy' ? trimmed(trim, count) : [0, count];
  return sorted.slice(first, first + kept).reduce((sum, total) => sum + total, 0) / kept;
}

/** Totals of a plan's sheets without one evaluator's, whose marks then fill nobody's abstention either. */
function totalsWithout({ start, evaluator, criteria, weights, given }: StageFrame, plan: number, without: number) {
  const width = criteria.length;
  const sheets: number[] = [];
  for (let sheet = start[plan]!; sheet < start[plan + 1]!; sheet += 1)
    if (evaluator[sheet] !== without) sheets.push(sheet);
  const means = criteria.map((_, c) =>
    meanOf(sheets.map((sheet) => given[sheet * width + c]!).filter((ratio) => !Number.isNaN(ratio))),
  );
  return sheets.map((sheet) =>
    means.reduce((total, mean, c) => {
      const ratio = given[sheet * width + c]!;
      return total + weights[c]! * (Number.isNaN(ratio) ? mean : ratio);
    }, 0),
  );
}

/** A plan's score in points, bonus included; NaN when it has none. `without` leaves out one evaluator's sheets. */
export function scoreOf(frame: Frame, plan: number, estimator: Estimator = 'policy', without = -1): number {
  let score = frame.plans[plan]!.bonus;
  for (const stage of countingStages(frame)) {
    const totals =
      without < 0
        ? [...stage.totals.subarray(stage.start[plan]!, stage.start[plan + 1]!)]
        : totalsWithout(stage, plan, without);
    totals.sort((a, b) => a - b);
    score += totals.length === 0 ? Number.NaN : stage.share * estimate(totals, stage, estimator);
  }
  return score;
}

/** The scores of all plans in the frame's order; NaN where there is none. */
export function scoresOf(frame: Frame, estimator: Estimator = 'policy'): Float64Array {
  return Float64Array.from(frame.plans.map((_, plan) => scoreOf(frame, plan, estimator)));
}

/**
 * The sheets of a plan in a stage that count under the policy's trimming. Which of several equal extremes is left out is
 * decided by their marks in the policy's order, then by the alias, as in the ranking itself.
 */
export function countedSheets({ start, totals, ratios, criteria, trim }: StageFrame, plan: number): number[] {
  const width = criteria.length;
  const byMarks = (a: number, b: number): number => {
    for (let c = 0; c < width; c += 1) {
      const gap = ratios[a * width + c]! - ratios[b * width + c]!;
      if (gap !== 0) return gap;
    }
    return a - b;
  };
  const sheets = Array.from({ length: start[plan + 1]! - start[plan]! }, (_, i) => start[plan]! + i);
  const [first, kept] = trimmed(trim, sheets.length);
  if (kept === sheets.length) return sheets;
  sheets.sort((a, b) => {
    const gap = totals[a]! - totals[b]!;
    return Math.abs(gap) > TIE ? gap : byMarks(a, b);
  });
  return sheets.slice(first, first + kept);
}
