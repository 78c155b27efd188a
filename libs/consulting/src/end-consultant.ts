import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { notFound, refused, type Tx } from '@daegaejo/platform';
import { dismissReader } from '@daegaejo/plan';
import { recordStep } from './record-step.js';
import { activeAssignments, lockConsultedPlan } from './store/consultings.js';
import { ConsultantAssignmentEntity, ConsultantDismissalEntity } from './store/opinion.entity.js';

/**
 * The secretariat ends an appointment (해촉). The plan is closed to him unless he is appointed for the other phase as well; what he
 * said stays, and so does the bar on evaluating. 409 where it has ended already.
 */
export async function endConsultant(
  tx: Tx,
  actor: Actor,
  input: { assignmentId: string; reason: string },
): Promise<ConsultantAssignmentEntity> {
  const assignment = await tx.manager.findOneBy(ConsultantAssignmentEntity, { id: input.assignmentId });
  if (assignment === null) throw notFound();
  const plan = await lockConsultedPlan(tx, actor, assignment.planId);
  authorise(actor, 'endConsultant', plan);
  const active = await activeAssignments(tx.manager, plan.id);
  if (active.every(({ id }) => id !== assignment.id)) throw refused('consulting.ended-already', []);
  await tx.manager.insert(ConsultantDismissalEntity, {
    id: tx.newId(),
    assignmentId: assignment.id,
    reason: input.reason,
    endedBy: actor.personId ?? '',
    endedAt: tx.now,
  });
  const { personId, phase } = assignment;
  if (active.filter((other) => other.personId === personId).length === 1)
    await dismissReader(tx, plan.id, personId, 'consultant');
  await recordStep(tx, plan, { type: 'ConsultantEnded', reason: input.reason, data: { phase, personId } });
  return assignment;
}
