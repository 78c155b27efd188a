import { CONSULTING_ACCESS } from './access/consulting.js';
import { DESIGNATION_ACCESS } from './access/designation.js';
import { EVALUATION_ACCESS } from './access/evaluation.js';
import { FUNDING_ACCESS } from './access/funding.js';
import { NOTIFICATION_ACCESS } from './access/notification.js';
import { PLAN_ACCESS } from './access/plan.js';
import { PROGRAMME_ACCESS } from './access/programme.js';
import { RESULTS_ACCESS } from './access/results.js';
import { ROUND_ACCESS } from './access/round.js';

export type { Access, Condition } from './access/access.js';

/**
 * Every operation of the API and who may call it, stage by stage. An operation that is not here cannot be called.
 * For reads, `any` means "the role may ask"; which records it sees is the scope of that record kind.
 */
export const ACCESS = {
  ...PROGRAMME_ACCESS,
  ...ROUND_ACCESS,
  ...PLAN_ACCESS,
  ...CONSULTING_ACCESS,
  ...EVALUATION_ACCESS,
  ...DESIGNATION_ACCESS,
  ...FUNDING_ACCESS,
  ...RESULTS_ACCESS,
  ...NOTIFICATION_ACCESS,
};

export type OperationId = keyof typeof ACCESS;
