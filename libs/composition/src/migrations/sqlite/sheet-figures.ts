import type { MigrationInterface, QueryRunner } from 'typeorm';
import { LOCKED_SHEET_MAY_CHANGE } from '../panel-and-corrections.js';
import { COLUMNS } from '../sheet-figures.js';

const listOf = (field: string, marks: string): string =>
  `(SELECT json_group_array(json_extract("value", '$.${field}')) FROM json_each(${marks}))`;
const fill = (marks: string): string =>
  `UPDATE "score_sheet" SET "criteria" = ${listOf('criterion', marks)}, "figures" = ${listOf('mark', marks)}`;

/** The figures of score sheets kept apart from their comments (SQLite). */
export const SHEET_FIGURES: readonly string[] = [
  ...COLUMNS,
  fill('"marks"'),
  `CREATE TRIGGER "score_sheet_figures_first" AFTER INSERT ON "score_sheet" BEGIN ${fill('NEW."marks"')} WHERE rowid = NEW.rowid; END`,
  `CREATE TRIGGER "score_sheet_figures" AFTER UPDATE OF "marks", "criteria", "figures" ON "score_sheet"
    WHEN NEW."marks" <> OLD."marks" OR NEW."criteria" <> OLD."criteria" OR NEW."figures" <> OLD."figures"
    BEGIN ${fill('NEW."marks"')} WHERE rowid = NEW.rowid; END`,
];

export class SheetFigures1797220000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // a void or locked sheet gets its figures too, once
    await runner.query(`DROP TRIGGER "score_sheet_locked"`);
    for (const statement of SHEET_FIGURES) await runner.query(statement);
    await runner.query(
      `CREATE TRIGGER "score_sheet_locked" BEFORE UPDATE ON "score_sheet" WHEN OLD."state" = 'void' OR (OLD."state" = 'locked' AND NOT (${LOCKED_SHEET_MAY_CHANGE})) BEGIN SELECT RAISE(ABORT, 'a locked sheet cannot change'); END`,
    );
  }

  /** Nothing is lost: the marks have everything. */
  async down(runner: QueryRunner): Promise<void> {
    for (const trigger of ['score_sheet_figures_first', 'score_sheet_figures'])
      await runner.query(`DROP TRIGGER "${trigger}"`);
    for (const column of ['criteria', 'figures'])
      await runner.query(`ALTER TABLE "score_sheet" DROP COLUMN "${column}"`);
  }
}
