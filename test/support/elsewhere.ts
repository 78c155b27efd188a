import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { sqliteFile } from '@daegaejo/platform';
import type { TestStore } from './stores.js';

const SQLITE = `const db = new (require('better-sqlite3'))(process.argv[1], { timeout: 5000 }); db.exec(process.argv[2]); db.close();`;
const POSTGRES = `const { Client } = require('pg'); const client = new Client({ connectionString: process.argv[1] });
  client.connect().then(() => client.query(process.argv[2])).then(() => client.end());`;

/** Runs a statement in another process, committed when this resolves. */
export async function elsewhere({ databaseUrl, dataDir }: TestStore, statement: string): Promise<void> {
  const [script, place] = databaseUrl === null ? [SQLITE, sqliteFile(dataDir)] : [POSTGRES, databaseUrl];
  await promisify(execFile)(process.execPath, ['-e', script, place, statement], {
    cwd: path.resolve(__dirname, '../..'),
  });
}
