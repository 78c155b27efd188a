import { authorise } from '@daegaejo/identity';
import type { Actor, OperationId } from '@daegaejo/identity/rules';
import { notFound, refused } from '@daegaejo/platform';
import { RoundEntity, visibleRounds } from '@daegaejo/round';
import type { EntityManager } from 'typeorm';
import { explainPlan, fromCompactPlan, type RankedPlan } from '../rules/index.js';
import { inputsOf } from './score-inputs.query.js';
import { assertOwnPanel } from '../sheets/score-progress.query.js';
import { ScoreAggregateEntity, ScoreProgressEntity } from '../store/evaluation.entity.js';
import { releasedOf } from '../store/evaluations.js';

/** A round beside the progress of its ranking; without one the numbers are null. */
type Progressed = Pick<RoundEntity, 'id' | 'title' | 'state'> & {
  readonly [N in 'revision' | 'aggregated' | 'aggregateNo' | 'releasedNo']: number | null;
} & { readonly blocked: string | null };

/** Lets through whoever may do this with the ranking of a round, once one is shown: the round, and which version that is. */
export async function admitToRanking(
  manager: EntityManager,
  actor: Actor,
  operation: OperationId,
  roundId: string,
): Promise<{
  readonly round: Pick<RoundEntity, 'id' | 'title' | 'state'>;
  readonly no: number;
  readonly pending: boolean;
}> {
  // one statement: the list is what is read most, and little else is to do for it
  const select = manager
    .createQueryBuilder(RoundEntity, 'round')
    .leftJoin(ScoreProgressEntity, 'progress', 'progress.roundId = round.id')
    .select('round.id', 'id')
    .addSelect('round.title', 'title')
    .addSelect('round.state', 'state')
    .addSelect('progress.revision', 'revision')
    .addSelect('progress.aggregated', 'aggregated')
    .addSelect('progress.aggregateNo', 'aggregateNo')
    .addSelect('progress.releasedNo', 'releasedNo')
    .addSelect('progress.blocked', 'blocked')
    .where('round.id = :roundId', { roundId });
  const found = await visibleRounds(actor, select).getRawOne<Progressed>();
  if (found === undefined) throw notFound();
  authorise(actor, operation, { roundId });
  await assertOwnPanel(manager, actor, operation, roundId);
  const { id, title, state, revision, aggregated, ...ranked } = found;
  const released = releasedOf({ ...ranked, revision: revision ?? 0, aggregated: aggregated ?? 0 });
  if (released === null) throw refused('evaluation.not-locked', [], { state });
  return { round: { id, title, state }, ...released };
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
