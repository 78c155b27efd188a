import { fQuantile } from './f-distribution.js';

/** A coefficient with its interval. */
export interface WithInterval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** Mean squares of a table of targets (rows) by judges (columns). */
interface MeanSquares {
  readonly targets: number;
  readonly judges: number;
  readonly error: number;
  readonly within: number;
}

function meanSquares(rows: readonly (readonly number[])[]): MeanSquares {
  const [n, k] = [rows.length, rows[0]?.length ?? 0];
  const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  const grand = sumOf(rows.map(sumOf)) / (n * k);
  const byTarget = k * sumOf(rows.map((row) => (sumOf(row) / k - grand) ** 2));
  const byJudge = n * sumOf(Array.from({ length: k }, (_, j) => (sumOf(rows.map((row) => row[j]!)) / n - grand) ** 2));
  const total = sumOf(rows.map((row) => sumOf(row.map((value) => (value - grand) ** 2))));
  return {
    targets: byTarget / (n - 1),
    judges: byJudge / (k - 1),
    error: Math.max(0, total - byTarget - byJudge) / ((n - 1) * (k - 1)),
    within: (total - byTarget) / (n * (k - 1)),
  };
}

/** Intraclass correlations in the names of Shrout and Fleiss: single and average of k judges. */
export interface Intraclass {
  /** One-way random: judges differ from target to target. */
  readonly icc11: number;
  /** Two-way random, absolute agreement: a judge's level counts as disagreement. */
  readonly icc21: WithInterval;
  readonly icc2k: WithInterval;
  /** Two-way mixed, consistency: a judge's level does not count. */
  readonly icc31: number;
}

/** Limits of ICC(2,1) by Satterthwaite's degrees of freedom (Shrout, Fleiss 1979; McGraw, Wong 1996, table 7). */
function limitsOf({ targets, judges, error }: MeanSquares, n: number, k: number, icc: number, level: number) {
  const a = (k * icc) / (n * (1 - icc));
  const b = 1 + (k * icc * (n - 1)) / (n * (1 - icc));
  const freedom =
    (a * judges + b * error) ** 2 / ((a * judges) ** 2 / (k - 1) + (b * error) ** 2 / ((n - 1) * (k - 1)));
  const tail = (1 + level) / 2;
  const [above, below] = [fQuantile(tail, n - 1, freedom), fQuantile(tail, freedom, n - 1)];
  const rest = k * judges + (k * n - k - n) * error;
  return [
    (n * (targets - above * error)) / (above * rest + n * targets),
    (n * (below * targets - error)) / (rest + n * below * targets),
  ] as const;
}

/**
 * Intraclass correlations of a complete table of at least two targets by two judges (Shrout, Fleiss 1979, doi
 * 10.1037/0033-2909.86.2.420), with F-based limits for the two-way random ones. Null when nothing varies, so that there
 * is nothing to agree on.
 */
export function intraclass(rows: readonly (readonly number[])[], level: number): Intraclass | null {
  const [n, k] = [rows.length, rows[0]?.length ?? 0];
  if (n < 2 || k < 2) return null;
  const squares = meanSquares(rows);
  const { targets, judges, error, within } = squares;
  const spread = targets + (k - 1) * error + (k * (judges - error)) / n;
  if (!(targets > 1e-12) || !(spread > 1e-12)) return null;
  const single = (targets - error) / spread;
  const average = (icc: number): number => (k * icc) / (1 + (k - 1) * icc);
  // judges who agree to the last digit leave no error to test against
  const [low, high] = single < 1 - 1e-9 ? limitsOf(squares, n, k, single, level) : [1, 1];
  return {
    icc11: (targets - within) / (targets + (k - 1) * within),
    icc21: { value: single, low, high },
    icc2k: { value: (targets - error) / (targets + (judges - error) / n), low: average(low), high: average(high) },
    icc31: (targets - error) / (targets + (k - 1) * error),
  };
}
