import type { Messages } from '@daegaejo/platform';
import { ATTACHMENT_MESSAGES } from './attachments/messages-attachment.js';
import { REVIEW_MESSAGES } from './review/messages-review.js';
import { SEARCH_MESSAGES } from './search/messages-search.js';
import { RETURN_MESSAGES } from './return-messages.js';
import { TABLE_MESSAGES } from './table-messages.js';
import { WARNING_MESSAGES } from './warning-messages.js';
import { PLAN_TERMS } from './terms.js';

export const PLAN_MESSAGES: Messages = {
  ...PLAN_TERMS,
  ...ATTACHMENT_MESSAGES,
  ...RETURN_MESSAGES,
  ...WARNING_MESSAGES,
  ...REVIEW_MESSAGES,
  ...SEARCH_MESSAGES,
  ...TABLE_MESSAGES,
  'plan.not-now': {
    ko: '계획이 "{state:plan.state}" 상태라 {action:plan.act}을(를) 할 수 없습니다.',
    en: 'The plan is "{state:plan.state}"; {action:plan.act} is not possible now.',
  },
  'plan.round-closed': {
    ko: '회차가 "{state:round.state}" 단계라 받을 수 없습니다.',
    en: 'The round is at "{state:round.state}" and does not take this now.',
  },
  'plan.exists': {
    ko: '이 회차에는 이미 귀 시·도의 계획이 있습니다.',
    en: 'Your province has a plan in this round already.',
  },
  'plan.province-unknown': { ko: '등록된 시·도가 아닙니다.', en: 'must be a registered province' },
  'plan.start-from.unknown': {
    ko: '이어 쓸 수 있는 귀 시·도의 앞선 회차 계획이 아닙니다.',
    en: 'must be a plan of your province in an earlier round',
  },
  'plan.ministry-unknown': { ko: '등록된 부처 코드가 아닙니다: {code}', en: 'there is no ministry {code}' },
  'plan.title.missing': { ko: '제목을 적어야 합니다.', en: 'a title is needed' },
  'plan.theme.missing': { ko: '주력산업(테마)을 적어야 합니다.', en: 'a theme is needed' },
  'plan.hub.one': {
    ko: '거점산단은 하나여야 합니다. 지금 {hubs}곳입니다.',
    en: 'there must be exactly one hub complex, not {hubs}',
  },
  'plan.key.twice': { ko: '같은 키가 두 번 있습니다: {key}', en: 'the key {key} appears twice' },
  'plan.reference': { ko: '계획 안에 없는 키를 가리킵니다: {key}', en: 'refers to {key}, which is not in the plan' },
  'plan.budget.year': {
    ko: '지원 연도({years}) 가운데 하나여야 합니다.',
    en: 'must be one of the funding years ({years})',
  },
  'plan.linked.refused': {
    ko: '이 회차는 산업단지 하나만 신청합니다. 연계 단지 "{name}"을(를) 빼 주십시오.',
    en: 'this round takes one complex by itself; leave out the linked site "{name}"',
  },
  'plan.linked.missing': {
    ko: '연계산단이나 연계지역이 하나 이상 있어야 합니다.',
    en: 'at least one linked complex or area is needed',
  },
  'plan.narrative.missing': { ko: '이 항목을 작성해야 합니다.', en: 'this head must be written' },
  'plan.sub-projects.missing': { ko: '세부사업이 하나 이상 있어야 합니다.', en: 'at least one sub-project is needed' },
  'plan.budget.missing': { ko: '세부사업 "{name}"의 재원이 없습니다.', en: 'the sub-project "{name}" has no budget' },
  'plan.linkage.missing': {
    ko: '{name}이(가) 거점산단과 어떻게 연계되는지(연계 근거)를 적어야 합니다.',
    en: 'say what links {name} to the hub',
  },
  'plan.evidence.missing': {
    ko: '이 회차의 구비서류인 {kind:evidence.kind}이(가) 없습니다. 첨부하거나, 필요하지 않으면 그 사유를 적으십시오.',
    en: 'this round asks for this document: {kind:evidence.kind}. Attach it, or say why it is not needed',
  },
  'plan.evidence.promised': {
    ko: '{kind:evidence.kind} 서류가 아직 제출 예정입니다. 접수할 때에는 첨부되어 있거나, 필요하지 않은 사유가 적혀 있어야 합니다.',
    en: 'the document is only promised ({kind:evidence.kind}); for a filing it must be attached, or not needed with a note',
  },
  'plan.evidence.attachment': {
    ko: '{kind:evidence.kind} 서류의 첨부 파일을 지정해 주십시오.',
    en: 'name the attachment of this document ({kind:evidence.kind})',
  },
  'plan.evidence.note': {
    ko: '{kind:evidence.kind} 서류가 필요하지 않은 사유를 적어야 합니다.',
    en: 'a note must say why the document is not needed ({kind:evidence.kind})',
  },
  'plan.indicator.missing': {
    ko: '성과지표 "{indicator:indicator}"이(가) 없습니다.',
    en: 'the indicator "{indicator:indicator}" is missing',
  },
  'plan.indicator.years': {
    ko: '목표는 지원 연도({years})마다 하나씩이어야 합니다.',
    en: 'there must be one target for each funding year ({years})',
  },
  'plan.hub.type': {
    ko: '거점산단이 될 수 없는 유형입니다: {type:complex.type}',
    en: 'this type cannot be the hub: {type:complex.type}',
  },
  'plan.hub.strategic-plan': {
    ko: '{name}은(는) 전략계획에 있어야 거점산단이 될 수 있습니다.',
    en: '{name} can be the hub only when the strategic plan recognises it',
  },
  'plan.hub.age-unknown': { ko: '{name}의 착공일을 적어야 합니다.', en: 'the construction start of {name} is needed' },
  'plan.hub.too-young': {
    ko: '{name}은(는) {on} 기준 착공({started}) 후 {years}년이 지나지 않았습니다.',
    en: '{name} was begun on {started}; on {on} that is less than {years} years ago',
  },
  'plan.linked.type': {
    ko: '연계지역이 될 수 없는 유형입니다: {type:complex.type}',
    en: 'this type cannot be linked: {type:complex.type}',
  },
  'plan.consultation': {
    ko: '{party:consultation.party} 협의 결과가 있어야 합니다(지금: {result:consultation.result}).',
    en: 'the consultation with {party:consultation.party} is needed (now: {result:consultation.result})',
  },
  'plan.screening.not-eligible': {
    ko: '{on} 기준 요건을 갖추지 못해 적합으로 할 수 없습니다.',
    en: 'On {on} the plan does not meet the requirements; it cannot be passed.',
  },
  'plan.screening.reason': { ko: '부적합 사유를 적어야 합니다.', en: 'a reason is needed' },
  'plan.unscreened': {
    ko: '요건 검토가 끝나지 않은 계획이 {count}건 있습니다.',
    en: '{count} plan(s) have not been screened',
  },
  'plan.diff.to': { ko: '판 번호나 draft여야 합니다.', en: 'must be the number of a version or draft' },
  'plan.none-eligible': { ko: '요건을 갖춘 계획이 없습니다.', en: 'there is no eligible plan' },
};
