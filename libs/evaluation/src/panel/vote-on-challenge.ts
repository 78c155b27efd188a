import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { refused, type Tx } from '@daegaejo/platform';
import { assertUnderWay, record, stateAfter } from './challenges.js';
import { settleChallenge } from './settle-challenge.js';
import { electorsOf, lockChallenge } from '../store/challenges.js';
import { type ChallengeEntity, ChallengeVoteEntity } from '../store/panel.entity.js';

/** A remaining member votes on a challenge, once, with his reason (기피 심의). The vote that decides it decides it at once. */
export async function voteOnChallenge(
  tx: Tx,
  actor: Actor,
  input: { challengeId: string; uphold: boolean; reason: string },
): Promise<ChallengeEntity> {
  const challenge = await lockChallenge(tx, actor, input.challengeId);
  const people = await electorsOf(tx.manager, challenge);
  authorise(actor, 'voteOnChallenge', { roundId: challenge.roundId, people });
  stateAfter(challenge, input.uphold ? 'uphold' : 'reject');
  await assertUnderWay(tx, challenge, 'vote-on-challenge');
  const personId = actor.personId ?? '';
  if (await tx.manager.existsBy(ChallengeVoteEntity, { challengeId: challenge.id, personId }))
    throw refused('challenge.voted-already', []);
  const { uphold, reason } = input;
  const vote = { id: tx.newId(), challengeId: challenge.id, personId, uphold, reason, votedAt: tx.now };
  await tx.manager.insert(ChallengeVoteEntity, vote);
  await record(tx, challenge, 'ChallengeVoted', challenge.state);
  return settleChallenge(tx, challenge);
}
