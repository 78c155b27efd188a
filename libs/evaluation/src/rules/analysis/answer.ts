/** Which method answers, and the paper or convention it is taken from. */
export interface Method {
  readonly method: string;
  readonly reference: string;
}

/** The answer where the data cannot carry a figure: what was needed at least, and what there was. */
export interface NotEnoughData extends Method {
  readonly status: 'not-enough-data';
  readonly need: Readonly<Record<string, number>>;
  readonly have: Readonly<Record<string, number>>;
}

/** What every analysis gives: its figures, or why there are none. Plain JSON throughout. */
export type Answer<T> = (Method & { readonly status: 'ok' } & T) | NotEnoughData;

/** Digits kept in every figure that is handed out, so that the same data give the same bytes on every machine. */
export const DIGITS = 4;

/** A figure as it is handed out; never -0. */
export function rounded(value: number, digits = DIGITS): number {
  const unit = 10 ** digits;
  return Math.round(value * unit) / unit || 0;
}

/** The same for a figure that may not exist: what is not a finite number is null, never 0. */
export function roundedOrNull(value: number, digits = DIGITS): number | null {
  return Number.isFinite(value) ? rounded(value, digits) : null;
}

/** Null when there is at least as much of everything as needed, else the answer that says what is missing. */
export function shortfall(
  { method, reference }: Method,
  need: Readonly<Record<string, number>>,
  have: Readonly<Record<string, number>>,
): NotEnoughData | null {
  const enough = Object.entries(need).every(([what, least]) => (have[what] ?? 0) >= least);
  return enough ? null : { method, reference, status: 'not-enough-data', need, have };
}

/** Arithmetic mean; NaN of nothing, because no figures have no mean. */
export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Median; NaN of nothing. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Standard deviation over n - 1; NaN of fewer than two. */
export function deviationOf(values: readonly number[]): number {
  const mean = meanOf(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
}
