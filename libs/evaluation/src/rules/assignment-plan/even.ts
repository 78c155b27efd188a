import { type Network } from './network.js';
import { addWanted } from './pricing.js';
import { pushAll } from './push.js';
import { type Router } from './route.js';
import { type RowReader } from './rows.js';
import { search } from './search.js';

/**
 * An evaluator whose load may change at the same cost. A price above or below 0 says that every assignment of this cost
 * has him at his highest or lowest load.
 */
function isFree({ y }: Network, e: number): boolean {
  return y[e] === 0;
}

function spreadOf(network: Network, held: Int32Array): { lowest: number; highest: number } {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let e = 0; e < network.sink; e += 1) {
    if (!isFree(network, e)) continue;
    lowest = Math.min(lowest, network.load[e]! + held[e]!);
    highest = Math.max(highest, network.load[e]! + held[e]!);
  }
  return { lowest, highest };
}

/** Loads of `level` and above give down to level − 1, loads of level − 2 and below take up to it. */
function aim(network: Network, held: Int32Array, level: number): void {
  const { sink, load, needs, excess } = network;
  for (let e = 0; e < sink; e += 1) {
    const over = isFree(network, e) ? load[e]! + held[e]! - (level - 1) : 0;
    excess[e] = over > 0 ? Math.min(over, load[e]! - needs.least[e]!) : Math.max(over, load[e]! - needs.most[e]!);
  }
}

/**
 * Makes the loads as even as they can be without a change in cost: units move from heavier to lighter loads along ways
 * that cost nothing, heaviest first, until no load can shrink in favour of one that is smaller by two or more. That is the
 * smallest sum of squared loads among the assignments of this cost (convex flow). `held` are loads from fixed pairs.
 */
export function evenOut(network: Network, reader: RowReader, router: Router, held: Int32Array): void {
  const { excess, carried, load, y, sink } = network;
  const { frontier, walk } = router;
  // loads change hands between evaluators here: the sink takes no part
  y[sink] = Number.POSITIVE_INFINITY;
  excess[sink] = 0;
  const { lowest, highest } = spreadOf(network, held);
  for (let level = highest; level >= lowest + 2; level -= 1) {
    do {
      aim(network, held, level);
      while (search(network, frontier, 0) === 0) pushAll(network, frontier, walk);
    } while (addWanted(network, reader, 'even', frontier.rank) > 0);
  }
  y[sink] = 0;
  excess.fill(0);
  carried.set(load);
}
