import { organisationIds } from '@daegaejo/identity';
import type { Tx } from '@daegaejo/platform';
import type { Finding } from '@daegaejo/platform/rules';
import type { EntityManager } from 'typeorm';
import type { PlanContent } from './rules/index.js';
import { type PlanEntity, PlanMinistryEntity } from './store/plan.entity.js';

/** Sub-projects of a content whose ministry nobody knows. */
export async function unknownMinistries(manager: EntityManager, { subProjects }: PlanContent): Promise<Finding[]> {
  const known = await organisationIds(manager, [...new Set(subProjects.map(({ ministry }) => ministry))]);
  return subProjects.flatMap(({ ministry }, index): Finding[] =>
    known.has(ministry)
      ? []
      : [{ field: `subProjects[${index}].ministry`, code: 'plan.ministry-unknown', params: { code: ministry } }],
  );
}

/** Writes down which ministries own a sub-project of the newest version: they may read the plan. */
export async function rememberMinistries(tx: Tx, plan: PlanEntity, { subProjects }: PlanContent): Promise<void> {
  const known = await organisationIds(tx.manager, [...new Set(subProjects.map(({ ministry }) => ministry))]);
  await tx.manager.delete(PlanMinistryEntity, { planId: plan.id });
  for (const ministryId of known.values())
    await tx.manager.insert(PlanMinistryEntity, { id: tx.newId(), planId: plan.id, ministryId });
}
