import { type EntityManager, In } from 'typeorm';
import { SUBMISSION_KINDS } from '../rules/index.js';
import { PlanEntity, PlanReaderEntity, PlanVersionEntity } from './plan.entity.js';

/** Somebody who wrote, handed in or consulted (사전·사후 컨설팅) a plan. */
export interface PlanPerson {
  readonly planId: string;
  readonly personId: string;
}

/** The plans of these provinces, in every round: each carries on the one before. */
export async function plansOfProvinces(
  manager: EntityManager,
  provinceIds: readonly string[],
): Promise<Pick<PlanEntity, 'id' | 'roundId' | 'provinceId' | 'createdBy'>[]> {
  return manager.find(PlanEntity, {
    select: { id: true, roundId: true, provinceId: true, createdBy: true },
    where: { provinceId: In([...provinceIds]) },
  });
}

/** Everybody who ever wrote, handed in or consulted these plans. */
export async function peopleOfPlans(
  manager: EntityManager,
  plans: readonly Pick<PlanEntity, 'id' | 'createdBy'>[],
): Promise<PlanPerson[]> {
  const planId = In(plans.map(({ id }) => id));
  const versions = await manager.find(PlanVersionEntity, {
    select: { id: true, planId: true, submittedBy: true },
    where: { planId, kind: In([...SUBMISSION_KINDS]) }, // the others are written by whoever decided
  });
  const consultants = await manager.findBy(PlanReaderEntity, { planId, capacity: 'consultant' });
  return [
    ...plans.map(({ id, createdBy }) => ({ planId: id, personId: createdBy })),
    ...versions.map((version) => ({ planId: version.planId, personId: version.submittedBy })),
    ...consultants.map((reader) => ({ planId: reader.planId, personId: reader.personId })),
  ];
}
