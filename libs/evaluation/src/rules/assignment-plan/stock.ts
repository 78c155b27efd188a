import { type IndexedProblem, listOf } from './indexed.js';
import { BLOCKED, FIELD, INDUSTRY, type RowReader } from './rows.js';

/** What is still wanted once the fixed pairs are taken off. */
export interface Needs {
  /** Reviews per plan, of them from industry and of a field of the plan; a plan with too many fixed pairs is below 0. */
  readonly reviews: Int32Array;
  readonly industry: Int32Array;
  readonly field: Int32Array;
  /** Loads per evaluator; `most` is below 0 where the fixed pairs exceed it. */
  readonly least: Int32Array;
  readonly most: Int32Array;
}

export interface Stock {
  readonly needs: Needs;
  /** Evaluators free for each plan by type (INDUSTRY and FIELD), four numbers a plan. */
  readonly free: Int32Array;
  /** Plans each evaluator is free for; his fixed ones not counted. */
  readonly freeOfEvaluator: Int32Array;
  /** The highest cost of a pair that may be. */
  readonly highestCost: number;
}

export function startingNeeds({ plans, evaluators, fixed, given }: IndexedProblem): Needs {
  const { industryShare: share, fieldsPerPlan } = given.rules;
  const needs = {
    reviews: Int32Array.from(plans, ({ reviews }) => reviews),
    industry: Int32Array.from(plans, ({ reviews }) => (share ? Math.ceil((reviews * share.of) / share.per) : 0)),
    field: Int32Array.from(plans, ({ fields, reviews }) => (fields.length > 0 && reviews > 0 ? fieldsPerPlan : 0)),
    least: Int32Array.from(evaluators, ({ minLoad }) => minLoad),
    most: Int32Array.from(evaluators, ({ maxLoad }) => maxLoad),
  };
  for (let plan = 0; plan < plans.length; plan += 1) needs.reviews[plan]! -= listOf(fixed, plan).length;
  for (const evaluator of fixed.items) {
    needs.most[evaluator]! -= 1;
    if (needs.least[evaluator]! > 0) needs.least[evaluator]! -= 1;
  }
  return needs;
}

function takeOffFixed(needs: Needs, plan: number, fixed: Int32Array, types: Uint8Array): void {
  for (const evaluator of fixed) {
    if (types[evaluator]! & INDUSTRY && needs.industry[plan]! > 0) needs.industry[plan]! -= 1;
    if (types[evaluator]! & FIELD && needs.field[plan]! > 0) needs.field[plan]! -= 1;
  }
}

/** Counts who is free for what. */
export function takeStock(problem: IndexedProblem, reader: RowReader): Stock {
  const { plans, evaluators } = problem;
  const needs = startingNeeds(problem);
  const free = new Int32Array(plans.length * 4);
  const freeOfEvaluator = new Int32Array(evaluators.length);
  const { row } = reader;
  let highestCost = 0;
  for (let plan = 0; plan < plans.length; plan += 1) {
    reader.load(plan);
    const types = reader.types();
    takeOffFixed(needs, plan, listOf(problem.fixed, plan), types);
    for (let e = 0; e < row.length; e += 1) {
      if (row[e]! >= BLOCKED) continue;
      free[4 * plan + types[e]!]! += 1;
      freeOfEvaluator[e]! += 1;
      if (row[e]! > highestCost) highestCost = row[e]!;
    }
  }
  return { needs, free, freeOfEvaluator, highestCost };
}
