import { type Messages, terms } from '@daegaejo/platform';
import type {
  DesignationAction,
  DesignationState,
  MeetingAction,
  MeetingState,
  ObjectionAction,
  ObjectionState,
} from './rules/index.js';

const MEETING_ACTS = {
  open: { ko: '개회', en: 'opening' },
  close: { ko: '폐회', en: 'closing' },
  cancel: { ko: '취소', en: 'cancelling' },
  resolve: { ko: '의결', en: 'a decision' },
  'record-recusal': { ko: '회피·제척 기록', en: 'recording a recusal' },
  'correct-minutes': { ko: '회의록 정정', en: 'correcting the minutes' },
  'draft-resolution': { ko: '의결서 작성', en: 'drafting the resolution' },
};

/** What the states and acts of the committee, of objections and of the notice are called. */
export const DESIGNATION_TERMS: Messages = {
  ...terms<MeetingState>('meeting.state', {
    convened: { ko: '소집', en: 'convened' },
    open: { ko: '진행 중', en: 'open' },
    closed: { ko: '폐회', en: 'closed' },
    cancelled: { ko: '취소', en: 'cancelled' },
  }),
  ...terms<MeetingAction>('meeting.act', MEETING_ACTS),
  ...terms<ObjectionState>('objection.state', {
    filed: { ko: '접수', en: 'filed' },
    examined: { ko: '심사 중', en: 'under examination' },
    rejected: { ko: '각하', en: 'turned away' },
    dismissed: { ko: '기각', en: 'dismissed' },
    upheld: { ko: '인용', en: 'upheld' },
  }),
  ...terms<ObjectionAction>('objection.act', {
    examine: { ko: '심사 개시', en: 'examination' },
    reject: { ko: '각하', en: 'turning it away' },
    dismiss: { ko: '기각', en: 'dismissal' },
    uphold: { ko: '인용', en: 'upholding' },
  }),
  ...terms<DesignationState>('designation.state', {
    proposed: { ko: '서명 대기', en: 'proposed' },
    approved: { ko: '고시', en: 'approved' },
    withdrawn: { ko: '철회', en: 'withdrawn' },
  }),
  ...terms<DesignationAction>('designation.act', {
    approve: { ko: '서명', en: 'signature' },
    withdraw: { ko: '철회', en: 'withdrawal' },
  }),
  ...terms('round.act', {
    'create-meeting': { ko: '회의 소집', en: 'convening a meeting' },
    'open-meeting': { ko: '개회', en: 'opening a meeting' },
    'correct-minutes': MEETING_ACTS['correct-minutes'],
    'register-committee-members': { ko: '위원 등록', en: 'registering members of the committee' },
    'resolve-plan': { ko: '의결', en: 'a decision on a plan' },
    'draft-resolution': MEETING_ACTS['draft-resolution'],
    'sign-resolution': { ko: '의결서 서명', en: 'signing the resolution' },
    'cancel-plan': { ko: '선정 취소', en: 'cancelling a selection' },
    'promote-plan': { ko: '예비후보 승격', en: 'raising a reserve' },
    'revise-announcement': { ko: '재공표', en: 'announcing anew' },
    'withdraw-announcement': { ko: '공고 철회', en: 'withdrawing the announcement' },
    'file-objection': { ko: '이의신청', en: 'an objection' },
    'confirm-funding': { ko: '재원 확인', en: 'the word on the money' },
    'confirm-plan': { ko: '확정', en: 'confirmation' },
    'propose-designation': { ko: '고시안 작성', en: 'proposing the notice' },
  }),
  ...terms('plan.act', { 'confirm-funding': { ko: '재원 확인', en: 'the word on the money' } }),
};
