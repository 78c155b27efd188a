import type { EntityManager } from 'typeorm';
import { lineageOf } from '../rules/index.js';
import { PlanEntity } from './plan.entity.js';

/** Ids of the plans that carry on one another across the rounds, this one among them; no scope is asked. */
export async function lineageIds(manager: EntityManager, planId: string): Promise<string[]> {
  const { provinceId } = await manager.findOneByOrFail(PlanEntity, { id: planId });
  const plans = await manager.find(PlanEntity, {
    select: { id: true, startedFromId: true },
    where: { provinceId },
  });
  return lineageOf(plans, planId).map(({ id }) => id);
}
