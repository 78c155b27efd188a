import { type Network } from './network.js';
import { createWalk, pushAll, type Walk } from './push.js';
import { createFrontier, type Frontier, search } from './search.js';

export interface Router {
  readonly frontier: Frontier;
  readonly walk: Walk;
}

export function createRouter(network: Network): Router {
  return { frontier: createFrontier(network), walk: createWalk(network) };
}

/**
 * The primal-dual method (Ford, Fulkerson 1957): prices rise along shortest paths, then all units that can move at no cost
 * move at once. Returns false where some units cannot move at all; `frontier` then holds what they reach, a cut.
 */
export function route(network: Network, { frontier, walk }: Router): boolean {
  let left = 0;
  for (const excess of network.excess) left += Math.max(excess, 0);
  while (left > 0) {
    if (search(network, frontier) === Number.POSITIVE_INFINITY) return false;
    left -= pushAll(network, frontier, walk);
  }
  return true;
}

/** Prices relative to the sink's, as `settle` and every bound take them. */
export function levelPrices({ y, sink }: Network): void {
  const level = y[sink]!;
  for (let node = 0; node < y.length; node += 1) y[node]! -= level;
}
