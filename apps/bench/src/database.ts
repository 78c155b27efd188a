import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ENTITIES, MIGRATIONS } from '@daegaejo/composition';
import { InstallationEntity, openStore, sqliteFile, type Store } from '@daegaejo/platform';
import Database from 'better-sqlite3';
import pg from 'pg';

export type Engine = Store['dialect'];

/** How sure a commit is; named in every entry. */
export const DURABILITY: Readonly<Record<Engine, string>> = {
  sqlite: 'sqlite, WAL, synchronous=FULL',
  postgres: 'postgres, synchronous_commit=on',
};

/** A migrated database of a bench's own: the product's way in, and a bare way for the floor through the same driver. */
export interface BenchDatabase {
  readonly engine: Engine;
  readonly store: Store;
  readonly dataDir: string;
  readonly url: string | null;
  readonly bare: Bare;
  /** Closes the product's way in and leaves the data, for a server of its own. */
  closeStore(): Promise<void>;
  drop(): Promise<void>;
}

/** The driver without anything around it. */
export type Bare =
  | { readonly engine: 'sqlite'; readonly sqlite: Database.Database }
  | { readonly engine: 'postgres'; readonly pool: pg.Pool };

export const DATABASE_URL = process.env.DATABASE_URL_TEST ?? 'postgres://postgres@127.0.0.1:5432/test';

/** Opens a new database, with the mark every start leaves (a real one, not a rehearsal). */
export async function openDatabase(engine: Engine, marked = true): Promise<BenchDatabase> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'daegaejo-bench-'));
  const made = engine === 'postgres' ? await createDatabase() : null;
  const url = made?.url ?? null;
  const store = await openStore({ databaseUrl: url, dataDir, entities: ENTITIES, migrations: MIGRATIONS });
  if (marked) await store.write(({ manager }) => manager.insert(InstallationEntity, mark()));
  const bare = url === null ? openSqlite(dataDir) : openPostgres(url);
  let open = true;
  const closeStore = async (): Promise<void> => {
    if (open) await store.close();
    open = false;
  };
  return {
    engine,
    store,
    dataDir,
    url,
    bare,
    closeStore,
    drop: async () => {
      await closeStore();
      if (bare.engine === 'sqlite') bare.sqlite.close();
      else await bare.pool.end();
      await made?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Runs a statement through the bare driver and answers its rows. Placeholders are `?` on both. */
export async function ask<T>(bare: Bare, statement: string, values: readonly unknown[] = []): Promise<T[]> {
  if (bare.engine === 'sqlite') {
    const prepared = bare.sqlite.prepare(statement);
    return prepared.reader ? (prepared.all(...values) as T[]) : (prepared.run(...values), []);
  }
  let place = 0;
  const text = statement.replaceAll('?', () => `$${(place += 1)}`);
  return (await bare.pool.query(text, [...values])).rows as T[];
}

/** Many rows in one transaction, as fast as the driver can: for set-up, never measured. */
export async function fill(
  bare: Bare,
  table: string,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  if (bare.engine === 'sqlite') {
    const places = columns.map(() => '?').join(', ');
    const insert = bare.sqlite.prepare(`INSERT INTO "${table}" ("${columns.join('", "')}") VALUES (${places})`);
    bare.sqlite.transaction(() => {
      for (const row of rows) insert.run(columns.map((column) => sqliteValue(row[column])));
    })();
    return;
  }
  const names = columns.map((column) => `"${column}"`).join(', ');
  for (let start = 0; start < rows.length; start += 5_000)
    await bare.pool.query(
      `INSERT INTO "${table}" (${names}) SELECT ${names} FROM json_populate_recordset(NULL::"${table}", $1::json)`,
      [JSON.stringify(rows.slice(start, start + 5_000))],
    );
}

const sqliteValue = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : value);

const mark = (): InstallationEntity => ({
  id: 1,
  rehearsal: false,
  offsetMs: '0',
  demo: 'off',
  createdAt: new Date().toISOString(),
});

function openSqlite(dataDir: string): Bare {
  const sqlite = new Database(sqliteFile(dataDir), { timeout: 5_000 });
  sqlite.pragma('journal_mode = WAL');
  sqlite.pragma('synchronous = FULL');
  return { engine: 'sqlite', sqlite };
}

function openPostgres(url: string): Bare {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  pool.on('error', () => undefined); // an idle connection that ends with its database is nobody's loss
  return { engine: 'postgres', pool };
}

async function createDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const name = `daegaejo_bench_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE "${name}"`);
  const url = new URL(DATABASE_URL);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => onServer(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`) };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: DATABASE_URL, connectionTimeoutMillis: 2_000 });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** Does a PostgreSQL answer? */
export const postgresAnswers = (): Promise<boolean> =>
  onServer('SELECT 1').then(
    () => true,
    () => false,
  );
