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
  readonly sameKey: (one: Row, other: Row) => boolean;
  readonly isSame: (one: Row, other: Row) => boolean;
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
const byKey = {
  keyOf: ({ key }: { readonly key: string }) => key,
  sameKey: (one: { readonly key: string }, other: { readonly key: string }) => one.key === other.key,
  isSame,
};
const ROWS: { readonly [S in SheetSection]: Rows<PlanTables[S][number]> } = {
  sites: byKey,
  subProjects: byKey,
  budget: {
    keyOf: ({ subProject, year, source }) => `${subProject} ${year} ${source}`,
    sameKey: (one, other) =>
      one.subProject === other.subProject && one.year === other.year && one.source === other.source,
    isSame: (one, other) => one.amount === other.amount,
  },
  indicators: { keyOf: ({ code }) => code, sameKey: (one, other) => one.code === other.code, isSame },
};

export function tablesChange(before: PlanTables, after: PlanTables): TablesChange {
  const total = ({ budget }: PlanTables): bigint => sumWon(budget.map(cellWon));
  return {
    rows: SHEET_SECTIONS.map((section) => rowsChange(section, before, after)),
    budget: { before: total(before), after: total(after) },
  };
}

/** Rows by key; a row that only moved has not changed. Rows that stand where they stood need no key: of 12,000 cells most do. */
function rowsChange<S extends SheetSection>(section: S, before: PlanTables, after: PlanTables): RowsChange {
  type Row = PlanTables[S][number];
  const { keyOf, sameKey, isSame: same }: Rows<Row> = ROWS[section];
  const [were, are] = [before[section] as readonly Row[], after[section] as readonly Row[]];
  let [inPlace, added, changed] = [0, 0, 0];
  const compare = (was: Row, row: Row): void => {
    if (was !== row && !same(was, row)) changed += 1;
  };
  for (; inPlace < Math.min(were.length, are.length); inPlace += 1) {
    const [was, row] = [were[inPlace] as Row, are[inPlace] as Row];
    if (!sameKey(was, row)) break;
    compare(was, row);
  }
  const left = new Map(were.slice(inPlace).map((row) => [keyOf(row), row]));
  for (const row of are.slice(inPlace)) {
    const was = left.get(keyOf(row));
    if (was === undefined) added += 1;
    else compare(was, row);
    left.delete(keyOf(row));
  }
  return { section, added, changed, removed: left.size };
}
