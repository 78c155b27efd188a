import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { changeRecord, lockRow, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, nextState } from '@daegaejo/platform/rules';
import { dismissReader, planOf } from '@daegaejo/plan';
import { roundOf } from '@daegaejo/round';
import type { RoundState } from '@daegaejo/round/rules';
import { markScoresDirty } from '../results/mark-dirty.js';
import { ASSIGNMENT_TABLE, type AssignmentAction, CHALLENGE_TABLE } from '../rules/index.js';
import { EvaluatorAssignmentEntity, ScoreSheetEntity } from '../store/evaluation.entity.js';
import { readAssignment } from '../store/evaluations.js';
import { lockNewPanelOf } from '../store/new-panels.js';
import { movePanel } from './open-new-panel.js';
import { ChallengeEntity } from '../store/panel.entity.js';

/** While somebody can leave a plan: from the assignment until the committee takes over. */
export const LEAVING: readonly RoundState[] = ['screening', 'evaluating', 'scores-locked'];

/** One way out of a plan, and why. */
export interface Leave {
  readonly planId: string;
  readonly personId: string;
  readonly action: AssignmentAction;
  readonly reason: string;
}

/**
 * An assignment ends by 회피 (the evaluator himself), or 제척 / 기피 (the secretariat). His sheet is void from then on
 * and he reads the plan no more; after the lock the ranking is computed anew without it, as a new version. A new panel that was
 * locked is open again, until its chair signed.
 */
export async function endAssignment(
  tx: Tx,
  actor: Actor,
  input: { assignmentId: string; action: AssignmentAction; reason: string },
): Promise<EvaluatorAssignmentEntity> {
  const { action, reason } = input;
  const assignment = await readAssignment(tx.manager, actor, input.assignmentId);
  const facts = { roundId: assignment.roundId, people: [assignment.personId] };
  authorise(actor, action === 'recuse' ? 'submitScoreSheet' : 'assignEvaluator', facts);
  const { planId, personId } = assignment;
  const ended = await leavePlan(tx, { planId, personId, action, reason });
  const own = ended.find(({ id }) => id === assignment.id);
  if (own !== undefined) return own;
  const { state } = await tx.manager.findOneByOrFail(EvaluatorAssignmentEntity, { id: assignment.id });
  throw refused('evaluation.assignment-over', allowedActions(ASSIGNMENT_TABLE, state), { state });
}

/** Ends every assignment somebody has on a plan, in whatever stage; answers those that ended. Who asked has been looked at before. */
export async function leavePlan(tx: Tx, leave: Leave): Promise<EvaluatorAssignmentEntity[]> {
  const { planId, personId } = leave;
  // The sheets first, as their submission does: of two at the same moment one waits, and sees what the other left.
  const held = { planId, personId };
  const sheets = await tx.manager.find(ScoreSheetEntity, { where: held, order: { id: 'ASC' } });
  for (const sheet of sheets) await lockRow(tx, 'score_sheet', sheet.id);
  const active = await tx.manager.find(EvaluatorAssignmentEntity, {
    where: { ...held, state: 'active' },
    order: { id: 'ASC' },
  });
  const ended: EvaluatorAssignmentEntity[] = [];
  for (const assignment of active) ended.push(await end(tx, assignment, leave));
  return ended;
}

async function end(
  tx: Tx,
  assignment: EvaluatorAssignmentEntity,
  { action, reason }: Leave,
): Promise<EvaluatorAssignmentEntity> {
  const plan = await planOf(tx, assignment.planId);
  const round = await roundOf(tx, assignment.roundId);
  const anew = assignment.series === 're-evaluation' ? await lockNewPanelOf(tx, plan.id) : null;
  if (anew === null ? !LEAVING.includes(round.state) : anew.state === 'closed')
    throw refused('evaluation.assign-not-now', [], { round: round.state, plan: plan.state });
  const state = nextState(ASSIGNMENT_TABLE, assignment.state, action) ?? assignment.state;
  const ended = await changeRecord(tx.manager, EvaluatorAssignmentEntity, assignment, { state, endReason: reason });
  const sheet = await tx.manager.findOneByOrFail(ScoreSheetEntity, { assignmentId: assignment.id });
  await changeRecord(tx.manager, ScoreSheetEntity, sheet, { state: 'void', note: action });
  await dismissReader(tx, plan.id, assignment.personId, 'evaluator');
  await tx.record({
    type: 'AssignmentEnded',
    subject: { kind: 'assignment', id: ended.id },
    roundId: ended.roundId,
    from: assignment.state,
    to: ended.state,
    reason,
    data: { planId: ended.planId, personId: ended.personId, stage: ended.stage },
  });
  await lapseChallenges(tx, ended);
  if (anew?.state === 'locked') await movePanel(tx, anew, 'reopen', 'ReEvaluationReopened', {}, reason);
  else if (anew === null && (sheet.state === 'submitted' || sheet.state === 'locked'))
    await markScoresDirty(tx, round.id);
  return ended;
}

/** Whatever else the members have in hand about somebody who has left the plan is over. */
async function lapseChallenges(tx: Tx, { id, roundId, planId }: EvaluatorAssignmentEntity): Promise<void> {
  const inHand = { roundId, assignmentId: id, state: 'put-to-members' } as const;
  for (const { id: waiting } of await tx.manager.findBy(ChallengeEntity, inHand)) {
    await lockRow(tx, 'challenge', waiting);
    const challenge = await tx.manager.findOneBy(ChallengeEntity, { id: waiting, state: 'put-to-members' });
    if (challenge === null) continue;
    const state = nextState(CHALLENGE_TABLE, challenge.state, 'lapse') ?? challenge.state;
    const lapsed = await changeRecord(tx.manager, ChallengeEntity, challenge, { state, decidedAt: tx.now });
    await tx.record({
      type: 'ChallengeLapsed',
      subject: { kind: 'challenge', id: lapsed.id },
      roundId,
      from: challenge.state,
      to: lapsed.state,
      data: { planId, assignmentId: id },
    });
  }
}
