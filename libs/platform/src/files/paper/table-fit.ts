import { type PaperTable, paperString } from '../../rules/index.js';
import { drawnText, widthOf } from './lines.js';
import { tableSize } from './looks.js';

/** Between the letters and the rule beside them, in points. */
export const PADDING_X = 4;
/** Width of a rule between cells, in points. */
export const RULE = 0.5;
const SMALLEST = 5;
/** Texts are left room for so many letters at least. */
const LEAST_LETTERS = 5;

/** Room for the letters of each column, in proportion to the shares. */
export function columnRooms(shares: readonly number[], room: number): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  const rules = (shares.length - 1) * RULE;
  return shares.map((share) => (share / whole) * (room - rules) - 2 * PADDING_X);
}

/**
 * Letters and rooms of a table in points: figures (columns aligned to the right) are never broken over two lines, so what they
 * lack the other columns give up; where those have no more to give, the letters become smaller.
 */
export function fitTable(
  table: PaperTable,
  room: number,
): { readonly size: number; readonly widths: readonly number[] } {
  const shares = table.columns.map(({ width }) => width);
  const rooms = columnRooms(shares, room);
  const needs = table.columns.map(({ align }, at) => (align === 'right' ? widestOf(table, at) : 0));
  for (let size = tableSize(table.columns.length); size >= SMALLEST; size -= 0.5) {
    const widths = spread(
      rooms,
      needs.map((need) => need * size),
      LEAST_LETTERS * size,
    );
    if (widths !== null) return { size, widths };
  }
  return { size: SMALLEST, widths: rooms };
}

/** Width of the widest text of a column, as a multiple of the size. */
const widestOf = ({ rows }: PaperTable, at: number): number =>
  Math.max(
    0,
    ...rows.map(({ cells }) => widthOf(drawnText(paperString(cells[at] ?? '')), { size: 1, weight: 'bold' })),
  );

/** Rooms that hold what is needed, the rest shared by the columns that need nothing; null where it does not suffice. */
function spread(rooms: readonly number[], needs: readonly number[], least: number): number[] | null {
  const lacking = rooms.reduce((sum, room, at) => sum + Math.max(0, (needs[at] ?? 0) - room), 0);
  const spare = rooms.map((room, at) => Math.max(0, room - ((needs[at] ?? 0) === 0 ? least : (needs[at] ?? 0))));
  const whole = spare.reduce((sum, room) => sum + room, 0);
  if (lacking > whole) return null;
  if (lacking === 0) return [...rooms];
  return rooms.map((room, at) => Math.max(room, needs[at] ?? 0) - (lacking * (spare[at] ?? 0)) / whole);
}
