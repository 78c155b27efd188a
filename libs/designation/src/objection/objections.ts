import { authorise } from '@daegaejo/identity';
import { type Actor, organisationsOf, roundsOf, STAFF_ROLES } from '@daegaejo/identity/rules';
import { assertVersion, changeRecord, notFound, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, nextState } from '@daegaejo/platform/rules';
import { lockPlan, movePlan, planOf } from '@daegaejo/plan';
import { assertInTime, notNow, roundOf } from '@daegaejo/round';
import { Brackets, type SelectQueryBuilder } from 'typeorm';
import { OBJECTION_TABLE, type ObjectionAction, type ObjectionAnswer, type ScreeningVerdict } from '../rules/index.js';
import { ObjectionEntity } from '../store/designation.entity.js';

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
  assertInTime(tx, round.objectionDeadline);
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
    screening: null,
    screenedAt: null,
    decision: null,
    decidedAt: null,
    version: 1,
  };
  await tx.manager.insert(ObjectionEntity, objection);
  await record(tx, objection, 'ObjectionFiled', null);
  return objection;
}

/** The secretariat looks at the form first (형식 심사): it takes the objection up for examination, or turns it away with its reasons. */
export async function screenObjection(
  tx: Tx,
  actor: Actor,
  input: { objectionId: string; verdict: ScreeningVerdict; reason: string; expectedVersion: number | null },
): Promise<ObjectionEntity> {
  const words = { screening: input.reason, screenedAt: tx.now };
  return settle(tx, actor, {
    ...input,
    operation: 'screenObjection',
    action: input.verdict,
    words,
    type: 'ObjectionScreened',
  });
}

/** The secretariat answers an objection it took up, with its reasons. One that is upheld reopens the plan for an all-new panel. */
export async function decideObjection(
  tx: Tx,
  actor: Actor,
  input: { objectionId: string; decision: ObjectionAnswer; reason: string; expectedVersion: number | null },
): Promise<ObjectionEntity> {
  const words = { decision: input.reason, decidedAt: tx.now };
  const decided = await settle(tx, actor, {
    ...input,
    operation: 'decideObjection',
    action: input.decision,
    words,
    type: 'ObjectionDecided',
  });
  if (input.decision === 'uphold')
    await movePlan(tx, await planOf(tx, decided.planId), 'reopen', { type: 'PlanReopened', reason: input.reason });
  return decided;
}

/** Takes an objection one step on with the reasons given, and records it. */
async function settle(
  tx: Tx,
  actor: Actor,
  step: {
    objectionId: string;
    expectedVersion: number | null;
    operation: 'screenObjection' | 'decideObjection';
    action: ObjectionAction;
    words: Partial<ObjectionEntity>;
    type: string;
    reason: string;
  },
): Promise<ObjectionEntity> {
  const objection = await lockObjection(tx, actor, step.objectionId);
  authorise(actor, step.operation, objection);
  assertVersion(objection, step.expectedVersion);
  const state = stateAfter(objection, step.action);
  const settled = await changeRecord(tx.manager, ObjectionEntity, objection, { ...step.words, state });
  await record(tx, settled, step.type, objection.state, step.reason);
  return settled;
}

function stateAfter(objection: ObjectionEntity, action: ObjectionAction): ObjectionEntity['state'] {
  const state = nextState(OBJECTION_TABLE, objection.state, action);
  if (state !== null) return state;
  throw refused('designation.objection-decided', allowedActions(OBJECTION_TABLE, objection.state), {
    state: objection.state,
  });
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

/** The objection for a write, with its plan locked: what is decided on it moves the plan. */
async function lockObjection(tx: Tx, actor: Actor, id: string): Promise<ObjectionEntity> {
  const find = (): Promise<ObjectionEntity | null> =>
    visibleObjections(
      actor,
      tx.manager.createQueryBuilder(ObjectionEntity, 'objection').where('objection.id = :id', { id }),
    ).getOne();
  const known = await find();
  if (known === null) throw notFound();
  await planOf(tx, known.planId);
  return (await find()) ?? known;
}

const record = (
  tx: Tx,
  objection: ObjectionEntity,
  type: string,
  from: string | null,
  reason: string | null = null,
): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 'objection', id: objection.id },
    roundId: objection.roundId,
    provinceId: objection.provinceId,
    from,
    to: objection.state,
    reason,
    data: { planId: objection.planId, ground: objection.ground },
    audience: 'province',
  });
