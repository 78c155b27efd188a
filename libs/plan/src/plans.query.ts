import { organisationsById } from '@daegaejo/identity';
import { type Actor, isPermitted, organisationsOf, PROVINCE_ROLES, STAFF_ROLES } from '@daegaejo/identity/rules';
import { notFound, type Page, pageByTime, pageOf, type PageQuery, readCursor, type Reading } from '@daegaejo/platform';
import { allowedActions, wonInText } from '@daegaejo/platform/rules';
import type { EntityManager } from 'typeorm';
import type { PlanQuery, PlanSummaryView, PlanVersionSummaryView, PlanVersionView, PlanView } from './http/plan.dto.js';
import {
  budgetTotals,
  EMPTY_CONTENT,
  JUDGED_KINDS,
  outwardState,
  PLAN_LABELS,
  PLAN_STATES,
  PLAN_TABLE,
  type PlanContent,
  type PlanState,
  SETTLED_STATES,
} from './rules/index.js';
import { PlanEntity, PlanVersionEntity } from './store/plan.entity.js';
import type { ReadingGates } from './reading-gates.js';
import { draftOf } from './store/plan-sections.js';
import { judgedVersion, newestVersion, readPlan, visiblePlans } from './store/plans.js';

/** Plans the reader may see, oldest first. */
export async function listPlans({ manager }: Reading, actor: Actor, query: PlanQuery): Promise<Page<PlanSummaryView>> {
  const select = visiblePlans(actor, manager.createQueryBuilder(PlanEntity, 'plan'));
  if (query.roundId !== undefined) select.andWhere('plan.roundId = :roundId', { roundId: query.roundId });
  if (query.state !== undefined)
    select.andWhere('plan.state IN (:...states)', { states: ['', ...statesShownAs(actor, query.state)] });
  const page = await pageByTime(select, 'createdAt', query);
  const provinces = await organisationsById(
    manager,
    page.items.map((row) => row.provinceId),
  );
  return {
    ...page,
    items: page.items.map((row) => planSummary(row, actor, provinces.get(row.provinceId)?.code ?? '')),
  };
}

export async function getPlan(reading: Reading, actor: Actor, gates: ReadingGates, id: string): Promise<PlanView> {
  return planView(reading.manager, actor, await openPlan(reading, actor, gates, id));
}

/** The plan, if this reader may see it and no stage keeps it closed to him. */
export async function openPlan(reading: Reading, actor: Actor, gates: ReadingGates, id: string): Promise<PlanEntity> {
  const plan = await readPlan(reading.manager, actor, id);
  await gates.assertOpen(reading, actor, plan);
  return plan;
}

/** A plan as this reader may see it: the working draft is the province's alone, and of use until the designation. */
export async function planView(manager: EntityManager, actor: Actor, plan: PlanEntity): Promise<PlanView> {
  const provinces = await organisationsById(manager, [plan.provinceId]);
  const drafts = isOwn(actor, plan) && !SETTLED_STATES.includes(plan.state);
  const content = await (drafts ? draftOf(manager, plan) : submittedContent(manager, actor, plan));
  const totals = budgetTotals(content.budget);
  const acts = isOwn(actor, plan) || isPermitted(actor, 'screenPlan', plan);
  return {
    ...planSummary(plan, actor, provinces.get(plan.provinceId)?.code ?? ''),
    content: content as PlanView['content'],
    totals: { total: String(totals.total), byYear: wonInText(totals.byYear), bySource: wonInText(totals.bySource) },
    allowed: acts ? allowedActions(PLAN_TABLE, shownState(plan, actor)) : [],
  };
}

/** Versions the reader may see, in their order: evaluators see what was filed or supplied for it, nothing earlier or later. */
export async function listPlanVersions(
  reading: Reading,
  actor: Actor,
  gates: ReadingGates,
  planId: string,
  query: PlanQuery,
): Promise<Page<PlanVersionSummaryView>> {
  return pageOfVersions(reading, actor, gates, planId, query, versionSummary);
}

/** A page of the versions the reader may see, each as `show` has it. */
export async function pageOfVersions<View>(
  reading: Reading,
  actor: Actor,
  gates: ReadingGates,
  planId: string,
  query: PageQuery,
  show: (version: PlanVersionEntity) => View,
): Promise<Page<View>> {
  const plan = await openPlan(reading, actor, gates, planId);
  const limit = query.limit ?? 50;
  const after = readCursor(query.cursor, 1);
  const select = versionsFor(reading.manager, actor, plan)
    .orderBy('version.no')
    .limit(limit + 1);
  if (after !== null) select.andWhere('version.no > :after', { after: Number(after[0]) });
  return pageOf(await select.getMany(), limit, (row) => [String(row.no)], show);
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

/** The one scope of a plan's versions: whoever only judges sees the kinds that are judged. */
export function versionsFor(manager: EntityManager, actor: Actor, plan: PlanEntity) {
  const select = manager
    .createQueryBuilder(PlanVersionEntity, 'version')
    .where('version.planId = :planId', { planId: plan.id });
  return onlyEvaluates(actor, plan)
    ? select.andWhere('version.kind IN (:...judged)', { judged: [...JUDGED_KINDS] })
    : select;
}

/** What a reader outside the province has before him: the newest version, and whoever judges the plan the one that is judged. */
async function submittedContent(manager: EntityManager, actor: Actor, plan: PlanEntity): Promise<PlanContent> {
  const version = await (onlyEvaluates(actor, plan) ? judgedVersion(manager, plan) : newestVersion(manager, plan));
  return version?.content ?? EMPTY_CONTENT;
}

const isInternal = (actor: Actor): boolean =>
  actor.grants.some((grant) => grant.role === 'auditor' || STAFF_ROLES.includes(grant.role));

const shownState = ({ state }: Pick<PlanEntity, 'state'>, actor: Actor): PlanState =>
  isInternal(actor) ? state : outwardState(state);

/** The states a reader is shown as `state`. */
const statesShownAs = (actor: Actor, state: string): PlanState[] =>
  PLAN_STATES.filter((stored) => shownState({ state: stored }, actor) === state);

/** A plan as lists show it to this reader. */
export function planSummary(plan: PlanEntity, actor: Actor, province: string): PlanSummaryView {
  const own = isOwn(actor, plan);
  const state = shownState(plan, actor);
  return {
    id: plan.id,
    roundId: plan.roundId,
    provinceId: plan.provinceId,
    province,
    title: own ? plan.draftTitle : (plan.filedTitle ?? ''),
    state,
    stateLabel: PLAN_LABELS[state][isInternal(actor) ? 'staff' : 'province'],
    versionNo: plan.versionNo,
    version: plan.version,
  };
}

/** A version without its content: the receipt (접수증). */
export function versionSummary(version: PlanVersionEntity): PlanVersionSummaryView {
  const { id, planId, no, kind, receiptNumber, letterNumber, contentHash, submittedAt } = version;
  return { id, planId, no, kind, receiptNumber, letterNumber, contentHash, submittedAt };
}
