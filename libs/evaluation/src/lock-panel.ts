import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertVersion, changeRecord, Problem, type Tx } from '@daegaejo/platform';
import { movePlan, planOf, plansIn } from '@daegaejo/plan';
import { lockRound, moveRound, notNow, policyOf } from '@daegaejo/round';
import { storeAggregate } from './aggregate-scores.js';
import { type ScoreAggregateEntity, ScoreSheetEntity } from './store/evaluation.entity.js';
import { chairsOf } from './store/evaluations.js';

/**
 * The chair locks the panel (점수 확정): every sheet of an active evaluator must be in. In one transaction all sheets are locked,
 * the ranking is computed by the frozen policy and stored, and the plans and the round move on.
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
  const sheets = await tx.manager.findBy(ScoreSheetEntity, { roundId: round.id });
  const waiting = sheets.filter((sheet) => sheet.state !== 'submitted' && sheet.state !== 'void').length;
  if (waiting > 0) throw new Problem(409, 'evaluation.sheets-missing', { waiting }, { allowed: ['submit'] });
  for (const sheet of sheets.filter(({ state }) => state === 'submitted'))
    await changeRecord(tx.manager, ScoreSheetEntity, sheet, { state: 'locked' });
  const aggregate = await storeAggregate(tx, round, await policyOf(tx.manager, round));
  for (const plan of await plansIn(tx.manager, round.id, ['under-evaluation']))
    await movePlan(tx, await planOf(tx, plan.id), 'lock-scores');
  await moveRound(tx, round, 'lock-scores', { contentHash: aggregate.inputsHash });
  return aggregate;
}
