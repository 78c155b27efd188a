import { CONSULTING_MESSAGES } from '@daegaejo/consulting';
import { DESIGNATION_MESSAGES } from '@daegaejo/designation';
import { EVALUATION_MESSAGES } from '@daegaejo/evaluation';
import { FUNDING_MESSAGES } from '@daegaejo/funding';
import { IDENTITY_MESSAGES } from '@daegaejo/identity';
import { NOTIFICATION_MESSAGES } from '@daegaejo/notification';
import { OPERATIONS_MESSAGES } from '@daegaejo/operations';
import { PLAN_MESSAGES } from '@daegaejo/plan';
import { type Messages, PLATFORM_MESSAGES, terms } from '@daegaejo/platform';
import { REHEARSAL_MESSAGES } from '@daegaejo/rehearsal';
import { RESULTS_MESSAGES } from '@daegaejo/results';
import { ROUND_MESSAGES } from '@daegaejo/round';
import organisations from '../../../config/reference/organisations.json';

/** What organisations are called in a sentence; one that is not of the reference data goes by its code. */
const ORGANISATION_TERMS: Messages = terms(
  'organisation',
  Object.fromEntries(
    organisations.map(({ code, shortName, names }) => [code, { ko: shortName, en: names.at(-1)?.english ?? code }]),
  ),
);

/** The whole catalogue of sentences, and of the words in them. */
export const MESSAGES: Messages = {
  ...PLATFORM_MESSAGES,
  ...ORGANISATION_TERMS,
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
