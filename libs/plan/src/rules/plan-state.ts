import type { TransitionTable } from '@daegaejo/platform/rules';

export const PLAN_STATES = [
  'draft',
  'pre-submitted',
  'in-pre-consulting',
  'revising',
  'submitted',
  'screened',
  'under-evaluation',
  'scored',
  'preselected',
  'in-post-consulting',
  'final-draft',
  'confirmed',
  'designated',
  'reserve',
  'not-selected',
  'ineligible',
  'withdrawn',
  'lapsed',
  'cancelled',
] as const;
export type PlanState = (typeof PLAN_STATES)[number];

export type PlanAction =
  | 'submit-pre-intake'
  | 'start-pre-consulting'
  | 'receive-opinion'
  | 'file'
  | 'withdraw'
  | 'lapse'
  | 'pass-screening'
  | 'fail-screening'
  | 'start-evaluation'
  | 'lock-scores'
  | 'preselect'
  | 'reserve'
  | 'refuse'
  | 'start-post-consulting'
  | 'submit-final'
  | 'return-final'
  | 'confirm'
  | 'designate'
  | 'cancel';

/** 혁신계획의 상태. 예비선정, 확정, 지정 are three decisions, months apart. */
export const PLAN_TABLE: TransitionTable<PlanState, PlanAction> = {
  initial: 'draft',
  finals: ['designated', 'reserve', 'not-selected', 'ineligible', 'withdrawn', 'lapsed', 'cancelled'],
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
      'pass-screening': 'screened',
      'fail-screening': 'ineligible',
    },
    screened: { 'start-evaluation': 'under-evaluation' },
    'under-evaluation': { 'lock-scores': 'scored' },
    scored: { preselect: 'preselected', reserve: 'reserve', refuse: 'not-selected' },
    preselected: { 'start-post-consulting': 'in-post-consulting', 'submit-final': 'final-draft', cancel: 'cancelled' },
    'in-post-consulting': { 'submit-final': 'final-draft', cancel: 'cancelled' },
    'final-draft': {
      'submit-final': 'final-draft',
      'return-final': 'in-post-consulting',
      confirm: 'confirmed',
      cancel: 'cancelled',
    },
    confirmed: { designate: 'designated', cancel: 'cancelled' },
    designated: {},
    reserve: {},
    'not-selected': {},
    ineligible: {},
    withdrawn: {},
    lapsed: {},
    cancelled: {},
  },
};

/** What each state is called, inside the programme and to the province. */
export const PLAN_LABELS: { readonly [S in PlanState]: { readonly staff: string; readonly province: string } } = {
  draft: { staff: '작성 중', province: '작성 중' },
  'pre-submitted': { staff: '예비접수', province: '예비 제출됨' },
  'in-pre-consulting': { staff: '사전 컨설팅', province: '사전 컨설팅 중' },
  revising: { staff: '보완 중', province: '의견 반영 중' },
  submitted: { staff: '접수', province: '제출됨' },
  screened: { staff: '요건 적합', province: '평가 준비 중' },
  'under-evaluation': { staff: '평가 중', province: '평가 중' },
  scored: { staff: '점수 확정', province: '평가 중' },
  preselected: { staff: '예비선정', province: '예비선정' },
  'in-post-consulting': { staff: '사후 컨설팅', province: '사후 컨설팅 중' },
  'final-draft': { staff: '최종안 접수', province: '최종안 제출됨' },
  confirmed: { staff: '확정', province: '확정' },
  designated: { staff: '지정·고시', province: '지정·고시' },
  reserve: { staff: '예비후보', province: '예비후보' },
  'not-selected': { staff: '미선정', province: '미선정' },
  ineligible: { staff: '사전지원제외', province: '사전지원제외' },
  withdrawn: { staff: '철회', province: '철회' },
  lapsed: { staff: '미접수 종료', province: '접수하지 않아 종료' },
  cancelled: { staff: '선정 취소', province: '선정 취소' },
};

/** States in which the province may change its working draft. */
export const EDITABLE: readonly PlanState[] = [
  'draft',
  'pre-submitted',
  'in-pre-consulting',
  'revising',
  'submitted',
  'preselected',
  'in-post-consulting',
  'final-draft',
];

export const SUBMISSION_KINDS = ['pre-intake', 'filed', 'final-draft'] as const;
/** Which submission it is: 예비접수, 본접수, 사후 보완 최종안. */
export type SubmissionKind = (typeof SUBMISSION_KINDS)[number];
export type VersionKind = SubmissionKind | 'confirmed';
export const VERSION_KINDS: readonly VersionKind[] = [...SUBMISSION_KINDS, 'confirmed'];
