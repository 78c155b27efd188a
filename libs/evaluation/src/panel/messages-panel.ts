import type { Messages } from '@daegaejo/platform';

/** What the candidate pool, declarations, conflicts and challenges answer. */
export const PANEL_MESSAGES: Messages = {
  'candidate.struck': { ko: '후보군에서 제외된 사람입니다.', en: 'The person was struck from the candidate pool.' },
  'candidate.out-of-date': {
    ko: '후보 정보의 유효기간이 {validUntil}에 끝났습니다. 먼저 갱신하십시오.',
    en: 'the profile was valid until {validUntil}; it must be refreshed first',
  },
  'candidate.experience': {
    ko: '이 자격에는 경력 {years}년 이상이 필요합니다.',
    en: 'this qualification needs at least {years} years of experience',
  },
  'candidate.no-field': { ko: '전문분야가 하나 이상 있어야 합니다.', en: 'must name at least one field' },
  'candidate.valid-until': {
    ko: '오늘({today})부터 {years}년 안의 날이어야 합니다.',
    en: 'must be a day within {years} years from today ({today})',
  },
  'candidate-table.unknown-person': {
    ko: '등록된 사람의 아이디가 아닙니다. 먼저 사람을 등록하고 평가위원 역할을 주십시오.',
    en: 'nobody has this user name; register the person and grant the role of evaluator first',
  },
  'candidate-table.name-differs': {
    ko: '이 아이디는 {name}의 것입니다. 아이디나 성명을 고치거나 성명을 비우십시오.',
    en: 'this user name is that of {name}; mend the user name or the name, or leave the name empty',
  },
  'candidate-table.standing': {
    ko: '후보군 제외는 이 파일로 할 수 없습니다. 비우거나 받은 값 그대로 두십시오.',
    en: 'nobody is struck from the pool or put back by a file; leave it empty or as it was',
  },
  'candidate-table.version': {
    ko: '그 사이 고쳐졌거나 판이 비었습니다. 지금 판은 {version}입니다. 파일을 다시 받아 고치십시오.',
    en: 'somebody changed the profile, or the version is missing; it is at {version} now: get the file again and mend that',
  },
  'candidate-table.no-version': {
    ko: '아직 후보가 아닌 사람입니다. 판을 비우십시오.',
    en: 'is not in the pool yet; leave the version empty',
  },
  'declaration.pledge-first': {
    ko: '서약한 위원만 이해관계를 신고합니다(지금: {state:panel-member.state}).',
    en: 'Only a member who signed the pledge declares interests (now: {state:panel-member.state}).',
  },
  'declaration.none-with-plan': {
    ko: '이해관계가 없다는 신고(none)에는 계획을 적지 않습니다(null).',
    en: 'must be null: "none" is declared about no plan',
  },
  'declaration.plan-needed': { ko: '어느 계획인지 밝혀야 합니다.', en: 'must name the plan it is about' },
  'declaration.note-needed': {
    ko: '그 밖의 이해관계(other)이면 내용을 적어야 합니다.',
    en: 'must say what it is: "other" needs words',
  },
  'declaration.plan-unknown': {
    ko: '이 회차에 본접수된 계획이어야 합니다.',
    en: 'must be a plan that was filed in this round',
  },
  'evaluation.stage-unknown': {
    ko: '이 회차의 평가 단계여야 합니다: {codes}',
    en: 'must be a stage of this round: {codes}',
  },
  'conflict.same-department': {
    ko: '계획을 작성·제출·컨설팅한 사람과 같은 기관, 같은 부서입니다. ({source})',
    en: 'works in the department of somebody who wrote, filed or consulted the plan ({source})',
  },
  'conflict.mutual-evaluation': {
    ko: '이 계획 쪽 사람이 평가위원 쪽 계획을 평가합니다. ({source})',
    en: 'people of the plan evaluate a plan of the evaluator’s own side ({source})',
  },
  'conflict.declared-kinship': {
    ko: '친족 또는 지도교수 관계를 신고했습니다. ({source})',
    en: 'declared kinship or a thesis adviser ({source})',
  },
  'conflict.declared-contract': {
    ko: '최근 3년의 계약 또는 고용을 신고했습니다. ({source})',
    en: 'declared a contract or employment within three years ({source})',
  },
  'conflict.declared-advice': {
    ko: '이 계획의 자문 또는 작성을 신고했습니다. ({source})',
    en: 'declared advice on the plan, or its authorship ({source})',
  },
  'challenge.filed-already': {
    ko: '이 계획에서 이미 기피 신청된 위원입니다.',
    en: 'This person was challenged for this plan already.',
  },
  'challenge.not-now': {
    ko: '기피 신청이 "{state:challenge.state}" 상태라 {action:challenge.act}을(를) 할 수 없습니다.',
    en: 'The challenge is "{state:challenge.state}"; {action:challenge.act} is not possible now.',
  },
  'challenge.assignment-unknown': {
    ko: '이 계획에 지금 배정된 평가위원이어야 합니다.',
    en: 'must be an evaluator who is assigned to this plan now',
  },
  'challenge.nobody-left': {
    ko: '기피 여부를 의결할 다른 위원이 없습니다.',
    en: 'There is no remaining member to decide.',
  },
  'challenge.voted-already': { ko: '이미 표결했습니다.', en: 'You have voted already.' },
  'challenge.still-open': {
    ko: '결정되지 않은 기피 신청이 {count}건 있습니다.',
    en: '{count} challenge(s) are not decided yet',
  },
};
