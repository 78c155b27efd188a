import type { BudgetSource } from '@daegaejo/plan/rules';
import { splitWon } from '@daegaejo/platform/rules';
import type { CellMoney } from './payment.js';
import { type BudgetStage, cellKey } from './stage.js';

/** Where money of one year is: the cell of a plan, and the ministry it is of. */
export interface CellPlace {
  readonly planId: string;
  readonly subProjectKey: string;
  readonly ministryId: string;
  readonly source: BudgetSource;
}

/** What a cell has from the year before, in won. */
export interface CarriedCell extends CellPlace {
  readonly amount: bigint;
}

/** A cell with the money it has. */
export interface MoneyCell extends CellPlace {
  readonly money: CellMoney;
}

/** The key of a cell among those of several plans. */
export const planCellKey = ({ planId, subProjectKey, source }: Omit<CellPlace, 'ministryId'>): string =>
  planId + cellKey(subProjectKey, source);

const NOTHING: CellMoney = { enacted: 0n, granted: 0n, executed: 0n, carriedIn: 0n };

/**
 * The cells of one year with their money. A sub-project may have gone to another ministry between two stages: its cell is of the
 * ministry the money was enacted for, or else granted, spent or carried over for; what was only asked for counts last.
 */
export function moneyCells(
  lines: readonly (CellPlace & { readonly stage: BudgetStage; readonly amount: bigint })[],
  carried: readonly CarriedCell[],
): Map<string, MoneyCell> {
  const cells = new Map<string, MoneyCell>();
  const put = (rows: readonly CarriedCell[], part: keyof CellMoney | null): void => {
    for (const { planId, subProjectKey, ministryId, source, amount } of rows) {
      const key = planCellKey({ planId, subProjectKey, source });
      const money = { ...(cells.get(key)?.money ?? NOTHING), ...(part === null ? {} : { [part]: amount }) };
      cells.set(key, { planId, subProjectKey, ministryId, source, money });
    }
  };
  put(lines, null);
  put(carried, 'carriedIn');
  for (const part of ['executed', 'granted', 'enacted'] as const)
    put(
      lines.filter(({ stage }) => stage === part),
      part,
    );
  return cells;
}

/**
 * A carry-over (이월) shared among the cells of one plan and source that money was left on, granted or carried in, in proportion
 * to what was left (convention): the parts sum to the whole. Nothing where nothing was left.
 */
export function sharedCarryOver(carryOver: bigint, cells: readonly MoneyCell[]): CarriedCell[] {
  const open = cells
    .map(({ money: { granted, carriedIn, executed }, ...place }) => ({ place, left: granted + carriedIn - executed }))
    .filter(({ left }) => left > 0n)
    .sort((a, b) => (planCellKey(a.place) < planCellKey(b.place) ? -1 : 1));
  if (open.length === 0) return [];
  const parts = splitWon(
    carryOver,
    open.map(({ left }) => left),
  );
  return open.map(({ place }, at) => ({ ...place, amount: parts[at] ?? 0n }));
}
