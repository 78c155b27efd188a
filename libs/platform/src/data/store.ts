import type { EntityManager } from 'typeorm';

/** One open write transaction, as the unit of work hands it out. */
export interface WriteSession {
  readonly manager: EntityManager;
}

/**
 * The two ways to the database. Reads see committed data only, on a connection of their own;
 * writes happen inside `write`, one transaction each, committed durably before it resolves.
 */
export interface Store {
  readonly dialect: 'sqlite' | 'postgres';
  readonly reader: EntityManager;
  /** Runs `work` in one transaction. Whatever it throws rolls everything back and is thrown again. */
  write<T>(work: (session: WriteSession) => Promise<T>): Promise<T>;
  /**
   * A word for everything the reader sees now: the same word again means that nothing was committed in between, by this process
   * or another. Asked of the database at every call; SQLite answers at once.
   */
  stamp(): number | Promise<string>;
  /** Is the store able to take a write now? Throws with the reason if not. */
  check(): Promise<void>;
  close(): Promise<void>;
}

/** The store cannot take the write now (disk full, lock wait, connection lost). Nothing was changed; try again. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
  constructor(
    readonly reason: 'full' | 'busy' | 'io' | 'connection',
    cause: unknown,
  ) {
    super(`store unavailable: ${reason}`, { cause });
  }
}
