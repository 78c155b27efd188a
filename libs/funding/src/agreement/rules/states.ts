import type { TransitionTable } from '@daegaejo/platform/rules';

export const AGREEMENT_STATES = ['drafted', 'signed', 'ended', 'terminated'] as const;
/** 협약 (특별법 제12조의2): drafted, signed by both sides, ended with the programme, or terminated with the designation. */
export type AgreementState = (typeof AGREEMENT_STATES)[number];
export type AgreementAction = 'redraft' | 'sign' | 'amend' | 'end' | 'terminate';

/** An amendment is a new version under the same signatures: what both ministries and the province agreed on is the change (convention). */
export const AGREEMENT_TABLE: TransitionTable<AgreementState, AgreementAction> = {
  initial: 'drafted',
  finals: ['ended', 'terminated'],
  moves: {
    drafted: { redraft: 'drafted', sign: 'signed', terminate: 'terminated' },
    signed: { amend: 'signed', end: 'ended', terminate: 'terminated' },
    ended: {},
    terminated: {},
  },
};

export const PROJECT_PLAN_STATES = ['filed', 'approved', 'rejected', 'started'] as const;
/** 사업계획 (특별법 제13조): applied for, approved by the ministers or refused, works begun. */
export type ProjectPlanState = (typeof PROJECT_PLAN_STATES)[number];
export type ProjectPlanAction = 'approve' | 'reject' | 'start';

export const PROJECT_PLAN_TABLE: TransitionTable<ProjectPlanState, ProjectPlanAction> = {
  initial: 'filed',
  finals: ['rejected', 'started'],
  moves: {
    filed: { approve: 'approved', reject: 'rejected' },
    approved: { start: 'started' },
    rejected: {},
    started: {},
  },
};

export const CHANGE_STATES = ['filed', 'noted', 'approved', 'rejected', 'withdrawn', 'lapsed'] as const;
/** 협약·사업계획 변경: a minor one is noted at once, all others wait for the ministries; it lapses with the designation. */
export type ChangeState = (typeof CHANGE_STATES)[number];
export type ChangeAction = 'note' | 'approve' | 'reject' | 'withdraw' | 'lapse';

export const CHANGE_TABLE: TransitionTable<ChangeState, ChangeAction> = {
  initial: 'filed',
  finals: ['noted', 'approved', 'rejected', 'withdrawn', 'lapsed'],
  moves: {
    filed: { note: 'noted', approve: 'approved', reject: 'rejected', withdraw: 'withdrawn', lapse: 'lapsed' },
    noted: {},
    approved: {},
    rejected: {},
    withdrawn: {},
    lapsed: {},
  },
};

export const REVOCATION_STATES = ['opened', 'heard', 'resolved', 'noticed', 'kept', 'revoked'] as const;
/** 지정 해제 검토 (특별법 제21조): opened with grounds, the province heard, the committee's decision, the notice both ministries sign. */
export type RevocationState = (typeof REVOCATION_STATES)[number];
export type RevocationAction = 'hear' | 'keep' | 'resolve' | 'propose-notice' | 'sign';

/** A decision without the province's word is possible only when its term is over; the table lets both through. */
export const REVOCATION_TABLE: TransitionTable<RevocationState, RevocationAction> = {
  initial: 'opened',
  finals: ['kept', 'revoked'],
  moves: {
    opened: { hear: 'heard', keep: 'kept', resolve: 'resolved' },
    heard: { hear: 'heard', keep: 'kept', resolve: 'resolved' },
    resolved: { 'propose-notice': 'noticed' },
    noticed: { 'propose-notice': 'noticed', sign: 'revoked' },
    kept: {},
    revoked: {},
  },
};
