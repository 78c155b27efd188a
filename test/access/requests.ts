import type { Asked } from './asked.js';
import { AGREEMENT_REQUESTS } from './requests-agreement.js';
import { ATTACHMENT_REQUESTS } from './requests-attachments.js';
import { BUDGET_REQUESTS } from './requests-budget.js';
import { COMMITTEE_REQUESTS } from './requests-committee.js';
import { CONSULTING_REQUESTS } from './requests-consulting.js';
import { DOCUMENT_REQUESTS } from './requests-documents.js';
import { DRAFT_REQUESTS } from './requests-drafts.js';
import { EVALUATION_REQUESTS } from './requests-evaluation.js';
import { EXECUTION_REQUESTS } from './requests-execution.js';
import { HANDOVER_REQUESTS } from './requests-handover.js';
import { NOTIFICATION_REQUESTS } from './requests-notification.js';
import { PLAN_REQUESTS } from './requests-plan.js';
import { PLAN_RETURN_REQUESTS } from './requests-plan-returns.js';
import { PROGRAMME_REQUESTS } from './requests-programme.js';
import { PUBLICATION_REQUESTS } from './requests-publication.js';
import { RESULTS_REQUESTS } from './requests-results.js';
import { REVIEW_REQUESTS } from './requests-review.js';
import { ROUND_REQUESTS } from './requests-round.js';
import { TABLE_REQUESTS } from './requests-tables.js';

/** How every operation is asked for. */
export const REQUESTS: Readonly<Record<string, Asked>> = {
  ...AGREEMENT_REQUESTS,
  ...ATTACHMENT_REQUESTS,
  ...BUDGET_REQUESTS,
  ...COMMITTEE_REQUESTS,
  ...CONSULTING_REQUESTS,
  ...DOCUMENT_REQUESTS,
  ...DRAFT_REQUESTS,
  ...EVALUATION_REQUESTS,
  ...EXECUTION_REQUESTS,
  ...HANDOVER_REQUESTS,
  ...NOTIFICATION_REQUESTS,
  ...PLAN_REQUESTS,
  ...PLAN_RETURN_REQUESTS,
  ...PROGRAMME_REQUESTS,
  ...PUBLICATION_REQUESTS,
  ...RESULTS_REQUESTS,
  ...REVIEW_REQUESTS,
  ...ROUND_REQUESTS,
  ...TABLE_REQUESTS,
};
