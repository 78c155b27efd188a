import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records of results conferences (PostgreSQL); what was published or discarded never changes. */
const STATEMENTS = [
  `CREATE TABLE "results_conference" ("id" character varying(36) NOT NULL, "seriesId" character varying(36) NOT NULL, "no" integer NOT NULL, "state" character varying(64) NOT NULL, "heldOn" character varying(10) NOT NULL, "content" text NOT NULL, "contentHash" character varying(64) NOT NULL, "createdBy" character varying(36) NOT NULL, "createdAt" character varying(24) NOT NULL, "publishedBy" character varying(36), "publishedAt" character varying(24), "version" integer NOT NULL, CONSTRAINT "results_conference_no" UNIQUE ("seriesId", "no"), CONSTRAINT "PK_c08369670d94bae5266ea897a36" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_890ce6fb4cb33afbd3948b3338" ON "results_conference" ("state", "heldOn")`,
  `ALTER TABLE "results_conference" ADD CONSTRAINT "FK_3d27be7d67a538f7968610b8c6f" FOREIGN KEY ("createdBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "results_conference" ADD CONSTRAINT "FK_8f05785abf1aec61f018a8bc3e2" FOREIGN KEY ("publishedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `CREATE TRIGGER "results_conference_told" BEFORE UPDATE ON "results_conference" FOR EACH ROW WHEN (OLD."state" <> 'draft') EXECUTE FUNCTION refuse_change('what was told is not changed')`,
  `CREATE TRIGGER "results_conference_kept" BEFORE DELETE ON "results_conference" FOR EACH ROW EXECUTE FUNCTION refuse_change('a conference record cannot be deleted')`,
];

export class Results1797000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  /** What was told the public is not forgotten by going back. */
  async down(): Promise<void> {
    throw new Error('this step cannot be undone; restore a backup instead');
  }
}
