import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import {
  changeRecord,
  type DocumentOutcome,
  type KeptBlob,
  lookThroughInThread,
  newBlobKey,
  type Tx,
} from '@daegaejo/platform';
import { REMOVE_BLOB } from '../jobs/file-jobs.js';
import { INDEX_PLAN } from '../jobs/index-plan.job.js';
import { READABLE_STATES } from '../rules/index.js';
import { AttachmentEntity, AttachmentTextEntity } from '../store/attachment.entity.js';
import { attachmentOf } from '../store/attachments.js';
import type { AttachmentGround } from './attachment-ground.js';
import { opened } from './scan-attachment.js';

/** What came out of looking through an attachment, and where its copy is kept. */
export type Prepared = DocumentOutcome & { readonly copy: (KeptBlob & { readonly key: string }) | null };

/** Looks through the file on a place of its own; null where it is not there to be read. */
export async function performPreparation(ground: AttachmentGround, attachmentId: string): Promise<Prepared | null> {
  const { queries, blobs } = ground;
  const { kind, blobKey, state } = await queries.run(({ manager }) =>
    manager.findOneByOrFail(AttachmentEntity, { id: attachmentId }),
  );
  if (blobKey === null || !READABLE_STATES.includes(state)) return null;
  const folder = await mkdtemp(path.join(tmpdir(), 'daegaejo-'));
  try {
    const [file, copy] = [path.join(folder, 'file'), path.join(folder, 'copy')];
    await pipeline(await opened(blobs, blobKey), createWriteStream(file));
    const outcome = await lookThroughInThread({ kind, file, copy });
    if (outcome.obstacle !== null) return { ...outcome, copy: null };
    const key = newBlobKey();
    return { ...outcome, copy: { key, ...(await blobs.put(key, createReadStream(copy))) } };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Keeps the copy and the text. Where the file went meanwhile, the copy goes as well. */
export async function storePreparation(tx: Tx, attachmentId: string, prepared: Prepared | null): Promise<void> {
  if (prepared === null) return;
  const attachment = await attachmentOf(tx, attachmentId);
  const { copy, obstacle, text } = prepared;
  const last = attachment.blobKey === null ? copy?.key : attachment.blindKey;
  if (last !== null && last !== undefined) await tx.enqueue(REMOVE_BLOB, { key: last });
  if (attachment.blobKey === null) return;
  await changeRecord(tx.manager, AttachmentEntity, attachment, {
    blindKey: copy?.key ?? null,
    blindSize: copy?.size ?? null,
    blindSha256: copy?.sha256 ?? null,
    obstacle,
    preparedAt: tx.now,
  });
  await tx.manager.delete(AttachmentTextEntity, { attachmentId });
  if (text !== null) await tx.manager.insert(AttachmentTextEntity, { attachmentId, ...text });
  await tx.enqueue(INDEX_PLAN, { planId: attachment.planId });
}
