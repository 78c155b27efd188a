import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertVersion, changeRecord, lockRow, notFound, type Tx } from '@daegaejo/platform';
import { REMOVE_BLOB } from '../jobs/file-jobs.js';
import { AttachmentEntity, AttachmentTextEntity } from '../store/attachment.entity.js';
import { attachmentOf, isNamed, readAttachment } from '../store/attachments.js';
import { assertDraftOpen } from '../store-sections.js';

/**
 * The province takes a file out of its plan, as long as the draft may be changed. One that a submitted version names stays with that
 * version; the bytes of any other are thrown away.
 */
export async function removeAttachment(
  tx: Tx,
  actor: Actor,
  input: { attachmentId: string; expectedVersion: number | null },
): Promise<void> {
  const { plan } = await readAttachment(tx.manager, actor, input.attachmentId);
  authorise(actor, 'removeAttachment', plan);
  await lockRow(tx, 'plan', plan.id);
  const attachment = await attachmentOf(tx, input.attachmentId);
  assertVersion(attachment, input.expectedVersion);
  if (attachment.removedAt !== null) throw notFound();
  await assertDraftOpen(tx, plan, 'remove-attachment');
  const named = await isNamed(tx.manager, attachment.id);
  await changeRecord(tx.manager, AttachmentEntity, attachment, {
    removedAt: tx.now,
    removedBy: actor.personId,
    ...(named ? {} : { blobKey: null, blindKey: null }),
  });
  if (!named) {
    const gone = [attachment.blobKey, attachment.blindKey].filter((key) => key !== null);
    await tx.enqueueAll(
      REMOVE_BLOB,
      gone.map((key) => ({ key })),
    );
    await tx.manager.delete(AttachmentTextEntity, { attachmentId: attachment.id });
  }
  await tx.record({
    type: 'AttachmentRemoved',
    subject: { kind: 'plan', id: plan.id },
    roundId: plan.roundId,
    provinceId: plan.provinceId,
    data: { attachmentId: attachment.id, no: attachment.no, kept: named },
    audience: 'province',
  });
}
