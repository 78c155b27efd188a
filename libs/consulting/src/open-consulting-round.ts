import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { refused, type Tx } from '@daegaejo/platform';
import { allowedActions } from '@daegaejo/platform/rules';
import { lockPlan } from '@daegaejo/plan';
import { PLAN_TABLE } from '@daegaejo/plan/rules';
import { recordStep } from './record-step.js';
import { phaseOf } from './rules/index.js';
import { addConsultingRound } from './store/consultings.js';
import type { ConsultingRoundEntity } from './store/session.entity.js';

/**
 * The secretariat opens one more round of the phase the plan is in (컨설팅 차수 추가): opinions belong to it from now on.
 * 409 where the plan takes no opinions.
 */
export async function openConsultingRound(
  tx: Tx,
  actor: Actor,
  input: { planId: string; reason: string },
): Promise<ConsultingRoundEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'openConsultingRound', plan);
  const phase = phaseOf(plan.state);
  if (phase === null)
    throw refused('consulting.not-now', allowedActions(PLAN_TABLE, plan.state), { state: plan.state });
  const openedBy = actor.personId ?? '';
  const round = await addConsultingRound(tx, { planId: plan.id, phase, reason: input.reason, openedBy });
  await recordStep(tx, plan, {
    type: 'ConsultingRoundOpened',
    reason: input.reason,
    data: { phase, no: round.no },
  });
  return round;
}
