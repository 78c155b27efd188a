import { OrganisationEntity } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { contentHash, notFound, type Tx } from '@daegaejo/platform';
import type { RoundEntity } from '@daegaejo/round';
import { fixAttachments } from './attachments/fix-attachments.js';
import type { DecisionKind, PlanContent, VersionKind } from './rules/index.js';
import { type PlanEntity, PlanVersionEntity } from './store/plan.entity.js';
import { newestVersion } from './store/plans.js';

/** Writes a content down as the plan's next version, with receipt number, time and content hash. The caller moves the plan on. */
export async function appendVersion(
  tx: Tx,
  actor: Actor,
  round: RoundEntity,
  plan: PlanEntity,
  { kind, content, letterNumber }: { kind: VersionKind; content: PlanContent; letterNumber: string | null },
): Promise<PlanVersionEntity> {
  const province = await tx.manager.findOneByOrFail(OrganisationEntity, { id: plan.provinceId });
  const no = plan.versionNo + 1;
  const version: PlanVersionEntity = {
    id: tx.newId(),
    planId: plan.id,
    no,
    kind,
    content,
    contentHash: contentHash(content),
    receiptNumber: `${round.year}-${province.shortName}-${String(no).padStart(2, '0')}`,
    letterNumber,
    submittedBy: actor.personId ?? '',
    submittedAt: tx.now,
  };
  await tx.manager.insert(PlanVersionEntity, version as never);
  await fixAttachments(tx, version);
  return version;
}

/** The newest version once more, as what a decision was about (예비선정, 확정). The caller moves the plan on. */
export async function repeatVersion(
  tx: Tx,
  actor: Actor,
  round: RoundEntity,
  plan: PlanEntity,
  kind: DecisionKind,
): Promise<PlanVersionEntity> {
  const newest = await newestVersion(tx.manager, plan);
  if (newest === null) throw notFound();
  return appendVersion(tx, actor, round, plan, { kind, content: newest.content, letterNumber: null });
}
