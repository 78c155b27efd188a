import { Choice } from './choice.js';
import { type PlanClasses } from './classes.js';
import { BLOCKED, type RowReader } from './rows.js';
import { type Needs } from './stock.js';

/** Plans looked at, at least: prices are about evaluators, and few plans are looked at several times. */
const VISITS = 4000;
/** So few plans are solved faster than estimated. */
const FEW = 40;
/** First and last step of a price, as parts of the range of costs. */
const FIRST_STEP = 1 / 8;
const LAST_STEP = 1 / 1024;

export interface Estimate {
  /** Per evaluator. */
  readonly prices: Float64Array;
  /** How far the prices may be off. */
  readonly error: number;
}

function rangeOf(reader: RowReader, plans: number): number {
  let range = 0;
  for (let i = 0; i < Math.min(plans, 16); i += 1) {
    reader.load(Math.floor((i * plans) / 16));
    let [low, high] = [BLOCKED, 0];
    for (const cost of reader.row) if (cost < BLOCKED) [low, high] = [Math.min(low, cost), Math.max(high, cost)];
    range = Math.max(range, high - low);
  }
  return range;
}

/** A step that visits all plans before it comes back, far from neighbours. */
function strideFor(plans: number): number {
  let stride = Math.max(1, Math.floor(plans * 0.618));
  const divides = (a: number, b: number): number => (b === 0 ? a : divides(b, a % b));
  while (divides(stride, plans) > 1) stride += 1;
  return stride;
}

/** Between visits prices fall towards what the evaluator's lightest (below 0) or heaviest load (above 0) allows. */
function drift(prices: Float64Array, { least, most }: Needs, step: number): void {
  for (let e = 0; e < prices.length; e += 1) {
    const price = prices[e]!;
    prices[e] = price > 0 ? Math.max(price - step * most[e]!, -step * least[e]!) : price - step * least[e]!;
  }
}

/**
 * Roughly what each evaluator's places are worth: plan after plan takes its cheapest evaluators, whose prices rise by a
 * step, while all prices fall by their share of it (stochastic subgradient on the dual). Only a start for the exact flow,
 * which takes whatever comes.
 */
export function estimatePrices(reader: RowReader, needs: Needs, classes: PlanClasses): Estimate {
  const plans = needs.reviews.length;
  const prices = new Float64Array(reader.row.length);
  const range = plans === 0 ? 0 : rangeOf(reader, plans);
  if (range === 0 || plans < FEW) return { prices, error: range };
  const choice = new Choice(prices.length);
  const visits = Math.max(VISITS, plans);
  const stride = strideFor(plans);
  let step = range * FIRST_STEP;
  const shrink = (LAST_STEP / FIRST_STEP) ** (1 / visits);
  for (let visit = 0, plan = 0; visit < visits; visit += 1, plan = (plan + stride) % plans, step *= shrink) {
    const wanted = Math.max(needs.reviews[plan]!, 0);
    reader.load(plan);
    choice.gather(reader.row, reader.types(), prices, classes, plan, wanted);
    choice.pickBest(classes, plan, wanted);
    for (let i = 0; i < choice.size; i += 1) prices[choice.chosen[i]!]! += step;
    drift(prices, needs, step / plans);
  }
  return { prices, error: range * LAST_STEP };
}
