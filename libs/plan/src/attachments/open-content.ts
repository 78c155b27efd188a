import type { Readable } from 'node:stream';
import { authorise, type Call } from '@daegaejo/identity';
import { Problem, refused, type Tx } from '@daegaejo/platform';
import { DOCUMENT_TYPES } from '@daegaejo/platform/rules';
import type { ReadingGates } from '../reading-gates.js';
import type { AttachmentEntity } from '../store/attachment.entity.js';
import { readAttachment, readsBlind } from '../store/attachments.js';
import type { PlanEntity } from '../store/plan.entity.js';
import type { AttachmentGround } from './attachment-ground.js';
import { fileFor } from './attachments.query.js';

/** A file on its way out. */
export interface Content {
  readonly bytes: Readable;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
  readonly sha256: string;
}

/**
 * Opens the file of an attachment for a reader, and writes down that he read it: nothing goes out that is not in the history
 * (개인정보의 안전성 확보조치 기준 제8조). A blind reader is given the copy without metadata. 409 for what is not to be had: held for
 * the scanner, refused by it, or without a copy.
 */
export async function openContent(
  ground: AttachmentGround,
  gates: ReadingGates,
  call: Call,
  attachmentId: string,
): Promise<Content> {
  const { attachment, plan, blind } = await ground.queries.run(async (reading) => {
    const found = await readAttachment(reading.manager, call.actor, attachmentId);
    await gates.assertOpen(reading, call.actor, found.plan);
    authorise(call.actor, 'getAttachmentContent', found.plan);
    return { ...found, blind: await readsBlind(reading.manager, call.actor, found.plan) };
  });
  const { key, name, size, sha256 } = fileFor(attachment, blind);
  if (key === null || size === null || sha256 === null) throw notToBeHad(attachment, blind);
  const bytes = await ground.blobs.open(key);
  try {
    await ground.unitOfWork.run(call, (tx) => recordDownload(tx, attachment, plan, blind));
  } catch (error) {
    bytes.destroy();
    throw error;
  }
  return { bytes, name, size, sha256, mediaType: DOCUMENT_TYPES[attachment.kind].media };
}

function notToBeHad({ state, preparedAt, blobKey }: AttachmentEntity, blind: boolean): Problem {
  if (state === 'scanning') return refused('attachment.scanning', []);
  if (state === 'refused') return refused('attachment.infected', []);
  if (blobKey === null) return refused('attachment.gone', []);
  if (blind && preparedAt === null)
    return new Problem(409, 'attachment.preparing', {}, { allowed: ['getAttachmentContent'], retryAfterSeconds: 10 });
  return refused('attachment.no-copy', []);
}

async function recordDownload(
  tx: Tx,
  { id, no }: AttachmentEntity,
  { id: planId, roundId, provinceId }: PlanEntity,
  blind: boolean,
): Promise<void> {
  await tx.record({
    type: 'AttachmentDownloaded',
    subject: { kind: 'attachment', id },
    roundId,
    provinceId,
    data: { planId, no, copy: blind ? 'blind' : 'original' },
    audience: 'staff',
  });
}
