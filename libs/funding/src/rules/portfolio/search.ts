import type { Sized, Space } from './bound.js';

/** Steps a search may still take; shared by the searches of one run, so that a run ends after a known amount of work. */
export interface Work {
  left: number;
}

export interface SearchOrder {
  readonly space: Space;
  /** Does a set keep every constraint, by the exact amounts? */
  readonly keeps: (chosen: readonly number[]) => boolean;
  readonly include: readonly number[];
  readonly exclude: readonly number[];
  /** Only sets of at least this value count. */
  readonly need: number;
  /** The best, the first that is found, or all of them up to `mostSets`. */
  readonly mode: 'best' | 'first' | 'all';
  readonly mostSets?: number;
  /** How much better a set must be to replace one; whole scores differ by 1. */
  readonly step?: number;
  /** Prices and bounds by size of set, the highest bound first. */
  readonly sizes: readonly Sized[];
}

/** What a search found. */
export interface Searched {
  /** Sets as ascending places of plans: the best, the first, or all. */
  readonly sets: readonly (readonly number[])[];
  readonly value: number | null;
  /** Everything was looked at: nothing better exists, or nothing else. */
  readonly complete: boolean;
  /** No set that counts is worth more than this. */
  readonly upper: number;
}

/** Steps between two pauses. */
const PAUSE = 8_192;
const NOISE = 1e-9;

/**
 * Branch and bound over the sets of every size, the most promising size first. Pauses now and then, for whoever has others to
 * serve; the order of steps never depends on time.
 */
export function* search(order: SearchOrder, work: Work): Generator<void, Searched> {
  const { mode, step = 1, mostSets = 1, sizes } = order;
  let [sets, value, need, complete, upper] = [
    [] as (readonly number[])[],
    null as number | null,
    order.need,
    true,
    -Infinity,
  ];
  for (const [at, sized] of sizes.entries()) {
    if (sized.bound < need - Math.min(NOISE, step / 10) || sized.size < order.include.length) continue;
    yield;
    const own: Work = { left: at === sizes.length - 1 ? work.left : Math.ceil(work.left / 2) };
    const given = own.left;
    const found = yield* searchSize({ ...order, need, mostSets: mostSets - sets.length }, sized, own);
    work.left -= given - own.left;
    if (!found.complete) [complete, upper] = [false, Math.max(upper, found.upper)];
    if (found.value === null) continue;
    value = Math.max(value ?? -Infinity, found.value);
    sets = mode === 'best' ? [...found.sets] : [...sets, ...found.sets];
    if (mode === 'best') need = found.value + step;
    if (mode === 'first') return { sets, value, complete: true, upper: value };
    if (mode === 'all' && sets.length > mostSets) return { sets, value, complete: false, upper };
  }
  return { sets, value, complete, upper: Math.max(upper, value ?? -Infinity) };
}

/**
 * Depth-first over the plans in order of their worth, first with and then without each. A branch is left where its bound is below
 * what is needed, or where a constraint cannot be kept any more.
 */
function* searchSize(order: SearchOrder, sized: Sized, work: Work): Generator<void, Searched> {
  const { space, keeps, mode, step = 1, mostSets = 1 } = order;
  const noise = Math.min(NOISE, step / 10);
  const { worth, room, size } = sized;
  const forced = [...order.include];
  const free = [...worth.keys()]
    .filter((plan) => !order.include.includes(plan) && !order.exclude.includes(plan))
    .sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b);
  const line = [...forced, ...free];
  const first = forced.length;
  const prefix = new Float64Array(line.length + 1);
  for (const [at, plan] of line.entries()) prefix[at + 1] = (prefix[at] ?? 0) + (worth[plan] ?? 0);
  const rows = space.rows.map(({ weights, bound }) => {
    const own = Float64Array.from(line, (plan) => weights[plan] ?? 0);
    return { own, rest: leastUse(own, size), bound: bound + NOISE, used: 0 };
  });
  const taken = new Uint8Array(line.length);
  const sets: number[][] = [];
  let [depth, count, sum, value, need, steps] = [0, 0, room, null as number | null, order.need, 0];

  const take = (at: number, sign: 1 | -1): void => {
    taken[at] = sign === 1 ? 1 : 0;
    count += sign;
    sum += sign * (worth[line[at] ?? 0] ?? 0);
    for (const row of rows) row.used += sign * (row.own[at] ?? 0);
  };
  /** The best the rest can bring: the next plans in line; nothing at all where they are too few. */
  const boundAt = (at: number): number => {
    const end = at + size - count;
    return count > size || end > line.length ? -Infinity : sum + (prefix[end] ?? 0) - (prefix[at] ?? 0);
  };
  const open = (at: number): boolean => {
    if (boundAt(at) < need - noise) return false;
    const place = at * (size + 1) + size - count;
    for (const { used, rest, bound } of rows) if (used + (rest[place] ?? 0) > bound) return false;
    return true;
  };
  const leaf = (): void => {
    const chosen = line.filter((_, at) => taken[at] === 1).sort((a, b) => a - b);
    const worthOf = chosen.reduce((total, plan) => total + (space.values[plan] ?? 0), 0);
    if (worthOf < need - noise || !keeps(chosen)) return;
    if (mode === 'best') [sets.length, need] = [0, worthOf + step];
    sets.push(chosen);
    value = Math.max(value ?? -Infinity, worthOf);
  };
  const enough = (): boolean => (mode === 'first' && sets.length > 0) || (mode === 'all' && sets.length > mostSets);
  /** Up to the last plan that was taken and may be left out; false at the end. */
  const back = (): boolean => {
    while (depth > first) {
      depth -= 1;
      if (taken[depth] === 0) continue;
      take(depth, -1);
      depth += 1;
      return true;
    }
    return false;
  };

  for (; depth < first; depth += 1) take(depth, 1);
  for (;;) {
    if (work.left <= 0 || enough()) {
      const upper = work.left > 0 ? (value ?? need) : Math.max(value ?? -Infinity, remaining());
      return { sets, value, complete: work.left > 0 && mode === 'first', upper };
    }
    work.left -= 1;
    if ((steps += 1) % PAUSE === 0) yield;
    if (open(depth)) {
      if (depth < line.length) {
        if (count < size) take(depth, 1);
        depth += 1;
        continue;
      }
      leaf();
    }
    if (!back()) return { sets, value, complete: true, upper: value ?? -Infinity };
  }

  /** The best bound of what was not looked at: the place it is at, and every plan on the way that could be left out. */
  function remaining(): number {
    let top = boundAt(depth);
    for (let at = depth - 1; at >= first; at -= 1) {
      if (taken[at] === 0) continue;
      take(at, -1);
      top = Math.max(top, boundAt(at + 1));
    }
    return top;
  }
}

/** The least that k of the plans from a place in line on can use of a row, at `place * (size + 1) + k`: the k smallest together. */
function leastUse(own: Float64Array, size: number): Float64Array {
  const table = new Float64Array((own.length + 1) * (size + 1)).fill(Infinity);
  const smallest: number[] = [];
  for (let at = own.length; at >= 0; at -= 1) {
    if (at < own.length) {
      const weight = own[at] ?? 0;
      const place = smallest.findIndex((other) => other > weight);
      smallest.splice(place < 0 ? smallest.length : place, 0, weight);
      if (smallest.length > size) smallest.pop();
    }
    let sum = 0;
    table[at * (size + 1)] = 0;
    for (const [k, weight] of smallest.entries()) table[at * (size + 1) + k + 1] = sum += weight;
  }
  return table;
}

/** Runs a search to its end without a pause. */
export function drained<T>(steps: Generator<void, T>): T {
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}
