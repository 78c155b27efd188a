import { organisationIds, organisationNamesOn } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { PlanEntity, PlanVersionEntity } from '@daegaejo/plan';
import { isRehearsal, notFound, type Reading } from '@daegaejo/platform';
import type { Paper } from '@daegaejo/platform/rules';
import { policyOf, RoundEntity } from '@daegaejo/round';
import { LessThanOrEqual } from 'typeorm';
import { designationPaper } from '../rules/index.js';
import { DesignationEntity } from '../store/designation.entity.js';
import { visibleDesignations } from './designate-plan.js';

/** 지정서 with its annexes, of a designation that is in force: public like the designation. 404 while it waits for its signature. */
export async function designationLetter({ manager }: Reading, actor: Actor, designationId: string): Promise<Paper> {
  const select = manager
    .createQueryBuilder(DesignationEntity, 'designation')
    .where("designation.id = :designationId AND designation.state = 'approved'", { designationId });
  const designation = await visibleDesignations(actor, select).getOne();
  if (designation === null) throw notFound();
  const { planId, roundId, signatures, noticeDate } = designation;
  const approvedAt = signatures.at(-1)?.at ?? '';
  const plan = await manager.findOneByOrFail(PlanEntity, { id: planId });
  const round = await manager.findOneByOrFail(RoundEntity, { id: roundId });
  // The version the designation rests on: a later change has documents of its own.
  const version = await manager.findOne(PlanVersionEntity, {
    where: { planId, kind: 'confirmed', submittedAt: LessThanOrEqual(approvedAt) },
    order: { no: 'DESC' },
  });
  if (version === null) throw notFound();
  const { owners } = await policyOf(manager, round);
  const ids = await organisationIds(manager, owners);
  const names = await organisationNamesOn(manager, [...ids.values(), plan.provinceId], noticeDate);
  return designationPaper(version.content, {
    noticeNumber: designation.noticeNumber,
    noticeDate,
    effectiveDate: designation.effectiveDate,
    contentHash: designation.contentHash,
    siteKeys: designation.siteKeys,
    gazetteText: designation.gazetteText,
    ministries: owners.map((code) => names.get(ids.get(code) ?? '') ?? code),
    province: names.get(plan.provinceId) ?? '',
    round: round.title,
    approvedAt,
    rehearsal: await isRehearsal(manager),
  });
}
