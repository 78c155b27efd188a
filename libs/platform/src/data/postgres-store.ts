import { setTimeout as sleep } from 'node:timers/promises';
import type { Pool } from 'pg';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import type { Store, WriteSession } from './store.js';
import { isAgain, postgresCode, unavailableOr } from './store-fault.js';

const ATTEMPTS = 5;
/** A stamp that is not here by then holds up nobody else's. */
const STAMP_MS = 100;
/** Which transactions are seen, of which life of the server (another one after a failover may number other transactions alike). */
const STAMP = 'SELECT pg_postmaster_start_time()::text || pg_current_snapshot()::text';

/** PostgreSQL: a pooled connection per write transaction, READ COMMITTED; use cases lock the rows they decide on. */
export class PostgresStore implements Store {
  readonly dialect = 'postgres';
  readonly reader: EntityManager;
  private asked: Promise<unknown> = Promise.resolve();
  private next: Promise<string> | null = null;

  constructor(private readonly source: DataSource) {
    this.reader = source.manager;
  }

  async write<T>(work: (session: WriteSession) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.once(work);
      } catch (error) {
        if (isAgain(postgresCode(error)) && attempt < ATTEMPTS) {
          await sleep(attempt * 5 + Math.random() * 20);
          continue;
        }
        throw unavailableOr(error);
      }
    }
  }

  /** One question at a time: who comes while one is on its way shares the next, which is asked after he came. */
  stamp(): Promise<string> {
    this.next ??= this.asked.then(() => {
      this.next = null;
      const stamp = this.askStamp();
      this.asked = settled(stamp, STAMP_MS);
      return stamp;
    });
    return this.next;
  }

  private async askStamp(): Promise<string> {
    const { rows } = await poolOf(this.source).query<[string]>({ text: STAMP, rowMode: 'array' });
    return rows[0]?.[0] ?? '';
  }

  async check(): Promise<void> {
    await this.source.query('SELECT 1');
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }

  private async once<T>(work: (session: WriteSession) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      await begin(runner);
      const result = await work({ manager: runner.manager });
      await runner.commitTransaction();
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** The driver's own pool: what is asked at every turn is spoken to it directly. */
const poolOf = (source: DataSource): Pool => (source.driver as unknown as { master: Pool }).master;

/** Resolves when `work` has ended, however it ended, or after `ms`. */
function settled(work: Promise<unknown>, ms: number): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    const end = (): void => {
      clearTimeout(timer);
      resolve();
    };
    work.then(end, end);
  });
}

/** One statement where TypeORM speaks two, and makes the round trip to the server twice. */
async function begin(runner: QueryRunner): Promise<void> {
  await runner.query('START TRANSACTION ISOLATION LEVEL READ COMMITTED');
  Object.assign(runner, { isTransactionActive: true, transactionDepth: 1 });
}
