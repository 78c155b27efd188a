import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPEND_ONLY, PROGRESS_OF_EARLIER_ROUNDS } from '../jobs-and-notices.js';
import { appendOnly } from './walls.js';

/** The outbox and its jobs, the progress of aggregations, reminders and their channels (PostgreSQL). */
const STATEMENTS = [
  `CREATE TABLE "outbox_job" ("id" character varying(36) NOT NULL, "name" character varying(64) NOT NULL, "queue" character varying(64) NOT NULL, "payload" text NOT NULL, "dedupeKey" character varying(200), "state" character varying(64) NOT NULL, "failures" integer NOT NULL, "leases" integer NOT NULL, "dueAt" character varying(24) NOT NULL, "leaseUntil" character varying(24), "leasedBy" character varying(64), "announcedAt" character varying(24), "requestId" character varying(100), "enqueuedAt" character varying(24) NOT NULL, "finishedAt" character varying(24), "error" text, "progress" character varying(100), CONSTRAINT "PK_fca572df71a1e08db50f81f7617" PRIMARY KEY ("id"))`,
  `CREATE TABLE "score_progress" ("roundId" character varying(36) NOT NULL, "revision" integer NOT NULL, "aggregated" integer NOT NULL, "blocked" text, "aggregateNo" integer, "releasedNo" integer, CONSTRAINT "PK_ba7fb50c85445dc0a8a4b393605" PRIMARY KEY ("roundId"))`,
  `CREATE UNIQUE INDEX "outbox_job_waiting_once" ON "outbox_job"  ("dedupeKey") WHERE "state" = 'waiting'`,
  `CREATE INDEX "outbox_job_name" ON "outbox_job"  ("name", "state", "dueAt")`,
  `CREATE INDEX "outbox_job_due" ON "outbox_job"  ("state", "dueAt")`,
  `ALTER TABLE "score_aggregate" ADD "revision" integer`,
  `ALTER TABLE "score_aggregate" ADD "inputs" text`,
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
