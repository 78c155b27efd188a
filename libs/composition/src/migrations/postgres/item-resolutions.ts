import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './walls.js';

/** Items of an agenda decided on as such, recusals from them, meetings that were cancelled or closed by the other co-chair, announcements taken back (PostgreSQL). */
const STATEMENTS = [
  `CREATE TABLE "item_resolution" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "meetingId" character varying(36) NOT NULL, "itemNo" integer NOT NULL, "planId" character varying(36), "title" character varying(300) NOT NULL, "decision" character varying(64) NOT NULL, "votesFor" integer, "votesAgainst" integer, "votesAbstain" integer, "ballots" text, "reason" text, "resolvedAt" character varying(24) NOT NULL, CONSTRAINT "item_resolution_once" UNIQUE ("meetingId", "itemNo"), CONSTRAINT "PK_7ba04f1139720be1daad1ca4faf" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_8beaf69aa0c477113493c9dd3e" ON "item_resolution" ("roundId")`,
  `CREATE TABLE "announcement_withdrawal" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "announcementId" character varying(36) NOT NULL, "contentHash" character varying(64) NOT NULL, "ministryId" character varying(36) NOT NULL, "personId" character varying(36) NOT NULL, "reason" text NOT NULL, "withdrawnAt" character varying(24) NOT NULL, CONSTRAINT "announcement_withdrawal_once" UNIQUE ("announcementId"), CONSTRAINT "PK_516a9cd4b4110c05446a66400ca" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_0d22bd83904801dba5a612f642" ON "announcement_withdrawal" ("roundId")`,
  `ALTER TABLE "committee_meeting" ADD "closedById" character varying(36)`,
  `ALTER TABLE "committee_meeting" ADD "cancelReason" text`,
  `ALTER TABLE "committee_recusal" ADD "itemNo" integer`,
  `ALTER TABLE "committee_recusal" DROP CONSTRAINT "FK_e35df352c90cb274c8a1f516007"`,
  `ALTER TABLE "committee_recusal" DROP CONSTRAINT "committee_recusal_once"`,
  `ALTER TABLE "committee_recusal" ALTER COLUMN "planId" DROP NOT NULL`,
  `ALTER TABLE "committee_recusal" ADD CONSTRAINT "committee_recusal_topic" UNIQUE ("meetingId", "memberId", "itemNo")`,
  `ALTER TABLE "committee_recusal" ADD CONSTRAINT "committee_recusal_once" UNIQUE ("meetingId", "memberId", "planId")`,
  `ALTER TABLE "item_resolution" ADD CONSTRAINT "FK_8beaf69aa0c477113493c9dd3ea" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "item_resolution" ADD CONSTRAINT "FK_53273256920c28ac2745fe2707d" FOREIGN KEY ("meetingId") REFERENCES "committee_meeting"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "item_resolution" ADD CONSTRAINT "FK_f83e89664d2246286beef2c15db" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "committee_recusal" ADD CONSTRAINT "FK_e35df352c90cb274c8a1f516007" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "announcement_withdrawal" ADD CONSTRAINT "FK_0d22bd83904801dba5a612f6424" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "announcement_withdrawal" ADD CONSTRAINT "FK_60bc29c62003e5439d6f97698e6" FOREIGN KEY ("announcementId") REFERENCES "announcement"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "announcement_withdrawal" ADD CONSTRAINT "FK_d0e473064a5bef53c9326fa2754" FOREIGN KEY ("ministryId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "announcement_withdrawal" ADD CONSTRAINT "FK_09087733b5eb1a19697578df63c" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
];

const APPEND_ONLY = ['item_resolution', 'announcement_withdrawal'];

export class ItemResolutions1797230000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, ...APPEND_ONLY.flatMap(appendOnly)]) await runner.query(statement);
  }

  /** What was decided and taken back is not forgotten by going back. */
  async down(): Promise<void> {
    throw new Error('this step cannot be undone; restore a backup instead');
  }
}
