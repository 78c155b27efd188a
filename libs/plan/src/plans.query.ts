import { organisationsById } from '@daegaejo/identity';
import { type Actor, isPermitted, organisationsOf, PROVINCE_ROLES, STAFF_ROLES } from '@daegaejo/identity/rules';
import { notFound, type Page, pageOf, readCursor, type Reading } from '@daegaejo/platform';
import { allowedActions, wonInText } from '@daegaejo/platform/rules';
import type { EntityManager } from 'typeorm';
import type { PlanQuery, PlanSummaryView, PlanVersionSummaryView, PlanVersionView, PlanView } from './http/plan.dto.js';
import { budgetTotals, EMPTY_CONTENT, PLAN_LABELS, PLAN_TABLE, type PlanContent } from './rules/index.js';
import { PlanEntity, PlanVersionEntity } from './store/plan.entity.js';
import type { ReadingGates } from './reading-gates.js';
import { newestVersion, readPlan, visiblePlans } from './store/plans.js';

/** Plans the reader may see, oldest first. */
export async function listPlans({ manager }: Reading, actor: Actor, query: PlanQuery): Promise<Page<PlanSummaryView>> {
  const limit = query.limit ?? 50;
  const after = readCursor(query.cursor, 2);
  const select = visiblePlans(actor, manager.createQueryBuilder(PlanEntity, 'plan'))
    .orderBy('plan.createdAt')
    .addOrderBy('plan.id')
    .limit(limit + 1);
  if (query.roundId !== undefined) select.andWhere('plan.roundId = :roundId', { roundId: query.roundId });
  if (query.state !== undefined) select.andWhere('plan.state = :state', { state: query.state });
  if (after !== null)
    select.andWhere('(plan.createdAt > :at OR (plan.createdAt = :at AND plan.id > :id))', {
      at: after[0],
      id: after[1],
    });
  const rows = await select.getMany();
  const provinces = await organisationsById(
    manager,
    rows.map((row) => row.provinceId),
  );
  return pageOf(
    rows,
    limit,
    (row) => [row.createdAt, row.id],
    (row) => summary(row, actor, provinces.get(row.provinceId)?.code ?? ''),
  );
}

export async function getPlan(reading: Reading, actor: Actor, gates: ReadingGates, id: string): Promise<PlanView> {
  return planView(reading.manager, actor, await openPlan(reading, actor, gates, id));
}

/** The plan, if this reader may see it and no stage keeps it closed to him. */
async function openPlan(reading: Reading, actor: Actor, gates: ReadingGates, id: string): Promise<PlanEntity> {
  const plan = await readPlan(reading.manager, actor, id);
  await gates.assertOpen(reading, actor, plan);
  return plan;
}

/** A plan as this reader may see it: the working draft is the province's alone. */
export async function planView(manager: EntityManager, actor: Actor, plan: PlanEntity): Promise<PlanView> {
  const provinces = await organisationsById(manager, [plan.provinceId]);
  const content = isOwn(actor, plan) ? plan.draft : await submittedContent(manager, plan);
  const totals = budgetTotals(content.budget);
  const acts = isOwn(actor, plan) || isPermitted(actor, 'screenPlan', plan);
  return {
    ...summary(plan, actor, provinces.get(plan.provinceId)?.code ?? ''),
    content: content as PlanView['content'],
    totals: { total: String(totals.total), byYear: wonInText(totals.byYear), bySource: wonInText(totals.bySource) },
    allowed: acts ? allowedActions(PLAN_TABLE, plan.state) : [],
  };
}

/** Versions the reader may see, in their order: evaluators see what was filed, nothing earlier. */
export async function listPlanVersions(
  reading: Reading,
  actor: Actor,
  gates: ReadingGates,
  planId: string,
  query: PlanQuery,
): Promise<Page<PlanVersionSummaryView>> {
  const plan = await openPlan(reading, actor, gates, planId);
  const limit = query.limit ?? 50;
  const after = readCursor(query.cursor, 1);
  const select = versionsFor(reading.manager, actor, plan)
    .orderBy('version.no')
    .limit(limit + 1);
  if (after !== null) select.andWhere('version.no > :after', { after: Number(after[0]) });
  return pageOf(await select.getMany(), limit, (row) => [String(row.no)], versionSummary);
}

export async function getPlanVersion(
  reading: Reading,
  actor: Actor,
  gates: ReadingGates,
  planId: string,
  no: number,
): Promise<PlanVersionView> {
  const plan = await openPlan(reading, actor, gates, planId);
  const version = await versionsFor(reading.manager, actor, plan).andWhere('version.no = :no', { no }).getOne();
  if (version === null) throw notFound();
  return { ...versionSummary(version), content: version.content as PlanVersionView['content'] };
}

export const isOwn = (actor: Actor, plan: PlanEntity): boolean =>
  organisationsOf(actor, PROVINCE_ROLES, plan.roundId).includes(plan.provinceId);

const onlyEvaluates = (actor: Actor, plan: PlanEntity): boolean =>
  !isOwn(actor, plan) && actor.grants.every((grant) => grant.role === 'evaluator' || grant.role === 'panel-chair');

function versionsFor(manager: EntityManager, actor: Actor, plan: PlanEntity) {
  const select = manager
    .createQueryBuilder(PlanVersionEntity, 'version')
    .where('version.planId = :planId', { planId: plan.id });
  return onlyEvaluates(actor, plan) ? select.andWhere("version.kind = 'filed'") : select;
}

async function submittedContent(manager: EntityManager, plan: PlanEntity): Promise<PlanContent> {
  return (await newestVersion(manager, plan))?.content ?? EMPTY_CONTENT;
}

function summary(plan: PlanEntity, actor: Actor, province: string): PlanSummaryView {
  const own = isOwn(actor, plan);
  const internal = actor.grants.some((grant) => grant.role === 'auditor' || STAFF_ROLES.includes(grant.role));
  return {
    id: plan.id,
    roundId: plan.roundId,
    provinceId: plan.provinceId,
    province,
    title: own ? plan.draft.title : (plan.filedTitle ?? ''),
    state: plan.state,
    stateLabel: PLAN_LABELS[plan.state][internal ? 'staff' : 'province'],
    versionNo: plan.versionNo,
    version: plan.version,
  };
}

/** A version without its content: the receipt (접수증). */
export function versionSummary(version: PlanVersionEntity): PlanVersionSummaryView {
  const { id, planId, no, kind, receiptNumber, letterNumber, contentHash, submittedAt } = version;
  return { id, planId, no, kind, receiptNumber, letterNumber, contentHash, submittedAt };
}
