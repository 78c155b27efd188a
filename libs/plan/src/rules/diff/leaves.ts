import { parseWon } from '@daegaejo/platform/rules';
import type { PlanSection } from '../sections.js';
import type { Change, WordDiff } from './change.js';

/** What a value is: words to compare, a code or a date to take as it is, money, or a count. */
export type Form = 'text' | 'code' | 'won' | 'count';

/** One value of a row and its place within it ("name", "targets[2021]"; "" for the row itself). An empty text is none. */
export interface Leaf {
  readonly at: string;
  readonly text: string | null;
  readonly form: Form;
}

export const leaf = (at: string, value: string | number | boolean | null | undefined, form: Form): Leaf => ({
  at,
  text: value === null || value === undefined || value === '' ? null : String(value),
  form,
});

/** How each field of a row is read; a field of content that is forgotten here does not compile. */
export type Fields<Row, Key extends keyof Row> = {
  readonly [F in Exclude<keyof Row, Key>]-?: Form | ((value: NonNullable<Row[F]>) => readonly Leaf[]);
};

/** Reads all values of a row, in the order of `fields`. */
export function leafReader<Row, Key extends keyof Row>(fields: Fields<Row, Key>): (row: Row) => readonly Leaf[] {
  type Read = Form | ((value: unknown) => readonly Leaf[]);
  const reads = Object.entries(fields) as [keyof Row & string, Read][];
  return (row) =>
    reads.flatMap(([name, read]) => {
      const value = row[name] as string | null | undefined;
      if (typeof read === 'string') return leaf(name, value, read);
      return value === null || value === undefined ? [] : read(value);
    });
}

/** Rows by key, in their order. A key used twice, as a draft may, is told apart by its turn: "smart", "smart#2". */
export function byKey<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row> {
  const found = new Map<string, Row>();
  const turns = new Map<string, number>();
  for (const row of rows) {
    const key = keyOf(row);
    let name = key;
    while (found.has(name)) {
      const turn = (turns.get(key) ?? 1) + 1;
      turns.set(key, turn);
      name = `${key}#${turn}`;
    }
    found.set(name, row);
  }
  return found;
}

const deltaOf = (before: string | null, after: string | null, form: Form): string | null => {
  if (form === 'won') return String((parseWon(after ?? '') ?? 0n) - (parseWon(before ?? '') ?? 0n));
  return form === 'count' ? String(Number(after ?? 0) - Number(before ?? 0)) : null;
};

/** The difference of one value; null where both sides are the same. */
export function changeOf(
  path: string,
  section: PlanSection,
  before: string | null,
  after: string | null,
  form: Form,
  words: WordDiff,
): Change | null {
  if (before === after) return null;
  return {
    path,
    section,
    kind: before === null ? 'added' : after === null ? 'removed' : 'changed',
    before,
    after,
    delta: deltaOf(before, after, form),
    unit: form === 'won' || form === 'count' ? form : null,
    words: form === 'text' && before !== null && after !== null ? words(before, after) : null,
  };
}
