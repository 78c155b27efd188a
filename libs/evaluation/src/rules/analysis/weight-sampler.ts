import type { Random } from './random.js';

/** Pair steps per criterion before the first weighting is taken, and between two that are taken. */
const BURN_IN = 200;
const THINNING = 3;

/** Weightings of one stage; `next` moves `weights` (points, summing to 100) on to another one. */
export interface WeightSampler {
  readonly weights: Float64Array;
  readonly next: () => void;
}

/**
 * Uniform weightings from { w ≥ 0, |w - stated| ≤ band, Σw unchanged }: hit-and-run (Smith 1984) along the directions
 * that take from one criterion and give to another. Every step stays admissible, so nothing is thrown away, and the
 * uniform distribution is the one such steps leave unchanged; neighbouring samples are alike, hence the thinning.
 */
export function weightSampler(stated: Float64Array, band: number, random: Random): WeightSampler {
  const count = stated.length;
  const weights = stated.slice();
  const low = stated.map((weight) => Math.max(0, weight - band));
  const high = stated.map((weight) => Math.min(100, weight + band));
  const step = (): void => {
    const to = random.below(count);
    const other = random.below(count - 1);
    const from = other < to ? other : other + 1;
    const least = Math.max(low[to]! - weights[to]!, weights[from]! - high[from]!);
    const most = Math.min(high[to]! - weights[to]!, weights[from]! - low[from]!);
    const moved = least + random.next() * (most - least);
    weights[to] = weights[to]! + moved;
    weights[from] = weights[from]! - moved;
  };
  const walk = (steps: number): void => {
    // a single criterion keeps its 100
    if (count > 1) for (let i = 0; i < steps; i += 1) step();
  };
  walk(BURN_IN * count);
  return { weights, next: () => walk(THINNING * count) };
}
