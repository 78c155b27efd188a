import type { Readable } from 'node:stream';
import { authorise, type Call } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { arriving, IntakeOverflow, type KeptBlob, newBlobKey, Problem, refused, type Tx } from '@daegaejo/platform';
import { COMPLETE_UPLOAD } from '../jobs/file-jobs.js';
import { MOST_PIECES } from '../rules/index.js';
import { type UploadEntity, UploadEntity as Upload, UploadPartEntity } from '../store/attachment.entity.js';
import { lockUpload, readUpload } from '../store/attachments.js';
import type { AttachmentGround } from './attachment-ground.js';
import { completeUpload } from './complete-upload.js';
import { tooLarge } from './open-upload.js';

/** Should the process end before the request has completed the upload, a job does it after so long. */
const FALLBACK_MS = 60_000;

/**
 * Takes the next piece of an upload: the bytes are durable before they count, and a piece whose connection breaks counts as far
 * as it came. The last piece completes the upload; what is wrong with the file is the answer then (422).
 */
export async function receivePart(
  ground: AttachmentGround,
  call: Call,
  input: { uploadId: string; offset: number; length: number | null },
  body: Readable,
): Promise<void> {
  const upload = await ground.queries.run(async ({ manager }) => {
    const { upload: found, plan } = await readUpload(manager, call.actor, input.uploadId);
    authorise(call.actor, 'sendPart', plan);
    return found;
  });
  assertNext(upload, input.offset);
  const room = upload.size - upload.received;
  if (input.length !== null && input.length > room) throw tooLarge(upload.size);
  const key = newBlobKey();
  const kept = await ground.blobs.put(key, arriving(body, room)).catch((error: unknown) => {
    throw error instanceof IntakeOverflow ? tooLarge(upload.size) : error;
  });
  // A refusal leaves the piece to nobody; after trouble of the store it may be somebody's, and the sweep finds out.
  const received = await ground.unitOfWork
    .run(call, (tx) => addPart(tx, call.actor, upload, { ...kept, key }))
    .catch(async (error: unknown) => {
      if (error instanceof Problem) await ground.blobs.remove(key);
      throw error;
    });
  if (kept.size === 0) await ground.blobs.remove(key);
  if (received === upload.size) await completeUpload(ground, call, upload.id);
}

/** Writes a piece down as the next one; answers the bytes that have arrived. */
async function addPart(
  tx: Tx,
  actor: Actor,
  { id, received: offset }: UploadEntity,
  piece: KeptBlob & { key: string },
): Promise<number> {
  const { upload } = await lockUpload(tx, actor, id);
  assertNext(upload, offset);
  const { size, sha256, key: blobKey } = piece;
  if (size > 0) {
    if ((await tx.manager.countBy(UploadPartEntity, { uploadId: id })) >= MOST_PIECES)
      throw refused('upload.pieces', ['cancelUpload'], { limit: MOST_PIECES });
    await tx.manager.insert(UploadPartEntity, { id: tx.newId(), uploadId: id, offset, size, sha256, blobKey });
    await tx.manager.update(Upload, { id }, { received: offset + size });
  }
  if (offset + size === upload.size) await tx.enqueue(COMPLETE_UPLOAD, { uploadId: id }, { delayMs: FALLBACK_MS });
  return offset + size;
}

/** 409 unless the upload is open and goes on at `offset`; says where it does. */
function assertNext(upload: UploadEntity, offset: number): void {
  if (upload.state !== 'open') throw refused('upload.ended', [], { state: upload.state });
  if (upload.received === offset) return;
  const { received } = upload;
  throw new Problem(409, 'upload.offset', { received }, { allowed: ['sendPart'], members: { offset: received } });
}
