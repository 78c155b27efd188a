import type { Messages } from '@daegaejo/platform';
import { BUDGET_MESSAGES } from './budget/messages-budget.js';
import { EXECUTION_MESSAGES } from './execution/messages-execution.js';
import { AGREEMENT_MESSAGES } from './agreement/messages.js';
import { PORTFOLIO_MESSAGES } from './portfolio/messages-portfolio.js';
import { FUNDING_TERMS } from './terms.js';

export const FUNDING_MESSAGES: Messages = {
  ...FUNDING_TERMS,
  ...BUDGET_MESSAGES,
  ...EXECUTION_MESSAGES,
  ...AGREEMENT_MESSAGES,
  ...PORTFOLIO_MESSAGES,
  'funding.not-now': {
    ko: '계획이 "{state:plan.state}" 상태라 재원계획을 정할 수 없습니다.',
    en: 'The plan is "{state:plan.state}"; its funding cannot be set now.',
  },
  'funding.missing': { ko: '"{title}"의 3개년 재원계획이 없습니다.', en: '"{title}" has no three-year funding plan' },
  'funding.year.unknown': {
    ko: '{year}년은 지원 연도({years})가 아닙니다.',
    en: '{year} is not one of the funding years ({years})',
  },
  'funding.ministry.unknown': { ko: '등록된 부처 코드가 아닙니다: {ministry}', en: 'there is no ministry {ministry}' },
  'funding.amount.range': {
    ko: '금액({amount}원)은 {min}원 이상 {max}원 이하여야 합니다.',
    en: 'the amount of {amount} won must be between {min} and {max} won',
  },
  'funding.line.duplicate': {
    ko: '{year}년 {ministry:organisation} {source:budget.source} 재원이 두 번 적혀 있습니다.',
    en: 'the line of {year}, {ministry:organisation}, {source:budget.source} money is written twice',
  },
  'funding.total.differs': {
    ko: '내역의 합({sum}원)이 총액({total}원)과 {difference}원 다릅니다.',
    en: 'the lines sum to {sum} won, the stated total is {total} won: a difference of {difference} won',
  },
  'funding.report.not-now': {
    ko: '계획이 "{state:plan.state}" 상태라 연차보고를 받을 수 없습니다. 지정·고시된 뒤에 보고합니다.',
    en: 'The plan is "{state:plan.state}"; a yearly report is taken once it is designated.',
  },
  'funding.report.too-early': {
    ko: '{year}년 연차보고는 그해가 끝난 뒤({from})부터 낼 수 있습니다.',
    en: 'the report on {year} can be made once that year is over ({from})',
  },
  'funding.report.missing': {
    ko: '지표 "{indicator:indicator}"의 실적이 없습니다. 실적이 없으면 0으로 적으십시오.',
    en: 'the result on "{indicator:indicator}" is missing; write 0 where there is none',
  },
  'funding.report.twice': {
    ko: '지표 "{indicator:indicator}"의 실적이 두 번 적혀 있습니다.',
    en: 'the result on "{indicator:indicator}" is written twice',
  },
};
