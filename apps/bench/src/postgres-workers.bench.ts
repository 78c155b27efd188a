import { createPostgresBackend, Queue, Worker } from 'bullmq';
import { ask, type BenchDatabase, DURABILITY, openDatabase } from './database.js';
import { byRunner } from './drain.bench.js';
import { type Bench, type Effort, type Entry, entryOf, figure, inTurn, median, mustEqual, timed } from './measure.js';
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

/** Connections at work: ours takes a batch on each, BullMQ runs so many jobs at a time. */
const LINES = 2;
const CONCURRENCY = 10;

/**
 * Two ways to carry jobs with PostgreSQL alone (docs/adr/0008): our runner over the outbox, and BullMQ's own PostgreSQL
 * backend. Both drain the same number of waiting jobs, each with the same effect. Ours commits effect and "done" in one
 * transaction a batch; BullMQ commits the effect first and its own books after it, so a crash between repeats the effect.
 */
async function workers(name: string, { quick, pairs }: Effort): Promise<Entry> {
  const database = await openDatabase('postgres');
  try {
    await createEffects(database);
    await migrate(database);
    const n = quick ? 500 : 5_000;
    const job = effectJob(LINES);
    const added: { ours: number[]; reference: number[] } = { ours: [], reference: [] };
    const ours = (batch: number) => async (): Promise<number> => {
      await clear(database, 'outbox_job', 'bench_effect');
      const { unitOfWork } = effectWorkshop(database, job);
      added.ours.push(await timed(() => promiseEffects(unitOfWork, job, n)));
      const took = await timed(byRunner(database, job, n, batch));
      await verifyEffects(database, n);
      await verifyDone(database, n);
      return took;
    };
    const reference = async (): Promise<number> => {
      await clear(database, 'bench_effect');
      const [add, took] = await byBull(database, n);
      added.reference.push(add);
      await verifyEffects(database, n);
      return took;
    };
    const measured = await inTurn(pairs, ours(BATCH), reference);
    const one: number[] = [];
    for (let time = 0; time < 3; time += 1) one.push(await ours(1)());
    return entryOf(measured, {
      name,
      referenceName: `BullMQ on PostgreSQL, ${CONCURRENCY} jobs at a time, the same effect, autocommit`,
      target: 1,
      unit: 'ms',
      n,
      engine: DURABILITY.postgres,
      oursOneJobATransaction: figure(median(one)),
      oursAdd: figure(median(added.ours)),
      referenceAdd: figure(median(added.reference)),
      oursLines: LINES,
      referenceConcurrency: CONCURRENCY,
    });
  } finally {
    await database.drop();
  }
}

const connectionOf = ({ url }: BenchDatabase) => ({ connectionString: url ?? '', max: CONCURRENCY });

/** BullMQ's tables, in a schema of their own; they go with the database of the bench. */
async function migrate(database: BenchDatabase): Promise<void> {
  const queue = new Queue('bench', { connection: { ...connectionOf(database), migrate: true } }, createPostgresBackend);
  await queue.waitUntilReady();
  await queue.close();
}

/** Milliseconds to add `n` jobs in bulk, and to do them all once they are there. */
async function byBull(database: BenchDatabase, n: number): Promise<[number, number]> {
  const options = { connection: connectionOf(database) };
  const queue = new Queue('bench', options, createPostgresBackend);
  const [finished, onDone] = countDown(n);
  const worker = new Worker(
    'bench',
    async ({ data }) => {
      await ask(database.bare, EFFECT, [(data as { no: number }).no]);
    },
    { ...options, concurrency: CONCURRENCY, autorun: false },
    createPostgresBackend,
  );
  worker.on('completed', onDone);
  await Promise.all([queue.waitUntilReady(), worker.waitUntilReady()]);
  try {
    const jobs = Array.from({ length: n }, (_, no) => ({
      name: 'effect',
      data: { no },
      opts: { removeOnComplete: true },
    }));
    const add = await timed(() => queue.addBulk(jobs));
    const took = await timed(async () => {
      void worker.run();
      await finished;
    });
    mustEqual('BullMQ jobs left', await queue.count(), 0);
    return [add, took];
  } finally {
    await worker.close();
    await queue.close();
  }
}

export const POSTGRES_WORKERS: Bench = {
  names: ['postgres-workers'],
  needs: () => ['postgres'],
  async *run(names, effort) {
    for (const name of names) yield await workers(name, effort);
  },
};
