import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { lockPlan, planNotNow } from '@daegaejo/plan';
import {
  assertNone,
  assertVersion,
  changeRecord,
  contentHash,
  invalid,
  Problem,
  refused,
  type Tx,
} from '@daegaejo/platform';
import { allowedActions, nextState, seoulDay } from '@daegaejo/platform/rules';
import { missingOwners } from '@daegaejo/round';
import { dayFindings, PROJECT_PLAN_TABLE, type ProjectPlanAction, type ProjectSheet } from './rules/index.js';
import { signerOf } from './signer.js';
import { ProjectPlanEntity } from './store/project-plan.entity.js';
import { designatedOn, lockRecordOf } from './store/records.js';

/** The province applies for the approval of a 사업계획 on behalf of its 사업시행자 (특별법 제13조). */
export async function fileProjectPlan(
  tx: Tx,
  actor: Actor,
  input: { planId: string; sheet: ProjectSheet; letterNumber: string; filedOn: string },
): Promise<ProjectPlanEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'fileProjectPlan', plan);
  if (plan.state !== 'designated') throw planNotNow(plan, 'file-project-plan');
  const [from, until] = [(await designatedOn(tx.manager, plan.id)) ?? '', seoulDay(tx.now)];
  assertNone(dayFindings('filedOn', 'project-plan.filed-on', input.filedOn, { from, until }));
  const { sheet, letterNumber, filedOn } = input;
  const row: ProjectPlanEntity = {
    id: tx.newId(),
    roundId: plan.roundId,
    planId: plan.id,
    provinceId: plan.provinceId,
    no: (await tx.manager.countBy(ProjectPlanEntity, { planId: plan.id })) + 1,
    state: PROJECT_PLAN_TABLE.initial,
    sheet,
    contentHash: contentHash({ planId: plan.id, sheet, letterNumber, filedOn }),
    letterNumber,
    filedOn,
    filedBy: actor.personId ?? '',
    filedAt: tx.now,
    approvals: [],
    rejection: null,
    approvedOn: null,
    startedOn: null,
    startLetter: null,
    version: 1,
  };
  await tx.manager.insert(ProjectPlanEntity, row as never);
  await record(tx, row, 'ProjectPlanFiled', null);
  return row;
}

/**
 * An owner ministry approves the very application it has read, or refuses it with its reason. With every ministry's approval,
 * each by another person, it is approved. A refused one is filed anew.
 */
export async function decideProjectPlan(
  tx: Tx,
  actor: Actor,
  input: {
    id: string;
    contentHash: string;
    verdict: 'approve' | 'reject';
    reason: string | null;
    expectedVersion: number | null;
  },
): Promise<ProjectPlanEntity> {
  const { plan, row } = await lockRecordOf(tx, actor, ProjectPlanEntity, input.id, 'decideProjectPlan');
  assertVersion(row, input.expectedVersion);
  if (plan.state !== 'designated') throw planNotNow(plan, 'approve-project-plan');
  assertProjectPlan(row, 'approve');
  if (row.contentHash !== input.contentHash) throw refused('project-plan.other-content', ['approve', 'reject']);
  const { policy, ministryId } = await signerOf(tx, actor, plan);
  if (actor.personId === row.filedBy || row.approvals.some(({ personId }) => personId === actor.personId))
    throw new Problem(403, 'project-plan.four-eyes');
  if (row.approvals.some((approval) => approval.ministryId === ministryId))
    throw refused('project-plan.decided-already', ['approve', 'reject']);
  if (input.verdict === 'reject') {
    if (input.reason === null) throw invalid([{ field: 'reason', code: 'project-plan.reason' }]);
    const rejected = await changeRecord(tx.manager, ProjectPlanEntity, row, {
      state: 'rejected',
      rejection: input.reason,
    });
    await record(tx, rejected, 'ProjectPlanRejected', row.state, input.reason);
    return rejected;
  }
  const approvals = [...row.approvals, { ministryId, personId: actor.personId ?? '', at: tx.now }];
  const missing = await missingOwners(
    tx.manager,
    policy,
    approvals.map((approval) => approval.ministryId),
  );
  const complete = missing.length === 0;
  const approved = await changeRecord(tx.manager, ProjectPlanEntity, row, {
    approvals,
    ...(complete ? { state: 'approved' as const, approvedOn: seoulDay(tx.now) } : {}),
  });
  await record(tx, approved, complete ? 'ProjectPlanApproved' : 'ProjectPlanSigned', row.state);
  return approved;
}

/** The province reports the start of works (착공) of an approved 사업계획; the second clock of the designation stops. */
export async function recordStart(
  tx: Tx,
  actor: Actor,
  input: { id: string; startedOn: string; letterNumber: string; expectedVersion: number | null },
): Promise<ProjectPlanEntity> {
  const { plan, row } = await lockRecordOf(tx, actor, ProjectPlanEntity, input.id, 'recordStart');
  assertVersion(row, input.expectedVersion);
  if (plan.state !== 'designated') throw planNotNow(plan, 'start-works');
  assertProjectPlan(row, 'start');
  const [from, until] = [row.approvedOn ?? '', seoulDay(tx.now)];
  assertNone(dayFindings('startedOn', 'project-plan.start.day', input.startedOn, { from, until }));
  const change = { state: 'started', startedOn: input.startedOn, startLetter: input.letterNumber } as const;
  const started = await changeRecord(tx.manager, ProjectPlanEntity, row, change);
  await record(tx, started, 'WorksStarted', row.state);
  return started;
}

function assertProjectPlan({ state }: ProjectPlanEntity, action: ProjectPlanAction): void {
  if (nextState(PROJECT_PLAN_TABLE, state, action) === null)
    throw refused('project-plan.not-now', allowedActions(PROJECT_PLAN_TABLE, state), { state });
}

const record = (tx: Tx, row: ProjectPlanEntity, type: string, from: string | null, reason: string | null = null) =>
  tx.record({
    type,
    subject: { kind: 'project-plan', id: row.id },
    roundId: row.roundId,
    provinceId: row.provinceId,
    from,
    to: row.state,
    reason,
    contentHash: row.contentHash,
    data: { planId: row.planId, no: row.no },
    audience: 'province',
  });
