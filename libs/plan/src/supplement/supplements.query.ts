import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { type Page, pageById, type PageQuery, type Reading } from '@daegaejo/platform';
import type { SupplementView } from '../http/supplement.dto.js';
import { readPlan } from '../store/plans.js';
import { PlanSupplementEntity } from '../store/supplement.entity.js';

/** Returns of a plan for supplement, for its province and for those who run or check the round. */
export async function listSupplements(
  { manager }: Reading,
  actor: Actor,
  planId: string,
  query: PageQuery,
): Promise<Page<SupplementView>> {
  authorise(actor, 'listSupplementRequests', await readPlan(manager, actor, planId));
  const select = manager
    .createQueryBuilder(PlanSupplementEntity, 'supplement')
    .where('supplement.planId = :planId', { planId });
  return pageById(select, 'supplement', query, supplementView);
}

export function supplementView(supplement: PlanSupplementEntity): SupplementView {
  const { id, planId, filedNo, items, dueAt, askedAt, outcome, suppliedNo, closedAt } = supplement;
  return { id, planId, filedNo, items: [...items], dueAt, askedAt, outcome, suppliedNo, closedAt };
}
