import { type AssignmentProblem } from './problem.js';

/** Why a pair costs what it costs, and what it counts for. Plain JSON. */
export interface PairExplanation {
  readonly planId: string;
  readonly evaluatorId: string;
  readonly cost: number;
  /** A preference given for the pair, or the fields of the plan the evaluator does not have. */
  readonly source: 'preference' | 'fields';
  readonly perMissingField: number;
  readonly sharedFields: readonly string[];
  readonly missingFields: readonly string[];
  /** Counts for the industry share, for the fields of the plan. */
  readonly industry: boolean;
  readonly field: boolean;
  readonly conflict: boolean;
  readonly fixed: boolean;
}

/** Throws RangeError for a plan or evaluator that is not in the problem. */
export function explainPair(problem: AssignmentProblem, planId: string, evaluatorId: string): PairExplanation {
  const p = problem.plans.findIndex(({ id }) => id === planId);
  const e = problem.evaluators.findIndex(({ id }) => id === evaluatorId);
  const [plan, evaluator] = [problem.plans[p], problem.evaluators[e]];
  if (!plan || !evaluator) throw new RangeError(`not in this problem: ${planId}, ${evaluatorId}`);
  const { preferences } = problem;
  const given =
    preferences?.kind === 'dense'
      ? preferences.costs[p * problem.evaluators.length + e]
      : preferences?.pairs.find(([ofPlan, ofEvaluator]) => ofPlan === planId && ofEvaluator === evaluatorId)?.[2];
  const perMissingField = preferences?.kind === 'dense' ? 0 : (preferences?.perMissingField ?? 1);
  const fields = [...new Set(plan.fields)].sort();
  const missingFields = fields.filter((field) => !evaluator.fields.includes(field));
  const sharedFields = fields.filter((field) => evaluator.fields.includes(field));
  const among = (pairs: AssignmentProblem['fixed']): boolean =>
    pairs.some(([ofPlan, ofEvaluator]) => ofPlan === planId && ofEvaluator === evaluatorId);
  return {
    planId,
    evaluatorId,
    cost: given ?? missingFields.length * perMissingField,
    source: given === undefined ? 'fields' : 'preference',
    perMissingField,
    sharedFields,
    missingFields,
    industry: evaluator.industry,
    field: sharedFields.length > 0,
    conflict: among(problem.conflicts),
    fixed: among(problem.fixed),
  };
}
