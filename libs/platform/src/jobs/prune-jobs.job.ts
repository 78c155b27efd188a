import { Injectable } from '@nestjs/common';
import { JobCatalogue } from './job-catalogue.js';
import { type JobDefinition, payloadOf } from './job-definition.js';
import { databaseTime, rowsOf } from './job-sql.js';

const DAY_MS = 86_400_000;
/** Done jobs are kept this long (convention): what they did is in the records and the history, not here. */
const KEPT_DAYS = 30;
const MOST = 5_000;

/** Clears the outbox of jobs that were done long ago. Dead letters stay until somebody decides on them. */
export const PRUNE_JOBS: JobDefinition = {
  name: 'prune-jobs',
  queue: 'maintenance',
  summary: {
    ko: `끝난 지 ${KEPT_DAYS}일 지난 작업을 지웁니다.`,
    en: `Clears jobs that ended more than ${KEPT_DAYS} days ago.`,
  },
  payload: payloadOf({}),
  attempts: 3,
  backoff: { firstMs: 60_000, factor: 2, maxMs: 600_000 },
  concurrency: 1,
  leaseMs: 60_000,
  dedupeKey: () => 'all',
  everySeconds: 3_600,
};

@Injectable()
export class PruneJobs {
  constructor(catalogue: JobCatalogue) {
    catalogue.handle(PRUNE_JOBS, {
      store: async ({ manager, dialect }) => {
        await rowsOf(
          manager,
          dialect,
          `DELETE FROM "outbox_job" WHERE "id" IN (SELECT "id" FROM "outbox_job"
             WHERE "state" IN ('done', 'superseded') AND "finishedAt" < ${databaseTime(dialect, -KEPT_DAYS * DAY_MS)} LIMIT ${MOST})`,
        );
      },
    });
  }
}
