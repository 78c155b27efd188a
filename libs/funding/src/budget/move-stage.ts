import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { changeRecord, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, nextState } from '@daegaejo/platform/rules';
import { lockRound, policyOf } from '@daegaejo/round';
import { type BudgetStage, STAGE_YEAR_TABLE } from './rules/index.js';
import { assertYear } from './set-budget.js';
import { BudgetStageYearEntity } from './store/budget.entity.js';

/** Opens or closes a stage of a budget year: what is closed takes no more money until it is opened again. */
export async function moveStage(
  tx: Tx,
  actor: Actor,
  { roundId, year, stage, action }: { roundId: string; year: number; stage: BudgetStage; action: 'open' | 'close' },
): Promise<BudgetStageYearEntity> {
  const round = await lockRound(tx, actor, roundId);
  authorise(actor, 'moveBudgetStage', { roundId: round.id });
  assertYear(year, await policyOf(tx.manager, round));
  const known = await tx.manager.findOneBy(BudgetStageYearEntity, { roundId, year, stage });
  const by = actor.personId ?? '';
  const opened = { state: 'open' as const, openedBy: by, openedAt: tx.now, closedBy: null, closedAt: null };
  let moved: BudgetStageYearEntity;
  if (known === null) {
    if (action === 'close') throw refused('budget.stage.never-opened', ['open'], { year, stage });
    moved = { id: tx.newId(), roundId, year, stage, ...opened, version: 1 };
    await tx.manager.insert(BudgetStageYearEntity, moved);
  } else {
    if (nextState(STAGE_YEAR_TABLE, known.state, action) === null)
      throw refused('budget.stage.as-it-is', allowedActions(STAGE_YEAR_TABLE, known.state), {
        year,
        stage,
        state: known.state,
      });
    const change = action === 'open' ? opened : { state: 'closed' as const, closedBy: by, closedAt: tx.now };
    moved = await changeRecord(tx.manager, BudgetStageYearEntity, known, change);
  }
  await tx.record({
    type: action === 'open' ? 'BudgetStageOpened' : 'BudgetStageClosed',
    subject: { kind: 'round', id: roundId },
    roundId,
    data: { year, stage },
  });
  return moved;
}
