import { canonicalJson } from '@daegaejo/platform/rules';
import { policyOf, type RoundEntity } from '@daegaejo/round';
import type { EntityManager } from 'typeorm';
import { aggregatePolicyOf } from '../rules/index.js';
import { ScoreAggregateEntity } from '../store/evaluation.entity.js';

/** Was this ranking made by the rules that are in force now? An amendment that changes nothing in the arithmetic leaves it as it is. */
export async function isByRulesInForce(manager: EntityManager, round: RoundEntity, no: number): Promise<boolean> {
  const { result } = await manager.findOneByOrFail(ScoreAggregateEntity, { roundId: round.id, no });
  return (
    canonicalJson(aggregatePolicyOf(result.rules)) === canonicalJson(aggregatePolicyOf(await policyOf(manager, round)))
  );
}
