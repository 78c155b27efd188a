import type { Criterion } from '@daegaejo/round/rules';
import * as rational from './rational.js';

/** Whole-number arithmetic of one kind of number, exact as long as the numbers stay within what the kind can hold. */
export interface Whole<N extends number | bigint> {
  /** From a safe integer. */
  readonly of: (value: number) => N;
  /** From a whole number known to fit. */
  readonly from: (value: bigint) => N;
  readonly add: (a: N, b: N) => N;
  readonly times: (a: N, b: N) => N;
  /** n/d in lowest terms, as `rational.toText` writes it; n ≥ 0, d > 0. */
  readonly toText: (n: N, d: N) => string;
  /** The whole number nearest to n/d, a half goes up, as `rational.roundHalfUp` does it; n ≥ 0, d > 0. */
  readonly roundHalfUp: (n: N, d: N) => number;
}

function gcd(a: number, b: number): number {
  return b === 0 ? a : gcd(b, a % b);
}

/** Ordinary numbers: exact while nothing exceeds 2^53 - 1. `%` is exact there, `/` alone would not be. */
export const NUMBERS: Whole<number> = {
  of: (value) => value,
  from: Number,
  add: (a, b) => a + b,
  times: (a, b) => a * b,
  toText: (n, d) => {
    const divisor = gcd(n, d);
    return `${n / divisor}/${d / divisor}`;
  },
  roundHalfUp: (n, d) => {
    const rest = n % d;
    return (n - rest) / d + (rest >= d - rest ? 1 : 0);
  },
};

/** BigInt: exact always, and an order of magnitude slower. */
export const BIGINTS: Whole<bigint> = {
  of: BigInt,
  from: (value) => value,
  add: (a, b) => a + b,
  times: (a, b) => a * b,
  toText: (n, d) => rational.toText(rational.of(n, d)),
  roundHalfUp: (n, d) => rational.roundHalfUp({ n, d }, 0),
};

/**
 * One denominator for every total of a round: a sheet's total in hundredths is Σ factor × mark ÷ denominator, so that
 * sheets are added and compared as whole numbers and a fraction is made only once per plan.
 */
export interface Scale<N extends number | bigint> {
  readonly whole: Whole<N>;
  readonly denominator: N;
  /** Per criterion, in the policy's order. */
  readonly factors: readonly N[];
}

/** 100.00, in hundredths: the share of a stage that is all there is. */
const ALL = 10_000;

/**
 * The smallest denominator: the lcm of the maxima, each first reduced by its weight. Where a criterion's stage carries only a
 * share of the whole (hundredths), its weight is share × weight.
 */
export function exactScale(
  criteria: readonly Criterion[],
  shareOf: (criterion: Criterion) => number = () => ALL,
): Scale<bigint> {
  const shares = criteria.map((criterion) =>
    rational.of(BigInt(shareOf(criterion)) * BigInt(criterion.weight), BigInt(ALL) * BigInt(criterion.max)),
  );
  // lcm/d in lowest terms has the part of d that the lcm still lacks as its denominator
  const denominator = shares.reduce((lcm, { d }) => lcm * rational.of(lcm, d).d, 1n);
  return { whole: BIGINTS, denominator, factors: shares.map(({ n, d }) => (n * denominator) / d) };
}

/**
 * The same scale in ordinary numbers, or null when they might not be exact. With D the denominator, K the most sheets on
 * one plan or the largest divisor of its sums (stage-tally.ts) if that is more, M the highest max, and marks within 0 … max as checked before, no intermediate exceeds the larger of
 * - 10,000 × D × K: a sheet's total is at most Σ factor × max = D × Σ weight = 10,000 × D, and sums of totals only grow
 *   towards the sum of all K. The divisors of the mean and its rounding (D × kept × 100 at most) are smaller;
 * - M × K × K: the sum of the marks on a criterion is at most M × K, and comparing two means multiplies it by the
 *   number of sheets of the other plan. Its own divisor (100 × K) is covered by the first. A floor is at most M.
 */
export function numberScale({ denominator, factors }: Scale<bigint>, highestMax: number, mostSheets: number | bigint) {
  const sheets = BigInt(mostSheets);
  const bounds = [10_000n * denominator * sheets, BigInt(highestMax) * sheets * sheets];
  if (bounds.some((bound) => bound > BigInt(Number.MAX_SAFE_INTEGER))) return null;
  return { whole: NUMBERS, denominator: Number(denominator), factors: factors.map(Number) } satisfies Scale<number>;
}
