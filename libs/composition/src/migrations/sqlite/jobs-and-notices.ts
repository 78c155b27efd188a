import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPEND_ONLY, PROGRESS_OF_EARLIER_ROUNDS } from '../jobs-and-notices.js';
import { appendOnly } from './walls.js';

/** The outbox and its jobs, the progress of aggregations, reminders and their channels (SQLite). */
const STATEMENTS = [
  `CREATE TABLE "outbox_job" ("id" varchar(36) PRIMARY KEY NOT NULL, "name" varchar(64) NOT NULL, "queue" varchar(64) NOT NULL, "payload" text NOT NULL, "dedupeKey" varchar(200), "state" varchar(64) NOT NULL, "failures" integer NOT NULL, "leases" integer NOT NULL, "dueAt" varchar(24) NOT NULL, "leaseUntil" varchar(24), "leasedBy" varchar(64), "announcedAt" varchar(24), "requestId" varchar(100), "enqueuedAt" varchar(24) NOT NULL, "finishedAt" varchar(24), "error" text, "progress" varchar(100))`,
  `CREATE TABLE "score_progress" ("roundId" varchar(36) PRIMARY KEY NOT NULL, "revision" integer NOT NULL, "aggregated" integer NOT NULL, "blocked" text, "aggregateNo" integer, "releasedNo" integer)`,
  `CREATE TABLE "reminder_settings" ("id" varchar(36) PRIMARY KEY NOT NULL, "roundId" varchar(36) NOT NULL, "version" integer NOT NULL, "settings" text NOT NULL, "createdBy" varchar(36) NOT NULL, "createdAt" varchar(24) NOT NULL, CONSTRAINT "reminder_settings_version" UNIQUE ("roundId", "version"), CONSTRAINT "FK_238ab7cd792f19727948699ff85" FOREIGN KEY ("roundId") REFERENCES "round" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_a5324421c7fb88e566cb1abf37d" FOREIGN KEY ("createdBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "public_holiday" ("id" varchar(36) PRIMARY KEY NOT NULL, "day" varchar(10) NOT NULL, "name" varchar(100) NOT NULL, "source" varchar(200) NOT NULL, "recordedAt" varchar(24) NOT NULL, "revokedAt" varchar(24))`,
  `CREATE TABLE "deadline_request" ("id" varchar(36) PRIMARY KEY NOT NULL, "roundId" varchar(36) NOT NULL, "organisationId" varchar(36) NOT NULL, "kind" varchar(64) NOT NULL, "state" varchar(64) NOT NULL, "title" varchar(200) NOT NULL, "text" text NOT NULL, "dueAt" varchar(24) NOT NULL, "issuedBy" varchar(36) NOT NULL, "issuedAt" varchar(24) NOT NULL, "answer" text, "answeredAt" varchar(24), "version" integer NOT NULL, CONSTRAINT "FK_d0c0b43dc7bbe32853cb3e48415" FOREIGN KEY ("roundId") REFERENCES "round" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_d66a856f4d0c5812c0ba11d8fa3" FOREIGN KEY ("organisationId") REFERENCES "organisation" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_12f1d326e9141d22bc3809acfde" FOREIGN KEY ("issuedBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "channel_preference" ("personId" varchar(36) PRIMARY KEY NOT NULL, "mail" varchar(64) NOT NULL, "quietFrom" varchar(64), "quietTo" varchar(64), "digestAt" varchar(64) NOT NULL, "language" varchar(64) NOT NULL, "updatedAt" varchar(24) NOT NULL, "version" integer NOT NULL)`,
  `CREATE TABLE "webhook_endpoint" ("id" varchar(36) PRIMARY KEY NOT NULL, "personId" varchar(36) NOT NULL, "url" varchar(500) NOT NULL, "secret" varchar(100) NOT NULL, "createdAt" varchar(24) NOT NULL, "removedAt" varchar(24), "lastError" text, CONSTRAINT "FK_c7b77a18b101dcdf8a62f40f0d0" FOREIGN KEY ("personId") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "calendar_feed" ("personId" varchar(36) PRIMARY KEY NOT NULL, "tokenHash" varchar(64) NOT NULL, "createdAt" varchar(24) NOT NULL, CONSTRAINT "UQ_21e336ad0937676891819f9b655" UNIQUE ("tokenHash"))`,
  `CREATE TABLE "notice" ("id" varchar(36) PRIMARY KEY NOT NULL, "personId" varchar(36) NOT NULL, "tickKey" varchar(200) NOT NULL, "dutyKey" varchar(120), "kind" varchar(64) NOT NULL, "relation" varchar(64) NOT NULL, "step" varchar(64), "copy" boolean NOT NULL, "roundId" varchar(36), "subjectId" varchar(36), "dueAt" varchar(24), "params" text NOT NULL, "createdAt" varchar(24) NOT NULL, "readAt" varchar(24), "digestKey" varchar(80), CONSTRAINT "notice_once" UNIQUE ("tickKey", "personId"), CONSTRAINT "FK_e5936f26a1fa700fd3d9e6a8cb7" FOREIGN KEY ("personId") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "delivery" ("id" varchar(36) PRIMARY KEY NOT NULL, "personId" varchar(36) NOT NULL, "channel" varchar(64) NOT NULL, "onceKey" varchar(120) NOT NULL, "noticeId" varchar(36), "digestKey" varchar(80), "endpointId" varchar(36), "state" varchar(64) NOT NULL, "sendAfter" varchar(24) NOT NULL, "subject" varchar(300), "body" text, "attempts" integer NOT NULL, "error" text, "createdAt" varchar(24) NOT NULL, "sentAt" varchar(24), CONSTRAINT "delivery_once" UNIQUE ("onceKey"), CONSTRAINT "FK_41af9243d8bbdd99036bbd251ea" FOREIGN KEY ("personId") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE UNIQUE INDEX "outbox_job_waiting_once" ON "outbox_job" ("dedupeKey") WHERE "state" = 'waiting'`,
  `CREATE INDEX "outbox_job_name" ON "outbox_job" ("name", "state", "dueAt")`,
  `CREATE INDEX "outbox_job_due" ON "outbox_job" ("state", "dueAt")`,
  `CREATE INDEX "public_holiday_day" ON "public_holiday" ("day")`,
  `CREATE INDEX "deadline_request_round" ON "deadline_request" ("roundId")`,
  `CREATE INDEX "webhook_person" ON "webhook_endpoint" ("personId")`,
  `CREATE INDEX "notice_digest" ON "notice" ("digestKey")`,
  `CREATE INDEX "notice_duty" ON "notice" ("dutyKey")`,
  `CREATE INDEX "notice_round" ON "notice" ("roundId", "createdAt")`,
  `CREATE INDEX "notice_inbox" ON "notice" ("personId", "createdAt")`,
  `CREATE INDEX "delivery_notice" ON "delivery" ("noticeId")`,
  `CREATE INDEX "delivery_person" ON "delivery" ("personId", "createdAt")`,
  `CREATE INDEX "delivery_state" ON "delivery" ("state", "sendAfter")`,
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
