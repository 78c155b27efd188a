import { authorise, holdersOf, PersonEntity, RoleGrantEntity } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { invalid, lockRow, Problem, refused, type Tx } from '@daegaejo/platform';
import { allowedActions } from '@daegaejo/platform/rules';
import { admitReader, everReader, lockPlan, movePlan, type PlanEntity, plansOfProvinces } from '@daegaejo/plan';
import { PLAN_TABLE, type PlanState } from '@daegaejo/plan/rules';
import { type EntityManager, IsNull } from 'typeorm';
import { recordStep } from './record-step.js';
import type { Phase } from './rules/index.js';
import { activeAssignments, addConsultingRound } from './store/consultings.js';
import { ConsultantAssignmentEntity } from './store/opinion.entity.js';
import { ConsultingRoundEntity } from './store/session.entity.js';

/** Plans a consultant can be appointed to, by phase. */
const OPEN: { readonly [P in Phase]: readonly PlanState[] } = {
  pre: ['pre-submitted', 'in-pre-consulting', 'revising'],
  post: ['preselected', 'in-post-consulting', 'final-draft'],
};

/**
 * The secretariat appoints a consultant (컨설턴트 배정): he may read the plan from now on, and can never evaluate it.
 * Refused for somebody who evaluates or evaluated it or another plan of the province, in any round, and for the province's own people.
 */
export async function assignConsultant(
  tx: Tx,
  actor: Actor,
  input: { planId: string; personId: string; phase: Phase },
): Promise<ConsultantAssignmentEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'assignConsultant', plan);
  if (!(await holdersOf(tx.manager, 'consultant', [input.personId])).has(input.personId))
    throw invalid([{ field: 'personId', code: 'consulting.not-a-consultant' }]);
  await lockRow(tx, 'person', input.personId); // he may be put on a panel in this moment, for another plan of the province
  await assertFree(tx.manager, plan, input.personId);
  if (!OPEN[input.phase].includes(plan.state))
    throw refused('consulting.not-now', allowedActions(PLAN_TABLE, plan.state), { state: plan.state });
  const held = { planId: plan.id, personId: input.personId, phase: input.phase };
  const active = await activeAssignments(tx.manager, plan.id);
  if (active.some(({ personId, phase }) => personId === held.personId && phase === held.phase))
    throw refused('consulting.assigned-already', []);
  const assignment = { ...held, id: tx.newId(), assignedBy: actor.personId ?? '', assignedAt: tx.now };
  await tx.manager.insert(ConsultantAssignmentEntity, assignment);
  await admitReader(tx, plan.id, input.personId, 'consultant');
  await recordStep(tx, plan, {
    type: 'ConsultantAssigned',
    data: { phase: input.phase, personId: input.personId },
  });
  await startPhase(tx, plan, assignment);
  return assignment;
}

/**
 * Evaluating and consulting shut each other out in both orders, over every plan of the province (its lineage, as the conflict rules
 * of the evaluation have it); and nobody consults those he works for or acts for.
 */
async function assertFree(manager: EntityManager, { provinceId }: PlanEntity, personId: string): Promise<void> {
  const lineage = await plansOfProvinces(manager, [provinceId]);
  const ids = lineage.map(({ id }) => id);
  if (await everReader(manager, ids, personId, 'evaluator')) throw refused('consulting.is-evaluator', []);
  const own =
    (await manager.existsBy(PersonEntity, { id: personId, organisationId: provinceId })) ||
    (await manager.existsBy(RoleGrantEntity, { personId, organisationId: provinceId, revokedAt: IsNull() }));
  if (!own) return;
  const finding = { field: 'personId', code: 'consulting.own-organisation', params: { source: '관례' } };
  throw new Problem(409, 'consulting.conflict', {}, { findings: [finding], allowed: [] });
}

async function startPhase(tx: Tx, plan: PlanEntity, assignment: ConsultantAssignmentEntity): Promise<void> {
  const { planId, phase, assignedBy } = assignment;
  if (!(await tx.manager.existsBy(ConsultingRoundEntity, { planId, phase })))
    await addConsultingRound(tx, { planId, phase, reason: null, openedBy: assignedBy });
  if (phase === 'pre' && plan.state === 'pre-submitted') await movePlan(tx, plan, 'start-pre-consulting');
  if (phase === 'post' && plan.state === 'preselected') await movePlan(tx, plan, 'start-post-consulting');
}
