import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { lockPlan, movePlan, type PlanEntity, planNotNow, readPlan } from '@daegaejo/plan';
import { PLAN_TABLE } from '@daegaejo/plan/rules';
import { assertVersion, invalid, type Tx } from '@daegaejo/platform';
import { nextState, seoulDay } from '@daegaejo/platform/rules';
import { notNow, type RoundEntity, roundOf } from '@daegaejo/round';
import { cancellationBasis } from './cancellation-basis.js';
import { freePlace } from './quota.js';

/** The province gives up its preselection, by official letter and with its reason (포기). Its place is free for the next reserve. */
export async function giveUpPlan(
  tx: Tx,
  actor: Actor,
  input: { planId: string; letterNumber: string; reason: string; expectedVersion: number | null },
): Promise<PlanEntity> {
  const { plan } = await holdPlan(tx, actor, input.planId, 'giveUpPlan');
  assertVersion(plan, input.expectedVersion);
  assertReleasable(plan);
  return release(tx, plan, 'PlanGivenUp', input.reason, { letterNumber: input.letterNumber });
}

/**
 * The secretariat records that the committee cancelled a preselection whose conditions were not met (선정 취소). The history names the
 * meeting that decided it and, where there was one, its vote; 422 where the day has no such meeting.
 */
export async function cancelPlan(
  tx: Tx,
  actor: Actor,
  input: {
    planId: string;
    decidedOn: string;
    /** The vote of the meeting; null = none is named. */
    itemResolutionId: string | null;
    reason: string;
    expectedVersion: number | null;
  },
): Promise<PlanEntity> {
  const { plan, round } = await holdPlan(tx, actor, input.planId, 'cancelPlan');
  const today = seoulDay(tx.now);
  if (input.decidedOn > today)
    throw invalid([{ field: 'decidedOn', code: 'committee.decided-ahead', params: { today } }]);
  assertVersion(plan, input.expectedVersion);
  assertReleasable(plan);
  const basis = await cancellationBasis(tx, round, plan, input);
  return release(tx, plan, 'PlanCancelled', input.reason, { decidedOn: input.decidedOn, ...basis });
}

/** The plan, held for a write, in a round that was not cancelled. */
async function holdPlan(
  tx: Tx,
  actor: Actor,
  planId: string,
  operation: 'giveUpPlan' | 'cancelPlan',
): Promise<{ plan: PlanEntity; round: RoundEntity }> {
  const { roundId } = await readPlan(tx.manager, actor, planId);
  const plan = await lockPlan(tx, actor, planId);
  const round = await roundOf(tx, roundId);
  authorise(actor, operation, plan);
  if (round.state === 'cancelled' || round.state === 'closed') throw notNow(round, 'cancel-plan');
  return { plan, round };
}

function assertReleasable(plan: PlanEntity): void {
  if (nextState(PLAN_TABLE, plan.state, 'cancel') === null) throw planNotNow(plan, 'cancel');
}

async function release(
  tx: Tx,
  plan: PlanEntity,
  type: string,
  reason: string,
  data: Readonly<Record<string, string | null>>,
): Promise<PlanEntity> {
  const cancelled = await movePlan(tx, plan, 'cancel', { type, reason, data, audience: 'public' });
  await freePlace(tx, plan.roundId);
  return cancelled;
}
