import { Workbook, type Worksheet } from '@cj-tech-master/excelts';
import { columnLetters } from '../rules/index.js';

export type CellValue = string | number | null;

/** One sheet of a workbook: a line of headings, then rows of as many cells. */
export interface SheetOfCells {
  /** At most 31 characters, none of `[]:*?/\`. */
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: Iterable<readonly CellValue[]>;
  /** Widths in characters, by column; 12 where none is given. */
  readonly widths?: readonly number[];
  /** Words to choose from, by column; null where anything may be written. */
  readonly choices?: readonly (readonly string[] | null)[];
}

const FORBIDDEN = /[[\]:*?/\\]/g;
const LONGEST_CELL = 32_767;
/** Most characters of a list to choose from that a sheet can hold. */
const LONGEST_LIST = 255;
/** Rows below the headings that offer a choice: many more than anybody fills in. */
const ROWS_OF_CHOICE = 5_000;
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
  for (const { name, headings, rows, widths = [], choices = [] } of sheets) {
    const sheet = workbook.addWorksheet(name.replaceAll(FORBIDDEN, ' ').slice(0, 31), {
      views: [{ state: 'frozen', ySplit: 1 }],
    });
    sheet.columns = headings.map((_heading, column) => ({ width: widths[column] ?? 12 }));
    sheet.addRow(headings.map(cellOf)).font = { bold: true };
    for (const row of rows) sheet.addRow(row.map(cellOf));
    for (const [at, words] of choices.entries())
      if (words !== null && isOffered(words)) offer(sheet, columnLetters(at + 1), words);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** What looks like a letter written by its number in the XML of a sheet ("_x0041_") would be read as that letter. */
const BY_NUMBER = /_(?=x[0-9A-Fa-f]{4}_)/g;

const cellOf = (value: CellValue): CellValue =>
  typeof value === 'string' ? value.replaceAll(BY_NUMBER, '_x005F_').slice(0, LONGEST_CELL) : value;

/** Words that a list can hold as they are; a column of others has none to choose from. */
const isOffered = (words: readonly string[]): boolean =>
  words.join(',').length <= LONGEST_LIST && words.every((word) => !word.includes(','));

/** Anything else may still be written: what is not of the list is said by whoever reads the sheet, with all that is wrong. */
function offer(sheet: Worksheet, column: string, words: readonly string[]): void {
  const list = `"${words.join(',').replaceAll('"', '""')}"`;
  const rule = { type: 'list', allowBlank: true, showErrorMessage: false, formulae: [list] };
  sheet.dataValidations.add(`${column}2:${column}${ROWS_OF_CHOICE + 1}`, rule);
}
