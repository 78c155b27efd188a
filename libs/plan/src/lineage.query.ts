import type { Actor } from '@daegaejo/identity/rules';
import type { Reading } from '@daegaejo/platform';
import { organisationsById } from '@daegaejo/identity';
import { RoundEntity } from '@daegaejo/round';
import { In } from 'typeorm';
import type { LineageView } from './http/plan.dto.js';
import { openPlan, planSummary } from './plans.query.js';
import type { ReadingGates } from './reading-gates.js';
import { lineageIds } from './store/lineage.js';
import { PlanEntity } from './store/plan.entity.js';
import { visiblePlans } from './store/plans.js';

/** The plans that carry on one another across the years, as far as this reader may see them, oldest first. */
export async function planLineage(
  reading: Reading,
  actor: Actor,
  gates: ReadingGates,
  planId: string,
): Promise<LineageView> {
  const { manager } = reading;
  const plan = await openPlan(reading, actor, gates, planId);
  const ids = await lineageIds(manager, plan.id);
  const select = manager.createQueryBuilder(PlanEntity, 'plan').where({ id: In(ids) });
  const plans = await visiblePlans(actor, select).getMany();
  const rounds = await manager.findBy(RoundEntity, { id: In(plans.map(({ roundId }) => roundId)) });
  const years = new Map(rounds.map(({ id, year }) => [id, year]));
  const province = (await organisationsById(manager, [plan.provinceId])).get(plan.provinceId)?.code ?? '';
  const shown = plans.map((one) => ({ ...planSummary(one, actor, province), year: years.get(one.roundId) ?? 0 }));
  return {
    plans: shown
      .map(({ id, roundId, year, title, state, stateLabel }) => ({
        planId: id,
        roundId,
        year,
        title,
        state,
        stateLabel,
      }))
      .sort((one, other) => one.year - other.year),
  };
}
