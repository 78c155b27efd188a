import type { Actor } from '@daegaejo/identity/rules';
import { type PlanEntity, planNotNow } from '@daegaejo/plan';
import { assertNone, assertVersion, changeRecord, invalid, Problem, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, nextState, seoulDay } from '@daegaejo/platform/rules';
import { missingOwners, policyOf, roundOf } from '@daegaejo/round';
import type { RoundPolicy } from '@daegaejo/round/rules';
import { applyChange, recordChange } from './apply-change.js';
import { CHANGE_TABLE, type ChangeAction, dayFindings } from './rules/index.js';
import { signerOf } from './signer.js';
import { PlanChangeDecisionEntity, PlanChangeEntity } from './store/change.entity.js';
import { lockRecordOf } from './store/records.js';

/**
 * An owner ministry decides on the very proposal it has read (its content hash). One refusal ends it; with every ministry's
 * approval, each by another person than the others and the filer, it takes effect, a change of goals or of the designation
 * only with the committee's word as well.
 */
export async function decideChange(
  tx: Tx,
  actor: Actor,
  input: {
    changeId: string;
    contentHash: string;
    verdict: 'approve' | 'reject';
    reason: string | null;
    expectedVersion: number | null;
  },
): Promise<PlanChangeEntity> {
  const { plan, row: change } = await lockRecordOf(tx, actor, PlanChangeEntity, input.changeId, 'decideChange');
  assertVersion(change, input.expectedVersion);
  assertChange(plan, change, 'approve');
  if (change.contentHash !== input.contentHash) throw refused('change.other-content', ['approve', 'reject']);
  const { policy, ministryId } = await signerOf(tx, actor, plan);
  const decisions = await tx.manager.findBy(PlanChangeDecisionEntity, { changeId: change.id });
  if (change.filedBy === actor.personId || decisions.some(({ personId }) => personId === actor.personId))
    throw new Problem(403, 'change.four-eyes');
  if (decisions.some((decision) => decision.ministryId === ministryId))
    throw refused('change.decided-already', allowedActions(CHANGE_TABLE, change.state));
  if (input.verdict === 'reject' && input.reason === null) throw invalid([{ field: 'reason', code: 'change.reason' }]);
  await tx.manager.insert(PlanChangeDecisionEntity, {
    id: tx.newId(),
    changeId: change.id,
    contentHash: change.contentHash,
    ministryId,
    personId: actor.personId ?? '',
    verdict: input.verdict,
    reason: input.reason,
    decidedAt: tx.now,
  });
  await recordChange(tx, change, 'PlanChangeDecided', change.state, {
    reason: input.reason,
    data: { ministryId, verdict: input.verdict },
  });
  if (input.verdict === 'reject') return closeChange(tx, change, 'rejected', input.reason ?? '');
  return settle(tx, actor, plan, change, policy, [...decisions.map((decision) => decision.ministryId), ministryId]);
}

/** The secretariat records what the committee resolved on a change of goals or of the designation; a refusal ends the change. */
export async function recordChangeResolution(
  tx: Tx,
  actor: Actor,
  input: {
    changeId: string;
    outcome: 'agreed' | 'refused';
    resolution: string;
    resolvedOn: string;
    expectedVersion: number | null;
  },
): Promise<PlanChangeEntity> {
  const { plan, row: change } = await lockRecordOf(
    tx,
    actor,
    PlanChangeEntity,
    input.changeId,
    'recordChangeResolution',
  );
  assertVersion(change, input.expectedVersion);
  assertChange(plan, change, 'approve');
  if (change.class !== 'goal') throw refused('change.no-committee', allowedActions(CHANGE_TABLE, change.state));
  if (change.resolved !== null) throw refused('change.resolved-already', allowedActions(CHANGE_TABLE, change.state));
  const [from, until] = [seoulDay(change.filedAt), seoulDay(tx.now)];
  assertNone(dayFindings('resolvedOn', 'change.resolved-on', input.resolvedOn, { from, until }));
  const { outcome: resolved, resolution, resolvedOn } = input;
  const known = await changeRecord(tx.manager, PlanChangeEntity, change, { resolved, resolution, resolvedOn });
  await recordChange(tx, known, 'PlanChangeResolved', change.state, { data: { resolved, resolution } });
  if (resolved === 'refused') return closeChange(tx, known, 'rejected', resolution);
  const decisions = await tx.manager.findBy(PlanChangeDecisionEntity, { changeId: change.id, verdict: 'approve' });
  const policy = await policyOf(tx.manager, await roundOf(tx, plan.roundId));
  return settle(
    tx,
    actor,
    plan,
    known,
    policy,
    decisions.map(({ ministryId }) => ministryId),
  );
}

/** The province takes its change back, until it is decided; the approval of one ministry alone decides nothing. */
export async function withdrawChange(
  tx: Tx,
  actor: Actor,
  input: { changeId: string; reason: string; expectedVersion: number | null },
): Promise<PlanChangeEntity> {
  const { plan, row: change } = await lockRecordOf(tx, actor, PlanChangeEntity, input.changeId, 'withdrawChange');
  assertVersion(change, input.expectedVersion);
  assertChange(plan, change, 'withdraw');
  return closeChange(tx, change, 'withdrawn', input.reason);
}

/** Carries the change out once everybody who has to has agreed; else it waits, as a new version of its record. */
async function settle(
  tx: Tx,
  actor: Actor,
  plan: PlanEntity,
  change: PlanChangeEntity,
  policy: RoundPolicy,
  approvedBy: readonly string[],
): Promise<PlanChangeEntity> {
  const missing = await missingOwners(tx.manager, policy, approvedBy);
  if (missing.length > 0 || (change.class === 'goal' && change.resolved !== 'agreed'))
    return changeRecord(tx.manager, PlanChangeEntity, change, {});
  return applyChange(tx, actor, plan, change, 'approved');
}

function assertChange(plan: PlanEntity, { state }: PlanChangeEntity, action: ChangeAction): void {
  if (nextState(CHANGE_TABLE, state, action) === null)
    throw refused('change.not-now', allowedActions(CHANGE_TABLE, state), { state });
  if (plan.state !== 'designated') throw planNotNow(plan, 'change');
}

async function closeChange(
  tx: Tx,
  change: PlanChangeEntity,
  state: 'rejected' | 'withdrawn',
  closedReason: string,
): Promise<PlanChangeEntity> {
  const closed = await changeRecord(tx.manager, PlanChangeEntity, change, { state, closedAt: tx.now, closedReason });
  const type = state === 'rejected' ? 'PlanChangeRejected' : 'PlanChangeWithdrawn';
  await recordChange(tx, closed, type, change.state, { reason: closedReason });
  return closed;
}
