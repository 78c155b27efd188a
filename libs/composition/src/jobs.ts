import { DESIGNATION_JOBS } from '@daegaejo/designation';
import { EVALUATION_JOBS } from '@daegaejo/evaluation';
import { NOTIFICATION_JOBS } from '@daegaejo/notification';
import { PLAN_JOBS } from '@daegaejo/plan';
import { type AnyJob, PRUNE_JOBS } from '@daegaejo/platform';

/** The catalogue of jobs: every kind of background work of the programme. */
export const JOBS: readonly AnyJob[] = [
  ...PLAN_JOBS,
  ...EVALUATION_JOBS,
  ...DESIGNATION_JOBS,
  ...NOTIFICATION_JOBS,
  PRUNE_JOBS,
];
