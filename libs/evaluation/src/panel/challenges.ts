import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertVersion, changeRecord, invalid, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, nextState } from '@daegaejo/platform/rules';
import { lockPlan, planNotNow } from '@daegaejo/plan';
import { notNow, RoundEntity, roundOf } from '@daegaejo/round';
import type { RoundState } from '@daegaejo/round/rules';
import { LEAVING } from './end-assignment.js';
import { isFiled } from '../results/filed-plans.js';
import { CHALLENGE_TABLE, type ChallengeAction, votesNeeded } from '../rules/index.js';
import { electorsOf, lockChallenge } from '../store/challenges.js';
import { EvaluatorAssignmentEntity } from '../store/evaluation.entity.js';
import { ChallengeEntity } from '../store/panel.entity.js';

/** From the filing until the committee takes over. */
const OPEN: readonly RoundState[] = ['intake', ...LEAVING];

/**
 * A province, or the secretariat on its letter, asks that somebody should not evaluate its plan (기피 신청). It names him in words
 * and gets the same answer whether he is on the panel or not.
 */
export async function fileChallenge(
  tx: Tx,
  actor: Actor,
  input: { planId: string; named: string; grounds: string },
): Promise<ChallengeEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'fileChallenge', plan);
  const round = await roundOf(tx, plan.roundId);
  if (!OPEN.includes(round.state)) throw notNow(round, 'file-challenge');
  if (!isFiled(plan)) throw planNotNow(plan, 'file-challenge');
  const named = input.named.normalize('NFC').trim();
  if (await tx.manager.existsBy(ChallengeEntity, { planId: plan.id, named }))
    throw refused('challenge.filed-already', []);
  const challenge: ChallengeEntity = {
    id: tx.newId(),
    roundId: round.id,
    planId: plan.id,
    named,
    grounds: input.grounds,
    state: CHALLENGE_TABLE.initial,
    assignmentId: null,
    needed: null,
    decisionNote: null,
    filedBy: actor.personId ?? '',
    filedAt: tx.now,
    decidedAt: null,
    version: 1,
  };
  await tx.manager.insert(ChallengeEntity, challenge);
  await record(tx, challenge, 'ChallengeFiled', null);
  return challenge;
}

/** The secretariat finds the challenged evaluator among those of the plan and puts it to the remaining members. */
export async function putChallenge(
  tx: Tx,
  actor: Actor,
  input: { challengeId: string; assignmentId: string; expectedVersion: number | null },
): Promise<ChallengeEntity> {
  const challenge = await lockChallenge(tx, actor, input.challengeId);
  authorise(actor, 'putChallenge', challenge);
  assertVersion(challenge, input.expectedVersion);
  const state = stateAfter(challenge, 'put');
  await assertUnderWay(tx, challenge, 'put-challenge');
  const { planId } = challenge;
  const assignment = { id: input.assignmentId, planId, state: 'active' } as const;
  if (!(await tx.manager.existsBy(EvaluatorAssignmentEntity, assignment)))
    throw invalid([{ field: 'assignmentId', code: 'challenge.assignment-unknown' }]);
  const found = { ...challenge, assignmentId: input.assignmentId };
  const remaining = (await electorsOf(tx.manager, found)).length;
  if (remaining === 0) throw refused('challenge.nobody-left', []);
  const put = await changeRecord(tx.manager, ChallengeEntity, challenge, {
    state,
    assignmentId: input.assignmentId,
    needed: votesNeeded(remaining),
  });
  await record(tx, put, 'ChallengePut', challenge.state, { needed: put.needed, remaining });
  return put;
}

/** The secretariat dismisses a challenge that cannot be voted on (각하): whoever is named does not evaluate the plan. */
export async function dismissChallenge(
  tx: Tx,
  actor: Actor,
  input: { challengeId: string; reason: string; expectedVersion: number | null },
): Promise<ChallengeEntity> {
  const challenge = await lockChallenge(tx, actor, input.challengeId);
  authorise(actor, 'dismissChallenge', challenge);
  assertVersion(challenge, input.expectedVersion);
  const state = stateAfter(challenge, 'dismiss');
  const dismissed = await changeRecord(tx.manager, ChallengeEntity, challenge, {
    state,
    decisionNote: input.reason,
    decidedAt: tx.now,
  });
  await record(tx, dismissed, 'ChallengeDismissed', challenge.state);
  return dismissed;
}

/** Where an action leads; 409 with what is open now where the table has no such step. */
export function stateAfter(challenge: ChallengeEntity, action: ChallengeAction): ChallengeEntity['state'] {
  const { state } = challenge;
  const to = nextState(CHALLENGE_TABLE, state, action);
  if (to === null) throw refused('challenge.not-now', allowedActions(CHALLENGE_TABLE, state), { state, action });
  return to;
}

/** A challenge is decided while somebody can leave the plan. */
export async function assertUnderWay(tx: Tx, challenge: ChallengeEntity, action: string): Promise<void> {
  const round = await tx.manager.findOneByOrFail(RoundEntity, { id: challenge.roundId });
  if (!LEAVING.includes(round.state)) throw notNow(round, action);
}

/** What happened to a challenge, for those who run and check the round: the province learns nothing of it. */
export const record = (
  tx: Tx,
  challenge: ChallengeEntity,
  type: string,
  from: string | null,
  data: Readonly<Record<string, string | number | null>> = {},
): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 'challenge', id: challenge.id },
    roundId: challenge.roundId,
    from,
    to: challenge.state,
    reason: challenge.decisionNote,
    data: { planId: challenge.planId, assignmentId: challenge.assignmentId, ...data },
  });
