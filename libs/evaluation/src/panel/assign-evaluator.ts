import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { invalid, lockRow, refused, sha256, type Tx } from '@daegaejo/platform';
import { admitReader, lockPlan, type PlanEntity } from '@daegaejo/plan';
import { policyOf, type RoundEntity, roundOf } from '@daegaejo/round';
import { MAIN_STAGE, type RoundPolicy, stagesOf } from '@daegaejo/round/rules';
import { assertInPool } from './candidates.js';
import { assertNoConflict } from './conflicts.js';
import { ASSIGNMENT_TABLE, type PanelSeries, SHEET_TABLE } from '../rules/index.js';
import { EvaluatorAssignmentEntity, PanelMemberEntity, ScoreSheetEntity } from '../store/evaluation.entity.js';
import { chairsAnew, lockNewPanelOf } from '../store/new-panels.js';
import { takesSubstitute } from './substitute.js';

/**
 * The secretariat puts a pledged member of the panel on a screened plan, for one stage of the evaluation (평가위원 배정).
 * Refused on any conflict, each named. From now on he may read what was filed, and has an open sheet. After the lock only as a
 * substitute, where too few are left. A plan that is evaluated anew takes members of the new panel only, until its chair locks it.
 */
export async function assignEvaluator(
  tx: Tx,
  actor: Actor,
  input: { planId: string; memberId: string; stage?: string },
): Promise<EvaluatorAssignmentEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'assignEvaluator', plan);
  const round = await roundOf(tx, plan.roundId);
  const policy = await policyOf(tx.manager, round);
  const stage = stageAsked(policy, input.stage);
  const series: PanelSeries = plan.state === 're-evaluation' ? 're-evaluation' : 'first';
  if (series === 're-evaluation') await assertPanelOpen(tx, plan.id);
  else await assertPanelTakes(tx, { round, plan, policy, stage });
  const invited = await tx.manager.findOneBy(PanelMemberEntity, { id: input.memberId, roundId: round.id });
  if (invited !== null) await lockRow(tx, 'person', invited.personId); // what he declares in this moment is waited for
  const member = await tx.manager.findOneBy(PanelMemberEntity, { id: input.memberId, roundId: round.id });
  if (member === null) throw invalid([{ field: 'memberId', code: 'evaluation.member-unknown' }]);
  if (member.series !== series) throw invalid([{ field: 'memberId', code: OTHER_PANEL[member.series] }]);
  if (member.state !== 'pledged') throw refused('evaluation.pledge-first', [], { state: member.state });
  await assertInPool(tx.manager, member.personId);
  await assertNoConflict(tx, policy, plan, member.personId);
  const before = await tx.manager.findBy(EvaluatorAssignmentEntity, { planId: plan.id, personId: member.personId });
  if (before.some((assignment) => assignment.stage === stage || assignment.state !== ASSIGNMENT_TABLE.initial))
    throw refused('evaluation.assigned-already', []);
  if (series === 're-evaluation' && member.chair) await assertOnlyChair(tx, plan.id, member.personId);
  return insertAssignment(tx, round, plan, { personId: member.personId, stage, series });
}

/** What is said of a member of the panel that was not asked for. */
const OTHER_PANEL: Readonly<Record<PanelSeries, string>> = {
  first: 're-evaluation.old-panel',
  're-evaluation': 'evaluation.member-unknown',
};

/** The panel that ranks a round takes evaluators until the lock, and substitutes after it. */
async function assertPanelTakes(tx: Tx, at: Parameters<typeof takesSubstitute>[1]): Promise<void> {
  const { round, plan } = at;
  const open =
    (round.state === 'screening' && plan.state === 'screened') ||
    (round.state === 'evaluating' && plan.state === 'under-evaluation');
  if (!open && !(await takesSubstitute(tx, at)))
    throw refused('evaluation.assign-not-now', [], { round: round.state, plan: plan.state });
}

/** A new panel takes evaluators while it is open; a lock in this moment is waited for. */
async function assertPanelOpen(tx: Tx, planId: string): Promise<void> {
  const panel = await lockNewPanelOf(tx, planId);
  if (panel === null) throw refused('re-evaluation.not-opened', ['openReEvaluation']);
  if (panel.state !== 'open') throw refused('re-evaluation.locked', []);
}

/** Of two chairs on one plan nobody would know whose word it is. */
async function assertOnlyChair({ manager }: Tx, planId: string, personId: string): Promise<void> {
  if ((await chairsAnew(manager, planId)).some((chair) => chair !== personId))
    throw refused('evaluation.chair-already', []);
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
  { personId, stage, series }: Pick<EvaluatorAssignmentEntity, 'personId' | 'stage' | 'series'>,
): Promise<EvaluatorAssignmentEntity> {
  const id = tx.newId();
  const assignment: EvaluatorAssignmentEntity = {
    id,
    roundId: round.id,
    planId: plan.id,
    personId,
    alias: sha256(id).slice(0, 8),
    stage,
    series,
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
    series,
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
    data: {
      planId: assignment.planId,
      personId: assignment.personId,
      stage: assignment.stage,
      series: assignment.series,
    },
  });
