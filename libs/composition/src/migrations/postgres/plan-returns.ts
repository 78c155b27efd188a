import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes within a province, and returns of plans for supplement (PostgreSQL). */
const STATEMENTS = [
  `CREATE TABLE "plan_supplement" ("id" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "filedNo" integer NOT NULL, "items" text NOT NULL, "dueAt" character varying(24) NOT NULL, "askedBy" character varying(36) NOT NULL, "askedAt" character varying(24) NOT NULL, "outcome" character varying(64), "suppliedNo" integer, "closedAt" character varying(24), CONSTRAINT "plan_supplement_once" UNIQUE ("planId"), CONSTRAINT "PK_8b9945d2c1a068bf4658fca1d50" PRIMARY KEY ("id"))`,
  `CREATE TABLE "plan_comment" ("id" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "section" character varying(64) NOT NULL, "path" character varying(200), "text" text NOT NULL, "writtenBy" character varying(36) NOT NULL, "writtenAt" character varying(24) NOT NULL, "resolvedBy" character varying(36), "resolvedAt" character varying(24), "version" integer NOT NULL, CONSTRAINT "PK_eda38f2e42a15386ab9c62bc71f" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_981f073ace89b85b9a30e5fc60" ON "plan_comment" ("planId")`,
  `ALTER TABLE "plan_supplement" ADD CONSTRAINT "FK_4f941f46d9e6d8e0c9fecd0d2fe" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "plan_supplement" ADD CONSTRAINT "FK_726bb414b35eea65523647db54c" FOREIGN KEY ("askedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "plan_comment" ADD CONSTRAINT "FK_981f073ace89b85b9a30e5fc606" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "plan_comment" ADD CONSTRAINT "FK_0e671fc88bec6e478e50cfd8e1a" FOREIGN KEY ("writtenBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "plan_comment" ADD CONSTRAINT "FK_4ce413df45f3ce0de3ffc2dc700" FOREIGN KEY ("resolvedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
];

export class PlanReturns1796100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  /** What was asked and noted is not forgotten by going back. */
  async down(): Promise<void> {
    throw new Error('this step cannot be undone; restore a backup instead');
  }
}
