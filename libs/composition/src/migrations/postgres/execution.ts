import type { MigrationInterface, QueryRunner } from 'typeorm';
import { EXECUTION_APPEND_ONLY } from '../execution.js';
import { appendOnly } from './walls.js';

/** Checks, reviews and results of the years of execution (PostgreSQL). */
const STATEMENTS = [
  `ALTER TABLE "yearly_report" ADD COLUMN "details" text`,
  `CREATE TABLE "execution_review" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "provinceId" character varying(36) NOT NULL, "year" integer NOT NULL, "no" integer NOT NULL, "reportNo" integer NOT NULL, "parts" text NOT NULL, "score" integer, "ruleLight" character varying(64) NOT NULL, "ruleDecision" character varying(64) NOT NULL, "light" character varying(64) NOT NULL, "decision" character varying(64) NOT NULL, "reason" text, "comment" text NOT NULL, "panel" text NOT NULL, "heldOn" character varying(10) NOT NULL, "recordedBy" character varying(36) NOT NULL, "recordedAt" character varying(24) NOT NULL, CONSTRAINT "execution_review_no" UNIQUE ("planId", "year", "no"), CONSTRAINT "PK_512c6c1bc0b03f3b16462604e48" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_2e7c7783d2eafc40b9e0ac739b" ON "execution_review" ("roundId")`,
  `CREATE TABLE "corrective_plan" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "provinceId" character varying(36) NOT NULL, "year" integer NOT NULL, "state" character varying(64) NOT NULL, "dueAt" character varying(24) NOT NULL, "askedAt" character varying(24) NOT NULL, "reason" text, "filedAt" character varying(24), "decidedAt" character varying(24), "version" integer NOT NULL, CONSTRAINT "corrective_plan_once" UNIQUE ("planId", "year"), CONSTRAINT "PK_86840409315a1c90714cc68d91b" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_18d66e39f9fca5e1a5f78a5498" ON "corrective_plan" ("roundId")`,
  `CREATE TABLE "corrective_filing" ("id" character varying(36) NOT NULL, "correctivePlanId" character varying(36) NOT NULL, "no" integer NOT NULL, "text" text NOT NULL, "measures" text NOT NULL, "filedBy" character varying(36) NOT NULL, "filedAt" character varying(24) NOT NULL, CONSTRAINT "corrective_filing_no" UNIQUE ("correctivePlanId", "no"), CONSTRAINT "PK_d8854105d3bba33655758db916c" PRIMARY KEY ("id"))`,
  `CREATE TABLE "final_evaluation" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "provinceId" character varying(36) NOT NULL, "no" integer NOT NULL, "parts" text NOT NULL, "score" integer, "ruleLight" character varying(64) NOT NULL, "ruleVerdict" character varying(64) NOT NULL, "light" character varying(64) NOT NULL, "verdict" character varying(64) NOT NULL, "reason" text, "comment" text NOT NULL, "recordedBy" character varying(36) NOT NULL, "recordedAt" character varying(24) NOT NULL, CONSTRAINT "final_evaluation_no" UNIQUE ("planId", "no"), CONSTRAINT "PK_9ac64f6fcb67080a8df280f289d" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_091e09ef429e791f3f9fac7f12" ON "final_evaluation" ("roundId")`,
  `CREATE TABLE "yearly_report_check" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "reportId" character varying(36) NOT NULL, "year" integer NOT NULL, "reportNo" integer NOT NULL, "no" integer NOT NULL, "verdict" character varying(64) NOT NULL, "reason" text, "fields" text NOT NULL, "dueAt" character varying(24), "checkedBy" character varying(36) NOT NULL, "checkedAt" character varying(24) NOT NULL, CONSTRAINT "yearly_report_check_no" UNIQUE ("reportId", "no"), CONSTRAINT "PK_346df9f9bfbb96c1d781715d6bc" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_c64f759a2df8b01936904f33fe" ON "yearly_report_check" ("roundId")`,
  `CREATE TABLE "indicator_result" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "provinceId" character varying(36) NOT NULL, "year" integer NOT NULL, "siteKey" character varying(40) NOT NULL, "code" character varying(64) NOT NULL, "value" integer NOT NULL, "reportNo" integer NOT NULL, CONSTRAINT "indicator_result_once" UNIQUE ("planId", "year", "siteKey", "code"), CONSTRAINT "PK_16a97e42c58d56105544ee15732" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_9cf24aadf0c5c5b263c6345874" ON "indicator_result" ("roundId")`,
  `CREATE TABLE "sub_project_result" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "provinceId" character varying(36) NOT NULL, "year" integer NOT NULL, "subProjectKey" character varying(40) NOT NULL, "progress" integer NOT NULL, "spent" bigint NOT NULL, "state" character varying(64) NOT NULL, "reportNo" integer NOT NULL, CONSTRAINT "sub_project_result_once" UNIQUE ("planId", "year", "subProjectKey"), CONSTRAINT "PK_972132ac3d14ab6ff354b4a1730" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_3fecd50b746e3345dea6929169" ON "sub_project_result" ("roundId")`,
  `ALTER TABLE "execution_review" ADD CONSTRAINT "FK_2e7c7783d2eafc40b9e0ac739b0" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "execution_review" ADD CONSTRAINT "FK_27f85a021556884bad411df880c" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "execution_review" ADD CONSTRAINT "FK_9e4493573cd0989775fca658808" FOREIGN KEY ("provinceId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "execution_review" ADD CONSTRAINT "FK_4b7ac06fa7641179d039f4e80ce" FOREIGN KEY ("recordedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "corrective_plan" ADD CONSTRAINT "FK_18d66e39f9fca5e1a5f78a54987" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "corrective_plan" ADD CONSTRAINT "FK_994a0510c104d238a9d217b102b" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "corrective_plan" ADD CONSTRAINT "FK_73b3d1d8deca9416d64abccfcec" FOREIGN KEY ("provinceId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "corrective_filing" ADD CONSTRAINT "FK_d935ebf48603e3072a3d939992f" FOREIGN KEY ("correctivePlanId") REFERENCES "corrective_plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "corrective_filing" ADD CONSTRAINT "FK_df3ca5fbb1cc6b0fb7e33f60dad" FOREIGN KEY ("filedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "final_evaluation" ADD CONSTRAINT "FK_091e09ef429e791f3f9fac7f12c" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "final_evaluation" ADD CONSTRAINT "FK_a82afd0e363609bd990f42bd4b2" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "final_evaluation" ADD CONSTRAINT "FK_96924a6c31b498f3d6c533bdc4f" FOREIGN KEY ("provinceId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "final_evaluation" ADD CONSTRAINT "FK_5351700feee326e9cf3edf94066" FOREIGN KEY ("recordedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "yearly_report_check" ADD CONSTRAINT "FK_c64f759a2df8b01936904f33feb" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "yearly_report_check" ADD CONSTRAINT "FK_42bd744a80a9765ae02951fc34b" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "yearly_report_check" ADD CONSTRAINT "FK_798fbb06ba500667c8d7e25bb97" FOREIGN KEY ("reportId") REFERENCES "yearly_report"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "yearly_report_check" ADD CONSTRAINT "FK_4b46960014978bcf1188da81696" FOREIGN KEY ("checkedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "indicator_result" ADD CONSTRAINT "FK_9cf24aadf0c5c5b263c63458749" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "indicator_result" ADD CONSTRAINT "FK_676e91cd604a31484c657ef3891" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "indicator_result" ADD CONSTRAINT "FK_e3d7f0cbb7c570adedd2a190d94" FOREIGN KEY ("provinceId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "sub_project_result" ADD CONSTRAINT "FK_3fecd50b746e3345dea69291690" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "sub_project_result" ADD CONSTRAINT "FK_240d30f10ac242659731acfa005" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "sub_project_result" ADD CONSTRAINT "FK_7607c45ba7cda800618256dd883" FOREIGN KEY ("provinceId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
];

export class Execution1796900000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, ...EXECUTION_APPEND_ONLY.flatMap(appendOnly)])
      await runner.query(statement);
  }

  /** What was reported and judged is not forgotten by going back. */
  async down(): Promise<void> {
    throw new Error('this step cannot be undone; restore a backup instead');
  }
}
