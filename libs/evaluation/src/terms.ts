import { type Messages, terms } from '@daegaejo/platform';
import type {
  AssignmentAction,
  AssignmentState,
  ChallengeAction,
  ChallengeState,
  CorrectionAction,
  CorrectionState,
  PanelMemberAction,
  PanelMemberState,
  SheetAction,
  SheetState,
} from './rules/index.js';

const SHEET_ACTS = {
  save: { ko: '저장', en: 'saving' },
  submit: { ko: '제출', en: 'submission' },
  return: { ko: '반려', en: 'returning it' },
  lock: { ko: '확정', en: 'locking' },
  void: { ko: '무효 처리', en: 'voiding' },
  correct: { ko: '정정', en: 'a correction' },
  revise: { ko: '토론 뒤 점수 변경', en: 'changing a mark after the discussion' },
};

const ROUND_ACTS = {
  save: { ko: '평가표 저장', en: 'saving a sheet' },
  submit: { ko: '평가표 제출', en: 'submitting a sheet' },
  return: { ko: '평가표 반려', en: 'returning a sheet' },
  revise: SHEET_ACTS.revise,
  'open-discussion': { ko: '토론 시작', en: 'opening the discussion' },
  'close-discussion': { ko: '토론 종료', en: 'closing the discussion' },
  'write-summary-opinion': { ko: '종합의견 작성', en: 'writing the summary opinion' },
  'file-challenge': { ko: '기피 신청', en: 'a challenge' },
  'put-challenge': { ko: '기피 신청의 의결 회부', en: 'putting a challenge to the members' },
  'vote-on-challenge': { ko: '기피 신청 표결', en: 'a vote on a challenge' },
  'add-panel-member': { ko: '평가위원 위촉', en: 'inviting an evaluator' },
};

/** What the states and acts of the evaluation are called. */
export const EVALUATION_TERMS: Messages = {
  ...terms<PanelMemberState>('panel-member.state', {
    invited: { ko: '위촉 제안', en: 'invited' },
    accepted: { ko: '위촉 수락', en: 'accepted' },
    pledged: { ko: '서약 완료', en: 'pledged' },
    declined: { ko: '위촉 거절', en: 'declined' },
    dismissed: { ko: '해촉', en: 'dismissed' },
  }),
  ...terms<PanelMemberAction>('panel-member.act', {
    accept: { ko: '수락', en: 'accepting' },
    decline: { ko: '거절', en: 'declining' },
    pledge: { ko: '서약', en: 'the pledge' },
    dismiss: { ko: '해촉', en: 'dismissal' },
  }),
  ...terms<AssignmentState>('assignment.state', {
    active: { ko: '배정', en: 'assigned' },
    excluded: { ko: '제척', en: 'excluded' },
    challenged: { ko: '기피', en: 'challenged' },
    recused: { ko: '회피', en: 'recused' },
  }),
  ...terms<AssignmentAction>('assignment.act', {
    exclude: { ko: '제척', en: 'exclusion' },
    challenge: { ko: '기피', en: 'challenge' },
    recuse: { ko: '회피', en: 'recusal' },
  }),
  ...terms<ChallengeState>('challenge.state', {
    filed: { ko: '접수', en: 'filed' },
    'put-to-members': { ko: '위원 의결 중', en: 'before the members' },
    upheld: { ko: '인용', en: 'upheld' },
    rejected: { ko: '기각', en: 'rejected' },
    dismissed: { ko: '각하', en: 'dismissed' },
  }),
  ...terms<ChallengeAction>('challenge.act', {
    put: { ko: '의결 회부', en: 'putting it to the members' },
    dismiss: { ko: '각하', en: 'dismissal' },
    uphold: { ko: '인용', en: 'upholding' },
    reject: { ko: '기각', en: 'rejection' },
    lapse: { ko: '종료', en: 'lapse' },
  }),
  ...terms<SheetState>('sheet.state', {
    open: { ko: '작성 전', en: 'not begun' },
    saved: { ko: '작성 중', en: 'being filled in' },
    submitted: { ko: '제출', en: 'submitted' },
    returned: { ko: '반려', en: 'returned' },
    locked: { ko: '확정', en: 'locked' },
    void: { ko: '무효', en: 'void' },
  }),
  ...terms<SheetAction>('sheet.act', SHEET_ACTS),
  ...terms<CorrectionState>('correction.state', {
    proposed: { ko: '결정 대기', en: 'proposed' },
    approved: { ko: '승인', en: 'approved' },
    rejected: { ko: '기각', en: 'rejected' },
    withdrawn: { ko: '철회', en: 'withdrawn' },
  }),
  ...terms<CorrectionAction>('correction.act', {
    approve: { ko: '승인', en: 'approval' },
    reject: { ko: '기각', en: 'rejection' },
    withdraw: { ko: '철회', en: 'withdrawal' },
  }),
  ...terms('new-panel.state', {
    open: { ko: '평가 중', en: 'open' },
    locked: { ko: '점수 확정', en: 'locked' },
    closed: { ko: '종료', en: 'closed' },
  }),
  ...terms('new-panel.act', {
    ...SHEET_ACTS,
    extend: { ko: '기한 연장', en: 'extending the term' },
    lock: { ko: '점수 확정', en: 'locking the marks' },
    reopen: { ko: '재개', en: 'reopening' },
    close: { ko: '종료', en: 'closing' },
    assign: { ko: '평가위원 배정', en: 'assigning an evaluator' },
  }),
  ...terms('discussion.state', {
    none: { ko: '시작 전', en: 'not opened' },
    open: { ko: '진행 중', en: 'open' },
    closed: { ko: '종료', en: 'closed' },
  }),
  ...terms('round.act', ROUND_ACTS),
  ...terms('plan.act', {
    'file-challenge': ROUND_ACTS['file-challenge'],
    'open-re-evaluation': { ko: '재평가 시작', en: 'opening the re-evaluation' },
    'lock-re-evaluation': { ko: '재평가 점수 확정', en: 'locking the marks of the re-evaluation' },
  }),
};
