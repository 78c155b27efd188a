import { lockRow, refused, type Tx } from '@daegaejo/platform';
import type { EntityManager } from 'typeorm';
import type { BudgetStage } from '../rules/index.js';
import { BudgetStageYearEntity } from './budget.entity.js';

/** Stage-years of a round that were ever opened, by year and in the order of the stages. */
export async function stageYearsOf(manager: EntityManager, roundId: string): Promise<BudgetStageYearEntity[]> {
  return manager.find(BudgetStageYearEntity, {
    where: { roundId },
    order: { year: 'ASC', openedAt: 'ASC', id: 'ASC' },
  });
}

/**
 * The stage-year, held for a write; 409 where it is not open, with the stage-years that are. Whoever writes into one waits for
 * the other: they are few, and their sums must hold.
 */
export async function openStageYear(
  tx: Tx,
  roundId: string,
  year: number,
  stage: BudgetStage,
): Promise<BudgetStageYearEntity> {
  const found = await tx.manager.findOneBy(BudgetStageYearEntity, { roundId, year, stage });
  if (found !== null) await lockRow(tx, 'budget_stage_year', found.id);
  const now = await tx.manager.findOneBy(BudgetStageYearEntity, { roundId, year, stage });
  if (now?.state === 'open') return now;
  const open = (await stageYearsOf(tx.manager, roundId)).filter(({ state }) => state === 'open');
  const names = open.map((row) => `${row.year}/${row.stage}`);
  throw refused('budget.stage.closed', names, { year, stage, open: names.join(', ') || '-' });
}
