import { type AssignmentProblem } from './problem.js';

/**
 * The same problem with limits that leave every evaluator the same load, give or take one, as far as his own limits allow:
 * evenness before cost. `proposeAssignment` by itself puts cost before evenness. Conflicts may leave no assignment within
 * these limits; the problem as given then may still have one.
 */
export function withEvenLimits(problem: AssignmentProblem): AssignmentProblem {
  const { evaluators, plans } = problem;
  const wanted = plans.reduce((sum, { reviews }) => sum + reviews, 0);
  const carriedAt = (level: number): number =>
    evaluators.reduce((sum, { minLoad, maxLoad }) => sum + Math.min(Math.max(level, minLoad), maxLoad), 0);
  // the highest level that does not exceed what is wanted, by halving
  let [level, above] = [0, evaluators.reduce((most, { maxLoad }) => Math.max(most, maxLoad), 0) + 1];
  while (above - level > 1) {
    const middle = Math.floor((level + above) / 2);
    if (carriedAt(middle) <= wanted) level = middle;
    else above = middle;
  }
  const within = (load: number, { minLoad, maxLoad }: (typeof evaluators)[number]): number =>
    Math.min(Math.max(load, minLoad), maxLoad);
  return {
    ...problem,
    evaluators: evaluators.map((evaluator) => ({
      ...evaluator,
      minLoad: within(level, evaluator),
      maxLoad: within(carriedAt(level) < wanted ? level + 1 : level, evaluator),
    })),
  };
}
