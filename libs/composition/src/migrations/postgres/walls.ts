/** The last wall behind the rules: what must never change is refused by the database itself (PostgreSQL). */
export const appendOnly = (table: string): string[] => [
  `CREATE TRIGGER "${table}_append_only" BEFORE UPDATE OR DELETE OR TRUNCATE ON "${table}" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change('${table} is append-only')`,
];

export const refuseChange = `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '%', TG_ARGV[0]; END $$`;

export const keptMarks: readonly string[] = [
  `CREATE TRIGGER "installation_mark_kept" BEFORE UPDATE ON "installation" FOR EACH ROW WHEN (NEW."rehearsal" <> OLD."rehearsal" OR (NOT OLD."rehearsal" AND NEW."offsetMs" <> '0')) EXECUTE FUNCTION refuse_change('the rehearsal mark is permanent')`,
  `CREATE TRIGGER "installation_kept" BEFORE DELETE ON "installation" FOR EACH ROW EXECUTE FUNCTION refuse_change('the installation is permanent')`,
  `CREATE TRIGGER "score_sheet_locked" BEFORE UPDATE ON "score_sheet" FOR EACH ROW WHEN (OLD."state" = 'void' OR (OLD."state" = 'locked' AND (NEW."state" <> 'void' OR NEW."marks" <> OLD."marks" OR COALESCE(NEW."overall", '') <> COALESCE(OLD."overall", '')))) EXECUTE FUNCTION refuse_change('a locked sheet cannot change')`,
  `CREATE TRIGGER "score_sheet_kept" BEFORE DELETE ON "score_sheet" FOR EACH ROW EXECUTE FUNCTION refuse_change('a sheet cannot be deleted')`,
];
