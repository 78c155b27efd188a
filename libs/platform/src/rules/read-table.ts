import { cellName, type FilledRow, type FilledSheet } from './cell.js';
import type { Finding } from './finding.js';
import { type CellFault, type ColumnReading, columnReading, readCell, type ReadValue, sameWord } from './read-cell.js';
import type { FormColumn, TableForm } from './table-form.js';
import { WON_UNITS, type WonUnit } from './won-units.js';

/** What is wrong in a workbook, and where: `cell` is "평가지표!C7". */
export interface CellFinding {
  readonly sheet: string;
  readonly cell: string;
  readonly code: string;
  readonly params?: Finding['params'];
}

/** One row as it was read: the values of its columns; undefined where there is none, or no sound one. */
export interface ReadRow {
  readonly row: number;
  readonly values: Readonly<Record<string, ReadValue>>;
  /** Fields that could not be read, or are required and empty. */
  readonly unread: ReadonlySet<string>;
}

/** One sheet as it was read. */
export interface ReadTable {
  readonly form: TableForm;
  readonly missing: boolean;
  /** Column of every field whose heading was found, 1 for A; of the others the one the form has. */
  readonly columns: Readonly<Record<string, number>>;
  readonly rows: readonly ReadRow[];
  readonly findings: readonly CellFinding[];
}

/** How a table is read. Codes of what is wrong with its form begin with `prefix`: "rubric.cell.empty" (see tableMessages). */
export interface TableReading {
  readonly prefix: string;
  /** Most rows that are read, headings aside. */
  readonly most: number;
}

const HEADINGS = 1;

/** A finding about a cell of a form. */
export function findingIn(
  { name }: TableForm,
  [row, column]: readonly [row: number, column: number],
  code: string,
  params?: Finding['params'],
): CellFinding {
  return { sheet: name, cell: cellName(name, row, column), code, ...(params === undefined ? {} : { params }) };
}

/** Is it the sheet of this form? */
export const isSheetOf = ({ name }: TableForm, sheet: FilledSheet): boolean => sameWord(sheet.name) === sameWord(name);

/** The rows of one sheet, every cell of them read, and everything that is wrong with them. */
export function readTable(form: TableForm, sheets: readonly FilledSheet[], how: TableReading): ReadTable {
  const { prefix, most } = how;
  const sheet = sheets.find((one) => isSheetOf(form, one));
  const formColumns = Object.fromEntries(Object.keys(form.columns).map((field, index) => [field, index + 1]));
  if (sheet === undefined) {
    const findings = [findingIn(form, [HEADINGS, 1], `${prefix}.sheet-missing`, { sheet: form.name })];
    return { form, missing: true, columns: formColumns, rows: [], findings };
  }
  const top = sheet.rows.find(({ row }) => row === HEADINGS)?.cells ?? new Map();
  const { found, findings } = readHeadings(form, top, prefix);
  const below = sheet.rows.filter(({ row }) => row > HEADINGS);
  const [tooMany] = below.slice(most);
  if (tooMany !== undefined) findings.push(findingIn(form, [tooMany.row, 1], `${prefix}.too-many-rows`, { max: most }));
  const places = Object.entries(form.columns).map(([field, column]): Place => {
    const { at, unit } = found.get(field) ?? {};
    return { field, at, ...columnReading(column, unit) };
  });
  const rows = below.slice(0, most).map((row) => readRow(form, places, row, findings, prefix));
  const columns = { ...formColumns, ...Object.fromEntries([...found].map(([field, { at }]) => [field, at])) };
  return { form, missing: false, columns, rows, findings };
}

interface FoundColumn {
  readonly at: number;
  /** Of money: what its heading states. */
  readonly unit?: WonUnit;
}

/** "2021 국비(백만원)" → "2021국비" in 백만원. */
const WITH_UNIT = new RegExp(`^(.+)\\((?:단위:)?(${Object.keys(WON_UNITS).join('|')})\\)$`);

function fieldOf({ columns }: TableForm, heading: string): { field: string; unit?: WonUnit } | undefined {
  const named = (name: string, wanted: (column: FormColumn) => boolean): string | undefined =>
    Object.entries(columns).find(([, column]) => wanted(column) && sameWord(column.heading) === name)?.[0];
  const field = named(heading, () => true);
  if (field !== undefined) return { field };
  const [, name = '', unit] = WITH_UNIT.exec(heading) ?? [];
  const money = named(name, ({ kind }) => kind.is === 'won');
  return money === undefined ? undefined : { field: money, unit: unit as WonUnit };
}

/** Which column has which field; headings may stand in any order, each once. */
function readHeadings(
  form: TableForm,
  cells: FilledRow['cells'],
  prefix: string,
): { found: Map<string, FoundColumn>; findings: CellFinding[] } {
  const found = new Map<string, FoundColumn>();
  const findings: CellFinding[] = [];
  for (const [at, cell] of [...cells].sort(([a], [b]) => a - b)) {
    const heading = cell.is === 'text' ? sameWord(cell.text) : '';
    const { field, unit } = fieldOf(form, heading) ?? {};
    if (field === undefined) findings.push(findingIn(form, [HEADINGS, at], `${prefix}.heading-unknown`));
    else if (found.has(field)) findings.push(findingIn(form, [HEADINGS, at], `${prefix}.heading-twice`, { heading }));
    else {
      found.set(field, unit === undefined ? { at } : { at, unit });
      if (form.columns[field]?.kind.is === 'won' && unit === undefined)
        findings.push(findingIn(form, [HEADINGS, at], `${prefix}.heading-unit`, { heading }));
    }
  }
  for (const [index, [field, { heading, extra }]] of Object.entries(form.columns).entries())
    if (!found.has(field) && extra !== true)
      findings.push(findingIn(form, [HEADINGS, index + 1], `${prefix}.heading-missing`, { heading }));
  return { found, findings };
}

/** A field, and where it is read from; nowhere where its heading was not found. */
interface Place extends ColumnReading {
  readonly field: string;
  readonly at: number | undefined;
}

function readRow(
  form: TableForm,
  places: readonly Place[],
  { row, cells }: FilledRow,
  findings: CellFinding[],
  prefix: string,
): ReadRow {
  const values: Record<string, ReadValue> = {};
  const unread = new Set<string>();
  for (const place of places) {
    const { field, at, column } = place;
    const reading = at === undefined ? null : readCell(place, cells.get(at));
    if (reading !== null && 'value' in reading) {
      values[field] = reading.value;
      continue;
    }
    if (column.extra === true && reading === null) continue;
    unread.add(field);
    // A heading without its unit is said once, at the heading.
    if (at === undefined || reading === null || ('fault' in reading && reading.fault === null)) continue;
    const code = 'code' in reading ? reading.code : codeOf(prefix, reading.fault);
    findings.push(findingIn(form, [row, at], code, reading.params));
  }
  return { row, values, unread };
}

const codeOf = (prefix: string, fault: CellFault): string => `${prefix}.cell.${fault}`;
