import { type Arcs } from './arcs.js';
import { cellFor, classOf, type PlanClasses } from './classes.js';
import { type Needs } from './stock.js';

/**
 * The residual network. Nodes: evaluators 0 … m − 1, the sink m, then `width` cells per plan. A plan's cells are its root
 * (0), A (1, child of the root), A and B (2, child of A) and B alone (3, child of the root); each is a lower bound on the
 * reviews that pass it. A unit goes root → cells → evaluator → sink. `y` is the price of a node: an arc with unit i → j
 * still open costs (its cost) + y(j) − y(i) ≥ 0, and exactly 0 where units may move without loss.
 */
export interface Network {
  readonly plans: number;
  readonly sink: number;
  readonly width: number;
  readonly nodes: number;
  readonly needs: Needs;
  readonly classes: PlanClasses;
  /** Arcs of plan p: start[p] … start[p + 1] − 1. */
  start: Int32Array;
  to: Int32Array;
  cost: Int32Array;
  type: Uint8Array;
  /** Cost divided by 2^shift, rounded down: the prices are found roughly first. */
  now: Int32Array;
  shift: number;
  /** Cell the arc leaves from; −1 where the plan must do without the evaluator. */
  cell: Int32Array;
  /** 1 where the pair is assigned. */
  on: Uint8Array;
  /** The assigned arcs of each evaluator, as a list in both directions; −1 ends it. */
  next: Int32Array;
  prev: Int32Array;
  readonly first: Int32Array;
  readonly y: Float64Array;
  /** Least reviews through a cell, and the reviews through it. */
  readonly floor: Int32Array;
  readonly count: Int32Array;
  /** Units that reach a node and do not leave it; below 0: units missing. */
  readonly excess: Int32Array;
  /** Units from an evaluator to the sink. */
  readonly carried: Int32Array;
  readonly load: Int32Array;
}

export function cellOf({ sink, width }: Network, plan: number): number {
  return sink + 1 + plan * width;
}

export function planOf({ sink, width }: Network, cell: number): number {
  return ((cell - sink - 1) / width) | 0;
}

/** Puts the mode of a plan, and whom it must do without, into effect. */
export function bindPlan(network: Network, plan: number): void {
  const { classes, width, floor, start, cell, type, to, on } = network;
  const root = cellOf(network, plan);
  const mode = classes.mode[plan]!;
  if (width > 1) floor[root + 1] = classes.needA[plan]!;
  if (width > 2) {
    floor[root + 2] = Math.max(mode, 0);
    floor[root + 3] = mode < 0 ? 0 : classes.needB[plan]! - mode;
  }
  const without = classes.without.get(plan);
  for (let a = start[plan]!; a < start[plan + 1]!; a += 1) {
    const out = without?.includes(to[a]!) ?? false;
    const rank = width === 1 ? 0 : cellFor(classes, plan, classOf(classes, plan, type[a]!));
    cell[a] = out ? -1 : root + rank;
    if (out) on[a] = 0;
  }
}

/** Adds arcs, in order of plan; what is assigned and all prices stay. */
export function addArcs(network: Network, added: Arcs): void {
  const old = { ...network };
  const size = old.to.length + added.plan.length;
  network.start = new Int32Array(network.plans + 1);
  for (const name of ['to', 'cost', 'now', 'cell', 'next', 'prev'] as const) network[name] = new Int32Array(size);
  network.type = new Uint8Array(size);
  network.on = new Uint8Array(size);
  let at = 0;
  let taken = 0;
  for (let plan = 0; plan < network.plans; plan += 1) {
    network.start[plan] = at;
    for (let a = old.start[plan]!; a < old.start[plan + 1]!; a += 1, at += 1) {
      network.to[at] = old.to[a]!;
      network.cost[at] = old.cost[a]!;
      network.type[at] = old.type[a]!;
      network.on[at] = old.on[a]!;
    }
    for (; added.plan[taken] === plan; taken += 1, at += 1) {
      network.to[at] = added.evaluator[taken]!;
      network.cost[at] = added.cost[taken]!;
      network.type[at] = added.type[taken]!;
    }
  }
  network.start[network.plans] = at;
  rescale(network, network.shift);
  for (let plan = 0; plan < network.plans; plan += 1) bindPlan(network, plan);
  relink(network);
}

export function rescale(network: Network, shift: number): void {
  network.shift = shift;
  for (let a = 0; a < network.cost.length; a += 1) network.now[a] = network.cost[a]! >> shift;
}

/** Rebuilds the lists of assigned arcs and the loads. */
export function relink(network: Network): void {
  const { first, next, prev, to, on, load } = network;
  first.fill(-1);
  load.fill(0);
  for (let a = to.length - 1; a >= 0; a -= 1) {
    if (on[a] === 0) continue;
    const e = to[a]!;
    const second = first[e]!;
    next[a] = second;
    prev[a] = -1;
    if (second >= 0) prev[second] = a;
    first[e] = a;
    load[e]! += 1;
  }
}

/** A network without a single arc; `width` as few cells as the rules need. */
function emptyNetwork(needs: Needs, classes: PlanClasses, width: number): Network {
  const [plans, sink] = [needs.reviews.length, needs.most.length];
  const nodes = sink + 1 + plans * width;
  const none = new Int32Array(0);
  return {
    plans,
    sink,
    width,
    nodes,
    needs,
    classes,
    start: new Int32Array(plans + 1),
    to: none,
    cost: none,
    type: new Uint8Array(0),
    now: none,
    shift: 0,
    cell: none,
    on: new Uint8Array(0),
    next: none,
    prev: none,
    first: new Int32Array(sink),
    y: new Float64Array(nodes),
    floor: new Int32Array(nodes),
    count: new Int32Array(nodes),
    excess: new Int32Array(sink + 1),
    carried: new Int32Array(sink),
    load: new Int32Array(sink),
  };
}

export function createNetwork(needs: Needs, classes: PlanClasses, arcs: Arcs): Network {
  const width = classes.needB.some((need) => need > 0) ? 4 : classes.needA.some((need) => need > 0) ? 2 : 1;
  const network = emptyNetwork(needs, classes, width);
  addArcs(network, arcs);
  return network;
}
