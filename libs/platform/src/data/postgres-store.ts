import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import type { Store, WriteSession } from './store.js';
import { isAgain, postgresCode, unavailableOr } from './store-fault.js';

const ATTEMPTS = 5;

/** PostgreSQL: a pooled connection per write transaction, READ COMMITTED; use cases lock the rows they decide on. */
export class PostgresStore implements Store {
  readonly dialect = 'postgres';
  readonly reader: EntityManager;

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

  async check(): Promise<void> {
    await this.source.query('SELECT 1');
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }

  private async once<T>(work: (session: WriteSession) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.connect();
      await runner.startTransaction('READ COMMITTED');
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
