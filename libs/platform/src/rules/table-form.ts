import { WON_UNITS, type WonUnit } from './won-units.js';

/** What may stand in a column. */
export type ColumnKind =
  | { readonly is: 'text'; readonly max: number }
  /** Some texts in one cell, parted by commas or line breaks. */
  | { readonly is: 'list'; readonly max: number; readonly most: number }
  /** Decimal points of 100, with at most two digits. */
  | { readonly is: 'points' }
  | { readonly is: 'whole'; readonly min: number; readonly max: number }
  /** Money; its heading states the unit. */
  | { readonly is: 'won' }
  | { readonly is: 'day' }
  /** One of some words; the programme's own names for them are taken too. */
  | {
      readonly is: 'choice';
      readonly words: Readonly<Record<string, string>>;
      /** Other words that are understood, with what they stand for. */
      readonly also?: ReadonlyMap<string, string>;
    };

export interface FormColumn {
  readonly heading: string;
  readonly kind: ColumnKind;
  readonly required: boolean;
  /** What the form says about it. */
  readonly about: string;
  /** Of the column, in characters. */
  readonly width: number;
  /** Not written by us, and nothing is missing without it; read where somebody added it. */
  readonly extra?: true;
}

/** One sheet that officials fill in: its columns by the field each of them fills, from the left. */
export interface TableForm {
  readonly name: string;
  readonly columns: Readonly<Record<string, FormColumn>>;
}

export const column = (heading: string, kind: ColumnKind, about: string, width = 12): FormColumn => ({
  heading,
  kind,
  about,
  width,
  required: true,
});
export const optionalColumn = (heading: string, kind: ColumnKind, about: string, width = 12): FormColumn => ({
  ...column(heading, kind, about, width),
  required: false,
});

/** Words for yes and no; a choice column of them reads 'yes' or 'no'. */
export const YES_NO = { yes: '예', no: '아니오' } as const;

export type FormCell = string | number | null;
/** A row by the fields of its form, choices by their codes, money in won as a decimal string, lists as they are. */
export type FormFields = Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

/** One sheet, ready for a workbook. */
export interface FormSheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly FormCell[])[];
  /** In characters, by column. */
  readonly widths: readonly number[];
  /** Words a column offers, by column; null where anything may be written. */
  readonly choices: readonly (readonly string[] | null)[];
}

const columnsOf = ({ columns }: TableForm): readonly (readonly [field: string, column: FormColumn])[] =>
  Object.entries(columns).filter(([, { extra }]) => extra !== true);

/** Rows as one sheet of a workbook, money in `unit`, which must hold it without a rest. */
export function formSheet(form: TableForm, rows: readonly FormFields[], unit: WonUnit = '원'): FormSheet {
  const columns = columnsOf(form);
  return {
    name: form.name,
    headings: columns.map(([, { heading, kind }]) => (kind.is === 'won' ? `${heading}(${unit})` : heading)),
    rows: rows.map((row) => columns.map(([field, { kind }]) => cellOf(kind, row[field] ?? null, unit))),
    widths: columns.map(([, { width }]) => width),
    choices: columns.map(([, { kind }]) => (kind.is === 'choice' ? Object.values(kind.words) : null)),
  };
}

function cellOf(kind: ColumnKind, value: string | number | readonly string[] | null, unit: WonUnit): FormCell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return value;
  if (typeof value !== 'string') return value.length === 0 ? null : value.join(', ');
  if (kind.is === 'won') return wonFigure(BigInt(value), unit);
  return kind.is === 'choice' ? (kind.words[value] ?? value) : value;
}

function wonFigure(won: bigint, unit: WonUnit): number {
  if (won % WON_UNITS[unit] !== 0n) throw new RangeError(`${won} is no whole number of ${unit}`);
  return Number(won / WON_UNITS[unit]);
}

/** The larger of 백만원 and 원 that holds all these amounts without a rest (convention: tables of plans are in 백만원). */
export const unitFor = (amounts: Iterable<string>): WonUnit => {
  for (const amount of amounts) if (BigInt(amount) % WON_UNITS.백만원 !== 0n) return '원';
  return '백만원';
};

export const GUIDE_SHEET = '안내';

/** The sheet that explains every column of some forms, and below it whatever else is to be said. */
export function guideSheet(forms: readonly TableForm[], more: readonly (readonly FormCell[])[] = []): FormSheet {
  const rows = forms.flatMap((form) =>
    columnsOf(form).map(([, { heading, required, kind, about }]): FormCell[] => [
      form.name,
      heading,
      required ? '필수' : '',
      contentOf(kind),
      about,
    ]),
  );
  return {
    name: GUIDE_SHEET,
    headings: ['시트', '열', '필수', '적는 것', '설명'],
    rows: [...rows, ...more],
    widths: [12, 12, 8, 34, 80],
    choices: [],
  };
}

function contentOf(kind: ColumnKind): string {
  switch (kind.is) {
    case 'text':
      return `글 (${kind.max}자까지)`;
    case 'list':
      return `쉼표로 나눈 목록 (${kind.most}개까지, 하나에 ${kind.max}자까지)`;
    case 'points':
      return '점수: 30, 30.00 (백분율 서식이 아닌 숫자)';
    case 'whole':
      return `정수 ${kind.min}~${kind.max}`;
    case 'won':
      return `금액: 제목에 적힌 단위의 숫자. 단위는 ${Object.keys(WON_UNITS).join(', ')} 가운데 하나로 바꿀 수 있음`;
    case 'day':
      return '날짜: 1981-03-01';
    case 'choice':
      return `다음 가운데 하나: ${Object.values(kind.words).join(', ')}`;
  }
}
