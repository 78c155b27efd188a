import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './walls.js';

/** Versions of an announcement, screening and re-evaluation, the ministries' word on the money, gazette text and posting (SQLite). */
const STATEMENTS = [
  `CREATE TABLE "re_evaluation" ("id" varchar(36) PRIMARY KEY NOT NULL, "roundId" varchar(36) NOT NULL, "planId" varchar(36) NOT NULL, "objectionId" varchar(36) NOT NULL, "chairId" varchar(36) NOT NULL, "sheets" text NOT NULL, "result" text NOT NULL, "contentHash" varchar(64) NOT NULL, "recordedAt" varchar(24) NOT NULL, "signedAt" varchar(24), "version" integer NOT NULL, CONSTRAINT "re_evaluation_once" UNIQUE ("planId"), CONSTRAINT "FK_36319831bbdf7a41ba423bc8730" FOREIGN KEY ("roundId") REFERENCES "round" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_50ff3ec053c72b045d56e361249" FOREIGN KEY ("planId") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_52a1b1cb33a35e922b72f776773" FOREIGN KEY ("objectionId") REFERENCES "objection" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_d9bf5934a896f51da098051ec79" FOREIGN KEY ("chairId") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "funding_confirmation" ("id" varchar(36) PRIMARY KEY NOT NULL, "planId" varchar(36) NOT NULL, "versionNo" integer NOT NULL, "contentHash" varchar(64) NOT NULL, "subProjectKey" varchar(40) NOT NULL, "ministryId" varchar(36) NOT NULL, "verdict" varchar(64) NOT NULL, "reason" text, "no" integer NOT NULL, "personId" varchar(36) NOT NULL, "givenAt" varchar(24) NOT NULL, CONSTRAINT "funding_confirmation_no" UNIQUE ("planId", "subProjectKey", "no"), CONSTRAINT "FK_c1cdc50acdc996faf6389c04786" FOREIGN KEY ("planId") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_0c3a1e3ed36ccfa58f23baee412" FOREIGN KEY ("ministryId") REFERENCES "organisation" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_3507b140eeb81b608307b5e95e5" FOREIGN KEY ("personId") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "local_posting" ("id" varchar(36) PRIMARY KEY NOT NULL, "designationId" varchar(36) NOT NULL, "provinceId" varchar(36) NOT NULL, "startedOn" varchar(10) NOT NULL, "place" varchar(300) NOT NULL, "recordedBy" varchar(36) NOT NULL, "recordedAt" varchar(24) NOT NULL, CONSTRAINT "local_posting_once" UNIQUE ("designationId"), CONSTRAINT "FK_9ee0039edbe504818af2c128df4" FOREIGN KEY ("designationId") REFERENCES "designation" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_50f92a9eced91e6979761377c2b" FOREIGN KEY ("provinceId") REFERENCES "organisation" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_af7d7f872e4e9951fcd970c6ec1" FOREIGN KEY ("recordedBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `ALTER TABLE "announcement" ADD COLUMN "reason" text`,
  `ALTER TABLE "announcement" ADD COLUMN "changes" text`,
  `ALTER TABLE "announcement" ADD COLUMN "announcedBy" varchar(36)`,
  `ALTER TABLE "objection" ADD COLUMN "screening" text`,
  `ALTER TABLE "objection" ADD COLUMN "screenedAt" varchar(24)`,
  `ALTER TABLE "designation" ADD COLUMN "gazetteText" text`,
  `CREATE TRIGGER "re_evaluation_signed" BEFORE UPDATE ON "re_evaluation" WHEN OLD."signedAt" IS NOT NULL BEGIN SELECT RAISE(ABORT, 'a signed re-evaluation cannot change'); END`,
];

const APPEND_ONLY = ['funding_confirmation', 'local_posting'];

export class Publication1796600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, ...APPEND_ONLY.flatMap(appendOnly)]) await runner.query(statement);
  }

  /** What was announced and confirmed is not forgotten by going back. */
  async down(): Promise<void> {
    throw new Error('this step cannot be undone; restore a backup instead');
  }
}
