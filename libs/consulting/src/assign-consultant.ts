import { authorise, holdersOf } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { invalid, refused, type Tx } from '@daegaejo/platform';
import { allowedActions } from '@daegaejo/platform/rules';
import { admitReader, everReader, lockPlan, movePlan, type PlanEntity } from '@daegaejo/plan';
import { PLAN_TABLE, type PlanState } from '@daegaejo/plan/rules';
import type { Phase } from './rules/index.js';
import { ConsultantAssignmentEntity } from './store/opinion.entity.js';

/** Plans a consultant can be appointed to, by phase. */
const OPEN: { readonly [P in Phase]: readonly PlanState[] } = {
  pre: ['pre-submitted', 'in-pre-consulting', 'revising'],
  post: ['preselected', 'in-post-consulting', 'final-draft'],
};

/**
 * The secretariat appoints a consultant (컨설턴트 배정): he may read the plan from now on, and can never evaluate it.
 * Refused for somebody who evaluates or evaluated it.
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
  if (await everReader(tx.manager, plan.id, input.personId, 'evaluator')) throw refused('consulting.is-evaluator', []);
  if (!OPEN[input.phase].includes(plan.state))
    throw refused('consulting.not-now', allowedActions(PLAN_TABLE, plan.state), { state: plan.state });
  const held = { planId: plan.id, personId: input.personId, phase: input.phase };
  if (await tx.manager.existsBy(ConsultantAssignmentEntity, held)) throw refused('consulting.assigned-already', []);
  const assignment = { ...held, id: tx.newId(), assignedBy: actor.personId ?? '', assignedAt: tx.now };
  await tx.manager.insert(ConsultantAssignmentEntity, assignment);
  await admitReader(tx, plan.id, input.personId, 'consultant');
  await tx.record({
    type: 'ConsultantAssigned',
    subject: { kind: 'plan', id: plan.id },
    roundId: plan.roundId,
    provinceId: plan.provinceId,
    data: { phase: input.phase, personId: input.personId },
    audience: 'province',
  });
  await startPhase(tx, plan, input.phase);
  return assignment;
}

async function startPhase(tx: Tx, plan: PlanEntity, phase: Phase): Promise<void> {
  if (phase === 'pre' && plan.state === 'pre-submitted') await movePlan(tx, plan, 'start-pre-consulting');
  if (phase === 'post' && plan.state === 'preselected') await movePlan(tx, plan, 'start-post-consulting');
}
