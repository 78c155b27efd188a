import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, invalid, Problem, refused, type Tx } from '@daegaejo/platform';
import { cleanFileName, toInstant } from '@daegaejo/platform/rules';
import { IsNull } from 'typeorm';
import { MOST_FILES, MOST_PLAN_BYTES, nameFindings, roomFor, UPLOAD_HOURS } from '../rules/index.js';
import { AttachmentEntity, UploadEntity } from '../store/attachment.entity.js';
import type { PlanEntity } from '../store/plan.entity.js';
import { lockPlan } from '../store/plans.js';
import { assertDraftOpen } from '../store-sections.js';

/**
 * Begins an upload: the bytes come piece by piece after it. Refused before a byte is sent: a file that is too large (413), of a
 * kind that is not taken (422), or one too many for its plan (409). What is begun counts towards the limits of the plan.
 */
export async function openUpload(
  tx: Tx,
  actor: Actor,
  mostBytes: number,
  input: { planId: string; name: string; size: number; sha256: string | null },
): Promise<UploadEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'openUpload', plan);
  await assertDraftOpen(tx, plan, 'attach');
  if (input.size > mostBytes) throw tooLarge(mostBytes);
  const name = cleanFileName(input.name);
  if (name === null) throw invalid([{ field: 'name', code: 'attachment.name' }]);
  assertNone(nameFindings(name));
  await assertRoom(tx, plan, input.size);
  const upload: UploadEntity = {
    id: tx.newId(),
    planId: plan.id,
    name,
    size: input.size,
    sha256: input.sha256,
    received: 0,
    state: 'open',
    refusal: null,
    attachmentId: null,
    createdBy: actor.personId ?? '',
    createdAt: tx.now,
    expiresAt: toInstant(new Date(Date.parse(tx.now) + UPLOAD_HOURS * 3_600_000)),
  };
  await tx.manager.insert(UploadEntity, upload as never);
  return upload;
}

/** 413: more bytes than a file may have, or than were announced. */
export const tooLarge = (limit: number): Problem => new Problem(413, 'attachment.too-large', { limit });

async function assertRoom({ manager }: Tx, { id: planId }: PlanEntity, size: number): Promise<void> {
  const kept = await manager.find(AttachmentEntity, {
    select: { id: true, size: true },
    where: { planId, removedAt: IsNull() },
  });
  const coming = await manager.find(UploadEntity, {
    select: { id: true, size: true },
    where: { planId, state: 'open' },
  });
  const room = roomFor([...kept, ...coming], size);
  if (room.is === 'too-many') throw refused('attachment.too-many', ['removeAttachment'], { limit: MOST_FILES });
  if (room.is === 'full')
    throw refused('attachment.plan-full', ['removeAttachment'], { limit: MOST_PLAN_BYTES, left: room.left });
}
