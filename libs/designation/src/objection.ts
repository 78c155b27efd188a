import { authorise } from '@daegaejo/identity';
import { type Actor, organisationsOf, roundsOf, STAFF_ROLES } from '@daegaejo/identity/rules';
import { assertVersion, changeRecord, notFound, Problem, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, nextState } from '@daegaejo/platform/rules';
import { lockPlan } from '@daegaejo/plan';
import { notNow, roundOf } from '@daegaejo/round';
import { isInTime } from '@daegaejo/round/rules';
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { OBJECTION_TABLE, type ObjectionAction } from './rules/index.js';
import { ObjectionEntity } from './store/designation.entity.js';

/** The province objects, once, to method or procedure, within the window (이의신청). */
export async function fileObjection(
  tx: Tx,
  actor: Actor,
  input: { planId: string; ground: ObjectionEntity['ground']; text: string },
): Promise<ObjectionEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'fileObjection', plan);
  const round = await roundOf(tx, plan.roundId);
  if (round.state !== 'objection-window' || round.objectionDeadline === null) throw notNow(round, 'file-objection');
  if (plan.state !== 'not-selected' && plan.state !== 'reserve')
    throw refused('designation.no-objection', [], { state: plan.state });
  if (!isInTime(tx.now, round.objectionDeadline))
    throw new Problem(
      409,
      'round.deadline-passed',
      { deadline: round.objectionDeadline, now: tx.now },
      { allowed: [] },
    );
  if (await tx.manager.existsBy(ObjectionEntity, { planId: plan.id }))
    throw refused('designation.objected-already', []);
  const objection: ObjectionEntity = {
    id: tx.newId(),
    roundId: round.id,
    planId: plan.id,
    provinceId: plan.provinceId,
    state: OBJECTION_TABLE.initial,
    ground: input.ground,
    text: input.text,
    filedAt: tx.now,
    decision: null,
    decidedAt: null,
    version: 1,
  };
  await tx.manager.insert(ObjectionEntity, objection);
  await record(tx, objection, 'ObjectionFiled', null);
  return objection;
}

/** The secretariat answers an objection, with its reasons. */
export async function decideObjection(
  tx: Tx,
  actor: Actor,
  input: { objectionId: string; decision: ObjectionAction; reason: string; expectedVersion: number | null },
): Promise<ObjectionEntity> {
  const objection = await readObjection(tx.manager, actor, input.objectionId);
  authorise(actor, 'decideObjection', objection);
  assertVersion(objection, input.expectedVersion);
  const state = nextState(OBJECTION_TABLE, objection.state, input.decision);
  if (state === null)
    throw refused('designation.objection-decided', allowedActions(OBJECTION_TABLE, objection.state), {
      state: objection.state,
    });
  const decided = await changeRecord(tx.manager, ObjectionEntity, objection, {
    state,
    decision: input.reason,
    decidedAt: tx.now,
  });
  await record(tx, decided, 'ObjectionDecided', objection.state);
  return decided;
}

/** The one scope of objections: the province's own; staff and auditors of the round all. */
export function visibleObjections(
  actor: Actor,
  select: SelectQueryBuilder<ObjectionEntity>,
): SelectQueryBuilder<ObjectionEntity> {
  return select.andWhere(
    new Brackets((or) => {
      or.where('1 = 0');
      const provinces = organisationsOf(actor, ['province-writer', 'province-approver']);
      if (provinces.length > 0) or.orWhere('objection.provinceId IN (:...provinces)', { provinces });
      const rounds = roundsOf(actor, [...STAFF_ROLES, 'auditor']);
      if (rounds === 'all') or.orWhere('1 = 1');
      else if (rounds.length > 0) or.orWhere('objection.roundId IN (:...rounds)', { rounds });
    }),
  );
}

async function readObjection(manager: EntityManager, actor: Actor, id: string): Promise<ObjectionEntity> {
  const select = manager.createQueryBuilder(ObjectionEntity, 'objection').where('objection.id = :id', { id });
  const objection = await visibleObjections(actor, select).getOne();
  if (objection === null) throw notFound();
  return objection;
}

const record = (tx: Tx, objection: ObjectionEntity, type: string, from: string | null): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 'objection', id: objection.id },
    roundId: objection.roundId,
    provinceId: objection.provinceId,
    from,
    to: objection.state,
    reason: objection.decision,
    data: { planId: objection.planId, ground: objection.ground },
    audience: 'province',
  });
