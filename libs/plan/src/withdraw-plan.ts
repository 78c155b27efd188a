import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertVersion, type Tx } from '@daegaejo/platform';
import { nextState } from '@daegaejo/platform/rules';
import { assertInTime, currentDeadline, policyOf, roundOf } from '@daegaejo/round';
import { movePlan, planNotNow } from './move-plan.js';
import { PLAN_TABLE } from './rules/index.js';
import type { PlanEntity } from './store/plan.entity.js';
import { lockPlan } from './store/plans.js';

/** The province takes its plan back (철회), before the filing deadline. */
export async function withdrawPlan(
  tx: Tx,
  actor: Actor,
  input: { planId: string; reason: string; expectedVersion: number | null },
): Promise<PlanEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'withdrawPlan', plan);
  assertVersion(plan, input.expectedVersion);
  if (nextState(PLAN_TABLE, plan.state, 'withdraw') === null) throw planNotNow(plan, 'withdraw');
  const round = await roundOf(tx, plan.roundId);
  const deadline = await currentDeadline(tx.manager, round, await policyOf(tx.manager, round), 'intake');
  assertInTime(tx, deadline);
  return movePlan(tx, plan, 'withdraw', { type: 'PlanWithdrawn', reason: input.reason });
}
