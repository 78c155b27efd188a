import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Store } from '../data/store.js';
import { Problem } from '../errors/problem.js';
import type { Instant } from '../rules/index.js';
import { ProgrammeClock } from './clock.js';
import { type HistoryEvent, JOURNAL, type Journal } from './journal.js';

export const STORE = Symbol('STORE');

/** How far the clock may lag behind the newest entry before writes are refused. */
const CLOCK_SLACK_MS = 5_000;

/** Who does it, for the history. */
export interface Principal {
  readonly personId: string | null;
  readonly requestId: string | null;
}

/** One write transaction, handed to a use case; the only way to change anything. */
export interface Tx {
  readonly manager: EntityManager;
  readonly dialect: 'sqlite' | 'postgres';
  /** The programme's time, read after the transaction began. The only "now" a use case knows. */
  readonly now: Instant;
  newId(): string;
  /** Writes a history entry in this transaction. */
  record(event: HistoryEvent): Promise<void>;
}

/** Every write goes through here: one transaction, one moment, its history entries inside. */
@Injectable()
export class UnitOfWork {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly clock: ProgrammeClock,
    @Inject(JOURNAL) private readonly journal: Journal,
  ) {}

  run<T>(principal: Principal, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.store.write(async ({ manager }) => {
      const now = await this.clock.now(manager);
      let checked = false;
      return work({
        manager,
        dialect: this.store.dialect,
        now,
        newId: randomUUID,
        record: async (event) => {
          if (!checked) await this.assertClockNotBehind(manager, now);
          checked = true;
          await this.journal.append(manager, {
            ...event,
            ...principal,
            actorId: principal.personId,
            id: randomUUID(),
            at: now,
          });
        },
      });
    });
  }

  private async assertClockNotBehind(manager: EntityManager, now: Instant): Promise<void> {
    const last = await this.journal.lastAt(manager);
    if (last !== null && Date.parse(now) < Date.parse(last) - CLOCK_SLACK_MS)
      throw new Problem(503, 'clock.behind', {}, { retryAfterSeconds: 60 });
  }
}

/** Locks a row for the rest of the transaction (PostgreSQL; SQLite has one writer anyway). */
export async function lockRow(tx: Tx, table: string, id: string): Promise<void> {
  if (tx.dialect === 'postgres') await tx.manager.query(`SELECT 1 FROM "${table}" WHERE "id" = $1 FOR UPDATE`, [id]);
}
