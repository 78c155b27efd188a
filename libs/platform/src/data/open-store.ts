import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { DataSource, type DataSourceOptions, type MixedList, type EntitySchema } from 'typeorm';
import { PostgresStore } from './postgres-store.js';
import { SqliteStore } from './sqlite-store.js';
import type { Store } from './store.js';

type Classes = MixedList<Function | string | EntitySchema>;

export interface StoreOptions {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  readonly entities: Classes;
  readonly migrations: { readonly sqlite: Classes; readonly postgres: Classes };
}

/** Opens the store the settings name and brings its schema up to date. Migrations run on a connection that is then closed. */
export async function openStore(options: StoreOptions): Promise<Store> {
  return options.databaseUrl === null ? openSqlite(options) : openPostgres(options, options.databaseUrl);
}

/** File of the embedded store. */
export const sqliteFile = (dataDir: string): string => path.resolve(dataDir, 'daegaejo.sqlite');

/** A commit is on the disk before it is acknowledged, whatever happens to the power. */
function durable(db: Database.Database): void {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
}

async function openSqlite(options: StoreOptions): Promise<Store> {
  mkdirSync(options.dataDir, { recursive: true });
  const base = {
    type: 'better-sqlite3',
    database: sqliteFile(options.dataDir),
    entities: options.entities,
    timeout: 50,
  } as const;
  await migrate({ ...base, prepareDatabase: durable, migrations: options.migrations.sqlite as never });
  const writer = await new DataSource({ ...base, prepareDatabase: durable }).initialize();
  const reader = await new DataSource({ ...base, readonly: true }).initialize();
  return new SqliteStore(writer, reader);
}

async function openPostgres(options: StoreOptions, url: string): Promise<Store> {
  const base = { type: 'postgres', url, entities: options.entities } as const;
  await migrate({ ...base, poolSize: 1, migrations: options.migrations.postgres as never });
  const source = await new DataSource({ ...base, poolSize: 20, connectTimeoutMS: 10_000 }).initialize();
  return new PostgresStore(source);
}

async function migrate(options: DataSourceOptions): Promise<void> {
  const source = await new DataSource({ ...options, migrationsTableName: 'schema_migration' }).initialize();
  try {
    if (options.type === 'postgres') await source.query('SELECT pg_advisory_lock(815021)'); // two processes starting at once
    await source.runMigrations({ transaction: 'each' });
  } finally {
    await source.destroy();
  }
}
