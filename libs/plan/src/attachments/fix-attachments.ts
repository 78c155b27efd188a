import type { Tx } from '@daegaejo/platform';
import type { Finding } from '@daegaejo/platform/rules';
import { type EntityManager, In } from 'typeorm';
import { attachmentFindings, namedAttachments, type PlanContent } from '../rules/index.js';
import { AttachmentEntity, VersionAttachmentEntity } from '../store/attachment.entity.js';
import type { PlanEntity, PlanVersionEntity } from '../store/plan.entity.js';

/**
 * What keeps the attachments a content names from being handed in with it: another plan's, removed, or still held. While a plan is
 * returned for supplement its closed parts may name a removed file: it lies with the version that was filed, and nobody could mend it.
 */
export async function attachmentsMissing(
  manager: EntityManager,
  plan: Pick<PlanEntity, 'id' | 'state'>,
  content: PlanContent,
): Promise<Finding[]> {
  const known = await attachmentsNamed(manager, plan.id, content);
  return attachmentFindings(content, (id) => {
    const attachment = known.get(id);
    if (attachment === undefined) return null;
    const { state, removedAt, blobKey } = attachment;
    return { state, removed: removedAt !== null && (plan.state !== 'supplement' || blobKey === null) };
  });
}

/** Writes down which attachments a version names: from now on they stay with it. */
export async function fixAttachments(tx: Tx, { id: versionId, planId, content }: PlanVersionEntity): Promise<void> {
  for (const attachmentId of (await attachmentsNamed(tx.manager, planId, content)).keys())
    await tx.manager.insert(VersionAttachmentEntity, { id: tx.newId(), versionId, attachmentId });
}

async function attachmentsNamed(
  manager: EntityManager,
  planId: string,
  content: PlanContent,
): Promise<ReadonlyMap<string, AttachmentEntity>> {
  const ids = [...new Set(namedAttachments(content).map(({ id }) => id))];
  if (ids.length === 0) return new Map();
  const rows = await manager.findBy(AttachmentEntity, { planId, id: In(ids) });
  return new Map(rows.map((row) => [row.id, row]));
}
