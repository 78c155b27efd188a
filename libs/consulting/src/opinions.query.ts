import { authorise } from '@daegaejo/identity';
import type { Actor, OperationId } from '@daegaejo/identity/rules';
import { notFound, type Page, pageById, type PageQuery, pageOf, readCursor, type Reading } from '@daegaejo/platform';
import { allowedActions } from '@daegaejo/platform/rules';
import { type PlanEntity, readPlan } from '@daegaejo/plan';
import { type EntityManager, In } from 'typeorm';
import type { ConsultantView, OpinionView } from './http/consulting.dto.js';
import { OPINION_TABLE } from './rules/index.js';
import { ConsultantAssignmentEntity, OpinionEntity, OpinionTurnEntity } from './store/opinion.entity.js';

/** Opinions on a plan with their whole conversation, in the order they were given. */
export async function listOpinions(
  { manager }: Reading,
  actor: Actor,
  planId: string,
  query: PageQuery,
): Promise<Page<OpinionView>> {
  await consultedPlan(manager, actor, planId, 'listOpinions');
  const limit = query.limit ?? 50;
  const after = readCursor(query.cursor, 2);
  const select = manager
    .createQueryBuilder(OpinionEntity, 'opinion')
    .where('opinion.planId = :planId', { planId })
    .orderBy('opinion.issuedAt')
    .addOrderBy('opinion.id')
    .limit(limit + 1);
  if (after !== null)
    select.andWhere('(opinion.issuedAt > :at OR (opinion.issuedAt = :at AND opinion.id > :id))', {
      at: after[0],
      id: after[1],
    });
  const rows = await select.getMany();
  const views = await opinionViews(manager, rows);
  return pageOf(
    rows,
    limit,
    (row) => [row.issuedAt, row.id],
    (row) => views.get(row.id) as OpinionView,
  );
}

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
  return pageById(select, 'assignment', query, consultantView);
}

export const consultantView = ({
  id,
  planId,
  personId,
  phase,
  assignedAt,
}: ConsultantAssignmentEntity): ConsultantView => ({
  id,
  planId,
  personId,
  phase,
  assignedAt,
});

/** One opinion with its conversation, for the answer to a write. */
export async function opinionView(manager: EntityManager, opinion: OpinionEntity): Promise<OpinionView> {
  const view = (await opinionViews(manager, [opinion])).get(opinion.id);
  if (view === undefined) throw notFound();
  return view;
}

/** The plan, for readers who know of consulting: others who see the plan are refused, all others get 404. */
async function consultedPlan(
  manager: EntityManager,
  actor: Actor,
  planId: string,
  operation: OperationId,
): Promise<PlanEntity> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, operation, plan);
  return plan;
}

async function opinionViews(manager: EntityManager, rows: readonly OpinionEntity[]): Promise<Map<string, OpinionView>> {
  const turns = await manager.find(OpinionTurnEntity, {
    where: { opinionId: In(rows.map((row) => row.id)) },
    order: { no: 'ASC' },
  });
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        planId: row.planId,
        phase: row.phase,
        state: row.state,
        section: row.section,
        onVersionNo: row.onVersionNo,
        text: row.text,
        issuedAt: row.issuedAt,
        turns: turns
          .filter((turn) => turn.opinionId === row.id)
          .map(({ no, kind, answer, text, at }) => ({ no, kind, answer, text, at })),
        allowed: allowedActions(OPINION_TABLE, row.state),
        version: row.version,
      },
    ]),
  );
}
