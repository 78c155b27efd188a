import type { Messages } from '@daegaejo/platform';
import { RESULTS_TERMS } from './terms.js';

export const RESULTS_MESSAGES: Messages = {
  ...RESULTS_TERMS,
  'dashboard.years.order': {
    ko: '끝 연도({to})가 시작 연도({from})보다 앞섭니다. 같거나 뒤의 연도를 적으십시오.',
    en: 'the last year ({to}) comes before the first ({from}); name the same or a later one',
  },
  'conference.not-now': {
    ko: '성과발표 기록(제{no}판)이 "{state:conference.state}" 상태라 바꿀 수 없습니다. 공개된 기록은 새 판으로만 바로잡습니다.',
    en: 'The record of the conference (version {no}) is "{state:conference.state}" and cannot be changed; what was published is put right by a new version.',
  },
  'conference.figures-changed': {
    ko: '초안을 저장한 뒤 수치 {count}개가 달라졌습니다. 초안을 다시 저장해 지금 값을 확인하십시오.',
    en: '{count} figures came to something else since the draft was saved; save it again to take the values of today',
  },
  'conference.figure.changed': {
    ko: '{figure}: 초안에는 {told}, 지금은 {now}입니다.',
    en: '{figure}: the draft says {told}, it is {now} now',
  },
  'conference.figure.twice': {
    ko: '수치 {figure}이(가) 두 번 적혀 있습니다.',
    en: 'the figure {figure} is named twice',
  },
  'conference.figure.unknown': {
    ko: '수치 {figure}은(는) 아직 없습니다. 지금 쓸 수 있는 수치: {known}',
    en: 'there is no figure {figure} yet; there are {known}',
  },
  'conference.cohort.twice': { ko: '같은 회차가 두 번 적혀 있습니다.', en: 'the same round is named twice' },
  'conference.case.twice': { ko: '같은 계획이 두 번 적혀 있습니다.', en: 'the same plan is named twice' },
  'conference.case.not-designated': {
    ko: '지정된 지역의 계획이 아닙니다. 우수사례는 지정·고시된 계획에서 고릅니다.',
    en: 'this is no plan of a designated region; best cases are chosen among those',
  },
};
