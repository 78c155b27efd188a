import { ArcList } from './arcs.js';
import { cellFor, classOf } from './classes.js';
import { addArcs, cellOf, type Network } from './network.js';
import { BLOCKED, type RowReader } from './rows.js';

/** Arcs added to a plan at a time. */
const AT_A_TIME = 8;

/**
 * What is looked for among the pairs left out of the network:
 * - `cheaper`: pairs that would lower the cost at the present prices. None: the flow is optimal among all pairs;
 * - `way-out`: pairs by which units could leave a set of nodes they are stuck in;
 * - `even`: the same, but only pairs that cost nothing at the present prices.
 */
export type Wanted = 'cheaper' | 'way-out' | 'even';

/** Reduced costs below which a pair is wanted, by type. */
function limitsOf(network: Network, plan: number, wanted: Wanted, rank: Int32Array, limits: Float64Array): boolean {
  const root = cellOf(network, plan);
  let any = false;
  for (let type = 0; type < 4; type += 1) {
    const cell =
      root + (network.width === 1 ? 0 : cellFor(network.classes, plan, classOf(network.classes, plan, type)));
    const price = network.y[cell]!;
    if (wanted === 'cheaper') limits[type] = price;
    else if (rank[cell] === 0) limits[type] = Number.NEGATIVE_INFINITY;
    else limits[type] = wanted === 'even' ? price + 0.5 : Number.POSITIVE_INFINITY;
    if (limits[type]! > Number.NEGATIVE_INFINITY) any = true;
  }
  return any;
}

/** The most wanted pairs of a plan. */
interface Finds {
  size: number;
  readonly evaluators: Int32Array;
  readonly keys: Float64Array;
}

function keep(finds: Finds, evaluator: number, key: number): void {
  if (finds.size === AT_A_TIME && key >= finds.keys[AT_A_TIME - 1]!) return;
  let i = finds.size < AT_A_TIME ? finds.size++ : AT_A_TIME - 1;
  for (; i > 0 && finds.keys[i - 1]! > key; i -= 1) {
    finds.keys[i] = finds.keys[i - 1]!;
    finds.evaluators[i] = finds.evaluators[i - 1]!;
  }
  finds.keys[i] = key;
  finds.evaluators[i] = evaluator;
}

/** Adds wanted pairs to the network; returns how many. `rank` is 0 for nodes the last search did not reach. */
export function addWanted(network: Network, reader: RowReader, wanted: Wanted, rank: Int32Array): number {
  const { plans, sink, y, start, to, classes, shift } = network;
  const limits = new Float64Array(4);
  const present = new Int32Array(sink).fill(-1);
  const finds: Finds = { size: 0, evaluators: new Int32Array(AT_A_TIME), keys: new Float64Array(AT_A_TIME) };
  const added = new ArcList();
  const { row } = reader;
  for (let plan = 0; plan < plans; plan += 1) {
    if (network.needs.reviews[plan]! <= 0 || !limitsOf(network, plan, wanted, rank, limits)) continue;
    reader.load(plan);
    for (const evaluator of classes.without.get(plan) ?? []) row[evaluator] = BLOCKED;
    const types = reader.types();
    finds.size = 0;
    let marked = false;
    for (let e = 0; e < sink; e += 1) {
      const key = (row[e]! >> shift) + y[e]! - limits[types[e]!]!;
      if (key >= 0 || row[e]! >= BLOCKED) continue;
      if (!marked) for (let a = start[plan]!; a < start[plan + 1]!; a += 1) present[to[a]!] = plan;
      marked = true;
      if (present[e] !== plan && (wanted === 'cheaper' || rank[e] === 0)) keep(finds, e, (row[e]! >> shift) + y[e]!);
    }
    for (let i = 0; i < finds.size; i += 1) {
      const e = finds.evaluators[i]!;
      added.push(plan, e, row[e]!, types[e]!);
    }
  }
  if (added.length > 0) addArcs(network, added.done());
  return added.length;
}
