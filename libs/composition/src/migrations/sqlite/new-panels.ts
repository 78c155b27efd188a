import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The all-new panel of a re-evaluation: who is of which panel, and until when it marks (SQLite). */
const STATEMENTS = [
  `CREATE TABLE "re_evaluation_panel" ("id" varchar(36) PRIMARY KEY NOT NULL, "roundId" varchar(36) NOT NULL, "planId" varchar(36) NOT NULL, "state" varchar(64) NOT NULL, "scoreBy" varchar(24) NOT NULL, "openedAt" varchar(24) NOT NULL, "version" integer NOT NULL, CONSTRAINT "re_evaluation_panel_once" UNIQUE ("planId"), CONSTRAINT "FK_e14bed635f6e93ecaab0e5c78e4" FOREIGN KEY ("roundId") REFERENCES "round" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_485af111a0db0f3e0f3077850c4" FOREIGN KEY ("planId") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE INDEX "IDX_e14bed635f6e93ecaab0e5c78e" ON "re_evaluation_panel" ("roundId")`,
  `ALTER TABLE "panel_member" ADD COLUMN "series" varchar(32) NOT NULL DEFAULT 'first'`,
  `ALTER TABLE "evaluator_assignment" ADD COLUMN "series" varchar(32) NOT NULL DEFAULT 'first'`,
  `ALTER TABLE "score_sheet" ADD COLUMN "series" varchar(32) NOT NULL DEFAULT 'first'`,
];

export class NewPanels1797240000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  /** What a new panel gave is not forgotten by going back. */
  async down(): Promise<void> {
    throw new Error('this step cannot be undone; restore a backup instead');
  }
}
