import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { ClientBase, Pool } from 'pg';
import { type EntityManager, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { dialectOf } from './list-parameter.js';

/** What a statement answered: its rows, or how many it changed. */
export interface Answered<T> {
  readonly rows: T[];
  readonly affected: number;
}

/**
 * Runs a statement written with `?` on the driver itself, prepared once and kept: for what every request, or every write of
 * many, asks in the same words. Inside a transaction it runs on that transaction's connection. Its text is made of names in the
 * code, never of values, or the kept statements grow without end.
 */
export async function prepared<T>(
  manager: EntityManager,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Answered<T>> {
  const { queryRunner: runner } = manager;
  // as TypeORM: a write that was not awaited fails instead of joining the next transaction
  if (runner?.isReleased === true) throw new QueryRunnerAlreadyReleasedError();
  const driver = manager.dataSource.driver as unknown as { databaseConnection: Database.Database; master: Pool };
  if (dialectOf(manager) === 'sqlite') return onSqlite(driver.databaseConnection, statement, values);
  const client = runner === undefined ? driver.master : ((await runner.connect()) as ClientBase);
  const answer = await client.query(onPostgres(statement), [...values]);
  return { rows: answer.rows as T[], affected: answer.rowCount ?? 0 };
}

const statements = new WeakMap<Database.Database, Map<string, Database.Statement>>();

function onSqlite<T>(database: Database.Database, text: string, values: readonly unknown[]): Answered<T> {
  const kept = statements.get(database) ?? new Map<string, Database.Statement>();
  statements.set(database, kept);
  const statement = kept.get(text) ?? database.prepare(text);
  kept.set(text, statement);
  const bound = values.map((value) => (typeof value === 'boolean' ? Number(value) : value));
  if (statement.reader) return { rows: statement.all(bound) as T[], affected: 0 };
  return { rows: [], affected: statement.run(bound).changes };
}

/** Named by what it says: behind a pooler of connections two programmes may share one, and must mean the same by a name. */
const named = new Map<string, { readonly name: string; readonly text: string }>();

function onPostgres(statement: string): { readonly name: string; readonly text: string } {
  const kept = named.get(statement);
  if (kept !== undefined) return kept;
  let place = 0;
  const text = statement.replace(/\?/g, () => `$${(place += 1)}`);
  const name = `d${createHash('sha256').update(text).digest('hex').slice(0, 40)}`;
  named.set(statement, { name, text });
  return { name, text };
}
