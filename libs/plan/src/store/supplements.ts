import type { Instant } from '@daegaejo/platform/rules';
import { type EntityManager, IsNull } from 'typeorm';
import { type PlanContent, supplemented, type UnlockedPart } from '../rules/index.js';
import type { PlanEntity } from './plan.entity.js';
import { draftOf } from './plan-sections.js';
import { judgedVersion } from './plans.js';
import { PlanSupplementEntity } from './supplement.entity.js';

/** The return for supplement a plan is at. Only for plans in that state. */
export const openSupplement = (manager: EntityManager, { id }: Pick<PlanEntity, 'id'>): Promise<PlanSupplementEntity> =>
  manager.findOneByOrFail(PlanSupplementEntity, { planId: id, outcome: IsNull() });

export const unlockedBy = ({ items }: Pick<PlanSupplementEntity, 'items'>): UnlockedPart[] =>
  items.map(({ path }) => path);

/** What the next submission of a plan would hold: its draft, and of a plan that was returned what was filed with the unlocked parts of the draft. */
export async function contentToSubmit(manager: EntityManager, plan: PlanEntity): Promise<PlanContent> {
  const draft = await draftOf(manager, plan);
  if (plan.state !== 'supplement') return draft;
  const filed = await judgedVersion(manager, plan);
  return filed === null ? draft : supplemented(filed.content, draft, unlockedBy(await openSupplement(manager, plan)));
}

/** Ids of plans whose return is open and whose term has ended at `now`, of every round. */
export async function supplementsOver(manager: EntityManager, now: Instant): Promise<string[]> {
  const over = await manager
    .createQueryBuilder(PlanSupplementEntity, 'supplement')
    .where('supplement.outcome IS NULL AND supplement.dueAt <= :now', { now })
    .orderBy('supplement.planId')
    .getMany();
  return over.map(({ planId }) => planId);
}
