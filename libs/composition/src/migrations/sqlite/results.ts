import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Records of results conferences (SQLite); what was published or discarded never changes. */
const STATEMENTS = [
  `CREATE TABLE "results_conference" ("id" varchar(36) PRIMARY KEY NOT NULL, "seriesId" varchar(36) NOT NULL, "no" integer NOT NULL, "state" varchar(64) NOT NULL, "heldOn" varchar(10) NOT NULL, "content" text NOT NULL, "contentHash" varchar(64) NOT NULL, "createdBy" varchar(36) NOT NULL, "createdAt" varchar(24) NOT NULL, "publishedBy" varchar(36), "publishedAt" varchar(24), "version" integer NOT NULL, CONSTRAINT "results_conference_no" UNIQUE ("seriesId", "no"), CONSTRAINT "FK_3d27be7d67a538f7968610b8c6f" FOREIGN KEY ("createdBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_8f05785abf1aec61f018a8bc3e2" FOREIGN KEY ("publishedBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE INDEX "IDX_890ce6fb4cb33afbd3948b3338" ON "results_conference" ("state", "heldOn")`,
  `CREATE TRIGGER "results_conference_told" BEFORE UPDATE ON "results_conference" WHEN OLD."state" <> 'draft' BEGIN SELECT RAISE(ABORT, 'what was told is not changed'); END`,
  `CREATE TRIGGER "results_conference_kept" BEFORE DELETE ON "results_conference" BEGIN SELECT RAISE(ABORT, 'a conference record cannot be deleted'); END`,
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
