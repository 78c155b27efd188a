import { historyJournal } from '@daegaejo/ledger';
import {
  JobCatalogue,
  type JobDefinition,
  JobExecutor,
  JobMeter,
  JobRunner,
  JobStore,
  Outbox,
  payloadOf,
  ProgrammeClock,
  rowsOf,
  type Store,
  type Tx,
  UnitOfWork,
} from '@daegaejo/platform';
import { ask, type BenchDatabase } from './database.js';
import { mustEqual } from './measure.js';

export const SYSTEM = { personId: null, requestId: null } as const;
/** Most jobs of one transaction, as in the product (libs/composition/src/carry-jobs.ts). */
export const BATCH = 50;

type EffectPayload = { readonly no: number };

/** A job that does nothing but write one row: what is left is what carrying a job costs. */
export const effectJob = (concurrency: number): JobDefinition<EffectPayload> => ({
  name: 'bench-effect',
  queue: 'bench',
  summary: { ko: '한 줄을 적습니다.', en: 'Writes one row.' },
  payload: payloadOf({ no: { type: 'integer' } }),
  attempts: 1,
  backoff: { firstMs: 1_000, factor: 2, maxMs: 1_000 },
  concurrency,
  leaseMs: 30_000,
});

/** The parts of the platform that carry jobs, put together as its module does, on a bare store. */
export interface Workshop {
  readonly outbox: Outbox;
  readonly unitOfWork: UnitOfWork;
  readonly jobs: JobStore;
  readonly executor: JobExecutor;
  readonly runner: JobRunner;
}

export function workshopOn(store: Store, catalogue: JobCatalogue): Workshop {
  const outbox = new Outbox(catalogue);
  const unitOfWork = new UnitOfWork(store, new ProgrammeClock(), historyJournal, outbox);
  const jobs = new JobStore(store);
  const executor = new JobExecutor(unitOfWork, jobs, new JobMeter(), outbox);
  return { outbox, unitOfWork, jobs, executor, runner: new JobRunner(outbox, executor, jobs) };
}

/** A workshop with one kind of job, the effect; `onEffect` hears of every row before its transaction ends. */
export function effectWorkshop(
  { store }: BenchDatabase,
  job: JobDefinition<EffectPayload>,
  onEffect: () => void = () => undefined,
): Workshop {
  const catalogue = new JobCatalogue([job]);
  catalogue.handle(job, {
    store: async (tx: Tx, { no }) => {
      await rowsOf(tx.manager, tx.dialect, EFFECT, [no]);
      onEffect();
    },
  });
  return workshopOn(store, catalogue);
}

/** Promises `n` effects in one transaction. */
export const promiseEffects = (unitOfWork: UnitOfWork, job: JobDefinition<EffectPayload>, n: number): Promise<void> =>
  unitOfWork.run(SYSTEM, (tx) =>
    tx.enqueueAll(
      job,
      Array.from({ length: n }, (_, no) => ({ no })),
    ),
  );

/** A promise that is kept at the `n`-th call of the function beside it. */
export function countDown(n: number): readonly [Promise<void>, () => void] {
  let left = n;
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const count = (): void => {
    left -= 1;
    if (left === 0) finish();
  };
  return [finished, count];
}

export const EFFECT = `INSERT INTO "bench_effect" ("no") VALUES (?)`;

/** The table effects go into; nothing in it forbids a second row, so that one would be seen. */
export async function createEffects({ bare }: BenchDatabase): Promise<void> {
  await ask(bare, `CREATE TABLE "bench_effect" ("no" integer NOT NULL)`);
}

/** Throws unless every number below `n` has its effect, each once, and every job is done. */
export async function verifyEffects({ bare }: BenchDatabase, n: number): Promise<void> {
  const [effects] = await ask<Record<'rows' | 'different' | 'sum', number | string>>(
    bare,
    `SELECT COUNT(*) AS "rows", COUNT(DISTINCT "no") AS "different", COALESCE(SUM("no"), 0) AS "sum" FROM "bench_effect"`,
  );
  mustEqual('effects', Number(effects?.rows), n);
  mustEqual('different effects', Number(effects?.different), n);
  mustEqual('sum of the effects', Number(effects?.sum), (n * (n - 1)) / 2);
}

export async function verifyDone({ bare }: BenchDatabase, n: number): Promise<void> {
  const rows = await ask<{ state: string; count: number | string }>(
    bare,
    `SELECT "state", COUNT(*) AS "count" FROM "outbox_job" GROUP BY "state"`,
  );
  mustEqual('jobs', rows.map(({ state, count }) => `${count} ${state}`).join(', '), `${n} done`);
}

/** Leaves the tables as empty as they were, and the store without leftovers of the deletion to tidy up meanwhile. */
export async function clear({ bare }: BenchDatabase, ...tables: readonly string[]): Promise<void> {
  for (const table of tables)
    await ask(bare, bare.engine === 'sqlite' ? `DELETE FROM "${table}"` : `TRUNCATE "${table}"`);
  if (bare.engine === 'sqlite') bare.sqlite.pragma('wal_checkpoint(TRUNCATE)');
}
