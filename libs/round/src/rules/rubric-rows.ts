import {
  type CellContent,
  cellName,
  type FilledRow,
  type FilledSheet,
  type Finding,
  plainText,
  pointsOf,
} from '@daegaejo/platform/rules';
import { columnsOf, RUBRIC_SHEETS, type RubricColumn, type RubricSheetKey } from './rubric-sheets.js';

/** What is wrong in a workbook, and where: `cell` is "평가지표!C7". */
export interface CellFinding {
  readonly sheet: string;
  readonly cell: string;
  readonly code: string;
  readonly params?: Finding['params'];
}

export type ReadValue = string | number | undefined;

/** One row as it was read: the values of its columns, points in hundredths; undefined where there is none, or no sound one. */
export interface ReadRow {
  readonly row: number;
  readonly values: Readonly<Record<string, ReadValue>>;
  /** Fields that could not be read, or are required and empty. */
  readonly unread: ReadonlySet<string>;
}

/** One sheet as it was read. */
export interface ReadSheet {
  readonly key: RubricSheetKey;
  readonly missing: boolean;
  /** Column of every field whose heading was found, 1 for A; of the others the one the form has. */
  readonly columns: Readonly<Record<string, number>>;
  readonly rows: readonly ReadRow[];
  readonly findings: readonly CellFinding[];
}

/** Most rows of a sheet that are read, headings aside. */
export const MOST_ROWS = 200;
const HEADINGS = 1;

/** Where a finding about a cell of a sheet of the form is. */
export const findingAt = (
  key: RubricSheetKey,
  [row, column]: readonly [row: number, column: number],
  code: string,
  params?: Finding['params'],
): CellFinding => {
  const sheet = RUBRIC_SHEETS[key].name;
  return { sheet, cell: cellName(sheet, row, column), code, ...(params === undefined ? {} : { params }) };
};

/** Headings are compared without regard to blanks and to how their letters are composed. */
const headingOf = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '');

/** The rows of one sheet, every cell of them read, and everything that is wrong with them. */
export function readSheet(key: RubricSheetKey, sheets: readonly FilledSheet[]): ReadSheet {
  const sheet = sheets.find(({ name }) => headingOf(name) === headingOf(RUBRIC_SHEETS[key].name));
  const formColumns = Object.fromEntries(columnsOf(key).map(([field], index) => [field, index + 1]));
  if (sheet === undefined) {
    const findings = [findingAt(key, [HEADINGS, 1], 'rubric.sheet-missing', { sheet: RUBRIC_SHEETS[key].name })];
    return { key, missing: true, columns: formColumns, rows: [], findings };
  }
  const { columns, findings } = readHeadings(key, sheet.rows.find(({ row }) => row === HEADINGS)?.cells ?? new Map());
  const below = sheet.rows.filter(({ row }) => row > HEADINGS);
  const [tooMany] = below.slice(MOST_ROWS);
  if (tooMany !== undefined)
    findings.push(findingAt(key, [tooMany.row, 1], 'rubric.too-many-rows', { max: MOST_ROWS }));
  const rows = below.slice(0, MOST_ROWS).map((row) => readRow(key, columns, row, findings));
  return { key, missing: false, columns: { ...formColumns, ...Object.fromEntries(columns) }, rows, findings };
}

/** Which column has which field; headings may stand in any order, each once. */
function readHeadings(
  key: RubricSheetKey,
  cells: FilledRow['cells'],
): { columns: Map<string, number>; findings: CellFinding[] } {
  const columns = new Map<string, number>();
  const findings: CellFinding[] = [];
  for (const [at, cell] of [...cells].sort(([a], [b]) => a - b)) {
    const heading = cell.is === 'text' ? headingOf(cell.text) : '';
    const field = columnsOf(key).find(([, column]) => headingOf(column.heading) === heading)?.[0];
    if (field === undefined) findings.push(findingAt(key, [HEADINGS, at], 'rubric.heading-unknown'));
    else if (columns.has(field)) findings.push(findingAt(key, [HEADINGS, at], 'rubric.heading-twice', { heading }));
    else columns.set(field, at);
  }
  for (const [index, [field, { heading }]] of columnsOf(key).entries())
    if (!columns.has(field))
      findings.push(findingAt(key, [HEADINGS, index + 1], 'rubric.heading-missing', { heading }));
  return { columns, findings };
}

function readRow(
  key: RubricSheetKey,
  columns: ReadonlyMap<string, number>,
  { row, cells }: FilledRow,
  findings: CellFinding[],
): ReadRow {
  const values: Record<string, ReadValue> = {};
  const unread = new Set<string>();
  for (const [field, column] of columnsOf(key)) {
    const at = columns.get(field);
    const read = at === undefined ? null : readCell(column, cells.get(at));
    if (read !== null && 'value' in read) {
      values[field] = read.value;
      continue;
    }
    unread.add(field);
    if (at !== undefined && read !== null) findings.push(findingAt(key, [row, at], read.code, read.params));
  }
  return { row, values, unread };
}

type Reading = { readonly value: ReadValue } | { readonly code: string; readonly params?: Finding['params'] };

function readCell({ kind, required }: RubricColumn, cell: CellContent | undefined): Reading {
  if (cell === undefined) return required ? { code: 'rubric.cell.empty' } : { value: undefined };
  if (cell.is === 'formula') return { code: 'rubric.cell.formula' };
  if (cell.is === 'error') return { code: 'rubric.cell.error' };
  if (kind.is === 'points') return readPoints(cell);
  if (kind.is === 'whole') return readWhole(cell, kind);
  if (cell.is !== 'text' && (cell.is !== 'number' || cell.percent)) return { code: 'rubric.cell.not-text' };
  const text = cell.is === 'text' ? plainText(cell.text) : String(cell.number);
  return kind.is === 'choice' ? readChoice(text, kind.words) : readText(text, kind.max);
}

function readPoints(cell: CellContent): Reading {
  const points = pointsOf(cell);
  if (typeof points === 'number') return { value: points };
  if (points === 'percent') return { code: 'rubric.cell.percent' };
  return points === 'digits' ? { code: 'rubric.cell.digits' } : { code: 'rubric.cell.not-a-number' };
}

function readWhole(cell: CellContent, { min, max }: { readonly min: number; readonly max: number }): Reading {
  const points = pointsOf(cell);
  if (points === 'percent') return { code: 'rubric.cell.percent' };
  const whole = typeof points === 'number' ? points / 100 : Number.NaN;
  return Number.isInteger(whole) && whole >= min && whole <= max
    ? { value: whole }
    : { code: 'field.whole', params: { min, max } };
}

function readChoice(text: string, words: Readonly<Record<string, string>>): Reading {
  const plain = headingOf(text);
  const found = Object.entries(words).find(([value, word]) => headingOf(word) === plain || value === plain);
  return found === undefined
    ? { code: 'field.choice', params: { values: Object.values(words).join(', ') } }
    : { value: found[0] };
}

/** Control characters other than tab and line breaks have no place in official texts. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/;

const readText = (text: string, max: number): Reading =>
  text.length > max || CONTROL.test(text) ? { code: 'field.text', params: { min: 1, max } } : { value: text };
