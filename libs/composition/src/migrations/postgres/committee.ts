import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './walls.js';

/** Members of the committee, recusals, the signed resolution; agenda and roll of a meeting; later decisions and the reserve list (PostgreSQL). */
const STATEMENTS = [
  `CREATE TABLE "committee_member" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "personId" character varying(36), "name" character varying(100) NOT NULL, "office" character varying(64) NOT NULL, "organisationId" character varying(36), "chairMinistryId" character varying(36), "termFrom" character varying(10), "termTo" character varying(10), "endedOn" character varying(10), "endReason" text, "registeredAt" character varying(24) NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_dbee98f5c1145d0674ee69a9c2d" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_7252da817a71f815a0feaba728" ON "committee_member" ("roundId")`,
  `CREATE TABLE "committee_recusal" ("id" character varying(36) NOT NULL, "meetingId" character varying(36) NOT NULL, "memberId" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "kind" character varying(64) NOT NULL, "reason" text NOT NULL, "recordedAt" character varying(24) NOT NULL, CONSTRAINT "committee_recusal_once" UNIQUE ("meetingId", "memberId", "planId"), CONSTRAINT "PK_742f5d7475c232091050548e001" PRIMARY KEY ("id"))`,
  `CREATE TABLE "resolution_document" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "meetingId" character varying(36) NOT NULL, "no" integer NOT NULL, "content" text NOT NULL, "contentHash" character varying(64) NOT NULL, "draftedBy" character varying(36) NOT NULL, "draftedAt" character varying(24) NOT NULL, CONSTRAINT "resolution_document_no" UNIQUE ("meetingId", "no"), CONSTRAINT "PK_513ca48bf33d4601e3137d8d7bd" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_74d880d879749cd313f87a09d6" ON "resolution_document" ("roundId")`,
  `CREATE TABLE "resolution_signature" ("id" character varying(36) NOT NULL, "documentId" character varying(36) NOT NULL, "ministryId" character varying(36) NOT NULL, "personId" character varying(36) NOT NULL, "contentHash" character varying(64) NOT NULL, "signedAt" character varying(24) NOT NULL, CONSTRAINT "resolution_signature_person" UNIQUE ("documentId", "personId"), CONSTRAINT "resolution_signature_ministry" UNIQUE ("documentId", "ministryId"), CONSTRAINT "PK_a9f11905fa2c704e84aaa290328" PRIMARY KEY ("id"))`,
  `ALTER TABLE "committee_meeting" ADD "chairReason" text`,
  `ALTER TABLE "committee_meeting" ADD "agenda" text`,
  `ALTER TABLE "committee_meeting" ADD "roll" text`,
  `ALTER TABLE "resolution" ADD "no" integer NOT NULL DEFAULT '1'`,
  `ALTER TABLE "resolution" ADD "reserveOrder" integer`,
  `ALTER TABLE "resolution" ADD "ballots" text`,
  `ALTER TABLE "resolution" DROP CONSTRAINT "FK_25af26bf89ac82de58479abf427"`,
  `ALTER TABLE "resolution" DROP CONSTRAINT "resolution_once"`,
  `ALTER TABLE "resolution" ADD CONSTRAINT "resolution_reserve_order" UNIQUE ("roundId", "reserveOrder")`,
  `ALTER TABLE "resolution" ADD CONSTRAINT "resolution_no" UNIQUE ("planId", "no")`,
  `ALTER TABLE "resolution" ADD CONSTRAINT "FK_25af26bf89ac82de58479abf427" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "committee_member" ADD CONSTRAINT "FK_7252da817a71f815a0feaba728c" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "committee_member" ADD CONSTRAINT "FK_bd87ccf30bf49e397de34e9e7f7" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "committee_member" ADD CONSTRAINT "FK_2e23e072a9a311d45c5ce8d4361" FOREIGN KEY ("organisationId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "committee_member" ADD CONSTRAINT "FK_93d5d6bbfac983f703e9987a102" FOREIGN KEY ("chairMinistryId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "committee_recusal" ADD CONSTRAINT "FK_e8c0c47d8f343f97fcb753ee421" FOREIGN KEY ("meetingId") REFERENCES "committee_meeting"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "committee_recusal" ADD CONSTRAINT "FK_9839fc1b047fcfb710157557319" FOREIGN KEY ("memberId") REFERENCES "committee_member"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "committee_recusal" ADD CONSTRAINT "FK_e35df352c90cb274c8a1f516007" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "resolution_document" ADD CONSTRAINT "FK_74d880d879749cd313f87a09d62" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "resolution_document" ADD CONSTRAINT "FK_1dcedc70f6031f48533cfdb5b4d" FOREIGN KEY ("meetingId") REFERENCES "committee_meeting"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "resolution_document" ADD CONSTRAINT "FK_707a219d42e697f095c432f57af" FOREIGN KEY ("draftedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "resolution_signature" ADD CONSTRAINT "FK_611b0df44c9efe24147bbebd8d9" FOREIGN KEY ("documentId") REFERENCES "resolution_document"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "resolution_signature" ADD CONSTRAINT "FK_a76114a8c051c99b7cc2fd2a1c8" FOREIGN KEY ("ministryId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "resolution_signature" ADD CONSTRAINT "FK_2bf44a9e2010b8682e7225c3fe2" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
];

const APPEND_ONLY = ['committee_recusal', 'resolution_document', 'resolution_signature'];

export class Committee1796500000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, ...APPEND_ONLY.flatMap(appendOnly)]) await runner.query(statement);
  }

  /** Who sat, was recused and signed is not forgotten by going back. */
  async down(): Promise<void> {
    throw new Error('this step cannot be undone; restore a backup instead');
  }
}
