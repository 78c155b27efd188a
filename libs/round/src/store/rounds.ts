import { type Actor, roundsOf, STAFF_ROLES } from '@daegaejo/identity/rules';
import { holdRow, lockRow, notFound, prepared, type Tx } from '@daegaejo/platform';
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { deadlineOf, type CalendarStep, type RoundPolicy } from '../rules/index.js';
import { DeadlineExtensionEntity, RoundEntity, RoundPolicyEntity } from './round.entity.js';

/** The one scope of rounds: whoever runs or checks the programme sees drafts too, everybody sees what was announced. */
export function visibleRounds(actor: Actor, select: SelectQueryBuilder<RoundEntity>): SelectQueryBuilder<RoundEntity> {
  const rounds = roundsOf(actor, [...STAFF_ROLES, 'auditor', 'admin']);
  if (rounds === 'all') return select;
  return select.andWhere(
    new Brackets((or) => {
      or.where('round.announcedAt IS NOT NULL');
      if (rounds.length > 0) or.orWhere('round.id IN (:...visibleRounds)', { visibleRounds: rounds });
    }),
  );
}

/** The round, if this reader may see it; else 404. */
export async function readRound(manager: EntityManager, actor: Actor, id: string): Promise<RoundEntity> {
  const select = manager.createQueryBuilder(RoundEntity, 'round').where('round.id = :id', { id });
  const round = await visibleRounds(actor, select).getOne();
  if (round === null) throw notFound();
  return round;
}

/** The round for a write: locked for the rest of the transaction, so that its state and deadlines hold until commit. */
export async function lockRound(tx: Tx, actor: Actor, id: string): Promise<RoundEntity> {
  await lockRow(tx, 'round', id);
  return readRound(tx.manager, actor, id);
}

/** The round behind a record the caller was already let through to. */
export async function roundOf(tx: Tx, id: string): Promise<RoundEntity> {
  await lockRow(tx, 'round', id);
  return tx.manager.findOneByOrFail(RoundEntity, { id });
}

/** The same for a write that asks only what the round is at: many of them go on side by side (evaluators handing in their sheets). */
export async function heldRound(tx: Tx, id: string): Promise<RoundEntity> {
  await holdRow(tx, 'round', id);
  return tx.manager.findOneByOrFail(RoundEntity, { id });
}

/** The policy in force. */
export const policyOf = (manager: EntityManager, round: RoundEntity): Promise<RoundPolicy> =>
  policyAt(manager, round.id, round.policyVersion);

export async function extensionsOf(manager: EntityManager, roundId: string): Promise<DeadlineExtensionEntity[]> {
  return manager.find(DeadlineExtensionEntity, { where: { roundId }, order: { createdAt: 'ASC', deadline: 'ASC' } });
}

/** Every deadline of a round as it stands now, extensions included. */
export async function deadlinesOf(
  manager: EntityManager,
  round: RoundEntity,
  policy: RoundPolicy,
): Promise<(step: CalendarStep) => string> {
  const extensions = await extensionsOf(manager, round.id);
  return (step) => deadlineOf(policy, extensions, step);
}

/** The deadline of a step as it stands now, extensions included. */
export async function currentDeadline(
  manager: EntityManager,
  round: RoundEntity,
  policy: RoundPolicy,
  step: CalendarStep,
): Promise<string> {
  return deadlineOf(policy, await extensionsOf(manager, round.id), step);
}

/** What a round stands under now: the policy in force, and its deadlines with their extensions. */
export interface RulesNow {
  readonly policy: RoundPolicy;
  deadlineOf(step: CalendarStep): string;
}

const RULES_NOW = `
  SELECT p."policy", e."step", e."deadline" FROM "round_policy" p LEFT JOIN "deadline_extension" e ON e."roundId" = p."roundId"
  WHERE p."roundId" = ? AND p."version" = ? ORDER BY e."createdAt", e."deadline"`;

/** One statement, written out: every save of a score sheet asks it. */
export async function rulesNow(manager: EntityManager, round: RoundEntity): Promise<RulesNow> {
  const asked = [round.id, round.policyVersion];
  const { rows } = await prepared<{ policy: string; step: CalendarStep | null; deadline: string }>(
    manager,
    RULES_NOW,
    asked,
  );
  const [first] = rows;
  if (first === undefined) throw new RangeError(`round ${round.id} has no policy ${round.policyVersion}`);
  const policy = JSON.parse(first.policy) as RoundPolicy;
  const extensions = rows.flatMap(({ step, deadline }) => (step === null ? [] : [{ step, deadline }]));
  return { policy, deadlineOf: (step) => deadlineOf(policy, extensions, step) };
}

/** A version of a round's policy, in force or not. */
export async function policyAt(manager: EntityManager, roundId: string, version: number): Promise<RoundPolicy> {
  return (await manager.findOneByOrFail(RoundPolicyEntity, { roundId, version })).policy;
}
