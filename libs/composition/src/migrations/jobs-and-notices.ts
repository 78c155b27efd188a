/** What both dialects share of this step. Tables whose rows are only ever added: */
export const APPEND_ONLY: readonly string[] = ['reminder_settings'];

/**
 * Rounds scored before there was a progress of scores: a ranking that exists is the one that is shown; sheets handed in
 * without a ranking wait for their first computation, which the next submission or the lock's own job brings.
 */
export const PROGRESS_OF_EARLIER_ROUNDS: readonly string[] = [
  `INSERT INTO "score_progress" ("roundId", "revision", "aggregated", "aggregateNo", "releasedNo") SELECT "roundId", 1, 1, MAX("no"), MAX("no") FROM "score_aggregate" GROUP BY "roundId"`,
  `INSERT INTO "score_progress" ("roundId", "revision", "aggregated") SELECT DISTINCT "roundId", 1, 0 FROM "score_sheet" WHERE "state" = 'submitted' AND "roundId" NOT IN (SELECT "roundId" FROM "score_progress")`,
];
