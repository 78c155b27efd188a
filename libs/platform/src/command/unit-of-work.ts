import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Store } from '../data/store.js';
import { Problem } from '../errors/problem.js';
import type { Instant } from '../rules/index.js';
import { ProgrammeClock } from './clock.js';
import type { JobDefinition } from '../jobs/job-definition.js';
import { type EnqueueOptions, Outbox, type Promised } from '../jobs/outbox.js';
import { type HistoryEvent, JOURNAL, type Journal } from './journal.js';
import { STORE } from './store-token.js';

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
  /** Writes a history entry in this transaction, and promises the jobs that hear of it. */
  record(event: HistoryEvent): Promise<void>;
  /** Promises background work in this transaction: committed with it, or not at all. */
  enqueue<P extends object>(job: JobDefinition<P>, payload: P, options?: EnqueueOptions): Promise<void>;
  enqueueAll<P extends object>(job: JobDefinition<P>, payloads: readonly P[], options?: EnqueueOptions): Promise<void>;
  /** The same transaction, on behalf of somebody else. */
  for(principal: Principal): Tx;
}

/** Every write goes through here: one transaction, one moment, its history entries and its promised jobs inside. */
@Injectable()
export class UnitOfWork {
  constructor(
    @Inject(STORE) private readonly store: Store,
    private readonly clock: ProgrammeClock,
    @Inject(JOURNAL) private readonly journal: Journal,
    private readonly outbox: Outbox,
  ) {}

  async run<T>(principal: Principal, work: (tx: Tx) => Promise<T>): Promise<T> {
    let promised: Promised[] = [];
    const result = await this.store.write(async ({ manager }) => {
      promised = []; // the store may run the work again
      return work(this.open(manager, await this.clock.now(manager), principal, promised));
    });
    this.outbox.committed(promised);
    return result;
  }

  private open(manager: EntityManager, now: Instant, principal: Principal, promised: Promised[]): Tx {
    const { dialect } = this.store;
    let checked = false;
    const on = (behalf: Principal): Tx => {
      const tx: Tx = {
        manager,
        dialect,
        now,
        newId: randomUUID,
        enqueue: (job, payload, options) => tx.enqueueAll(job, [payload], options),
        enqueueAll: async (job, payloads, options = {}) => {
          const more = { requestId: behalf.requestId, ...options };
          promised.push(...(await this.outbox.enqueue(manager, dialect, job, payloads, more)));
        },
        record: async (event) => {
          if (!checked) await this.assertClockNotBehind(manager, now);
          checked = true;
          const record = {
            ...event,
            requestId: behalf.requestId,
            actorId: behalf.personId,
            id: randomUUID(),
            at: now,
          };
          await this.journal.append(manager, record);
          for (const { definition, payload } of this.outbox.catalogue.heard(record))
            await tx.enqueue(definition, payload);
        },
        for: on,
      };
      return tx;
    };
    return on(principal);
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

/** Holds a row as it is until the transaction ends, side by side with others who only hold it too; whoever changes it waits. */
export async function holdRow(tx: Tx, table: string, id: string): Promise<void> {
  if (tx.dialect === 'postgres') await tx.manager.query(`SELECT 1 FROM "${table}" WHERE "id" = $1 FOR SHARE`, [id]);
}
