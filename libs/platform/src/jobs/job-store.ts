import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { STORE } from '../command/store-token.js';
import type { Store } from '../data/store.js';
import { databaseTime, rowsOf } from './job-sql.js';

/** A job as it is taken: what is needed to do it. */
export interface TakenJob {
  readonly id: string;
  readonly name: string;
  readonly payload: string;
  readonly dedupeKey: string | null;
  readonly failures: number;
  readonly leases: number;
  readonly requestId: string | null;
  readonly state: 'waiting' | 'running';
}

const COLUMNS = `"id", "name", "payload", "dedupeKey", "failures", "leases", "requestId", "state"`;
const ERROR_LENGTH = 2_000;

/** The statements on the outbox. Every change is made inside a transaction the caller holds. */
@Injectable()
export class JobStore {
  constructor(@Inject(STORE) private readonly store: Store) {}

  /** The two ways a job is due, each for the index to answer alone: its time has come, or whoever had it fell silent. */
  private get due(): { waiting: string; silent: string } {
    const now = databaseTime(this.store.dialect);
    return {
      waiting: `"state" = 'waiting' AND "dueAt" <= ${now}`,
      silent: `"state" = 'running' AND "leaseUntil" < ${now}`,
    };
  }

  /** Names of jobs that are due, read without any lock. From name to name through the index: a long queue costs no more than a short one. */
  async dueNames(): Promise<string[]> {
    const { waiting, silent } = this.due;
    const some = (due: string): string =>
      `EXISTS (SELECT 1 FROM "outbox_job" WHERE "outbox_job"."name" = "known"."name" AND ${due})`;
    const rows = await this.read<{ name: string }>(
      `WITH RECURSIVE "known" AS (SELECT MIN("name") AS "name" FROM "outbox_job" UNION ALL
         SELECT (SELECT MIN("name") FROM "outbox_job" WHERE "outbox_job"."name" > "known"."name") FROM "known" WHERE "name" IS NOT NULL)
       SELECT "name" FROM "known" WHERE "name" IS NOT NULL AND (${some(waiting)} OR ${some(silent)})`,
    );
    return rows.map(({ name }) => name);
  }

  /** Is anything of this name due? Spares the embedded store a write turn when there is nothing to do. */
  async hasDue(name: string): Promise<boolean> {
    const { waiting, silent } = this.due;
    const some = (due: string): string => `EXISTS (SELECT 1 FROM "outbox_job" WHERE "name" = ? AND ${due})`;
    return (await this.read(`SELECT 1 AS "x" WHERE ${some(waiting)} OR ${some(silent)}`, [name, name])).length > 0;
  }

  /** Due jobs the transport was not told of lately: lost nudges, delayed jobs, retries. */
  async unannounced(graceMs: number, againMs: number, limit: number): Promise<{ id: string; name: string }[]> {
    const { dialect } = this.store;
    const { waiting, silent } = this.due;
    return this.read(
      `SELECT "id", "name" FROM "outbox_job" WHERE ((${waiting}) OR (${silent}))
         AND ("dueAt" <= ${databaseTime(dialect, -graceMs)} OR "failures" > 0 OR "dueAt" > "enqueuedAt")
         AND ("announcedAt" IS NULL OR "announcedAt" <= ${databaseTime(dialect, -againMs)})
       ORDER BY "dueAt" LIMIT ${limit}`,
    );
  }

  /** Takes up to `limit` due jobs of one name for this transaction: nobody else gets them before it ends. */
  async take(manager: EntityManager, name: string, limit: number): Promise<TakenJob[]> {
    const lock = this.store.dialect === 'postgres' ? ' FOR UPDATE SKIP LOCKED' : '';
    const { waiting, silent } = this.due;
    const some = (due: string, order: string): string =>
      `SELECT * FROM (SELECT ${COLUMNS} FROM "outbox_job" WHERE "name" = ? AND ${due} ORDER BY "${order}" LIMIT ${limit}${lock}) AS "due"`;
    const both = `${some(silent, 'leaseUntil')} UNION ALL ${some(waiting, 'dueAt')} LIMIT ${limit}`;
    return this.rows(manager, both, [name, name]);
  }

  /** Leases a taken job to `holder`: it is his until the lease runs out. */
  async lease(manager: EntityManager, id: string, holder: string, leaseMs: number): Promise<void> {
    const until = databaseTime(this.store.dialect, leaseMs);
    await this.rows(
      manager,
      `UPDATE "outbox_job" SET "state" = 'running', "leasedBy" = ?, "leaseUntil" = ${until}, "leases" = "leases" + 1 WHERE "id" = ?`,
      [holder, id],
    );
  }

  /** Extends a lease, or shows how far the run is. Answers whether the lease is still the holder's. */
  async renew(
    manager: EntityManager,
    id: string,
    holder: string,
    leaseMs: number,
    progress: string | null,
  ): Promise<boolean> {
    const until = databaseTime(this.store.dialect, leaseMs);
    const rows = await this.rows(
      manager,
      `UPDATE "outbox_job" SET "leaseUntil" = ${until}, "progress" = COALESCE(?, "progress") WHERE "id" = ? AND "leasedBy" = ? AND "state" = 'running' RETURNING "id"`,
      [progress, id, holder],
    );
    return rows.length === 1;
  }

  /** Marks jobs done that were taken in this transaction. */
  async finish(manager: EntityManager, ids: readonly string[]): Promise<void> {
    await this.rows(manager, `${this.done} WHERE "id" IN (${ids.map(() => '?').join(', ')})`, ids);
  }

  /** Marks a leased job done, only while the lease is the holder's; answers whether it was. */
  async finishLeased(manager: EntityManager, id: string, holder: string): Promise<boolean> {
    const statement = `${this.done} WHERE "id" = ? AND "leasedBy" = ? AND "state" = 'running' RETURNING "id"`;
    return (await this.rows(manager, statement, [id, holder])).length === 1;
  }

  private get done(): string {
    return `UPDATE "outbox_job" SET "state" = 'done', "finishedAt" = ${databaseTime(this.store.dialect)}, "leaseUntil" = NULL, "error" = NULL`;
  }

  /** Puts a failed job back for later; one that a younger waiting job covers ends as superseded. */
  async putBack(manager: EntityManager, job: TakenJob, afterMs: number, error: string): Promise<void> {
    const covered =
      job.dedupeKey !== null &&
      (
        await this.rows(
          manager,
          `SELECT 1 AS "x" FROM "outbox_job" WHERE "dedupeKey" = ? AND "state" = 'waiting' AND "id" <> ?`,
          [job.dedupeKey, job.id],
        )
      ).length > 0;
    await this.end(manager, job.id, covered ? 'superseded' : 'waiting', covered ? 0 : afterMs, error);
  }

  /** Gives a job up: a dead letter, kept with its reason. */
  async bury(manager: EntityManager, job: TakenJob, error: string): Promise<void> {
    await this.end(manager, job.id, 'dead', 0, error);
  }

  /** Leaves a job as it was before it was taken, without counting a failure (the store was in trouble, not the job). */
  async letGo(manager: EntityManager, id: string, holder: string, afterMs: number): Promise<void> {
    await this.rows(
      manager,
      `UPDATE "outbox_job" SET "leaseUntil" = ${databaseTime(this.store.dialect, afterMs)} WHERE "id" = ? AND "leasedBy" = ? AND "state" = 'running'`,
      [id, holder],
    );
  }

  async announced(manager: EntityManager, ids: readonly string[]): Promise<void> {
    const now = databaseTime(this.store.dialect);
    await this.rows(
      manager,
      `UPDATE "outbox_job" SET "announcedAt" = ${now} WHERE "id" IN (${ids.map(() => '?').join(', ')})`,
      ids,
    );
  }

  private async end(
    manager: EntityManager,
    id: string,
    state: 'waiting' | 'superseded' | 'dead',
    afterMs: number,
    error: string,
  ): Promise<void> {
    const now = databaseTime(this.store.dialect);
    const finished = state === 'waiting' ? 'NULL' : now;
    await this.rows(
      manager,
      `UPDATE "outbox_job" SET "state" = ?, "failures" = "failures" + 1, "error" = ?, "leaseUntil" = NULL, "leasedBy" = NULL,
         "announcedAt" = NULL, "finishedAt" = ${finished}, "dueAt" = ${databaseTime(this.store.dialect, afterMs)} WHERE "id" = ?`,
      [state, error.slice(0, ERROR_LENGTH), id],
    );
  }

  private read<T>(statement: string, values: readonly unknown[] = []): Promise<T[]> {
    return this.rows(this.store.reader, statement, values);
  }

  private rows<T>(manager: EntityManager, statement: string, values: readonly unknown[] = []): Promise<T[]> {
    return rowsOf<T>(manager, this.store.dialect, statement, values);
  }
}
