import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the conflict rules look at is found without reading every plan, version and assignment (PostgreSQL). */
const STATEMENTS = [
  `CREATE INDEX "plan_province" ON "plan" ("provinceId")`,
  `CREATE INDEX "plan_version_people" ON "plan_version" ("planId", "kind", "submittedBy")`,
  `CREATE INDEX "evaluator_assignment_person" ON "evaluator_assignment" ("personId", "roundId")`,
];
const BACK = ['plan_province', 'plan_version_people', 'evaluator_assignment_person'].map(
  (name) => `DROP INDEX "${name}"`,
);

export class ConflictIndexes1797210000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of BACK) await runner.query(statement);
  }
}
