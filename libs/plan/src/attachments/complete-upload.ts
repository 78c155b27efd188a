import {
  detectType,
  inBlob,
  invalid,
  type KeptBlob,
  lockRow,
  newBlobKey,
  type Principal,
  Problem,
  type Tx,
} from '@daegaejo/platform';
import type { DocumentKind, Finding } from '@daegaejo/platform/rules';
import { PREPARE_ATTACHMENT, REMOVE_BLOB, SCAN_ATTACHMENT } from '../jobs/file-jobs.js';
import { contentFindings } from '../rules/index.js';
import { AttachmentEntity, UploadEntity, UploadPartEntity } from '../store/attachment.entity.js';
import { partsOf } from '../store/attachments.js';
import { PlanEntity } from '../store/plan.entity.js';
import { assertDraftOpen } from '../store-sections.js';
import type { AttachmentGround } from './attachment-ground.js';

/** The whole file, as one blob. */
type Whole = KeptBlob & { readonly key: string };

/**
 * Makes an attachment of an upload whose bytes have all arrived. The file is looked into first: one that is not what it was said
 * to be, or of no kind that is taken, ends the upload with the reason (422). Doing it again changes nothing.
 */
export async function completeUpload(ground: AttachmentGround, principal: Principal, uploadId: string): Promise<void> {
  const { upload, parts } = await ground.queries.run(async ({ manager }) => ({
    upload: await manager.findOneByOrFail(UploadEntity, { id: uploadId }),
    parts: await partsOf(manager, uploadId),
  }));
  if (upload.state !== 'open' || upload.received < upload.size) return;
  const whole = await assembled(ground, parts);
  const content = await detectType(inBlob(ground.blobs, whole.key, whole.size));
  const findings = [...hashFindings(upload, whole), ...contentFindings(upload.name, content)];
  const kind = findings.length === 0 && content.is === 'document' ? content.kind : null;
  const settled = await ground.unitOfWork
    .run(principal, (tx) => settle(tx, ground, upload, { whole, kind, findings }))
    .catch(async (error: unknown) => {
      if (error instanceof Problem) await leave(ground, whole, parts);
      throw error;
    });
  if (!settled) await leave(ground, whole, parts);
  else if (kind === null) throw invalid(findings);
}

/** Throws away what was put together in vain; a single piece is not ours to throw away. */
const leave = async ({ blobs }: AttachmentGround, { key }: Whole, parts: readonly UploadPartEntity[]): Promise<void> =>
  parts.length > 1 ? blobs.remove(key) : undefined;

/** One piece is the file already; several are put together into a blob of their own. */
async function assembled({ blobs }: AttachmentGround, parts: readonly UploadPartEntity[]): Promise<Whole> {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return { key: only.blobKey, size: only.size, sha256: only.sha256 };
  const key = newBlobKey();
  async function* all(): AsyncGenerator<Buffer> {
    for (const { blobKey } of parts) yield* await blobs.open(blobKey);
  }
  return { key, ...(await blobs.put(key, all())) };
}

const hashFindings = (upload: UploadEntity, { sha256 }: Whole): Finding[] =>
  upload.sha256 === null || upload.sha256 === sha256
    ? []
    : [{ field: 'sha256', code: 'upload.hash', params: { sha256 } }];

/** Ends the upload, with its attachment or with the reason; false where somebody else did so meanwhile. */
async function settle(
  tx: Tx,
  { scanner }: AttachmentGround,
  { id, planId }: UploadEntity,
  found: { readonly whole: Whole; readonly kind: DocumentKind | null; readonly findings: readonly Finding[] },
): Promise<boolean> {
  await lockRow(tx, 'plan', planId);
  await lockRow(tx, 'attachment_upload', id);
  const upload = await tx.manager.findOneByOrFail(UploadEntity, { id });
  if (upload.state !== 'open') return false;
  const { whole, kind, findings: refusal } = found;
  if (kind === null) {
    await endUpload(tx, upload, { state: 'refused', refusal });
    await tx.enqueue(REMOVE_BLOB, { key: whole.key });
    return true;
  }
  const plan = await tx.manager.findOneByOrFail(PlanEntity, { id: planId });
  await assertDraftOpen(tx, plan, 'attach');
  const attachment = await addAttachment(tx, plan, upload, { ...whole, kind }, scanner === null);
  await endUpload(tx, upload, { state: 'complete', attachmentId: attachment.id }, whole.key);
  return true;
}

/** Ends an upload; its pieces are thrown away, all but the one that became the attachment. */
export async function endUpload(
  tx: Tx,
  { id }: UploadEntity,
  end: Partial<UploadEntity>,
  keptKey: string | null = null,
): Promise<void> {
  const keys = (await partsOf(tx.manager, id)).map(({ blobKey }) => blobKey);
  await tx.manager.update(UploadEntity, { id }, end as never);
  await tx.manager.delete(UploadPartEntity, { uploadId: id });
  const gone = keys.filter((key) => key !== keptKey).map((key) => ({ key }));
  await tx.enqueueAll(REMOVE_BLOB, gone);
}

async function addAttachment(
  tx: Tx,
  plan: PlanEntity,
  { name, createdBy }: UploadEntity,
  { key, size, sha256, kind }: Whole & { readonly kind: DocumentKind },
  unscanned: boolean,
): Promise<AttachmentEntity> {
  const attachment: AttachmentEntity = {
    id: tx.newId(),
    planId: plan.id,
    no: ((await tx.manager.maximum(AttachmentEntity, 'no', { planId: plan.id })) ?? 0) + 1,
    name,
    kind,
    size,
    sha256,
    state: unscanned ? 'unscanned' : 'scanning',
    signature: null,
    blobKey: key,
    blindKey: null,
    blindSize: null,
    blindSha256: null,
    obstacle: null,
    preparedAt: null,
    uploadedBy: createdBy,
    uploadedAt: tx.now,
    removedBy: null,
    removedAt: null,
    version: 1,
  };
  await tx.manager.insert(AttachmentEntity, attachment as never);
  await tx.record({
    type: 'AttachmentUploaded',
    subject: { kind: 'plan', id: plan.id },
    roundId: plan.roundId,
    provinceId: plan.provinceId,
    to: attachment.state,
    contentHash: sha256,
    data: { attachmentId: attachment.id, no: attachment.no, kind, size },
    audience: 'province',
  });
  await tx.enqueue(unscanned ? PREPARE_ATTACHMENT : SCAN_ATTACHMENT, { attachmentId: attachment.id });
  return attachment;
}
