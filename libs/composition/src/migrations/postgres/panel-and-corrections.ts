import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPEND_ONLY, LOCKED_SHEET_MAY_CHANGE } from '../panel-and-corrections.js';
import { appendOnly } from './walls.js';

/** The candidate pool, declarations, challenges; stages, discussion, corrections and summary opinions; analyses (PostgreSQL). */
const STATEMENTS = [
  `CREATE TABLE "evaluator_profile" ("personId" character varying(36) NOT NULL, "fields" text NOT NULL, "industry" boolean NOT NULL, "department" character varying(200), "qualification" character varying(64) NOT NULL, "experienceYears" integer, "validUntil" character varying(10) NOT NULL, "struckAt" character varying(24), "strikeReason" text, "updatedAt" character varying(24) NOT NULL, "version" integer NOT NULL, CONSTRAINT "PK_ae9fae89081ac314572b991b361" PRIMARY KEY ("personId"))`,
  `CREATE TABLE "interest_declaration" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "personId" character varying(36) NOT NULL, "planId" character varying(36), "kind" character varying(64) NOT NULL, "note" text, "declaredAt" character varying(24) NOT NULL, CONSTRAINT "PK_4a1790ac3b04d95c77744c26fcb" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_85fabe543ca84bd1f85b2d72de" ON "interest_declaration" ("roundId", "personId")`,
  `CREATE TABLE "challenge" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "named" character varying(200) NOT NULL, "grounds" text NOT NULL, "state" character varying(64) NOT NULL, "assignmentId" character varying(36), "needed" integer, "decisionNote" text, "filedBy" character varying(36) NOT NULL, "filedAt" character varying(24) NOT NULL, "decidedAt" character varying(24), "version" integer NOT NULL, CONSTRAINT "PK_5f31455ad09ea6a836a06871b7a" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_558fb06f3b5de7050995068459" ON "challenge" ("roundId")`,
  `CREATE TABLE "challenge_vote" ("id" character varying(36) NOT NULL, "challengeId" character varying(36) NOT NULL, "personId" character varying(36) NOT NULL, "uphold" boolean NOT NULL, "reason" text, "votedAt" character varying(24) NOT NULL, CONSTRAINT "challenge_vote_once" UNIQUE ("challengeId", "personId"), CONSTRAINT "PK_b6cc29c81c6b435bd44028f3af6" PRIMARY KEY ("id"))`,
  `CREATE TABLE "sheet_correction" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "sheetId" character varying(36) NOT NULL, "state" character varying(64) NOT NULL, "before" text NOT NULL, "after" text NOT NULL, "reason" text NOT NULL, "reference" character varying(100), "sheetVersion" integer NOT NULL, "proposedBy" character varying(36) NOT NULL, "proposedAt" character varying(24) NOT NULL, "decidedBy" character varying(36), "decidedAt" character varying(24), "decisionNote" text, "version" integer NOT NULL, CONSTRAINT "PK_902c0013bdc087466aa090438e4" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_182082255ff7bf4f29333298f9" ON "sheet_correction" ("sheetId")`,
  `CREATE INDEX "IDX_46390041abb9bcd2f188f0a33a" ON "sheet_correction" ("roundId")`,
  `CREATE TABLE "panel_session" ("roundId" character varying(36) NOT NULL, "discussionOpenedAt" character varying(24), "discussionOpenedBy" character varying(36), "discussionClosedAt" character varying(24), "version" integer NOT NULL, CONSTRAINT "PK_88aaedf3e572b69b3fdd0b29d05" PRIMARY KEY ("roundId"))`,
  `CREATE TABLE "summary_opinion" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "no" integer NOT NULL, "text" text NOT NULL, "writtenBy" character varying(36) NOT NULL, "writtenAt" character varying(24) NOT NULL, CONSTRAINT "summary_opinion_no" UNIQUE ("planId", "no"), CONSTRAINT "PK_47a25d352a40c71490ecf8909ff" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_4f4bf87dbc1c5067ab4111b686" ON "summary_opinion" ("roundId")`,
  `CREATE TABLE "analysis_run" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "aggregateNo" integer NOT NULL, "inputsHash" character varying(64) NOT NULL, "options" text NOT NULL, "result" text NOT NULL, "resultHash" character varying(64) NOT NULL, "purpose" text, "requestedBy" character varying(36) NOT NULL, "requestedAt" character varying(24) NOT NULL, CONSTRAINT "PK_2054d6ab3bde47f168afb37b6c2" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_ec64c7df6989647a7e102d2d62" ON "analysis_run" ("roundId")`,
  `ALTER TABLE "evaluator_assignment" ADD "stage" character varying(32) NOT NULL DEFAULT 'main'`,
  `ALTER TABLE "score_sheet" ADD "stage" character varying(32) NOT NULL DEFAULT 'main'`,
  `ALTER TABLE "score_sheet" ADD "startedAt" character varying(24)`,
  `ALTER TABLE "score_sheet_version" ADD "phase" character varying(64) NOT NULL DEFAULT 'first'`,
  `ALTER TABLE "score_sheet_version" ADD "reasons" text`,
  `ALTER TABLE "score_aggregate" ADD "list" text`,
  `ALTER TABLE "interest_declaration" ADD CONSTRAINT "FK_ef8b4c1753b923199464e13ebda" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "interest_declaration" ADD CONSTRAINT "FK_43ffd9dc37dc781f4e5753ce7f9" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "interest_declaration" ADD CONSTRAINT "FK_18e83645d802185d06c9e314bb3" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "challenge" ADD CONSTRAINT "FK_558fb06f3b5de70509950684598" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "challenge" ADD CONSTRAINT "FK_fcb591bc77817f47013235aedf4" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "challenge" ADD CONSTRAINT "FK_bc963bc24dee5e08939e450f323" FOREIGN KEY ("assignmentId") REFERENCES "evaluator_assignment"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "challenge" ADD CONSTRAINT "FK_a192a1ad55ba05d6ca7d81bc749" FOREIGN KEY ("filedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "challenge_vote" ADD CONSTRAINT "FK_d3ddb4cb89a80b6d96615129815" FOREIGN KEY ("challengeId") REFERENCES "challenge"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "challenge_vote" ADD CONSTRAINT "FK_191abaa41f27be86dcfe51cc07c" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "sheet_correction" ADD CONSTRAINT "FK_46390041abb9bcd2f188f0a33a1" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "sheet_correction" ADD CONSTRAINT "FK_182082255ff7bf4f29333298f9e" FOREIGN KEY ("sheetId") REFERENCES "score_sheet"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "sheet_correction" ADD CONSTRAINT "FK_44edce80b0555dcf99fdb4dc4ee" FOREIGN KEY ("proposedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "sheet_correction" ADD CONSTRAINT "FK_014253cc613b37b95e9a6788fda" FOREIGN KEY ("decidedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "panel_session" ADD CONSTRAINT "FK_e377ad6787cfc5cddb56ae2c0fb" FOREIGN KEY ("discussionOpenedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "summary_opinion" ADD CONSTRAINT "FK_4f4bf87dbc1c5067ab4111b686e" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "summary_opinion" ADD CONSTRAINT "FK_b9e629e22f133c4c9a14eedc53e" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "summary_opinion" ADD CONSTRAINT "FK_0934af8ef14f398a1bfd4806fcd" FOREIGN KEY ("writtenBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "analysis_run" ADD CONSTRAINT "FK_ec64c7df6989647a7e102d2d627" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "analysis_run" ADD CONSTRAINT "FK_38687a5119c4a61db828847c544" FOREIGN KEY ("requestedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "evaluator_assignment" DROP CONSTRAINT "evaluator_assignment_once"`,
  `ALTER TABLE "evaluator_assignment" ADD CONSTRAINT "evaluator_assignment_once" UNIQUE ("planId", "personId", "stage")`,
  `DROP TRIGGER "score_sheet_locked" ON "score_sheet"`,
  `CREATE FUNCTION keep_locked_sheet() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF OLD."state" = 'void' OR (OLD."state" = 'locked' AND NOT (${LOCKED_SHEET_MAY_CHANGE})) THEN
      RAISE EXCEPTION 'a locked sheet cannot change';
    END IF;
    RETURN NEW;
  END $$`,
  `CREATE TRIGGER "score_sheet_locked" BEFORE UPDATE ON "score_sheet" FOR EACH ROW WHEN (OLD."state" IN ('void', 'locked')) EXECUTE FUNCTION keep_locked_sheet()`,
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
