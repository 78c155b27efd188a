import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import pg from 'pg';

/** The run's own database, and a look into it past the programme: the witness must not share the programme's eyes. */
export interface RunDatabase {
  readonly dataDir: string;
  /** null = the embedded store in `dataDir`. */
  readonly url: string | null;
  /** Rows of a statement written with `?`. */
  rows<T>(statement: string, values?: readonly unknown[]): Promise<T[]>;
  /** What is wrong with the stored bytes themselves; only while no process of the programme runs. */
  faults(): string[];
  drop(): Promise<void>;
}

const DEFAULT_URL = 'postgres://postgres@127.0.0.1:5432/test';

/** Address of the PostgreSQL beside whose test database the runs make theirs. */
export const serverUrl = (): string => process.env['DATABASE_URL_TEST'] ?? DEFAULT_URL;

export async function openRunDatabase(store: 'sqlite' | 'postgres'): Promise<RunDatabase> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'daegaejo-storm-'));
  const removeDir = (): void => rmSync(dataDir, { recursive: true, force: true });
  try {
    return store === 'sqlite' ? embedded(dataDir, removeDir) : await onPostgres(dataDir, removeDir);
  } catch (error) {
    removeDir();
    throw error;
  }
}

function embedded(dataDir: string, removeDir: () => void): RunDatabase {
  const file = path.join(dataDir, 'daegaejo.sqlite');
  return {
    dataDir,
    url: null,
    rows: async <T>(statement: string, values: readonly unknown[] = []): Promise<T[]> => {
      const database = new Database(file, { readonly: true, timeout: 5_000 });
      try {
        return database.prepare(statement).all(...values) as T[];
      } finally {
        database.close();
      }
    },
    faults: () => {
      const database = new Database(file);
      try {
        const integrity = database.pragma('integrity_check') as { integrity_check: string }[];
        const references = database.pragma('foreign_key_check') as { table: string }[];
        return [
          ...integrity.map((row) => row.integrity_check).filter((text) => text !== 'ok'),
          ...references.map(({ table }) => `a row of ${table} refers to nothing`),
        ];
      } finally {
        database.close();
      }
    },
    drop: async () => removeDir(),
  };
}

async function onPostgres(dataDir: string, removeDir: () => void): Promise<RunDatabase> {
  const name = `storm_test_${randomBytes(6).toString('hex')}`;
  await once(serverUrl(), `CREATE DATABASE "${name}"`);
  const url = new URL(serverUrl());
  url.pathname = `/${name}`;
  return {
    dataDir,
    url: url.toString(),
    rows: async <T>(statement: string, values: readonly unknown[] = []): Promise<T[]> => {
      let place = 0;
      return (await once(
        url.toString(),
        statement.replace(/\?/g, () => `$${(place += 1)}`),
        values,
      )) as T[];
    },
    faults: () => [],
    drop: async () => {
      removeDir();
      await once(serverUrl(), `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    },
  };
}

/** A connection of its own for each look: the run takes none away from the programme meanwhile. */
async function once(url: string, statement: string, values: readonly unknown[] = []): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // the statement under way fails, and that is enough
  await client.connect();
  try {
    return (await client.query(statement, [...values])).rows as unknown[];
  } finally {
    await client.end();
  }
}
