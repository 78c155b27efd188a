import { sumWon } from '@daegaejo/platform/rules';
import { cellWon } from '../money.js';
import { type PlanTables, SHEET_SECTIONS, type SheetSection } from './plan-forms.js';

/** Rows that come, differ and go; of the budget its cells. */
export interface RowsChange {
  readonly section: SheetSection;
  readonly added: number;
  readonly changed: number;
  readonly removed: number;
}

/** What an import would change, in numbers; the whole budget before and after in won. */
export interface TablesChange {
  readonly rows: readonly RowsChange[];
  readonly budget: { readonly before: bigint; readonly after: bigint };
}

/** How the rows of a table are told apart, and when one of them is as it was. */
interface Rows<Row> {
  readonly keyOf: (row: Row) => string;
  readonly isSame: (one: Row, other: Row) => boolean;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const ROWS: { readonly [S in SheetSection]: Rows<PlanTables[S][number]> } = {
  sites: { keyOf: ({ key }) => key, isSame },
  subProjects: { keyOf: ({ key }) => key, isSame },
  budget: {
    keyOf: ({ subProject, year, source }) => `${subProject} ${year} ${source}`,
    isSame: (one, other) => one.amount === other.amount,
  },
  indicators: { keyOf: ({ code }) => code, isSame },
};

export function tablesChange(before: PlanTables, after: PlanTables): TablesChange {
  const total = ({ budget }: PlanTables): bigint => sumWon(budget.map(cellWon));
  return {
    rows: SHEET_SECTIONS.map((section) => rowsChange(section, before, after)),
    budget: { before: total(before), after: total(after) },
  };
}

/** Rows by key; a row that only moved has not changed. */
function rowsChange<S extends SheetSection>(section: S, before: PlanTables, after: PlanTables): RowsChange {
  type Row = PlanTables[S][number];
  const { keyOf, isSame: same }: Rows<Row> = ROWS[section];
  const left = new Map((before[section] as readonly Row[]).map((row) => [keyOf(row), row]));
  let [added, changed] = [0, 0];
  for (const row of after[section] as readonly Row[]) {
    const key = keyOf(row);
    const was = left.get(key);
    if (was === undefined) added += 1;
    else if (was !== row && !same(was, row)) changed += 1;
    left.delete(key);
  }
  return { section, added, changed, removed: left.size };
}
