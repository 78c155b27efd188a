import type { Messages } from '@daegaejo/platform';
import { CONSULTING_TERMS } from './terms.js';

export const CONSULTING_MESSAGES: Messages = {
  ...CONSULTING_TERMS,
  'consulting.not-now': {
    ko: '계획이 "{state:plan.state}" 상태라 지금은 컨설팅할 수 없습니다.',
    en: 'The plan is "{state:plan.state}"; there is no consulting now.',
  },
  'consulting.not-a-consultant': {
    ko: '컨설턴트 역할이 있는 사람이어야 합니다.',
    en: 'must be a person with the consultant role',
  },
  'consulting.is-evaluator': {
    ko: '이 계획의 평가위원은 컨설턴트가 될 수 없습니다.',
    en: 'An evaluator of this plan cannot be its consultant.',
  },
  'consulting.assigned-already': { ko: '이미 배정된 컨설턴트입니다.', en: 'This consultant is appointed already.' },
  'consulting.reason-needed': {
    ko: '"{answer:consulting.answer}" 답변에는 10자 이상의 사유가 필요합니다.',
    en: 'the answer "{answer:consulting.answer}" needs a reason of at least 10 characters',
  },
  'consulting.reopen-reason': { ko: '재답변을 요청하는 사유를 적어야 합니다.', en: 'reopening needs a reason' },
  'consulting.opinion-not-now': {
    ko: '의견이 "{state:opinion.state}" 상태라 {action:opinion.act}을(를) 할 수 없습니다.',
    en: 'The opinion is "{state:opinion.state}"; {action:opinion.act} is not possible now.',
  },
  'consulting.unanswered': {
    ko: '답변하지 않은 의견이 {waiting}건 있습니다. 모두 답변한 뒤 제출하십시오.',
    en: '{waiting} opinion(s) wait for an answer. Answer all of them, then submit.',
  },
  'consulting.none-yet': {
    ko: '아직 {phase:consulting.phase} 컨설팅 의견을 받지 않았습니다. 이 회차는 컨설팅이 필수입니다.',
    en: 'There was no {phase:consulting.phase} yet; this round requires it.',
  },
  'consulting.conflict': {
    ko: '이 사람은 이 계획의 컨설턴트가 될 수 없습니다.',
    en: 'This person cannot be a consultant of this plan.',
  },
  'consulting.own-organisation': {
    ko: '계획을 낸 시·도에 속한 사람입니다. (근거: {source})',
    en: 'belongs to the province that files the plan (source: {source})',
  },
  'consulting.ended-already': { ko: '이미 해촉된 컨설턴트입니다.', en: 'This appointment has ended already.' },
  'consulting.no-open-round': {
    ko: '열려 있는 {phase:consulting.phase} 컨설팅 차수가 없습니다. 간사기관이 다음 차수를 열어야 합니다.',
    en: 'No round of {phase:consulting.phase} is open; the secretariat has to open the next one.',
  },
  'consulting.round-closed': {
    ko: '{no}차 컨설팅은 이미 종료되었습니다.',
    en: 'Round {no} of consulting is closed already.',
  },
  'consulting.round-waits': {
    ko: '이 차수에 답변을 기다리는 의견이 {waiting}건 있습니다.',
    en: '{waiting} opinion(s) of this round wait for an answer.',
  },
  'consulting.round-unknown': {
    ko: '{phase:consulting.phase} 컨설팅은 {rounds}차까지 있습니다.',
    en: 'there are {rounds} round(s) of {phase:consulting.phase}',
  },
  'consulting.target-missing': {
    ko: '의견이 계획의 어느 부분에 대한 것인지 적어야 합니다.',
    en: 'say which part of the plan the opinion is about',
  },
  'consulting.target-unknown': {
    ko: '읽은 판에 그런 자리가 없습니다. 절({sections})이나 그 행을 "subProjects[키]"처럼, 그 판에 붙은 첨부는 "attachments[id]"로 적습니다.',
    en: 'the version read has no such place; name a section ({sections}), a row of it as "subProjects[key]", or an attachment of that version as "attachments[id]"',
  },
  'consulting.due-past': { ko: '답변 기한은 지금({now}) 뒤여야 합니다.', en: 'must be after now ({now})' },
  'consulting.change-path': {
    ko: '"{path}"은(는) 계획의 자리가 아닙니다. "budget[사업 연도 재원]"처럼 절과 키로 적습니다.',
    en: '"{path}" is no place in a plan; write section and key, as in "budget[project year source]"',
  },
  'consulting.change-version': {
    ko: '의견을 낸 판({onVersionNo}) 다음부터 최신 판({newest})까지 가운데 하나여야 합니다.',
    en: 'must be a version after the one the opinion was given on ({onVersionNo}), up to the newest ({newest})',
  },
  'consulting.meeting-unknown': { ko: '이 계획에 그런 방문·회의 기록이 없습니다.', en: 'the plan has no such record' },
  'consulting.meeting-corrected': {
    ko: '이미 정정된 기록입니다. 정정한 기록을 다시 정정하십시오.',
    en: 'This record was corrected already; correct the one that stands for it.',
  },
  'consulting.meeting-to-come': { ko: '오늘이나 그 전이어야 합니다.', en: 'must be today or earlier' },
  'consulting.version-unknown': {
    ko: '제출된 판은 {newest}판까지입니다. 비교할 앞의 판이 뒤의 판보다 클 수 없습니다.',
    en: 'the newest version is {newest}; the earlier of the two comes first',
  },
};
