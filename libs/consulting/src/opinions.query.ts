import { authorise } from '@daegaejo/identity';
import type { Actor, OperationId } from '@daegaejo/identity/rules';
import { notFound, type Page, pageByTime, type PageQuery, type Reading } from '@daegaejo/platform';
import { allowedActions } from '@daegaejo/platform/rules';
import { type PlanEntity, readPlan } from '@daegaejo/plan';
import { type EntityManager, In } from 'typeorm';
import type { OpinionView } from './http/consulting.dto.js';
import { OPINION_TABLE } from './rules/index.js';
import { OpinionEntity, OpinionTurnEntity } from './store/opinion.entity.js';

/** Opinions on a plan with their whole conversation, in the order they were given. */
export async function listOpinions(
  { manager }: Reading,
  actor: Actor,
  planId: string,
  query: PageQuery,
): Promise<Page<OpinionView>> {
  await consultedPlan(manager, actor, planId, 'listOpinions');
  const select = manager.createQueryBuilder(OpinionEntity, 'opinion').where('opinion.planId = :planId', { planId });
  const page = await pageByTime(select, 'issuedAt', query);
  const views = await opinionViews(manager, page.items);
  return { ...page, items: page.items.map(({ id }) => views.get(id) as OpinionView) };
}

/** One opinion with its conversation, for the answer to a write. */
export async function opinionView(manager: EntityManager, opinion: OpinionEntity): Promise<OpinionView> {
  const view = (await opinionViews(manager, [opinion])).get(opinion.id);
  if (view === undefined) throw notFound();
  return view;
}

/** The plan, for readers who know of consulting: others who see the plan are refused, all others get 404. */
export async function consultedPlan(
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
        consultingRound: row.consultingRound,
        severity: row.severity,
        section: row.section,
        target: row.target,
        onVersionNo: row.onVersionNo,
        text: row.text,
        meetingId: row.meetingId,
        issuedAt: row.issuedAt,
        dueAt: row.dueAt,
        turns: turns
          .filter((turn) => turn.opinionId === row.id)
          .map(({ no, kind, answer, text, changes, inVersionNo, at }) => ({
            no,
            kind,
            answer,
            text,
            changes,
            inVersionNo,
            at,
          })),
        allowed: allowedActions(OPINION_TABLE, row.state),
        version: row.version,
      },
    ]),
  );
}
