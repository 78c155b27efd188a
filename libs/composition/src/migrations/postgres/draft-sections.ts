import type { MigrationInterface, QueryRunner } from 'typeorm';
import { moveDrafts } from '../draft-sections.js';

/** Drafts by section, and the plan a plan was started from (PostgreSQL). */
const STATEMENTS = [
  `CREATE TABLE "plan_section" ("id" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "section" character varying(64) NOT NULL, "version" integer NOT NULL, "content" text NOT NULL, "savedBy" character varying(36) NOT NULL, "savedAt" character varying(24) NOT NULL, CONSTRAINT "plan_section_version" UNIQUE ("planId", "section", "version"), CONSTRAINT "PK_46ce0afc710ff959e1f78ff86e2" PRIMARY KEY ("id"), CONSTRAINT "FK_d48c06b6744b5f0ba4fed0afc6d" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_a66a310e8d87aea3533641ec5fa" FOREIGN KEY ("savedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `ALTER TABLE "plan" ADD "draftTitle" character varying(200) NOT NULL DEFAULT ''`,
  `ALTER TABLE "plan" ADD "startedFromId" character varying(36)`,
];

export class DraftSections1796000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
    await moveDrafts(runner, 'postgres');
    await runner.query('ALTER TABLE "plan" DROP COLUMN "draft"');
  }

  /** What was saved by section since has no place in one column. */
  async down(): Promise<void> {
    throw new Error('this step cannot be undone; restore a backup instead');
  }
}
