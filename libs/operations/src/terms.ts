import { type Messages, terms } from '@daegaejo/platform';
import type { JobAction, JobState } from '@daegaejo/platform/rules';

/** What the states of a job, what happens to it, and the troubles of the store are called. */
export const OPERATIONS_TERMS: Messages = {
  ...terms<JobState>('job.state', {
    waiting: { ko: '대기', en: 'waiting' },
    running: { ko: '실행 중', en: 'running' },
    done: { ko: '완료', en: 'done' },
    superseded: { ko: '대체', en: 'superseded' },
    dead: { ko: '포기', en: 'given up' },
  }),
  ...terms<JobAction>('job.act', {
    start: { ko: '시작', en: 'start' },
    finish: { ko: '완료', en: 'completion' },
    fail: { ko: '실패', en: 'failure' },
    'give-up': { ko: '포기', en: 'giving up' },
    supersede: { ko: '대체', en: 'superseding' },
    retry: { ko: '재시도', en: 'another try' },
  }),
};
