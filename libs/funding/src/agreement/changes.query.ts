import { authorise, organisationsById } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { planNotNow, PlanVersionEntity, readPlan, wordDiff } from '@daegaejo/plan';
import { type PlanContent, planDiff } from '@daegaejo/plan/rules';
import { notFound, type Page, pageOf, type PageQuery, readCursor, type Reading } from '@daegaejo/platform';
import { allowedActions } from '@daegaejo/platform/rules';
import { policyOf, readRound } from '@daegaejo/round';
import { type EntityManager, In } from 'typeorm';
import { proposedContent } from './apply-change.js';
import type { ChangeDetailView, ChangeView, ChangeWatchView } from './http/change.dto.js';
import { CHANGE_TABLE, sheetChanges, watchChanges } from './rules/index.js';
import { PlanChangeDecisionEntity, PlanChangeEntity } from './store/change.entity.js';

/** Changes of a region, in the order they were filed. */
export async function listChanges(
  reading: Reading,
  actor: Actor,
  planId: string,
  query: PageQuery,
): Promise<Page<ChangeView>> {
  const { manager } = reading;
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'listChanges', plan);
  const limit = query.limit ?? 50;
  const after = readCursor(query.cursor, 1);
  const select = manager
    .createQueryBuilder(PlanChangeEntity, 'change')
    .where('change.planId = :planId', { planId })
    .orderBy('change.no')
    .limit(limit + 1);
  if (after !== null) select.andWhere('change.no > :after', { after: Number(after[0]) });
  const rows = await select.getMany();
  const views = await changeViews(reading, rows);
  return pageOf(
    rows,
    limit,
    (row) => [String(row.no)],
    (row) => views.get(row.id) as ChangeView,
  );
}

/** One change with all that differs, from the version it starts from to what it proposes. */
export async function getChange(reading: Reading, actor: Actor, changeId: string): Promise<ChangeDetailView> {
  const { manager } = reading;
  const change = await manager.findOneBy(PlanChangeEntity, { id: changeId });
  if (change === null) throw notFound();
  const plan = await readPlan(manager, actor, change.planId);
  authorise(actor, 'getChange', plan);
  const base = await manager.findOneByOrFail(PlanVersionEntity, { planId: plan.id, no: change.baseNo });
  return {
    ...(await changeView(reading, change)),
    ...planDiff(base.content, proposedContent(base.content, change.parts), wordDiff),
    sheet: change.sheet === null ? [] : sheetChanges(change.sheet.before, change.sheet.after),
  };
}

/** What the changes since the confirmation come to together (누적 변경). 409 for a plan that was never confirmed. */
export async function watchPlanChanges({ manager }: Reading, actor: Actor, planId: string): Promise<ChangeWatchView> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'watchPlanChanges', plan);
  const versions = await manager.find(PlanVersionEntity, {
    where: { planId, kind: In(['confirmed', 'change']) },
    order: { no: 'ASC' },
  });
  const [confirmed, ...changed] = versions.map(({ content }) => content);
  if (confirmed === undefined) throw planNotNow(plan, 'change');
  const done = await manager.find(PlanChangeEntity, {
    where: { planId, state: In(['noted', 'approved']) },
    select: { id: true, class: true },
  });
  const { changes } = await policyOf(manager, await readRound(manager, actor, plan.roundId));
  const contents: [PlanContent, ...PlanContent[]] = [confirmed, ...changed];
  const watch = watchChanges(
    contents,
    done.map((change) => change.class),
    changes?.watchBp,
  );
  return {
    ...watch,
    planId,
    confirmedNo: versions[0]?.no ?? 0,
    newestNo: versions.at(-1)?.no ?? 0,
    movedWon: String(watch.movedWon),
    flags: [...watch.flags],
  };
}

export async function changeView(
  reading: Pick<Reading, 'manager' | 'now'>,
  change: PlanChangeEntity,
): Promise<ChangeView> {
  return (await changeViews(reading, [change])).get(change.id) as ChangeView;
}

async function changeViews(
  { manager, now }: Pick<Reading, 'manager' | 'now'>,
  rows: readonly PlanChangeEntity[],
): Promise<ReadonlyMap<string, ChangeView>> {
  const decisions = await decisionsOf(manager, rows);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        planId: row.planId,
        no: row.no,
        state: row.state,
        class: row.class,
        claims: row.claims.map((claim) => ({ ...claim, paths: [...claim.paths] })),
        baseNo: row.baseNo,
        projectPlanId: row.projectPlanId,
        contentHash: row.contentHash,
        reason: row.reason,
        letterNumber: row.letterNumber,
        filedAt: row.filedAt,
        dueAt: row.dueAt,
        late: (row.closedAt ?? now) >= row.dueAt,
        lateInYear: row.lateInYear,
        decisions: decisions.get(row.id) ?? [],
        resolution: row.resolution,
        resolvedOn: row.resolvedOn,
        resolved: row.resolved,
        closedAt: row.closedAt,
        closedReason: row.closedReason,
        appliedNo: row.appliedNo,
        agreementNo: row.agreementNo,
        allowed: allowedActions(CHANGE_TABLE, row.state),
        version: row.version,
      },
    ]),
  );
}

async function decisionsOf(
  manager: EntityManager,
  rows: readonly PlanChangeEntity[],
): Promise<ReadonlyMap<string, ChangeView['decisions']>> {
  const found = await manager.find(PlanChangeDecisionEntity, {
    where: { changeId: In(rows.map(({ id }) => id)) },
    order: { decidedAt: 'ASC', id: 'ASC' },
  });
  const names = await organisationsById(
    manager,
    found.map(({ ministryId }) => ministryId),
  );
  const by = new Map<string, ChangeView['decisions']>();
  for (const { changeId, ministryId, verdict, reason, decidedAt } of found)
    by.set(changeId, [
      ...(by.get(changeId) ?? []),
      { ministry: names.get(ministryId)?.code ?? '', verdict, reason, decidedAt },
    ]);
  return by;
}
