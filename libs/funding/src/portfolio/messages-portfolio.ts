import type { Messages } from '@daegaejo/platform';

export const PORTFOLIO_MESSAGES: Messages = {
  'portfolio.plan-unknown': {
    ko: '이 회차에서 평가를 마친 계획이 아닙니다: {plan}',
    en: 'this is no scored plan of the round: {plan}',
  },
  'portfolio.in-and-out': {
    ko: '같은 계획을 반드시 포함하면서 제외할 수 없습니다: {plan}. 기준점수에 못 미친 계획은 포함할 수 없습니다.',
    en: 'the plan cannot be both in and out: {plan}; one below the cut-off or a floor is out',
  },
  'portfolio.range': {
    ko: '최소({least})가 최대({most})보다 클 수 없습니다.',
    en: 'the least ({least}) cannot be more than the most ({most})',
  },
};
