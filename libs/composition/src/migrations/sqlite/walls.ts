/** The last wall behind the rules: what must never change is refused by the database itself (SQLite). */
export const appendOnly = (table: string): string[] =>
  ['UPDATE', 'DELETE'].map(
    (verb) =>
      `CREATE TRIGGER "${table}_no_${verb.toLowerCase()}" BEFORE ${verb} ON "${table}" BEGIN SELECT RAISE(ABORT, '${table} is append-only'); END`,
  );

export const keptMarks: readonly string[] = [
  `CREATE TRIGGER "installation_mark_kept" BEFORE UPDATE ON "installation" WHEN NEW."rehearsal" <> OLD."rehearsal" OR (OLD."rehearsal" = 0 AND NEW."offsetMs" <> '0') BEGIN SELECT RAISE(ABORT, 'the rehearsal mark is permanent'); END`,
  `CREATE TRIGGER "installation_kept" BEFORE DELETE ON "installation" BEGIN SELECT RAISE(ABORT, 'the installation is permanent'); END`,
  `CREATE TRIGGER "score_sheet_locked" BEFORE UPDATE ON "score_sheet" WHEN OLD."state" = 'void' OR (OLD."state" = 'locked' AND (NEW."state" <> 'void' OR NEW."marks" <> OLD."marks" OR COALESCE(NEW."overall", '') <> COALESCE(OLD."overall", ''))) BEGIN SELECT RAISE(ABORT, 'a locked sheet cannot change'); END`,
  `CREATE TRIGGER "score_sheet_kept" BEFORE DELETE ON "score_sheet" BEGIN SELECT RAISE(ABORT, 'a sheet cannot be deleted'); END`,
];
