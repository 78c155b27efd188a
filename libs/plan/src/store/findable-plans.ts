import type { Actor } from '@daegaejo/identity/rules';
import { RoundEntity } from '@daegaejo/round';
import { ROUND_STATES } from '@daegaejo/round/rules';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { PlanEntity } from './plan.entity.js';
import { visiblePlans } from './plans.js';

/** Rounds whose preselection is announced; a cancelled round says nothing. */
const ANNOUNCED = ROUND_STATES.slice(ROUND_STATES.indexOf('published'), ROUND_STATES.indexOf('cancelled'));

/**
 * Plans whose sub-projects this reader may meet by name, when he looks for duplicates (중복): those he may see, and those of
 * every round whose preselection is announced (convention). Alias `found`; plans that were never submitted are none of them.
 */
export function findablePlans(manager: EntityManager, actor: Actor): SelectQueryBuilder<PlanEntity> {
  const visible = visiblePlans(actor, manager.createQueryBuilder(PlanEntity, 'plan').select('plan.id'));
  const select = manager.createQueryBuilder(PlanEntity, 'found');
  const announced = select
    .subQuery()
    .select('1')
    .from(RoundEntity, 'announced')
    .where('announced.id = found.roundId AND announced.state IN (:...announced)')
    .getQuery();
  return select
    .where(`found.versionNo > 0 AND (EXISTS ${announced} OR found.id IN (${visible.getQuery()}))`)
    .setParameters({ ...visible.getParameters(), announced: ANNOUNCED });
}
