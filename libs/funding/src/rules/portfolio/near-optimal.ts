import type { Sized, Space } from './bound.js';
import { search, type Searched, type SearchOrder, type Work } from './search.js';

/** Whether a plan is in every near-optimal set, in some, or in none; undecided where the work ran out before that was known. */
export type Standing = 'core' | 'borderline' | 'exterior' | 'undecided';

export interface NearOptimal {
  /** Number of near-optimal sets; null where there are more than were counted, or the work ran out. */
  readonly count: number | null;
  /** Per plan: its standing, and in how many of the counted sets it is (null where they were not all counted). */
  readonly plans: readonly { readonly standing: Standing; readonly sets: number | null }[];
}

/** Most sets that are counted one by one. */
export const MOST_SETS = 20_000;

interface Question {
  readonly space: Space;
  readonly sizes: readonly Sized[];
  readonly keeps: SearchOrder['keeps'];
  readonly include: readonly number[];
  readonly exclude: readonly number[];
  /** Least value of a near-optimal set. */
  readonly need: number;
}

/**
 * Sets all of whose value is near the best, and what they say of each plan (core index of robust portfolio modelling: Liesiö,
 * Mild, Salo 2007, EJOR 181:1488–1505; 2008, EJOR 190:679–695). Counted where they are few; where they are many, each plan is
 * asked for once with and once without. `exact` tells that `need` was taken from a proven best.
 */
export function* nearOptimal(question: Question, exact: boolean, work: Work): Generator<void, NearOptimal> {
  const { space } = question;
  const half: Work = { left: Math.floor(work.left / 2) };
  work.left -= half.left;
  const all: Searched = yield* search({ ...question, mode: 'all', mostSets: MOST_SETS }, half);
  work.left += half.left;
  if (all.complete && exact) {
    const sets = Array.from({ length: space.size }, () => 0);
    for (const set of all.sets) for (const plan of set) sets[plan] = (sets[plan] ?? 0) + 1;
    const count = all.sets.length;
    return { count, plans: sets.map((number) => ({ sets: number, standing: standingOf(number > 0, number < count) })) };
  }
  const plans: NearOptimal['plans'][number][] = [];
  for (let plan = 0; plan < space.size; plan += 1) {
    const share = Math.floor(work.left / (2 * (space.size - plan)));
    const within = yield* ask(question, all, plan, true, share, work);
    const without = yield* ask(question, all, plan, false, share, work);
    plans.push({ sets: null, standing: decided(within, without, exact) });
  }
  return { count: null, plans };
}

/** Is there a near-optimal set with, or without, this plan? null where the work ran out before one was found. */
function* ask(
  question: Question,
  known: Searched,
  plan: number,
  within: boolean,
  share: number,
  work: Work,
): Generator<void, boolean | null> {
  if (known.sets.some((set) => set.includes(plan) === within)) return true;
  const { include, exclude } = question;
  if ((within ? exclude : include).includes(plan)) return false;
  const own: Work = { left: share };
  const found = yield* search(
    {
      ...question,
      include: within && !include.includes(plan) ? [...include, plan] : include,
      exclude: within || exclude.includes(plan) ? exclude : [...exclude, plan],
      mode: 'first',
    },
    own,
  );
  work.left -= share - own.left;
  if (found.sets.length > 0) return true;
  return found.complete ? false : null;
}

/** A best that is not proven leaves every "there is one" open: the true best may lie higher. */
function decided(within: boolean | null, without: boolean | null, exact: boolean): Standing {
  if (within === false) return 'exterior';
  if (without === false) return 'core';
  return within === true && without === true && exact ? 'borderline' : 'undecided';
}

const standingOf = (within: boolean, without: boolean): Standing =>
  !within ? 'exterior' : without ? 'borderline' : 'core';
