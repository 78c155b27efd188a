import type { Messages } from '@daegaejo/platform';

export const HANDOVER_MESSAGES: Messages = {
  'handover.not-of-organisation': {
    ko: '그 기관의 직책을 가진, 사용 중인 사람이어야 합니다.',
    en: 'must be somebody who holds an office of that organisation and can sign in',
  },
  'handover.subject-unknown': {
    ko: '이 회차에서 지금 할 일이 걸려 있는 대상이 아닙니다. GET /duties 의 subjectId를 적으십시오.',
    en: 'no duty of the round is open about it; give a subjectId of GET /duties',
  },
  'handover.holder-ended': { ko: '담당자 지정이 {until}에 이미 끝났습니다.', en: 'The naming ended at {until}.' },
  'handover.effective-ahead': {
    ko: '발령일은 오늘({today})까지여야 합니다. 발령일이 되면 등록하십시오.',
    en: 'must be today ({today}) or earlier; enter the transfer when its day has come',
  },
  'handover.same-person': { ko: '본인은 후임자가 될 수 없습니다.', en: 'nobody is his own successor' },
  'handover.successor-disabled': {
    ko: '후임자는 등록되어 있고 사용 중인 사람이어야 합니다.',
    en: 'must be somebody who is registered and can sign in',
  },
  'handover.successor-role': {
    ko: '후임자에게 {organisation}의 {role:role} 역할이 없습니다. 먼저 부여하거나 grantMissing을 true로 보내십시오.',
    en: 'is not {role:role} for {organisation}; grant the role first, or set grantMissing',
  },
  'handover.successor-needed': {
    ko: '끝나지 않은 업무가 {count}건 있어 후임자 없이 이동할 수 없습니다.',
    en: '{count} duties are open; without a successor nobody can leave them.',
  },
  'handover.duty-open': { ko: '끝나지 않은 업무: {duty} ({at})', en: 'open duty: {duty} ({at})' },
};
