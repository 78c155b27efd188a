import type { Messages } from '@daegaejo/platform';
import { NEW_PANEL_MESSAGES } from './panel/messages-new-panel.js';
import { PANEL_MESSAGES } from './panel/messages-panel.js';
import { EVALUATION_TERMS } from './terms.js';

export const EVALUATION_MESSAGES: Messages = {
  ...EVALUATION_TERMS,
  ...PANEL_MESSAGES,
  ...NEW_PANEL_MESSAGES,
  'evaluation.role-needed': {
    ko: '{role:role} 역할이 있는 사람이어야 합니다.',
    en: 'must be a person with the role {role:role}',
  },
  'evaluation.member-already': { ko: '이미 이 회차의 평가위원입니다.', en: 'The person is on this panel already.' },
  'evaluation.chair-already': { ko: '이 회차에는 이미 위원장이 있습니다.', en: 'This panel has a chair already.' },
  'evaluation.member-unknown': { ko: '이 회차의 평가위원이어야 합니다.', en: 'must be a member of this round’s panel' },
  'evaluation.member-not-now': {
    ko: '위원이 "{state:panel-member.state}" 상태라 {action:panel-member.act}을(를) 할 수 없습니다.',
    en: 'The member is "{state:panel-member.state}"; {action:panel-member.act} is not possible now.',
  },
  'evaluation.pledge-first': {
    ko: '서약하지 않은 위원은 배정할 수 없습니다(지금: {state:panel-member.state}).',
    en: 'Only a member who signed the pledge can be assigned (now: {state:panel-member.state}).',
  },
  'evaluation.pledge-agree': { ko: '서약에 동의해야 합니다(true).', en: 'must be true: the pledge is agreed to' },
  'evaluation.assign-not-now': {
    ko: '지금 단계(회차: {round:round.state}, 계획: {plan:plan.state})에서는 할 수 없습니다.',
    en: 'Not open while the round is "{round:round.state}" and the plan "{plan:plan.state}".',
  },
  'evaluation.assigned-already': {
    ko: '이 계획에 배정되어 있거나 배정된 적이 있는 위원입니다.',
    en: 'The person is, or was, assigned to this plan.',
  },
  'evaluation.assignment-over': {
    ko: '이미 끝난 배정입니다({state:assignment.state}).',
    en: 'The assignment is over ({state:assignment.state}).',
  },
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
    ko: '평가표가 "{state:sheet.state}" 상태라 {action:sheet.act}을(를) 할 수 없습니다.',
    en: 'The sheet is "{state:sheet.state}"; {action:sheet.act} is not possible now.',
  },
  'evaluation.sheets-missing': {
    ko: '제출되지 않은 평가표가 {waiting}건 있습니다.',
    en: '{waiting} sheet(s) have not been submitted.',
  },
  'evaluation.sheets-unlocked': {
    ko: '제출되었으나 확정되지 않은 평가표가 {unlocked}건 있습니다.',
    en: '{unlocked} submitted sheet(s) are not locked yet',
  },
  'evaluation.corrections-open': {
    ko: '승인이나 기각을 기다리는 정정이 {count}건 있습니다.',
    en: '{count} correction(s) wait to be approved or rejected',
  },
  'evaluation.substitute-not-needed': {
    ko: '점수가 확정된 뒤에는 위원이 모자란 계획에만 대체 위원을 배정합니다(지금 {left}명, 기준 {required}명).',
    en: 'After the lock a substitute is put only on a plan with too few evaluators (now {left}, needed {required}).',
  },
  'evaluation.discussion-not-in-policy': {
    ko: '이 회차의 평가계획에는 평가위원 토론이 없습니다.',
    en: 'The policy of this round provides for no discussion.',
  },
  'evaluation.discussion-not-now': {
    ko: '토론이 "{state:discussion.state}" 상태라 할 수 없습니다. 한 번 닫은 토론은 다시 열지 않습니다.',
    en: 'Not open while the discussion is "{state:discussion.state}"; once closed it is not opened again.',
  },
  'evaluation.discussion-open': {
    ko: '평가위원 토론이 열려 있습니다. 먼저 토론을 닫아야 합니다.',
    en: 'The panel is discussing; the discussion must be closed first.',
  },
  'evaluation.no-discussion': { ko: '열려 있는 토론이 없습니다.', en: 'No discussion is open.' },
  'evaluation.own-marks-first': {
    ko: '자신의 평가표를 제출한 뒤에 다른 위원의 점수를 볼 수 있습니다.',
    en: 'The marks of others are shown once your own sheet is handed in.',
  },
  'sheet.revision.nothing': { ko: '바뀐 점수가 없습니다.', en: 'nothing changes' },
  'sheet.revision.reason': {
    ko: '"{name}"을(를) 바꾸는 사유를 적어야 합니다.',
    en: 'the reason why "{name}" changes is needed',
  },
  'evaluation.correction.not-now': {
    ko: '정정은 점수가 확정된 뒤 공표 전까지 할 수 있습니다(단계: {state:round.state}).',
    en: 'Scores are corrected from the lock until the announcement (state: {state:round.state}).',
  },
  'evaluation.correction.announced': {
    ko: '공표된 점수는 정정할 수 없습니다(단계: {state:round.state}). 이의신청을 거쳐야 합니다.',
    en: 'What was announced is not changed in place (state: {state:round.state}); an objection is the way.',
  },
  'evaluation.correction.open-already': {
    ko: '이 평가표에는 결정을 기다리는 정정이 이미 있습니다.',
    en: 'A correction of this sheet waits to be decided already.',
  },
  'evaluation.correction.nothing': {
    ko: '지금 점수와 같습니다. 바로잡을 점수를 적으십시오.',
    en: 'must differ from the marks as they are',
  },
  'evaluation.correction.same-person': {
    ko: '발의한 사람은 스스로 결정할 수 없습니다. 다른 사람이 승인하거나 기각합니다.',
    en: 'Whoever proposed a correction cannot decide it; another person must.',
  },
  'evaluation.correction.own-sheet': {
    ko: '자신의 평가표에 대한 정정은 결정할 수 없습니다. 위원장의 평가표는 위원장이 발의하고 사무국이 결정합니다.',
    en: 'Nobody decides on his own sheet; of the chair’s own, the chair proposes and the secretariat decides.',
  },
  'evaluation.correction.other-side': {
    ko: '위원장이 발의한 정정은 사무국이나 부처 담당자가, 사무국이 발의한 정정은 위원장이 결정합니다.',
    en: 'What the chair proposed the secretariat or an officer decides; what the secretariat proposed, the chair.',
  },
  'evaluation.correction.decided': {
    ko: '이미 결정된 정정입니다({state:correction.state}).',
    en: 'The correction was decided already ({state:correction.state}).',
  },
  'evaluation.correction.outdated': {
    ko: '발의 뒤에 평가표가 바뀌었습니다(지금: {state:sheet.state}). 이 정정은 기각하거나 철회하고 다시 발의하십시오.',
    en: 'The sheet changed after the proposal (now: {state:sheet.state}). Reject or withdraw it, and propose anew.',
  },
  'evaluation.scores-held': {
    ko: '다음 단계가 이 점수를 쓰고 있어 바꿀 수 없습니다.',
    en: 'A later stage rests on these scores; they cannot change.',
  },
  'evaluation.opinion-set-aside': {
    ko: '이 계획에서 제척·기피·회피한 위원장은 종합의견을 쓸 수 없습니다.',
    en: 'A chair who left this plan cannot write the opinion on it.',
  },
  'evaluation.cannot-rank': { ko: '순위를 낼 수 없습니다.', en: 'The round cannot be ranked.' },
  'evaluation.not-locked': {
    ko: '점수가 아직 확정되지 않았습니다(단계: {state:round.state}).',
    en: 'The scores are not locked yet (state: {state:round.state}).',
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
  'sheet.criterion.other-stage': {
    ko: '평가지표 "{name}"은(는) 이 평가표가 아니라 {stage} 단계의 평가표에서 채점합니다.',
    en: 'the criterion "{name}" is marked in the stage {stage}, not on this sheet',
  },
  'sheet.comment.missing': {
    ko: '"{name}"의 점수가 {low}점보다 낮거나 {high}점보다 높으면 의견을 적어야 합니다.',
    en: 'a mark on "{name}" below {low} or above {high} needs a comment',
  },
  'sheet.abstention.reason': {
    ko: '평가지표 "{name}"에 점수를 주거나, 기권 사유를 적어야 합니다. 빈 점수는 0점으로 보지 않습니다.',
    en: '"{name}" needs a mark, or the reason for abstaining; a missing mark does not count as 0',
  },
  'sheet.abstention.refused': {
    ko: '이 회차에서는 지표별 기권을 할 수 없습니다. "{name}"에 점수를 주어야 합니다.',
    en: 'this round knows no abstention; "{name}" needs a mark',
  },
  'panel.stage-too-small': {
    ko: '"{plan}"의 {stage} 평가표가 {sheets}장입니다. {required}장 이상이어야 합니다.',
    en: '"{plan}" has {sheets} valid score sheets in the stage {stage}; at least {required} are needed',
  },
  'aggregate.sheet.stage': {
    ko: '"{plan}"에 대한 평가위원 {evaluator}의 평가표가 이 회차에 없는 단계({stage})의 것입니다.',
    en: 'the sheet of evaluator {evaluator} on "{plan}" is of a stage that does not exist: {stage}',
  },
  'aggregate.abstained-by-all': {
    ko: '"{plan}"의 평가지표 "{name}"에 모든 위원이 기권하여 평균이 없습니다.',
    en: 'every evaluator of "{plan}" abstained on "{name}", which leaves no mean',
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
  'evaluation.rules-amended': {
    ko: '개정된 평가계획으로 순위를 다시 계산하고 있습니다. 잠시 뒤 다시 시도하십시오.',
    en: 'the ranking is being computed anew by the amended rules; try again shortly',
  },
  'evaluation.plan-elsewhere': {
    ko: '이 회차에서 평가하는 계획이 아닙니다.',
    en: 'is not a plan that is evaluated in this round',
  },
};
