import { authorise, displayNamesOf } from '@daegaejo/identity';
import { type Actor, organisationsOf, PROVINCE_ROLES } from '@daegaejo/identity/rules';
import { type Page, pageByTime, type Reading } from '@daegaejo/platform';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { PlanCommentQuery, PlanCommentView } from '../http/plan-comment.dto.js';
import { PlanCommentEntity } from '../store/plan-comment.entity.js';
import { PlanEntity } from '../store/plan.entity.js';
import { readPlan } from '../store/plans.js';

/** The one scope of notes: those on plans of one's own province, and nothing for anybody else, staff and auditors included. */
export function commentsFor(manager: EntityManager, actor: Actor): SelectQueryBuilder<PlanCommentEntity> {
  const select = manager
    .createQueryBuilder(PlanCommentEntity, 'comment')
    .innerJoin(PlanEntity, 'plan', 'plan.id = comment.planId');
  const provinces = organisationsOf(actor, PROVINCE_ROLES);
  return provinces.length === 0
    ? select.where('1 = 0')
    : select.where('plan.provinceId IN (:...provinces)', { provinces });
}

/** Notes on a plan, oldest first. */
export async function listComments(
  { manager }: Reading,
  actor: Actor,
  planId: string,
  query: PlanCommentQuery,
): Promise<Page<PlanCommentView>> {
  authorise(actor, 'listPlanComments', await readPlan(manager, actor, planId));
  const select = commentsFor(manager, actor).andWhere('comment.planId = :planId', { planId });
  if (query.section !== undefined) select.andWhere('comment.section = :section', { section: query.section });
  if (query.state !== undefined)
    select.andWhere(`comment.resolvedAt IS ${query.state === 'open' ? 'NULL' : 'NOT NULL'}`);
  const page = await pageByTime(select, 'writtenAt', query);
  const names = await namesOf(manager, page.items);
  return { ...page, items: page.items.map((row) => viewOf(row, names)) };
}

export const commentView = async (manager: EntityManager, comment: PlanCommentEntity): Promise<PlanCommentView> =>
  viewOf(comment, await namesOf(manager, [comment]));

/** Names of the people behind notes: colleagues know each other. */
const namesOf = (manager: EntityManager, rows: readonly PlanCommentEntity[]): Promise<ReadonlyMap<string, string>> =>
  displayNamesOf(
    manager,
    rows.flatMap(({ writtenBy, resolvedBy }) => (resolvedBy === null ? [writtenBy] : [writtenBy, resolvedBy])),
  );

function viewOf(comment: PlanCommentEntity, names: ReadonlyMap<string, string>): PlanCommentView {
  const { id, planId, section, path, text, writtenBy, writtenAt, resolvedBy, resolvedAt, version } = comment;
  return {
    id,
    planId,
    section,
    path,
    text,
    writtenBy: names.get(writtenBy) ?? '',
    writtenAt,
    resolvedBy: resolvedBy === null ? null : (names.get(resolvedBy) ?? ''),
    resolvedAt,
    version,
  };
}
