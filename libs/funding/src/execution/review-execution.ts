import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, refused, type Tx } from '@daegaejo/platform';
import { seoulDay } from '@daegaejo/platform/rules';
import { lockPlan, type PlanEntity } from '@daegaejo/plan';
import type { ExecutionLight } from '@daegaejo/round/rules';
import { acceptedReport, headOf, rulesOf } from './judging.js';
import { CORRECTIVE_TABLE, proposeReview, type ReviewDecision, reviewFindings } from '../rules/index.js';
import { type Dossier, dossiersOf } from './store/dossiers.js';
import { CorrectivePlanEntity, ExecutionReviewEntity } from './store/execution.entity.js';
import { regionLevel, yearParts } from './year-parts.js';

export interface ReviewInput {
  readonly planId: string;
  readonly year: number;
  readonly light: ExecutionLight;
  readonly decision: ReviewDecision;
  readonly reason: string | null;
  readonly comment: string;
  readonly panel: readonly string[];
  readonly heldOn: string;
  /** Until when a corrective plan is asked for; null = none is. */
  readonly correctiveDueAt: string | null;
}

/**
 * The secretariat records what the panel made of a year (연차평가): light and decision, beside those the rules of the round
 * come to. It needs the accepted report; a departure needs a reason, and so does a correction, which is a new version. A stop is
 * recorded as the panel's decision and revokes nothing. 409 without rules, without an accepted report, after the final evaluation.
 */
export async function reviewExecution(tx: Tx, actor: Actor, input: ReviewInput): Promise<ExecutionReviewEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'reviewExecution', plan);
  const { rules, years } = await rulesOf(tx, plan);
  const [dossier] = (await dossiersOf(tx.manager, [plan])) as [Dossier];
  const report = acceptedReport(dossier, input.year);
  if (dossier.final !== null) throw refused('execution.closed', []);
  const parts = yearParts(dossier, input.year, regionLevel(dossier, years));
  const before = dossier.reviews.findLast(({ year }) => year === input.year - 1)?.light ?? null;
  const proposal = proposeReview(parts, rules, before);
  const last = dossier.reviews.findLast(({ year }) => year === input.year);
  const asked = dossier.correctives.find(({ year }) => year === input.year)?.year ?? null;
  assertNone(
    reviewFindings(input, proposal, { now: tx.now, today: seoulDay(tx.now), before: last?.no ?? null, asked }),
  );
  const { correctiveDueAt, planId: _plan, ...words } = input;
  const review: ExecutionReviewEntity = {
    ...words,
    ...headOf(tx, actor, plan, last?.no),
    reportNo: report.no,
    parts,
    score: proposal.score,
    ruleLight: proposal.light,
    ruleDecision: proposal.decision,
  };
  await tx.manager.insert(ExecutionReviewEntity, review as never);
  await tx.record({
    type: 'ExecutionReviewed',
    subject: { kind: 'plan', id: plan.id },
    roundId: plan.roundId,
    provinceId: plan.provinceId,
    data: { year: review.year, no: review.no, light: review.light, decision: review.decision },
    audience: 'province',
  });
  if (correctiveDueAt !== null) await askCorrective(tx, plan, input.year, correctiveDueAt);
  return review;
}

async function askCorrective(tx: Tx, plan: PlanEntity, year: number, dueAt: string): Promise<void> {
  const corrective: CorrectivePlanEntity = {
    id: tx.newId(),
    roundId: plan.roundId,
    planId: plan.id,
    provinceId: plan.provinceId,
    year,
    state: CORRECTIVE_TABLE.initial,
    dueAt,
    askedAt: tx.now,
    reason: null,
    filedAt: null,
    decidedAt: null,
    version: 1,
  };
  await tx.manager.insert(CorrectivePlanEntity, corrective);
  await tx.record({
    type: 'CorrectivePlanAsked',
    subject: { kind: 'plan', id: plan.id },
    roundId: plan.roundId,
    provinceId: plan.provinceId,
    data: { year, dueAt },
    audience: 'province',
  });
}
