import { setTimeout as sleep } from 'node:timers/promises';
import { databaseTime } from '@daegaejo/platform';
import type { TestApp } from './app.js';

const PATIENCE_MS = 60_000;

/** Waits until every job that is due has been done, and what it set off as well; then whoever had to be told has been. */
export async function settled({ database: { store } }: Pick<TestApp, 'database'>): Promise<void> {
  const statement = `SELECT "name", "state", "error" FROM "outbox_job"
    WHERE "state" IN ('waiting', 'running') AND "dueAt" <= ${databaseTime(store.dialect)}`;
  const started = performance.now();
  for (;;) {
    const due: object[] = await store.reader.query(statement);
    if (due.length === 0) return;
    if (performance.now() - started > PATIENCE_MS) throw new Error(`still under way: ${JSON.stringify(due)}`);
    await sleep(20);
  }
}

/** Who was told of what: "busan-writer D-7", "busan-writer RequestIssued"; a copy has a star. Every notice once, so a double shows. */
export async function told(
  { database: { store } }: Pick<TestApp, 'database'>,
  kinds: readonly string[],
): Promise<string[]> {
  const rows: { username: string; kind: string; step: string | null; copy: boolean | number }[] =
    await store.reader.query(
      `SELECT p."username" AS "username", n."kind" AS "kind", n."step" AS "step", n."copy" AS "copy"
     FROM "notice" n JOIN "person" p ON p."id" = n."personId"
     WHERE n."kind" IN (${kinds.map((kind) => `'${kind}'`).join(', ')})`,
    );
  return rows.map(({ username, kind, step, copy }) => `${username} ${step ?? kind}${copy ? '*' : ''}`).sort();
}
