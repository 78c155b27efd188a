import { type Messages, terms } from '@daegaejo/platform';
import type { Answer, OpinionAction, OpinionState, Phase } from './rules/index.js';

/** What the states of an opinion, its answers and the phases of consulting are called. */
export const CONSULTING_TERMS: Messages = {
  ...terms<OpinionState>('opinion.state', {
    issued: { ko: '답변 대기', en: 'waiting for an answer' },
    answered: { ko: '답변 완료', en: 'answered' },
    reopened: { ko: '재답변 요청', en: 'reopened' },
    accepted: { ko: '답변 수용', en: 'accepted' },
    closed: { ko: '종결', en: 'closed' },
  }),
  ...terms<OpinionAction>('opinion.act', {
    answer: { ko: '답변', en: 'an answer' },
    accept: { ko: '답변 수용', en: 'accepting the answer' },
    reopen: { ko: '재답변 요청', en: 'reopening' },
    close: { ko: '종결', en: 'closing' },
  }),
  ...terms<Answer>('consulting.answer', {
    adopted: { ko: '반영', en: 'adopted' },
    'partly-adopted': { ko: '일부반영', en: 'partly adopted' },
    'not-adopted': { ko: '미반영', en: 'not adopted' },
  }),
  ...terms<Phase>('consulting.phase', {
    pre: { ko: '사전', en: 'pre-consulting' },
    post: { ko: '사후', en: 'post-consulting' },
  }),
};
