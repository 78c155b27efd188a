/**
 * The bare problem — reviews per plan, loads, costs, nothing else — solved the way it is usually written: the primal-dual
 * method for minimum-cost flow on the whole matrix, with cost scaling. It is what benches and specs measure the real solver
 * against.
 */
export interface BareProblem {
  readonly plans: number;
  readonly evaluators: number;
  readonly reviews: Int32Array;
  readonly least: Int32Array;
  readonly most: Int32Array;
  /** Row by row; `BARE_BLOCKED` where a pair must not be. */
  readonly costs: Int32Array;
}

export const BARE_BLOCKED = 2 ** 30;

interface Flow extends BareProblem {
  readonly on: Uint8Array;
  /** Plans of each evaluator. */
  readonly held: number[][];
  /** Prices of evaluators, of the sink behind them, and of plans. */
  readonly y: Float64Array;
  readonly carried: Int32Array;
  readonly excess: Int32Array;
  readonly dist: Float64Array;
  /** Order in which nodes were settled, from 1; 0: not at all. */
  readonly rank: Int32Array;
  readonly cursor: Int32Array;
}

/** Every plan takes its cheapest evaluators at the given prices; the prices of plans follow. */
function start(problem: BareProblem, prices: Float64Array): Flow | null {
  const { plans, evaluators: m, reviews, costs, least, most } = problem;
  const nodes = m + 1 + plans;
  const flow: Flow = {
    ...problem,
    on: new Uint8Array(costs.length),
    held: Array.from({ length: m }, () => []),
    y: new Float64Array(nodes),
    carried: new Int32Array(m),
    excess: new Int32Array(m + 1),
    dist: new Float64Array(nodes),
    rank: new Int32Array(nodes),
    cursor: new Int32Array(nodes),
  };
  flow.y.set(prices);
  const best: number[] = [];
  const weights = new Float64Array(m);
  for (let p = 0; p < plans; p += 1) {
    best.length = 0;
    const wanted = reviews[p]!;
    let bar = wanted > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
    for (let e = 0; e < m; e += 1) {
      const weight = costs[p * m + e]! + prices[e]!;
      if (weight >= bar || costs[p * m + e]! >= BARE_BLOCKED) continue;
      weights[e] = weight;
      let i = best.length < wanted ? best.length : wanted - 1;
      for (; i > 0 && weights[best[i - 1]!]! > weight; i -= 1) best[i] = best[i - 1]!;
      best[i] = e;
      if (best.length === wanted) bar = weights[best[wanted - 1]!]!;
    }
    if (best.length < wanted) return null;
    for (const e of best) {
      flow.on[p * m + e] = 1;
      flow.held[e]!.push(p);
      flow.y[m + 1 + p] = weights[e]!;
    }
    flow.excess[m]! -= wanted;
  }
  for (let e = 0; e < m; e += 1) {
    const load = flow.held[e]!.length;
    flow.carried[e] =
      prices[e]! > 0 ? most[e]! : prices[e]! < 0 ? least[e]! : Math.min(Math.max(load, least[e]!), most[e]!);
    flow.excess[e] = load - flow.carried[e]!;
    flow.excess[m]! += flow.carried[e]!;
  }
  return flow;
}

/** A binary heap of [distance, node], the nearest first. */
class Heap {
  private readonly keys: number[] = [];
  private readonly nodes: number[] = [];

  get size(): number {
    return this.nodes.length;
  }

  push(key: number, node: number): void {
    let i = this.nodes.length;
    for (; i > 0 && this.keys[(i - 1) >> 1]! > key; i = (i - 1) >> 1) {
      this.keys[i] = this.keys[(i - 1) >> 1]!;
      this.nodes[i] = this.nodes[(i - 1) >> 1]!;
    }
    this.keys[i] = key;
    this.nodes[i] = node;
  }

  pop(): [number, number] {
    const top: [number, number] = [this.keys[0]!, this.nodes[0]!];
    const [key, node] = [this.keys.pop()!, this.nodes.pop()!];
    const { size } = this;
    let i = 0;
    for (let down = 1; down < size; down = 2 * i + 1) {
      if (down + 1 < size && this.keys[down + 1]! < this.keys[down]!) down += 1;
      if (this.keys[down]! >= key) break;
      this.keys[i] = this.keys[down]!;
      this.nodes[i] = this.nodes[down]!;
      i = down;
    }
    if (size > 0) {
      this.keys[i] = key;
      this.nodes[i] = node;
    }
    return top;
  }
}

/** Dijkstra from all nodes with excess to the nearest that misses units, and the rise in prices. Infinite: none. */
function search(flow: Flow): number {
  const { evaluators: m, costs, on, held, y, carried, excess, dist, rank, least, most } = flow;
  const heap = new Heap();
  let nearest = Number.POSITIVE_INFINITY;
  dist.fill(Number.POSITIVE_INFINITY);
  rank.fill(0);
  const reach = (node: number, to: number): void => {
    if (to >= dist[node]! || to > nearest) return;
    dist[node] = to;
    if (node <= m && excess[node]! < 0) nearest = to;
    heap.push(to, node);
  };
  for (let node = 0; node <= m; node += 1) if (excess[node]! > 0) reach(node, 0);
  const settled: number[] = [];
  while (heap.size > 0) {
    const [d, node] = heap.pop();
    if (d > nearest) break;
    if (rank[node]! > 0) continue;
    settled.push(node);
    rank[node] = settled.length;
    const base = d - y[node]!;
    if (node < m) {
      if (carried[node]! < most[node]!) reach(m, base + y[m]!);
      for (const p of held[node]!) reach(m + 1 + p, base + y[m + 1 + p]! - costs[p * m + node]!);
    } else if (node === m) {
      for (let e = 0; e < m; e += 1) if (carried[e]! > least[e]!) reach(e, base + y[e]!);
    } else {
      for (let e = 0, at = (node - m - 1) * m; e < m; e += 1, at += 1)
        if (on[at] === 0 && costs[at]! < BARE_BLOCKED) reach(e, base + costs[at]! + y[e]!);
    }
  }
  if (nearest < Number.POSITIVE_INFINITY) for (const node of settled) y[node]! += nearest - dist[node]!;
  return nearest;
}

/** The next node a unit can go to at no cost, or −1. The cursor stays on the way found. */
function nextOf(flow: Flow, node: number): number {
  const { evaluators: m, costs, on, held, y, carried, rank, cursor, least, most } = flow;
  const ahead = (to: number): boolean => rank[to]! > rank[node]!;
  if (node < m) {
    const plans = held[node]!;
    for (; cursor[node]! < plans.length; cursor[node]! += 1) {
      const p = plans[cursor[node]!]!;
      if (ahead(m + 1 + p) && y[m + 1 + p] === costs[p * m + node]! + y[node]!) return m + 1 + p;
    }
    return carried[node]! < most[node]! && y[node] === y[m] && ahead(m) && cursor[node] === plans.length ? m : -1;
  }
  for (; cursor[node]! < m; cursor[node]! += 1) {
    const e = cursor[node]!;
    if (!ahead(e)) continue;
    const at = (node - m - 1) * m + e;
    if (node === m ? carried[e]! > least[e]! && y[e] === y[m] : on[at] === 0 && y[node] === costs[at]! + y[e]!)
      return e;
  }
  return -1;
}

function send({ evaluators: m, on, held, carried }: Flow, path: readonly number[]): void {
  for (let i = 0; i + 1 < path.length; i += 1) {
    const [from, to] = [path[i]!, path[i + 1]!];
    if (to === m) carried[from]! += 1;
    else if (from === m) carried[to]! -= 1;
    else if (from < m) {
      const p = to - m - 1;
      on[p * m + from] = 0;
      const plans = held[from]!;
      plans[plans.indexOf(p)] = plans.at(-1)!;
      plans.pop();
    } else {
      on[(from - m - 1) * m + to] = 1;
      held[to]!.push(from - m - 1);
    }
  }
}

/** A blocking flow on the arcs that cost nothing. */
function push(flow: Flow): void {
  const { evaluators: m, excess, cursor } = flow;
  cursor.fill(0);
  for (let source = 0; source <= m; source += 1) {
    const path = [source];
    while (excess[source]! > 0 && path.length > 0) {
      const node = path.at(-1)!;
      if (path.length > 1 && node <= m && excess[node]! < 0) {
        send(flow, path);
        excess[source]! -= 1;
        excess[node]! += 1;
        path.length = 1;
        continue;
      }
      const to = nextOf(flow, node);
      if (to >= 0) path.push(to);
      else {
        path.pop();
        if (path.length > 0) cursor[path.at(-1)!]! += 1;
      }
    }
  }
}

/** Solves one scale from the given prices and leaves the new ones there; null where there is no assignment. */
function solve(problem: BareProblem, prices: Float64Array): Flow | null {
  const flow = start(problem, prices);
  if (!flow) return null;
  while (flow.excess.some((units) => units > 0)) {
    if (search(flow) === Number.POSITIVE_INFINITY) return null;
    push(flow);
  }
  for (let e = 0; e < prices.length; e += 1) prices[e] = flow.y[e]! - flow.y[prices.length]!;
  return flow;
}

/** Assigned pairs (1 in `on`) at the least cost, or null where there is no assignment. */
export function bareFlow(problem: BareProblem): { readonly cost: number; readonly on: Uint8Array } | null {
  const prices = new Float64Array(problem.evaluators);
  let highest = 0;
  for (const cost of problem.costs) if (cost < BARE_BLOCKED) highest = Math.max(highest, cost);
  for (let shift = Math.max(0, 24 - Math.clz32(highest)); shift > 0; shift -= 1) {
    const costs = problem.costs.map((cost) => (cost < BARE_BLOCKED ? cost >> shift : cost));
    if (!solve({ ...problem, costs }, prices)) return null;
    for (let e = 0; e < prices.length; e += 1) prices[e]! *= 2;
  }
  const flow = solve(problem, prices);
  if (!flow) return null;
  let cost = 0;
  for (let at = 0; at < flow.on.length; at += 1) if (flow.on[at] === 1) cost += problem.costs[at]!;
  return { cost, on: flow.on };
}
