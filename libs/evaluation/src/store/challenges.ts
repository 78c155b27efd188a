import { type Actor, organisationsOf, PROVINCE_ROLES, roundsOf } from '@daegaejo/identity/rules';
import { lockRow, notFound, type Tx } from '@daegaejo/platform';
import { PlanEntity } from '@daegaejo/plan';
import { Brackets, type EntityManager, Not, type ObjectLiteral, type SelectQueryBuilder } from 'typeorm';
import { EvaluatorAssignmentEntity, PanelMemberEntity } from './evaluation.entity.js';
import { ChallengeEntity } from './panel.entity.js';
import { OVERSEERS } from './evaluations.js';

/**
 * The one scope of challenges: a province's own; all for whoever runs or checks the round; and for the pledged members those
 * they were asked about, except that the challenged one learns of his own only when it is decided.
 */
export function visibleChallenges(
  actor: Actor,
  select: SelectQueryBuilder<ChallengeEntity>,
): SelectQueryBuilder<ChallengeEntity> {
  return select.andWhere(
    new Brackets((or) => {
      or.where('1 = 0');
      const provinces = organisationsOf(actor, PROVINCE_ROLES);
      if (provinces.length > 0) or.orWhere(`EXISTS ${ofProvinces(select)}`, { provinces });
      const rounds = roundsOf(actor, OVERSEERS);
      if (rounds === 'all') or.orWhere('1 = 1');
      else if (rounds.length > 0) or.orWhere('challenge.roundId IN (:...overseen)', { overseen: rounds });
      if (actor.grants.some(({ role }) => role === 'evaluator'))
        or.orWhere(
          `(challenge.assignmentId IS NOT NULL AND EXISTS ${pledged(select)}
            AND (challenge.state <> 'put-to-members' OR NOT EXISTS ${challenged(select)}))`,
          { me: actor.personId },
        );
    }),
  );
}

const exists = <T extends ObjectLiteral>(
  select: SelectQueryBuilder<ChallengeEntity>,
  entity: new () => T,
  alias: string,
  condition: string,
): string => select.subQuery().select('1').from(entity, alias).where(condition).getQuery();

const ofProvinces = (select: SelectQueryBuilder<ChallengeEntity>): string =>
  exists(select, PlanEntity, 'plan', 'plan.id = challenge.planId AND plan.provinceId IN (:...provinces)');
const pledged = (select: SelectQueryBuilder<ChallengeEntity>): string =>
  exists(
    select,
    PanelMemberEntity,
    'member',
    "member.roundId = challenge.roundId AND member.series = 'first' AND member.personId = :me AND member.state = 'pledged'",
  );
const challenged = (select: SelectQueryBuilder<ChallengeEntity>): string =>
  exists(
    select,
    EvaluatorAssignmentEntity,
    'assignment',
    'assignment.id = challenge.assignmentId AND assignment.personId = :me',
  );

/** The challenge for a write, locked until the transaction ends: of two votes at the same moment one waits for the other. */
export async function lockChallenge(tx: Tx, actor: Actor, id: string): Promise<ChallengeEntity> {
  await lockRow(tx, 'challenge', id);
  const select = tx.manager.createQueryBuilder(ChallengeEntity, 'challenge').where('challenge.id = :id', { id });
  const challenge = await visibleChallenges(actor, select).getOne();
  if (challenge === null) throw notFound();
  return challenge;
}

/** The remaining members: everybody who signed the pledge in the round, without the challenged one. */
export async function electorsOf(manager: EntityManager, challenge: ChallengeEntity): Promise<string[]> {
  const { roundId, assignmentId } = challenge;
  if (assignmentId === null) return [];
  const { personId } = await manager.findOneByOrFail(EvaluatorAssignmentEntity, { id: assignmentId });
  const members = await manager.find(PanelMemberEntity, {
    where: { roundId, series: 'first', state: 'pledged', personId: Not(personId) },
    order: { id: 'ASC' },
  });
  return members.map((member) => member.personId);
}
