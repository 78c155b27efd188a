import type { TransitionTable } from '@daegaejo/platform/rules';

export const ROUND_STATES = [
  'draft',
  'announced',
  'pre-intake',
  'pre-consulting',
  'intake',
  'screening',
  'evaluating',
  'scores-locked',
  'deliberation',
  'published',
  'objection-window',
  'finalising',
  'confirmed',
  'designated',
  'executing',
  'closed',
  'cancelled',
] as const;
export type RoundState = (typeof ROUND_STATES)[number];

export const ROUND_ACTIONS = [
  'announce',
  'open-pre-intake',
  'start-pre-consulting',
  'open-intake',
  'start-screening',
  'start-evaluation',
  'lock-scores',
  'open-deliberation',
  'publish',
  'open-objections',
  'start-finalising',
  'confirm',
  'designate',
  'start-executing',
  'close',
  'cancel',
] as const;
export type RoundAction = (typeof ROUND_ACTIONS)[number];

/** Acts with a route of their own, because they carry more than the step: the panel's lock, the announcement. */
export const ACTIONS_ELSEWHERE: readonly RoundAction[] = ['lock-scores', 'publish'];

/** 회차의 단계: from the call to the designation and the three years after it. */
export const ROUND_TABLE: TransitionTable<RoundState, RoundAction> = {
  initial: 'draft',
  finals: ['closed', 'cancelled'],
  moves: {
    draft: { announce: 'announced', cancel: 'cancelled' },
    announced: { 'open-pre-intake': 'pre-intake', cancel: 'cancelled' },
    'pre-intake': { 'start-pre-consulting': 'pre-consulting', cancel: 'cancelled' },
    'pre-consulting': { 'open-intake': 'intake', cancel: 'cancelled' },
    intake: { 'start-screening': 'screening', cancel: 'cancelled' },
    screening: { 'start-evaluation': 'evaluating', cancel: 'cancelled' },
    evaluating: { 'lock-scores': 'scores-locked', cancel: 'cancelled' },
    'scores-locked': { 'open-deliberation': 'deliberation', cancel: 'cancelled' },
    deliberation: { publish: 'published', cancel: 'cancelled' },
    published: { 'open-objections': 'objection-window', cancel: 'cancelled' },
    'objection-window': { 'start-finalising': 'finalising', cancel: 'cancelled' },
    finalising: { confirm: 'confirmed', cancel: 'cancelled' },
    confirmed: { designate: 'designated', cancel: 'cancelled' },
    designated: { 'start-executing': 'executing', cancel: 'cancelled' },
    executing: { close: 'closed', cancel: 'cancelled' },
    closed: {},
    cancelled: {},
  },
};

/** What each state is called, for staff and for the public. */
export const ROUND_LABELS: { readonly [S in RoundState]: { readonly staff: string; readonly public: string } } = {
  draft: { staff: '작성 중', public: '준비 중' },
  announced: { staff: '공고', public: '공고' },
  'pre-intake': { staff: '예비접수', public: '예비접수' },
  'pre-consulting': { staff: '사전 컨설팅', public: '사전 컨설팅' },
  intake: { staff: '본접수', public: '접수' },
  screening: { staff: '요건 검토', public: '평가 중' },
  evaluating: { staff: '평가', public: '평가 중' },
  'scores-locked': { staff: '점수 확정', public: '평가 중' },
  deliberation: { staff: '위원회 심의', public: '심의 중' },
  published: { staff: '예비선정 공표', public: '예비선정' },
  'objection-window': { staff: '이의신청', public: '예비선정' },
  finalising: { staff: '사후 컨설팅·계획 보완', public: '계획 보완' },
  confirmed: { staff: '혁신계획 확정', public: '확정' },
  designated: { staff: '지정·고시', public: '지정' },
  executing: { staff: '사업 시행', public: '시행' },
  closed: { staff: '종료', public: '종료' },
  cancelled: { staff: '취소', public: '취소' },
};

/** Has the round come at least as far as `mark`? A cancelled round has come nowhere. */
export function hasReached(state: RoundState, mark: RoundState): boolean {
  return state !== 'cancelled' && ROUND_STATES.indexOf(state) >= ROUND_STATES.indexOf(mark);
}

/** Has scoring opened? From then on the policy is frozen. */
export const isFrozen = (state: RoundState): boolean => state === 'cancelled' || hasReached(state, 'evaluating');
