import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { refused, type Tx } from '@daegaejo/platform';
import { allowedActions } from '@daegaejo/platform/rules';
import { lockPlan, movePlan, type PlanEntity } from '@daegaejo/plan';
import { PLAN_TABLE, type PlanState } from '@daegaejo/plan/rules';
import type { Phase } from './rules/index.js';
import { ConsultantAssignmentEntity, OpinionEntity } from './store/opinion.entity.js';

/** Which phase an opinion belongs to, by the state of the plan; other states take none. */
const PHASE_OF: { readonly [S in PlanState]?: Phase } = {
  'in-pre-consulting': 'pre',
  revising: 'pre',
  'in-post-consulting': 'post',
};

/** An appointed consultant gives an opinion on a part of the plan (의견 제시). */
export async function issueOpinion(
  tx: Tx,
  actor: Actor,
  input: { planId: string; section: string; text: string },
): Promise<OpinionEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  const assignments = await tx.manager.findBy(ConsultantAssignmentEntity, { planId: plan.id });
  authorise(actor, 'issueOpinion', { ...plan, people: assignments.map((assignment) => assignment.personId) });
  const phase = PHASE_OF[plan.state];
  const appointed = assignments.some(
    (assignment) => assignment.personId === actor.personId && assignment.phase === phase,
  );
  if (phase === undefined || !appointed)
    throw refused('consulting.not-now', allowedActions(PLAN_TABLE, plan.state), { state: plan.state });
  const opinion: OpinionEntity = {
    id: tx.newId(),
    planId: plan.id,
    consultantId: actor.personId ?? '',
    phase,
    state: 'issued',
    section: input.section,
    onVersionNo: plan.versionNo,
    text: input.text,
    issuedAt: tx.now,
    version: 1,
  };
  await tx.manager.insert(OpinionEntity, opinion);
  await recordOpinion(tx, plan, opinion, { type: 'OpinionIssued', from: null, to: 'issued' });
  if (plan.state === 'in-pre-consulting') await movePlan(tx, plan, 'receive-opinion');
  return opinion;
}

/** A step of an opinion in the history; readable by the province it is for. */
export async function recordOpinion(
  tx: Tx,
  plan: PlanEntity,
  opinion: OpinionEntity,
  event: { type: string; from: string | null; to: string; reason?: string | null },
): Promise<void> {
  await tx.record({
    ...event,
    subject: { kind: 'opinion', id: opinion.id },
    roundId: plan.roundId,
    provinceId: plan.provinceId,
    data: { planId: plan.id, phase: opinion.phase, section: opinion.section, personId: opinion.consultantId },
    audience: 'province',
  });
}
