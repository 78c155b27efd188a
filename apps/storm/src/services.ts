import { spawnSync } from 'node:child_process';
import pg from 'pg';
import { serverUrl } from './database.js';
import { type Mode, SHAPES } from './modes.js';

/** What a mode needs and this machine has not got; null = it can be run. */
export async function missingFor(mode: Mode): Promise<string | null> {
  const { store, redis } = SHAPES[mode];
  if (store === 'postgres' && !(await postgresAnswers())) return 'no PostgreSQL answers at DATABASE_URL_TEST';
  if (redis && spawnSync('redis-server', ['--version']).status !== 0) return 'there is no redis-server to start';
  return null;
}

async function postgresAnswers(): Promise<boolean> {
  const client = new pg.Client({ connectionString: serverUrl(), connectionTimeoutMillis: 2_000 });
  try {
    await client.connect();
    await client.end();
    return true;
  } catch {
    return false;
  }
}
