import { bilingual, type Messages, terms } from '@daegaejo/platform';
import {
  ATTACHMENT_LABELS,
  type AttachmentAction,
  BUDGET_SOURCE_NAMES,
  COMPLEX_TYPE_NAMES,
  CONSULTATION_PARTY_NAMES,
  CONSULTATION_RESULT_NAMES,
  EVIDENCE_KIND_NAMES,
  INDICATOR_NAMES,
  PLAN_LABELS,
  type PlanAction,
  type PlanState,
  SUB_PROJECT_NAMES,
  type UploadState,
} from './rules/index.js';

const STAFF_LABELS = Object.fromEntries(
  Object.entries(PLAN_LABELS).map(([state, { staff }]) => [state, staff]),
) as Record<PlanState, string>;

const PLAN_STATES = bilingual(STAFF_LABELS, {
  draft: 'a draft',
  'pre-submitted': 'in the pre-intake',
  'in-pre-consulting': 'in pre-consulting',
  revising: 'being revised',
  submitted: 'filed',
  supplement: 'returned for supplement',
  screened: 'found eligible',
  'under-evaluation': 'under evaluation',
  scored: 'scored',
  preselected: 'preselected',
  'in-post-consulting': 'in post-consulting',
  'final-draft': 'a final draft',
  confirmed: 'confirmed',
  designated: 'designated',
  deferred: 'deferred',
  reserve: 'a reserve',
  'not-selected': 'not selected',
  're-evaluation': 'being evaluated anew',
  ineligible: 'ineligible',
  withdrawn: 'withdrawn',
  lapsed: 'lapsed',
  cancelled: 'cancelled',
  revoked: 'revoked',
});

/** What is done with a plan without taking it a step on. */
type PlanAct = 'save-draft' | 'attach' | 'remove-attachment' | 'review-sub-project' | 'change';

const PLAN_ACTS: { readonly [A in PlanAction | PlanAct]: { ko: string; en: string } } = {
  'submit-pre-intake': { ko: '예비접수', en: 'pre-intake' },
  'start-pre-consulting': { ko: '사전 컨설팅 시작', en: 'pre-consulting' },
  'receive-opinion': { ko: '컨설팅 의견 접수', en: 'taking an opinion' },
  file: { ko: '본접수', en: 'filing' },
  'ask-supplement': { ko: '보완요구', en: 'returning it for supplement' },
  'file-supplement': { ko: '보완 제출', en: 'filing a supplement' },
  'lapse-supplement': { ko: '보완 기한 종료', en: 'ending the time for a supplement' },
  withdraw: { ko: '철회', en: 'withdrawal' },
  lapse: { ko: '미접수 종료', en: 'lapse' },
  'pass-screening': { ko: '요건 적합 판정', en: 'passing the screening' },
  'fail-screening': { ko: '사전지원제외', en: 'failing the screening' },
  'start-evaluation': { ko: '평가 시작', en: 'evaluation' },
  'lock-scores': { ko: '점수 확정', en: 'locking the scores' },
  preselect: { ko: '예비선정', en: 'preselection' },
  reserve: { ko: '예비후보 의결', en: 'naming it a reserve' },
  refuse: { ko: '미선정 의결', en: 'refusal' },
  defer: { ko: '재심의', en: 'deferral' },
  promote: { ko: '예비후보 승격', en: 'rising from the reserve list' },
  reopen: { ko: '재평가', en: 're-evaluation' },
  'start-post-consulting': { ko: '사후 컨설팅 시작', en: 'post-consulting' },
  'submit-final': { ko: '최종안 제출', en: 'filing the final draft' },
  'return-final': { ko: '최종안 반려', en: 'returning the final draft' },
  confirm: { ko: '확정', en: 'confirmation' },
  designate: { ko: '지정·고시', en: 'designation' },
  cancel: { ko: '선정 취소', en: 'cancelling the selection' },
  revoke: { ko: '지정 해제', en: 'revocation' },
  'save-draft': { ko: '저장', en: 'saving' },
  'review-sub-project': { ko: '세부사업 검토', en: 'the review of a sub-project' },
  change: { ko: '변경', en: 'a change' },
  attach: { ko: '첨부', en: 'attaching a file' },
  'remove-attachment': { ko: '첨부 제외', en: 'removing an attachment' },
};

const ATTACHMENT_ACTS: { readonly [A in AttachmentAction]: { ko: string; en: string } } = {
  'go-unscanned': { ko: '검사 생략', en: 'going unscanned' },
  pass: { ko: '검사 통과', en: 'passing the scan' },
  refuse: { ko: '거부', en: 'refusal' },
};

const UPLOAD_STATES: { readonly [S in UploadState]: { ko: string; en: string } } = {
  open: { ko: '올리는 중', en: 'under way' },
  complete: { ko: '완료', en: 'complete' },
  refused: { ko: '거부', en: 'refused' },
  cancelled: { ko: '취소', en: 'cancelled' },
  expired: { ko: '기한 만료', en: 'expired' },
};

/** What the states of a plan and the codes in it are called. Later stages add what they do with a plan to `plan.act`. */
export const PLAN_TERMS: Messages = {
  ...terms('plan.state', PLAN_STATES),
  ...terms('plan.act', PLAN_ACTS),
  ...terms(
    'attachment.state',
    bilingual(ATTACHMENT_LABELS, {
      scanning: 'being scanned',
      unscanned: 'unscanned',
      clean: 'clean',
      refused: 'refused for a virus',
    }),
  ),
  ...terms('attachment.act', ATTACHMENT_ACTS),
  ...terms('upload.state', UPLOAD_STATES),
  ...terms(
    'budget.source',
    bilingual(BUDGET_SOURCE_NAMES, {
      national: 'national',
      province: 'provincial',
      municipal: 'municipal',
      private: 'private',
      other: 'other',
    }),
  ),
  ...terms(
    'indicator',
    bilingual(INDICATOR_NAMES, {
      'direct-hires': 'direct hires',
      'support-facilities': 'support facilities',
      'company-supports': 'company supports',
      'induced-jobs': 'induced jobs',
    }),
  ),
  ...terms(
    'complex.type',
    bilingual(COMPLEX_TYPE_NAMES, {
      national: 'national industrial complex',
      general: 'general industrial complex',
      'urban-hightech': 'urban high-tech complex',
      'agro-industrial': 'agro-industrial complex',
      'not-a-complex': 'place outside a complex',
    }),
  ),
  ...terms(
    'consultation.party',
    bilingual(CONSULTATION_PARTY_NAMES, {
      'designating-authority': 'the designating authority',
      'management-authority': 'the management authority',
      'management-agency': 'the management agency',
    }),
  ),
  ...terms('consultation.result', {
    ...bilingual(CONSULTATION_RESULT_NAMES, {
      agreed: 'agreed',
      conditional: 'agreed on conditions',
      opposed: 'opposed',
      pending: 'pending',
    }),
    missing: { ko: '없음', en: 'none' },
  }),
  ...terms(
    'evidence.kind',
    bilingual(EVIDENCE_KIND_NAMES, {
      'designating-authority': 'consultation with the designating authority',
      'management-authority': 'consultation with the management authority',
      'management-agency': 'consultation with the management agency',
      'municipal-consent': 'consent of the municipality',
      'local-funding-pledge': 'pledge of local money',
      'stakeholder-council': 'council of those concerned',
    }),
  ),
  ...terms(
    'sub-project.kind',
    bilingual(SUB_PROJECT_NAMES, {
      regeneration: 'regeneration',
      restructuring: 'restructuring',
      'renewable-energy': 'renewable energy',
      'energy-diagnosis': 'energy diagnosis and saving',
      'station-area': 'station area',
      'port-redevelopment': 'port redevelopment',
      employment: 'employment',
      'sme-technology': 'technology of small firms',
      'industry-academia': 'industry and academia',
      'campus-district': 'campus district',
      childcare: 'childcare',
      'worker-housing': 'housing for workers',
      dormitory: 'dormitory',
      'culture-sports': 'culture and sports',
      'root-industry': 'root industry',
      'public-housing': 'public housing',
      'shared-logistics': 'shared logistics',
      'accident-prevention': 'prevention of accidents',
      parking: 'parking',
      other: 'other',
    }),
  ),
};
