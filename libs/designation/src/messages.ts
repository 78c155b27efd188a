import type { Messages } from '@daegaejo/platform';
import { COMMITTEE_MESSAGES } from './messages-committee.js';
import { PUBLICATION_MESSAGES } from './messages-publication.js';
import { DESIGNATION_TERMS } from './terms.js';

export const DESIGNATION_MESSAGES: Messages = {
  ...DESIGNATION_TERMS,
  ...COMMITTEE_MESSAGES,
  ...PUBLICATION_MESSAGES,
  'designation.chair-ministry': {
    ko: '공동 소관 부처({owners:organisation}) 가운데 하나여야 합니다.',
    en: 'must be one of the owner ministries ({owners:organisation})',
  },
  'designation.meeting-ahead': {
    ko: '회의일({heldAt}) 전에는 열 수 없습니다.',
    en: 'The meeting cannot open before its day ({heldAt}).',
  },
  'designation.meeting-not-now': {
    ko: '회의가 "{state:meeting.state}" 상태라 {action:meeting.act}을(를) 할 수 없습니다.',
    en: 'The meeting is "{state:meeting.state}"; {action:meeting.act} is not possible now.',
  },
  'designation.scores-resolved-on': {
    ko: '위원회가 이 순위로 의결한 계획이 {count}건 있습니다.',
    en: 'the committee has resolved on {count} plan(s) by this ranking',
  },
  'designation.ranking-behind': {
    ko: '정정이 반영된 순위를 아직 계산하고 있습니다. 잠시 뒤 다시 시도하십시오.',
    en: 'A change of the scores is not in the ranking yet; try again shortly.',
  },
  'designation.not-scored': {
    ko: '점수가 확정된 이 회차의 계획이어야 합니다(지금: {state:plan.state}).',
    en: 'The plan must be one of this round with locked scores (now: {state:plan.state}).',
  },
  'designation.resolved-already': {
    ko: '이미 의결한 계획입니다.',
    en: 'The committee has resolved on this plan already.',
  },
  'designation.not-carried': {
    ko: '출석위원({present}명) 과반수의 찬성이 필요합니다.',
    en: 'a majority of those present ({present}) must vote for it',
  },
  'designation.unresolved': {
    ko: '의결하지 않은 계획이 {count}건 있습니다.',
    en: '{count} plan(s) have no resolution',
  },
  'designation.meeting-open': { ko: '끝나지 않은 회의가 있습니다.', en: 'a meeting is still open' },
  'designation.no-objection': {
    ko: '선정되지 않은 계획만 이의신청할 수 있습니다(지금: {state:plan.state}).',
    en: 'Only a plan that was not selected can object (now: {state:plan.state}).',
  },
  'designation.objected-already': { ko: '이의신청은 한 번만 할 수 있습니다.', en: 'An objection can be filed once.' },
  'designation.objection-decided': {
    ko: '이의신청이 "{state:objection.state}" 상태라 처리할 수 없습니다. 형식 심사를 먼저 하고, 인용·기각은 한 번만 합니다.',
    en: 'The objection is "{state:objection.state}": it is screened first and answered once.',
  },
  'designation.objections-open': {
    ko: '처리하지 않은 이의신청이 {count}건 있습니다.',
    en: '{count} objection(s) are undecided',
  },
  'designation.reviewed-already': {
    ko: '귀 부처는 이 판을 이미 검토했습니다.',
    en: 'Your ministry has reviewed this version already.',
  },
  'designation.reviews-missing': {
    ko: '두 부처의 적정 검토가 모두 있어야 확정할 수 있습니다.',
    en: 'Both ministries must find this version adequate first.',
  },
  'designation.unconfirmed': {
    ko: '확정되지 않은 예비선정 계획이 {count}건 있습니다.',
    en: '{count} preselected plan(s) are not confirmed',
  },
  'designation.undesignated': {
    ko: '지정되지 않은 확정 계획이 {count}건 있습니다.',
    en: '{count} confirmed plan(s) are not designated',
  },
  'designation.none': { ko: '해당하는 계획이 없습니다.', en: 'there is no such plan' },
  'designation.proposed-already': {
    ko: '서명을 기다리는 고시안이 이미 있습니다.',
    en: 'A notice for this plan waits for its signature.',
  },
  'designation.not-now': {
    ko: '고시안이 "{state:designation.state}" 상태라 서명할 수 없습니다.',
    en: 'The notice is "{state:designation.state}" and cannot be signed.',
  },
  'designation.other-content': {
    ko: '보신 고시안과 지금 고시안의 내용이 다릅니다. 다시 확인하십시오.',
    en: 'The notice is not the one you read. Read it again.',
  },
  'designation.four-eyes': {
    ko: '기안한 사람이나 같은 부처는 서명할 수 없습니다. 다른 부처의 담당관이 서명해야 합니다.',
    en: 'The drafter and his ministry cannot sign; an officer of the other ministry must.',
  },
  'committee.agenda.too-late': {
    ko: '긴급한 안건도 회의 {required}일 전까지 보내야 합니다(지금: {days}일 전).',
    en: 'even an urgent agenda must be sent at least {required} day(s) before the meeting, not {days}',
  },
  'committee.agenda.urgent-reason-required': {
    ko: '안건은 회의 {required}일 전까지 보내야 합니다. {days}일 전에 보낼 때에는 긴급 사유를 적어야 합니다.',
    en: 'the agenda must be sent {required} days before the meeting; sending it {days} day(s) before needs a reason of urgency',
  },
  'committee.attendance.range': {
    ko: '출석위원은 {min}명 이상 {max}명 이하여야 합니다.',
    en: 'the number present must be between {min} and {max}',
  },
  'committee.quorum.missing': {
    ko: '재적위원 {members}명 가운데 {present}명이 출석하여 의사정족수({required}명)에 미치지 못합니다.',
    en: '{present} of {members} members are present; the quorum is {required}',
  },
  'committee.vote.range': { ko: '표는 {min} 이상의 정수여야 합니다.', en: 'must be a whole number of at least {min}' },
  'committee.vote.sum': {
    ko: '찬성·반대·기권의 합({sum})이 출석위원 수({present})와 다릅니다.',
    en: 'votes for, against and abstaining sum to {sum}, but {present} members are present',
  },
  'resolution.below-cut-off': {
    ko: '기준점수에 미치지 못한 계획은 예비선정할 수 없습니다.',
    en: 'a plan below the cut-off cannot be preselected',
  },
  'resolution.below-floor': {
    ko: '과락 기준에 미치지 못한 평가지표({criteria})가 있는 계획은 예비선정할 수 없습니다.',
    en: 'a plan below the floor of a criterion ({criteria}) cannot be preselected',
  },
  'resolution.quota-full': { ko: '예비선정 정원 {quota}곳이 모두 찼습니다.', en: 'all {quota} places are taken' },
  'resolution.reason-required': {
    ko: '평가순위({rank}위, 정원 {quota}곳)와 다르게 의결하려면 사유를 {min}자 이상 적어야 합니다.',
    en: 'a resolution that leaves the ranking (rank {rank}, {quota} places) needs a written reason of at least {min} characters',
  },
  'designation.notice-number.required': { ko: '고시번호를 적어야 합니다.', en: 'a notice number is needed' },
  'designation.date.invalid': { ko: '달력에 없는 날짜입니다: {date}', en: '{date} is not a calendar day' },
  'designation.effective-before-notice': {
    ko: '시행일({effectiveDate})이 고시일({noticeDate})보다 빠릅니다.',
    en: 'the effective date {effectiveDate} is before the notice of {noticeDate}',
  },
  'designation.site.required': { ko: '지정할 단지를 하나 이상 골라야 합니다.', en: 'at least one site is needed' },
  'designation.site.unknown': { ko: '계획에 없는 단지입니다: {site}', en: 'the plan has no site {site}' },
  'designation.site.duplicate': { ko: '같은 단지가 두 번 있습니다: {site}', en: 'the site {site} appears twice' },
  'designation.site.not-yet-designable': {
    ko: '연계지역({site})은 법률 제18306호 시행일({from}) 전에는 지정할 수 없습니다.',
    en: 'a linked area ({site}) cannot be designated before Law 18306 came into force on {from}',
  },
  'designation.hub.required': {
    ko: '거점산단이 이 고시나 앞선 고시로 지정되어야 합니다.',
    en: 'the hub must be designated, by this notice or an earlier one',
  },
};
