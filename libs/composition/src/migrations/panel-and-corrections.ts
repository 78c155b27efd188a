/** What both dialects share of this step. Tables whose rows are only ever added: */
export const APPEND_ONLY: readonly string[] = [
  'interest_declaration',
  'challenge_vote',
  'summary_opinion',
  'analysis_run',
];

/**
 * When a locked sheet may change (in SQL, of OLD and NEW): to void with everything as it was, or by exactly one approved
 * correction, whose marks it takes and whose version it gets.
 */
export const LOCKED_SHEET_MAY_CHANGE = `COALESCE(NEW."overall", '') = COALESCE(OLD."overall", '') AND (
    (NEW."state" = 'void' AND NEW."marks" = OLD."marks")
    OR (NEW."state" = 'locked' AND EXISTS (SELECT 1 FROM "sheet_correction" c WHERE c."sheetId" = OLD."id" AND c."state" = 'approved'
      AND c."sheetVersion" = NEW."version" AND c."after" = NEW."marks")))`;
