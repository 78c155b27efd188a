import type { Space } from './bound.js';
import type { SearchOrder } from './search.js';

const NOISE = 1e-9;
/** Rounds of improvement; each ends at the first exchange that helps, so that a start stays a matter of milliseconds. */
const ROUNDS = 200;

/**
 * A set to begin with, for whoever searches: what must be in, then whatever still fits in order of ranking, or of worth for
 * what it uses; each improved by exchanging up to two plans for up to two others. The best of these, null where none keeps everything.
 */
export function* startOf(
  space: Space,
  { include, exclude, keeps }: Pick<SearchOrder, 'include' | 'exclude' | 'keeps'>,
): Generator<void, number[] | null> {
  const values = [...space.values];
  const use = values.map((_, plan) =>
    space.rows.reduce(
      (sum, { weights, bound }) => sum + (bound > 0 ? Math.max(0, weights[plan] ?? 0) / bound : 0),
      1e-6,
    ),
  );
  const orders = [values, values.map((value, plan) => value / (use[plan] ?? 1))].map((keys) =>
    [...keys.keys()]
      .filter((plan) => !include.includes(plan) && !exclude.includes(plan))
      .sort((a, b) => (keys[b] ?? 0) - (keys[a] ?? 0) || a - b),
  );
  let best: number[] | null = null;
  for (const order of orders) {
    const filled = new Filling(space, include);
    for (const plan of order) if (filled.size < space.most && filled.fits([], [plan])) filled.exchange([], [plan]);
    for (let round = 0; round < ROUNDS && improved(filled, order); round += 1) yield;
    const set = filled.places();
    if (keeps(set) && valueOf(space, set) > (best === null ? -Infinity : valueOf(space, best))) best = set;
  }
  return best;
}

const valueOf = ({ values }: Space, set: readonly number[]): number =>
  set.reduce((sum, plan) => sum + (values[plan] ?? 0), 0);

/** Makes the first exchange that adds value and keeps everything; false where there is none. */
function improved(filled: Filling, free: readonly number[]): boolean {
  const inside = free.filter((plan) => filled.has(plan));
  const outside = free.filter((plan) => !filled.has(plan));
  for (const out of upToTwo(inside, true))
    for (const into of upToTwo(outside, false))
      if (filled.gain(out, into) > 0 && filled.fits(out, into)) {
        filled.exchange(out, into);
        return true;
      }
  return false;
}

function* upToTwo(plans: readonly number[], none: boolean): Generator<readonly number[]> {
  if (none) yield [];
  for (const plan of plans) yield [plan];
  for (const [at, first] of plans.entries()) for (const second of plans.slice(at + 1)) yield [first, second];
}

/** A set with what it uses of every row. */
class Filling {
  private readonly held = new Set<number>();
  private readonly used: Float64Array;

  constructor(
    private readonly space: Space,
    plans: readonly number[],
  ) {
    this.used = new Float64Array(space.rows.length);
    this.exchange([], plans);
  }

  get size(): number {
    return this.held.size;
  }

  has(plan: number): boolean {
    return this.held.has(plan);
  }

  places(): number[] {
    return [...this.held].sort((a, b) => a - b);
  }

  gain(out: readonly number[], into: readonly number[]): number {
    return valueOf(this.space, into) - valueOf(this.space, out);
  }

  /** No row that is kept gets broken, and no broken one gets worse. */
  fits(out: readonly number[], into: readonly number[]): boolean {
    const { rows, most } = this.space;
    if (this.held.size - out.length + into.length > most) return false;
    for (let row = 0; row < rows.length; row += 1) {
      const { weights, bound } = rows[row] as Space['rows'][number];
      const used = this.used[row] ?? 0;
      let after = used;
      for (const plan of out) after -= weights[plan] ?? 0;
      for (const plan of into) after += weights[plan] ?? 0;
      if (after > Math.max(bound, used) + NOISE) return false;
    }
    return true;
  }

  exchange(out: readonly number[], into: readonly number[]): void {
    for (const plan of out) this.held.delete(plan);
    for (const plan of into) this.held.add(plan);
    for (const [row, { weights }] of this.space.rows.entries())
      this.used[row] =
        (this.used[row] ?? 0) +
        into.reduce((sum, plan) => sum + (weights[plan] ?? 0), 0) -
        out.reduce((sum, plan) => sum + (weights[plan] ?? 0), 0);
  }
}
