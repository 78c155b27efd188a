import type { MigrationInterface, QueryRunner } from 'typeorm';
import { APPEND_ONLY } from '../budget-stages.js';
import { appendOnly } from './walls.js';

/** The budget by stage: lines, stage-years, what was set, ceilings, payments and settlements (PostgreSQL). */
const STATEMENTS = [
  `CREATE TABLE "budget_line" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "provinceId" character varying(36) NOT NULL, "subProjectKey" character varying(40) NOT NULL, "ministryId" character varying(36) NOT NULL, "year" integer NOT NULL, "source" character varying(64) NOT NULL, "stage" character varying(64) NOT NULL, "amount" bigint NOT NULL, "version" integer NOT NULL, CONSTRAINT "budget_line_cell" UNIQUE ("planId", "subProjectKey", "year", "source", "stage"), CONSTRAINT "budget_line_positive" CHECK ("amount" >= 0), CONSTRAINT "PK_18b9f7e8a4626eb7f1fd4a63f57" PRIMARY KEY ("id"))`,
  `CREATE INDEX "budget_line_round" ON "budget_line"  ("roundId", "year")`,
  `CREATE INDEX "budget_line_sums" ON "budget_line"  ("year", "ministryId", "source", "stage")`,
  `CREATE TABLE "budget_stage_year" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "year" integer NOT NULL, "stage" character varying(64) NOT NULL, "state" character varying(64) NOT NULL, "openedBy" character varying(36) NOT NULL, "openedAt" character varying(24) NOT NULL, "closedBy" character varying(36), "closedAt" character varying(24), "version" integer NOT NULL, CONSTRAINT "budget_stage_year_once" UNIQUE ("roundId", "year", "stage"), CONSTRAINT "PK_2810d443817294f795d9d11d474" PRIMARY KEY ("id"))`,
  `CREATE TABLE "budget_setting" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "year" integer NOT NULL, "stage" character varying(64) NOT NULL, "scope" character varying(64) NOT NULL, "no" integer NOT NULL, "cells" text NOT NULL, "contentHash" character varying(64) NOT NULL, "setBy" character varying(36) NOT NULL, "setAt" character varying(24) NOT NULL, CONSTRAINT "budget_setting_no" UNIQUE ("roundId", "year", "stage", "scope", "no"), CONSTRAINT "PK_267084511f0dc1d785ba7100594" PRIMARY KEY ("id"))`,
  `CREATE TABLE "budget_ceiling" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "ministryId" character varying(36) NOT NULL, "year" integer NOT NULL, "source" character varying(64) NOT NULL, "stage" character varying(64) NOT NULL, "amount" bigint NOT NULL, "used" bigint NOT NULL, "version" integer NOT NULL, CONSTRAINT "budget_ceiling_once" UNIQUE ("roundId", "ministryId", "year", "source", "stage"), CONSTRAINT "budget_ceiling_kept" CHECK ("used" >= 0 AND "used" <= "amount"), CONSTRAINT "PK_0cda7287477da2801c24b1be345" PRIMARY KEY ("id"))`,
  `CREATE TABLE "budget_payment" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "subProjectKey" character varying(40) NOT NULL, "ministryId" character varying(36) NOT NULL, "year" integer NOT NULL, "source" character varying(64) NOT NULL, "kind" character varying(64) NOT NULL, "amount" bigint NOT NULL, "paidOn" character varying(10) NOT NULL, "number" character varying(60) NOT NULL, "countersId" character varying(36), "reason" text, "recordedBy" character varying(36) NOT NULL, "recordedAt" character varying(24) NOT NULL, CONSTRAINT "budget_payment_number" UNIQUE ("ministryId", "number"), CONSTRAINT "PK_19fd7b0808fe87aa3d3dbce3761" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_42259ce905d5492e9b06963493" ON "budget_payment"  ("countersId")`,
  `CREATE INDEX "IDX_7ae7b1a5a6d0c44f1702b98f63" ON "budget_payment"  ("planId", "year")`,
  `CREATE TABLE "budget_settlement" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "year" integer NOT NULL, "no" integer NOT NULL, "rows" text NOT NULL, "auditReference" character varying(100), "contentHash" character varying(64) NOT NULL, "submittedBy" character varying(36) NOT NULL, "submittedAt" character varying(24) NOT NULL, CONSTRAINT "budget_settlement_no" UNIQUE ("planId", "year", "no"), CONSTRAINT "PK_dcbfcc7265b20fec61cd0d7c53b" PRIMARY KEY ("id"))`,
  `CREATE TABLE "budget_settlement_sign_off" ("id" character varying(36) NOT NULL, "settlementId" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "year" integer NOT NULL, "contentHash" character varying(64) NOT NULL, "signedBy" character varying(36) NOT NULL, "signedAt" character varying(24) NOT NULL, CONSTRAINT "budget_settlement_signed_once" UNIQUE ("planId", "year"), CONSTRAINT "PK_1b7db55242a92c88c936404857d" PRIMARY KEY ("id"))`,
  `ALTER TABLE "budget_line" ADD CONSTRAINT "FK_5aaf5134b7efff2c613bba8d69f" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_line" ADD CONSTRAINT "FK_0adb61317161a3c61c640919c3c" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_line" ADD CONSTRAINT "FK_7926590178bc0b7531c304552fd" FOREIGN KEY ("provinceId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_line" ADD CONSTRAINT "FK_fae1c33c42fe960eb6cc6f657f4" FOREIGN KEY ("ministryId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_stage_year" ADD CONSTRAINT "FK_dbda8d7900cdae5b2f18b7c2014" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_stage_year" ADD CONSTRAINT "FK_b33026b3aaac816dd3c9ccb8fa8" FOREIGN KEY ("openedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_stage_year" ADD CONSTRAINT "FK_b75828f69384884394f957041b1" FOREIGN KEY ("closedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_setting" ADD CONSTRAINT "FK_4eb4dbe654dcb9d55bb741a2955" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_setting" ADD CONSTRAINT "FK_ada294d86d1d8410ca2b3441cb1" FOREIGN KEY ("setBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_ceiling" ADD CONSTRAINT "FK_f53df160eb23fca32ae85be6e3a" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_ceiling" ADD CONSTRAINT "FK_d8bd5414b3bfd8a5f7bbd0b1ca2" FOREIGN KEY ("ministryId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_payment" ADD CONSTRAINT "FK_dd29e6754d001de7be546c18d84" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_payment" ADD CONSTRAINT "FK_a6c7d0f4c29c7b3f74f5ed617ec" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_payment" ADD CONSTRAINT "FK_f6c363e6f402394c2f6c3d8e267" FOREIGN KEY ("ministryId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_payment" ADD CONSTRAINT "FK_42259ce905d5492e9b069634932" FOREIGN KEY ("countersId") REFERENCES "budget_payment"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_payment" ADD CONSTRAINT "FK_fbc98cc20780ff78bf2da298d00" FOREIGN KEY ("recordedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_settlement" ADD CONSTRAINT "FK_1491c30688f71f62cd2a250df6f" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_settlement" ADD CONSTRAINT "FK_50ddcf9843914de09145a81d40b" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_settlement" ADD CONSTRAINT "FK_d190debda8c8abb91dfd088b438" FOREIGN KEY ("submittedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_settlement_sign_off" ADD CONSTRAINT "FK_7cf7c7f27ac59ae91dc436c45ca" FOREIGN KEY ("settlementId") REFERENCES "budget_settlement"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_settlement_sign_off" ADD CONSTRAINT "FK_a168b2cd6ac08167bc204ea0a18" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_settlement_sign_off" ADD CONSTRAINT "FK_ad24631196af7eaed5bc4734944" FOREIGN KEY ("signedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
];

export class BudgetStages1796700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, ...APPEND_ONLY.flatMap(appendOnly)]) await runner.query(statement);
  }

  /** What was granted and spent is not forgotten by going back. */
  async down(): Promise<void> {
    throw new Error('this step cannot be undone; restore a backup instead');
  }
}
