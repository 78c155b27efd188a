import type { Finding } from '@daegaejo/platform/rules';
import { type AggregateInput, type AggregatePolicy, byText } from './aggregate-input.js';
import { explainPlan } from './explain.js';
import type { PlanSummary } from './plan-summary.js';
import { rankRound } from './rank-round.js';
import type { RankedPlan } from './tie-chain.js';

/** A ranking with the rules it was computed by, or why there is none. Plain JSON throughout. */
export type Aggregate =
  | { readonly ok: true; readonly rules: AggregatePolicy; readonly plans: readonly RankedPlan[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * From sheets to ranking, exactly and explained: per plan and stage the evaluators' weighted totals, trimming, mean; the
 * stages by their shares, base score rounded half up once, bonus and deductions up to their caps, final score, cut-off and
 * floors; then the ranks by the tie chain
 * (convention, after 산업기술혁신사업 기반조성 평가관리지침 제25조). The answer does not depend on the order of plans,
 * sheets, marks or bonuses. Hundredths are numbers, exact points are fractions "n/d".
 * Throws RangeError only for a policy the round would have refused (weights that do not sum to 100.00 and the like).
 */
export function aggregate(input: AggregateInput): Aggregate {
  const ranking = rankRound(input);
  if (!ranking.ok) return ranking;
  const { rules, plans: ranked } = ranking;
  const equals = new Map<number, PlanSummary[]>();
  for (const summary of ranked) {
    const group = equals.get(summary.final);
    if (group) group.push(summary);
    else equals.set(summary.final, [summary]);
  }
  const equalsOf = new Map(ranked.map(({ planId, final }) => [planId, equals.get(final) ?? []]));
  const plans = input.plans.map((plan) => explainPlan(rules, plan, equalsOf.get(plan.planId) ?? []));
  return { ok: true, rules, plans: plans.sort((a, b) => a.rank - b.rank || byText(a.planId, b.planId)) };
}
