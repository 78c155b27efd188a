import { organisationsById } from '@daegaejo/identity';
import { type PlanEntity, plansIn } from '@daegaejo/plan';
import { PLAN_STATES, type PlanState } from '@daegaejo/plan/rules';
import type { EntityManager } from 'typeorm';

const GONE: readonly PlanState[] = ['withdrawn', 'lapsed', 'cancelled'];

/** Plans that were filed and are still in the round. */
const FILED: readonly PlanState[] = PLAN_STATES.slice(PLAN_STATES.indexOf('submitted')).filter(
  (state) => !GONE.includes(state),
);

export const isFiled = ({ state }: Pick<PlanEntity, 'state'>): boolean => FILED.includes(state);

/** The plans a member of a round's panel may be asked about. */
export const filedPlans = (manager: EntityManager, roundId: string): Promise<PlanEntity[]> =>
  plansIn(manager, roundId, FILED);

/** Plans of a round that were submitted in whatever form: those staff know of. */
export const submittedPlans = (manager: EntityManager, roundId: string): Promise<PlanEntity[]> =>
  plansIn(
    manager,
    roundId,
    PLAN_STATES.filter((state) => state !== 'draft' && !GONE.includes(state)),
  );

/** Plans as people on a panel know them: by their province. */
export async function labelPlans(
  manager: EntityManager,
  plans: readonly Pick<PlanEntity, 'id' | 'provinceId'>[],
): Promise<{ planId: string; label: string }[]> {
  const provinces = await organisationsById(
    manager,
    plans.map(({ provinceId }) => provinceId),
  );
  return plans.map(({ id, provinceId }) => ({ planId: id, label: provinces.get(provinceId)?.shortName ?? '' }));
}
