import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './walls.js';

/** Agreements, project plans, changes and reviews of designations (PostgreSQL). */
const STATEMENTS = [
  `CREATE TABLE "agreement" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "provinceId" character varying(36) NOT NULL, "state" character varying(64) NOT NULL, "no" integer NOT NULL, "signedAt" character varying(24), "closedAt" character varying(24), "closedReason" text, "version" integer NOT NULL, CONSTRAINT "agreement_once" UNIQUE ("planId"), CONSTRAINT "PK_e7537188219eeef56233a609753" PRIMARY KEY ("id"))`,
  `CREATE TABLE "agreement_version" ("id" character varying(36) NOT NULL, "agreementId" character varying(36) NOT NULL, "no" integer NOT NULL, "planVersionNo" integer NOT NULL, "planContentHash" character varying(64) NOT NULL, "fundingNo" integer NOT NULL, "fundingHash" character varying(64) NOT NULL, "targets" text NOT NULL, "terms" text NOT NULL, "changeId" character varying(36), "contentHash" character varying(64) NOT NULL, "createdBy" character varying(36) NOT NULL, "createdAt" character varying(24) NOT NULL, CONSTRAINT "agreement_version_no" UNIQUE ("agreementId", "no"), CONSTRAINT "PK_db3e64e691aef50c031de3c135a" PRIMARY KEY ("id"))`,
  `CREATE TABLE "agreement_signature" ("id" character varying(36) NOT NULL, "agreementId" character varying(36) NOT NULL, "versionNo" integer NOT NULL, "contentHash" character varying(64) NOT NULL, "side" character varying(64) NOT NULL, "organisationId" character varying(36) NOT NULL, "personId" character varying(36) NOT NULL, "letterNumber" character varying(100), "signedAt" character varying(24) NOT NULL, CONSTRAINT "agreement_signature_person" UNIQUE ("agreementId", "versionNo", "personId"), CONSTRAINT "agreement_signature_side" UNIQUE ("agreementId", "versionNo", "organisationId"), CONSTRAINT "PK_a1c52a86260d677da0f602f884f" PRIMARY KEY ("id"))`,
  `CREATE TABLE "project_plan" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "provinceId" character varying(36) NOT NULL, "no" integer NOT NULL, "state" character varying(64) NOT NULL, "sheet" text NOT NULL, "contentHash" character varying(64) NOT NULL, "letterNumber" character varying(100) NOT NULL, "filedOn" character varying(10) NOT NULL, "filedBy" character varying(36) NOT NULL, "filedAt" character varying(24) NOT NULL, "approvals" text NOT NULL, "rejection" text, "approvedOn" character varying(10), "startedOn" character varying(10), "startLetter" character varying(100), "version" integer NOT NULL, CONSTRAINT "project_plan_no" UNIQUE ("planId", "no"), CONSTRAINT "PK_759d33fce71c95de832df935841" PRIMARY KEY ("id"))`,
  `CREATE TABLE "plan_change" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "provinceId" character varying(36) NOT NULL, "no" integer NOT NULL, "state" character varying(64) NOT NULL, "class" character varying(64) NOT NULL, "claims" text NOT NULL, "baseNo" integer NOT NULL, "parts" text NOT NULL, "projectPlanId" character varying(36), "sheet" text, "contentHash" character varying(64) NOT NULL, "reason" text NOT NULL, "letterNumber" character varying(100) NOT NULL, "filedBy" character varying(36) NOT NULL, "filedAt" character varying(24) NOT NULL, "dueAt" character varying(24) NOT NULL, "lateInYear" boolean NOT NULL, "resolution" character varying(200), "resolvedOn" character varying(10), "resolved" character varying(64), "closedAt" character varying(24), "closedReason" text, "appliedNo" integer, "agreementNo" integer, "version" integer NOT NULL, CONSTRAINT "plan_change_no" UNIQUE ("planId", "no"), CONSTRAINT "PK_b7271d7954628f4ca0c20690db7" PRIMARY KEY ("id"))`,
  `CREATE TABLE "plan_change_decision" ("id" character varying(36) NOT NULL, "changeId" character varying(36) NOT NULL, "contentHash" character varying(64) NOT NULL, "ministryId" character varying(36) NOT NULL, "personId" character varying(36) NOT NULL, "verdict" character varying(64) NOT NULL, "reason" text, "decidedAt" character varying(24) NOT NULL, CONSTRAINT "plan_change_decision_person" UNIQUE ("changeId", "personId"), CONSTRAINT "plan_change_decision_ministry" UNIQUE ("changeId", "ministryId"), CONSTRAINT "PK_5264dc3f88a388ec8a74826fb5c" PRIMARY KEY ("id"))`,
  `CREATE TABLE "revocation_review" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "provinceId" character varying(36) NOT NULL, "no" integer NOT NULL, "state" character varying(64) NOT NULL, "grounds" character varying(64) NOT NULL, "reason" text NOT NULL, "openedBy" character varying(36) NOT NULL, "openedAt" character varying(24) NOT NULL, "hearBy" character varying(24) NOT NULL, "statement" text, "statementLetter" character varying(100), "heardAt" character varying(24), "resolution" character varying(200), "resolvedOn" character varying(10), "decision" text, "notice" text, "contentHash" character varying(64), "signatures" text NOT NULL, "version" integer NOT NULL, CONSTRAINT "revocation_review_no" UNIQUE ("planId", "no"), CONSTRAINT "PK_2496ca47e2b5dc91bdaff9c3e8c" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_d4fb5f99b2b2309a4fe6d68c0f" ON "agreement"  ("roundId") `,
  `CREATE INDEX "IDX_763879486a58276fe5def5319f" ON "project_plan"  ("roundId") `,
  `CREATE INDEX "IDX_af725a57087a6a16eb0d644e5f" ON "plan_change"  ("roundId", "state") `,
  `CREATE INDEX "IDX_80c82ba09778f4d74897850670" ON "revocation_review"  ("roundId", "state") `,
  `ALTER TABLE "agreement" ADD CONSTRAINT "FK_d4fb5f99b2b2309a4fe6d68c0fa" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "agreement" ADD CONSTRAINT "FK_3e44666870f148633cb82611745" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "agreement" ADD CONSTRAINT "FK_abe82e0fa176686c6a71479c8d1" FOREIGN KEY ("provinceId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "agreement_version" ADD CONSTRAINT "FK_b0e32fb9bd9d3a7dc58903e13b2" FOREIGN KEY ("agreementId") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "agreement_version" ADD CONSTRAINT "FK_22c7138b0d6bc096acc686c7bbc" FOREIGN KEY ("createdBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "agreement_signature" ADD CONSTRAINT "FK_1b747f8e767b9518d69a658cec0" FOREIGN KEY ("agreementId") REFERENCES "agreement"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "agreement_signature" ADD CONSTRAINT "FK_63845911653db0d4c4fcc83253a" FOREIGN KEY ("organisationId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "agreement_signature" ADD CONSTRAINT "FK_244b02839e83985e8507ab5f9f4" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "project_plan" ADD CONSTRAINT "FK_763879486a58276fe5def5319f0" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "project_plan" ADD CONSTRAINT "FK_f96d803d2dec44f3aec75189c5c" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "project_plan" ADD CONSTRAINT "FK_3ddecb46411cea2810050a19237" FOREIGN KEY ("provinceId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "project_plan" ADD CONSTRAINT "FK_2c48b1e53e0149e85f50bec9493" FOREIGN KEY ("filedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "plan_change" ADD CONSTRAINT "FK_48a667a68d53367d2c653528664" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "plan_change" ADD CONSTRAINT "FK_a90bd29108a419579c23a611b08" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "plan_change" ADD CONSTRAINT "FK_f4f1035f1129a6b5c70184e7d7f" FOREIGN KEY ("provinceId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "plan_change" ADD CONSTRAINT "FK_5c39ba464a7d9bc39c5a67393d4" FOREIGN KEY ("projectPlanId") REFERENCES "project_plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "plan_change" ADD CONSTRAINT "FK_2aed50c83c6fc36e74dcba585c0" FOREIGN KEY ("filedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "plan_change_decision" ADD CONSTRAINT "FK_51cba4f81e3bd1663ab03289628" FOREIGN KEY ("changeId") REFERENCES "plan_change"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "plan_change_decision" ADD CONSTRAINT "FK_dcaf7b4613ff6b2b85c4424a043" FOREIGN KEY ("ministryId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "plan_change_decision" ADD CONSTRAINT "FK_ad6a16bbe32b1c14975172a06c0" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "revocation_review" ADD CONSTRAINT "FK_249ae995af3ccd76c7c84389335" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "revocation_review" ADD CONSTRAINT "FK_40c1068338d9909cd0815c0f4ff" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "revocation_review" ADD CONSTRAINT "FK_36ab2e75a90c0d602cfee664766" FOREIGN KEY ("provinceId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "revocation_review" ADD CONSTRAINT "FK_fa026e352bb6f6c94f61d9ef049" FOREIGN KEY ("openedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
];
/** Tables whose rows are only ever added. */
const APPEND_ONLY = ['agreement_version', 'agreement_signature', 'plan_change_decision'];

export class Agreement1796800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, ...APPEND_ONLY.flatMap(appendOnly)]) await runner.query(statement);
  }

  /** What was agreed on is not forgotten by going back. */
  async down(): Promise<void> {
    throw new Error('this step cannot be undone; restore a backup instead');
  }
}
