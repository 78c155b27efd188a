import { breachesOf, constraintsOf, type PortfolioPlan, type PortfolioRules } from './problem.js';

/**
 * The same question by looking at every subset: what the search is checked against, for up to some twenty plans. Near-optimal
 * sets are those that lose at most delta; of equal best sets the one with the best-placed plans.
 */
export function bruteForce(
  given: readonly PortfolioPlan[],
  rules: PortfolioRules,
): {
  readonly best: { readonly plans: readonly string[]; readonly score: number } | null;
  readonly near: readonly (readonly string[])[];
} {
  const plans = [...given].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const constraints = constraintsOf(plans, rules);
  const feasible: { places: number[]; score: number }[] = [];
  const walk = (at: number, places: readonly number[], score: number): void => {
    if (at === plans.length) {
      if (breachesOf(plans, rules, constraints, places).length === 0) feasible.push({ places: [...places], score });
      return;
    }
    if (places.length < rules.seats.most) walk(at + 1, [...places, at], score + (plans[at]?.score ?? 0));
    walk(at + 1, places, score);
  };
  walk(0, [], 0);
  const top = feasible.reduce((best, { score }) => Math.max(best, score), -Infinity);
  // the walk takes before it leaves out, so the first of equal sets holds the best-placed plans
  const best = feasible.find(({ score }) => score === top);
  const idsOf = (places: readonly number[]): string[] => places.map((at) => plans[at]?.id ?? '');
  return {
    best: best === undefined ? null : { plans: idsOf(best.places), score: best.score },
    near: feasible.filter(({ score }) => score >= top - rules.delta).map(({ places }) => idsOf(places)),
  };
}
