import { parseWon, sumWon } from '@daegaejo/platform/rules';
import type { BudgetCell, BudgetSource } from './content.js';

/** Amount of a cell in won; content that was filed holds only well-formed amounts. */
export const cellWon = (cell: BudgetCell): bigint => parseWon(cell.amount) ?? 0n;

/** What the budget cube sums to: in all, by year and by source. Computed, never stored beside the cells. */
export interface BudgetTotals {
  readonly total: bigint;
  readonly byYear: ReadonlyMap<number, bigint>;
  readonly bySource: ReadonlyMap<BudgetSource, bigint>;
}

export function budgetTotals(cells: readonly BudgetCell[]): BudgetTotals {
  const byYear = new Map<number, bigint>();
  const bySource = new Map<BudgetSource, bigint>();
  for (const cell of cells) {
    const won = cellWon(cell);
    byYear.set(cell.year, (byYear.get(cell.year) ?? 0n) + won);
    bySource.set(cell.source, (bySource.get(cell.source) ?? 0n) + won);
  }
  return { total: sumWon(byYear.values()), byYear, bySource };
}
