import type { Messages } from '@daegaejo/platform';

export const ROUND_MESSAGES: Messages = {
  'round.not-now': {
    ko: '회차가 "{state}" 단계라 {action} 할 수 없습니다.',
    en: 'The round is at "{state}"; {action} is not open now.',
  },
  'round.step-held': {
    ko: '아직 {action} 할 수 없습니다. 먼저 풀어야 할 것이 있습니다.',
    en: '{action} is held up; see errors for what must come first.',
  },
  'round.approval.missing': { ko: '{ministry}의 서명이 없습니다.', en: '{ministry} has not signed yet.' },
  'round.approved-already': {
    ko: '귀 부처는 이 내용에 이미 서명했습니다.',
    en: 'Your ministry has signed this content already.',
  },
  'round.not-an-owner': {
    ko: '공동 소관 부처({owners})의 담당관만 서명할 수 있습니다.',
    en: 'Only officers of the owner ministries ({owners}) may sign.',
  },
  'round.cancel.reason': { ko: '취소 사유를 적어야 합니다.', en: 'A cancellation needs a reason.' },
  'round.deadline-ahead': {
    ko: '마감({deadline})이 아직 지나지 않았습니다.',
    en: 'The deadline ({deadline}) has not passed yet.',
  },
  'round.deadline-passed': {
    ko: '마감({deadline})이 지났습니다. 서버 시각은 {now}입니다.',
    en: 'The deadline ({deadline}) has passed; the server time is {now}.',
  },
  'round.extension.not-later': {
    ko: '지금 마감({current})보다 늦어야 합니다.',
    en: 'must be later than the deadline as it stands ({current})',
  },
  'round.extension.past': { ko: '지금({now})보다 뒤여야 합니다.', en: 'must be later than now ({now})' },
  'round.extension.over': {
    ko: '{step} 단계가 이미 끝나 연장할 수 없습니다.',
    en: 'The step {step} is over; its deadline cannot move.',
  },
  'round.policy.frozen': {
    ko: '평가가 시작되어 평가계획이 동결되었습니다(단계: {state}).',
    en: 'Scoring has opened; the policy is frozen (state: {state}).',
  },
  'round.policy.reason': {
    ko: '공고된 회차의 개정에는 사유가 필요합니다.',
    en: 'Revising an announced round needs a reason.',
  },
  'round.policy.weights': {
    ko: '배점 합이 100.00이어야 합니다. 지금 {sum}입니다.',
    en: 'weights must sum to 100.00, not {sum}',
  },
  'round.policy.criterion-twice': { ko: '같은 지표 코드가 두 번 있습니다.', en: 'a criterion code appears twice' },
  'round.policy.criterion-unknown': { ko: '지표 {criterion}이 없습니다.', en: 'there is no criterion {criterion}' },
  'round.policy.trim': {
    ko: '절사 뒤 남길 최소 수는 최소 위원 수({minimumPanel}) 이하여야 합니다.',
    en: 'must be at most the minimum panel ({minimumPanel})',
  },
  'round.policy.bonus-cap': {
    ko: '가점 상한은 가장 큰 항목({max}) 이상이어야 합니다.',
    en: 'must be at least the largest item ({max})',
  },
  'round.policy.calendar-order': {
    ko: '{before} 마감보다 뒤여야 합니다.',
    en: 'must be later than the deadline of {before}',
  },
  'round.policy.twice': { ko: '같은 값이 두 번 있습니다.', en: 'a value appears twice' },
  'round.policy.owner-unknown': { ko: '등록된 기관 코드가 아닙니다: {code}', en: 'there is no organisation {code}' },
};
