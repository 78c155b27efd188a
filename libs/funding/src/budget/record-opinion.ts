import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, refused, type Tx } from '@daegaejo/platform';
import { seoulDay } from '@daegaejo/platform/rules';
import { lockRound, policyOf } from '@daegaejo/round';
import { assertYear } from './set-budget.js';
import { BudgetLineEntity } from './store/budget.entity.js';
import { BudgetOpinionEntity } from './store/opinion.entity.js';

export interface GivenOpinion {
  readonly roundId: string;
  readonly year: number;
  readonly opinion: string;
  /** 공문 번호. */
  readonly letterNumber: string;
  readonly givenOn: string;
}

/**
 * An officer records what 행정안전부 says of the local shares in the requests of a budget year (L-SUB 7). 409 before anybody has
 * asked for money of that year; a further opinion is the next number.
 */
export async function recordBudgetOpinion(tx: Tx, actor: Actor, given: GivenOpinion): Promise<BudgetOpinionEntity> {
  const round = await lockRound(tx, actor, given.roundId);
  authorise(actor, 'recordBudgetOpinion', { roundId: round.id });
  const { year, givenOn } = given;
  assertYear(year, await policyOf(tx.manager, round));
  const of = { roundId: round.id, year };
  if (!(await tx.manager.existsBy(BudgetLineEntity, { ...of, stage: 'requested' })))
    throw refused('budget.opinion.nothing-asked', ['setPlanBudget'], { year });
  if (givenOn > seoulDay(tx.now)) assertNone([{ field: 'givenOn', code: 'budget.opinion.ahead', params: { givenOn } }]);
  const last = await tx.manager.maximum(BudgetOpinionEntity, 'no', of);
  const row: BudgetOpinionEntity = {
    ...given,
    id: tx.newId(),
    no: Number(last ?? 0) + 1,
    recordedBy: actor.personId ?? '',
    recordedAt: tx.now,
  };
  await tx.manager.insert(BudgetOpinionEntity, row);
  await tx.record({
    type: 'BudgetOpinionRecorded',
    subject: { kind: 'round', id: round.id },
    roundId: round.id,
    data: { year, no: row.no },
  });
  return row;
}
