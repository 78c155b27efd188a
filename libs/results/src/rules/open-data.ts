import { CSV_MARK, csvLine } from '@daegaejo/platform/rules';

export interface Bilingual {
  readonly ko: string;
  readonly en: string;
}

/** What a value is. Won are decimal strings, days are of Asia/Seoul, instants are UTC. */
export type ColumnType = 'text' | 'whole' | 'won' | 'day' | 'instant' | 'flag' | 'decimal';

/** One column, as the data dictionary tells it. */
export interface DataColumn {
  readonly code: string;
  readonly name: Bilingual;
  readonly type: ColumnType;
  readonly unit: string | null;
  /** How the value comes about: record, article or convention. */
  readonly rule: Bilingual;
  readonly nullable?: true;
}

/** A data set of the open data: what it is and how to read it. */
export interface DatasetFrame {
  readonly id: string;
  readonly title: Bilingual;
  readonly description: Bilingual;
  readonly columns: readonly DataColumn[];
  /** Columns that name a row; rows stand in their order. */
  readonly key: readonly string[];
}

export type DataValue = string | number | boolean | null;
export type DataRow = Readonly<Record<string, DataValue>>;

const FORMS: { readonly [T in ColumnType]: Readonly<Record<string, unknown>> } = {
  text: { type: 'string' },
  whole: { type: 'integer' },
  won: { type: 'string', pattern: '^-?\\d+$' },
  day: { type: 'string', format: 'date' },
  instant: { type: 'string', format: 'date-time' },
  flag: { type: 'boolean' },
  decimal: { type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' },
};

const FITS: { readonly [T in ColumnType]: (value: DataValue) => boolean } = {
  text: (value) => typeof value === 'string',
  whole: (value) => Number.isSafeInteger(value),
  won: (value) => typeof value === 'string' && /^-?\d+$/.test(value),
  day: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value),
  instant: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value),
  flag: (value) => typeof value === 'boolean',
  decimal: (value) => typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value),
};

/** JSON Schema (2020-12) of the rows of a data set; `address` is where it is found. */
export function schemaOf({ title, description, columns }: DatasetFrame, address: string): Record<string, unknown> {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: address,
    title: `${title.ko} · ${title.en}`,
    description: `${description.ko} ${description.en}`,
    type: 'array',
    items: {
      type: 'object',
      additionalProperties: false,
      required: columns.map(({ code }) => code),
      properties: Object.fromEntries(columns.map((column) => [column.code, propertyOf(column)])),
    },
  };
}

function propertyOf({ name, type, unit, rule, nullable }: DataColumn): Record<string, unknown> {
  const form = FORMS[type];
  return {
    ...form,
    ...(nullable === true ? { type: [form['type'], 'null'] } : {}),
    title: `${name.ko} · ${name.en}`,
    description: `${rule.ko}${unit === null ? '' : ` [${unit}]`}`,
  };
}

/** The data dictionary as rows: one per column. */
export const dictionaryOf = ({ columns, key }: DatasetFrame): DataRow[] =>
  columns.map(({ code, name, type, unit, rule, nullable }) => ({
    code,
    ko: name.ko,
    en: name.en,
    type,
    unit,
    key: key.includes(code),
    nullable: nullable === true,
    ruleKo: rule.ko,
    ruleEn: rule.en,
  }));

const cell = (value: DataValue | undefined): string | number | null =>
  typeof value === 'boolean' ? String(value) : (value ?? null);

/** Rows as a CSV file (RFC 4180, UTF-8 with its mark); texts a spreadsheet would run are made safe. */
export const csvOf = (columns: readonly string[], rows: readonly DataRow[]): string =>
  `${CSV_MARK}${csvLine(columns)}${rows.map((row) => csvLine(columns.map((code) => cell(row[code])))).join('')}`;

/** Rows in the order of their key: whole numbers by size, texts by code unit, nothing first. The same in every store. */
export function inOrder({ key }: Pick<DatasetFrame, 'key'>, rows: readonly DataRow[]): DataRow[] {
  return rows.toSorted((a, b) => {
    for (const code of key) {
      const [one, other] = [a[code] ?? null, b[code] ?? null];
      if (one === other) continue;
      if (one === null || other === null) return one === null ? -1 : 1;
      return one < other ? -1 : 1;
    }
    return 0;
  });
}

/** What is wrong with rows against their frame, for the specs and for whoever adds a data set; empty = sound. */
export function rowFaults({ id, columns, key }: DatasetFrame, rows: readonly DataRow[]): string[] {
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const row of rows) {
    const name = key.map((code) => String(row[code])).join('/');
    if (seen.has(name)) faults.push(`${id} ${name}: twice`);
    seen.add(name);
    for (const { code, type, nullable } of columns) {
      const value = row[code];
      if (value === undefined) faults.push(`${id} ${name}: no ${code}`);
      else if (value === null ? nullable !== true : !FITS[type](value)) faults.push(`${id} ${name}: ${code} ${value}`);
    }
    for (const code of Object.keys(row))
      if (!columns.some((column) => column.code === code)) faults.push(`${id} ${name}: ${code} is in no dictionary`);
  }
  return faults;
}
