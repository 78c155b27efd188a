import type { Messages } from '@daegaejo/platform';

/** Announcement, objection and what follows from it, confirmation of the money, posting. */
export const PUBLICATION_MESSAGES: Messages = {
  'announcement.publish-at-passed': {
    ko: '공표 시각({publishAt})이 이미 지났습니다(지금: {now}). 지금 공표하려면 비워 두십시오.',
    en: '{publishAt} has passed (it is {now}); leave it out to announce now',
  },
  'announcement.set-already': {
    ko: '공표 시각이 이미 정해져 있습니다({publishAt}). 그 1분 전까지 철회할 수 있고, 공표한 뒤 바뀐 결과는 새 판으로 다시 공표합니다.',
    en: 'The announcement is set for {publishAt} already. Before that it can be withdrawn; once announced, a changed result is a new version.',
  },
  'announcement.none-sealed': {
    ko: '공표 시각을 기다리는 공고가 없습니다.',
    en: 'There is no announcement that waits for its moment.',
  },
  'announcement.past-withdrawal': {
    ko: '공표 시각({publishAt})의 1분 전까지만 철회할 수 있습니다(지금: {now}). 공표한 뒤에는 새 판으로 다시 공표합니다.',
    en: 'It could be withdrawn until a minute before {publishAt} (it is {now}); once announced, a change is a new version.',
  },
  'announcement.other-content': {
    ko: '보신 공고와 지금 공고의 내용이 다릅니다. 다시 확인하십시오.',
    en: 'The announcement is not the one you read. Read it again.',
  },
  'announcement.nothing-changed': {
    ko: '앞선 판과 달라진 결과가 없어 다시 공표할 것이 없습니다.',
    en: 'No result differs from the version before: there is nothing to announce anew.',
  },
  're-evaluation.signed-already': {
    ko: '새 위원장이 이미 서명하였습니다. 서명한 재평가는 고칠 수 없습니다.',
    en: 'The new chair has signed; a signed re-evaluation cannot be changed.',
  },
  're-evaluation.other-content': {
    ko: '보신 재평가표와 지금 재평가표의 내용이 다릅니다. 다시 확인하십시오.',
    en: 'The re-evaluation is not the one you read. Read it again.',
  },
  're-evaluation.open': {
    ko: '재평가가 끝나 다시 공표되지 않은 계획이 {count}건 있습니다.',
    en: '{count} plan(s) are being evaluated anew and not announced yet',
  },
  're-evaluation.unsigned': {
    ko: '새 평가위원회의 위원장이 서명한 재평가가 있어야 합니다.',
    en: 'a re-evaluation signed by the chair of the new panel is needed first',
  },
  'funding-confirmation.reason-missing': {
    ko: '조건부이거나 불가이면 조건이나 사유를 적어야 합니다.',
    en: 'a condition or a refusal needs its words',
  },
  'funding-confirmation.twice': { ko: '같은 세부사업이 두 번 있습니다.', en: 'is there twice' },
  'funding-confirmation.not-yours': {
    ko: '이 계획에 없거나 귀 부처가 소관하지 않는 세부사업입니다: {key}',
    en: 'the plan has no sub-project {key} of your ministry',
  },
  'funding-confirmation.nothing-waits': {
    ko: '이 판에서 귀 부처의 재원 확인을 기다리는 세부사업이 없습니다.',
    en: 'No sub-project of this version waits for the word of your ministry.',
  },
  'funding-confirmation.held': {
    ko: '세부사업마다 소관 부처의 재원 확인이 있어야 확정할 수 있습니다.',
    en: 'Every sub-project needs the word of its ministry on its money first.',
  },
  'funding-confirmation.missing': {
    ko: '이 최종안에서 부처의 재원 확인이 없는 세부사업이 {count}건 있습니다.',
    en: '{count} sub-project(s) of this final draft have no word of their ministry',
  },
  'posting.recorded-already': {
    ko: '이 고시의 지방 공고는 이미 기록되었습니다.',
    en: 'The local posting of this notice is recorded already.',
  },
  'posting.before-notice': {
    ko: '공고 시작일({startedOn})이 고시일({noticeDate})보다 빠릅니다.',
    en: 'the posting starts on {startedOn}, before the notice of {noticeDate}',
  },
  'posting.ahead': {
    ko: '공고를 시작한 뒤에 기록합니다(시작일: {startedOn}, 오늘: {today}).',
    en: 'a posting is recorded when it has started ({startedOn}; today is {today})',
  },
};
