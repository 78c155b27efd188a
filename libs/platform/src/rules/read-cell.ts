import { type CellContent, plainText, pointsOf } from './cell.js';
import { dayOf } from './day-cell.js';
import type { Finding } from './finding.js';
import { wholeOf, wonOf } from './number-cell.js';
import type { ColumnKind, FormColumn } from './table-form.js';
import type { WonUnit } from './won-units.js';

/** A cell as it was read: codes of choices, days, won as decimal strings, points in hundredths; undefined = nothing there. */
export type ReadValue = string | number | readonly string[] | undefined;
/** `fault` is a kind of fault the reader of the table has a code for, `code` one everybody knows. */
export type CellReading =
  | { readonly value: ReadValue }
  | { readonly fault: CellFault; readonly params?: Finding['params'] }
  /** Nothing can be read, and it is said elsewhere why. */
  | { readonly fault: null }
  | { readonly code: string; readonly params?: Finding['params'] };

/** What can be wrong with a cell; the reader of its table says it under a prefix of its own. */
export const CELL_FAULTS = [
  'empty',
  'formula',
  'error',
  'not-text',
  'not-a-number',
  'percent',
  'digits',
  'negative',
  'fraction',
  'too-much',
] as const;
export type CellFault = (typeof CELL_FAULTS)[number];

/** Dots people put between Korean words: Excel, keyboards and word processors each have their own. */
const DOTS = /[·‧ㆍ․•・･∙⋅ᆞ]/g;

/** Headings and words are compared without regard to blanks, to how their letters are composed, and to which dot is used. */
export const sameWord = (text: string): string => text.replaceAll(DOTS, '·').normalize('NFKC').replaceAll(/\s/g, '');

/** A dash alone stands for nothing in a table of figures. */
const DASH = /^[-–—―－]$/;

/** How the cells of one column are read. */
export interface ColumnReading {
  readonly column: FormColumn;
  /** Of money: what its heading states. */
  readonly unit: WonUnit | undefined;
  /** Of a choice: what every word that is understood stands for. */
  readonly choices: ReadonlyMap<string, string>;
}

export function columnReading(column: FormColumn, unit?: WonUnit): ColumnReading {
  const { kind } = column;
  if (kind.is !== 'choice') return { column, unit, choices: new Map() };
  const spellings = [
    ...(kind.also ?? []),
    ...Object.keys(kind.words).map((value) => [value, value] as const),
    ...Object.entries(kind.words).map(([value, word]) => [word, value] as const),
  ];
  return { column, unit, choices: new Map(spellings.map(([word, value]) => [sameWord(word), value])) };
}

/** What a cell means in its column. */
export function readCell(
  { column: { kind, required }, unit, choices }: ColumnReading,
  cell: CellContent | undefined,
): CellReading {
  const figures = kind.is === 'whole' || kind.is === 'won';
  if (cell === undefined || (figures && cell.is === 'text' && DASH.test(cell.text.trim())))
    return required ? { fault: 'empty' } : { value: undefined };
  if (cell.is === 'formula' || cell.is === 'error') return { fault: cell.is };
  switch (kind.is) {
    case 'points':
      return readPoints(cell);
    case 'whole':
      return readWhole(cell, kind);
    case 'won':
      return unit === undefined ? { fault: null } : readWon(cell, unit);
    case 'day': {
      const day = dayOf(cell);
      return day === null ? { code: 'field.day' } : { value: day };
    }
    default:
      return readWords(cell, kind, choices);
  }
}

function readPoints(cell: CellContent): CellReading {
  const points = pointsOf(cell);
  return typeof points === 'number' ? { value: points } : { fault: points };
}

function readWhole(cell: CellContent, { min, max }: { readonly min: number; readonly max: number }): CellReading {
  const whole = wholeOf(cell);
  if (whole === 'percent') return { fault: 'percent' };
  return typeof whole === 'bigint' && whole >= BigInt(min) && whole <= BigInt(max)
    ? { value: Number(whole) }
    : { code: 'field.whole', params: { min, max } };
}

function readWon(cell: CellContent, unit: WonUnit): CellReading {
  const won = wonOf(cell, unit);
  return typeof won === 'bigint' ? { value: String(won) } : { fault: won, params: { unit } };
}

type Words = Extract<ColumnKind, { readonly is: 'text' | 'list' | 'choice' }>;

function readWords(cell: CellContent, kind: Words, choices: ColumnReading['choices']): CellReading {
  if (cell.is !== 'text' && (cell.is !== 'number' || cell.percent)) return { fault: 'not-text' };
  const text = cell.is === 'text' ? plainText(cell.text) : String(cell.number);
  if (kind.is === 'choice') return readChoice(text, kind.words, choices);
  return kind.is === 'list' ? readList(text, kind) : readText(text, kind.max);
}

function readChoice(
  text: string,
  words: Readonly<Record<string, string>>,
  choices: ColumnReading['choices'],
): CellReading {
  const value = choices.get(sameWord(text));
  return value === undefined
    ? { code: 'field.choice', params: { values: Object.values(words).join(', ') } }
    : { value };
}

/** Control characters other than tab and line breaks have no place in official texts. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

const readText = (text: string, max: number): CellReading =>
  text.length > max || CONTROL.test(text) ? { code: 'field.text', params: { min: 1, max } } : { value: text };

function readList(text: string, { max, most }: { readonly max: number; readonly most: number }): CellReading {
  const texts = text.split(/[,，、\n]/).map(plainText);
  const items = texts.filter((item) => item !== '');
  if (items.length > most) return { code: 'field.list', params: { max: most } };
  const long = items.map((item) => readText(item, max)).find((reading) => 'code' in reading);
  return long ?? { value: items };
}
