import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPEND_ONLY, FIRST_ROUNDS } from '../consulting-ledger.js';
import { appendOnly } from './walls.js';

/** Rounds of consulting, visits and meetings, the end of an appointment; what an opinion is about and where its answer shows (PostgreSQL). */
const STATEMENTS = [
  `CREATE TABLE "consultant_dismissal" ("id" character varying(36) NOT NULL, "assignmentId" character varying(36) NOT NULL, "reason" text NOT NULL, "endedBy" character varying(36) NOT NULL, "endedAt" character varying(24) NOT NULL, CONSTRAINT "consultant_dismissal_once" UNIQUE ("assignmentId"), CONSTRAINT "PK_9adc1836a50f515ba008eaf87c3" PRIMARY KEY ("id"))`,
  `CREATE TABLE "consulting_round" ("id" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "phase" character varying(64) NOT NULL, "no" integer NOT NULL, "reason" text, "openedBy" character varying(36) NOT NULL, "openedAt" character varying(24) NOT NULL, "closedBy" character varying(36), "closedAt" character varying(24), "version" integer NOT NULL, CONSTRAINT "consulting_round_no" UNIQUE ("planId", "phase", "no"), CONSTRAINT "PK_191f9a986bfabdb7552f37bd532" PRIMARY KEY ("id"))`,
  `CREATE TABLE "consulting_meeting" ("id" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "phase" character varying(64) NOT NULL, "consultingRound" integer NOT NULL, "kind" character varying(64) NOT NULL, "heldOn" character varying(10) NOT NULL, "place" character varying(200) NOT NULL, "attendees" text NOT NULL, "summary" text NOT NULL, "correctsId" character varying(36), "recordedBy" character varying(36) NOT NULL, "recordedAt" character varying(24) NOT NULL, CONSTRAINT "PK_70fcd4b88329fb17ed7a3d6daeb" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_0252866e471282a8ec8f75e525" ON "consulting_meeting" ("planId")`,
  `ALTER TABLE "opinion" ADD "consultingRound" integer NOT NULL DEFAULT '1'`,
  `ALTER TABLE "opinion" ADD "severity" character varying(64) NOT NULL DEFAULT 'should'`,
  `ALTER TABLE "opinion" ADD "target" character varying(200)`,
  `ALTER TABLE "opinion" ADD "meetingId" character varying(36)`,
  `ALTER TABLE "opinion" ADD "dueAt" character varying(24)`,
  `ALTER TABLE "opinion_turn" ADD "changes" text`,
  `ALTER TABLE "opinion_turn" ADD "inVersionNo" integer`,
  `ALTER TABLE "consultant_dismissal" ADD CONSTRAINT "FK_36753239db3852368a02c3a6b52" FOREIGN KEY ("assignmentId") REFERENCES "consultant_assignment"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "consultant_dismissal" ADD CONSTRAINT "FK_afb99e3ea372e657a76cc3f3951" FOREIGN KEY ("endedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "consulting_round" ADD CONSTRAINT "FK_a694150499d4288d4f58c3a712a" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "consulting_round" ADD CONSTRAINT "FK_90f14b8dd21dc2b97f7b1590287" FOREIGN KEY ("openedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "consulting_round" ADD CONSTRAINT "FK_0c48b867d187fdbae397627bc00" FOREIGN KEY ("closedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "consulting_meeting" ADD CONSTRAINT "FK_0252866e471282a8ec8f75e5255" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "consulting_meeting" ADD CONSTRAINT "FK_afef726379e4576b61f6e680f8d" FOREIGN KEY ("recordedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "consulting_meeting" ADD CONSTRAINT "FK_f828c489e147e702b42c89f43f0" FOREIGN KEY ("correctsId") REFERENCES "consulting_meeting"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
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
