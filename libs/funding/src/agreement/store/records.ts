import { DesignationEntity } from '@daegaejo/designation';
import { authorise } from '@daegaejo/identity';
import type { Actor, OperationId } from '@daegaejo/identity/rules';
import { lockPlan, type PlanEntity } from '@daegaejo/plan';
import { notFound, type Tx } from '@daegaejo/platform';
import type { Day, Instant } from '@daegaejo/platform/rules';
import { seoulDay } from '@daegaejo/platform/rules';
import { type EntityManager, type EntityTarget, IsNull, LessThanOrEqual } from 'typeorm';
import { type RevocationClocks, revocationClocks } from '../rules/index.js';
import { AgreementEntity, AgreementSignatureEntity, AgreementVersionEntity } from './agreement.entity.js';
import { PlanChangeEntity } from './change.entity.js';
import { ProjectPlanEntity } from './project-plan.entity.js';
import { RevocationReviewEntity } from './revocation.entity.js';

export const agreementOf = (manager: EntityManager, planId: string): Promise<AgreementEntity | null> =>
  manager.findOneBy(AgreementEntity, { planId });

export interface Terms {
  readonly terms: AgreementVersionEntity;
  readonly signatures: readonly AgreementSignatureEntity[];
}

/**
 * A version of an agreement, and the signatures it stands on: those under the newest draft up to it, since an amendment is
 * agreed on by its change.
 */
export async function termsOf(
  manager: EntityManager,
  { id: agreementId, no }: Pick<AgreementEntity, 'id' | 'no'>,
): Promise<Terms | null> {
  const terms = await manager.findOneBy(AgreementVersionEntity, { agreementId, no });
  if (terms === null) return null;
  const drafts = { agreementId, changeId: IsNull(), no: LessThanOrEqual(no) };
  const versionNo = (await manager.maximum(AgreementVersionEntity, 'no', drafts)) ?? no;
  const signatures = await manager.find(AgreementSignatureEntity, {
    where: { agreementId, versionNo: Number(versionNo) },
    order: { signedAt: 'ASC', id: 'ASC' },
  });
  return { terms, signatures };
}

/** The newest version, and the signatures it stands on. */
export async function newestTerms(manager: EntityManager, agreement: AgreementEntity): Promise<Terms> {
  const newest = await termsOf(manager, agreement);
  if (newest === null) throw new Error(`agreement ${agreement.id} has no version ${agreement.no}`);
  return newest;
}

export const openChange = (manager: EntityManager, planId: string): Promise<PlanChangeEntity | null> =>
  manager.findOneBy(PlanChangeEntity, { planId, state: 'filed' });

/** Day of the notice that designated the region first; later ones add sites. null = it has none. */
export async function designatedOn(manager: EntityManager, planId: string): Promise<Day | null> {
  const [first] = await manager.find(DesignationEntity, {
    where: { planId, state: 'approved' },
    order: { noticeDate: 'ASC' },
    select: { id: true, noticeDate: true },
    take: 1,
  });
  return first?.noticeDate ?? null;
}

/** How the clocks of a designation stand now. */
export async function clocksOf(
  manager: EntityManager,
  planId: string,
  now: Instant,
): Promise<RevocationClocks & { readonly designatedOn: Day }> {
  const day = (await designatedOn(manager, planId)) ?? seoulDay(now);
  const plans = await manager.findBy(ProjectPlanEntity, { planId });
  return { ...revocationClocks(day, plans.map(asDates), now), designatedOn: day };
}

/** A 사업계획 as the clocks look at it. */
export const asDates = ({ state, filedOn, approvedOn, startedOn }: ProjectPlanEntity) => ({
  filedOn,
  approvedOn,
  startedOn,
  rejected: state === 'rejected',
});

/**
 * A record of a plan for a write: its plan locked, seen by this actor (else 404), the act his (else 403), and the record as it
 * is under the lock.
 */
export async function lockRecordOf<Row extends ProjectPlanEntity | PlanChangeEntity | RevocationReviewEntity>(
  tx: Tx,
  actor: Actor,
  entity: EntityTarget<Row>,
  id: string,
  operation: OperationId,
): Promise<{ readonly plan: PlanEntity; readonly row: Row }> {
  const known = await tx.manager.findOneBy(entity, { id } as never);
  if (known === null) throw notFound();
  const plan = await lockPlan(tx, actor, known.planId);
  authorise(actor, operation, plan);
  return { plan, row: await tx.manager.findOneByOrFail(entity, { id } as never) };
}
