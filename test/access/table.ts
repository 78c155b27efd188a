import type { Row } from './row.js';
import { PROGRAMME_TABLE } from './table-programme.js';
import { ROUND_TABLE } from './table-round.js';
import { PLAN_TABLE } from './table-plan.js';
import { CONSULTING_TABLE } from './table-consulting.js';
import { EVALUATION_TABLE } from './table-evaluation.js';
import { DESIGNATION_TABLE } from './table-designation.js';
import { FUNDING_TABLE } from './table-funding.js';
import { RESULTS_TABLE } from './table-results.js';
import { NOTIFICATION_TABLE } from './table-notification.js';

/** Who may do what, operation by operation; how it is written stands in row.ts. */
export const TABLE: Readonly<Record<string, Row>> = {
  ...PROGRAMME_TABLE,
  ...ROUND_TABLE,
  ...PLAN_TABLE,
  ...CONSULTING_TABLE,
  ...EVALUATION_TABLE,
  ...DESIGNATION_TABLE,
  ...FUNDING_TABLE,
  ...RESULTS_TABLE,
  ...NOTIFICATION_TABLE,
};
