import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Notes within a province, and returns of plans for supplement (SQLite). */
const STATEMENTS = [
  `CREATE TABLE "plan_supplement" ("id" varchar(36) PRIMARY KEY NOT NULL, "planId" varchar(36) NOT NULL, "filedNo" integer NOT NULL, "items" text NOT NULL, "dueAt" varchar(24) NOT NULL, "askedBy" varchar(36) NOT NULL, "askedAt" varchar(24) NOT NULL, "outcome" varchar(64), "suppliedNo" integer, "closedAt" varchar(24), CONSTRAINT "plan_supplement_once" UNIQUE ("planId"), CONSTRAINT "FK_4f941f46d9e6d8e0c9fecd0d2fe" FOREIGN KEY ("planId") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_726bb414b35eea65523647db54c" FOREIGN KEY ("askedBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "plan_comment" ("id" varchar(36) PRIMARY KEY NOT NULL, "planId" varchar(36) NOT NULL, "section" varchar(64) NOT NULL, "path" varchar(200), "text" text NOT NULL, "writtenBy" varchar(36) NOT NULL, "writtenAt" varchar(24) NOT NULL, "resolvedBy" varchar(36), "resolvedAt" varchar(24), "version" integer NOT NULL, CONSTRAINT "FK_981f073ace89b85b9a30e5fc606" FOREIGN KEY ("planId") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_0e671fc88bec6e478e50cfd8e1a" FOREIGN KEY ("writtenBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_4ce413df45f3ce0de3ffc2dc700" FOREIGN KEY ("resolvedBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE INDEX "IDX_981f073ace89b85b9a30e5fc60" ON "plan_comment" ("planId")`,
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
