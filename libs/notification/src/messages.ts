import type { Messages } from '@daegaejo/platform';
import { HANDOVER_MESSAGES } from './handover/messages-handover.js';
import { NOTIFICATION_SENTENCES } from './rules/index.js';
import { NOTIFICATION_TERMS } from './terms.js';

export const NOTIFICATION_MESSAGES: Messages = {
  ...NOTIFICATION_TERMS,
  ...NOTIFICATION_SENTENCES,
  ...HANDOVER_MESSAGES,
  'notification.webhook.most': {
    ko: '등록할 수 있는 시스템은 {most}개까지입니다. 쓰지 않는 것을 먼저 해제하십시오.',
    en: 'At most {most} systems can be registered. Remove one you do not need first.',
  },
  'holiday.known': { ko: '{day}은(는) 이미 공휴일입니다.', en: '{day} is a holiday already.' },
  'request.organisation': { ko: '시·도나 부처여야 합니다.', en: 'must be a province or a ministry' },
  'request.due-past': { ko: '지금({now})보다 뒤여야 합니다.', en: 'must be later than now ({now})' },
  'request.not-now': {
    ko: '요청이 "{state:request.state}" 상태라 {action:request.act}을(를) 할 수 없습니다.',
    en: 'The request is "{state:request.state}"; {action:request.act} is not possible now.',
  },
};
