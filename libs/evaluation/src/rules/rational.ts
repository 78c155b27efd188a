/**
 * An exact fraction: numerator over a positive denominator, always in lowest terms, so that equal values are equal texts.
 * Points of a score are held as fractions until they are rounded, once (convention).
 */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

const TEXT = /^(-?\d+)\/(\d+)$/;

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

/** `n / d` in lowest terms. Throws RangeError for a denominator of 0 or a number that is not a safe integer. */
export function of(n: bigint | number, d: bigint | number = 1n): Rational {
  const [top, bottom] = [toBigInt(n), toBigInt(d)];
  if (bottom === 0n) throw new RangeError('a fraction needs a denominator other than 0');
  const divisor = gcd(top, bottom) * (bottom < 0n ? -1n : 1n);
  return { n: top / divisor, d: bottom / divisor };
}

function toBigInt(value: bigint | number): bigint {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new RangeError(`${value} is not an exact integer`);
  return BigInt(value);
}

/** 0/1. */
export const ZERO: Rational = { n: 0n, d: 1n };

/** a + b. */
export function add(a: Rational, b: Rational): Rational {
  return of(a.n * b.d + b.n * a.d, a.d * b.d);
}

/** Sum of any number of fractions; 0 for none. */
export function sum(values: Iterable<Rational>): Rational {
  let total = ZERO;
  for (const value of values) total = add(total, value);
  return total;
}

/** a × b. */
export function mul(a: Rational, b: Rational): Rational {
  return of(a.n * b.n, a.d * b.d);
}

/** a ÷ b. Throws RangeError when b is 0. */
export function div(a: Rational, b: Rational): Rational {
  return of(a.n * b.d, a.d * b.n);
}

/** Negative when a < b, 0 when equal, positive when a > b. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const [left, right] = [a.n * b.d, b.n * a.d];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The arithmetic mean. Throws RangeError for no values: nothing has no mean, and above all not 0. */
export function mean(values: readonly Rational[]): Rational {
  if (values.length === 0) throw new RangeError('no values have no mean');
  return div(sum(values), of(values.length));
}

/**
 * The nearest multiple of 10^-digits, counted in that unit: points with 2 digits give hundredths, with 0 whole points.
 * A half goes up, towards positive infinity (convention 사사오입; scores are never negative). 1/200 with 2 digits → 1.
 */
export function roundHalfUp(value: Rational, digits: number): number {
  if (!Number.isInteger(digits) || digits < 0) throw new RangeError('digits are a whole number of at least 0');
  const top = 2n * value.n * 10n ** BigInt(digits) + value.d;
  const bottom = 2n * value.d;
  const truncated = top / bottom;
  return Number(top < 0n && truncated * bottom !== top ? truncated - 1n : truncated);
}

/** "n/d" in lowest terms, the form fractions have in JSON: "177/2", whole numbers "5/1". */
export function toText(value: Rational): string {
  return `${value.n}/${value.d}`;
}

/** Reads what `toText` wrote. Throws RangeError for any other text. */
export function parse(text: string): Rational {
  const parts = TEXT.exec(text);
  if (!parts) throw new RangeError(`not a fraction: ${text}`);
  return of(BigInt(parts[1] ?? ''), BigInt(parts[2] ?? ''));
}
