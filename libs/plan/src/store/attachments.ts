import { type Actor, organisationsOf, PROVINCE_ROLES } from '@daegaejo/identity/rules';
import { lockRow, notFound, type Tx } from '@daegaejo/platform';
import { Brackets, type EntityManager, IsNull, type SelectQueryBuilder } from 'typeorm';
import { JUDGED_KINDS } from '../rules/index.js';
import { AttachmentEntity, UploadEntity, UploadPartEntity, VersionAttachmentEntity } from './attachment.entity.js';
import { PlanEntity, PlanReaderEntity, PlanVersionEntity } from './plan.entity.js';
import { readPlan, visiblePlans } from './plans.js';

/**
 * The one scope of attachments: of the plans this reader may see, a province knows every file of its own that is not removed, and
 * everybody what a version names that he may read; whoever only judges plans the versions that are judged. A file that a version
 * names stays with it, removed or not; one that is still held for the scanner is nobody's but its province's.
 */
export function visibleAttachments(manager: EntityManager, actor: Actor): SelectQueryBuilder<AttachmentEntity> {
  const select = manager
    .createQueryBuilder(AttachmentEntity, 'attachment')
    .innerJoin(PlanEntity, 'plan', 'plan.id = attachment.planId');
  visiblePlans(actor, select as unknown as SelectQueryBuilder<PlanEntity>);
  const provinces = organisationsOf(actor, PROVINCE_ROLES);
  return select.andWhere(
    new Brackets((or) => {
      or.where(`EXISTS (${named(select, actor)})`, { judged: [...JUDGED_KINDS] });
      if (provinces.length > 0)
        or.orWhere('(plan.provinceId IN (:...provinces) AND attachment.removedAt IS NULL)', { provinces });
    }),
  );
}

/** A version that names the attachment and that this reader may read. */
function named(select: SelectQueryBuilder<AttachmentEntity>, actor: Actor): string {
  const judges = actor.grants.every(({ role }) => role === 'evaluator' || role === 'panel-chair');
  const query = select
    .subQuery()
    .select('1')
    .from(VersionAttachmentEntity, 'named')
    .innerJoin(PlanVersionEntity, 'version', 'version.id = named.versionId')
    .where('named.attachmentId = attachment.id');
  if (judges) query.andWhere('version.kind IN (:...judged)');
  return query.getQuery().slice(1, -1);
}

/** The attachment and its plan, if this reader may see them; else 404. */
export async function readAttachment(
  manager: EntityManager,
  actor: Actor,
  id: string,
): Promise<{ attachment: AttachmentEntity; plan: PlanEntity }> {
  const select = visibleAttachments(manager, actor).andWhere('attachment.id = :id', { id });
  const attachment = await select.getOne();
  if (attachment === null) throw notFound();
  return { attachment, plan: await readPlan(manager, actor, attachment.planId) };
}

/**
 * Does this reader see copies without metadata, under neutral names? Whoever judges the plan does, whatever else he may be; its
 * own people never.
 */
export async function readsBlind(manager: EntityManager, actor: Actor, plan: PlanEntity): Promise<boolean> {
  if (organisationsOf(actor, PROVINCE_ROLES, plan.roundId).includes(plan.provinceId)) return false;
  if (actor.grants.every(({ role }) => role === 'evaluator' || role === 'panel-chair')) return true;
  const judge = { planId: plan.id, personId: actor.personId ?? '', capacity: 'evaluator', until: IsNull() } as const;
  return manager.existsBy(PlanReaderEntity, judge);
}

/** Does a submitted version name it? */
export const isNamed = (manager: EntityManager, attachmentId: string): Promise<boolean> =>
  manager.existsBy(VersionAttachmentEntity, { attachmentId });

/** The attachment for a write that no reader asked for, locked until the transaction ends. */
export async function attachmentOf(tx: Tx, id: string): Promise<AttachmentEntity> {
  await lockRow(tx, 'attachment', id);
  return tx.manager.findOneByOrFail(AttachmentEntity, { id });
}

/** An upload is its province's alone; for everybody else it does not exist. */
export async function readUpload(
  manager: EntityManager,
  actor: Actor,
  id: string,
): Promise<{ upload: UploadEntity; plan: PlanEntity }> {
  const upload = await manager.findOneBy(UploadEntity, { id });
  const plan = upload === null ? null : await manager.findOneBy(PlanEntity, { id: upload.planId });
  if (upload === null || plan === null) throw notFound();
  if (!organisationsOf(actor, PROVINCE_ROLES, plan.roundId).includes(plan.provinceId)) throw notFound();
  return { upload, plan };
}

/** The same for a write: plan and upload locked, always in this order. */
export async function lockUpload(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ upload: UploadEntity; plan: PlanEntity }> {
  const { plan } = await readUpload(tx.manager, actor, id);
  await lockRow(tx, 'plan', plan.id);
  await lockRow(tx, 'attachment_upload', id);
  return readUpload(tx.manager, actor, id);
}

/** The pieces of an upload in their order. */
export const partsOf = (manager: EntityManager, uploadId: string): Promise<UploadPartEntity[]> =>
  manager.find(UploadPartEntity, { where: { uploadId }, order: { offset: 'ASC' } });
