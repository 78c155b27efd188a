import type { Actor } from '@daegaejo/identity/rules';
import { movePlan, type PlanEntity, planNotNow } from '@daegaejo/plan';
import { assertNone, assertVersion, changeRecord, contentHash, Problem, refused, type Tx } from '@daegaejo/platform';
import { missingOwners } from '@daegaejo/round';
import { terminateAgreement } from './end-agreement.js';
import { assertRevocation, recordRevocation } from './review-revocation.js';
import { noticeFindings, type RevocationNotice } from './rules/index.js';
import { signerOf } from './signer.js';
import { lockRecordOf } from './store/records.js';
import { RevocationReviewEntity } from './store/revocation.entity.js';

/**
 * An officer of one owner ministry drafts the notice of revocation (해제 고시안) after the committee's decision, and signs it.
 * Drafting it anew voids what was signed.
 */
export async function proposeRevocationNotice(
  tx: Tx,
  actor: Actor,
  input: { reviewId: string; notice: RevocationNotice; expectedVersion: number | null },
): Promise<RevocationReviewEntity> {
  const { plan, row } = await lockRecordOf(
    tx,
    actor,
    RevocationReviewEntity,
    input.reviewId,
    'proposeRevocationNotice',
  );
  assertVersion(row, input.expectedVersion);
  assertRevocation(row, 'propose-notice');
  if (plan.state !== 'designated') throw planNotNow(plan, 'revoke');
  const { ministryId } = await signerOf(tx, actor, plan);
  assertNone(noticeFindings(input.notice, row.resolvedOn ?? ''));
  const { noticeNumber, noticeDate, gazette, postedFrom, postedUntil } = input.notice;
  const notice = { noticeNumber, noticeDate, gazette, postedFrom, postedUntil };
  const noticed = await changeRecord(tx.manager, RevocationReviewEntity, row, {
    state: 'noticed',
    notice,
    contentHash: contentHash({ planId: plan.id, review: row.id, decision: row.decision, notice }),
    signatures: [{ ministryId, personId: actor.personId ?? '', at: tx.now }],
  });
  await recordRevocation(tx, noticed, 'RevocationNoticeProposed', row.state, null);
  return noticed;
}

/**
 * The other owner ministry signs the very notice it has read, by another person. With every ministry's signature the designation
 * is revoked and the agreement terminated.
 */
export async function signRevocation(
  tx: Tx,
  actor: Actor,
  input: { reviewId: string; contentHash: string; expectedVersion: number | null },
): Promise<RevocationReviewEntity> {
  const { plan, row } = await lockRecordOf(tx, actor, RevocationReviewEntity, input.reviewId, 'signRevocation');
  assertVersion(row, input.expectedVersion);
  assertRevocation(row, 'sign');
  if (plan.state !== 'designated') throw planNotNow(plan, 'revoke');
  if (row.contentHash !== input.contentHash) throw refused('revocation.other-content', ['sign', 'propose-notice']);
  const { ministryId, policy } = await signerOf(tx, actor, plan);
  if (
    row.signatures.some(
      (signature) =>
        signature.personId === actor.personId || (signature.ministryId === ministryId && policy.owners.length > 1),
    )
  )
    throw new Problem(403, 'revocation.four-eyes');
  const signatures = [...row.signatures, { ministryId, personId: actor.personId ?? '', at: tx.now }];
  const missing = await missingOwners(
    tx.manager,
    policy,
    signatures.map((signature) => signature.ministryId),
  );
  const complete = missing.length === 0;
  const signed = await changeRecord(tx.manager, RevocationReviewEntity, row, {
    signatures,
    state: complete ? 'revoked' : row.state,
  });
  await recordRevocation(tx, signed, complete ? 'RevocationConcluded' : 'RevocationSigned', row.state, null);
  if (complete) await revoke(tx, plan, signed);
  return signed;
}

async function revoke(
  tx: Tx,
  plan: PlanEntity,
  { decision, notice, contentHash: hash }: RevocationReviewEntity,
): Promise<void> {
  await movePlan(tx, plan, 'revoke', {
    type: 'PlanRevoked',
    reason: decision,
    contentHash: hash,
    data: { noticeNumber: notice?.noticeNumber ?? null, noticeDate: notice?.noticeDate ?? null },
    audience: 'public',
  });
  await terminateAgreement(tx, plan, decision ?? '');
}
