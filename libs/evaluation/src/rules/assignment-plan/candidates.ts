import { ArcList, type Arcs } from './arcs.js';
import { lot } from './lot.js';
import { BLOCKED, type RowReader } from './rows.js';
import { Shortlist } from './shortlist.js';
import { type Needs } from './stock.js';

/** More than any lot: a cost times SPREAD plus a lot orders by cost, then by lot. */
const SPREAD = 2 ** 20;
/** Pairs to start with, per plan or per type of a plan, and pairs at random beside them. */
const START_ALL = 28;
const START_TYPED = 10;
const START_DRAWN = 2;

function scanRow(reader: RowReader, prices: Float64Array, lists: readonly Shortlist[], plan: number, seed: number) {
  const { row } = reader;
  const types = reader.types();
  const bars = Float64Array.from(lists, (list) => list.bar());
  for (let e = 0; e < row.length; e += 1) {
    if (row[e]! >= BLOCKED) continue;
    const type = types[e]!;
    const cost = (row[e]! + prices[e]!) * SPREAD;
    if (cost >= bars[type]!) continue;
    const key = cost + lot(plan, e, seed);
    if (key >= bars[type]!) continue;
    const list = lists[type]!;
    list.offer(key, e);
    bars[type] = list.bar();
  }
}

/**
 * The pairs of each plan that are cheapest at the given prices (whole numbers), and a few at random: a start, to which
 * the solver adds what turns out to matter.
 */
export function startingPairs(
  reader: RowReader,
  { reviews }: Needs,
  prices: Float64Array,
  typed: boolean,
  seed: number,
): Arcs {
  const { row } = reader;
  const lists = Array.from({ length: 4 }, () => new Shortlist(row.length));
  const arcs = new ArcList();
  for (let plan = 0; plan < reviews.length; plan += 1) {
    if (reviews[plan]! <= 0) continue;
    reader.load(plan);
    const types = reader.types();
    for (const list of lists) list.clear(Math.max(typed ? START_TYPED : START_ALL, reviews[plan]! + 2));
    scanRow(reader, prices, lists, plan, seed);
    const add = (e: number): void => {
      arcs.push(plan, e, row[e]!, types[e]!);
      row[e] = BLOCKED;
    };
    for (const { items, size } of lists) for (let i = 0; i < size; i += 1) add(items[i]!);
    for (let i = 0; i < START_DRAWN; i += 1) {
      const e = lot(plan, i, seed) % row.length;
      if (row[e]! < BLOCKED) add(e);
    }
  }
  return arcs.done();
}
