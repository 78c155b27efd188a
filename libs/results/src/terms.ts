import { type Messages, terms } from '@daegaejo/platform';
import type { ConferenceAction, ConferenceState } from './rules/index.js';

/** What the states and acts of a results conference are called. */
export const RESULTS_TERMS: Messages = {
  ...terms<ConferenceState>('conference.state', {
    draft: { ko: '작성 중', en: 'a draft' },
    published: { ko: '공개', en: 'published' },
    discarded: { ko: '폐기', en: 'discarded' },
  }),
  ...terms<ConferenceAction>('conference.act', {
    publish: { ko: '공개', en: 'publication' },
    discard: { ko: '폐기', en: 'discarding' },
  }),
};
