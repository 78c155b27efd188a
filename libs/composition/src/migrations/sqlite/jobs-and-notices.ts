import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPEND_ONLY, PROGRESS_OF_EARLIER_ROUNDS } from '../jobs-and-notices.js';
import { appendOnly } from './walls.js';

/** The outbox and its jobs, the progress of aggregations, reminders and their channels (SQLite). */
const STATEMENTS = [
  `CREATE TABLE "outbox_job" ("id" varchar(36) PRIMARY KEY NOT NULL, "name" varchar(64) NOT NULL, "queue" varchar(64) NOT NULL, "payload" text NOT NULL, "dedupeKey" varchar(200), "state" varchar(64) NOT NULL, "failures" integer NOT NULL, "leases" integer NOT NULL, "dueAt" varchar(24) NOT NULL, "leaseUntil" varchar(24), "leasedBy" varchar(64), "announcedAt" varchar(24), "requestId" varchar(100), "enqueuedAt" varchar(24) NOT NULL, "finishedAt" varchar(24), "error" text, "progress" varchar(100))`,
  `CREATE TABLE "score_progress" ("roundId" varchar(36) PRIMARY KEY NOT NULL, "revision" integer NOT NULL, "aggregated" integer NOT NULL, "blocked" text, "aggregateNo" integer, "releasedNo" integer)`,
  `CREATE UNIQUE INDEX "outbox_job_waiting_once" ON "outbox_job" ("dedupeKey") WHERE "state" = 'waiting'`,
  `CREATE INDEX "outbox_job_name" ON "outbox_job" ("name", "state", "dueAt")`,
  `CREATE INDEX "outbox_job_due" ON "outbox_job" ("state", "dueAt")`,
  `ALTER TABLE "score_aggregate" ADD COLUMN "revision" integer`,
  `ALTER TABLE "score_aggregate" ADD COLUMN "inputs" text`,
];

export class JobsAndNotices1795600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, ...PROGRESS_OF_EARLIER_ROUNDS, ...APPEND_ONLY.flatMap(appendOnly)])
      await runner.query(statement);
  }

  /** What was promised and sent is not forgotten by going back. */
  async down(): Promise<void> {
    throw new Error('this step cannot be undone; restore a backup instead');
  }
}
