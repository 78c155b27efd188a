import { refused, type Tx } from '@daegaejo/platform';
import type { PlanEntity } from '@daegaejo/plan';
import type { RoundEntity } from '@daegaejo/round';
import type { RoundPolicy } from '@daegaejo/round/rules';
import { requiredSheets } from '../rules/index.js';
import { EvaluatorAssignmentEntity } from '../store/evaluation.entity.js';

/**
 * May somebody be put on the plan as a substitute? Only after the lock, and only where those who are left on it in that stage are
 * fewer than the policy asks for: a panel that is complete is not changed any more.
 */
export async function takesSubstitute(
  tx: Tx,
  { round, plan, policy, stage }: { round: RoundEntity; plan: PlanEntity; policy: RoundPolicy; stage: string },
): Promise<boolean> {
  if (round.state !== 'scores-locked' || plan.state !== 'scored') return false;
  const left = await tx.manager.countBy(EvaluatorAssignmentEntity, { planId: plan.id, stage, state: 'active' });
  const required = requiredSheets(policy, stage);
  if (left >= required) throw refused('evaluation.substitute-not-needed', [], { left, required });
  return true;
}
