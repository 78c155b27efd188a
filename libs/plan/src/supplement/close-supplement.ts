import type { Tx } from '@daegaejo/platform';
import { isInTime } from '@daegaejo/round/rules';
import { movePlan } from '../move-plan.js';
import type { PlanEntity } from '../store/plan.entity.js';
import { planOf } from '../store/plans.js';
import { openSupplement, supplementsOver } from '../store/supplements.js';
import { PlanSupplementEntity } from '../store/supplement.entity.js';

/** Notes that the return was answered by the version `no`; the caller moves the plan on. */
export async function closeSupplied(tx: Tx, plan: PlanEntity, no: number): Promise<void> {
  const { id } = await openSupplement(tx.manager, plan);
  await tx.manager.update(PlanSupplementEntity, { id }, { outcome: 'filed', suppliedNo: no, closedAt: tx.now });
}

/**
 * A returned plan whose term has ended goes back to the screening with what was filed; any other plan as it is. The caller holds
 * the plan's lock.
 */
export async function lapseIfOver(tx: Tx, plan: PlanEntity): Promise<PlanEntity> {
  if (plan.state !== 'supplement') return plan;
  const { id, dueAt } = await openSupplement(tx.manager, plan);
  if (isInTime(tx.now, dueAt)) return plan;
  await tx.manager.update(PlanSupplementEntity, { id }, { outcome: 'lapsed', closedAt: tx.now });
  return movePlan(tx, plan, 'lapse-supplement', { type: 'SupplementLapsed', data: { deadline: dueAt } });
}

/** The same for every plan whose term has ended. */
export async function lapseSupplements(tx: Tx): Promise<void> {
  for (const planId of await supplementsOver(tx.manager, tx.now)) await lapseIfOver(tx, await planOf(tx, planId));
}
