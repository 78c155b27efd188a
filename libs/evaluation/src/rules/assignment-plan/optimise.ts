import { type Estimate } from './estimate.js';
import { type Network, rescale } from './network.js';
import { addWanted } from './pricing.js';
import { levelPrices, route, type Router } from './route.js';
import { type RowReader } from './rows.js';
import { settle } from './settle.js';

/** Prices that may be off by more units than this are put right in rougher units first. */
const ROUGH = 2;

/**
 * A minimum-cost flow over all pairs, from the prices the network has: solved on the pairs in it, proven by a look at all
 * others (column generation), which join where they would matter. False where there is no flow at all; the nodes with a
 * rank are then a cut.
 */
export function optimise(network: Network, reader: RowReader, router: Router): boolean {
  for (;;) {
    settle(network);
    const routed = route(network, router);
    levelPrices(network);
    const wanted = routed ? 'cheaper' : 'way-out';
    if (addWanted(network, reader, wanted, router.frontier.rank) === 0) return routed;
  }
}

/**
 * The same from estimated prices: on halved costs first, then with doubled prices, round by round (cost scaling, Gabow and
 * Tarjan 1989). Large costs make many different path lengths, halved ones few, and doubled prices leave little to repair.
 */
export function optimiseFrom(
  { prices, error }: Estimate,
  network: Network,
  reader: RowReader,
  router: Router,
): boolean {
  let shift = 0;
  while (error / 2 ** shift >= ROUGH) shift += 1;
  for (let e = 0; e < network.sink; e += 1) network.y[e] = Math.round(prices[e]! / 2 ** shift);
  for (; ; shift -= 1) {
    rescale(network, shift);
    const routed = optimise(network, reader, router);
    if (shift === 0 || !routed) return routed;
    for (let e = 0; e < network.sink; e += 1) network.y[e]! *= 2;
  }
}
