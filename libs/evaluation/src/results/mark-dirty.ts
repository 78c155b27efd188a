import { prepared, type Tx } from '@daegaejo/platform';
import { AGGREGATE_SCORES } from '../jobs/aggregate-scores.job.js';

/**
 * Something a ranking rests on has changed: the round's scores get a new revision and a job to compute it, in this transaction.
 * However many changes come in a burst, one job waits.
 */
export async function markScoresDirty(tx: Tx, roundId: string): Promise<void> {
  await prepared(
    tx.manager,
    `INSERT INTO "score_progress" ("roundId", "revision", "aggregated") VALUES (?, 1, 0)
     ON CONFLICT ("roundId") DO UPDATE SET "revision" = "score_progress"."revision" + 1`,
    [roundId],
  );
  await tx.enqueue(AGGREGATE_SCORES, { roundId });
}
