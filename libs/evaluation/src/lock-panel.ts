import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertVersion, Problem, rowsOf, type Tx } from '@daegaejo/platform';
import { movePlan, planOf, plansIn } from '@daegaejo/plan';
import { lockRound, moveRound, notNow } from '@daegaejo/round';
import { In } from 'typeorm';
import { progressOf, scoresPending } from './score-progress.query.js';
import { ScoreAggregateEntity, ScoreProgressEntity, ScoreSheetEntity } from './store/evaluation.entity.js';
import { chairsOf } from './store/evaluations.js';

/**
 * The chair locks the panel (점수 확정): every sheet of an active evaluator must be in, and the ranking must include all of them
 * (503 while the aggregation is behind). In one transaction all sheets are locked, that ranking is released, and the plans and
 * the round move on.
 */
export async function lockPanel(
  tx: Tx,
  actor: Actor,
  input: { roundId: string; expectedVersion: number | null },
): Promise<ScoreAggregateEntity> {
  const round = await lockRound(tx, actor, input.roundId);
  authorise(actor, 'lockPanel', { roundId: round.id, people: await chairsOf(tx.manager, round.id) });
  assertVersion(round, input.expectedVersion);
  if (round.state !== 'evaluating') throw notNow(round, 'lock-scores');
  // Lock first, look after: a sheet given back in this very moment is waited for here, and seen below.
  await rowsOf(
    tx.manager,
    tx.dialect,
    `UPDATE "score_sheet" SET "state" = 'locked', "version" = "version" + 1 WHERE "roundId" = ? AND "state" = 'submitted'`,
    [round.id],
  );
  const waiting = await tx.manager.countBy(ScoreSheetEntity, {
    roundId: round.id,
    state: In(['open', 'saved', 'returned']),
  });
  if (waiting > 0) throw new Problem(409, 'evaluation.sheets-missing', { waiting }, { allowed: ['submit'] });
  const aggregate = await completeAggregate(tx, round.id);
  await tx.manager.update(ScoreProgressEntity, { roundId: round.id }, { releasedNo: aggregate.no });
  for (const plan of await plansIn(tx.manager, round.id, ['under-evaluation']))
    await movePlan(tx, await planOf(tx, plan.id), 'lock-scores');
  await moveRound(tx, round, 'lock-scores', { contentHash: aggregate.inputsHash });
  return aggregate;
}

/** The ranking that includes every sheet, or why there is none. */
async function completeAggregate(tx: Tx, roundId: string): Promise<ScoreAggregateEntity> {
  const progress = await progressOf(tx.manager, roundId);
  if (progress.aggregated < progress.revision) throw scoresPending(progress);
  if (progress.aggregateNo === null)
    throw new Problem(409, 'evaluation.cannot-rank', {}, { allowed: [], findings: progress.blocked ?? [] });
  return tx.manager.findOneByOrFail(ScoreAggregateEntity, { roundId, no: progress.aggregateNo });
}
