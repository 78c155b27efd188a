import { byText } from '../aggregate-input.js';
import { type AssignmentProblem, type EvaluatorSupply, type IdPair, type PlanDemand } from './problem.js';

/** Lists of whole numbers, one list per row, end to end. */
export interface Lists {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/**
 * The problem by place instead of id. Plans and evaluators are in order of their ids, so that nothing that follows can
 * depend on the order the rows came in.
 */
export interface IndexedProblem {
  readonly given: AssignmentProblem;
  readonly plans: readonly PlanDemand[];
  readonly evaluators: readonly EvaluatorSupply[];
  /** Where each plan, each evaluator stands in the problem as given. */
  readonly planPlace: Int32Array;
  readonly evaluatorPlace: Int32Array;
  /** Evaluators per plan. */
  readonly conflicts: Lists;
  readonly fixed: Lists;
  /** Evaluators an evaluator must not sit with. */
  readonly partners: Lists;
  readonly planAt: ReadonlyMap<string, number>;
  readonly evaluatorAt: ReadonlyMap<string, number>;
}

/** Row numbers and values into lists, duplicates dropped, each list ascending. */
export function toLists(rows: number, pairs: readonly (readonly [number, number])[]): Lists {
  const start = new Int32Array(rows + 1);
  for (const [row] of pairs) start[row + 1]! += 1;
  for (let row = 0; row < rows; row += 1) start[row + 1]! += start[row]!;
  const items = new Int32Array(pairs.length);
  const next = start.slice();
  for (const [row, item] of pairs) {
    items[next[row]!] = item;
    next[row]! += 1;
  }
  let end = 0;
  for (let row = 0; row < rows; row += 1) {
    const list = items.subarray(start[row], start[row + 1]).sort();
    start[row] = end;
    for (let i = 0; i < list.length; i += 1) {
      if (i > 0 && end > start[row]! && items[end - 1] === list[i]) continue;
      items[end] = list[i]!;
      end += 1;
    }
  }
  start[rows] = end;
  return { start, items: items.subarray(0, end) };
}

export function listOf({ start, items }: Lists, row: number): Int32Array {
  return items.subarray(start[row], start[row + 1]);
}

function sorted<T extends { readonly id: string }>(given: readonly T[], what: string) {
  const place = Int32Array.from(given.map((_, i) => i).sort((a, b) => byText(given[a]!.id, given[b]!.id)));
  const rows = Array.from(place, (i) => given[i]!);
  const at = new Map(rows.map(({ id }, i) => [id, i]));
  if (at.size < rows.length) throw new RangeError(`a ${what} is given twice`);
  return { rows, place, at };
}

export function placeOf(at: ReadonlyMap<string, number>, id: string): number {
  const place = at.get(id);
  if (place === undefined) throw new RangeError(`not in this problem: ${id}`);
  return place;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0 && value < 2 ** 31;
}

function assertSound({ plans, evaluators, rules }: AssignmentProblem): void {
  for (const { id, reviews } of plans) if (!isCount(reviews)) throw new RangeError(`reviews of ${id}: ${reviews}`);
  for (const { id, minLoad, maxLoad } of evaluators)
    if (!isCount(minLoad) || !isCount(maxLoad) || minLoad > maxLoad)
      throw new RangeError(`loads of ${id}: ${minLoad} to ${maxLoad}`);
  const { industryShare: share, fieldsPerPlan } = rules;
  if (!isCount(fieldsPerPlan)) throw new RangeError(`fieldsPerPlan: ${fieldsPerPlan}`);
  if (share && !(isCount(share.of) && isCount(share.per) && share.of <= share.per && share.per > 0))
    throw new RangeError(`industryShare: ${share.of} of ${share.per}`);
}

/** Throws RangeError for an id that is unknown or given twice, and for numbers that are no counts. */
export function indexProblem(given: AssignmentProblem): IndexedProblem {
  assertSound(given);
  const { rows: plans, place: planPlace, at: planAt } = sorted(given.plans, 'plan');
  const { rows: evaluators, place: evaluatorPlace, at: evaluatorAt } = sorted(given.evaluators, 'evaluator');
  const places = (pairs: readonly IdPair[]): Lists =>
    toLists(
      plans.length,
      pairs.map(([planId, evaluatorId]) => [placeOf(planAt, planId), placeOf(evaluatorAt, evaluatorId)] as const),
    );
  const partners = given.rules.notTogether.flatMap(([one, other]) => {
    const [a, b] = [placeOf(evaluatorAt, one), placeOf(evaluatorAt, other)];
    if (a === b) throw new RangeError(`not together with himself: ${one}`);
    return [[a, b] as const, [b, a] as const];
  });
  return {
    given,
    plans,
    evaluators,
    planPlace,
    evaluatorPlace,
    conflicts: places(given.conflicts),
    fixed: places(given.fixed),
    partners: toLists(evaluators.length, partners),
    planAt,
    evaluatorAt,
  };
}
