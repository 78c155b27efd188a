import { changeRecord, lockRow, type Tx } from '@daegaejo/platform';
import { RoundEntity } from '@daegaejo/round';
import { record, stateAfter } from './challenges.js';
import { LEAVING, leavePlan } from './end-assignment.js';
import { verdictOf, votesNeeded } from '../rules/index.js';
import { electorsOf } from '../store/challenges.js';
import { EvaluatorAssignmentEntity } from '../store/evaluation.entity.js';
import { ChallengeEntity, ChallengeVoteEntity } from '../store/panel.entity.js';

/**
 * Counts the votes of those who remain now; where they decide, the challenge is decided in this transaction. Upheld (인용), the
 * challenged evaluator leaves the plan by 기피, and his place is open for a substitute.
 * The challenge is locked by whoever calls.
 */
export async function settleChallenge(tx: Tx, challenge: ChallengeEntity): Promise<ChallengeEntity> {
  const electors = await electorsOf(tx.manager, challenge);
  const votes = await tx.manager.findBy(ChallengeVoteEntity, { challengeId: challenge.id });
  const counted = votes.filter(({ personId }) => electors.includes(personId));
  const uphold = counted.filter((vote) => vote.uphold).length;
  const verdict = verdictOf(electors.length, uphold, counted.length - uphold);
  const needed = votesNeeded(electors.length);
  if (verdict === null)
    return needed === challenge.needed ? challenge : changeRecord(tx.manager, ChallengeEntity, challenge, { needed });
  const state = stateAfter(challenge, verdict);
  const decided = await changeRecord(tx.manager, ChallengeEntity, challenge, { state, needed, decidedAt: tx.now });
  const tally = { uphold, against: counted.length - uphold, remaining: electors.length };
  await record(tx, decided, 'ChallengeDecided', challenge.state, tally);
  if (verdict === 'uphold') await takeAway(tx, decided);
  return decided;
}

/** Somebody is not a member any more: what the others have in hand is counted again. */
export async function settleOpenChallenges(tx: Tx, roundId: string): Promise<void> {
  const round = await tx.manager.findOneByOrFail(RoundEntity, { id: roundId });
  if (!LEAVING.includes(round.state)) return;
  const open = await tx.manager.find(ChallengeEntity, {
    where: { roundId, state: 'put-to-members' },
    order: { id: 'ASC' },
  });
  for (const { id } of open) {
    await lockRow(tx, 'challenge', id);
    const challenge = await tx.manager.findOneBy(ChallengeEntity, { id, state: 'put-to-members' });
    if (challenge !== null) await settleChallenge(tx, challenge);
  }
}

async function takeAway(tx: Tx, { planId, roundId, assignmentId, grounds }: ChallengeEntity): Promise<void> {
  const { personId } = await tx.manager.findOneByOrFail(EvaluatorAssignmentEntity, { id: assignmentId ?? '' });
  const left = await leavePlan(tx, { planId, personId, action: 'challenge', reason: grounds });
  if (left.length > 0)
    await tx.record({
      type: 'SubstituteWanted',
      subject: { kind: 'plan', id: planId },
      roundId,
      data: { places: left.length },
    });
}
