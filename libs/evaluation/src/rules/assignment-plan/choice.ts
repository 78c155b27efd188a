import { classOf, type PlanClasses } from './classes.js';
import { BLOCKED } from './rows.js';
import { Shortlist } from './shortlist.js';

/**
 * The cheapest evaluators for one plan at given prices, by the plan's own rules and regardless of loads. Prices may be any
 * numbers; of equal evaluators the first by id is taken.
 */
export class Choice {
  /** What was picked last: evaluators, and their costs and prices together. */
  readonly chosen: Int32Array;
  size = 0;
  value = 0;
  /** By class: none, A, B, both. */
  private readonly lists: readonly Shortlist[];
  private readonly heads = new Int32Array(4);

  constructor(evaluators: number) {
    this.chosen = new Int32Array(evaluators);
    this.lists = Array.from({ length: 4 }, () => new Shortlist(evaluators));
  }

  /** Reads a row; `pick` and `pickBest` choose from it. `sign` −1 looks for the dearest. */
  gather(row: Int32Array, types: Uint8Array, prices: Float64Array, classes: PlanClasses, plan: number, wanted: number) {
    const { lists } = this;
    for (const list of lists) list.clear(wanted);
    const kinds = [0, 1, 2, 3].map((type) => classOf(classes, plan, type));
    for (let e = 0; e < row.length; e += 1) {
      if (row[e]! >= BLOCKED) continue;
      const list = lists[kinds[types[e]!]!]!;
      const weight = row[e]! + prices[e]!;
      if (weight < list.bar()) list.offer(weight, e);
    }
  }

  /** Picks in one mode (−1: class B not asked for); false where there are not enough. */
  pick(classes: PlanClasses, plan: number, mode: number, wanted: number): boolean {
    this.size = 0;
    this.value = 0;
    this.heads.fill(0);
    const needA = classes.needA[plan]!;
    const both = Math.max(mode, 0);
    return (
      this.take(false, false, false, true, both) &&
      this.take(false, true, false, true, Math.max(needA - both, 0)) &&
      this.take(false, false, true, false, mode < 0 ? 0 : classes.needB[plan]! - mode) &&
      this.size <= wanted &&
      this.take(true, true, true, true, wanted - this.size)
    );
  }

  /** Picks in the cheapest mode and returns it, or −1 where no mode gives enough. */
  pickBest(classes: PlanClasses, plan: number, wanted: number): number {
    let [best, value] = [-1, Number.POSITIVE_INFINITY];
    for (let mode = classes.low[plan]!; mode <= classes.high[plan]!; mode += 1)
      if (this.pick(classes, plan, mode, wanted) && this.value < value) [best, value] = [mode, this.value];
    if (best >= 0) this.pick(classes, plan, best, wanted);
    return best;
  }

  private take(none: boolean, a: boolean, b: boolean, both: boolean, wanted: number): boolean {
    const from = [none, a, b, both];
    for (let i = 0; i < wanted; i += 1) {
      let kind = -1;
      let least = Number.POSITIVE_INFINITY;
      for (let k = 0; k < 4; k += 1) {
        const { keys, size } = this.lists[k]!;
        const head = this.heads[k]!;
        if (!from[k] || head >= size || keys[head]! >= least) continue;
        kind = k;
        least = keys[head]!;
      }
      if (kind < 0) return false;
      this.chosen[this.size] = this.lists[kind]!.items[this.heads[kind]!]!;
      this.heads[kind]! += 1;
      this.size += 1;
      this.value += least;
    }
    return true;
  }
}
