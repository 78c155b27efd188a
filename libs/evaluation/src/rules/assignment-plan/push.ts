import { cellOf, type Network, planOf } from './network.js';
import { type Frontier } from './search.js';

/** Steps of a path that use no pair. */
const TO_SINK = -2;
const FROM_SINK = -3;
const BETWEEN_CELLS = -4;

/** Scratch of the blocking flow: where each node goes on looking, and the path under way. */
export interface Walk {
  /**
   * Evaluator: his next assigned arc, −2 before the sink was tried. Sink: the next evaluator. Cell: the next arc, counted
   * from the plan's first, then its neighbours.
   */
  readonly cursor: Int32Array;
  readonly path: Int32Array;
  readonly steps: Int32Array;
}

export function createWalk({ nodes }: Network): Walk {
  return { cursor: new Int32Array(nodes), path: new Int32Array(nodes), steps: new Int32Array(nodes) };
}

/** May a unit go on to this node? Only forward in the order of the search, so that paths cannot turn in circles. */
function ahead(rank: Int32Array, from: number, to: number): boolean {
  return rank[to]! > rank[from]!;
}

function nextOfEvaluator(
  network: Network,
  { cursor, steps }: Walk,
  rank: Int32Array,
  e: number,
  depth: number,
): number {
  const { sink, y, carried, needs, first, next, cell, now } = network;
  if (cursor[e] === -2) {
    if (carried[e]! < needs.most[e]! && y[sink] === y[e] && ahead(rank, e, sink)) {
      steps[depth] = TO_SINK;
      return sink;
    }
    cursor[e] = first[e]!;
  }
  for (let a = cursor[e]!; a >= 0; a = next[a]!) {
    const c = cell[a]!;
    if (!ahead(rank, e, c) || y[c] !== now[a]! + y[e]!) continue;
    cursor[e] = a;
    steps[depth] = a;
    return c;
  }
  cursor[e] = -1;
  return -1;
}

function nextOfSink(network: Network, { cursor, steps }: Walk, rank: Int32Array, depth: number): number {
  const { sink, y, carried, needs } = network;
  for (let e = cursor[sink]!; e < sink; e += 1) {
    if (carried[e]! <= needs.least[e]! || y[e] !== y[sink] || !ahead(rank, sink, e)) continue;
    cursor[sink] = e;
    steps[depth] = FROM_SINK;
    return e;
  }
  cursor[sink] = sink;
  return -1;
}

/** Cells of the same plan a unit can move to from a cell, by rank; a lower rank is the parent. */
const NEIGHBOURS = [[1, 3], [2, 0], [1], [0]] as const;

function nextOfCell(network: Network, { cursor, steps }: Walk, rank: Int32Array, c: number, depth: number): number {
  const { start, to, now, cell, on, y, width, floor, count } = network;
  const plan = planOf(network, c);
  const from = start[plan]!;
  const size = start[plan + 1]! - from;
  const price = y[c]!;
  let i = cursor[c]!;
  for (; i < size; i += 1) {
    const a = from + i;
    const e = to[a]!;
    if (cell[a] !== c || on[a] === 1 || !ahead(rank, c, e) || now[a]! + y[e]! !== price) continue;
    cursor[c] = i;
    steps[depth] = a;
    return e;
  }
  const root = cellOf(network, plan);
  const neighbours = width > 1 ? NEIGHBOURS[c - root]! : [];
  for (; i - size < neighbours.length; i += 1) {
    const other = root + neighbours[i - size]!;
    if (other >= root + width || y[other] !== price || !ahead(rank, c, other)) continue;
    if (other < c && count[c]! <= floor[c]!) continue;
    cursor[c] = i;
    steps[depth] = BETWEEN_CELLS;
    return other;
  }
  cursor[c] = size + neighbours.length;
  return -1;
}

function nextOf(network: Network, walk: Walk, rank: Int32Array, node: number, depth: number): number {
  if (node < network.sink) return nextOfEvaluator(network, walk, rank, node, depth);
  if (node === network.sink) return nextOfSink(network, walk, rank, depth);
  return nextOfCell(network, walk, rank, node, depth);
}

/** Takes the pair off its evaluator. */
function release(network: Network, walk: Walk, a: number): void {
  const { on, to, next, prev, first, load } = network;
  const e = to[a]!;
  const [before, after] = [prev[a]!, next[a]!];
  on[a] = 0;
  if (before >= 0) next[before] = after;
  else first[e] = after;
  if (after >= 0) prev[after] = before;
  if (walk.cursor[e] === a) walk.cursor[e] = after;
  load[e]! -= 1;
}

function engage({ on, to, next, prev, first, load }: Network, a: number): void {
  const e = to[a]!;
  const after = first[e]!;
  on[a] = 1;
  next[a] = after;
  prev[a] = -1;
  if (after >= 0) prev[after] = a;
  first[e] = a;
  load[e]! += 1;
}

/** Sends one unit along the path. */
function send(network: Network, walk: Walk, depth: number): void {
  const { sink, carried, count } = network;
  const { path, steps } = walk;
  for (let i = 0; i < depth; i += 1) {
    const [from, to, step] = [path[i]!, path[i + 1]!, steps[i]!];
    if (step === TO_SINK) carried[from]! += 1;
    else if (step === FROM_SINK) carried[to]! -= 1;
    else if (step >= 0 && from < sink) release(network, walk, step);
    else if (step >= 0) engage(network, step);
    else if (isParent(network, to, from)) count[from]! -= 1;
    else count[to]! += 1;
  }
}

function isParent(network: Network, cell: number, of: number): boolean {
  const root = cellOf(network, planOf(network, of));
  return cell === (of === root + 2 ? root + 1 : root);
}

function resetCursors({ sink }: Network, { cursor }: Walk, { settled, tail }: Frontier): void {
  for (let i = 0; i < tail; i += 1) cursor[settled[i]!] = settled[i]! < sink ? -2 : 0;
}

/** Sends units from one node until none gets through or it has none to spare; returns how many were sent. */
function pushFrom(network: Network, walk: Walk, rank: Int32Array, source: number): number {
  const { excess } = network;
  const { path, cursor } = walk;
  let sent = 0;
  let depth = 0;
  path[0] = source;
  while (excess[source]! > 0) {
    const node = path[depth]!;
    if (depth > 0 && node < excess.length && excess[node]! < 0) {
      send(network, walk, depth);
      excess[source]! -= 1;
      excess[node]! += 1;
      sent += 1;
      depth = 0;
      continue;
    }
    const to = nextOf(network, walk, rank, node, depth);
    if (to >= 0) {
      depth += 1;
      path[depth] = to;
      continue;
    }
    if (depth === 0) break;
    depth -= 1;
    const back = path[depth]!;
    const step = walk.steps[depth]!;
    // the way just tried is closed: go on behind it
    cursor[back] =
      back < network.sink ? (step === TO_SINK ? network.first[back]! : network.next[step]!) : cursor[back]! + 1;
  }
  return sent;
}

/** After a search: sends as many units as its free arcs carry, without turning back. Returns how many. */
export function pushAll(network: Network, frontier: Frontier, walk: Walk): number {
  const { excess, sink } = network;
  resetCursors(network, walk, frontier);
  let sent = 0;
  for (let node = 0; node <= sink; node += 1)
    if (excess[node]! > 0) sent += pushFrom(network, walk, frontier.rank, node);
  return sent;
}
