import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertVersion, notFound, Problem, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, nextState } from '@daegaejo/platform/rules';
import {
  lockPlan,
  movePlan,
  newestVersion,
  planNotNow,
  type PlanEntity,
  type PlanVersionEntity,
  repeatVersion,
} from '@daegaejo/plan';
import { PLAN_TABLE } from '@daegaejo/plan/rules';
import { missingOwners, notNow, policyOf, roundOf, signingMinistry } from '@daegaejo/round';
import { MinistryReviewEntity } from '../store/designation.entity.js';
import { fundingFindings } from './confirm-funding.js';

/**
 * An owner ministry reviews the final draft (적정성 검토): its word is bound to that version and its content hash,
 * so a new submission needs new reviews. `return` sends the plan back to post-consulting at once.
 */
export async function reviewPlan(
  tx: Tx,
  actor: Actor,
  input: { planId: string; verdict: MinistryReviewEntity['verdict']; comment: string; expectedVersion: number | null },
): Promise<MinistryReviewEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'reviewPlan', plan);
  assertVersion(plan, input.expectedVersion);
  const { version, ministryId } = await finalDraft(tx, actor, plan);
  if (await tx.manager.existsBy(MinistryReviewEntity, { planId: plan.id, versionNo: version.no, ministryId }))
    throw refused('designation.reviewed-already', allowedActions(PLAN_TABLE, plan.state));
  const review: MinistryReviewEntity = {
    id: tx.newId(),
    planId: plan.id,
    versionNo: version.no,
    contentHash: version.contentHash,
    ministryId,
    personId: actor.personId ?? '',
    verdict: input.verdict,
    comment: input.comment,
    reviewedAt: tx.now,
  };
  await tx.manager.insert(MinistryReviewEntity, review);
  await tx.record({
    type: 'PlanReviewed',
    subject: { kind: 'plan', id: plan.id },
    roundId: plan.roundId,
    provinceId: plan.provinceId,
    reason: input.comment,
    contentHash: version.contentHash,
    data: { ministryId, verdict: input.verdict, versionNo: version.no },
    audience: 'province',
  });
  if (input.verdict === 'return')
    await movePlan(tx, plan, 'return-final', { type: 'FinalDraftReturned', reason: input.comment });
  return review;
}

/** Confirms the plan (혁신계획 확정) once both ministries found this very version adequate and, where the policy asks, every ministry spoke on its money; it becomes the confirmed version. */
export async function confirmPlan(
  tx: Tx,
  actor: Actor,
  input: { planId: string; expectedVersion: number | null },
): Promise<PlanEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'confirmPlan', plan);
  assertVersion(plan, input.expectedVersion);
  const { version, round } = await finalDraft(tx, actor, plan);
  const policy = await policyOf(tx.manager, round);
  const reviews = await tx.manager.findBy(MinistryReviewEntity, {
    planId: plan.id,
    versionNo: version.no,
    verdict: 'adequate',
  });
  const missing = await missingOwners(
    tx.manager,
    policy,
    reviews.filter((review) => review.contentHash === version.contentHash).map((review) => review.ministryId),
  );
  if (missing.length > 0)
    throw new Problem(409, 'designation.reviews-missing', {}, { findings: missing, allowed: ['reviewPlan'] });
  const unfunded = await fundingFindings(tx.manager, policy, version);
  if (unfunded.length > 0)
    throw new Problem(409, 'funding-confirmation.held', {}, { findings: unfunded, allowed: ['confirmFunding'] });
  const confirmed = await repeatVersion(tx, actor, round, plan, 'confirmed');
  return movePlan(tx, plan, 'confirm', {
    type: 'PlanConfirmed',
    change: { versionNo: confirmed.no },
    contentHash: confirmed.contentHash,
  });
}

async function finalDraft(
  tx: Tx,
  actor: Actor,
  plan: PlanEntity,
): Promise<{ version: PlanVersionEntity; ministryId: string; round: Awaited<ReturnType<typeof roundOf>> }> {
  if (nextState(PLAN_TABLE, plan.state, 'confirm') === null) throw planNotNow(plan, 'confirm');
  const round = await roundOf(tx, plan.roundId);
  if (round.state !== 'finalising') throw notNow(round, 'confirm-plan');
  const ministryId = await signingMinistry(tx.manager, actor, await policyOf(tx.manager, round), round.id);
  const version = await newestVersion(tx.manager, plan);
  if (version === null) throw notFound();
  return { version, ministryId, round };
}
