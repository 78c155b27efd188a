import { type Messages, terms } from '@daegaejo/platform';
import type { ExecutionLight } from '@daegaejo/round/rules';
import type {
  AgreementAction,
  AgreementState,
  BudgetStage,
  ChangeAction,
  ChangeState,
  CorrectiveAction,
  CorrectiveState,
  FinalVerdict,
  ProjectPlanAction,
  ProjectPlanState,
  ReviewDecision,
  RevocationAction,
  RevocationGrounds,
  RevocationState,
} from './rules/index.js';

const AGREEMENT_TERMS: Messages = {
  ...terms<AgreementState>('agreement.state', {
    drafted: { ko: '서명 전', en: 'drafted' },
    signed: { ko: '체결', en: 'signed' },
    ended: { ko: '종료', en: 'ended' },
    terminated: { ko: '해지', en: 'terminated' },
  }),
  ...terms<AgreementAction>('agreement.act', {
    redraft: { ko: '협약안 재작성', en: 'drafting it anew' },
    sign: { ko: '서명', en: 'signature' },
    amend: { ko: '변경', en: 'amendment' },
    end: { ko: '종료', en: 'ending it' },
    terminate: { ko: '해지', en: 'termination' },
  }),
  ...terms<ProjectPlanState>('project-plan.state', {
    filed: { ko: '승인 신청', en: 'applied for' },
    approved: { ko: '승인', en: 'approved' },
    rejected: { ko: '반려', en: 'refused' },
    started: { ko: '착공', en: 'begun' },
  }),
  ...terms<ProjectPlanAction>('project-plan.act', {
    approve: { ko: '승인', en: 'approval' },
    reject: { ko: '반려', en: 'refusal' },
    start: { ko: '착공', en: 'start of works' },
  }),
  ...terms<ChangeState>('change.state', {
    filed: { ko: '신청', en: 'filed' },
    noted: { ko: '통보', en: 'noted' },
    approved: { ko: '승인', en: 'approved' },
    rejected: { ko: '반려', en: 'refused' },
    withdrawn: { ko: '철회', en: 'withdrawn' },
    lapsed: { ko: '실효', en: 'lapsed' },
  }),
  ...terms<ChangeAction>('change.act', {
    note: { ko: '통보 처리', en: 'noting it' },
    approve: { ko: '승인', en: 'approval' },
    reject: { ko: '반려', en: 'refusal' },
    withdraw: { ko: '철회', en: 'withdrawal' },
    lapse: { ko: '실효', en: 'lapse' },
  }),
  ...terms<RevocationState>('revocation.state', {
    opened: { ko: '개시', en: 'opened' },
    heard: { ko: '의견 제출', en: 'heard' },
    resolved: { ko: '해제 의결', en: 'resolved' },
    noticed: { ko: '고시안 서명 대기', en: 'waiting for the signatures of its notice' },
    kept: { ko: '지정 유지', en: 'kept' },
    revoked: { ko: '지정 해제', en: 'revoked' },
  }),
  ...terms<RevocationAction>('revocation.act', {
    hear: { ko: '의견 청취', en: 'hearing' },
    keep: { ko: '지정 유지', en: 'keeping the designation' },
    resolve: { ko: '해제 의결', en: 'resolution' },
    'propose-notice': { ko: '고시안 작성', en: 'proposing the notice' },
    sign: { ko: '서명', en: 'signature' },
  }),
  ...terms<RevocationGrounds>('revocation.grounds', {
    'no-project-plan': { ko: '사업계획 미신청', en: 'no project plan' },
    'no-start': { ko: '미착공', en: 'works not begun' },
    'give-up': { ko: '사업 포기', en: 'given up' },
    stopped: { ko: '사업 중단', en: 'stopped' },
  }),
  ...terms('plan.act', {
    'draft-agreement': { ko: '협약안 작성', en: 'drafting the agreement' },
    'sign-agreement': { ko: '협약 서명', en: 'signing the agreement' },
    'file-project-plan': { ko: '사업계획 승인 신청', en: 'applying for a project plan' },
    'approve-project-plan': { ko: '사업계획 승인', en: 'approving a project plan' },
    'start-works': { ko: '착공 보고', en: 'reporting the start of works' },
  }),
};

const EXECUTION_TERMS: Messages = {
  ...terms<CorrectiveState>('corrective.state', {
    asked: { ko: '제출 대기', en: 'asked for' },
    filed: { ko: '제출', en: 'filed' },
    returned: { ko: '반려', en: 'returned' },
    accepted: { ko: '수용', en: 'accepted' },
  }),
  ...terms<CorrectiveAction>('corrective.act', {
    file: { ko: '제출', en: 'filing' },
    return: { ko: '반려', en: 'returning it' },
    accept: { ko: '수용', en: 'acceptance' },
  }),
  ...terms<ExecutionLight>('execution.light', {
    green: { ko: '녹', en: 'green' },
    yellow: { ko: '황', en: 'yellow' },
    red: { ko: '적', en: 'red' },
    failed: { ko: '불량', en: 'failed' },
  }),
  ...terms<ReviewDecision>('execution.decision', {
    continue: { ko: '계속', en: 'continue' },
    reduce: { ko: '감액', en: 'reduce' },
    suspend: { ko: '중지', en: 'suspend' },
    stop: { ko: '중단', en: 'stop' },
  }),
  ...terms<FinalVerdict>('execution.verdict', {
    achieved: { ko: '달성', en: 'achieved' },
    'partly-achieved': { ko: '일부달성', en: 'partly achieved' },
    'not-achieved': { ko: '미달성', en: 'not achieved' },
  }),
};

/** What the stages of the budget, the agreement, its changes and the execution are called. */
export const FUNDING_TERMS: Messages = {
  ...terms<BudgetStage>('budget.stage', {
    requested: { ko: '요구', en: 'request' },
    'government-draft': { ko: '정부안', en: 'government draft' },
    enacted: { ko: '국회확정', en: 'enacted budget' },
    granted: { ko: '교부', en: 'grants' },
    executed: { ko: '집행', en: 'execution' },
  }),
  ...terms<'open' | 'closed'>('stage-year.state', {
    open: { ko: '열림', en: 'open' },
    closed: { ko: '닫힘', en: 'closed' },
  }),
  ...terms<'open' | 'close'>('stage-year.act', {
    open: { ko: '열기', en: 'opening' },
    close: { ko: '닫기', en: 'closing' },
  }),
  ...AGREEMENT_TERMS,
  ...EXECUTION_TERMS,
};
