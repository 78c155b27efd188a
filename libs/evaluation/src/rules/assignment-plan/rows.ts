import { type IndexedProblem, type Lists, listOf, placeOf } from './indexed.js';
import { type DenseCosts, HIGHEST_COST, type SparseCosts } from './problem.js';

/** Stands for "must not be" in a row of costs; above any cost plus any sensible price. */
export const BLOCKED = 2 ** 30;

/** What an evaluator counts for at a plan: a sum of these. */
export const INDUSTRY = 1;
export const FIELD = 2;

/** Costs of one plan at a time; the arrays are filled anew by every `load`, in order of evaluator. */
export interface RowReader {
  /** Costs, BLOCKED where the pair must not be or is fixed already. */
  readonly row: Int32Array;
  /** INDUSTRY and FIELD, as far as the rules ask for them; else 0. */
  readonly types: () => Uint8Array;
  readonly load: (plan: number) => void;
  /** Cost of a single pair, whether or not it is blocked. */
  readonly costOf: (plan: number, evaluator: number) => number;
}

/** Fields of a plan that each evaluator lacks, and what he counts for; plans with the same fields share one. */
interface FieldRow {
  readonly costs: Int32Array;
  readonly types: Uint8Array;
}

function fieldRows(problem: IndexedProblem, perMissingField: number): (plan: number) => FieldRow {
  const { evaluators, given } = problem;
  const having = new Map<string, number[]>();
  evaluators.forEach(({ fields }, e) => {
    for (const field of new Set(fields)) {
      const list = having.get(field);
      if (list) list.push(e);
      else having.set(field, [e]);
    }
  });
  const industry = given.rules.industryShare === null ? 0 : INDUSTRY;
  const field = given.rules.fieldsPerPlan === 0 ? 0 : FIELD;
  const known = new Map<string, FieldRow>();
  return (plan) => {
    const fields = [...new Set(problem.plans[plan]!.fields)].sort();
    const key = JSON.stringify(fields);
    const found = known.get(key);
    if (found) return found;
    const costs = new Int32Array(evaluators.length).fill(fields.length * perMissingField);
    const types = Uint8Array.from(evaluators, (evaluator) => (evaluator.industry ? industry : 0));
    for (const e of fields.flatMap((name) => having.get(name) ?? [])) {
      costs[e]! -= perMissingField;
      types[e]! |= field;
    }
    const made = { costs, types };
    known.set(key, made);
    return made;
  };
}

/** The costs given for single pairs, by plan. */
function sparseRows({ planAt, evaluatorAt, plans }: IndexedProblem, { pairs }: SparseCosts) {
  const rows: (Map<number, number> | undefined)[] = Array.from({ length: plans.length });
  for (const [planId, evaluatorId, cost] of pairs) {
    assertCost(cost);
    const [plan, evaluator] = [placeOf(planAt, planId), placeOf(evaluatorAt, evaluatorId)];
    const row = (rows[plan] ??= new Map<number, number>());
    if ((row.get(evaluator) ?? cost) !== cost) throw new RangeError(`two costs for ${planId}, ${evaluatorId}`);
    row.set(evaluator, cost);
  }
  return rows;
}

function assertCost(cost: number): void {
  if (!Number.isInteger(cost) || cost < 0 || cost > HIGHEST_COST)
    throw new RangeError(`a cost is a whole number from 0 to ${HIGHEST_COST}: ${cost}`);
}

function isInOrder(places: Int32Array): boolean {
  return places.every((place, i) => place === i);
}

type Fill = Pick<RowReader, 'load' | 'costOf'>;

function denseFill(problem: IndexedProblem, { costs }: DenseCosts, row: Int32Array): Fill {
  const { planPlace, evaluatorPlace } = problem;
  const width = evaluatorPlace.length;
  if (costs.length !== planPlace.length * width) throw new RangeError(`costs of ${costs.length} pairs`);
  for (let i = 0; i < costs.length; i += 1) if (costs[i]! < 0 || costs[i]! > HIGHEST_COST) assertCost(costs[i]!);
  const straight = isInOrder(evaluatorPlace);
  return {
    load: (plan) => {
      const at = planPlace[plan]! * width;
      if (straight) row.set(costs.subarray(at, at + width));
      else for (let e = 0; e < width; e += 1) row[e] = costs[at + evaluatorPlace[e]!]!;
    },
    costOf: (plan, evaluator) => costs[planPlace[plan]! * width + evaluatorPlace[evaluator]!]!,
  };
}

function sparseFill(
  problem: IndexedProblem,
  given: SparseCosts,
  base: (plan: number) => FieldRow,
  row: Int32Array,
): Fill {
  const singles = sparseRows(problem, given);
  return {
    load: (plan) => {
      row.set(base(plan).costs);
      for (const [evaluator, cost] of singles[plan] ?? []) row[evaluator] = cost;
    },
    costOf: (plan, evaluator) => singles[plan]?.get(evaluator) ?? base(plan).costs[evaluator]!,
  };
}

function block({ fixed, conflicts, partners }: IndexedProblem, plan: number, row: Int32Array): void {
  const each = ({ start, items }: Lists): void => {
    for (let i = start[plan]!; i < start[plan + 1]!; i += 1) row[items[i]!] = BLOCKED;
  };
  each(conflicts);
  each(fixed);
  for (const evaluator of listOf(fixed, plan))
    for (const partner of listOf(partners, evaluator)) row[partner] = BLOCKED;
}

/** Throws RangeError for costs that are no whole numbers from 0 to HIGHEST_COST, or of another number of pairs. */
export function createRowReader(problem: IndexedProblem): RowReader {
  const preferences = problem.given.preferences ?? { kind: 'sparse', pairs: [] };
  const perMissingField = preferences.kind === 'sparse' ? (preferences.perMissingField ?? 1) : 0;
  assertCost(perMissingField);
  for (const { fields } of problem.plans) assertCost(perMissingField * fields.length);
  const base = fieldRows(problem, perMissingField);
  const row = new Int32Array(problem.evaluators.length);
  const fill =
    preferences.kind === 'dense' ? denseFill(problem, preferences, row) : sparseFill(problem, preferences, base, row);
  let types = new Uint8Array(row.length);
  const { industryShare, fieldsPerPlan } = problem.given.rules;
  const typed = industryShare !== null || fieldsPerPlan > 0;
  return {
    row,
    types: () => types,
    load: (plan) => {
      fill.load(plan);
      block(problem, plan, row);
      if (typed) types = base(plan).types as Uint8Array<ArrayBuffer>;
    },
    costOf: fill.costOf,
  };
}
