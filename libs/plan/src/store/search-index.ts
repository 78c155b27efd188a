import { rowsOf, type Reading, type Tx } from '@daegaejo/platform';
import { freeSlot, type IndexQuery, MOST_PLACES, positionOf, type SearchKind, titlePosition } from '../rules/index.js';
import type { Fragment } from './sql-fragment.js';

/**
 * The search index: `search_document` holds the units as they are shown, `search_index` what they are found by: an FTS5 table
 * in SQLite, a tsvector with a GIN index in PostgreSQL (docs/adr/0019). Both are made of submitted versions alone and can be made
 * anew at any time, so they are no records: no entity, no history.
 */
type Dialect = Reading['dialect'];

/** A unit of a plan, ready to be found. */
export interface SearchDocument {
  readonly kind: SearchKind;
  readonly key: string;
  readonly heading: string;
  readonly text: string;
  /** The text, folded. */
  readonly folded: string;
  readonly tokens: readonly string[];
  readonly readBy: ReadBy;
}

/** One version of a plan in the index. */
export interface IndexedPlan {
  readonly planId: string;
  readonly roundId: string;
  readonly year: number;
  /** Code of the 시·도. */
  readonly province: string;
  readonly title: string;
  readonly versionNo: number;
  readonly submittedAt: string;
  readonly documents: readonly SearchDocument[];
}

/** For whoever reads the newest version, for whoever judges, or for both where these two see the same. */
export type ReadBy = 'all' | 'readers' | 'judges';

/** Documents for whoever reads the newest version, or for whoever only judges. */
export const readable = (judges: boolean): Fragment => ({
  sql: `"document"."readBy" <> '${judges ? 'readers' : 'judges'}'`,
  values: [],
});

/** Rows of one INSERT; well below both stores' limits on parameters. */
const CHUNK = 50;

const COLUMNS = [
  'position',
  'planId',
  'roundId',
  'year',
  'province',
  'title',
  'versionNo',
  'submittedAt',
  'readBy',
  'rules',
  'kind',
  'key',
  'heading',
  'folded',
  'text',
] as const;

/** Replaces what the index holds of a plan. `rules`: number of the rules the documents were made by. */
export async function writeDocuments(
  { manager, dialect }: Pick<Tx, 'manager' | 'dialect'>,
  planId: string,
  versions: readonly IndexedPlan[],
  rules: number,
): Promise<void> {
  const run = (sql: string, values: readonly unknown[]) => rowsOf<{ position: string }>(manager, dialect, sql, values);
  const own = `SELECT "position" FROM "search_document" WHERE "planId" = ?`;
  await run(`DELETE FROM "search_index" WHERE ${rowOf(dialect)} IN (${own})`, [planId]);
  await run(`DELETE FROM "search_document" WHERE "planId" = ?`, [planId]);
  for (const version of versions) {
    const { submittedAt, documents, ...facts } = version;
    const taken = await run(
      `SELECT CAST("position" AS TEXT) AS "position" FROM "search_document" WHERE "position" BETWEEN ${number} AND ${number}`,
      [titlePosition(submittedAt, 0), titlePosition(submittedAt, MOST_PLACES - 1)],
    );
    const slot = freeSlot(submittedAt, new Set(taken.map(({ position }) => position)));
    const counts = new Map<SearchKind, number>();
    const placed = documents.map(({ tokens, ...document }) => {
      const unit = counts.get(document.kind) ?? 0;
      counts.set(document.kind, unit + 1);
      const position = positionOf({ kind: document.kind, submittedAt, slot, unit });
      return { row: { ...facts, ...document, position, submittedAt, rules }, tokens: tokens.join(' ') };
    });
    for (let start = 0; start < placed.length; start += CHUNK) {
      const chunk = placed.slice(start, start + CHUNK);
      const places = `(${COLUMNS.map((column) => (column === 'position' ? number : '?')).join(', ')})`;
      await run(
        `INSERT INTO "search_document" (${COLUMNS.map((column) => `"${column}"`).join(', ')}) VALUES ${chunk.map(() => places).join(', ')}`,
        chunk.flatMap(({ row }) => COLUMNS.map((column) => row[column])),
      );
      await run(
        `INSERT INTO "search_index" (${rowOf(dialect)}, "tokens") VALUES ${chunk.map(() => `(${number}, ${tokensIn(dialect)})`).join(', ')}`,
        chunk.flatMap(({ row, tokens }) => [row.position, tokens]),
      );
    }
  }
}

/** A position in a statement: it comes as text, for it is more than a JavaScript number holds. */
const number = 'CAST(? AS bigint)';
const rowOf = (dialect: Dialect): string => (dialect === 'sqlite' ? 'rowid' : '"position"');
const tokensIn = (dialect: Dialect): string =>
  dialect === 'sqlite' ? '?' : `array_to_tsvector(string_to_array(?, ' '))`;

/** What is asked of the index, in the store's own language; every token is letters and digits, so nothing needs escaping but the frame. */
export function matchText(dialect: Dialect, { all, anyOf }: IndexQuery): string {
  const [and, or, one, beginningOf] =
    dialect === 'sqlite'
      ? [' AND ', ' OR ', (token: string) => `"${token}"`, (token: string) => `"${token}"*`]
      : [' & ', ' | ', (token: string) => `'${token}'`, (token: string) => `'${token}':*`];
  return [
    ...all.map(({ token, beginning }) => (beginning ? beginningOf(token) : one(token))),
    ...anyOf.map((tokens) => `(${tokens.map(one).join(or)})`),
  ].join(and);
}

/** The documents an index query finds, in the order of their position, with a condition on each and from a position on. */
export async function documentsWhere<T>(
  { manager, dialect }: Pick<Reading, 'manager' | 'dialect'>,
  asked: {
    readonly columns: Fragment;
    readonly match: IndexQuery;
    readonly condition: Fragment;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<(T & { position: string })[]> {
  const { columns, match, condition, after, limit } = asked;
  const row = `"hit".${rowOf(dialect)}`;
  const matches = dialect === 'sqlite' ? `"search_index" MATCH ?` : `"hit"."tokens" @@ CAST(? AS tsquery)`;
  return rowsOf(
    manager,
    dialect,
    `SELECT CAST(${row} AS TEXT) AS "position", ${columns.sql}
     FROM "search_index" AS "hit" CROSS JOIN "search_document" AS "document"
     WHERE ${matches} AND ${row} > ${number} AND "document"."position" = ${row} AND ${condition.sql}
     ORDER BY ${row} LIMIT ${Math.trunc(limit)}`,
    [...columns.values, matchText(dialect, match), after ?? '0', ...condition.values],
  );
}

/** How many documents have a token, counted up to `most` of them. */
export async function countOf(
  { manager, dialect }: Pick<Reading, 'manager' | 'dialect'>,
  token: string,
  most: number,
): Promise<number> {
  const matches = dialect === 'sqlite' ? `"search_index" MATCH ?` : `"tokens" @@ CAST(? AS tsquery)`;
  const match = matchText(dialect, { all: [{ token, beginning: false }], anyOf: [] });
  const [row] = await rowsOf<{ count: number | string }>(
    manager,
    dialect,
    `SELECT COUNT(*) AS "count" FROM (SELECT 1 FROM "search_index" WHERE ${matches} LIMIT ${Math.trunc(most)}) AS "some"`,
    [match],
  );
  return Number(row?.count ?? 0);
}

/** Plans whose index is behind: never made, of another version, or made by other rules. At most `most` of them. */
export async function plansBehind(
  { manager, dialect }: Pick<Reading, 'manager' | 'dialect'>,
  rules: number,
  most: number,
): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(
    manager,
    dialect,
    `SELECT "plan"."id" AS "id" FROM "plan" AS "plan" WHERE "plan"."versionNo" > 0 AND NOT EXISTS (
       SELECT 1 FROM "search_document" AS "document" WHERE "document"."planId" = "plan"."id" AND "document"."kind" = 'title'
         AND "document"."versionNo" = "plan"."versionNo" AND "document"."rules" = ?)
     ORDER BY "plan"."id" LIMIT ${Math.trunc(most)}`,
    [rules],
  );
  return rows.map(({ id }) => id);
}
