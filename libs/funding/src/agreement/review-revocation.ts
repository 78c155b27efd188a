import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { lockPlan, type PlanEntity, planNotNow } from '@daegaejo/plan';
import { assertNone, assertVersion, changeRecord, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, type Finding, type Instant, nextState, seoulDay } from '@daegaejo/platform/rules';
import { In, Not } from 'typeorm';
import { judgementsOf } from '../execution/store/judgements.js';
import {
  dayFindings,
  openingFindings,
  REVOCATION_TABLE,
  type RevocationAction,
  type RevocationGrounds,
} from './rules/index.js';
import { signerOf } from './signer.js';
import { clocksOf, lockRecordOf } from './store/records.js';
import { RevocationReviewEntity } from './store/revocation.entity.js';

/**
 * An officer of an owner ministry opens the review of a designation (지정 해제 검토, 특별법 제21조): with the clock that ran out as
 * its grounds, or because the province gives up or its programme was stopped. The province may state its view until `hearBy`.
 */
export async function openRevocation(
  tx: Tx,
  actor: Actor,
  input: { planId: string; grounds: RevocationGrounds; reason: string; hearBy: Instant },
): Promise<RevocationReviewEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'openRevocation', plan);
  if (plan.state !== 'designated') throw planNotNow(plan, 'revoke');
  const { policy } = await signerOf(tx, actor, plan);
  const open = await openReview(tx, plan);
  if (open !== null)
    throw refused('revocation.open-already', allowedActions(REVOCATION_TABLE, open.state), { no: open.no });
  const clocks = await clocksOf(tx.manager, plan.id, tx.now);
  assertNone([
    ...openingFindings(input.grounds, clocks, input.hearBy, tx.now),
    ...(input.grounds === 'stopped' && policy.execution !== undefined ? await stopMissing(tx, plan) : []),
  ]);
  const review: RevocationReviewEntity = {
    id: tx.newId(),
    roundId: plan.roundId,
    planId: plan.id,
    provinceId: plan.provinceId,
    no: (await tx.manager.countBy(RevocationReviewEntity, { planId: plan.id })) + 1,
    state: REVOCATION_TABLE.initial,
    grounds: input.grounds,
    reason: input.reason,
    openedBy: actor.personId ?? '',
    openedAt: tx.now,
    hearBy: input.hearBy,
    statement: null,
    statementLetter: null,
    heardAt: null,
    resolution: null,
    resolvedOn: null,
    decision: null,
    notice: null,
    contentHash: null,
    signatures: [],
    version: 1,
  };
  await tx.manager.insert(RevocationReviewEntity, review as never);
  await recordRevocation(tx, review, 'RevocationReviewOpened', null, review.reason);
  return review;
}

/** Where years are judged, a stop as grounds is one the panel decided on and that still stands. */
async function stopMissing(tx: Tx, { id }: PlanEntity): Promise<Finding[]> {
  const standing = (await judgementsOf(tx.manager, [id])).get(id)?.standing;
  return standing?.decision === 'stop' ? [] : [{ field: 'grounds', code: 'revocation.not-stopped' }];
}

/** The province states its view (의견 제출); it may do so again until the committee has decided. */
export async function stateOnRevocation(
  tx: Tx,
  actor: Actor,
  input: { reviewId: string; statement: string; letterNumber: string; expectedVersion: number | null },
): Promise<RevocationReviewEntity> {
  const { row } = await lockRecordOf(tx, actor, RevocationReviewEntity, input.reviewId, 'stateOnRevocation');
  assertVersion(row, input.expectedVersion);
  assertRevocation(row, 'hear');
  const change = { statement: input.statement, statementLetter: input.letterNumber, heardAt: tx.now };
  const heard = await changeRecord(tx.manager, RevocationReviewEntity, row, { ...change, state: 'heard' });
  await recordRevocation(tx, heard, 'RevocationHeard', row.state, null);
  return heard;
}

/** The secretariat records the committee's decision: the designation is kept, or is to be revoked. First the province is heard, or its term ends. */
export async function decideRevocation(
  tx: Tx,
  actor: Actor,
  input: {
    reviewId: string;
    outcome: 'keep' | 'revoke';
    resolution: string;
    resolvedOn: string;
    decision: string;
    expectedVersion: number | null;
  },
): Promise<RevocationReviewEntity> {
  const { plan, row } = await lockRecordOf(tx, actor, RevocationReviewEntity, input.reviewId, 'decideRevocation');
  assertVersion(row, input.expectedVersion);
  const action = input.outcome === 'keep' ? 'keep' : 'resolve';
  assertRevocation(row, action);
  if (plan.state !== 'designated') throw planNotNow(plan, 'revoke');
  if (row.state === 'opened' && tx.now < row.hearBy)
    throw refused('revocation.hearing-open', ['hear'], { until: row.hearBy });
  const [from, until] = [seoulDay(row.openedAt), seoulDay(tx.now)];
  assertNone(dayFindings('resolvedOn', 'revocation.resolved-on', input.resolvedOn, { from, until }));
  const { resolution, resolvedOn, decision } = input;
  const state = input.outcome === 'keep' ? 'kept' : 'resolved';
  const decided = await changeRecord(tx.manager, RevocationReviewEntity, row, {
    state,
    resolution,
    resolvedOn,
    decision,
  });
  await recordRevocation(tx, decided, state === 'kept' ? 'DesignationKept' : 'RevocationResolved', row.state, decision);
  return decided;
}

/** The review of a plan that is not over; null = none. */
const openReview = (tx: Pick<Tx, 'manager'>, plan: Pick<PlanEntity, 'id'>): Promise<RevocationReviewEntity | null> =>
  tx.manager.findOneBy(RevocationReviewEntity, { planId: plan.id, state: Not(In(REVOCATION_TABLE.finals)) });

/** Refuses what the table does not let happen to the review now. */
export function assertRevocation({ state }: RevocationReviewEntity, action: RevocationAction): void {
  if (nextState(REVOCATION_TABLE, state, action) === null)
    throw refused('revocation.not-now', allowedActions(REVOCATION_TABLE, state), { state });
}

export const recordRevocation = (
  tx: Tx,
  { id, roundId, provinceId, planId, no, grounds, state, contentHash }: RevocationReviewEntity,
  type: string,
  from: string | null,
  reason: string | null,
): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 'revocation-review', id },
    roundId,
    provinceId,
    from,
    to: state,
    reason,
    contentHash,
    data: { planId, no, grounds },
    audience: 'province',
  });
