import type { Finding } from '@daegaejo/platform/rules';
import { type AggregateInput, type AggregatePolicy, assertSound, byText, inputFindings } from './aggregate-input.js';
import { scorePlan } from './plan-score.js';
import { type RankedPlan, rankPlans } from './tie-chain.js';

/** A ranking with the rules it was computed by, or why there is none. Plain JSON throughout. */
export type Aggregate =
  | { readonly ok: true; readonly rules: AggregatePolicy; readonly plans: readonly RankedPlan[] }
  | { readonly ok: false; readonly findings: readonly Finding[] };

/**
 * From sheets to ranking, exactly and explained: per plan the evaluators' weighted totals, trimming, mean, base score
 * rounded half up once, bonus up to its caps, final score, cut-off; then the ranks by the tie chain
 * (convention, after 산업기술혁신사업 기반조성 평가관리지침 제25조). The answer does not depend on the order of plans,
 * sheets, marks or bonuses. Hundredths are numbers, exact points are fractions "n/d".
 * Throws RangeError only for a policy the round would have refused (weights that do not sum to 100.00 and the like).
 */
export function aggregate(input: AggregateInput): Aggregate {
  const { criteria, scoring, bonus, tieChain } = input.policy;
  const policy: AggregatePolicy = { criteria, scoring, bonus, tieChain };
  assertSound(policy);
  const findings = inputFindings(input);
  if (findings.length > 0) return { ok: false, findings };
  const plans = [...input.plans].sort((a, b) => byText(a.planId, b.planId));
  const scores = plans.map((plan) => scorePlan(policy, plan));
  return { ok: true, rules: policy, plans: rankPlans(tieChain, scores) };
}
