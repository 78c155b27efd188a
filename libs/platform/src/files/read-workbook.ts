import { ValueType, Workbook } from '@cj-tech-master/excelts';
import { Problem } from '../errors/problem.js';
import { type CellContent, type FilledRow, type FilledSheet, isDay } from '../rules/index.js';
import { unpack, WORKBOOK_LIMITS, type ZipEntry, zipEntries, ZipRefused } from './zip-guard.js';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Most bytes of a workbook that is sent in. */
export const XLSX_LIMIT = 1024 * 1024;

/** The parts that hold cells, and what is needed to read them; pictures, tables, comments and links are never unpacked. */
const PARTS =
  /^(?:xl\/(?:workbook|sharedStrings|styles|worksheets\/sheet\d{1,3})\.xml|xl\/_rels\/workbook\.xml\.rels)$/;
const CONTENT_TYPES = '[Content_Types].xml';
/** Elements of all parts together: nearly three times what the largest plan has (12,000 amounts), few enough to hold. */
const MOST_TAGS = 200_000;
/** Everything in a sheet beside its cells. */
const BESIDE_CELLS = [
  'sheetPr dimension sheetViews sheetFormatPr cols autoFilter mergeCells conditionalFormatting dataValidations hyperlinks',
  'rowBreaks colBreaks printOptions pageMargins pageSetup headerFooter drawing picture tableParts legacyDrawing sheetProtection extLst',
].flatMap((names) => names.split(' '));

type WorkbookModel = Workbook['model'];

/** Takes what the library read as plain data; no sheets are built from it. */
class Taken extends Workbook {
  taken: WorkbookModel | null = null;

  override get model(): WorkbookModel {
    return super.model;
  }

  override set model(model: WorkbookModel) {
    this.taken = model;
  }
}

/**
 * The filled cells of a workbook (.xlsx) somebody sent. Formulas are read by their stored result. Throws a Problem for what is
 * no workbook (415), carries macros (415), would unpack to too much (413) or does not hold together (422). The archive is
 * unpacked here, entry by entry and within its declared sizes: the library is only ever given the parts with cells (ADR 0011).
 */
export async function readWorkbook(file: Buffer): Promise<FilledSheet[]> {
  const parts = await partsOf(file).catch(asProblem);
  const workbook = new Taken();
  await workbook.xlsx.loadFromFiles(parts, { ignoreNodes: BESIDE_CELLS }).catch(() => {
    throw new Problem(422, 'file.damaged');
  });
  return (workbook.taken?.worksheets ?? []).map((sheet) => ({
    name: String(sheet.name ?? '')
      .normalize('NFC')
      .trim(),
    rows: (sheet.rows ?? [])
      .map(rowOf)
      .filter(({ cells }) => cells.size > 0)
      .sort((a, b) => a.row - b.row),
  }));
}

/** The same of the body of a request: 415 where it is no file at all. */
export async function readSentWorkbook(body: unknown): Promise<FilledSheet[]> {
  if (!Buffer.isBuffer(body)) throw new Problem(415, 'file.not-xlsx');
  return readWorkbook(body);
}

function asProblem(error: unknown): never {
  if (!(error instanceof ZipRefused)) throw error;
  if (error.fault === 'not-a-zip') throw new Problem(415, 'file.not-xlsx');
  throw error.fault === 'too-large' ? new Problem(413, 'file.unpacks-too-large') : new Problem(422, 'file.damaged');
}

async function partsOf(file: Buffer): Promise<Record<string, Buffer>> {
  const entries = new Map(zipEntries(file, WORKBOOK_LIMITS).map((entry) => [entry.name, entry]));
  const types = entries.get(CONTENT_TYPES);
  if (types === undefined || !entries.has('xl/workbook.xml')) throw new Problem(415, 'file.not-xlsx');
  if ([...entries.keys()].some((name) => /vbaProject|macrosheets/i.test(name))) throw new Problem(415, 'file.macros');
  if (/macroEnabled/i.test((await unpack(file, types)).toString('utf8'))) throw new Problem(415, 'file.macros');
  const parts: Record<string, Buffer> = {};
  let tags = 0;
  for (const entry of [...entries.values()].filter(isCellPart)) {
    const part = await unpack(file, entry);
    tags += tagsIn(part);
    if (tags > MOST_TAGS) throw new ZipRefused('too-large');
    if (part.includes('<!DOCTYPE')) throw new ZipRefused('damaged');
    parts[entry.name] = part;
  }
  return parts;
}

const isCellPart = ({ name }: ZipEntry): boolean => PARTS.test(name);

function tagsIn(part: Buffer): number {
  let tags = 0;
  for (let at = part.indexOf(0x3c); at >= 0; at = part.indexOf(0x3c, at + 1)) tags += 1;
  return tags;
}

type RowModel = NonNullable<WorkbookModel['worksheets'][number]['rows']>[number];
type CellModel = RowModel['cells'][number];

/** Columns to XFD; a cell without a proper address is none. */
const ADDRESS = /^([A-Z]{1,3})\d{1,7}$/;
const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0);

function rowOf({ number, cells }: RowModel): FilledRow {
  const filled = new Map<number, CellContent>();
  for (const cell of cells) {
    const letters = ADDRESS.exec(cell.address)?.[1];
    const content = contentOf(cell);
    if (letters !== undefined && content !== null) filled.set(columnOf(letters), content);
  }
  return { row: number, cells: filled };
}

/** null for a cell with nothing in it, or nothing but blanks. */
function contentOf(cell: CellModel): CellContent | null {
  const formula = cell.formula !== undefined || cell.sharedFormula !== undefined || cell.shareType !== undefined;
  const value: unknown = formula ? cell.result : cell.value;
  if (value === undefined || value === null) return formula ? { is: 'formula' } : null;
  // A text of the common table that is not in it is left as its number there.
  if (typeof value === 'number') return cell.type === ValueType.String ? { is: 'error' } : numberIn(cell, value);
  if (typeof value === 'boolean') return { is: 'flag' };
  if (value instanceof Date) return dateOf(value);
  const text = textOf(value);
  if (text === null) return { is: 'error' };
  return text.trim() === '' ? null : { is: 'text', text };
}

/** The day of a date, whatever its hour; one that the calendar does not have is an error. */
function dateOf(date: Date): CellContent {
  const day = Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
  return isDay(day) ? { is: 'date', day } : { is: 'error' };
}

function numberIn({ style }: CellModel, number: number): CellContent {
  const format: unknown = style?.numFmt;
  const percent = typeof format === 'string' && format.replaceAll(/"[^"]*"|\\./g, '').includes('%');
  return Number.isFinite(number) ? { is: 'number', number, percent } : { is: 'error' };
}

/** The letters of a text, whatever fonts its parts have; null where it is none. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  const runs = (value as { richText?: unknown }).richText;
  return Array.isArray(runs) ? runs.map((run: { text?: string }) => run.text ?? '').join('') : null;
}
