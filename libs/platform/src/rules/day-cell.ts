import type { CellContent } from './cell.js';
import { type Day, isDay } from './instant.js';

const PARTED = /^(\d{4})(?:[-./]|\. |년 ?)(\d{1,2})(?:[-./]|\. |월 ?)(\d{1,2})[.일]?$/;
const TOGETHER = /^(\d{4})(\d{2})(\d{2})$/;

/** A calendar day in a cell: a date of the spreadsheet, or written year first ("1981-03-01", "1981. 3. 1.", "19810301"); else null. */
export function dayOf(cell: CellContent): Day | null {
  if (cell.is === 'date') return cell.day;
  if (cell.is !== 'text' && (cell.is !== 'number' || cell.percent)) return null;
  const text = cell.is === 'number' ? String(cell.number) : cell.text.normalize('NFKC').trim();
  const [, year = '', month = '', date = ''] = PARTED.exec(text) ?? TOGETHER.exec(text) ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
