import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './walls.js';

/** What regions report of their years (SQLite). */
const STATEMENTS = [
  `CREATE TABLE "yearly_report" ("id" varchar(36) PRIMARY KEY NOT NULL, "roundId" varchar(36) NOT NULL, "planId" varchar(36) NOT NULL, "year" integer NOT NULL, "no" integer NOT NULL, "summary" text NOT NULL, "results" text NOT NULL, "spent" bigint NOT NULL, "auditReference" varchar(100), "contentHash" varchar(64) NOT NULL, "submittedBy" varchar(36) NOT NULL, "submittedAt" varchar(24) NOT NULL, CONSTRAINT "yearly_report_no" UNIQUE ("planId", "year", "no"), CONSTRAINT "FK_4364c92dbbe3514bb6b53f77565" FOREIGN KEY ("roundId") REFERENCES "round" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_6b57177dbe0b3dc119ea25c72eb" FOREIGN KEY ("planId") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_030899e73c7eaafb61e76a48d5e" FOREIGN KEY ("submittedBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE INDEX "IDX_4364c92dbbe3514bb6b53f7756" ON "yearly_report" ("roundId")`,
];

export class YearlyReports1795800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, ...appendOnly('yearly_report')]) await runner.query(statement);
  }

  /** What was reported is not forgotten by going back. */
  async down(): Promise<void> {
    throw new Error('this step cannot be undone; restore a backup instead');
  }
}
