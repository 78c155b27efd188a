import type { Messages } from '@daegaejo/platform';

export const EVALUATION_MESSAGES: Messages = {
  'evaluation.role-needed': {
    ko: '{role} 역할이 있는 사람이어야 합니다.',
    en: 'must be a person with the role {role}',
  },
  'evaluation.member-already': { ko: '이미 이 회차의 평가위원입니다.', en: 'The person is on this panel already.' },
  'evaluation.chair-already': { ko: '이 회차에는 이미 위원장이 있습니다.', en: 'This panel has a chair already.' },
  'evaluation.member-unknown': { ko: '이 회차의 평가위원이어야 합니다.', en: 'must be a member of this round’s panel' },
  'evaluation.member-not-now': {
    ko: '위원이 "{state}" 상태라 {action} 할 수 없습니다.',
    en: 'The member is "{state}"; {action} is not open now.',
  },
  'evaluation.pledge-first': {
    ko: '서약하지 않은 위원은 배정할 수 없습니다(지금: {state}).',
    en: 'Only a member who signed the pledge can be assigned (now: {state}).',
  },
  'evaluation.pledge-agree': { ko: '서약에 동의해야 합니다(true).', en: 'must be true: the pledge is agreed to' },
  'evaluation.assign-not-now': {
    ko: '회차({round})와 계획({plan})의 단계에서는 할 수 없습니다.',
    en: 'Not open while the round is "{round}" and the plan "{plan}".',
  },
  'evaluation.assigned-already': {
    ko: '이미 이 계획에 배정된(또는 배정되었던) 위원입니다.',
    en: 'The person is, or was, assigned to this plan.',
  },
  'evaluation.assignment-over': { ko: '이미 끝난 배정입니다({state}).', en: 'The assignment is over ({state}).' },
  'evaluation.conflict': {
    ko: '이해충돌이 있어 이 계획을 평가할 수 없습니다.',
    en: 'There is a conflict of interest; this person cannot evaluate the plan.',
  },
  'conflict.same-organisation': {
    ko: '제출 기관 소속입니다. ({source})',
    en: 'works for the organisation that files the plan ({source})',
  },
  'conflict.same-province-affiliation': {
    ko: '근무지가 같은 시·도입니다. ({source})',
    en: 'works in the same province ({source})',
  },
  'conflict.same-province-residence': {
    ko: '거주지가 같은 시·도입니다. ({source})',
    en: 'lives in the same province ({source})',
  },
  'conflict.consulted-plan': {
    ko: '이 계획의 컨설턴트였습니다. ({source})',
    en: 'was a consultant of this plan ({source})',
  },
  'conflict.declared-interest': {
    ko: '이 계획에서 회피했습니다. ({source})',
    en: 'stepped aside from this plan ({source})',
  },
  'evaluation.sheet-not-now': {
    ko: '평가표가 "{state}" 상태라 {action} 할 수 없습니다.',
    en: 'The sheet is "{state}"; {action} is not open now.',
  },
  'evaluation.sheets-missing': {
    ko: '제출되지 않은 평가표가 {waiting}건 있습니다.',
    en: '{waiting} sheet(s) have not been submitted.',
  },
  'evaluation.cannot-rank': { ko: '순위를 낼 수 없습니다.', en: 'The round cannot be ranked.' },
  'evaluation.not-locked': {
    ko: '점수가 아직 확정되지 않았습니다(단계: {state}).',
    en: 'The scores are not locked yet (state: {state}).',
  },
  'evaluation.no-chair': { ko: '서약한 위원장이 있어야 합니다.', en: 'a chair who signed the pledge is needed' },
  'evaluation.bonus.unknown': {
    ko: '이 회차의 가점 항목이 아닙니다. 항목: {codes}',
    en: 'must be a bonus item of this round: {codes}',
  },
  'evaluation.bonus.range': { ko: '0보다 크고 {max} 이하여야 합니다.', en: 'must be more than 0 and at most {max}' },
  'evaluation.bonus.late': {
    ko: '가점 사유는 접수 마감일({filedBy})까지 유효해야 합니다.',
    en: 'must be valid by the filing deadline ({filedBy})',
  },
  'evaluation.bonus.already': { ko: '이미 입력된 가점 항목입니다.', en: 'This bonus item was entered already.' },
  'sheet.criterion.unknown': {
    ko: '이 회차에 없는 평가지표입니다: {criterion}',
    en: 'the round has no criterion {criterion}',
  },
  'sheet.criterion.duplicate': {
    ko: '평가지표 "{name}"의 점수가 두 번 적혀 있습니다.',
    en: 'the criterion "{name}" is marked twice',
  },
  'sheet.mark.range': {
    ko: '"{name}"의 점수는 {min}점 이상 {max}점 이하이고 소수 둘째 자리까지여야 합니다.',
    en: 'the mark on "{name}" must be between {min} and {max}, with at most two decimals',
  },
  'sheet.mark.missing': {
    ko: '평가지표 "{name}"의 점수가 없습니다. 빈 점수는 0점으로 보지 않습니다.',
    en: 'the mark on "{name}" is missing; a missing mark does not count as 0',
  },
  'panel.too-small': {
    ko: '"{plan}"의 유효한 평가표가 {sheets}장입니다. {required}장 이상이어야 합니다.',
    en: '"{plan}" has {sheets} valid score sheets; at least {required} are needed',
  },
  'aggregate.plan.duplicate': {
    ko: '"{plan}"이(가) 집계에 두 번 들어 있습니다.',
    en: '"{plan}" is in the aggregation twice',
  },
  'aggregate.sheet.duplicate': {
    ko: '"{plan}"에 평가위원 {evaluator}의 평가표가 두 장 있습니다.',
    en: '"{plan}" has two score sheets by evaluator {evaluator}',
  },
  'aggregate.bonus.unknown': {
    ko: '"{plan}"의 가점 항목 {bonus}은(는) 이 회차에 없습니다.',
    en: 'the bonus item {bonus} of "{plan}" does not exist in this round',
  },
  'aggregate.bonus.duplicate': {
    ko: '"{plan}"의 가점 항목 {bonus}이(가) 두 번 적혀 있습니다.',
    en: 'the bonus item {bonus} of "{plan}" is written twice',
  },
  'aggregate.bonus.range': {
    ko: '"{plan}"의 가점 {bonus}은(는) {min}점 이상이고 소수 둘째 자리까지여야 합니다.',
    en: 'the bonus {bonus} of "{plan}" must be at least {min}, with at most two decimals',
  },
  'evaluation.aggregate-pending': {
    ko: '아직 집계에 들어가지 않은 변경이 {behind}건 있습니다. 아무것도 바뀌지 않았습니다. 잠시 뒤 다시 시도하십시오.',
    en: '{behind} change(s) are not in the ranking yet. Nothing was changed; try again shortly.',
  },
};
