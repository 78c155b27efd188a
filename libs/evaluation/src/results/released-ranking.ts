import { authorise } from '@daegaejo/identity';
import type { Actor, OperationId } from '@daegaejo/identity/rules';
import { refused } from '@daegaejo/platform';
import { readRound, type RoundEntity } from '@daegaejo/round';
import type { EntityManager } from 'typeorm';
import { explainPlan, fromCompactPlan, type RankedPlan } from '../rules/index.js';
import { inputsOf } from './score-inputs.query.js';
import { assertOwnPanel } from '../sheets/score-progress.query.js';
import { ScoreAggregateEntity } from '../store/evaluation.entity.js';
import { releasedVersion } from '../store/evaluations.js';

/** Lets through whoever may do this with the ranking of a round, once one is shown: the round, and which version that is. */
export async function admitToRanking(
  manager: EntityManager,
  actor: Actor,
  operation: OperationId,
  roundId: string,
): Promise<{ readonly round: RoundEntity; readonly no: number; readonly pending: boolean }> {
  const round = await readRound(manager, actor, roundId);
  authorise(actor, operation, { roundId });
  await assertOwnPanel(manager, actor, operation, roundId);
  const released = await releasedVersion(manager, roundId);
  if (released === null) throw refused('evaluation.not-locked', [], { state: round.state });
  return { round, ...released };
}

export const rankingAt = (manager: EntityManager, roundId: string, no: number): Promise<ScoreAggregateEntity> =>
  manager.findOneByOrFail(ScoreAggregateEntity, { roundId, no });

/** Every plan of a ranking with its recomputation, in order of rank: worked out from the inputs that are kept with it. */
export function explainedPlans({ inputs, result }: Pick<ScoreAggregateEntity, 'inputs' | 'result'>): RankedPlan[] {
  const plans = inputs === null ? [...(result.plans as unknown as RankedPlan[])] : explained(inputs, result);
  return plans.sort((a, b) => a.rank - b.rank || (a.label < b.label ? -1 : 1));
}

function explained(inputs: string, { rules, plans: ranked }: ScoreAggregateEntity['result']): RankedPlan[] {
  const { policy, plans } = inputsOf(rules, inputs);
  return plans.map((plan) => explainPlan(policy, fromCompactPlan(policy, plan), ranked));
}
