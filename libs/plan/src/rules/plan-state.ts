import type { TransitionTable } from '@daegaejo/platform/rules';

export const PLAN_STATES = [
  'draft',
  'pre-submitted',
  'in-pre-consulting',
  'revising',
  'submitted',
  'supplement',
  'screened',
  'under-evaluation',
  'scored',
  'preselected',
  'in-post-consulting',
  'final-draft',
  'confirmed',
  'designated',
  'deferred',
  'reserve',
  'not-selected',
  're-evaluation',
  'ineligible',
  'withdrawn',
  'lapsed',
  'cancelled',
  'revoked',
] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export type PlanAction =
  | 'submit-pre-intake'
  | 'start-pre-consulting'
  | 'receive-opinion'
  | 'file'
  | 'ask-supplement'
  | 'file-supplement'
  | 'lapse-supplement'
  | 'withdraw'
  | 'lapse'
  | 'pass-screening'
  | 'fail-screening'
  | 'start-evaluation'
  | 'lock-scores'
  | 'preselect'
  | 'reserve'
  | 'refuse'
  | 'defer'
  | 'promote'
  | 'reopen'
  | 'start-post-consulting'
  | 'submit-final'
  | 'return-final'
  | 'confirm'
  | 'designate'
  | 'cancel'
  | 'revoke';

/** 혁신계획의 상태. 예비선정, 확정, 지정 are three decisions, months apart. */
export const PLAN_TABLE: TransitionTable<PlanState, PlanAction> = {
  initial: 'draft',
  finals: ['ineligible', 'withdrawn', 'lapsed', 'cancelled', 'revoked'],
  moves: {
    draft: { 'submit-pre-intake': 'pre-submitted', withdraw: 'withdrawn', lapse: 'lapsed' },
    'pre-submitted': {
      'submit-pre-intake': 'pre-submitted',
      'start-pre-consulting': 'in-pre-consulting',
      file: 'submitted',
      withdraw: 'withdrawn',
      lapse: 'lapsed',
    },
    'in-pre-consulting': { 'receive-opinion': 'revising', file: 'submitted', withdraw: 'withdrawn', lapse: 'lapsed' },
    revising: { file: 'submitted', withdraw: 'withdrawn', lapse: 'lapsed' },
    submitted: {
      file: 'submitted',
      withdraw: 'withdrawn',
      'ask-supplement': 'supplement',
      'pass-screening': 'screened',
      'fail-screening': 'ineligible',
    },
    supplement: { 'file-supplement': 'submitted', 'lapse-supplement': 'submitted' },
    screened: { 'start-evaluation': 'under-evaluation' },
    'under-evaluation': { 'lock-scores': 'scored' },
    scored: { preselect: 'preselected', reserve: 'reserve', refuse: 'not-selected', defer: 'deferred' },
    // 재심의: another meeting decides; nothing else may happen to the plan before.
    deferred: { preselect: 'preselected', reserve: 'reserve', refuse: 'not-selected' },
    preselected: { 'start-post-consulting': 'in-post-consulting', 'submit-final': 'final-draft', cancel: 'cancelled' },
    'in-post-consulting': { 'submit-final': 'final-draft', cancel: 'cancelled' },
    'final-draft': {
      'submit-final': 'final-draft',
      'return-final': 'in-post-consulting',
      confirm: 'confirmed',
      cancel: 'cancelled',
    },
    confirmed: { designate: 'designated', cancel: 'cancelled' },
    // 해제 (특별법 제21조).
    designated: { revoke: 'revoked' },
    // A reserve rises when a region gives up or is cancelled, or its objection is upheld.
    reserve: { promote: 'preselected', reopen: 're-evaluation', refuse: 'not-selected' },
    'not-selected': { reopen: 're-evaluation' },
    // An upheld objection: an all-new panel, and the committee once more.
    're-evaluation': { preselect: 'preselected', reserve: 'reserve', refuse: 'not-selected' },
    ineligible: {},
    withdrawn: {},
    lapsed: {},
    cancelled: {},
    revoked: {},
  },
};

/**
 * The state as everybody but those who run or check the round is told it. A deferral (재심의) is a word of the committee before
 * the announcement: until then the plan waits as the others do.
 */
export const outwardState = (state: PlanState): PlanState => (state === 'deferred' ? 'scored' : state);

/** What each state is called, inside the programme and to the province. */
export const PLAN_LABELS: { readonly [S in PlanState]: { readonly staff: string; readonly province: string } } = {
  draft: { staff: '작성 중', province: '작성 중' },
  'pre-submitted': { staff: '예비접수', province: '예비 제출됨' },
  'in-pre-consulting': { staff: '사전 컨설팅', province: '사전 컨설팅 중' },
  revising: { staff: '보완 중', province: '의견 반영 중' },
  submitted: { staff: '접수', province: '제출됨' },
  supplement: { staff: '보완요구', province: '보완요구' },
  screened: { staff: '요건 적합', province: '평가 준비 중' },
  'under-evaluation': { staff: '평가 중', province: '평가 중' },
  scored: { staff: '점수 확정', province: '평가 중' },
  preselected: { staff: '예비선정', province: '예비선정' },
  'in-post-consulting': { staff: '사후 컨설팅', province: '사후 컨설팅 중' },
  'final-draft': { staff: '최종안 접수', province: '최종안 제출됨' },
  confirmed: { staff: '확정', province: '확정' },
  designated: { staff: '지정·고시', province: '지정·고시' },
  deferred: { staff: '재심의', province: '심의 중' },
  reserve: { staff: '예비후보', province: '예비후보' },
  'not-selected': { staff: '미선정', province: '미선정' },
  're-evaluation': { staff: '재평가', province: '재평가 중' },
  ineligible: { staff: '사전지원제외', province: '사전지원제외' },
  withdrawn: { staff: '철회', province: '철회' },
  lapsed: { staff: '미접수 종료', province: '접수하지 않아 종료' },
  cancelled: { staff: '선정 취소', province: '선정 취소' },
  revoked: { staff: '지정 해제', province: '지정 해제' },
};

/** From the designation on a plan changes by approved changes only, and the draft behind it stands still. */
export const SETTLED_STATES: readonly PlanState[] = ['designated', 'revoked'];

/** States in which the province may change its working draft. */
export const EDITABLE: readonly PlanState[] = [
  'draft',
  'pre-submitted',
  'in-pre-consulting',
  'revising',
  'submitted',
  'supplement',
  'preselected',
  'in-post-consulting',
  'final-draft',
];

export const SUBMISSION_KINDS = ['pre-intake', 'filed', 'supplement', 'final-draft'] as const;
/** Which submission it is: 예비접수, 본접수, 보완 제출, 사후 보완 최종안. */
export type SubmissionKind = (typeof SUBMISSION_KINDS)[number];

export const DECISION_KINDS = ['preselected', 'confirmed', 'change'] as const;
/** What a decision made of it: the plan as announced (예비선정), as confirmed (확정), and with each approved change (변경 승인). */
export type DecisionKind = (typeof DECISION_KINDS)[number];

export const VERSION_KINDS = [...SUBMISSION_KINDS, ...DECISION_KINDS] as const;
export type VersionKind = (typeof VERSION_KINDS)[number];

/** Versions that are judged: what was filed, and what was supplied for it when that was asked. The newest of them counts. */
export const JUDGED_KINDS = ['filed', 'supplement'] as const satisfies readonly VersionKind[];
