import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './walls.js';

/** Items of an agenda decided on as such, recusals from them, meetings that were cancelled or closed by the other co-chair, announcements taken back (SQLite). */
const STATEMENTS = [
  `CREATE TABLE "item_resolution" ("id" varchar(36) PRIMARY KEY NOT NULL, "roundId" varchar(36) NOT NULL, "meetingId" varchar(36) NOT NULL, "itemNo" integer NOT NULL, "planId" varchar(36), "title" varchar(300) NOT NULL, "decision" varchar(64) NOT NULL, "votesFor" integer, "votesAgainst" integer, "votesAbstain" integer, "ballots" text, "reason" text, "resolvedAt" varchar(24) NOT NULL, CONSTRAINT "item_resolution_once" UNIQUE ("meetingId", "itemNo"), CONSTRAINT "FK_8beaf69aa0c477113493c9dd3ea" FOREIGN KEY ("roundId") REFERENCES "round" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_53273256920c28ac2745fe2707d" FOREIGN KEY ("meetingId") REFERENCES "committee_meeting" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_f83e89664d2246286beef2c15db" FOREIGN KEY ("planId") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE INDEX "IDX_8beaf69aa0c477113493c9dd3e" ON "item_resolution" ("roundId")`,
  `CREATE TABLE "announcement_withdrawal" ("id" varchar(36) PRIMARY KEY NOT NULL, "roundId" varchar(36) NOT NULL, "announcementId" varchar(36) NOT NULL, "contentHash" varchar(64) NOT NULL, "ministryId" varchar(36) NOT NULL, "personId" varchar(36) NOT NULL, "reason" text NOT NULL, "withdrawnAt" varchar(24) NOT NULL, CONSTRAINT "announcement_withdrawal_once" UNIQUE ("announcementId"), CONSTRAINT "FK_0d22bd83904801dba5a612f6424" FOREIGN KEY ("roundId") REFERENCES "round" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_60bc29c62003e5439d6f97698e6" FOREIGN KEY ("announcementId") REFERENCES "announcement" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_d0e473064a5bef53c9326fa2754" FOREIGN KEY ("ministryId") REFERENCES "organisation" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_09087733b5eb1a19697578df63c" FOREIGN KEY ("personId") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE INDEX "IDX_0d22bd83904801dba5a612f642" ON "announcement_withdrawal" ("roundId")`,
  `ALTER TABLE "committee_meeting" ADD COLUMN "closedById" varchar(36)`,
  `ALTER TABLE "committee_meeting" ADD COLUMN "cancelReason" text`,
  // a recusal may be from a topic, too: SQLite changes a column only with the whole table
  `CREATE TABLE "temporary_committee_recusal" ("id" varchar(36) PRIMARY KEY NOT NULL, "meetingId" varchar(36) NOT NULL, "memberId" varchar(36) NOT NULL, "planId" varchar(36), "kind" varchar(64) NOT NULL, "reason" text NOT NULL, "recordedAt" varchar(24) NOT NULL, "itemNo" integer, CONSTRAINT "committee_recusal_topic" UNIQUE ("meetingId", "memberId", "itemNo"), CONSTRAINT "committee_recusal_once" UNIQUE ("meetingId", "memberId", "planId"), CONSTRAINT "FK_e8c0c47d8f343f97fcb753ee421" FOREIGN KEY ("meetingId") REFERENCES "committee_meeting" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_9839fc1b047fcfb710157557319" FOREIGN KEY ("memberId") REFERENCES "committee_member" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_e35df352c90cb274c8a1f516007" FOREIGN KEY ("planId") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `INSERT INTO "temporary_committee_recusal" ("id", "meetingId", "memberId", "planId", "kind", "reason", "recordedAt") SELECT "id", "meetingId", "memberId", "planId", "kind", "reason", "recordedAt" FROM "committee_recusal"`,
  `DROP TABLE "committee_recusal"`,
  `ALTER TABLE "temporary_committee_recusal" RENAME TO "committee_recusal"`,
];

const APPEND_ONLY = ['item_resolution', 'announcement_withdrawal', 'committee_recusal'];

export class ItemResolutions1797230000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, ...APPEND_ONLY.flatMap(appendOnly)]) await runner.query(statement);
  }

  /** What was decided and taken back is not forgotten by going back. */
  async down(): Promise<void> {
    throw new Error('this step cannot be undone; restore a backup instead');
  }
}
