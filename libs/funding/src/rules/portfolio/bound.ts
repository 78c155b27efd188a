import type { Constraint } from './problem.js';

/** A search over numbers: what each plan is worth, and what a set has to keep, every inequality scaled to about 1. */
export interface Space {
  readonly size: number;
  readonly values: Float64Array;
  readonly rows: readonly { readonly weights: Float64Array; readonly bound: number }[];
  /** Most plans of a set. */
  readonly most: number;
}

/**
 * The search space of some values under constraints. Amounts become floating numbers here, for bounds only: whether a set keeps
 * a constraint is always asked of the exact amounts.
 */
export function spaceOf(values: readonly number[], constraints: readonly Constraint[], most: number): Space {
  return {
    size: values.length,
    values: Float64Array.from(values),
    most: Math.min(most, values.length),
    rows: constraints.map(({ weights, bound }) => {
      const scale = weights.reduce((top, w) => Math.max(top, Math.abs(Number(w))), Math.abs(Number(bound)) || 1);
      return { weights: Float64Array.from(weights, (w) => Number(w) / scale), bound: Number(bound) / scale };
    }),
  };
}

/** What a plan is worth once it pays for what it uses, and what the unused room is worth at the same prices. */
export interface Priced {
  readonly worth: Float64Array;
  readonly room: number;
}

/** The sets of one size, with prices for them and a bound on their value. */
export interface Sized extends Priced {
  readonly size: number;
  readonly bound: number;
}

const ROUNDS = 300;

/**
 * Prices for the constraints (Lagrange multipliers, by the subgradient method, a fixed number of rounds), for sets of each size:
 * room + the best `size` worths is never below the value of a set of that size that keeps everything. Size by size the bound is far
 * closer than for all together, since a part of a plan is worth nothing. The highest bound first.
 */
export function* sizesOf(space: Space, lower: number): Generator<void, Sized[]> {
  const sizes: Sized[] = [];
  for (let size = 0; size <= space.most; size += 1) {
    sizes.push(sizedOf(space, size, lower));
    yield;
  }
  return sizes.sort((a, b) => b.bound - a.bound || b.size - a.size);
}

function sizedOf(space: Space, size: number, lower: number): Sized {
  const prices = new Float64Array(space.rows.length);
  let best: Sized = { ...pricedAt(space, prices), size, bound: Infinity };
  let [damp, still] = [2, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    const at = pricedAt(space, prices);
    const order = [...at.worth.keys()].sort((a, b) => (at.worth[b] ?? 0) - (at.worth[a] ?? 0) || a - b).slice(0, size);
    const bound = at.room + order.reduce((sum, plan) => sum + (at.worth[plan] ?? 0), 0);
    if (bound < best.bound - 1e-9) [best, still] = [{ ...at, size, bound }, 0];
    else if ((still += 1) === 12) [damp, still] = [damp / 2, 0];
    // below what is known already: whatever it may be, it will not be searched
    if (bound < lower) break;
    const slopes = space.rows.map(({ weights, bound: limit }) =>
      order.reduce((sum, plan) => sum - (weights[plan] ?? 0), limit),
    );
    const length = slopes.reduce((sum, slope, row) => sum + (slope > 0 && prices[row] === 0 ? 0 : slope * slope), 0);
    if (length < 1e-18) break;
    const aim = Number.isFinite(lower) ? lower : bound - Math.abs(bound) / 10 - 1;
    const step = (damp * Math.max(bound - aim, 1e-6)) / length;
    for (const [row, slope] of slopes.entries()) prices[row] = Math.max(0, (prices[row] ?? 0) - step * slope);
  }
  return best;
}

function pricedAt({ values, rows }: Space, prices: Float64Array): Priced {
  const worth = Float64Array.from(values);
  let room = 0;
  for (const [row, { weights, bound }] of rows.entries()) {
    const price = prices[row] ?? 0;
    if (price === 0) continue;
    room += price * bound;
    for (let plan = 0; plan < worth.length; plan += 1) worth[plan] = (worth[plan] ?? 0) - price * (weights[plan] ?? 0);
  }
  return { worth, room };
}
