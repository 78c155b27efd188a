/** Scores are integers in hundredths of a point; money is an integer number of won. Both travel as decimal strings. */

const SCORE = /^(?!-0\.00$)-?(0|[1-9]\d{0,5})\.\d{2}$/;
const WON = /^(0|[1-9]\d{0,15})$/;

/** "87.50" → 8750. Null where the text is not a decimal with exactly two digits. */
export function parseScore(text: string): number | null {
  if (!SCORE.test(text)) return null;
  return Number(text.replace('.', ''));
}

/** 8750 → "87.50". */
export function formatScore(hundredths: number): string {
  const sign = hundredths < 0 ? '-' : '';
  const digits = String(Math.abs(hundredths)).padStart(3, '0');
  return `${sign}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Largest amount one figure may hold: 1,000조원, more than the national budget, so that sums of a round stay exact in every store. */
export const MAX_WON = 1_000_000_000_000_000n;

/** Tells whether a text is a non-negative integer of at most `most`, by its digits alone: a budget has thousands of cells. */
export function wonUpTo(most: bigint): (text: string) => boolean {
  const limit = String(most);
  return (text) => WON.test(text) && (text.length < limit.length || (text.length === limit.length && text <= limit));
}
const isWon = wonUpTo(MAX_WON);

/** "256200000000" → 256200000000n. Null where the text is not a non-negative integer of at most MAX_WON. */
export const parseWon = (text: string): bigint | null => (isWon(text) ? BigInt(text) : null);

const DIGITS = /^(0|[1-9]\d{0,39})$/;

/** A whole number of won of any size, to say how far too large it is; null where the text is none. Content holds parseWon amounts only. */
export const parseAnyWon = (text: string): bigint | null => (DIGITS.test(text) ? BigInt(text) : null);

/** Sum of won amounts. */
export function sumWon(amounts: Iterable<bigint>): bigint {
  let sum = 0n;
  for (const amount of amounts) sum += amount;
  return sum;
}

/** Sums by some key as decimal strings of won, for JSON. */
export function wonInText(sums: ReadonlyMap<string | number, bigint>): Record<string, string> {
  return Object.fromEntries([...sums].map(([key, won]) => [String(key), String(won)]));
}

/**
 * Splits `total` won in proportion to `weights` by largest remainder (convention): parts always sum to the whole;
 * equal remainders go to the earlier part. Throws RangeError for a negative total or no positive weight.
 */
export function splitWon(total: bigint, weights: readonly bigint[]): bigint[] {
  const whole = sumWon(weights);
  if (total < 0n || whole <= 0n || weights.some((w) => w < 0n))
    throw new RangeError('a split needs a total of at least 0 and positive weights');
  const parts = weights.map((w) => (total * w) / whole);
  const byRemainder = weights
    .map((w, index) => ({ index, remainder: (total * w) % whole }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  let left = total - sumWon(parts);
  for (const { index } of byRemainder) {
    if (left === 0n) break;
    parts[index] = (parts[index] ?? 0n) + 1n;
    left -= 1n;
  }
  return parts;
}
