import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { DataSource, EntityManager, QueryRunner } from 'typeorm';
import { FifoMutex, MutexTimeout } from './fifo-mutex.js';
import { type Store, StoreUnavailable, type WriteSession } from './store.js';

const TURN_MS = 10_000;
const BUSY_MS = 8_000;

type NativeDatabase = Database.Database;

/**
 * SQLite through TypeORM, made safe (docs/adr/0004).
 *
 * TypeORM keeps one connection and one shared transaction state per SQLite DataSource, so overlapping requests
 * would join, commit or roll back each other's transactions. Here every write transaction waits its turn at a mutex
 * and gets a query runner of its own; BEGIN IMMEDIATE and COMMIT are spoken to the driver directly, so no state of
 * TypeORM's can outlive the transaction. Another process on the same file is waited for without blocking the loop.
 */
export class SqliteStore implements Store {
  readonly dialect = 'sqlite';
  readonly reader: EntityManager;
  private readonly turn = new FifoMutex();
  private readonly native: NativeDatabase;
  private readonly statements = new Map<string, unknown>();
  /** Changes for this connection with every commit of any other one: the writer's, and those of other processes. */
  private readonly version: Database.Statement;
  private closing: Promise<void> | null = null;

  constructor(
    private readonly writerSource: DataSource,
    private readonly readerSource: DataSource,
  ) {
    this.reader = readerSource.manager;
    this.native = nativeOf(writerSource);
    this.version = nativeOf(readerSource).prepare('PRAGMA data_version').pluck();
  }

  async write<T>(work: (session: WriteSession) => Promise<T>): Promise<T> {
    await this.turn.acquire(TURN_MS).catch(asUnavailable);
    try {
      await this.begin();
      const runner = this.freshRunner();
      try {
        const result = await work({ manager: this.writerSource.createEntityManager(runner) });
        this.native.exec('COMMIT');
        return result;
      } catch (error) {
        this.rollback();
        return asUnavailable(error);
      } finally {
        retire(runner);
      }
    } finally {
      this.turn.release();
    }
  }

  stamp(): number {
    return this.version.get() as number;
  }

  check(): Promise<void> {
    if (this.native.inTransaction && !this.turn.isHeld)
      return Promise.reject(new Error('a transaction is open that nobody holds'));
    return this.reader.query('SELECT 1').then(() => undefined);
  }

  /** Waits for the write under way. Closing once more waits for the same end: the turn is never given back. */
  close(): Promise<void> {
    this.closing ??= this.closeOnce();
    return this.closing;
  }

  private async closeOnce(): Promise<void> {
    await this.turn.acquire(TURN_MS);
    await this.readerSource.destroy();
    await this.writerSource.destroy();
  }

  private async begin(): Promise<void> {
    const giveUp = performance.now() + BUSY_MS;
    for (let pause = 1; ; pause = Math.min(pause * 2, 50)) {
      try {
        this.native.exec('BEGIN IMMEDIATE');
        return;
      } catch (error) {
        if (sqliteCode(error)?.startsWith('SQLITE_BUSY') !== true || performance.now() > giveUp) asUnavailable(error);
        await sleep(pause + Math.random() * pause);
      }
    }
  }

  private rollback(): void {
    if (this.native.inTransaction) this.native.exec('ROLLBACK');
  }

  /** A runner that believes it is inside a transaction, so that TypeORM opens none of its own. */
  private freshRunner(): QueryRunner {
    const shared = this.writerSource.driver.createQueryRunner('master');
    const Runner = shared.constructor as new (driver: unknown) => QueryRunner;
    const runner = new Runner(this.writerSource.driver);
    return Object.assign(runner, { isTransactionActive: true, transactionDepth: 1, stmtCache: this.statements });
  }
}

/** After its transaction a runner answers nothing any more: a write that was not awaited fails instead of joining the next one. */
function retire(runner: QueryRunner): void {
  Object.assign(runner, { isTransactionActive: false, transactionDepth: 0, isReleased: true });
}

function nativeOf(source: DataSource): NativeDatabase {
  return (source.driver as unknown as { databaseConnection: NativeDatabase }).databaseConnection;
}

function sqliteCode(error: unknown): string | undefined {
  const code =
    (error as { code?: unknown } | null)?.code ??
    (error as { driverError?: { code?: unknown } } | null)?.driverError?.code;
  return typeof code === 'string' && code.startsWith('SQLITE_') ? code : undefined;
}

/** Rethrows; trouble of the disk or the lock becomes StoreUnavailable. */
function asUnavailable(error: unknown): never {
  if (error instanceof MutexTimeout) throw new StoreUnavailable('busy', error);
  const code = sqliteCode(error);
  if (code === 'SQLITE_FULL') throw new StoreUnavailable('full', error);
  if (code?.startsWith('SQLITE_BUSY')) throw new StoreUnavailable('busy', error);
  if (code?.startsWith('SQLITE_IOERR') || code === 'SQLITE_READONLY' || code === 'SQLITE_CANTOPEN')
    throw new StoreUnavailable('io', error);
  throw error;
}
