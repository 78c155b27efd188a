import { Workbook } from '@cj-tech-master/excelts';

export type CellValue = string | number | null;

/** One sheet of a workbook: a line of headings, then rows of as many cells. */
export interface SheetOfCells {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: Iterable<readonly CellValue[]>;
  /** Widths in characters, by column; 12 where none is given. */
  readonly widths?: readonly number[];
}

const FORBIDDEN = /[[\]:*?/\\]/g;
const LONGEST_CELL = 32_767;
/** Made the same for equal content: a workbook carries no time of its own. */
const EPOCH = new Date('2020-01-01T00:00:00.000Z');

/**
 * An Excel workbook (.xlsx). Texts are stored as texts, so none of them is ever a formula; the headings stay in sight.
 * The library stands behind this one function (ADR 0011).
 */
export async function workbookOf(sheets: readonly SheetOfCells[]): Promise<Buffer> {
  const workbook = new Workbook();
  workbook.created = EPOCH;
  workbook.modified = EPOCH;
  for (const { name, headings, rows, widths = [] } of sheets) {
    const sheet = workbook.addWorksheet(name.replaceAll(FORBIDDEN, ' ').slice(0, 31), {
      views: [{ state: 'frozen', ySplit: 1 }],
    });
    sheet.columns = headings.map((_heading, column) => ({ width: widths[column] ?? 12 }));
    sheet.addRow([...headings]).font = { bold: true };
    for (const row of rows) sheet.addRow(row.map(cellOf));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const cellOf = (value: CellValue): CellValue => (typeof value === 'string' ? value.slice(0, LONGEST_CELL) : value);
