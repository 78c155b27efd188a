import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { invalid, lockRow, refused, sha256, type Tx } from '@daegaejo/platform';
import { admitReader, lockPlan, type PlanEntity } from '@daegaejo/plan';
import { policyOf, type RoundEntity, roundOf } from '@daegaejo/round';
import { MAIN_STAGE, type RoundPolicy, stagesOf } from '@daegaejo/round/rules';
import { assertInPool } from './candidates.js';
import { assertNoConflict } from './conflicts.js';
import { ASSIGNMENT_TABLE, SHEET_TABLE } from '../rules/index.js';
import { EvaluatorAssignmentEntity, PanelMemberEntity, ScoreSheetEntity } from '../store/evaluation.entity.js';
import { takesSubstitute } from './substitute.js';

/**
 * The secretariat puts a pledged member of the panel on a screened plan, for one stage of the evaluation (평가위원 배정).
 * Refused on any conflict, each named. From now on he may read what was filed, and has an open sheet. After the lock only as a
 * substitute, where too few are left.
 */
export async function assignEvaluator(
  tx: Tx,
  actor: Actor,
  input: { planId: string; memberId: string; stage?: string },
): Promise<EvaluatorAssignmentEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'assignEvaluator', plan);
  const round = await roundOf(tx, plan.roundId);
  const open =
    (round.state === 'screening' && plan.state === 'screened') ||
    (round.state === 'evaluating' && plan.state === 'under-evaluation');
  const policy = await policyOf(tx.manager, round);
  const stage = stageAsked(policy, input.stage);
  if (!open && !(await takesSubstitute(tx, { round, plan, policy, stage })))
    throw refused('evaluation.assign-not-now', [], { round: round.state, plan: plan.state });
  const invited = await tx.manager.findOneBy(PanelMemberEntity, { id: input.memberId, roundId: round.id });
  if (invited !== null) await lockRow(tx, 'person', invited.personId); // what he declares in this moment is waited for
  const member = await tx.manager.findOneBy(PanelMemberEntity, { id: input.memberId, roundId: round.id });
  if (member === null) throw invalid([{ field: 'memberId', code: 'evaluation.member-unknown' }]);
  if (member.state !== 'pledged') throw refused('evaluation.pledge-first', [], { state: member.state });
  await assertInPool(tx.manager, member.personId);
  await assertNoConflict(tx, policy, plan, member.personId);
  const before = await tx.manager.findBy(EvaluatorAssignmentEntity, { planId: plan.id, personId: member.personId });
  if (before.some((assignment) => assignment.stage === stage || assignment.state !== ASSIGNMENT_TABLE.initial))
    throw refused('evaluation.assigned-already', []);
  return insertAssignment(tx, round, plan, member.personId, stage);
}

/** The stage asked for, which the policy must have; a policy without stages has `main`. */
export function stageAsked(policy: RoundPolicy, stage: string = MAIN_STAGE): string {
  const codes = stagesOf(policy).map(({ code }) => code);
  if (!codes.includes(stage))
    throw invalid([{ field: 'stage', code: 'evaluation.stage-unknown', params: { codes: codes.join(', ') } }]);
  return stage;
}

async function insertAssignment(
  tx: Tx,
  round: RoundEntity,
  plan: PlanEntity,
  personId: string,
  stage: string,
): Promise<EvaluatorAssignmentEntity> {
  const id = tx.newId();
  const assignment: EvaluatorAssignmentEntity = {
    id,
    roundId: round.id,
    planId: plan.id,
    personId,
    alias: sha256(id).slice(0, 8),
    stage,
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
    stage,
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

const record = (tx: Tx, assignment: EvaluatorAssignmentEntity, type: string, from: string | null): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 'assignment', id: assignment.id },
    roundId: assignment.roundId,
    from,
    to: assignment.state,
    data: { planId: assignment.planId, personId: assignment.personId, stage: assignment.stage },
  });
