import { type Blobs, BlobMissing, changeRecord, JobRefused, type Tx, type Verdict } from '@daegaejo/platform';
import { nextState } from '@daegaejo/platform/rules';
import { PREPARE_ATTACHMENT, REMOVE_BLOB } from '../jobs/file-jobs.js';
import { ATTACHMENT_TABLE, type AttachmentAction } from '../rules/index.js';
import { AttachmentEntity, AttachmentTextEntity } from '../store/attachment.entity.js';
import { attachmentOf } from '../store/attachments.js';
import { PlanEntity } from '../store/plan.entity.js';
import type { AttachmentGround } from './attachment-ground.js';

/** Has the file looked at; null where there is no scanner, or nothing to look at any more. */
export async function performScan(ground: AttachmentGround, attachmentId: string): Promise<Verdict | null> {
  const { scanner, queries, blobs } = ground;
  if (scanner === null) return null;
  const { blobKey } = await queries.run(({ manager }) =>
    manager.findOneByOrFail(AttachmentEntity, { id: attachmentId }),
  );
  return blobKey === null ? null : scanner.scan(await opened(blobs, blobKey));
}

/** The bytes of an attachment; without them no job about it can ever succeed. */
export async function opened(blobs: Blobs, key: string): ReturnType<Blobs['open']> {
  return blobs.open(key).catch((error: unknown) => {
    throw error instanceof BlobMissing ? new JobRefused('the bytes of the attachment are missing') : error;
  });
}

/** What a scan comes to: the file is let go, or refused and its bytes thrown away. */
export async function storeScan(tx: Tx, attachmentId: string, verdict: Verdict | null): Promise<void> {
  const attachment = await attachmentOf(tx, attachmentId);
  const action: AttachmentAction = verdict === null ? 'go-unscanned' : verdict.infected ? 'refuse' : 'pass';
  const state = nextState(ATTACHMENT_TABLE, attachment.state, action);
  if (attachment.blobKey === null || state === null) return;
  const gone = state === 'refused' ? [attachment.blobKey, attachment.blindKey].filter((key) => key !== null) : [];
  await changeRecord(tx.manager, AttachmentEntity, attachment, {
    state,
    ...(state === 'refused' ? { blobKey: null, blindKey: null } : {}),
    signature: verdict?.infected === true ? verdict.signature.slice(0, 200) : null,
  });
  await tx.enqueueAll(
    REMOVE_BLOB,
    gone.map((key) => ({ key })),
  );
  if (state === 'refused') await tx.manager.delete(AttachmentTextEntity, { attachmentId });
  else if (attachment.preparedAt === null) await tx.enqueue(PREPARE_ATTACHMENT, { attachmentId });
  await recordScan(tx, attachment, state);
}

async function recordScan(tx: Tx, { id, planId, no, state: from }: AttachmentEntity, to: string): Promise<void> {
  const plan = await tx.manager.findOneByOrFail(PlanEntity, { id: planId });
  await tx.record({
    type: to === 'refused' ? 'AttachmentRefused' : 'AttachmentScanned',
    subject: { kind: 'plan', id: planId },
    roundId: plan.roundId,
    provinceId: plan.provinceId,
    from,
    to,
    data: { attachmentId: id, no },
    audience: 'province',
  });
}
