import { randomUUID } from 'node:crypto';
import type Database from 'better-sqlite3';
import type pg from 'pg';
import { ask, type Bare } from './database.js';

/** A score sheet as it is sent. */
export interface BareSheet {
  readonly sheetId: string;
  readonly overall: string;
  readonly marks: readonly { readonly criterion: string; readonly mark: string; readonly comment?: string | null }[];
}

/** Writes a sheet durably: one row of it and one of each mark, in one transaction; answers its id. */
export type BareWriter = (sheet: BareSheet) => Promise<string>;

/** The tables of a programme that does nothing but keep sheets. */
export async function createBareSheets(bare: Bare): Promise<void> {
  await ask(
    bare,
    `CREATE TABLE "bench_review" ("id" varchar(36) PRIMARY KEY, "sheetId" varchar(36) NOT NULL, "overall" text NOT NULL, "savedAt" varchar(24) NOT NULL)`,
  );
  await ask(
    bare,
    `CREATE TABLE "bench_mark" ("reviewId" varchar(36) NOT NULL, "criterion" varchar(32) NOT NULL, "mark" integer NOT NULL, "comment" text, PRIMARY KEY ("reviewId", "criterion"))`,
  );
}

const REVIEW = ['id', 'sheetId', 'overall', 'savedAt'];
const MARK = ['reviewId', 'criterion', 'mark', 'comment'];
const named = (columns: readonly string[]): string => columns.map((column) => `"${column}"`).join(', ');

const reviewOf = ({ sheetId, overall }: BareSheet): [string, ...unknown[]] => [
  randomUUID(),
  sheetId,
  overall,
  new Date().toISOString(),
];
const marksOf = (id: string, { marks }: BareSheet): unknown[] =>
  marks.flatMap(({ criterion, mark, comment }) => [id, criterion, Math.round(Number(mark) * 100), comment ?? null]);

export function sqliteWriter(sqlite: Database.Database): BareWriter {
  const statements = new Map<number, Database.Statement>();
  const marksInto = (count: number): Database.Statement => {
    const rows = Array.from({ length: count }, () => '(?, ?, ?, ?)').join(', ');
    const known = statements.get(count) ?? sqlite.prepare(`INSERT INTO "bench_mark" (${named(MARK)}) VALUES ${rows}`);
    statements.set(count, known);
    return known;
  };
  let review: Database.Statement | undefined;
  const write = sqlite.transaction((sheet: BareSheet): string => {
    review ??= sqlite.prepare(`INSERT INTO "bench_review" (${named(REVIEW)}) VALUES (?, ?, ?, ?)`);
    const row = reviewOf(sheet);
    review.run(row);
    marksInto(sheet.marks.length).run(marksOf(row[0], sheet));
    return row[0];
  });
  return async (sheet) => write(sheet);
}

export function postgresWriter(pool: pg.Pool): BareWriter {
  const review = { name: 'review', text: `INSERT INTO "bench_review" (${named(REVIEW)}) VALUES ($1, $2, $3, $4)` };
  return async (sheet) => {
    const row = reviewOf(sheet);
    const places = sheet.marks.map((_mark, at) => `(${[1, 2, 3, 4].map((place) => `$${at * 4 + place}`).join(', ')})`);
    const client = await pool.connect();
    let failed = true; // such a connection is thrown away
    try {
      await client.query('BEGIN');
      await client.query({ ...review, values: row });
      await client.query({
        name: `marks-${places.length}`,
        text: `INSERT INTO "bench_mark" (${named(MARK)}) VALUES ${places.join(', ')}`,
        values: marksOf(row[0], sheet),
      });
      await client.query('COMMIT');
      failed = false;
    } finally {
      client.release(failed);
    }
    return row[0];
  };
}
