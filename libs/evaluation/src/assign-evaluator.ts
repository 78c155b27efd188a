import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { changeRecord, invalid, refused, sha256, type Tx } from '@daegaejo/platform';
import { allowedActions, nextState } from '@daegaejo/platform/rules';
import { admitReader, dismissReader, lockPlan, planOf, type PlanEntity } from '@daegaejo/plan';
import { policyOf, type RoundEntity, roundOf } from '@daegaejo/round';
import { assertNoConflict } from './conflicts.js';
import { markScoresDirty } from './mark-dirty.js';
import { ASSIGNMENT_TABLE, type AssignmentAction, SHEET_TABLE } from './rules/index.js';
import { EvaluatorAssignmentEntity, PanelMemberEntity, ScoreSheetEntity } from './store/evaluation.entity.js';
import { readAssignment } from './store/evaluations.js';

/**
 * The secretariat puts a pledged member of the panel on a screened plan (평가위원 배정). Refused on any conflict, each named.
 * From now on he may read what was filed, and has an open sheet.
 */
export async function assignEvaluator(
  tx: Tx,
  actor: Actor,
  input: { planId: string; memberId: string },
): Promise<EvaluatorAssignmentEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'assignEvaluator', plan);
  const round = await roundOf(tx, plan.roundId);
  const open =
    (round.state === 'screening' && plan.state === 'screened') ||
    (round.state === 'evaluating' && plan.state === 'under-evaluation');
  if (!open) throw refused('evaluation.assign-not-now', [], { round: round.state, plan: plan.state });
  const member = await tx.manager.findOneBy(PanelMemberEntity, { id: input.memberId, roundId: round.id });
  if (member === null) throw invalid([{ field: 'memberId', code: 'evaluation.member-unknown' }]);
  if (member.state !== 'pledged') throw refused('evaluation.pledge-first', [], { state: member.state });
  await assertNoConflict(tx, await policyOf(tx.manager, round), plan, member.personId);
  if (await tx.manager.existsBy(EvaluatorAssignmentEntity, { planId: plan.id, personId: member.personId }))
    throw refused('evaluation.assigned-already', []);
  return insertAssignment(tx, round, plan, member.personId);
}

async function insertAssignment(
  tx: Tx,
  round: RoundEntity,
  plan: PlanEntity,
  personId: string,
): Promise<EvaluatorAssignmentEntity> {
  const id = tx.newId();
  const assignment: EvaluatorAssignmentEntity = {
    id,
    roundId: round.id,
    planId: plan.id,
    personId,
    alias: sha256(id).slice(0, 8),
    stage: 'main',
    state: ASSIGNMENT_TABLE.initial,
    assignedAt: tx.now,
    endReason: null,
    version: 1,
  };
  await tx.manager.insert(EvaluatorAssignmentEntity, assignment);
  await tx.manager.insert(ScoreSheetEntity, {
    id: tx.newId(),
    roundId: round.id,
    planId: plan.id,
    assignmentId: id,
    personId,
    stage: 'main',
    startedAt: null,
    state: SHEET_TABLE.initial,
    marks: [],
    overall: null,
    submittedAt: null,
    note: null,
    version: 1,
  } as never);
  await admitReader(tx, plan.id, personId, 'evaluator');
  await record(tx, assignment, 'EvaluatorAssigned', null);
  return assignment;
}

/**
 * An assignment ends by 회피 (the evaluator himself), or 제척 / 기피 (the secretariat). His sheet is void from then on
 * and he reads the plan no more; after the lock the ranking is computed anew without it, as a new version.
 */
export async function endAssignment(
  tx: Tx,
  actor: Actor,
  input: { assignmentId: string; action: AssignmentAction; reason: string },
): Promise<EvaluatorAssignmentEntity> {
  const assignment = await readAssignment(tx.manager, actor, input.assignmentId);
  const facts = { roundId: assignment.roundId, people: [assignment.personId] };
  authorise(actor, input.action === 'recuse' ? 'submitScoreSheet' : 'assignEvaluator', facts);
  const plan = await planOf(tx, assignment.planId);
  const round = await roundOf(tx, assignment.roundId);
  const state = nextState(ASSIGNMENT_TABLE, assignment.state, input.action);
  if (state === null)
    throw refused('evaluation.assignment-over', allowedActions(ASSIGNMENT_TABLE, assignment.state), {
      state: assignment.state,
    });
  if (!['screening', 'evaluating', 'scores-locked'].includes(round.state))
    throw refused('evaluation.assign-not-now', [], { round: round.state, plan: plan.state });
  const ended = await changeRecord(tx.manager, EvaluatorAssignmentEntity, assignment, {
    state,
    endReason: input.reason,
  });
  const sheet = await tx.manager.findOneByOrFail(ScoreSheetEntity, { assignmentId: assignment.id });
  await changeRecord(tx.manager, ScoreSheetEntity, sheet, { state: 'void', note: input.action });
  await dismissReader(tx, plan.id, assignment.personId, 'evaluator');
  await record(tx, ended, 'AssignmentEnded', assignment.state, input.reason);
  if (sheet.state === 'submitted' || sheet.state === 'locked') await markScoresDirty(tx, round.id);
  return ended;
}

const record = (
  tx: Tx,
  assignment: EvaluatorAssignmentEntity,
  type: string,
  from: string | null,
  reason: string | null = null,
): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 'assignment', id: assignment.id },
    roundId: assignment.roundId,
    from,
    to: assignment.state,
    reason,
    data: { planId: assignment.planId, personId: assignment.personId },
  });
