import type { Messages } from '@daegaejo/platform';

export const CONSULTING_MESSAGES: Messages = {
  'consulting.not-now': {
    ko: '계획이 "{state}" 상태라 지금은 컨설팅할 수 없습니다.',
    en: 'The plan is "{state}"; there is no consulting now.',
  },
  'consulting.not-a-consultant': {
    ko: '컨설턴트 역할이 있는 사람이어야 합니다.',
    en: 'must be a person with the consultant role',
  },
  'consulting.is-evaluator': {
    ko: '이 계획의 평가위원은 컨설턴트가 될 수 없습니다.',
    en: 'An evaluator of this plan cannot be its consultant.',
  },
  'consulting.assigned-already': { ko: '이미 배정된 컨설턴트입니다.', en: 'This consultant is appointed already.' },
  'consulting.reason-needed': {
    ko: '{answer} 답변에는 10자 이상의 사유가 필요합니다.',
    en: 'the answer {answer} needs a reason of at least 10 characters',
  },
  'consulting.reopen-reason': { ko: '다시 여는 까닭을 적어야 합니다.', en: 'reopening needs a reason' },
  'consulting.opinion-not-now': {
    ko: '의견이 "{state}" 상태라 {action} 할 수 없습니다.',
    en: 'The opinion is "{state}"; {action} is not open now.',
  },
  'consulting.unanswered': {
    ko: '답변하지 않은 의견이 {waiting}건 있습니다. 모두 답변한 뒤 제출하십시오.',
    en: '{waiting} opinion(s) wait for an answer. Answer all of them, then submit.',
  },
  'consulting.none-yet': {
    ko: '아직 컨설팅({phase}) 의견을 받지 않았습니다. 이 회차는 컨설팅이 필수입니다.',
    en: 'There was no consulting ({phase}) yet; this round requires it.',
  },
};
