import { type IndexedProblem, listOf } from './indexed.js';
import { type LoadBalance, type Proposal } from './result.js';
import { type RowReader } from './rows.js';

function balanceOf(loads: Int32Array): LoadBalance {
  let [lowest, highest, squares] = [loads.length > 0 ? Number.POSITIVE_INFINITY : 0, 0, 0];
  for (const load of loads) {
    lowest = Math.min(lowest, load);
    highest = Math.max(highest, load);
    squares += load ** 2;
  }
  return { lowest, highest, squares };
}

/** Sets out the evaluators found for each plan, beside the fixed ones. `prices` are those of evaluators, by place. */
export function proposalOf(
  problem: IndexedProblem,
  reader: RowReader,
  found: readonly (readonly number[])[],
  prices: Float64Array,
  lowerBound: number,
): Proposal {
  const { plans, evaluators } = problem;
  const counts = new Int32Array(evaluators.length);
  const pairs = plans.flatMap(({ id: planId }, plan) => {
    const fixed = listOf(problem.fixed, plan);
    return [...fixed, ...found[plan]!]
      .sort((a, b) => a - b)
      .map((e) => {
        counts[e]! += 1;
        return { planId, evaluatorId: evaluators[e]!.id, cost: reader.costOf(plan, e), fixed: fixed.includes(e) };
      });
  });
  const cost = pairs.reduce((sum, pair) => sum + pair.cost, 0);
  const loads = evaluators.map(({ id: evaluatorId, minLoad, maxLoad }, e) => ({
    evaluatorId,
    load: counts[e]!,
    minLoad,
    maxLoad,
    // −0 is not JSON
    price: prices[e]! + 0,
  }));
  return { ok: true, pairs, cost, lowerBound, optimal: cost === lowerBound, loads, balance: balanceOf(counts) };
}
