import { type Actor, isPermitted } from '@daegaejo/identity/rules';
import { notFound, type Tx } from '@daegaejo/platform';
import { lockPlan, type PlanEntity } from '@daegaejo/plan';
import { type EntityManager, IsNull } from 'typeorm';
import type { Phase } from '../rules/index.js';
import { ConsultantAssignmentEntity, ConsultantDismissalEntity } from './opinion.entity.js';
import { ConsultingRoundEntity } from './session.entity.js';

/**
 * The plan behind a record of consulting, locked: 404 for whoever does not see it, or may not even list opinions on it, since
 * evaluators and reviewers never learn that there was any consulting.
 */
export async function lockConsultedPlan(tx: Tx, actor: Actor, planId: string): Promise<PlanEntity> {
  const plan = await lockPlan(tx, actor, planId);
  if (!isPermitted(actor, 'listOpinions', plan)) throw notFound();
  return plan;
}

/** Appointments to a plan that have not ended. */
export async function activeAssignments(manager: EntityManager, planId: string): Promise<ConsultantAssignmentEntity[]> {
  const select = manager
    .createQueryBuilder(ConsultantAssignmentEntity, 'assignment')
    .where('assignment.planId = :planId', { planId });
  const ended = select
    .subQuery()
    .select('1')
    .from(ConsultantDismissalEntity, 'ended')
    .where('ended.assignmentId = assignment.id')
    .getQuery();
  return select.andWhere(`NOT EXISTS ${ended}`).getMany();
}

/** The newest round of a phase that is still open; null where all are closed, or nobody was appointed yet. */
export async function openConsultingRoundOf(
  manager: EntityManager,
  planId: string,
  phase: Phase,
): Promise<ConsultingRoundEntity | null> {
  return manager.findOne(ConsultingRoundEntity, {
    where: { planId, phase, closedAt: IsNull() },
    order: { no: 'DESC' },
  });
}

/** Opens the next round of a phase. The caller holds the plan's lock. */
export async function addConsultingRound(
  tx: Tx,
  round: Pick<ConsultingRoundEntity, 'planId' | 'phase' | 'reason' | 'openedBy'>,
): Promise<ConsultingRoundEntity> {
  const { planId, phase } = round;
  const no = 1 + Number((await tx.manager.maximum(ConsultingRoundEntity, 'no', { planId, phase })) ?? 0);
  const opened: ConsultingRoundEntity = {
    ...round,
    id: tx.newId(),
    no,
    openedAt: tx.now,
    closedBy: null,
    closedAt: null,
    version: 1,
  };
  await tx.manager.insert(ConsultingRoundEntity, opened);
  return opened;
}
