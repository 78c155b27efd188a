import { databaseTime, type Reading, rowsOf, type Tx } from '@daegaejo/platform';
import { type EntityManager, In, IsNull, LessThanOrEqual, Not } from 'typeorm';
import { SCAN_ATTACHMENT } from '../jobs/file-jobs.js';
import { AttachmentEntity, UploadEntity, UploadPartEntity } from '../store/attachment.entity.js';
import type { AttachmentGround } from './attachment-ground.js';
import { endUpload } from './complete-upload.js';

const DAY_MS = 86_400_000;
/** Keys asked about at once. */
const BATCH = 200;

/**
 * Throws away bytes that no record has named for a day: what a process wrote and then ended before its transaction did. The day is
 * one of the database's own clock, which no rehearsal moves.
 */
export async function removeOrphans({ blobs, queries }: AttachmentGround): Promise<void> {
  const before = await queries.run(aDayAgo);
  let batch: string[] = [];
  const sweep = async (): Promise<void> => {
    const known = await queries.run(({ manager }) => knownKeys(manager, batch));
    for (const key of batch) if (!known.has(key)) await blobs.remove(key);
    batch = [];
  };
  for await (const key of blobs.olderThan(before)) {
    batch.push(key);
    if (batch.length >= BATCH) await sweep();
  }
  await sweep();
}

async function aDayAgo({ manager, dialect }: Reading): Promise<Date> {
  const [row] = await rowsOf<{ at: string }>(manager, dialect, `SELECT ${databaseTime(dialect, -DAY_MS)} AS "at"`);
  return new Date(Date.parse(row?.at ?? ''));
}

async function knownKeys(manager: EntityManager, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const among = In([...keys]);
  const attachments = await manager.find(AttachmentEntity, {
    select: { id: true, blobKey: true, blindKey: true },
    where: [{ blobKey: among }, { blindKey: among }],
  });
  const parts = await manager.find(UploadPartEntity, {
    select: { id: true, blobKey: true },
    where: { blobKey: among },
  });
  return new Set([
    ...attachments.flatMap(({ blobKey, blindKey }) => [blobKey, blindKey]).filter((key) => key !== null),
    ...parts.map(({ blobKey }) => blobKey),
  ]);
}

/** Gives up the uploads whose time is over, and has what is unscanned scanned where there is a scanner now. */
export async function endOldUploads(tx: Tx, { scanner }: AttachmentGround): Promise<void> {
  const over = await tx.manager.find(UploadEntity, {
    where: { state: 'open', expiresAt: LessThanOrEqual(tx.now) },
    order: { id: 'ASC' },
    take: BATCH,
  });
  for (const upload of over) await endUpload(tx, upload, { state: 'expired' });
  if (scanner === null) return;
  const unscanned = await tx.manager.find(AttachmentEntity, {
    select: { id: true },
    where: { state: 'unscanned', blobKey: Not(IsNull()) },
    take: BATCH,
  });
  await tx.enqueueAll(
    SCAN_ATTACHMENT,
    unscanned.map(({ id }) => ({ attachmentId: id })),
  );
}
