import { type Messages, terms } from '@daegaejo/platform';
import type { RequestAction, RequestState } from './rules/index.js';

/** What the states and acts of a dated request are called. */
export const NOTIFICATION_TERMS: Messages = {
  ...terms<RequestState>('request.state', {
    issued: { ko: '답변 대기', en: 'issued' },
    answered: { ko: '답변 제출', en: 'answered' },
    closed: { ko: '종결', en: 'closed' },
    withdrawn: { ko: '철회', en: 'withdrawn' },
  }),
  ...terms<RequestAction>('request.act', {
    answer: { ko: '답변', en: 'an answer' },
    accept: { ko: '답변 수용', en: 'accepting the answer' },
    reopen: { ko: '재답변 요청', en: 'reopening' },
    withdraw: { ko: '철회', en: 'withdrawal' },
  }),
  ...terms('round.act', {
    'issue-request': { ko: '기한 요청', en: 'a dated request' },
    'name-duty-holder': { ko: '담당자 지정', en: 'naming somebody for a duty' },
  }),
};
