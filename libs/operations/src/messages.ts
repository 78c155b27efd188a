import type { Messages } from '@daegaejo/platform';
import { OPERATIONS_TERMS } from './terms.js';

export const OPERATIONS_MESSAGES: Messages = {
  ...OPERATIONS_TERMS,
  'job.not-dead': {
    ko: '포기된 작업만 다시 시도할 수 있습니다. 지금 상태는 "{state:job.state}"입니다.',
    en: 'Only a job that was given up can be retried; this one is "{state:job.state}".',
  },
  'job.covered': {
    ko: '같은 일을 하는 더 새로운 작업이 이미 기다리고 있습니다.',
    en: 'A younger job that does the same is waiting already.',
  },
  'job.dead.payload': {
    ko: '작업의 내용이 형식에 맞지 않거나 이 판의 프로그램이 모르는 작업입니다. 다시 시도해도 판이 바뀌지 않으면 같은 결과입니다.',
    en: 'The payload does not fit its schema, or this version of the program does not know the job. A retry helps only after an update.',
  },
  'job.dead.refused': {
    ko: '상대가 받기를 거절해 더 시도하지 않았습니다. 사유를 고친 뒤 다시 시도하십시오.',
    en: 'It was refused for good and not tried again. Mend the cause, then retry.',
  },
  'job.dead.failed': {
    ko: '{failures}번 실패해 포기했습니다. 원인을 고친 뒤 다시 시도하십시오.',
    en: 'It failed {failures} times and was given up. Mend the cause, then retry.',
  },
  'job.waiting.again': {
    ko: '{failures}번 실패했고 다시 시도합니다.',
    en: 'It failed {failures} time(s) and will be tried again.',
  },
};
