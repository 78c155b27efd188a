import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertVersion, Problem, refused, rowsOf, type Tx } from '@daegaejo/platform';
import { movePlan, planOf, plansIn } from '@daegaejo/plan';
import { lockRound, moveRound, notNow, type RoundEntity } from '@daegaejo/round';
import { In } from 'typeorm';
import { SHEETS_IN_HAND } from '../rules/index.js';
import { isByRulesInForce } from '../results/rules-in-force.js';
import { progressOf, scoresPending } from './score-progress.query.js';
import { ScoreAggregateEntity, ScoreProgressEntity, ScoreSheetEntity } from '../store/evaluation.entity.js';
import { chairsOf } from '../store/evaluations.js';
import { discussionOf } from '../store/scoring.js';

/**
 * The chair locks the panel (점수 확정): every sheet of an active evaluator, of every stage, must be in, and the ranking must
 * include all of them (503 while the aggregation is behind). In one transaction all sheets are locked, that ranking is released,
 * and the plans and the round move on. Once more after that for what substitutes handed in, where the round stays as it is.
 */
export async function lockPanel(
  tx: Tx,
  actor: Actor,
  input: { roundId: string; expectedVersion: number | null },
): Promise<ScoreAggregateEntity> {
  const round = await lockRound(tx, actor, input.roundId);
  authorise(actor, 'lockPanel', { roundId: round.id, people: await chairsOf(tx.manager, round.id) });
  assertVersion(round, input.expectedVersion);
  const again = round.state === 'scores-locked';
  if (round.state !== 'evaluating' && !again) throw notNow(round, 'lock-scores');
  if (!again && (await discussionOf(tx.manager, round.id)).state === 'open')
    throw refused('evaluation.discussion-open', ['close-discussion']);
  if (again && !(await tx.manager.existsBy(ScoreSheetEntity, { roundId: round.id, state: 'submitted' })))
    throw notNow(round, 'lock-scores');
  // Lock first, look after: a sheet given back in this very moment is waited for here, and seen below.
  await rowsOf(
    tx.manager,
    tx.dialect,
    `UPDATE "score_sheet" SET "state" = 'locked', "version" = "version" + 1 WHERE "roundId" = ? AND "state" = 'submitted'`,
    [round.id],
  );
  const inHand = { roundId: round.id, state: In([...SHEETS_IN_HAND]) };
  const waiting = await tx.manager.countBy(ScoreSheetEntity, inHand);
  if (waiting > 0) throw new Problem(409, 'evaluation.sheets-missing', { waiting }, { allowed: ['submit'] });
  const aggregate = await completeAggregate(tx, round);
  await tx.manager.update(ScoreProgressEntity, { roundId: round.id }, { releasedNo: aggregate.no });
  if (again) {
    await recordSubstitutes(tx, round.id, aggregate);
    return aggregate;
  }
  for (const plan of await plansIn(tx.manager, round.id, ['under-evaluation']))
    await movePlan(tx, await planOf(tx, plan.id), 'lock-scores');
  await moveRound(tx, round, 'lock-scores', { contentHash: aggregate.inputsHash });
  return aggregate;
}

const recordSubstitutes = (tx: Tx, roundId: string, { no, inputsHash }: ScoreAggregateEntity): Promise<void> =>
  tx.record({
    type: 'SubstituteScoresLocked',
    subject: { kind: 'round', id: roundId },
    roundId,
    contentHash: inputsHash,
    data: { no },
  });

/** The ranking that includes every sheet, by the rules in force, or why there is none. */
async function completeAggregate(tx: Tx, round: RoundEntity): Promise<ScoreAggregateEntity> {
  const progress = await progressOf(tx.manager, round.id);
  if (progress.aggregated < progress.revision) throw scoresPending(progress);
  if (progress.aggregateNo === null)
    throw new Problem(409, 'evaluation.cannot-rank', {}, { allowed: [], findings: progress.blocked ?? [] });
  if (!(await isByRulesInForce(tx.manager, round, progress.aggregateNo))) throw scoresPending(progress);
  return tx.manager.findOneByOrFail(ScoreAggregateEntity, { roundId: round.id, no: progress.aggregateNo });
}
