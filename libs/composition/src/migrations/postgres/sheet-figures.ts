import type { MigrationInterface, QueryRunner } from 'typeorm';
import { COLUMNS } from '../sheet-figures.js';

/** The figures of score sheets kept apart from their comments (PostgreSQL). */
export const SHEET_FIGURES: readonly string[] = [
  ...COLUMNS,
  // Escapes PostgreSQL cannot say as text (half a character) stand in comments at most: they are not looked at, and must not stop it.
  `CREATE FUNCTION keep_sheet_figures() RETURNS trigger LANGUAGE plpgsql AS $$ DECLARE "plain" text := NEW."marks"; BEGIN
    IF strpos("plain", '\\u') > 0 THEN "plain" := replace(replace("plain", '\\\\', '/'), '\\u', 'u'); END IF;
    SELECT '[' || COALESCE(string_agg(COALESCE(("mark"->'criterion')::text, 'null'), ',' ORDER BY "place"), '') || ']',
        '[' || COALESCE(string_agg(COALESCE(("mark"->'mark')::text, 'null'), ',' ORDER BY "place"), '') || ']'
      INTO NEW."criteria", NEW."figures"
      FROM json_array_elements("plain"::json) WITH ORDINALITY AS "marks" ("mark", "place");
    RETURN NEW;
  END $$`,
  `CREATE TRIGGER "score_sheet_figures" BEFORE INSERT OR UPDATE OF "marks", "criteria", "figures" ON "score_sheet" FOR EACH ROW EXECUTE FUNCTION keep_sheet_figures()`,
  `UPDATE "score_sheet" SET "figures" = '[]'`,
];

export class SheetFigures1797220000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // a void or locked sheet gets its figures too, once
    await runner.query(`ALTER TABLE "score_sheet" DISABLE TRIGGER "score_sheet_locked"`);
    for (const statement of SHEET_FIGURES) await runner.query(statement);
    await runner.query(`ALTER TABLE "score_sheet" ENABLE TRIGGER "score_sheet_locked"`);
  }

  /** Nothing is lost: the marks have everything. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TRIGGER "score_sheet_figures" ON "score_sheet"`);
    await runner.query(`DROP FUNCTION keep_sheet_figures()`);
    for (const column of ['criteria', 'figures'])
      await runner.query(`ALTER TABLE "score_sheet" DROP COLUMN "${column}"`);
  }
}
