import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type AnyJob,
  BullTransport,
  JobCatalogue,
  JobExecutor,
  JobMeter,
  JobRunner,
  JobStore,
  Outbox,
  rowsOf,
  type Store,
  type UnitOfWork,
} from '@daegaejo/platform';
import { NOBODY, unitOfWorkOn } from './unit-of-work.js';

export const CARRIERS = ['lease runner', 'BullMQ'] as const;
export type Carrier = (typeof CARRIERS)[number];

/** One process's worth of the job machine on a bare store, with jobs of the test's own. */
export class Machine {
  private constructor(
    readonly store: Store,
    readonly outbox: Outbox,
    readonly unitOfWork: UnitOfWork,
    readonly executor: JobExecutor,
    readonly jobs: JobStore,
  ) {}

  static async on(store: Store, definitions: readonly AnyJob[]): Promise<Machine> {
    const outbox = new Outbox(new JobCatalogue(definitions));
    const unitOfWork = await unitOfWorkOn(store, outbox);
    const jobs = new JobStore(store);
    return new Machine(store, outbox, unitOfWork, new JobExecutor(unitOfWork, jobs, new JobMeter(), outbox), jobs);
  }

  /** Starts carrying the outbox; answers how to stop. */
  carry(carrier: Carrier, redisUrl: string, installation: string = randomUUID()): () => Promise<void> {
    const { outbox, executor, jobs, unitOfWork } = this;
    if (carrier === 'lease runner') {
      const runner = new JobRunner(outbox, executor, jobs);
      runner.start({ pollMs: 20, batch: 10 });
      return () => runner.stop();
    }
    const bull = new BullTransport(
      { outbox, executor, jobs, unitOfWork },
      { redisUrl, installation, works: true, batch: 10 },
    );
    bull.start();
    return () => bull.stop();
  }

  rows<T>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    return rowsOf<T>(this.store.reader, this.store.dialect, sql, values);
  }

  write(sql: string, values: readonly unknown[] = []): Promise<unknown> {
    return this.unitOfWork.run(NOBODY, ({ manager, dialect }) => rowsOf(manager, dialect, sql, values));
  }

  async states(): Promise<Record<string, number>> {
    const rows = await this.rows<{ state: string; n: number | string }>(
      'SELECT "state", COUNT(*) AS "n" FROM "outbox_job" GROUP BY "state"',
    );
    return Object.fromEntries(rows.map(({ state, n }) => [state, Number(n)]));
  }

  /** Waits until every job came to an end. */
  async settled(withinMs = 20_000): Promise<void> {
    const started = performance.now();
    while (performance.now() - started < withinMs) {
      const { waiting = 0, running = 0 } = await this.states();
      if (waiting + running === 0) return;
      await sleep(20);
    }
    throw new Error(`jobs did not settle: ${JSON.stringify(await this.states())}`);
  }
}
