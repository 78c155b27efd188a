import { cellOf, type Network, planOf } from './network.js';

/** Scratch of the shortest path search and of the blocking flow that follows it. */
export interface Frontier {
  readonly dist: Float64Array;
  /** Nodes in the order they were settled; `rank` is 1 + the place in it, 0 for the rest. */
  readonly settled: Int32Array;
  readonly rank: Int32Array;
  /** The nodes at the distance `at` that are queued or settled end here. */
  tail: number;
  at: number;
  /** Distance of the nearest node that misses units; nothing further away is looked at. */
  nearest: number;
  found: boolean;
  /** A binary heap of nodes further away. */
  readonly heap: number[];
  readonly keys: number[];
}

export function createFrontier({ nodes }: Network): Frontier {
  return {
    dist: new Float64Array(nodes),
    settled: new Int32Array(nodes),
    rank: new Int32Array(nodes),
    tail: 0,
    at: 0,
    nearest: Number.POSITIVE_INFINITY,
    found: false,
    heap: [],
    keys: [],
  };
}

function heapPush({ heap, keys }: Frontier, node: number, key: number): void {
  let i = heap.length;
  heap.push(node);
  keys.push(key);
  while (i > 0) {
    const up = (i - 1) >> 1;
    if (keys[up]! <= key) break;
    heap[i] = heap[up]!;
    keys[i] = keys[up]!;
    i = up;
  }
  heap[i] = node;
  keys[i] = key;
}

/** Removes the nearest node; it must not be empty. */
function heapPop({ heap, keys }: Frontier): void {
  const node = heap.pop()!;
  const key = keys.pop()!;
  const size = heap.length;
  if (size === 0) return;
  let i = 0;
  for (;;) {
    let down = 2 * i + 1;
    if (down >= size) break;
    if (down + 1 < size && keys[down + 1]! < keys[down]!) down += 1;
    if (keys[down]! >= key) break;
    heap[i] = heap[down]!;
    keys[i] = keys[down]!;
    i = down;
  }
  heap[i] = node;
  keys[i] = key;
}

function reach(frontier: Frontier, excess: Int32Array, node: number, dist: number): void {
  if (dist >= frontier.dist[node]! || dist > frontier.nearest) return;
  frontier.dist[node] = dist;
  if (node < excess.length && excess[node]! < 0) {
    frontier.nearest = dist;
    frontier.found = true;
  }
  if (dist > frontier.at) heapPush(frontier, node, dist);
  else {
    frontier.settled[frontier.tail] = node;
    frontier.tail += 1;
  }
}

function scanEvaluator(network: Network, frontier: Frontier, e: number, dist: number): void {
  const { sink, y, needs, carried, first, next, now, cell, excess } = network;
  const price = y[e]!;
  if (carried[e]! < needs.most[e]!) reach(frontier, excess, sink, dist + y[sink]! - price);
  for (let a = first[e]!; a >= 0; a = next[a]!)
    reach(frontier, excess, cell[a]!, dist + y[cell[a]!]! - now[a]! - price);
}

function scanSink(network: Network, frontier: Frontier, dist: number): void {
  const { sink, y, needs, carried, excess } = network;
  const price = y[sink]!;
  for (let e = 0; e < sink; e += 1) if (carried[e]! > needs.least[e]!) reach(frontier, excess, e, dist + y[e]! - price);
}

function scanCell(network: Network, frontier: Frontier, c: number, dist: number): void {
  const { start, to, now, cell, on, y, excess, width, floor, count } = network;
  const plan = planOf(network, c);
  const base = dist - y[c]!;
  const end = start[plan + 1]!;
  for (let a = start[plan]!; a < end; a += 1)
    if (cell[a] === c && on[a] === 0) reach(frontier, excess, to[a]!, base + now[a]! + y[to[a]!]!);
  if (width === 1) return;
  const root = cellOf(network, plan);
  const rank = c - root;
  if (rank > 0 && count[c]! > floor[c]!) {
    const parent = rank === 2 ? root + 1 : root;
    reach(frontier, excess, parent, base + y[parent]!);
  }
  if (rank === 0) reach(frontier, excess, root + 1, base + y[root + 1]!);
  if (width > 2 && rank < 2) reach(frontier, excess, rank === 0 ? root + 3 : root + 2, base + y[root + 3 - rank]!);
}

/**
 * Shortest distances from all nodes with units to spare at once (Dijkstra), as far as the nearest node that misses some;
 * then raises prices so that the shortest paths cost nothing. Returns the distance, infinite where none can be reached;
 * within `limit`; what was reached is then a cut.
 */
export function search(network: Network, frontier: Frontier, limit = Number.POSITIVE_INFINITY): number {
  const { excess, sink, y } = network;
  const { dist, settled, rank, heap, keys } = frontier;
  dist.fill(Number.POSITIVE_INFINITY);
  rank.fill(0);
  heap.length = 0;
  keys.length = 0;
  frontier.tail = 0;
  frontier.at = 0;
  frontier.nearest = limit;
  frontier.found = false;
  for (let node = 0; node <= sink; node += 1) if (excess[node]! > 0) reach(frontier, excess, node, 0);
  let head = 0;
  for (;;) {
    for (; head < frontier.tail; head += 1) {
      const node = settled[head]!;
      rank[node] = head + 1;
      if (node < sink) scanEvaluator(network, frontier, node, frontier.at);
      else if (node === sink) scanSink(network, frontier, frontier.at);
      else scanCell(network, frontier, node, frontier.at);
    }
    if (heap.length === 0 || keys[0]! > frontier.nearest) break;
    const [node, key] = [heap[0]!, keys[0]!];
    heapPop(frontier);
    if (rank[node]! > 0 || dist[node]! < key) continue;
    frontier.at = key;
    settled[frontier.tail] = node;
    frontier.tail += 1;
  }
  if (!frontier.found) return Number.POSITIVE_INFINITY;
  for (let i = 0; i < frontier.tail; i += 1) y[settled[i]!]! += frontier.nearest - dist[settled[i]!]!;
  return frontier.nearest;
}
