import { cellOf, type Network, relink } from './network.js';

/** Arcs of one plan, cheapest first. */
interface Order {
  arcs: Int32Array;
  weights: Float64Array;
  taken: Uint8Array;
  size: number;
}

function sortArcs({ start, now, to, y, on, cell }: Network, plan: number, order: Order): void {
  const { arcs, weights } = order;
  let size = 0;
  for (let a = start[plan]!; a < start[plan + 1]!; a += 1) {
    if (cell[a]! < 0) continue;
    const weight = now[a]! + y[to[a]!]!;
    let i = size;
    // of equal arcs the assigned one comes first, so that little moves when prices change
    for (; i > 0 && (weights[i - 1]! > weight || (weights[i - 1] === weight && on[a]! > on[arcs[i - 1]!]!)); i -= 1) {
      weights[i] = weights[i - 1]!;
      arcs[i] = arcs[i - 1]!;
    }
    weights[i] = weight;
    arcs[i] = a;
    size += 1;
  }
  order.size = size;
  order.taken.fill(0, 0, size);
}

/** Takes the `wanted` cheapest arcs that leave the cells `low` to `high`; returns how many there were. */
function take({ cell }: Network, order: Order, low: number, high: number, wanted: number): number {
  let found = 0;
  for (let i = 0; found < wanted && i < order.size; i += 1) {
    const c = cell[order.arcs[i]!]!;
    if (order.taken[i] === 1 || c < low || c > high) continue;
    order.taken[i] = 1;
    found += 1;
  }
  return found;
}

/** The cheapest reviews of a plan at the present prices: what the innermost cells need first, then their parents. */
function choose(network: Network, order: Order, plan: number): void {
  const { width, floor, count, needs } = network;
  const root = cellOf(network, plan);
  const wanted = Math.max(needs.reviews[plan]!, 0);
  let got = 0;
  if (width > 2) {
    count[root + 2] = take(network, order, root + 2, root + 2, floor[root + 2]!);
    count[root + 3] = take(network, order, root + 3, root + 3, floor[root + 3]!);
    got = count[root + 2]! + count[root + 3]!;
  }
  if (width > 1)
    got += take(
      network,
      order,
      root + 1,
      root + Math.min(width - 1, 2),
      floor[root + 1]! - (width > 2 ? count[root + 2]! : 0),
    );
  got += take(network, order, root, root + width - 1, wanted - got);
  if (got < wanted) throw new Error('a plan has fewer arcs than reviews');
}

/** Marks the chosen arcs, counts what passes each cell and prices the cells as low as the choice allows. */
function enter(network: Network, order: Order, plan: number): void {
  const { width, cell, on, count, y } = network;
  const root = cellOf(network, plan);
  for (let c = root; c < root + width; c += 1) {
    count[c] = 0;
    y[c] = Number.NEGATIVE_INFINITY;
  }
  for (let i = 0; i < order.size; i += 1) {
    const a = order.arcs[i]!;
    const c = cell[a]!;
    on[a] = order.taken[i]!;
    if (on[a] === 0) continue;
    count[c]! += 1;
    y[c] = Math.max(y[c]!, order.weights[i]!);
  }
  if (width > 2) {
    count[root + 1]! += count[root + 2]!;
    count[root]! += count[root + 3]!;
  }
  if (width > 1) count[root]! += count[root + 1]!;
  if (count[root]! > 0) priceCells(network, root, order.weights[0]!);
}

/**
 * y of a cell is at least the dearest arc it has in use and at least its parent's; where the cell has more than its floor
 * it equals its parent's.
 */
function priceCells({ width, floor, count, y }: Network, root: number, lowest: number): void {
  const slack = (c: number): boolean => c < root + width && count[c]! > floor[c]!;
  if (width > 2 && slack(root + 2)) y[root + 1] = Math.max(y[root + 1]!, y[root + 2]!);
  if (slack(root + 1)) y[root] = Math.max(y[root]!, y[root + 1]!);
  if (slack(root + 3)) y[root] = Math.max(y[root]!, y[root + 3]!);
  y[root] = Math.max(y[root]!, lowest);
  for (let c = root + 1; c < root + width; c += 1) {
    const parent = c === root + 2 ? root + 1 : root;
    y[c] = slack(c) ? y[parent]! : Math.max(y[c]!, y[parent]!);
  }
}

function balanceNodes({ sink, needs, load, carried, excess, y }: Network): void {
  let received = 0;
  for (let e = 0; e < sink; e += 1) {
    const [least, most, price] = [needs.least[e]!, needs.most[e]!, y[e]!];
    carried[e] = price > 0 ? most : price < 0 ? least : Math.min(Math.max(load[e]!, least), most);
    excess[e] = load[e]! - carried[e]!;
    received += carried[e]!;
  }
  const wanted = needs.reviews.reduce((sum, reviews) => sum + Math.max(reviews, 0), 0);
  excess[sink] = received - wanted;
}

/**
 * Starts a flow from the evaluators' prices alone: every plan takes what is cheapest for it. No unit can then be moved at
 * a gain; what is left is the excess of evaluators that too many plans took.
 */
export function settle(network: Network): void {
  const { start, plans, y, sink } = network;
  let most = 0;
  for (let plan = 0; plan < plans; plan += 1) most = Math.max(most, start[plan + 1]! - start[plan]!);
  const order: Order = {
    arcs: new Int32Array(most),
    weights: new Float64Array(most),
    taken: new Uint8Array(most),
    size: 0,
  };
  y[sink] = 0;
  for (let plan = 0; plan < plans; plan += 1) {
    sortArcs(network, plan, order);
    choose(network, order, plan);
    enter(network, order, plan);
  }
  relink(network);
  balanceNodes(network);
}
