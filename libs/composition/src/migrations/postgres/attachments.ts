import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './walls.js';

/** Attachments of plans, the uploads they come by, and the versions they stay with (PostgreSQL). */
const STATEMENTS = [
  `CREATE TABLE "attachment" ("id" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "no" integer NOT NULL, "name" character varying(200) NOT NULL, "kind" character varying(64) NOT NULL, "size" integer NOT NULL, "sha256" character varying(64) NOT NULL, "state" character varying(64) NOT NULL, "signature" character varying(200), "blobKey" character varying(36), "blindKey" character varying(36), "blindSize" integer, "blindSha256" character varying(64), "obstacle" character varying(64), "preparedAt" character varying(24), "uploadedBy" character varying(36) NOT NULL, "uploadedAt" character varying(24) NOT NULL, "removedBy" character varying(36), "removedAt" character varying(24), "version" integer NOT NULL, CONSTRAINT "attachment_no" UNIQUE ("planId", "no"), CONSTRAINT "PK_d2a80c3a8d467f08a750ac4b420" PRIMARY KEY ("id"))`,
  `CREATE TABLE "attachment_text" ("attachmentId" character varying(36) NOT NULL, "text" text NOT NULL, "whole" boolean NOT NULL, CONSTRAINT "PK_6fca2949e4aa3c22c595935b26d" PRIMARY KEY ("attachmentId"))`,
  `CREATE TABLE "plan_version_attachment" ("id" character varying(36) NOT NULL, "versionId" character varying(36) NOT NULL, "attachmentId" character varying(36) NOT NULL, CONSTRAINT "plan_version_attachment_once" UNIQUE ("versionId", "attachmentId"), CONSTRAINT "PK_5e421c8ddec07940833ff4e9690" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_cd32565db81ea39d884b471838" ON "plan_version_attachment" ("attachmentId")`,
  `CREATE TABLE "attachment_upload" ("id" character varying(36) NOT NULL, "planId" character varying(36) NOT NULL, "name" character varying(200) NOT NULL, "size" integer NOT NULL, "sha256" character varying(64), "received" integer NOT NULL, "state" character varying(64) NOT NULL, "refusal" text, "attachmentId" character varying(36), "createdBy" character varying(36) NOT NULL, "createdAt" character varying(24) NOT NULL, "expiresAt" character varying(24) NOT NULL, CONSTRAINT "PK_a809c449a48e5d53c945bbe29f6" PRIMARY KEY ("id"))`,
  `CREATE INDEX "IDX_48641c7abf280db5e4c4f218f8" ON "attachment_upload" ("state", "expiresAt")`,
  `CREATE INDEX "IDX_1c591e4f3c42917b8a28df4d30" ON "attachment_upload" ("planId")`,
  `CREATE TABLE "attachment_upload_part" ("id" character varying(36) NOT NULL, "uploadId" character varying(36) NOT NULL, "offset" integer NOT NULL, "size" integer NOT NULL, "sha256" character varying(64) NOT NULL, "blobKey" character varying(36) NOT NULL, CONSTRAINT "attachment_upload_part_at" UNIQUE ("uploadId", "offset"), CONSTRAINT "PK_f3db44efad84ad828d55ef085d5" PRIMARY KEY ("id"))`,
  `ALTER TABLE "attachment" ADD CONSTRAINT "FK_7a7a00d2fa2c251d3b74bc17136" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "attachment" ADD CONSTRAINT "FK_ce931a70e87bef5768e1ee3b100" FOREIGN KEY ("uploadedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "attachment" ADD CONSTRAINT "FK_c8fe6fa0b711b235b4fdd628942" FOREIGN KEY ("removedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "attachment_text" ADD CONSTRAINT "FK_6fca2949e4aa3c22c595935b26d" FOREIGN KEY ("attachmentId") REFERENCES "attachment"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "plan_version_attachment" ADD CONSTRAINT "FK_c7d3ef1f79ee540b65e4897036b" FOREIGN KEY ("versionId") REFERENCES "plan_version"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "plan_version_attachment" ADD CONSTRAINT "FK_cd32565db81ea39d884b4718388" FOREIGN KEY ("attachmentId") REFERENCES "attachment"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "attachment_upload" ADD CONSTRAINT "FK_1c591e4f3c42917b8a28df4d30e" FOREIGN KEY ("planId") REFERENCES "plan"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "attachment_upload" ADD CONSTRAINT "FK_449a64676a5999df37e7a7adc6d" FOREIGN KEY ("attachmentId") REFERENCES "attachment"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "attachment_upload" ADD CONSTRAINT "FK_24183751588bf2708b2fde5b344" FOREIGN KEY ("createdBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "attachment_upload_part" ADD CONSTRAINT "FK_0adcf865f4f8aa61da7426a3d9e" FOREIGN KEY ("uploadId") REFERENCES "attachment_upload"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
];

export class Attachments1796300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, ...appendOnly('plan_version_attachment')]) await runner.query(statement);
  }

  /** Files that were handed in are not forgotten by going back. */
  async down(): Promise<void> {
    throw new Error('this step cannot be undone; restore a backup instead');
  }
}
