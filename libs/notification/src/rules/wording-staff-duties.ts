import type { DutyKind } from '@daegaejo/round/rules';
import type { DutyWords } from './wording-duties.js';

const PLAN = ['title', 'province'] as const;

/** What secretariat, ministries and committee have to do, and what a region has to do for its designation. */
export const STAFF_DUTIES = {
  'advance-round': {
    what: { ko: '다음 단계({step}) 진행', en: 'next step ({step})' },
    todo: { ko: '회차를 다음 단계로 넘기십시오.', en: 'Move the round on.' },
    about: 'title',
    params: ['title', 'step'],
    since: { ko: '앞 단계의 기간이 끝난 지', en: 'the term before it ended' },
  },
  'screen-plans': {
    what: { ko: '혁신계획 {count}건 요건 검토', en: 'screening of {count} plan(s)' },
    todo: { ko: '접수한 혁신계획의 요건을 검토하십시오.', en: 'Screen the plans that were filed.' },
    about: 'title',
    params: ['title', 'count'],
    since: { ko: '본접수가 마감된 지', en: 'the filing closed' },
  },
  'review-sub-projects': {
    what: { ko: '세부사업 부처 검토', en: 'ministry review of sub-projects' },
    todo: {
      ko: '귀 부처 소관 세부사업마다 적정, 조건부, 중복, 불가 가운데 하나로 검토 의견을 내십시오.',
      en: 'Give a verdict on each sub-project of your ministry: suitable, conditional, duplicate or unsuitable.',
    },
    about: 'province',
    params: PLAN,
  },
  'put-challenge': {
    what: { ko: '기피 신청 처리', en: 'challenge of an evaluator' },
    todo: {
      ko: '기피 신청을 나머지 평가위원에게 회부하거나, 해당 위원이 없으면 각하하십시오.',
      en: 'Put the challenge to the remaining members, or dismiss it where nobody on the plan is meant.',
    },
    about: 'province',
    params: PLAN,
    since: { ko: '기피 신청이 들어온 지', en: 'the challenge was filed' },
  },
  'decide-correction': {
    what: { ko: '확정된 점수의 정정 결정', en: 'decision on a correction of locked marks' },
    todo: {
      ko: '제안된 정정을 다른 쪽(위원장 또는 전담기관)에서 승인하거나 기각하십시오.',
      en: 'Approve or reject the proposed correction, on the other side than the one that proposed it.',
    },
    about: 'title',
    params: ['title'],
    since: { ko: '정정이 제안된 지', en: 'the correction was proposed' },
  },
  'convene-meeting': {
    what: { ko: '위원회 소집', en: 'convening of the committee' },
    todo: { ko: '회의일을 정하고 안건을 보내십시오.', en: 'Fix the day of the meeting and send the agenda.' },
    about: 'title',
    params: ['title'],
    since: { ko: '점수가 확정된 지', en: 'the scores were locked' },
  },
  'resolve-plans': {
    what: { ko: '혁신계획 {count}건 의결 입력', en: 'resolutions on {count} plan(s)' },
    todo: { ko: '위원회의 의결을 입력하십시오.', en: 'Enter what the committee resolved.' },
    about: 'title',
    params: ['title', 'count'],
    since: { ko: '회의일이 지난 지', en: 'the day of the meeting' },
  },
  'sign-resolution': {
    what: { ko: '위원회 의결서 서명', en: 'signature of the committee’s resolution' },
    todo: {
      ko: '의결서를 확인하고 서명하십시오. 아직 없으면 의결서를 작성하십시오.',
      en: 'Read the committee’s resolution and sign it; where there is none yet, draft it.',
    },
    about: 'title',
    params: ['title'],
    since: { ko: '의결서가 작성된 지', en: 'the resolution was drafted' },
  },
  'announce-preselection': {
    what: { ko: '예비선정 결과 공표', en: 'announcement of the preselection' },
    todo: { ko: '예비선정 결과를 공표하십시오.', en: 'Announce the preselection.' },
    about: 'title',
    params: ['title'],
    since: { ko: '의결이 모두 끝난 지', en: 'the last resolution' },
  },
  'check-report': {
    what: { ko: '{year}년 연차보고 확인', en: 'check of the yearly report on {year}' },
    todo: {
      ko: '연차보고를 확인하거나, 보완할 항목과 사유를 적어 돌려보내십시오.',
      en: 'Accept the report, or return it with what is to be mended and why.',
    },
    about: 'province',
    params: ['title', 'province', 'year'],
    since: { ko: '연차보고가 들어온 지', en: 'the report came in' },
  },
  'review-year': {
    what: { ko: '{year}년 연차평가', en: 'review of {year}' },
    todo: {
      ko: '확인한 연차보고로 평가단의 연차평가를 열고, 신호등과 결정을 기록하십시오.',
      en: 'Have the panel judge the year on the accepted report, and record its light and decision.',
    },
    about: 'province',
    params: ['title', 'province', 'year'],
    since: { ko: '연차보고가 확인된 지', en: 'the report was accepted' },
  },
  'review-stopped': {
    what: { ko: '{year}년 중단 결정에 따른 지정 해제 검토', en: 'review of the designation after the stop of {year}' },
    todo: {
      ko: '연차평가에서 사업이 중단되었습니다. 사유를 적어 지정 해제 검토를 시작하십시오.',
      en: 'The yearly review stopped the programme of this region. Open the review of its designation with the grounds.',
    },
    about: 'province',
    params: ['title', 'province', 'year'],
  },
  'check-corrective-plan': {
    what: { ko: '{year}년 만회대책 확인', en: 'check of the corrective plan for {year}' },
    todo: {
      ko: '만회대책을 확인하거나, 사유와 기한을 적어 돌려보내십시오.',
      en: 'Accept the corrective plan, or return it with a reason and a date.',
    },
    about: 'province',
    params: ['title', 'province', 'year'],
    since: { ko: '만회대책이 들어온 지', en: 'the corrective plan came in' },
  },
  'decide-objection': {
    what: { ko: '이의신청 처리', en: 'decision on the objection' },
    todo: { ko: '이의신청을 검토하고 인용할지 기각할지 정하십시오.', en: 'Uphold or dismiss the objection.' },
    about: 'province',
    params: PLAN,
  },
  'review-final-draft': {
    what: { ko: '최종안 적정성 검토', en: 'review of the final draft' },
    todo: {
      ko: '제출된 최종안의 적정성을 검토하고 결과를 입력하십시오.',
      en: 'Review the final draft and enter whether it is adequate.',
    },
    about: 'province',
    params: PLAN,
  },
  're-evaluate-plan': {
    what: { ko: '재평가 평가위원회 구성', en: 'panel of the re-evaluation' },
    todo: {
      ko: '이의신청이 받아들여진 계획의 재평가를 시작하고, 전원이 새로운 평가위원회를 꾸려 배정하십시오.',
      en: 'Open the re-evaluation of the plan whose objection was upheld, and appoint and assign an all-new panel.',
    },
    about: 'province',
    params: PLAN,
  },
  'resolve-re-evaluation': {
    what: { ko: '재평가한 계획의 위원회 의결', en: 'decision of the committee on a re-evaluated plan' },
    todo: {
      ko: '재평가가 서명되었습니다. 위원회를 소집하여 의결을 기록하십시오.',
      en: 'The re-evaluation is signed. Call the committee and record what it decides.',
    },
    about: 'province',
    params: PLAN,
    since: { ko: '재평가가 서명된 지', en: 'the re-evaluation was signed' },
  },
  'confirm-funding': {
    what: { ko: '부처 재원 확인', en: 'confirmation of the money' },
    todo: {
      ko: '최종안에서 소관 세부사업의 재원을 확인하고 결과를 입력하십시오.',
      en: 'Say of each sub-project of your ministry whether you stand by its money.',
    },
    about: 'province',
    params: PLAN,
  },
  'post-designation': {
    what: { ko: '지방 공고·열람', en: 'local posting of the designation' },
    todo: {
      ko: '지정 내용을 14일 이상 열람하게 하고, 시작일과 장소를 기록하십시오.',
      en: 'Post the designation for at least 14 days, and record from which day and where.',
    },
    about: 'province',
    params: PLAN,
  },
  'confirm-plan': {
    what: { ko: '혁신계획 확정', en: 'confirmation of the plan' },
    todo: { ko: '검토를 마친 혁신계획을 확정하십시오.', en: 'Confirm the plan that was reviewed.' },
    about: 'province',
    params: PLAN,
    since: { ko: '적정성 검토가 모두 끝난 지', en: 'the last review' },
  },
  'record-budget-opinion': {
    what: {
      ko: '{year}년 예산 요구에 대한 행정안전부 의견 기록',
      en: 'opinion of the Ministry of the Interior on the requests for {year}',
    },
    todo: {
      ko: '지방비 부담에 대한 행정안전부의 의견을 받아 공문 번호와 함께 기록하십시오.',
      en: 'Obtain the opinion on the local shares, and record it with the number of its letter.',
    },
    about: 'title',
    params: ['title', 'year'],
  },
  'sign-settlement': {
    what: { ko: '{year}년 정산 확정', en: 'sign-off of the settlement of {year}' },
    todo: {
      ko: '시·도가 낸 재원별 정산을 확인하고 확정하십시오.',
      en: 'Read the settlement of the province, source by source, and sign it off.',
    },
    about: 'province',
    params: ['title', 'province', 'year'],
    since: { ko: '정산이 들어온 지', en: 'the settlement came in' },
  },
  'notify-draft-budget': {
    what: { ko: '{year}년 정부안 통지', en: 'notice of the draft budget of {year}' },
    todo: {
      ko: '요구받은 사업의 정부안 금액을 입력하여 시·도에 알리십시오.',
      en: 'Enter the amounts of the government draft, so that the provinces know them.',
    },
    about: 'title',
    params: ['title', 'year'],
  },
  'designate-plan': {
    what: { ko: '지정·고시', en: 'designation' },
    todo: {
      ko: '고시안을 기안하거나, 기안된 고시안을 확인하고 서명하십시오.',
      en: 'Draft the notice, or read and sign the one that was drafted.',
    },
    about: 'province',
    params: PLAN,
  },
  'sign-agreement': {
    what: { ko: '협약 체결', en: 'agreement' },
    todo: {
      ko: '협약안을 작성하고, 작성된 협약안은 내용을 확인하여 당사자마다 서명하십시오.',
      en: 'Draft the agreement; once it is drafted, each party reads and signs it.',
    },
    about: 'province',
    params: PLAN,
  },
  'answer-change': {
    what: { ko: '변경 신청 처리', en: 'answer to a requested change' },
    todo: {
      ko: '신청된 변경의 달라지는 곳을 확인하고 승인하거나 사유를 적어 반려하십시오. 목표나 지정을 바꾸는 변경은 위원회의 의결도 기록합니다.',
      en: 'Read what differs and approve the change, or refuse it with a reason. For a change of goals or of the designation the committee’s word is recorded as well.',
    },
    about: 'province',
    params: PLAN,
  },
  'review-revocation': {
    what: { ko: '지정 해제 검토', en: 'review of the designation' },
    todo: {
      ko: '사업계획 신청이나 착공의 기한이 지났습니다. 사유를 적어 지정 해제 검토를 시작하십시오.',
      en: 'The term to apply for a project plan, or to start the works, has run out. Open the review with its grounds.',
    },
    about: 'province',
    params: PLAN,
    since: { ko: '기한이 지난 지', en: 'the term ran out' },
  },
} as const satisfies { readonly [K in DutyKind]?: DutyWords };
