import { plainText } from './cell.js';
import type { Finding } from './finding.js';
import type { ReadValue } from './read-cell.js';
import { type CellFinding, findingIn, type ReadRow, type ReadTable } from './read-table.js';

/** One sheet on its way into records: what was read of it, and where to say what is wrong. */
export class SheetReader {
  readonly findings: CellFinding[];

  constructor(readonly table: ReadTable) {
    this.findings = [...table.findings];
  }

  /** A finding at the cell of a field. */
  report({ row }: Pick<ReadRow, 'row'>, field: string, code: string, params?: Finding['params']): void {
    this.findings.push(findingIn(this.table.form, [row, this.table.columns[field] ?? 1], code, params));
  }

  /** Rows whose key could be read, by that key; one that stands in a row above is reported at `field`. */
  keyed(field: string, keyOf: (row: ReadRow) => string | null): Map<string, ReadRow> {
    const rows = new Map<string, ReadRow>();
    for (const row of this.table.rows) {
      const key = keyOf(row);
      if (key === null) continue;
      if (rows.has(key)) this.report(row, field, 'table.code-twice');
      else rows.set(key, row);
    }
    return rows;
  }
}

/** The text of a field; null where there is none. */
export const textIn = ({ values }: ReadRow, field: string): string | null =>
  typeof values[field] === 'string' ? values[field] : null;

export const numberIn = ({ values }: ReadRow, field: string): number | null =>
  typeof values[field] === 'number' ? values[field] : null;

/** Rows of before by their key as a cell shows it. */
export const byPlainKey = <T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T> =>
  new Map(rows.map((row) => [plainText(keyOf(row)), row]));

/**
 * A text that still says what was there stays exactly as it was: a cell shows neither blanks around a text nor whether
 * nothing was written or an empty text.
 */
export const keptText = (was: string | null | undefined, read: ReadValue): string | null =>
  plainText(was ?? '') === (read ?? '') ? (was ?? null) : String(read ?? '') || null;
