import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource, EntityManager } from 'typeorm';
import { type Store, StoreUnavailable, type WriteSession } from './store.js';

const ATTEMPTS = 5;
/** Serialisation failure and deadlock: PostgreSQL rolled back and asks for the same work again. */
const AGAIN = new Set(['40001', '40P01']);

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
        const code = postgresCode(error);
        if (code !== undefined && AGAIN.has(code) && attempt < ATTEMPTS) {
          await sleep(attempt * 5 + Math.random() * 20);
          continue;
        }
        return asUnavailable(error, code);
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

function postgresCode(error: unknown): string | undefined {
  const code =
    (error as { driverError?: { code?: unknown } } | null)?.driverError?.code ??
    (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : undefined;
}

function asUnavailable(error: unknown, code: string | undefined): never {
  if (code === '53100' || code === '53200') throw new StoreUnavailable('full', error);
  if (code !== undefined && (AGAIN.has(code) || code === '55P03')) throw new StoreUnavailable('busy', error);
  if (code !== undefined && (/^(08|57P|53)/.test(code) || /^E[A-Z]+$/.test(code)))
    throw new StoreUnavailable('connection', error);
  throw error;
}
