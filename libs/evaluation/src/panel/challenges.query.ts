import { authorise } from '@daegaejo/identity';
import { type Actor, isPermitted } from '@daegaejo/identity/rules';
import { type Page, pageById, type PageQuery, type Reading } from '@daegaejo/platform';
import { allowedActions } from '@daegaejo/platform/rules';
import { policyOf, readRound, RoundEntity } from '@daegaejo/round';
import { hasReached } from '@daegaejo/round/rules';
import type { EntityManager } from 'typeorm';
import type { ChallengeView } from '../http/challenge.dto.js';
import { CHALLENGE_TABLE, OPEN_CHALLENGES } from '../rules/index.js';
import { electorsOf, visibleChallenges } from '../store/challenges.js';
import { EvaluatorAssignmentEntity } from '../store/evaluation.entity.js';
import { oversees } from '../store/evaluations.js';
import { ChallengeEntity, ChallengeVoteEntity } from '../store/panel.entity.js';

/** Challenges of a round, as far as the reader may see them. */
export async function listChallenges(
  { manager }: Pick<Reading, 'manager'>,
  actor: Actor,
  roundId: string,
  query: PageQuery,
): Promise<Page<ChallengeView>> {
  await readRound(manager, actor, roundId);
  authorise(actor, 'listChallenges', { roundId });
  const select = manager
    .createQueryBuilder(ChallengeEntity, 'challenge')
    .where('challenge.roundId = :roundId', { roundId });
  const page = await pageById(visibleChallenges(actor, select), 'challenge', query, (row) => row);
  const views: ChallengeView[] = [];
  for (const row of page.items) views.push(await challengeView(manager, actor, row));
  return { ...page, items: views };
}

/** A challenge for this reader: an overseer, one of the voters, or the province, which learns nothing of the panel from it. */
export async function challengeView(
  manager: EntityManager,
  actor: Actor,
  challenge: ChallengeEntity,
): Promise<ChallengeView> {
  const electors = await electorsOf(manager, challenge);
  const votes = actor.personId !== null && electors.includes(actor.personId);
  if (oversees(actor, challenge.roundId)) return insideView(manager, actor, challenge, true);
  if (votes) return insideView(manager, actor, challenge, false);
  return outsideView(challenge, await isTold(manager, actor, challenge));
}

async function insideView(
  manager: EntityManager,
  actor: Actor,
  challenge: ChallengeEntity,
  overseer: boolean,
): Promise<ChallengeView> {
  const { id, roundId, state } = challenge;
  const votes = await manager.find(ChallengeVoteEntity, {
    where: { challengeId: id },
    order: { votedAt: 'ASC', id: 'ASC' },
  });
  const decided = !OPEN_CHALLENGES.includes(state);
  const own = votes.find(({ personId }) => personId === actor.personId)?.uphold ?? null;
  const uphold = votes.filter((vote) => vote.uphold).length;
  const acts = overseer && isPermitted(actor, 'putChallenge', { roundId });
  const mayVote = !overseer && state === 'put-to-members' && own === null;
  return {
    ...plain(challenge),
    state,
    decidedAt: challenge.decidedAt,
    assignmentId: overseer ? challenge.assignmentId : null,
    decisionNote: challenge.decisionNote,
    voting: {
      needed: challenge.needed,
      cast: votes.length,
      uphold: decided ? uphold : null,
      against: decided ? votes.length - uphold : null,
      own,
    },
    ballots:
      overseer && decided
        ? votes.map(({ personId, votedAt, ...vote }) => ({
            personId,
            uphold: vote.uphold,
            reason: vote.reason,
            votedAt,
          }))
        : null,
    allowed: [
      ...(acts
        ? allowedActions(CHALLENGE_TABLE, state).filter((action) => action === 'put' || action === 'dismiss')
        : []),
      ...(mayVote ? ['vote'] : []),
    ],
    version: acts ? challenge.version : null,
  };
}

/**
 * Whether it was put to the members would tell that the named person is on the panel: the province is told what came of it only
 * when names of evaluators are told as well. The challenged member meets it when it is decided.
 */
async function isTold(manager: EntityManager, actor: Actor, challenge: ChallengeEntity): Promise<boolean> {
  const { assignmentId, roundId } = challenge;
  if (assignmentId !== null && actor.personId !== null) {
    const meant = { id: assignmentId, personId: actor.personId };
    if (await manager.existsBy(EvaluatorAssignmentEntity, meant)) return true;
  }
  const round = await manager.findOneByOrFail(RoundEntity, { id: roundId });
  return hasReached(round.state, 'published') && (await policyOf(manager, round)).disclosure.evaluatorNames;
}

/** For the province, and for the challenged member. */
function outsideView(challenge: ChallengeEntity, told: boolean): ChallengeView {
  return {
    ...plain(challenge),
    state: told ? challenge.state : CHALLENGE_TABLE.initial,
    decidedAt: told ? challenge.decidedAt : null,
    assignmentId: null,
    decisionNote: null,
    voting: null,
    ballots: null,
    allowed: [],
    version: null,
  };
}

const plain = ({ id, roundId, planId, named, grounds, filedAt }: ChallengeEntity) => ({
  id,
  roundId,
  planId,
  named,
  grounds,
  filedAt,
});
