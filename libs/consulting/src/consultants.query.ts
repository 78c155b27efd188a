import type { Actor } from '@daegaejo/identity/rules';
import { type Page, type PageQuery, pageById, type Reading } from '@daegaejo/platform';
import { type EntityManager, In } from 'typeorm';
import type { ConsultantView } from './http/consulting.dto.js';
import { consultedPlan } from './opinions.query.js';
import { ConsultantAssignmentEntity, ConsultantDismissalEntity } from './store/opinion.entity.js';

/** Consultants a plan has, and those it had. */
export async function listConsultants(
  { manager }: Reading,
  actor: Actor,
  planId: string,
  query: PageQuery,
): Promise<Page<ConsultantView>> {
  await consultedPlan(manager, actor, planId, 'listConsultants');
  const select = manager
    .createQueryBuilder(ConsultantAssignmentEntity, 'assignment')
    .where('assignment.planId = :planId', { planId });
  const page = await pageById(select, 'assignment', query, (row) => row);
  return { ...page, items: await consultantViews(manager, page.items) };
}

/** One appointment, for the answer to a write. */
export async function consultantView(
  manager: EntityManager,
  assignment: ConsultantAssignmentEntity,
): Promise<ConsultantView> {
  const [view] = await consultantViews(manager, [assignment]);
  return view as ConsultantView;
}

async function consultantViews(
  manager: EntityManager,
  rows: readonly ConsultantAssignmentEntity[],
): Promise<ConsultantView[]> {
  const dismissals = await manager.findBy(ConsultantDismissalEntity, { assignmentId: In(rows.map(({ id }) => id)) });
  const ends = new Map(dismissals.map((dismissal) => [dismissal.assignmentId, dismissal]));
  return rows.map(({ id, planId, personId, phase, assignedAt }) => ({
    id,
    planId,
    personId,
    phase,
    assignedAt,
    endedAt: ends.get(id)?.endedAt ?? null,
    endReason: ends.get(id)?.reason ?? null,
  }));
}
