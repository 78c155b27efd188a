import type { DutyKind } from '@daegaejo/round/rules';
import type { Bilingual } from './sentences.js';
import { STAFF_DUTIES } from './wording-staff-duties.js';

/** Values a sentence may name. Nothing else a duty carries ever gets into a letter: no marks, no names of people. */
export type ParamName = 'title' | 'province' | 'count' | 'step' | 'year' | 'list' | 'listEn';

/** What the letters say of one kind of duty. */
export interface DutyWords {
  /** What is to be done, as a noun: the heart of the subject line. */
  readonly what: Bilingual;
  readonly todo: Bilingual;
  /** What the subject line ends with; null where `what` names it already. */
  readonly about: 'province' | 'title' | null;
  /** Params the sentences need; the source of the duty must give them. */
  readonly params: readonly ParamName[];
  /** Nothing is taken any more once the deadline has passed. */
  readonly closes?: true;
  /** A right, not an obligation: letting it pass is no neglect. */
  readonly chance?: true;
  /** Since what nothing happens, with a stalled clock. */
  readonly since?: Bilingual;
}

const PLAN = ['title', 'province'] as const;

const PROVINCE_DUTIES = {
  'submit-pre-intake': {
    what: { ko: '혁신계획 예비접수', en: 'pre-intake of the innovation plan' },
    todo: {
      ko: '혁신계획을 확인하고, 시·도 승인자가 예비접수하십시오.',
      en: 'Check the plan and have the approver of the province submit it for the pre-intake.',
    },
    about: 'province',
    params: PLAN,
    closes: true,
  },
  'file-plan': {
    what: { ko: '혁신계획 본접수', en: 'filing of the innovation plan' },
    todo: {
      ko: '혁신계획과 첨부를 갖추어, 시·도 승인자가 본접수하십시오.',
      en: 'Complete the plan and its attachments and have the approver of the province file it.',
    },
    about: 'province',
    params: PLAN,
    closes: true,
  },
  'file-supplement': {
    what: { ko: '혁신계획 보완 제출', en: 'supplement to the innovation plan' },
    todo: {
      ko: '보완요구에 적힌 부분을 고쳐, 시·도 승인자가 보완 제출하십시오. 기한까지 내지 않으면 접수한 내용 그대로 검토합니다.',
      en: 'Mend the parts that were returned and have the approver of the province submit the supplement. Otherwise the plan is screened as it was filed.',
    },
    about: 'province',
    params: PLAN,
    closes: true,
  },
  'submit-final-draft': {
    what: { ko: '혁신계획 최종안 제출', en: 'final draft of the innovation plan' },
    todo: {
      ko: '사후 컨설팅 의견을 반영한 최종안을, 시·도 승인자가 제출하십시오.',
      en: 'Work in the post-consulting opinions and have the approver of the province submit the final draft.',
    },
    about: 'province',
    params: PLAN,
    closes: true,
  },
  'answer-opinion': {
    what: { ko: '컨설팅 의견 {count}건 답변', en: 'answers to {count} consulting opinion(s)' },
    todo: {
      ko: '의견마다 반영, 일부반영, 미반영을 정하십시오. 다 반영하지 않을 때에는 사유를 적어야 합니다.',
      en: 'Decide on each opinion: adopted, partly adopted or not adopted. The last two need a reason.',
    },
    about: 'province',
    params: ['title', 'province', 'count'],
  },
  'request-budget': {
    what: { ko: '{year}년 예산 요구', en: 'budget request for {year}' },
    todo: {
      ko: '다음 연도에 필요한 예산을 세부사업과 재원별로 적어, 시·도 승인자가 요구하십시오.',
      en: 'Enter what the sub-projects need in that year, by source, and have the approver of the province request it.',
    },
    about: 'province',
    params: ['title', 'province', 'year'],
  },
  'settle-year': {
    what: { ko: '{year}년 정산', en: 'settlement of {year}' },
    todo: {
      ko: '그해 교부받은 금액과 이자, 이월과 반납을 재원별로 적어, 시·도 승인자가 정산하십시오.',
      en: 'State interest, carry-over and returns of the year by source, and have the approver of the province settle it.',
    },
    about: 'province',
    params: ['title', 'province', 'year'],
  },
  'report-year': {
    what: { ko: '{year}년 연차보고', en: 'yearly report on {year}' },
    todo: {
      ko: '그해의 추진실적과 집행액을 적어, 시·도 승인자가 제출하십시오. 회계감사 보고서의 문서번호를 함께 적습니다.',
      en: 'Report what was done and spent in that year, with the number of the audited statement, and have the approver of the province submit it.',
    },
    about: 'province',
    params: ['title', 'province', 'year'],
  },
  'file-corrective-plan': {
    what: { ko: '{year}년 만회대책 제출', en: 'corrective plan for {year}' },
    todo: {
      ko: '집행과 실적을 어떻게 만회할지 세부사업별로 적어, 시·도 승인자가 제출하십시오.',
      en: 'Say, sub-project by sub-project, how the lag will be made good, and have the approver of the province file it.',
    },
    about: 'province',
    params: ['title', 'province', 'year'],
  },
  'file-objection': {
    what: { ko: '이의신청', en: 'objection' },
    todo: {
      ko: '선정 결과에 이의가 있으면 이 기간에 한 번 신청할 수 있습니다. 신청하지 않아도 불이익은 없습니다.',
      en: 'You may object to the result once within this period. There is no disadvantage in not doing so.',
    },
    about: 'province',
    params: PLAN,
    closes: true,
    chance: true,
  },
  'answer-request': {
    what: { ko: '“{title}” 회신', en: 'reply to “{title}”' },
    todo: { ko: '요청한 내용을 확인하고 회신하십시오.', en: 'Read what is asked for and reply.' },
    about: null,
    params: ['title'],
  },
} as const satisfies { readonly [K in DutyKind]?: DutyWords };

const EXPERT_DUTIES = {
  'give-opinion': {
    what: { ko: '컨설팅 의견 제출', en: 'consulting opinion' },
    todo: {
      ko: '맡은 혁신계획을 읽고 컨설팅 의견을 적어 주십시오.',
      en: 'Read the plan you were appointed to and give your opinion.',
    },
    about: 'province',
    params: PLAN,
  },
  'sign-pledge': {
    what: { ko: '평가위원 수락과 서약', en: 'acceptance and pledge as an evaluator' },
    todo: {
      ko: '평가위원을 맡을지 정하고, 맡으신다면 서약서에 서명해 주십시오.',
      en: 'Decide whether you take part, and sign the pledge if you do.',
    },
    about: 'title',
    params: ['title'],
  },
  'score-plans': {
    what: { ko: '평가표 {count}건 제출', en: '{count} score sheet(s)' },
    todo: {
      ko: '배정된 평가표를 채워 제출하십시오. 이해관계가 있으면 채점하지 말고 회피하십시오.',
      en: 'Complete and submit your score sheets. Where you have an interest, recuse yourself instead.',
    },
    about: 'title',
    params: ['title', 'count'],
    closes: true,
  },
  'vote-on-challenge': {
    what: { ko: '기피 신청 {count}건 표결', en: 'vote on {count} challenge(s)' },
    todo: {
      ko: '기피 신청의 사유를 읽고, 인용할지 기각할지 사유를 적어 표결하십시오.',
      en: 'Read the grounds of the challenge and vote, with your reason, whether it is upheld.',
    },
    about: 'title',
    params: ['title', 'count'],
  },
  'lock-panel': {
    what: { ko: '점수 확정', en: 'lock of the panel’s scores' },
    todo: { ko: '평가표를 확인하고 점수를 확정하십시오.', en: 'Check the score sheets and lock the scores.' },
    about: 'title',
    params: ['title'],
    since: { ko: '평가표가 모두 들어온 지', en: 'every score sheet came in' },
  },
  'sign-re-evaluation': {
    what: { ko: '재평가 점수 확정과 서명', en: 'lock and signature of the re-evaluation' },
    todo: {
      ko: '재평가 평가표를 확인하여 점수를 확정하고, 결과를 읽은 뒤 서명하십시오.',
      en: 'Check the sheets of the re-evaluation, lock the scores, read what they come to and sign it.',
    },
    about: 'province',
    params: PLAN,
    since: { ko: '재평가 평가표가 모두 들어온 지', en: 'every sheet of the re-evaluation came in' },
  },
} as const satisfies { readonly [K in DutyKind]?: DutyWords };

export const DUTY_WORDS: { readonly [K in DutyKind]: DutyWords } = {
  ...PROVINCE_DUTIES,
  ...EXPERT_DUTIES,
  ...STAFF_DUTIES,
};
