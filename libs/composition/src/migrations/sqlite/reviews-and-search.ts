import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './walls.js';

/** Verdicts of the ministries on sub-projects, and the search index (SQLite). */
const STATEMENTS = [
  `CREATE TABLE "sub_project_review" ("id" varchar(36) PRIMARY KEY NOT NULL, "planId" varchar(36) NOT NULL, "versionNo" integer NOT NULL, "subProjectKey" varchar(40) NOT NULL, "ministryId" varchar(36) NOT NULL, "verdict" varchar(64) NOT NULL, "text" text, "duplicateOf" text, "contentHash" varchar(64) NOT NULL, "no" integer NOT NULL, "reviewedBy" varchar(36) NOT NULL, "reviewedAt" varchar(24) NOT NULL, CONSTRAINT "sub_project_review_no" UNIQUE ("planId", "subProjectKey", "no"), CONSTRAINT "FK_cee6a91006ab902ab4d067f63c2" FOREIGN KEY ("planId") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_1812b1255e5ac4c6d2bc0172523" FOREIGN KEY ("ministryId") REFERENCES "organisation" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_e39eb8f2403882a03aa3dd9afed" FOREIGN KEY ("reviewedBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "search_document" ("position" integer PRIMARY KEY NOT NULL, "planId" varchar(36) NOT NULL REFERENCES "plan"("id"), "roundId" varchar(36) NOT NULL, "year" integer NOT NULL, "province" varchar(64) NOT NULL, "title" text NOT NULL, "versionNo" integer NOT NULL, "submittedAt" varchar(24) NOT NULL, "readBy" varchar(64) NOT NULL, "rules" integer NOT NULL, "kind" varchar(64) NOT NULL, "key" varchar(64) NOT NULL, "heading" text NOT NULL, "folded" text NOT NULL, "text" text NOT NULL)`,
  `CREATE INDEX "search_document_plan" ON "search_document" ("planId", "kind")`,
  `CREATE VIRTUAL TABLE "search_index" USING fts5("tokens", content = '', contentless_delete = 1, detail = none, tokenize = 'ascii')`,
];

export class ReviewsAndSearch1796400000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, ...appendOnly('sub_project_review')]) await runner.query(statement);
  }

  /** What a ministry said is not forgotten by going back. */
  async down(): Promise<void> {
    throw new Error('this step cannot be undone; restore a backup instead');
  }
}
