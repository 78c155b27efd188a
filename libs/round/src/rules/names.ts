import type { CalendarStep } from './policy.js';
import type { RoundAction } from './round-state.js';

interface Bilingual {
  readonly ko: string;
  readonly en: string;
}

/** What the deadlines of the calendar are called. */
export const CALENDAR_STEP_NAMES: { readonly [S in CalendarStep]: Bilingual } = {
  'pre-intake': { ko: '혁신계획 예비접수', en: 'pre-intake' },
  intake: { ko: '혁신계획 본접수', en: 'filing' },
  scoring: { ko: '평가표 제출', en: 'scoring' },
  'final-draft': { ko: '최종안 제출', en: 'final draft' },
};

/** What the steps of a round are called. */
export const ROUND_ACTION_NAMES: { readonly [A in RoundAction]: Bilingual } = {
  announce: { ko: '공고', en: 'call' },
  'open-pre-intake': { ko: '예비접수 시작', en: 'opening of the pre-intake' },
  'start-pre-consulting': { ko: '사전 컨설팅 시작', en: 'start of the pre-consulting' },
  'open-intake': { ko: '본접수 시작', en: 'opening of the filing' },
  'start-screening': { ko: '요건 검토 시작', en: 'start of the screening' },
  'start-evaluation': { ko: '평가 시작', en: 'start of the evaluation' },
  'lock-scores': { ko: '점수 확정', en: 'lock of the scores' },
  'open-deliberation': { ko: '위원회 심의 시작', en: 'start of the deliberation' },
  publish: { ko: '예비선정 공표', en: 'announcement' },
  'open-objections': { ko: '이의신청 접수 시작', en: 'opening for objections' },
  'start-finalising': { ko: '최종안 보완 시작', en: 'start of the final drafts' },
  confirm: { ko: '확정', en: 'confirmation' },
  designate: { ko: '지정·고시', en: 'designation' },
  'start-executing': { ko: '사업 시행 시작', en: 'start of the works' },
  close: { ko: '회차 종료', en: 'close of the round' },
  cancel: { ko: '회차 취소', en: 'cancellation' },
};
