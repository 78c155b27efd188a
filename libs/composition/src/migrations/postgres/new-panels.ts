import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The all-new panel of a re-evaluation: who is of which panel, and until when it marks (PostgreSQL). */
const STATEMENTS = [
  `CREATE TABLE "re_evaluation_panel" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "state" character varying(64) NOT NULL, "scoreBy" character varying(24) NOT NULL, "openedAt" character varying(24) NOT NULL, "version" integer NOT NULL, CONSTRAINT "re_evaluation_panel_once" UNIQUE ("planId"), CONSTRAINT "PK_51260ddbbb28b880acf09382b16" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_e14bed635f6e93ecaab0e5c78e" ON "re_evaluation_panel" ("roundId")`,
  `ALTER TABLE "re_evaluation_panel" ADD CONSTRAINT "FK_e14bed635f6e93ecaab0e5c78e4" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "re_evaluation_panel" ADD CONSTRAINT "FK_485af111a0db0f3e0f3077850c4" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "panel_member" ADD "series" character varying(32) NOT NULL DEFAULT 'first'`,
  `ALTER TABLE "evaluator_assignment" ADD "series" character varying(32) NOT NULL DEFAULT 'first'`,
  `ALTER TABLE "score_sheet" ADD "series" character varying(32) NOT NULL DEFAULT 'first'`,
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
