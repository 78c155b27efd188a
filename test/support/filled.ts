import type { CellContent, FilledSheet, FormSheet } from '@daegaejo/platform/rules';

/** What somebody put into a cell; null leaves it empty. */
export type Filling = CellContent | string | number | null;

const contentOf = (filling: Exclude<Filling, null>): CellContent =>
  typeof filling === 'string'
    ? { is: 'text', text: filling }
    : typeof filling === 'number'
      ? { is: 'number', number: filling, percent: false }
      : filling;

/** Sheets as they were filled in, with single cells put in place of others: { '평가지표!C2': '삼십' }. Columns to Z. */
export function filledSheets(
  sheets: readonly Pick<FormSheet, 'name' | 'headings' | 'rows'>[],
  changes: Readonly<Record<string, Filling>> = {},
): FilledSheet[] {
  return sheets.map(({ name, headings, rows }) => {
    const filled = new Map<number, Map<number, Filling>>(
      [headings, ...rows].map((row, at) => [at + 1, new Map(row.map((cell, column) => [column + 1, cell]))]),
    );
    for (const [cell, filling] of Object.entries(changes)) {
      const [, sheet, letter = '', row] = /^(.+)!([A-Z])(\d+)$/.exec(cell) ?? [];
      if (sheet !== name) continue;
      const cells = filled.get(Number(row)) ?? new Map<number, Filling>();
      filled.set(Number(row), cells.set(letter.charCodeAt(0) - 64, filling));
    }
    const read = [...filled].map(([row, cells]) => ({
      row,
      cells: new Map(
        [...cells].flatMap(([at, filling]) => (filling === null ? [] : [[at, contentOf(filling)] as const])),
      ),
    }));
    return { name, rows: read.filter(({ cells }) => cells.size > 0).sort((one, other) => one.row - other.row) };
  });
}
