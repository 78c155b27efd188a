import type { Day } from './instant.js';

/** What stands in one cell of a sheet that somebody filled in; truth values and errors are told apart, not read. */
export type CellContent =
  | { readonly is: 'text'; readonly text: string }
  /** `percent`: shown with a percent sign, so that 30 % is 0.3. */
  | { readonly is: 'number'; readonly number: number; readonly percent: boolean }
  /** A formula whose result was not stored with it. */
  | { readonly is: 'formula' }
  | { readonly is: 'date'; readonly day: Day }
  | { readonly is: 'flag' | 'error' };

/** One row with something in it: its number as the spreadsheet shows it, and its cells by column, 1 for A. */
export interface FilledRow {
  readonly row: number;
  readonly cells: ReadonlyMap<number, CellContent>;
}

/** A sheet as it was read: its filled rows from the top, blank ones left out. */
export interface FilledSheet {
  readonly name: string;
  readonly rows: readonly FilledRow[];
}

/** 1 → "A", 27 → "AA": the letters of a column. */
export function columnLetters(column: number): string {
  const before = Math.floor((column - 1) / 26);
  return (before > 0 ? columnLetters(before) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

/** A cell the way people name it: "평가지표!C7". */
export const cellName = (sheet: string, row: number, column: number): string =>
  `${sheet}!${columnLetters(column)}${row}`;

/** A text in the one form the programme keeps: composed (NFC), without blanks around it, with plain line breaks. */
export const plainText = (text: string): string => text.normalize('NFC').replaceAll(/\r\n?/g, '\n').trim();

/** Why a cell is not an amount of points. */
export type PointsFault = 'not-a-number' | 'percent' | 'digits';

/** Most that travels as a score. */
const MOST = 99_999_999;
const GROUPED = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/;
const PLAIN = /^[+-]?\d+(\.\d+)?$/;

/** "1,234.5" → "1234.5"; null where a text is no number, or could be two. */
export const plainNumber = (text: string): string | null =>
  GROUPED.test(text) || PLAIN.test(text) ? text.replaceAll(',', '') : null;

/**
 * Points in hundredths: 30, "30", "30.00", "30점", "1,000" and full-width digits mean what they say. Refused is what could mean
 * two things ("1,5"), a percentage, and more than two digits behind the point.
 */
export function pointsOf(cell: CellContent): number | PointsFault {
  if (cell.is === 'number') return cell.percent ? 'percent' : inHundredths(cell.number);
  if (cell.is !== 'text') return 'not-a-number';
  const text = cell.text.normalize('NFKC').replaceAll(/\s/g, '').replace(/점$/, '').replace(/^[−–]/, '-');
  if (text.endsWith('%')) return 'percent';
  const bare = plainNumber(text);
  if (bare === null) return 'not-a-number';
  return /\.\d{3,}$/.test(bare.replace(/0+$/, '')) ? 'digits' : inHundredths(Number(bare));
}

/** A spreadsheet counts in binary fractions: what is nearer than a millionth is meant. */
function inHundredths(points: number): number | PointsFault {
  const hundredths = Math.round(points * 100);
  if (!Number.isFinite(points) || Math.abs(hundredths) > MOST) return 'not-a-number';
  if (Math.abs(points * 100 - hundredths) > 1e-4) return 'digits';
  return hundredths === 0 ? 0 : hundredths;
}
