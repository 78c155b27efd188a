import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { BullTransport } from '@daegaejo/platform';
import { Queue, Worker } from 'bullmq';
import { ask, type BenchDatabase, DURABILITY, openDatabase } from './database.js';
import { type Bench, type Effort, type Entry, entryOf, figure, inTurn, median, timed } from './measure.js';
import { REDIS_URL, redisConnection, redisDurability } from './redis.js';
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

/** Jobs at the same time, on both sides. */
const CONCURRENCY = 10;

/** From the promise in PostgreSQL over Redis to the effect in PostgreSQL, against BullMQ alone with the same effect. */
async function transport(name: string, { quick, pairs }: Effort): Promise<Entry> {
  const database = await openDatabase('postgres');
  try {
    await createEffects(database);
    const n = quick ? 1_000 : 5_000;
    const ours = async (): Promise<number> => {
      await clear(database, 'outbox_job', 'bench_effect');
      const took = await overTransport(database, n);
      await verifyEffects(database, n);
      await verifyDone(database, n);
      return took;
    };
    const bare = (effect: boolean) => async (): Promise<number> => {
      await clear(database, 'bench_effect');
      const took = await bareBull(n, async (no) => {
        if (effect) await ask(database.bare, EFFECT, [no]);
      });
      if (effect) await verifyEffects(database, n);
      return took;
    };
    const measured = await inTurn(pairs, ours, bare(true));
    const empty: number[] = [];
    for (let time = 0; time < Math.min(pairs, 5); time += 1) empty.push(await bare(false)());
    return entryOf(measured, {
      name,
      referenceName: `BullMQ alone: addBulk, a worker that inserts the same effect, autocommit, ${CONCURRENCY} at a time`,
      target: 1.5,
      unit: 'ms',
      n,
      engine: `${DURABILITY.postgres}; ${await redisDurability()}`,
      emptyWorker: figure(median(empty)),
      emptyWorkerName: 'for information: BullMQ alone, a worker that does nothing',
    });
  } finally {
    await database.drop();
  }
}

/** Promise everything in one transaction, carry it over Redis, until every effect is stored and Redis has no news left. */
async function overTransport(database: BenchDatabase, n: number): Promise<number> {
  const job = effectJob(CONCURRENCY);
  const [finished, onEffect] = countDown(n);
  const { outbox, executor, jobs, unitOfWork } = effectWorkshop(database, job, onEffect);
  const bull = new BullTransport(
    { outbox, executor, jobs, unitOfWork },
    { redisUrl: REDIS_URL, installation: randomUUID(), works: true, batch: BATCH },
  );
  bull.start();
  await Promise.all(bull.board.map((queue) => queue.waitUntilReady()));
  try {
    return await timed(async () => {
      await promiseEffects(unitOfWork, job, n);
      await finished;
      for (const queue of bull.board)
        while (Object.values(await queue.getJobCounts('waiting', 'active')).some((count) => count > 0)) await sleep(2);
    });
  } finally {
    for (const queue of bull.board) await queue.obliterate({ force: true });
    await bull.stop();
  }
}

/** BullMQ with nothing around it: `n` jobs added in bulk, until the worker has reported the last one done. */
async function bareBull(n: number, effect: (no: number) => Promise<void>): Promise<number> {
  const options = { connection: redisConnection(), prefix: `bench-${randomUUID()}` };
  const queue = new Queue('bench', options);
  const [finished, onDone] = countDown(n);
  const worker = new Worker('bench', ({ data }) => effect((data as { no: number }).no), {
    ...options,
    concurrency: CONCURRENCY,
  });
  worker.on('completed', onDone);
  await Promise.all([queue.waitUntilReady(), worker.waitUntilReady()]);
  try {
    return await timed(async () => {
      await queue.addBulk(
        Array.from({ length: n }, (_, no) => ({ name: 'effect', data: { no }, opts: { removeOnComplete: true } })),
      );
      await finished;
    });
  } finally {
    await worker.close();
    await queue.obliterate({ force: true });
    await queue.close();
  }
}

export const BULLMQ: Bench = {
  names: ['bullmq-transport'],
  needs: () => ['postgres', 'redis'],
  async *run(names, effort) {
    for (const name of names) yield await transport(name, effort);
  },
};
