import type { Messages } from '@daegaejo/platform';
import { RUBRIC_MESSAGES } from './rubric-messages.js';
import { ROUND_TERMS } from './terms.js';

export const ROUND_MESSAGES: Messages = {
  ...ROUND_TERMS,
  ...RUBRIC_MESSAGES,
  'round.not-now': {
    ko: '회차가 "{state:round.state}" 단계라 {action:round.act}을(를) 할 수 없습니다.',
    en: 'The round is at "{state:round.state}"; {action:round.act} is not possible now.',
  },
  'round.step-held': {
    ko: '아직 {action:round.act}을(를) 할 수 없습니다. 먼저 처리해야 할 사항이 있습니다(errors).',
    en: 'The {action:round.act} is held up; see errors for what must come first.',
  },
  'round.approval.missing': {
    ko: '{ministry:organisation}의 서명이 없습니다.',
    en: '{ministry:organisation} has not signed yet.',
  },
  'round.approved-already': {
    ko: '귀 부처는 이 내용에 이미 서명했습니다.',
    en: 'Your ministry has signed this content already.',
  },
  'round.not-an-owner': {
    ko: '공동 소관 부처({owners:organisation})의 담당관만 서명할 수 있습니다.',
    en: 'Only officers of the owner ministries ({owners:organisation}) may sign.',
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
    ko: '{step:round.step} 기간이 이미 끝나 연장할 수 없습니다.',
    en: 'The term of the {step:round.step} is over; its deadline cannot move.',
  },
  'round.policy.amendment.fixed': {
    ko: '이미 매긴 점수의 근거이므로 바꿀 수 없습니다.',
    en: 'marks that were given rest on it, so it cannot change',
  },
  'round.policy.frozen': {
    ko: '평가가 시작되어 평가계획이 동결되었습니다(단계: {state:round.state}).',
    en: 'Scoring has opened; the policy is frozen (state: {state:round.state}).',
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
  'round.policy.criterion-unknown': { ko: '지표 {criterion}이(가) 없습니다.', en: 'there is no criterion {criterion}' },
  'round.policy.trim': {
    ko: '절사 뒤 남길 최소 수는 최소 위원 수({minimumPanel}) 이하여야 합니다.',
    en: 'must be at most the minimum panel ({minimumPanel})',
  },
  'round.policy.bonus-cap': {
    ko: '가점 상한은 가장 큰 항목({max}) 이상이어야 합니다.',
    en: 'must be at least the largest item ({max})',
  },
  'round.policy.below-zero': { ko: '0.00보다 작을 수 없습니다.', en: 'must not be below 0.00' },
  'round.policy.no-marks': { ko: '최고점은 0.00보다 커야 합니다.', en: 'the highest mark must be more than 0.00' },
  'round.policy.deduction-cap': {
    ko: '감점 상한이 있어야 하고, 가장 큰 감점 항목({max}) 이상이어야 합니다.',
    en: 'a cap of the deductions is needed, of at least the largest item ({max})',
  },
  'round.policy.stage-shares': {
    ko: '평가단계의 비중 합이 100.00이어야 합니다. 지금 {sum}입니다.',
    en: 'the shares of the stages must sum to 100.00, not {sum}',
  },
  'round.policy.stage-weights': {
    ko: '평가단계 {stage}의 배점 합이 100.00이어야 합니다. 지금 {sum}입니다.',
    en: 'the weights of the stage {stage} must sum to 100.00, not {sum}',
  },
  'round.policy.stage-empty': {
    ko: '평가단계 {stage}에 평가지표가 없습니다.',
    en: 'the stage {stage} has no criteria',
  },
  'round.policy.stage-unknown': {
    ko: '평가단계 {stage}이(가) 없습니다. 단계를 적지 않은 지표는 {main} 단계입니다.',
    en: 'there is no stage {stage}; a criterion that names none is of the stage {main}',
  },
  'round.policy.group-unknown': { ko: '평가항목 {group}이(가) 없습니다.', en: 'there is no group {group}' },
  'round.policy.group-shares': {
    ko: '평가항목의 배점 합이 100.00이어야 합니다. 지금 {sum}입니다.',
    en: 'the shares stated for the groups must sum to 100.00, not {sum}',
  },
  'round.policy.group-weight': {
    ko: '평가항목 {group}의 공표 배점은 {stated}이지만 실제 계산에서는 {effective}입니다. 지표 배점을 고치거나 예외 사유(weightException)를 적으십시오.',
    en: 'the group {group} is stated to carry {stated} but carries {effective}; mend the weights or give a reason (weightException)',
  },
  'round.policy.floor': {
    ko: '과락 기준은 0.00 이상, 지표의 최고점({max}) 이하여야 합니다.',
    en: 'a floor must be between 0.00 and the highest mark ({max})',
  },
  'round.policy.comment-band': {
    ko: '의견 필수 구간은 0.00 ≤ 하한 ≤ 상한 ≤ 최고점({max})이어야 합니다.',
    en: 'the band must be 0.00 ≤ low ≤ high ≤ the highest mark ({max})',
  },
  'round.policy.level-range': {
    ko: '평가등급의 점수는 0.00 이상, 지표의 최고점({max}) 이하여야 합니다.',
    en: 'the mark of a level must be between 0.00 and the highest mark ({max})',
  },
  'round.policy.level-order': {
    ko: '평가등급은 점수의 오름차순이나 내림차순이어야 합니다.',
    en: 'levels must go strictly up or strictly down',
  },
  'round.policy.industry-share': {
    ko: '산업계 위원의 비율은 1 이하여야 합니다(분모 {per}).',
    en: 'the share of industry cannot be more than the whole ({per})',
  },
  'round.policy.committee-size': {
    ko: '위원 수의 상한은 하한({minimum}명) 이상이어야 합니다.',
    en: 'the most members cannot be fewer than the least ({minimum})',
  },
  'round.policy.calendar-order': {
    ko: '{before:round.step} 마감보다 뒤여야 합니다.',
    en: 'must be later than the deadline of the {before:round.step}',
  },
  'round.policy.matching-shares': {
    ko: '국비 비율과 지방비 비율의 합이 100%를 넘습니다. 지방비 하한은 {most}bp(1bp = 0.01%) 이하여야 합니다.',
    en: 'the shares come to more than the whole; the local share may be at most {most} basis points',
  },
  'round.policy.month-day': {
    ko: '해마다 있는 날을 월-일(MM-DD)로 적어야 합니다.',
    en: 'write a day that every year has, as MM-DD',
  },
  'round.policy.execution-weights': {
    ko: '진도, 실집행률, 성과지표의 비중은 합이 10,000이어야 합니다(지금 {sum}).',
    en: 'the shares of progress, execution and indicators must sum to 10,000 (now {sum})',
  },
  'round.policy.execution-lights': {
    ko: '신호등은 높은 등급부터 기준점수가 낮아지는 차례로 한 번씩만 적어야 합니다.',
    en: 'write the lights from the best down, each once and with a lower mark than the one before',
  },
  'round.policy.twice': { ko: '같은 값이 두 번 있습니다.', en: 'a value appears twice' },
  'round.policy.owner-unknown': { ko: '등록된 기관 코드가 아닙니다: {code}', en: 'there is no organisation {code}' },
};
