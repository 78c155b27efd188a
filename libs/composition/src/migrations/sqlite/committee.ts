import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './walls.js';

/** Members of the committee, recusals, the signed resolution; agenda and roll of a meeting; later decisions and the reserve list (SQLite). */
const STATEMENTS = [
  `CREATE TABLE "committee_member" ("id" varchar(36) PRIMARY KEY NOT NULL, "roundId" varchar(36) NOT NULL, "personId" varchar(36), "name" varchar(100) NOT NULL, "office" varchar(64) NOT NULL, "organisationId" varchar(36), "chairMinistryId" varchar(36), "termFrom" varchar(10), "termTo" varchar(10), "endedOn" varchar(10), "endReason" text, "registeredAt" varchar(24) NOT NULL, "version" integer NOT NULL, CONSTRAINT "FK_7252da817a71f815a0feaba728c" FOREIGN KEY ("roundId") REFERENCES "round" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_bd87ccf30bf49e397de34e9e7f7" FOREIGN KEY ("personId") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_2e23e072a9a311d45c5ce8d4361" FOREIGN KEY ("organisationId") REFERENCES "organisation" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_93d5d6bbfac983f703e9987a102" FOREIGN KEY ("chairMinistryId") REFERENCES "organisation" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "committee_recusal" ("id" varchar(36) PRIMARY KEY NOT NULL, "meetingId" varchar(36) NOT NULL, "memberId" varchar(36) NOT NULL, "planId" varchar(36) NOT NULL, "kind" varchar(64) NOT NULL, "reason" text NOT NULL, "recordedAt" varchar(24) NOT NULL, CONSTRAINT "committee_recusal_once" UNIQUE ("meetingId", "memberId", "planId"), CONSTRAINT "FK_e8c0c47d8f343f97fcb753ee421" FOREIGN KEY ("meetingId") REFERENCES "committee_meeting" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_9839fc1b047fcfb710157557319" FOREIGN KEY ("memberId") REFERENCES "committee_member" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_e35df352c90cb274c8a1f516007" FOREIGN KEY ("planId") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "resolution_document" ("id" varchar(36) PRIMARY KEY NOT NULL, "roundId" varchar(36) NOT NULL, "meetingId" varchar(36) NOT NULL, "no" integer NOT NULL, "content" text NOT NULL, "contentHash" varchar(64) NOT NULL, "draftedBy" varchar(36) NOT NULL, "draftedAt" varchar(24) NOT NULL, CONSTRAINT "resolution_document_no" UNIQUE ("meetingId", "no"), CONSTRAINT "FK_74d880d879749cd313f87a09d62" FOREIGN KEY ("roundId") REFERENCES "round" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_1dcedc70f6031f48533cfdb5b4d" FOREIGN KEY ("meetingId") REFERENCES "committee_meeting" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_707a219d42e697f095c432f57af" FOREIGN KEY ("draftedBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "resolution_signature" ("id" varchar(36) PRIMARY KEY NOT NULL, "documentId" varchar(36) NOT NULL, "ministryId" varchar(36) NOT NULL, "personId" varchar(36) NOT NULL, "contentHash" varchar(64) NOT NULL, "signedAt" varchar(24) NOT NULL, CONSTRAINT "resolution_signature_person" UNIQUE ("documentId", "personId"), CONSTRAINT "resolution_signature_ministry" UNIQUE ("documentId", "ministryId"), CONSTRAINT "FK_611b0df44c9efe24147bbebd8d9" FOREIGN KEY ("documentId") REFERENCES "resolution_document" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_a76114a8c051c99b7cc2fd2a1c8" FOREIGN KEY ("ministryId") REFERENCES "organisation" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_2bf44a9e2010b8682e7225c3fe2" FOREIGN KEY ("personId") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE INDEX "IDX_7252da817a71f815a0feaba728" ON "committee_member" ("roundId")`,
  `CREATE INDEX "IDX_74d880d879749cd313f87a09d6" ON "resolution_document" ("roundId")`,
  `ALTER TABLE "committee_meeting" ADD COLUMN "chairReason" text`,
  `ALTER TABLE "committee_meeting" ADD COLUMN "agenda" text`,
  `ALTER TABLE "committee_meeting" ADD COLUMN "roll" text`,
  // a plan may be decided on again: SQLite changes a constraint only with the whole table
  `CREATE TABLE "temporary_resolution" ("id" varchar(36) PRIMARY KEY NOT NULL, "roundId" varchar(36) NOT NULL, "meetingId" varchar(36) NOT NULL, "planId" varchar(36) NOT NULL, "outcome" varchar(64) NOT NULL, "votesFor" integer NOT NULL, "votesAgainst" integer NOT NULL, "votesAbstain" integer NOT NULL, "aggregateNo" integer NOT NULL, "rank" integer NOT NULL, "finalScore" integer NOT NULL, "deviates" boolean NOT NULL, "reason" text, "resolvedAt" varchar(24) NOT NULL, "no" integer NOT NULL DEFAULT (1), "reserveOrder" integer, "ballots" text, CONSTRAINT "resolution_reserve_order" UNIQUE ("roundId", "reserveOrder"), CONSTRAINT "resolution_no" UNIQUE ("planId", "no"), CONSTRAINT "FK_8811fa8b2869eed8f2d9ac537bb" FOREIGN KEY ("roundId") REFERENCES "round" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_4c497828e4936fb89072de35f81" FOREIGN KEY ("meetingId") REFERENCES "committee_meeting" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_25af26bf89ac82de58479abf427" FOREIGN KEY ("planId") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `INSERT INTO "temporary_resolution" ("id", "roundId", "meetingId", "planId", "outcome", "votesFor", "votesAgainst", "votesAbstain", "aggregateNo", "rank", "finalScore", "deviates", "reason", "resolvedAt") SELECT "id", "roundId", "meetingId", "planId", "outcome", "votesFor", "votesAgainst", "votesAbstain", "aggregateNo", "rank", "finalScore", "deviates", "reason", "resolvedAt" FROM "resolution"`,
  `DROP TABLE "resolution"`,
  `ALTER TABLE "temporary_resolution" RENAME TO "resolution"`,
  `CREATE INDEX "IDX_8811fa8b2869eed8f2d9ac537b" ON "resolution" ("roundId")`,
];

const APPEND_ONLY = ['resolution', 'committee_recusal', 'resolution_document', 'resolution_signature'];

export class Committee1796500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, ...APPEND_ONLY.flatMap(appendOnly)]) await runner.query(statement);
  }

  /** Who sat, was recused and signed is not forgotten by going back. */
  async down(): Promise<void> {
    throw new Error('this step cannot be undone; restore a backup instead');
  }
}
