import type { Messages } from '@daegaejo/platform';

export const AGREEMENT_MESSAGES: Messages = {
  'agreement.not-now': {
    ko: '협약이 "{state:agreement.state}" 상태라 {action:agreement.act}을(를) 할 수 없습니다.',
    en: 'The agreement is "{state:agreement.state}"; {action:agreement.act} is not possible now.',
  },
  'agreement.other-content': {
    ko: '협약안이 그사이 바뀌었습니다. 새 협약안을 확인하고 그 내용 해시로 서명하십시오.',
    en: 'The draft of the agreement has changed. Read the new one and sign its content hash.',
  },
  'agreement.four-eyes': {
    ko: '한 사람이 협약의 두 당사자를 위하여 서명할 수 없습니다. 다른 사람이 서명해야 합니다.',
    en: 'One person cannot sign an agreement for two parties; another person has to sign.',
  },
  'agreement.signed-already': {
    ko: '이 당사자는 이미 서명했습니다. 나머지 당사자가 서명하면 됩니다.',
    en: 'This party has signed already; the other parties are waited for.',
  },
  'agreement.letter': {
    ko: '시·도의 서명에는 공문 번호가 있어야 합니다.',
    en: 'the province signs by an official letter: its number is missing',
  },
  'agreement.not-over': {
    ko: '지원 연도가 끝난 뒤({from})부터 협약을 종료할 수 있습니다. 그 전에는 지정 해제 절차를 거칩니다.',
    en: 'The agreement can be ended once its last year is over ({from}); before that it takes a revocation.',
  },
  'project-plan.not-now': {
    ko: '사업계획이 "{state:project-plan.state}" 상태라 할 수 없습니다.',
    en: 'The project plan is "{state:project-plan.state}"; this is not possible now.',
  },
  'project-plan.other-content': {
    ko: '신청 내용의 해시가 다릅니다. 신청된 사업계획을 다시 확인하십시오.',
    en: 'This is not the content hash of the application; read the project plan that was filed.',
  },
  'project-plan.four-eyes': {
    ko: '신청했거나 이미 승인한 사람은 승인할 수 없습니다. 다른 사람이 승인해야 합니다.',
    en: 'Whoever filed it or approved it already cannot approve it; another person has to.',
  },
  'project-plan.decided-already': {
    ko: '귀 부처는 이미 승인했습니다. 다른 소관 부처의 승인을 기다립니다.',
    en: 'Your ministry has approved already; the other owner ministry is waited for.',
  },
  'project-plan.reason': { ko: '반려하려면 사유를 적어야 합니다.', en: 'a refusal needs its reason' },
  'project-plan.filed-on': {
    ko: '신청일은 지정일({from})부터 오늘({until})까지의 날이어야 합니다.',
    en: 'the day of the application lies between the designation ({from}) and today ({until})',
  },
  'project-plan.start.day': {
    ko: '착공일은 승인일({from})부터 오늘({until})까지의 날이어야 합니다.',
    en: 'the start of works lies between the approval ({from}) and today ({until})',
  },
  'change.not-now': {
    ko: '변경이 "{state:change.state}" 상태라 할 수 없습니다.',
    en: 'The change is "{state:change.state}"; this is not possible now.',
  },
  'change.no-agreement': {
    ko: '체결된 협약이 없어 변경할 수 없습니다. 협약이 체결되기 전에는 협약안을 다시 작성합니다.',
    en: 'There is no agreement in force to change; before it is signed it is drafted anew.',
  },
  'change.open-already': {
    ko: '제{no}호 변경을 아직 처리하고 있습니다. 그 변경이 끝나거나 철회된 뒤에 할 수 있습니다.',
    en: 'Change no. {no} is still open; this is possible once it is decided or withdrawn.',
  },
  'change.nothing': {
    ko: '지금의 계획과 달라지는 것이 없습니다.',
    en: 'nothing differs from the plan as it stands',
  },
  'change.project-plan': {
    ko: '이 지역의 승인된 사업계획이 아닙니다.',
    en: 'this is no approved project plan of this region',
  },
  'change.funding.short': {
    ko: '{year}년 {ministry:organisation} {source:budget.source} 재원이 {short}원 모자랍니다. 재원계획에 있는 금액까지만 줄일 수 있습니다.',
    en: 'the line of {year}, {ministry:organisation}, {source:budget.source} money would fall {short} won below nothing',
  },
  'change.other-content': {
    ko: '변경안의 해시가 다릅니다. 신청된 변경안을 다시 확인하십시오.',
    en: 'This is not the content hash of the change; read what was filed.',
  },
  'change.four-eyes': {
    ko: '신청했거나 이미 결정한 사람은 결정할 수 없습니다. 다른 사람이 결정해야 합니다.',
    en: 'Whoever filed it or decided already cannot decide; another person has to.',
  },
  'change.decided-already': {
    ko: '귀 부처는 이미 결정했습니다. 다른 소관 부처의 결정을 기다립니다.',
    en: 'Your ministry has decided already; the other owner ministry is waited for.',
  },
  'change.reason': { ko: '반려하려면 사유를 적어야 합니다.', en: 'a refusal needs its reason' },
  'change.no-committee': {
    ko: '목표나 지정을 바꾸는 변경만 위원회의 의결을 거칩니다.',
    en: 'Only a change of goals or of the designation goes to the committee.',
  },
  'change.resolved-already': {
    ko: '위원회의 의결이 이미 기록되었습니다.',
    en: 'What the committee resolved is recorded already.',
  },
  'change.resolved-on': {
    ko: '의결일은 신청일({from})부터 오늘({until})까지의 날이어야 합니다.',
    en: 'the resolution lies between the filing ({from}) and today ({until})',
  },
  'revocation.not-now': {
    ko: '지정 해제 검토가 "{state:revocation.state}" 상태라 할 수 없습니다.',
    en: 'The review is "{state:revocation.state}"; this is not possible now.',
  },
  'revocation.open-already': {
    ko: '제{no}호 지정 해제 검토가 이미 진행 중입니다.',
    en: 'Review no. {no} of this designation is open already.',
  },
  'revocation.clock': {
    ko: '"{grounds:revocation.grounds}" 사유의 기한({until})이 아직 지나지 않았거나, 그 사유가 없습니다.',
    en: 'the term of "{grounds:revocation.grounds}" ({until}) has not run out, or there are no such grounds',
  },
  'revocation.not-stopped': {
    ko: '연차평가의 중단 결정이 없어 "중단"을 사유로 할 수 없습니다.',
    en: 'no stop decided in a yearly review stands; it cannot be the grounds',
  },
  'revocation.hear-by': {
    ko: '의견 제출 기한은 {days}일 이상 두어 {earliest} 이후여야 합니다.',
    en: 'the province has at least {days} days for its statement: until {earliest} or later',
  },
  'revocation.hearing-open': {
    ko: '시·도의 의견 제출 기한({until})이 지나지 않았고 의견도 아직 없습니다.',
    en: 'The province has not stated its view, and may do so until {until}.',
  },
  'revocation.resolved-on': {
    ko: '의결일은 검토 시작일({from})부터 오늘({until})까지의 날이어야 합니다.',
    en: 'the resolution lies between the opening of the review ({from}) and today ({until})',
  },
  'revocation.notice-date': {
    ko: '고시일은 의결일({from}) 이후여야 합니다.',
    en: 'the notice does not come before the resolution ({from})',
  },
  'revocation.posting-from': {
    ko: '게시는 고시일({from})부터 시작할 수 있습니다.',
    en: 'the posting begins with the notice ({from}) or later',
  },
  'revocation.posting': {
    ko: '해제 고시는 {days}일 이상 게시해야 합니다. 게시 종료일은 {least} 이후여야 합니다.',
    en: 'the notice is posted for at least {days} days: until {least} or later',
  },
  'revocation.other-content': {
    ko: '해제 고시안이 그사이 바뀌었습니다. 새 고시안을 확인하고 그 내용 해시로 서명하십시오.',
    en: 'The notice has changed. Read the new one and sign its content hash.',
  },
  'revocation.four-eyes': {
    ko: '이미 서명한 사람이나 부처는 다시 서명할 수 없습니다. 다른 부처의 다른 사람이 서명해야 합니다.',
    en: 'Whoever has signed cannot sign again: another person of the other ministry has to.',
  },
};
