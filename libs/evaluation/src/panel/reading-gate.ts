import type { Actor } from '@daegaejo/identity/rules';
import type { Reading } from '@daegaejo/platform';
import type { PlanEntity } from '@daegaejo/plan';
import { policyOf, RoundEntity } from '@daegaejo/round';
import { assertNoConflict } from './conflicts.js';
import { EvaluatorAssignmentEntity } from '../store/evaluation.entity.js';

/**
 * An evaluator who has come into conflict with a plan since he was assigned does not open it any more (403, naming the rules).
 * The secretariat sees him in the list of conflicts; a read ends no assignment.
 */
export async function keepClosedInConflict({ manager }: Reading, { personId }: Actor, plan: PlanEntity): Promise<void> {
  if (personId === null) return;
  const assigned = { planId: plan.id, personId, state: 'active' } as const;
  if (!(await manager.existsBy(EvaluatorAssignmentEntity, assigned))) return;
  const round = await manager.findOneByOrFail(RoundEntity, { id: plan.roundId });
  await assertNoConflict({ manager }, await policyOf(manager, round), plan, personId, 403);
}
