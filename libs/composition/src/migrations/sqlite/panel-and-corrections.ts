import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPEND_ONLY, LOCKED_SHEET_MAY_CHANGE } from '../panel-and-corrections.js';
import { appendOnly } from './walls.js';

/** The candidate pool, declarations, challenges; stages, discussion, corrections and summary opinions; analyses (SQLite). */
const STATEMENTS = [
  `CREATE TABLE "evaluator_profile" ("personId" varchar(36) PRIMARY KEY NOT NULL, "fields" text NOT NULL, "industry" boolean NOT NULL, "department" varchar(200), "qualification" varchar(64) NOT NULL, "experienceYears" integer, "validUntil" varchar(10) NOT NULL, "struckAt" varchar(24), "strikeReason" text, "updatedAt" varchar(24) NOT NULL, "version" integer NOT NULL)`,
  `CREATE TABLE "interest_declaration" ("id" varchar(36) PRIMARY KEY NOT NULL, "roundId" varchar(36) NOT NULL, "personId" varchar(36) NOT NULL, "planId" varchar(36), "kind" varchar(64) NOT NULL, "note" text, "declaredAt" varchar(24) NOT NULL, CONSTRAINT "FK_ef8b4c1753b923199464e13ebda" FOREIGN KEY ("roundId") REFERENCES "round" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_43ffd9dc37dc781f4e5753ce7f9" FOREIGN KEY ("personId") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_18e83645d802185d06c9e314bb3" FOREIGN KEY ("planId") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "challenge" ("id" varchar(36) PRIMARY KEY NOT NULL, "roundId" varchar(36) NOT NULL, "planId" varchar(36) NOT NULL, "named" varchar(200) NOT NULL, "grounds" text NOT NULL, "state" varchar(64) NOT NULL, "assignmentId" varchar(36), "needed" integer, "decisionNote" text, "filedBy" varchar(36) NOT NULL, "filedAt" varchar(24) NOT NULL, "decidedAt" varchar(24), "version" integer NOT NULL, CONSTRAINT "FK_558fb06f3b5de70509950684598" FOREIGN KEY ("roundId") REFERENCES "round" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_fcb591bc77817f47013235aedf4" FOREIGN KEY ("planId") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_bc963bc24dee5e08939e450f323" FOREIGN KEY ("assignmentId") REFERENCES "evaluator_assignment" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_a192a1ad55ba05d6ca7d81bc749" FOREIGN KEY ("filedBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "challenge_vote" ("id" varchar(36) PRIMARY KEY NOT NULL, "challengeId" varchar(36) NOT NULL, "personId" varchar(36) NOT NULL, "uphold" boolean NOT NULL, "reason" text, "votedAt" varchar(24) NOT NULL, CONSTRAINT "challenge_vote_once" UNIQUE ("challengeId", "personId"), CONSTRAINT "FK_d3ddb4cb89a80b6d96615129815" FOREIGN KEY ("challengeId") REFERENCES "challenge" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_191abaa41f27be86dcfe51cc07c" FOREIGN KEY ("personId") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "sheet_correction" ("id" varchar(36) PRIMARY KEY NOT NULL, "roundId" varchar(36) NOT NULL, "sheetId" varchar(36) NOT NULL, "state" varchar(64) NOT NULL, "before" text NOT NULL, "after" text NOT NULL, "reason" text NOT NULL, "reference" varchar(100), "sheetVersion" integer NOT NULL, "proposedBy" varchar(36) NOT NULL, "proposedAt" varchar(24) NOT NULL, "decidedBy" varchar(36), "decidedAt" varchar(24), "decisionNote" text, "version" integer NOT NULL, CONSTRAINT "FK_46390041abb9bcd2f188f0a33a1" FOREIGN KEY ("roundId") REFERENCES "round" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_182082255ff7bf4f29333298f9e" FOREIGN KEY ("sheetId") REFERENCES "score_sheet" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_44edce80b0555dcf99fdb4dc4ee" FOREIGN KEY ("proposedBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_014253cc613b37b95e9a6788fda" FOREIGN KEY ("decidedBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "panel_session" ("roundId" varchar(36) PRIMARY KEY NOT NULL, "discussionOpenedAt" varchar(24), "discussionOpenedBy" varchar(36), "discussionClosedAt" varchar(24), "version" integer NOT NULL, CONSTRAINT "FK_e377ad6787cfc5cddb56ae2c0fb" FOREIGN KEY ("discussionOpenedBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "summary_opinion" ("id" varchar(36) PRIMARY KEY NOT NULL, "roundId" varchar(36) NOT NULL, "planId" varchar(36) NOT NULL, "no" integer NOT NULL, "text" text NOT NULL, "writtenBy" varchar(36) NOT NULL, "writtenAt" varchar(24) NOT NULL, CONSTRAINT "summary_opinion_no" UNIQUE ("planId", "no"), CONSTRAINT "FK_4f4bf87dbc1c5067ab4111b686e" FOREIGN KEY ("roundId") REFERENCES "round" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_b9e629e22f133c4c9a14eedc53e" FOREIGN KEY ("planId") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_0934af8ef14f398a1bfd4806fcd" FOREIGN KEY ("writtenBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "analysis_run" ("id" varchar(36) PRIMARY KEY NOT NULL, "roundId" varchar(36) NOT NULL, "aggregateNo" integer NOT NULL, "inputsHash" varchar(64) NOT NULL, "options" text NOT NULL, "result" text NOT NULL, "resultHash" varchar(64) NOT NULL, "purpose" text, "requestedBy" varchar(36) NOT NULL, "requestedAt" varchar(24) NOT NULL, CONSTRAINT "FK_ec64c7df6989647a7e102d2d627" FOREIGN KEY ("roundId") REFERENCES "round" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_38687a5119c4a61db828847c544" FOREIGN KEY ("requestedBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE INDEX "IDX_85fabe543ca84bd1f85b2d72de" ON "interest_declaration" ("roundId", "personId")`,
  `CREATE INDEX "IDX_558fb06f3b5de7050995068459" ON "challenge" ("roundId")`,
  `CREATE INDEX "IDX_182082255ff7bf4f29333298f9" ON "sheet_correction" ("sheetId")`,
  `CREATE INDEX "IDX_46390041abb9bcd2f188f0a33a" ON "sheet_correction" ("roundId")`,
  `CREATE INDEX "IDX_4f4bf87dbc1c5067ab4111b686" ON "summary_opinion" ("roundId")`,
  `CREATE INDEX "IDX_ec64c7df6989647a7e102d2d62" ON "analysis_run" ("roundId")`,
  `ALTER TABLE "score_sheet" ADD COLUMN "stage" varchar(32) NOT NULL DEFAULT ('main')`,
  `ALTER TABLE "score_sheet" ADD COLUMN "startedAt" varchar(24)`,
  `ALTER TABLE "score_sheet_version" ADD COLUMN "phase" varchar(64) NOT NULL DEFAULT ('first')`,
  `ALTER TABLE "score_sheet_version" ADD COLUMN "reasons" text`,
  `ALTER TABLE "score_aggregate" ADD COLUMN "list" text`,
  // an assignment is unique per stage: SQLite changes a constraint only with the whole table
  `CREATE TABLE "temporary_evaluator_assignment" ("id" varchar(36) PRIMARY KEY NOT NULL, "roundId" varchar(36) NOT NULL, "planId" varchar(36) NOT NULL, "personId" varchar(36) NOT NULL, "alias" varchar(12) NOT NULL, "state" varchar(64) NOT NULL, "assignedAt" varchar(24) NOT NULL, "endReason" text, "version" integer NOT NULL, "stage" varchar(32) NOT NULL DEFAULT ('main'), CONSTRAINT "evaluator_assignment_once" UNIQUE ("planId", "personId", "stage"), CONSTRAINT "evaluator_assignment_alias" UNIQUE ("planId", "alias"), CONSTRAINT "FK_cd3a2d821b865a128ccd3827d26" FOREIGN KEY ("personId") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_4d7859bd0e640c820f1cf825b34" FOREIGN KEY ("planId") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_19f9f159cc1eda096bd2971c341" FOREIGN KEY ("roundId") REFERENCES "round" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `INSERT INTO "temporary_evaluator_assignment" ("id", "roundId", "planId", "personId", "alias", "state", "assignedAt", "endReason", "version") SELECT "id", "roundId", "planId", "personId", "alias", "state", "assignedAt", "endReason", "version" FROM "evaluator_assignment"`,
  `DROP TABLE "evaluator_assignment"`,
  `ALTER TABLE "temporary_evaluator_assignment" RENAME TO "evaluator_assignment"`,
  `CREATE INDEX "IDX_19f9f159cc1eda096bd2971c34" ON "evaluator_assignment" ("roundId")`,
  `DROP TRIGGER "score_sheet_locked"`,
  `CREATE TRIGGER "score_sheet_locked" BEFORE UPDATE ON "score_sheet" WHEN OLD."state" = 'void' OR (OLD."state" = 'locked' AND NOT (${LOCKED_SHEET_MAY_CHANGE})) BEGIN SELECT RAISE(ABORT, 'a locked sheet cannot change'); END`,
];

export class PanelAndCorrections1795700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, ...APPEND_ONLY.flatMap(appendOnly)]) await runner.query(statement);
  }

  /** What was declared, voted and corrected is not forgotten by going back. */
  async down(): Promise<void> {
    throw new Error('this step cannot be undone; restore a backup instead');
  }
}
