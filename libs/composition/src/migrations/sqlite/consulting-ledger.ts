import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPEND_ONLY, FIRST_ROUNDS } from '../consulting-ledger.js';
import { appendOnly } from './walls.js';

/** Rounds of consulting, visits and meetings, the end of an appointment; what an opinion is about and where its answer shows (SQLite). */
const STATEMENTS = [
  `CREATE TABLE "consultant_dismissal" ("id" varchar(36) PRIMARY KEY NOT NULL, "assignmentId" varchar(36) NOT NULL, "reason" text NOT NULL, "endedBy" varchar(36) NOT NULL, "endedAt" varchar(24) NOT NULL, CONSTRAINT "consultant_dismissal_once" UNIQUE ("assignmentId"), CONSTRAINT "FK_36753239db3852368a02c3a6b52" FOREIGN KEY ("assignmentId") REFERENCES "consultant_assignment" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_afb99e3ea372e657a76cc3f3951" FOREIGN KEY ("endedBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "consulting_round" ("id" varchar(36) PRIMARY KEY NOT NULL, "planId" varchar(36) NOT NULL, "phase" varchar(64) NOT NULL, "no" integer NOT NULL, "reason" text, "openedBy" varchar(36) NOT NULL, "openedAt" varchar(24) NOT NULL, "closedBy" varchar(36), "closedAt" varchar(24), "version" integer NOT NULL, CONSTRAINT "consulting_round_no" UNIQUE ("planId", "phase", "no"), CONSTRAINT "FK_a694150499d4288d4f58c3a712a" FOREIGN KEY ("planId") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_90f14b8dd21dc2b97f7b1590287" FOREIGN KEY ("openedBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_0c48b867d187fdbae397627bc00" FOREIGN KEY ("closedBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "consulting_meeting" ("id" varchar(36) PRIMARY KEY NOT NULL, "planId" varchar(36) NOT NULL, "phase" varchar(64) NOT NULL, "consultingRound" integer NOT NULL, "kind" varchar(64) NOT NULL, "heldOn" varchar(10) NOT NULL, "place" varchar(200) NOT NULL, "attendees" text NOT NULL, "summary" text NOT NULL, "correctsId" varchar(36), "recordedBy" varchar(36) NOT NULL, "recordedAt" varchar(24) NOT NULL, CONSTRAINT "FK_0252866e471282a8ec8f75e5255" FOREIGN KEY ("planId") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_afef726379e4576b61f6e680f8d" FOREIGN KEY ("recordedBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_f828c489e147e702b42c89f43f0" FOREIGN KEY ("correctsId") REFERENCES "consulting_meeting" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE INDEX "IDX_0252866e471282a8ec8f75e525" ON "consulting_meeting" ("planId")`,
  `ALTER TABLE "opinion" ADD COLUMN "consultingRound" integer NOT NULL DEFAULT (1)`,
  `ALTER TABLE "opinion" ADD COLUMN "severity" varchar(64) NOT NULL DEFAULT ('should')`,
  `ALTER TABLE "opinion" ADD COLUMN "target" varchar(200)`,
  `ALTER TABLE "opinion" ADD COLUMN "meetingId" varchar(36)`,
  `ALTER TABLE "opinion" ADD COLUMN "dueAt" varchar(24)`,
  `ALTER TABLE "opinion_turn" ADD COLUMN "changes" text`,
  `ALTER TABLE "opinion_turn" ADD COLUMN "inVersionNo" integer`,
  FIRST_ROUNDS,
];

export class ConsultingLedger1796200000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, ...APPEND_ONLY.flatMap(appendOnly)]) await runner.query(statement);
  }

  /** What was advised is not forgotten by going back. */
  async down(): Promise<void> {
    throw new Error('this step cannot be undone; restore a backup instead');
  }
}
