import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './walls.js';

/** What regions report of their years (PostgreSQL). */
const STATEMENTS = [
  `CREATE TABLE "yearly_report" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "year" integer NOT NULL, "no" integer NOT NULL, "summary" text NOT NULL, "results" text NOT NULL, "spent" bigint NOT NULL, "auditReference" character varying(100), "contentHash" character varying(64) NOT NULL, "submittedBy" character varying(36) NOT NULL, "submittedAt" character varying(24) NOT NULL, CONSTRAINT "yearly_report_no" UNIQUE ("planId", "year", "no"), CONSTRAINT "PK_2d1169510c8ca31af7566b3f3cd" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_4364c92dbbe3514bb6b53f7756" ON "yearly_report" ("roundId")`,
  `ALTER TABLE "yearly_report" ADD CONSTRAINT "FK_4364c92dbbe3514bb6b53f77565" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "yearly_report" ADD CONSTRAINT "FK_6b57177dbe0b3dc119ea25c72eb" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "yearly_report" ADD CONSTRAINT "FK_030899e73c7eaafb61e76a48d5e" FOREIGN KEY ("submittedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
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
