import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './walls.js';

/** Versions of an announcement, screening and re-evaluation, the ministries' word on the money, gazette text and posting (PostgreSQL). */
const STATEMENTS = [
  `CREATE TABLE "re_evaluation" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "objectionId" character varying(36) NOT NULL, "chairId" character varying(36) NOT NULL, "sheets" text NOT NULL, "result" text NOT NULL, "contentHash" character varying(64) NOT NULL, "recordedAt" character varying(24) NOT NULL, "signedAt" character varying(24), "version" integer NOT NULL, CONSTRAINT "re_evaluation_once" UNIQUE ("planId"), CONSTRAINT "PK_12d5b6a3a239b49947ba66016bd" PRIMARY KEY ("id"))`,
  `CREATE TABLE "funding_confirmation" ("id" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "versionNo" integer NOT NULL, "contentHash" character varying(64) NOT NULL, "subProjectKey" character varying(40) NOT NULL, "ministryId" character varying(36) NOT NULL, "verdict" character varying(64) NOT NULL, "reason" text, "no" integer NOT NULL, "personId" character varying(36) NOT NULL, "givenAt" character varying(24) NOT NULL, CONSTRAINT "funding_confirmation_no" UNIQUE ("planId", "subProjectKey", "no"), CONSTRAINT "PK_7ec928e9e7c80b78339315a4037" PRIMARY KEY ("id"))`,
  `CREATE TABLE "local_posting" ("id" character varying(36) NOT NULL, "designationId" character varying(36) NOT NULL, "provinceId" character varying(36) NOT NULL, "startedOn" character varying(10) NOT NULL, "place" character varying(300) NOT NULL, "recordedBy" character varying(36) NOT NULL, "recordedAt" character varying(24) NOT NULL, CONSTRAINT "local_posting_once" UNIQUE ("designationId"), CONSTRAINT "PK_c58f8982c3ee073cb85edb8bb05" PRIMARY KEY ("id"))`,
  `ALTER TABLE "announcement" ADD "reason" text`,
  `ALTER TABLE "announcement" ADD "changes" text`,
  `ALTER TABLE "announcement" ADD "announcedBy" character varying(36)`,
  `ALTER TABLE "objection" ADD "screening" text`,
  `ALTER TABLE "objection" ADD "screenedAt" character varying(24)`,
  `ALTER TABLE "designation" ADD "gazetteText" text`,
  `ALTER TABLE "re_evaluation" ADD CONSTRAINT "FK_36319831bbdf7a41ba423bc8730" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "re_evaluation" ADD CONSTRAINT "FK_50ff3ec053c72b045d56e361249" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "re_evaluation" ADD CONSTRAINT "FK_52a1b1cb33a35e922b72f776773" FOREIGN KEY ("objectionId") REFERENCES "objection"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "re_evaluation" ADD CONSTRAINT "FK_d9bf5934a896f51da098051ec79" FOREIGN KEY ("chairId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "funding_confirmation" ADD CONSTRAINT "FK_c1cdc50acdc996faf6389c04786" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "funding_confirmation" ADD CONSTRAINT "FK_0c3a1e3ed36ccfa58f23baee412" FOREIGN KEY ("ministryId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "funding_confirmation" ADD CONSTRAINT "FK_3507b140eeb81b608307b5e95e5" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "local_posting" ADD CONSTRAINT "FK_9ee0039edbe504818af2c128df4" FOREIGN KEY ("designationId") REFERENCES "designation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "local_posting" ADD CONSTRAINT "FK_50f92a9eced91e6979761377c2b" FOREIGN KEY ("provinceId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "local_posting" ADD CONSTRAINT "FK_af7d7f872e4e9951fcd970c6ec1" FOREIGN KEY ("recordedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `CREATE TRIGGER "re_evaluation_signed" BEFORE UPDATE ON "re_evaluation" FOR EACH ROW WHEN (OLD."signedAt" IS NOT NULL) EXECUTE FUNCTION refuse_change('a signed re-evaluation cannot change')`,
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
