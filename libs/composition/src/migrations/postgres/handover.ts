import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './walls.js';

/** Sets of plans a committee looked at, who answers for what, and what went from one person to another (PostgreSQL). */
const STATEMENTS = [
  `CREATE TABLE "portfolio_run" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "aggregateNo" integer NOT NULL, "input" text NOT NULL, "inputHash" character varying(64) NOT NULL, "result" text NOT NULL, "resultHash" character varying(64) NOT NULL, "purpose" text NOT NULL, "requestedBy" character varying(36) NOT NULL, "requestedAt" character varying(24) NOT NULL, CONSTRAINT "PK_df8127e99ddb91e5ab2b10b40fc" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_65e6871e8b0d55297751ab1d23" ON "portfolio_run" ("roundId")`,
  `CREATE TABLE "duty_holder" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "organisationId" character varying(36) NOT NULL, "kind" character varying(64), "subjectId" character varying(36), "personId" character varying(36) NOT NULL, "openKey" character varying(200), "namedBy" character varying(36) NOT NULL, "since" character varying(24) NOT NULL, "until" character varying(24), "handoverId" character varying(36), "version" integer NOT NULL, CONSTRAINT "UQ_46914a3c84ee8f27d6b2990e972" UNIQUE ("openKey"), CONSTRAINT "PK_c6caf2d2394743a6cb55eee97d5" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_d358a83b87420752b2f71c8c95" ON "duty_holder" ("personId")`,
  `CREATE INDEX "IDX_6c818c2f6d6ad00e76e564b3f3" ON "duty_holder" ("roundId")`,
  `CREATE TABLE "handover" ("id" character varying(36) NOT NULL, "personId" character varying(36) NOT NULL, "successorId" character varying(36), "effectiveOn" character varying(10) NOT NULL, "fromOrganisationId" character varying(36), "toOrganisationId" character varying(36), "reason" text NOT NULL, "letterNumber" character varying(100) NOT NULL, "duties" text NOT NULL, "endedRoles" text NOT NULL, "givenRoles" text NOT NULL, "contentHash" character varying(64) NOT NULL, "decidedBy" character varying(36) NOT NULL, "decidedAt" character varying(24) NOT NULL, CONSTRAINT "PK_15e64c0391cf9fb9278f297691f" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_8cac8a5d85d8bcf449a5109142" ON "handover" ("successorId")`,
  `CREATE INDEX "IDX_cb3f9d7b166b17e98a4555dd00" ON "handover" ("personId")`,
  `ALTER TABLE "portfolio_run" ADD CONSTRAINT "FK_65e6871e8b0d55297751ab1d231" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "portfolio_run" ADD CONSTRAINT "FK_0d814765d0fe1e3d0165321ed0b" FOREIGN KEY ("requestedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "duty_holder" ADD CONSTRAINT "FK_6c818c2f6d6ad00e76e564b3f36" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "duty_holder" ADD CONSTRAINT "FK_20bdeaee12e0ce79e3284a9cf3f" FOREIGN KEY ("organisationId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "duty_holder" ADD CONSTRAINT "FK_d358a83b87420752b2f71c8c957" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "duty_holder" ADD CONSTRAINT "FK_50f9ba35b53de1c29bff0cd1776" FOREIGN KEY ("namedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "handover" ADD CONSTRAINT "FK_cb3f9d7b166b17e98a4555dd00c" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "handover" ADD CONSTRAINT "FK_8cac8a5d85d8bcf449a51091424" FOREIGN KEY ("successorId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "handover" ADD CONSTRAINT "FK_5e0c9548f4951bd14e44a2098d2" FOREIGN KEY ("fromOrganisationId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "handover" ADD CONSTRAINT "FK_19623b6f6b0e5ac0c2ad518c733" FOREIGN KEY ("toOrganisationId") REFERENCES "organisation"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "handover" ADD CONSTRAINT "FK_d65206760b5bb7e87a45c639dec" FOREIGN KEY ("decidedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
];

const APPEND_ONLY = ['portfolio_run', 'handover'];

export class Handover1797100000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, ...APPEND_ONLY.flatMap(appendOnly)]) await runner.query(statement);
  }

  /** What was looked at and handed over is not forgotten by going back. */
  async down(): Promise<void> {
    throw new Error('this step cannot be undone; restore a backup instead');
  }
}
