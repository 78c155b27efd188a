import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './walls.js';

/** Attachments of plans, the uploads they come by, and the versions they stay with (SQLite). */
const STATEMENTS = [
  `CREATE TABLE "attachment" ("id" varchar(36) PRIMARY KEY NOT NULL, "planId" varchar(36) NOT NULL, "no" integer NOT NULL, "name" varchar(200) NOT NULL, "kind" varchar(64) NOT NULL, "size" integer NOT NULL, "sha256" varchar(64) NOT NULL, "state" varchar(64) NOT NULL, "signature" varchar(200), "blobKey" varchar(36), "blindKey" varchar(36), "blindSize" integer, "blindSha256" varchar(64), "obstacle" varchar(64), "preparedAt" varchar(24), "uploadedBy" varchar(36) NOT NULL, "uploadedAt" varchar(24) NOT NULL, "removedBy" varchar(36), "removedAt" varchar(24), "version" integer NOT NULL, CONSTRAINT "attachment_no" UNIQUE ("planId", "no"), CONSTRAINT "FK_7a7a00d2fa2c251d3b74bc17136" FOREIGN KEY ("planId") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_ce931a70e87bef5768e1ee3b100" FOREIGN KEY ("uploadedBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_c8fe6fa0b711b235b4fdd628942" FOREIGN KEY ("removedBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "attachment_text" ("attachmentId" varchar(36) PRIMARY KEY NOT NULL, "text" text NOT NULL, "whole" boolean NOT NULL, CONSTRAINT "FK_6fca2949e4aa3c22c595935b26d" FOREIGN KEY ("attachmentId") REFERENCES "attachment" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "plan_version_attachment" ("id" varchar(36) PRIMARY KEY NOT NULL, "versionId" varchar(36) NOT NULL, "attachmentId" varchar(36) NOT NULL, CONSTRAINT "plan_version_attachment_once" UNIQUE ("versionId", "attachmentId"), CONSTRAINT "FK_c7d3ef1f79ee540b65e4897036b" FOREIGN KEY ("versionId") REFERENCES "plan_version" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_cd32565db81ea39d884b4718388" FOREIGN KEY ("attachmentId") REFERENCES "attachment" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "attachment_upload" ("id" varchar(36) PRIMARY KEY NOT NULL, "planId" varchar(36) NOT NULL, "name" varchar(200) NOT NULL, "size" integer NOT NULL, "sha256" varchar(64), "received" integer NOT NULL, "state" varchar(64) NOT NULL, "refusal" text, "attachmentId" varchar(36), "createdBy" varchar(36) NOT NULL, "createdAt" varchar(24) NOT NULL, "expiresAt" varchar(24) NOT NULL, CONSTRAINT "FK_1c591e4f3c42917b8a28df4d30e" FOREIGN KEY ("planId") REFERENCES "plan" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_449a64676a5999df37e7a7adc6d" FOREIGN KEY ("attachmentId") REFERENCES "attachment" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION, CONSTRAINT "FK_24183751588bf2708b2fde5b344" FOREIGN KEY ("createdBy") REFERENCES "person" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE TABLE "attachment_upload_part" ("id" varchar(36) PRIMARY KEY NOT NULL, "uploadId" varchar(36) NOT NULL, "offset" integer NOT NULL, "size" integer NOT NULL, "sha256" varchar(64) NOT NULL, "blobKey" varchar(36) NOT NULL, CONSTRAINT "attachment_upload_part_at" UNIQUE ("uploadId", "offset"), CONSTRAINT "FK_0adcf865f4f8aa61da7426a3d9e" FOREIGN KEY ("uploadId") REFERENCES "attachment_upload" ("id") ON DELETE RESTRICT ON UPDATE NO ACTION)`,
  `CREATE INDEX "IDX_cd32565db81ea39d884b471838" ON "plan_version_attachment" ("attachmentId")`,
  `CREATE INDEX "IDX_48641c7abf280db5e4c4f218f8" ON "attachment_upload" ("state", "expiresAt")`,
  `CREATE INDEX "IDX_1c591e4f3c42917b8a28df4d30" ON "attachment_upload" ("planId")`,
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
