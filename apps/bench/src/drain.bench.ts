import { DURABILITY, ask, type Bare, type BenchDatabase, type Engine, openDatabase } from './database.js';
import { type Bench, type Effort, type Entry, entryOf, inTurn, timed } from './measure.js';
import {
  BATCH,
  clear,
  countDown,
  createEffects,
  EFFECT,
  effectJob,
  effectWorkshop,
  promiseEffects,
  verifyDone,
  verifyEffects,
} from './workshop.js';

/** Lines of work at the same time. SQLite has one writer; on PostgreSQL two, on both sides. */
const LINES: Readonly<Record<Engine, number>> = { sqlite: 1, postgres: 2 };

/** Jobs that were promised are all done: our runner as in a worker of its own, against bare SQL with the same guarantees. */
async function drain(name: string, engine: Engine, { quick, pairs }: Effort): Promise<Entry> {
  const database = await openDatabase(engine);
  try {
    await createEffects(database);
    const job = effectJob(LINES[engine]);
    const n = quick ? 1_000 : 5_000;
    const promised = async (): Promise<void> => {
      await clear(database, 'outbox_job', 'bench_effect');
      await promiseEffects(effectWorkshop(database, job).unitOfWork, job, n);
      if (engine === 'postgres') await ask(database.bare, 'ANALYZE "outbox_job"');
    };
    const once = (ready: () => () => Promise<void>) => async (): Promise<number> => {
      await promised();
      const took = await timed(ready());
      await verifyEffects(database, n);
      await verifyDone(database, n);
      return took;
    };
    const measured = await inTurn(
      pairs,
      once(() => byRunner(database, job, n)),
      once(() => () => byHand(database.bare, LINES[engine])),
    );
    return entryOf(measured, {
      name,
      referenceName: `bare SQL, one durable transaction a batch of ${BATCH}: select due${engine === 'postgres' ? ' FOR UPDATE SKIP LOCKED, 2 connections' : ''}, insert each effect, update done`,
      target: 1.4,
      unit: 'ms',
      n,
      engine: DURABILITY[engine],
    });
  } finally {
    await database.drop();
  }
}

/**
 * Our runner, started on a full outbox and stopped when the last effect is committed. It stands ready, as in a process that is up:
 * the catalogue, which translates the schema of each payload, is made once for all jobs a process ever does.
 */
export function byRunner(
  database: BenchDatabase,
  job: ReturnType<typeof effectJob>,
  n: number,
  batch = BATCH,
): () => Promise<void> {
  const [finished, onEffect] = countDown(n);
  const { runner } = effectWorkshop(database, job, onEffect);
  return async () => {
    runner.start({ pollMs: 500, batch });
    for (let line = 1; line < job.concurrency; line += 1) runner.poll(); // every line of work from the start
    await finished;
    await runner.stop();
  };
}

const DUE = `SELECT "id", "payload" FROM "outbox_job" WHERE "name" = 'bench-effect' AND "state" = 'waiting' AND "dueAt" <= ? ORDER BY "dueAt" LIMIT ${BATCH}`;

/** The same without a programme around it. */
async function byHand(bare: Bare, lines: number): Promise<void> {
  if (bare.engine === 'sqlite') byHandInSqlite(bare);
  else await Promise.all(Array.from({ length: lines }, () => byHandInPostgres(bare)));
}

function byHandInSqlite({ sqlite }: Extract<Bare, { engine: 'sqlite' }>): void {
  const due = sqlite.prepare(DUE);
  const insert = sqlite.prepare(EFFECT);
  const batch = sqlite.transaction((): number => {
    const now = new Date().toISOString();
    const rows = due.all(now) as { id: string; payload: string }[];
    for (const { payload } of rows) insert.run((JSON.parse(payload) as { no: number }).no);
    sqlite
      .prepare(
        `UPDATE "outbox_job" SET "state" = 'done', "finishedAt" = ? WHERE "id" IN (${rows.map(() => '?').join(', ')})`,
      )
      .run(now, ...rows.map(({ id }) => id));
    return rows.length;
  });
  while (batch.immediate() === BATCH);
}

async function byHandInPostgres({ pool }: Extract<Bare, { engine: 'postgres' }>): Promise<void> {
  const client = await pool.connect();
  try {
    for (let count = BATCH; count > 0;) {
      const now = new Date().toISOString();
      await client.query('BEGIN');
      const { rows } = await client.query<{ id: string; payload: string }>(
        `${DUE.replace('?', '$1')} FOR UPDATE SKIP LOCKED`,
        [now],
      );
      for (const { payload } of rows)
        await client.query(EFFECT.replace('?', '$1'), [(JSON.parse(payload) as { no: number }).no]);
      await client.query(`UPDATE "outbox_job" SET "state" = 'done', "finishedAt" = $1 WHERE "id" = ANY($2)`, [
        now,
        rows.map(({ id }) => id),
      ]);
      await client.query('COMMIT');
      count = rows.length;
    }
  } finally {
    client.release();
  }
}

const ENGINE_OF: Readonly<Record<string, Engine>> = { 'embedded-drain': 'sqlite', 'reminders-drain': 'postgres' };

export const DRAIN: Bench = {
  names: Object.keys(ENGINE_OF),
  needs: (name) => (ENGINE_OF[name] === 'postgres' ? ['postgres'] : []),
  async *run(names, effort) {
    for (const name of names) yield await drain(name, ENGINE_OF[name] ?? 'sqlite', effort);
  },
};
