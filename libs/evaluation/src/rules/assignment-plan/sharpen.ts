import { wishOf } from './apart.js';
import { type Surroundings } from './outlook.js';

/** Steps of the ascent, and how many in vain before they get shorter. */
const STEPS = 80;
const PATIENCE = 4;
/** Rounding errors of sums of costs are far below this; a bound on whole costs is whole. */
const ROUNDING = 1e-6;

export interface Sharpened {
  readonly bound: number;
  /** Prices of evaluators at the bound, fractions among them. */
  readonly prices: Float64Array;
}

/** The bound at some prices, and by how much each evaluator is over (above 0) or under what his limits allow there. */
function boundAt(
  { problem, reader, network, choice }: Surroundings,
  prices: Float64Array,
  slope: Float64Array,
): number {
  const { needs, plans, classes } = network;
  slope.fill(0);
  let bound = 0;
  for (let plan = 0; plan < plans; plan += 1) {
    reader.load(plan);
    const { wish, least } = wishOf(problem, reader, choice, classes, plan, needs.reviews[plan]!, prices);
    bound += least;
    for (const e of wish?.chosen ?? []) slope[e]! += 1;
  }
  for (let e = 0; e < prices.length; e += 1) {
    const [price, least, most] = [prices[e]!, needs.least[e]!, needs.most[e]!];
    bound -= price * (price > 0 ? most : least);
    slope[e]! -= price > 0 ? most : price < 0 ? least : Math.min(Math.max(slope[e]!, least), most);
  }
  return bound;
}

/** One step uphill; a price does not jump over 0, where the limit that counts changes. */
function step(prices: Float64Array, slope: Float64Array, length: number): void {
  for (let e = 0; e < prices.length; e += 1) {
    const moved = prices[e]! + length * slope[e]!;
    prices[e] = moved * prices[e]! < 0 ? 0 : moved;
  }
}

/**
 * Raises the Lagrangian bound by a subgradient ascent with all rules in it (step after Polyak, towards `target`). The
 * flow's prices are best for the rules the flow knows; these are better for all of them. Before any branching only.
 */
export function sharpenBound(around: Surroundings, start: Float64Array, target: number): Sharpened {
  const prices = start.slice();
  const slope = new Float64Array(prices.length);
  let best: Sharpened = { bound: Number.NEGATIVE_INFINITY, prices: start };
  let [reach, vain] = [1, 0];
  for (let i = 0; i < STEPS; i += 1) {
    const bound = boundAt(around, prices, slope);
    if (bound > best.bound) [best, vain] = [{ bound, prices: prices.slice() }, 0];
    else if ((vain += 1) >= PATIENCE) [reach, vain] = [reach / 2, 0];
    const steepness = slope.reduce((sum, part) => sum + part ** 2, 0);
    if (steepness === 0 || Math.ceil(bound - ROUNDING) >= target) break;
    step(prices, slope, (reach * (target - bound)) / steepness);
  }
  return { ...best, bound: Math.ceil(best.bound - ROUNDING) };
}
