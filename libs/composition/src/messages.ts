import { CONSULTING_MESSAGES } from '@daegaejo/consulting';
import { DESIGNATION_MESSAGES } from '@daegaejo/designation';
import { EVALUATION_MESSAGES } from '@daegaejo/evaluation';
import { FUNDING_MESSAGES } from '@daegaejo/funding';
import { IDENTITY_MESSAGES } from '@daegaejo/identity';
import { NOTIFICATION_MESSAGES } from '@daegaejo/notification';
import { OPERATIONS_MESSAGES } from '@daegaejo/operations';
import { PLAN_MESSAGES } from '@daegaejo/plan';
import { type Messages, PLATFORM_MESSAGES } from '@daegaejo/platform';
import { REHEARSAL_MESSAGES } from '@daegaejo/rehearsal';
import { RESULTS_MESSAGES } from '@daegaejo/results';
import { ROUND_MESSAGES } from '@daegaejo/round';

/** The whole catalogue of sentences. */
export const MESSAGES: Messages = {
  ...PLATFORM_MESSAGES,
  ...IDENTITY_MESSAGES,
  ...ROUND_MESSAGES,
  ...PLAN_MESSAGES,
  ...CONSULTING_MESSAGES,
  ...EVALUATION_MESSAGES,
  ...DESIGNATION_MESSAGES,
  ...FUNDING_MESSAGES,
  ...RESULTS_MESSAGES,
  ...NOTIFICATION_MESSAGES,
  ...OPERATIONS_MESSAGES,
  ...REHEARSAL_MESSAGES,
};
