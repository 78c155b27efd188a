import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPEND_ONLY, PROGRESS_OF_EARLIER_ROUNDS } from '../jobs-and-notices.js';
import { appendOnly } from './walls.js';

/** The outbox and its jobs, the progress of aggregations, reminders and their channels (PostgreSQL). */
const STATEMENTS = [
  `CREATE TABLE "outbox_job" ("id" character varying(36) NOT NULL, "name" character varying(64) NOT NULL, "queue" character varying(64) NOT NULL, "payload" text NOT NULL, "dedupeKey" character varying(200), "state" character varying(64) NOT NULL, "failures" integer NOT NULL, "leases" integer NOT NULL, "dueAt" character varying(24) NOT NULL, "leaseUntil" character varying(24), "leasedBy" character varying(64), "announcedAt" character varying(24), "requestId" character varying(100), "enqueuedAt" character varying(24) NOT NULL, "finishedAt" character varying(24), "error" text, "progress" character varying(100), CONSTRAINT "PK_fca572df71a1e08db50f81f7617" PRIMARY KEY ("id"))`,
  `CREATE TABLE "score_progress" ("roundId" character varying(36) NOT NULL, "revision" integer NOT NULL, "aggregated" integer NOT NULL, "blocked" text, "aggregateNo" integer, "releasedNo" integer, CONSTRAINT "PK_ba7fb50c85445dc0a8a4b393605" PRIMARY KEY ("roundId"))`,
  `CREATE TABLE "reminder_settings" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "version" integer NOT NULL, "settings" text NOT NULL, "createdBy" character varying(36) NOT NULL, "createdAt" character varying(24) NOT NULL, CONSTRAINT "reminder_settings_version" UNIQUE ("roundId", "version"), CONSTRAINT "PK_8967b53d42011ef8628dc889979" PRIMARY KEY ("id"))`,
  `CREATE TABLE "public_holiday" ("id" character varying(36) NOT NULL, "day" character varying(10) NOT NULL, "name" character varying(100) NOT NULL, "source" character varying(200) NOT NULL, "recordedAt" character varying(24) NOT NULL, "revokedAt" character varying(24), CONSTRAINT "PK_4e79a2a38a9272fab9cb3577c33" PRIMARY KEY ("id"))`,
  `CREATE TABLE "deadline_request" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "organisationId" character varying(36) NOT NULL, "kind" character varying(64) NOT NULL, "state" character varying(64) NOT NULL, "title" character varying(200) NOT NULL, "text" text NOT NULL, "dueAt" character varying(24) NOT NULL, "issuedBy" character varying(36) NOT NULL, "issuedAt" character varying(24) NOT NULL, "answer" text, "answeredAt" character varying(24), "version" integer NOT NULL, CONSTRAINT "PK_2bee8d70716462dc9c4c6be4446" PRIMARY KEY ("id"))`,
  `CREATE TABLE "channel_preference" ("personId" character varying(36) NOT NULL, "mail" character varying(64) NOT NULL, "quietFrom" character varying(64), "quietTo" character varying(64), "digestAt" character varying(64) NOT NULL, "language" character varying(64) NOT NULL, "updatedAt" character varying(24) NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_32ee255bdb81c880a249e692a49" PRIMARY KEY ("personId"))`,
  `CREATE TABLE "webhook_endpoint" ("id" character varying(36) NOT NULL, "personId" character varying(36) NOT NULL, "url" character varying(500) NOT NULL, "secret" character varying(100) NOT NULL, "createdAt" character varying(24) NOT NULL, "removedAt" character varying(24), "lastError" text, CONSTRAINT "PK_6c98112122b2b8a4f3984d2efa8" PRIMARY KEY ("id"))`,
  `CREATE TABLE "calendar_feed" ("personId" character varying(36) NOT NULL, "tokenHash" character varying(64) NOT NULL, "createdAt" character varying(24) NOT NULL, CONSTRAINT "UQ_21e336ad0937676891819f9b655" UNIQUE ("tokenHash"), CONSTRAINT "PK_207f84beb4c99d24d7678819abd" PRIMARY KEY ("personId"))`,
  `CREATE TABLE "notice" ("id" character varying(36) NOT NULL, "personId" character varying(36) NOT NULL, "tickKey" character varying(200) NOT NULL, "dutyKey" character varying(120), "kind" character varying(64) NOT NULL, "relation" character varying(64) NOT NULL, "step" character varying(64), "copy" boolean NOT NULL, "roundId" character varying(36), "subjectId" character varying(36), "dueAt" character varying(24), "params" text NOT NULL, "createdAt" character varying(24) NOT NULL, "readAt" character varying(24), "digestKey" character varying(80), CONSTRAINT "notice_once" UNIQUE ("tickKey", "personId"), CONSTRAINT "PK_705062b14410ff1a04998f86d72" PRIMARY KEY ("id"))`,
  `CREATE TABLE "delivery" ("id" character varying(36) NOT NULL, "personId" character varying(36) NOT NULL, "channel" character varying(64) NOT NULL, "onceKey" character varying(120) NOT NULL, "noticeId" character varying(36), "digestKey" character varying(80), "endpointId" character varying(36), "state" character varying(64) NOT NULL, "sendAfter" character varying(24) NOT NULL, "subject" character varying(300), "body" text, "attempts" integer NOT NULL, "error" text, "createdAt" character varying(24) NOT NULL, "sentAt" character varying(24), CONSTRAINT "delivery_once" UNIQUE ("onceKey"), CONSTRAINT "PK_ffad7bf84e68716cd9af89003b0" PRIMARY KEY ("id"))`,
  `CREATE UNIQUE INDEX "outbox_job_waiting_once" ON "outbox_job"  ("dedupeKey") WHERE "state" = 'waiting'`,
  `CREATE INDEX "outbox_job_name" ON "outbox_job"  ("name", "state", "dueAt")`,
  `CREATE INDEX "outbox_job_due" ON "outbox_job"  ("state", "dueAt")`,
  `CREATE INDEX "public_holiday_day" ON "public_holiday"  ("day")`,
  `CREATE INDEX "deadline_request_round" ON "deadline_request"  ("roundId")`,
  `CREATE INDEX "webhook_person" ON "webhook_endpoint"  ("personId")`,
  `CREATE INDEX "notice_digest" ON "notice"  ("digestKey")`,
  `CREATE INDEX "notice_duty" ON "notice"  ("dutyKey")`,
  `CREATE INDEX "notice_round" ON "notice"  ("roundId", "createdAt")`,
  `CREATE INDEX "notice_inbox" ON "notice"  ("personId", "createdAt")`,
  `CREATE INDEX "delivery_notice" ON "delivery"  ("noticeId")`,
  `CREATE INDEX "delivery_person" ON "delivery"  ("personId", "createdAt")`,
  `CREATE INDEX "delivery_state" ON "delivery"  ("state", "sendAfter")`,
  `ALTER TABLE "score_aggregate" ADD "revision" integer`,
  `ALTER TABLE "score_aggregate" ADD "inputs" text`,
  `ALTER TABLE "reminder_settings" ADD CONSTRAINT "FK_238ab7cd792f19727948699ff85" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "reminder_settings" ADD CONSTRAINT "FK_a5324421c7fb88e566cb1abf37d" FOREIGN KEY ("createdBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "deadline_request" ADD CONSTRAINT "FK_d0c0b43dc7bbe32853cb3e48415" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "deadline_request" ADD CONSTRAINT "FK_d66a856f4d0c5812c0ba11d8fa3" FOREIGN KEY ("organisationId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "deadline_request" ADD CONSTRAINT "FK_12f1d326e9141d22bc3809acfde" FOREIGN KEY ("issuedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "webhook_endpoint" ADD CONSTRAINT "FK_c7b77a18b101dcdf8a62f40f0d0" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "notice" ADD CONSTRAINT "FK_e5936f26a1fa700fd3d9e6a8cb7" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "delivery" ADD CONSTRAINT "FK_41af9243d8bbdd99036bbd251ea" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
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
