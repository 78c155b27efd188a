import { authorise, organisationsById } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { type Page, type PageQuery, pageOf, readCursor, type Reading, type Sentences } from '@daegaejo/platform';
import { DOCUMENT_TYPES } from '@daegaejo/platform/rules';
import { RoundEntity } from '@daegaejo/round';
import type { EntityManager } from 'typeorm';
import type { AttachmentView, UploadView } from '../http/attachment.dto.js';
import { ATTACHMENT_LABELS, attachmentNumber, blindName, nameWarnings, READABLE_STATES } from '../rules/index.js';
import { isOwn } from '../plans.query.js';
import type { ReadingGates } from '../reading-gates.js';
import { AttachmentEntity, type UploadEntity } from '../store/attachment.entity.js';
import { readsBlind, readUpload, visibleAttachments } from '../store/attachments.js';
import type { PlanEntity } from '../store/plan.entity.js';
import { readPlan } from '../store/plans.js';

/** How far an upload is, and what became of it. */
export async function getUpload(
  { manager }: Reading,
  actor: Actor,
  say: ReturnType<Sentences['findings']>,
  uploadId: string,
): Promise<UploadView> {
  const { upload, plan } = await readUpload(manager, actor, uploadId);
  authorise(actor, 'getUpload', plan);
  const attachment =
    upload.attachmentId === null ? null : await manager.findOneByOrFail(AttachmentEntity, { id: upload.attachmentId });
  return {
    ...uploadView(upload, say),
    attachment: attachment === null ? null : (await shownTo(manager, actor, plan))(attachment),
  };
}

/** An upload without its attachment: one that goes on. */
export function uploadView(upload: UploadEntity, say: ReturnType<Sentences['findings']>): UploadView {
  const { id, planId, name, size, received, state, expiresAt, refusal } = upload;
  return {
    id,
    planId,
    name,
    size,
    offset: received,
    state,
    expiresAt,
    warnings: say(nameWarnings(name)),
    refusals: say(refusal ?? []),
    attachment: null,
  };
}

/** The attachments of a plan this reader may see, in the order of their numbers. */
export async function listAttachments(
  reading: Reading,
  actor: Actor,
  gates: ReadingGates,
  planId: string,
  query: PageQuery,
): Promise<Page<AttachmentView>> {
  const { manager } = reading;
  const plan = await readPlan(manager, actor, planId);
  await gates.assertOpen(reading, actor, plan);
  const limit = query.limit ?? 50;
  const after = readCursor(query.cursor, 1);
  const select = visibleAttachments(manager, actor)
    .andWhere('attachment.planId = :planId', { planId })
    .orderBy('attachment.no')
    .limit(limit + 1);
  if (after !== null) select.andWhere('attachment.no > :after', { after: Number(after[0]) });
  return pageOf(await select.getMany(), limit, ({ no }) => [String(no)], await shownTo(manager, actor, plan));
}

/** Attachments of one plan as this reader may see them: a blind one under neutral names, with what is known of their copies. */
async function shownTo(
  manager: EntityManager,
  actor: Actor,
  plan: PlanEntity,
): Promise<(attachment: AttachmentEntity) => AttachmentView> {
  const { year } = await manager.findOneByOrFail(RoundEntity, { id: plan.roundId });
  const province = (await organisationsById(manager, [plan.provinceId])).get(plan.provinceId)?.shortName ?? '';
  const blind = await readsBlind(manager, actor, plan);
  const own = isOwn(actor, plan);
  return (attachment) => {
    const { id, no, kind, state, uploadedAt, removedAt, version } = attachment;
    const file = fileFor(attachment, blind);
    return {
      id,
      planId: plan.id,
      no,
      number: attachmentNumber(year, province, no),
      name: file.name,
      kind,
      mediaType: DOCUMENT_TYPES[kind].media,
      size: file.size,
      sha256: file.sha256,
      state,
      stateLabel: ATTACHMENT_LABELS[state],
      available: file.key !== null,
      blindCopy: own || blind ? null : blindCopyOf(attachment),
      uploadedAt,
      removedAt,
      version,
    };
  };
}

/** How the copy for blind readers stands, for those who answer for it. */
function blindCopyOf({ preparedAt, blindKey, obstacle }: AttachmentEntity): string {
  if (blindKey !== null) return 'made';
  return preparedAt === null ? 'waiting' : (obstacle ?? 'no-way');
}

/** The file behind an attachment for one kind of reader; without a key there is nothing to be read. */
export interface ReadableFile {
  readonly key: string | null;
  readonly name: string;
  readonly size: number | null;
  readonly sha256: string | null;
}

/** The original, or for a blind reader the copy under a neutral name. */
export function fileFor(attachment: AttachmentEntity, blind: boolean): ReadableFile {
  const { no, kind, name, size, sha256, state, blobKey, blindKey, blindSize, blindSha256 } = attachment;
  const readable = READABLE_STATES.includes(state);
  if (!blind) return { key: readable ? blobKey : null, name, size, sha256 };
  return { key: readable ? blindKey : null, name: blindName(no, kind), size: blindSize, sha256: blindSha256 };
}
