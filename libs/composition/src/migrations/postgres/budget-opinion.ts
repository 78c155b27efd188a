import type { MigrationInterface, QueryRunner } from 'typeorm';
import { appendOnly } from './walls.js';

/** Opinions on the requests of a budget year (PostgreSQL); only ever added. */
const STATEMENTS = [
  `CREATE TABLE "budget_opinion" ("id" character varying(36) NOT NULL, "roundId" character varying(36) NOT NULL, "year" integer NOT NULL, "no" integer NOT NULL, "opinion" text NOT NULL, "letterNumber" character varying(100) NOT NULL, "givenOn" character varying(10) NOT NULL, "recordedBy" character varying(36) NOT NULL, "recordedAt" character varying(24) NOT NULL, CONSTRAINT "budget_opinion_no" UNIQUE ("roundId", "year", "no"), CONSTRAINT "PK_18e59a7115d95cc17c055e88511" PRIMARY KEY ("id"))`,
  `ALTER TABLE "budget_opinion" ADD CONSTRAINT "FK_5eafa54b7068ae0672ec78265ad" FOREIGN KEY ("roundId") REFERENCES "round"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  `ALTER TABLE "budget_opinion" ADD CONSTRAINT "FK_85bb6a4000995eb3691bdfcd76f" FOREIGN KEY ("recordedBy") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE NO ACTION`,
  ...appendOnly('budget_opinion'),
];

export class BudgetOpinion1797250000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  /** What was said on the requests is not forgotten by going back. */
  async down(): Promise<void> {
    throw new Error('this step cannot be undone; restore a backup instead');
  }
}
