import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ENTITIES, MIGRATIONS } from '@daegaejo/composition';
import { openStore, type Store } from '@daegaejo/platform';
import pg from 'pg';

export type Dialect = Store['dialect'];

/** A store of its own for one suite, migrated and empty, and how to get rid of it. */
export interface TestStore {
  readonly store: Store;
  readonly dataDir: string;
  readonly databaseUrl: string | null;
  drop(): Promise<void>;
}

/** Opens a fresh database: a file in a folder of its own, or a new PostgreSQL database beside DATABASE_URL_TEST. */
export async function openTestStore(
  dialect: Dialect,
  dataDir = mkdtempSync(path.join(tmpdir(), 'daegaejo-')),
  migrations: typeof MIGRATIONS = MIGRATIONS,
): Promise<TestStore> {
  const database = dialect === 'postgres' ? await createDatabase() : null;
  const store = await openStore({
    databaseUrl: database?.url ?? null,
    dataDir,
    entities: ENTITIES,
    migrations,
  });
  return {
    store,
    dataDir,
    databaseUrl: database?.url ?? null,
    drop: async () => {
      await store.close().catch(() => undefined);
      await database?.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Runs the suite once on SQLite and once on PostgreSQL (left out, and counted as skipped, where none answers). */
export function describeOnBoth(name: string, suite: (dialect: Dialect) => void): void {
  describe(`${name} on sqlite`, () => suite('sqlite'));
  (process.env.TEST_POSTGRES === '1' ? describe : describe.skip)(`${name} on postgres`, () => suite('postgres'));
}

async function createDatabase(): Promise<{ url: string; drop: () => Promise<void> }> {
  const base = process.env.DATABASE_URL_TEST ?? 'postgres://postgres@127.0.0.1:5432/test';
  const name = `daegaejo_test_${randomBytes(6).toString('hex')}`;
  await onServer(base, `CREATE DATABASE "${name}"`);
  // These suites never stop the server itself, so they need not wait for its disk; the storm, which kills, has databases of its own.
  await onServer(base, `ALTER DATABASE "${name}" SET synchronous_commit = off`);
  const url = new URL(base);
  url.pathname = `/${name}`;
  return { url: url.toString(), drop: () => onServer(base, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`) };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
