import { type Actor, organisationsOf, PROVINCE_ROLES, roundsOf, STAFF_ROLES } from '@daegaejo/identity/rules';
import { holdRow, lockRow, notFound, type Tx } from '@daegaejo/platform';
import { RoundEntity } from '@daegaejo/round';
import { ROUND_STATES } from '@daegaejo/round/rules';
import { Brackets, type EntityManager, In, IsNull, type SelectQueryBuilder } from 'typeorm';
import { JUDGED_KINDS } from '../rules/index.js';
import { PlanEntity, PlanMinistryEntity, PlanReaderEntity, PlanVersionEntity } from './plan.entity.js';

/** The committee meets the plans when it deliberates, not before. */
const COMMITTEE_FROM = ROUND_STATES.slice(ROUND_STATES.indexOf('deliberation'), ROUND_STATES.indexOf('cancelled'));

/**
 * The one scope of plans, used by every list, count, single read, version and export: a province sees its own;
 * consultants and evaluators those they are appointed to; staff, auditors, reviewers of a ministry that owns a sub-project
 * and, from the deliberation on, the committee what was submitted. Everything else does not exist for the reader.
 */
export function visiblePlans(actor: Actor, select: SelectQueryBuilder<PlanEntity>): SelectQueryBuilder<PlanEntity> {
  return select.andWhere(
    new Brackets((or) => {
      or.where('1 = 0');
      const provinces = organisationsOf(actor, PROVINCE_ROLES);
      if (provinces.length > 0) or.orWhere('plan.provinceId IN (:...provinces)', { provinces });
      for (const capacity of ['consultant', 'evaluator'] as const) {
        if (actor.grants.some((grant) => grant.role === capacity))
          or.orWhere(`EXISTS (${appointed(select)} AND reader.capacity = '${capacity}')`, { me: actor.personId });
      }
      const submitted = 'plan.versionNo > 0';
      const rounds = roundsOf(actor, [...STAFF_ROLES, 'auditor']);
      if (rounds === 'all') or.orWhere(submitted);
      else if (rounds.length > 0)
        or.orWhere(`(${submitted} AND plan.roundId IN (:...staffRounds))`, { staffRounds: rounds });
      const ministries = organisationsOf(actor, ['ministry-reviewer']);
      if (ministries.length > 0) or.orWhere(`(${submitted} AND EXISTS (${owned(select)}))`, { ministries });
      if (actor.grants.some((grant) => grant.role === 'committee'))
        or.orWhere(`(${submitted} AND EXISTS (${deliberated(select)}))`, { deliberated: COMMITTEE_FROM });
    }),
  );
}

const appointed = (select: SelectQueryBuilder<PlanEntity>): string =>
  select
    .subQuery()
    .select('1')
    .from(PlanReaderEntity, 'reader')
    .where('reader.planId = plan.id AND reader.until IS NULL AND reader.personId = :me')
    .getQuery()
    .slice(1, -1);

const owned = (select: SelectQueryBuilder<PlanEntity>): string =>
  select
    .subQuery()
    .select('1')
    .from(PlanMinistryEntity, 'ministry')
    .where('ministry.planId = plan.id AND ministry.ministryId IN (:...ministries)')
    .getQuery()
    .slice(1, -1);

const deliberated = (select: SelectQueryBuilder<PlanEntity>): string =>
  select
    .subQuery()
    .select('1')
    .from(RoundEntity, 'deliberated')
    .where('deliberated.id = plan.roundId AND deliberated.state IN (:...deliberated)')
    .getQuery()
    .slice(1, -1);

/** The plan, if this reader may see it; else 404. */
export async function readPlan(manager: EntityManager, actor: Actor, id: string): Promise<PlanEntity> {
  const select = manager.createQueryBuilder(PlanEntity, 'plan').where('plan.id = :id', { id });
  const plan = await visiblePlans(actor, select).getOne();
  if (plan === null) throw notFound();
  return plan;
}

/** The plan for a write, locked until the transaction ends. */
export async function lockPlan(tx: Tx, actor: Actor, id: string): Promise<PlanEntity> {
  await lockRow(tx, 'plan', id);
  return readPlan(tx.manager, actor, id);
}

/** The plan behind a record the caller was already let through to, locked. */
export async function planOf(tx: Tx, id: string): Promise<PlanEntity> {
  await lockRow(tx, 'plan', id);
  return tx.manager.findOneByOrFail(PlanEntity, { id });
}

/** Every plan of a round, locked in the order of their ids: what decides on all of them locks them before the round. */
export async function lockPlansOf(tx: Tx, roundId: string): Promise<void> {
  if (tx.dialect === 'postgres')
    await tx.manager.query('SELECT 1 FROM "plan" WHERE "roundId" = $1 ORDER BY "id" FOR UPDATE', [roundId]);
}

/** The same for a write that only asks what the plan is at; many go on side by side. */
export async function heldPlan(tx: Tx, id: string): Promise<PlanEntity> {
  await holdRow(tx, 'plan', id);
  return tx.manager.findOneByOrFail(PlanEntity, { id });
}

/** Plans of a round in one of `states`, in a stable order. */
export async function plansIn(
  manager: EntityManager,
  roundId: string,
  states: readonly PlanEntity['state'][],
): Promise<PlanEntity[]> {
  return manager
    .createQueryBuilder(PlanEntity, 'plan')
    .where('plan.roundId = :roundId AND plan.state IN (:...states)', { roundId, states })
    .orderBy('plan.createdAt')
    .addOrderBy('plan.id')
    .getMany();
}

/** The newest version; null before the first submission. */
export async function newestVersion(manager: EntityManager, plan: PlanEntity): Promise<PlanVersionEntity | null> {
  return manager.findOneBy(PlanVersionEntity, { planId: plan.id, no: plan.versionNo });
}

/** The newest versions of these plans; those that have none are left out. */
export async function newestVersionsOf(
  manager: EntityManager,
  planIds: readonly string[],
): Promise<PlanVersionEntity[]> {
  if (planIds.length === 0) return [];
  return manager
    .createQueryBuilder(PlanVersionEntity, 'version')
    .innerJoin(PlanEntity, 'plan', 'plan.id = version.planId AND plan.versionNo = version.no')
    .where('plan.id IN (:...planIds)', { planIds })
    .getMany();
}

/** What was confirmed (확정); later changes do not touch it. null before the confirmation. */
export async function confirmedVersion(
  manager: EntityManager,
  { id }: Pick<PlanEntity, 'id'>,
): Promise<PlanVersionEntity | null> {
  return manager.findOne(PlanVersionEntity, { where: { planId: id, kind: 'confirmed' }, order: { no: 'DESC' } });
}

/** The version that is judged: the newest that was filed, or supplied when that was asked; null before the filing. */
export async function judgedVersion(
  manager: EntityManager,
  { id }: Pick<PlanEntity, 'id'>,
): Promise<PlanVersionEntity | null> {
  return manager.findOne(PlanVersionEntity, {
    where: { planId: id, kind: In([...JUDGED_KINDS]) },
    order: { no: 'DESC' },
  });
}

/** Lets somebody appointed to the plan read it. */
export async function admitReader(
  tx: Tx,
  planId: string,
  personId: string,
  capacity: PlanReaderEntity['capacity'],
): Promise<void> {
  const held = { planId, personId, capacity, until: IsNull() };
  if (await tx.manager.existsBy(PlanReaderEntity, held)) return;
  await tx.manager.insert(PlanReaderEntity, { id: tx.newId(), planId, personId, capacity, since: tx.now, until: null });
}

/** Ends it; from the next request on the plan does not exist for him. */
export async function dismissReader(
  tx: Tx,
  planId: string,
  personId: string,
  capacity: PlanReaderEntity['capacity'],
): Promise<void> {
  await tx.manager.update(PlanReaderEntity, { planId, personId, capacity, until: IsNull() }, { until: tx.now });
}

/** Was this person ever appointed to one of these plans in that capacity? Consultants of a plan never evaluate it, in any round. */
export async function everReader(
  manager: EntityManager,
  planIds: readonly string[],
  personId: string,
  capacity: PlanReaderEntity['capacity'],
): Promise<boolean> {
  return manager.existsBy(PlanReaderEntity, { planId: In([...planIds]), personId, capacity });
}
