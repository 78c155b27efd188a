import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './walls.js';

/** Verdicts of the ministries on sub-projects, and the search index (PostgreSQL). */
const STATEMENTS = [
  `CREATE TABLE "sub_project_review" ("id" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "versionNo" integer NOT NULL, "subProjectKey" character varying(40) NOT NULL, "ministryId" character varying(36) NOT NULL, "verdict" character varying(64) NOT NULL, "text" text, "duplicateOf" text, "contentHash" character varying(64) NOT NULL, "no" integer NOT NULL, "reviewedBy" character varying(36) NOT NULL, "reviewedAt" character varying(24) NOT NULL, CONSTRAINT "sub_project_review_no" UNIQUE ("planId", "subProjectKey", "no"), CONSTRAINT "PK_a4d594267b8a7be8ffee530828f" PRIMARY KEY ("id"))`,
  `ALTER TABLE "sub_project_review" ADD CONSTRAINT "FK_cee6a91006ab902ab4d067f63c2" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "sub_project_review" ADD CONSTRAINT "FK_1812b1255e5ac4c6d2bc0172523" FOREIGN KEY ("ministryId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "sub_project_review" ADD CONSTRAINT "FK_e39eb8f2403882a03aa3dd9afed" FOREIGN KEY ("reviewedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `CREATE TABLE "search_document" ("position" bigint PRIMARY KEY, "planId" character varying(36) NOT NULL REFERENCES "plan"("id"), "roundId" character varying(36) NOT NULL, "year" integer NOT NULL, "province" character varying(64) NOT NULL, "title" text NOT NULL, "versionNo" integer NOT NULL, "submittedAt" character varying(24) NOT NULL, "readBy" character varying(64) NOT NULL, "rules" integer NOT NULL, "kind" character varying(64) NOT NULL, "key" character varying(64) NOT NULL, "heading" text NOT NULL, "folded" text NOT NULL, "text" text NOT NULL)`,
  `CREATE INDEX "search_document_plan" ON "search_document" ("planId", "kind")`,
  `CREATE TABLE "search_index" ("position" bigint PRIMARY KEY REFERENCES "search_document"("position") ON DELETE CASCADE, "tokens" tsvector NOT NULL)`,
  `CREATE INDEX "search_index_tokens" ON "search_index" USING gin ("tokens") WITH (fastupdate = off)`,
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
