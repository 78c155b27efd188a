import { type Finding, parseAnyWon, parseWon, sumWon, WON_UNITS, wonParams, wonUpTo } from '@daegaejo/platform/rules';
import type { BudgetCell, BudgetSource } from './content.js';

/** Amount of a cell in won; content that was filed holds only well-formed amounts. */
export const cellWon = (cell: BudgetCell): bigint => parseWon(cell.amount) ?? 0n;

/** Most one cell may hold (convention): 100조원, fifty times the largest plan so far. More is another unit taken for won. */
export const MAX_CELL = 100n * WON_UNITS.조원;
const isCell = wonUpTo(MAX_CELL);

/** Amounts of a budget that cannot stand: not written in whole won, or so large that they are in another unit. */
export function amountFindings(budget: readonly BudgetCell[]): Finding[] {
  return budget.flatMap(({ amount }, index): Finding[] => {
    if (isCell(amount)) return [];
    const field = `budget[${index}].amount`;
    const won = parseAnyWon(amount);
    if (won === null) return [{ field, code: 'field.won' }];
    return [{ field, code: 'plan.budget.unit', params: wonParams(won) }];
  });
}

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
