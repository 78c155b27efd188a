import type { Bilingual } from './sentences.js';
import type { ParamName } from './wording-duties.js';

export const NOTICE_TYPES = [
  'OpinionIssued',
  'OpinionAnswered',
  'OpinionReopened',
  'ScoreSheetReturned',
  'PanelMemberInvited',
  'EvaluatorAssigned',
  'PlanScreened',
  'AttachmentRefused',
  'SupplementAsked',
  'DeadlineExtended',
  'MeetingCancelled',
  'PreselectionAnnounced',
  'RequestIssued',
  'RequestReopened',
  'DutiesTakenOver',
  'DutiesHandedOver',
] as const;
/** Events somebody is told of, by the type under which the history records them. */
export type NoticeType = (typeof NOTICE_TYPES)[number];

/** What a letter says of one event. What came out of it is read where it is kept, not in a letter. */
export interface NoticeWords {
  readonly subject: Bilingual;
  readonly body: Bilingual;
  readonly about: 'province' | 'title' | null;
  readonly params: readonly ParamName[];
}

export const NOTICE_WORDS: { readonly [T in NoticeType]: NoticeWords } = {
  OpinionIssued: {
    subject: { ko: '컨설팅 의견 도착', en: 'a consulting opinion has arrived' },
    body: {
      ko: '{title}: {province} 혁신계획에 컨설팅 의견이 도착했습니다. 반영할지 정하여 답변하십시오.',
      en: '{title}: a consulting opinion on the plan of {province} has arrived. Decide what to adopt and answer it.',
    },
    about: 'province',
    params: ['title', 'province'],
  },
  OpinionAnswered: {
    subject: { ko: '컨설팅 의견 답변 도착', en: 'your opinion was answered' },
    body: {
      ko: '{title}: {province}에서 컨설팅 의견에 답변했습니다. 답변을 받아들이거나, 까닭을 적어 다시 여십시오.',
      en: '{title}: {province} has answered your opinion. Accept the answer, or reopen the opinion with a reason.',
    },
    about: 'province',
    params: ['title', 'province'],
  },
  OpinionReopened: {
    subject: { ko: '컨설팅 의견 재검토 요청', en: 'a consulting opinion was reopened' },
    body: {
      ko: '{title}: {province} 혁신계획의 컨설팅 의견이 다시 열렸습니다. 까닭을 확인하고 다시 답변하십시오.',
      en: '{title}: an opinion on the plan of {province} was reopened. Read the reason and answer again.',
    },
    about: 'province',
    params: ['title', 'province'],
  },
  ScoreSheetReturned: {
    subject: { ko: '평가표 반려', en: 'a score sheet was returned to you' },
    body: {
      ko: '{title}: 제출하신 평가표가 돌아왔습니다. 까닭을 확인하고 고쳐서 다시 제출하십시오.',
      en: '{title}: a score sheet you submitted was returned. Read the reason, mend it and submit it again.',
    },
    about: 'title',
    params: ['title'],
  },
  PanelMemberInvited: {
    subject: { ko: '평가위원 위촉 요청', en: 'invitation to the panel' },
    body: {
      ko: '{title}: 평가위원으로 모시고자 합니다. 맡을지 정하고, 맡으신다면 서약서에 서명해 주십시오.',
      en: '{title}: you are invited to be an evaluator. Decide whether you take part, and sign the pledge if you do.',
    },
    about: 'title',
    params: ['title'],
  },
  EvaluatorAssigned: {
    subject: { ko: '평가 배정', en: 'a plan was assigned to you' },
    body: {
      ko: '{title}: 평가하실 혁신계획이 배정되었습니다. 이해관계가 있으면 채점하기 전에 회피하십시오.',
      en: '{title}: a plan was assigned to you for evaluation. Where you have an interest, recuse yourself before scoring.',
    },
    about: 'title',
    params: ['title'],
  },
  PlanScreened: {
    subject: { ko: '요건 검토 완료', en: 'the plan was screened' },
    body: {
      ko: '{title}: {province} 혁신계획의 요건 검토가 끝났습니다. 결과를 확인하십시오.',
      en: '{title}: the screening of the plan of {province} is done. See its result.',
    },
    about: 'province',
    params: ['title', 'province'],
  },
  SupplementAsked: {
    subject: { ko: '혁신계획 보완요구', en: 'the plan was returned for supplement' },
    body: {
      ko: '{title}: {province} 혁신계획에 보완요구가 있습니다. 고칠 부분과 사유를 확인하고, 그 부분만 고쳐 기한 안에 제출하십시오.',
      en: '{title}: parts of the plan of {province} are to be supplied. See which and why, mend these alone and submit them in time.',
    },
    about: 'province',
    params: ['title', 'province'],
  },
  AttachmentRefused: {
    subject: { ko: '첨부에서 악성코드 발견', en: 'a virus was found in an attachment' },
    body: {
      ko: '{title}: {province} 혁신계획의 첨부에서 악성코드가 발견되어 파일을 지웠습니다. 첨부 목록에서 확인하고, 깨끗한 파일을 다시 올리십시오.',
      en: '{title}: a virus was found in an attachment of the plan of {province}; the file was thrown away. See the list of attachments and upload a clean one.',
    },
    about: 'province',
    params: ['title', 'province'],
  },
  DeadlineExtended: {
    subject: { ko: '마감 연장: {step}', en: 'deadline extended: {step}' },
    body: {
      ko: '{title}: {step} 마감이 모두에게 연장되었습니다. 앞서 알려 드린 마감은 더 이상 유효하지 않습니다.',
      en: '{title}: the deadline ({step}) was extended for everybody. The one you were told before no longer counts.',
    },
    about: 'title',
    params: ['title', 'step'],
  },
  MeetingCancelled: {
    subject: { ko: '위원회 회의 취소', en: 'a meeting of the committee is cancelled' },
    body: {
      ko: '{title}: 소집된 위원회 회의가 취소되었습니다. 회의 목록에서 사유를 확인하십시오. 안건은 다음 회의에서 다룹니다.',
      en: '{title}: a meeting of the committee that was called is cancelled. See the reason among the meetings; its items wait for the next.',
    },
    about: 'title',
    params: ['title'],
  },
  PreselectionAnnounced: {
    subject: { ko: '예비선정 결과 공표', en: 'the preselection is announced' },
    body: {
      ko: '{title}: 예비선정 결과가 공표되었습니다. 결과와 이의신청 기간을 확인하십시오.',
      en: '{title}: the preselection is announced. See the result and the period for objections.',
    },
    about: 'title',
    params: ['title'],
  },
  RequestIssued: {
    subject: { ko: '자료 요청: {title}', en: 'request: {title}' },
    body: {
      ko: '사무국이 “{title}” 요청을 보냈습니다. 내용을 확인하고 회신하십시오.',
      en: 'The secretariat asks for “{title}”. Read what is asked for and reply.',
    },
    about: null,
    params: ['title'],
  },
  DutiesTakenOver: {
    subject: { ko: '업무 {count}건 인수', en: '{count} duties are yours now' },
    body: {
      ko: '인사이동에 따라 다음 업무 {count}건을 맡으셨습니다.\n{list}',
      en: 'By a transfer {count} duties have come to you:\n{listEn}',
    },
    about: null,
    params: ['count', 'list', 'listEn'],
  },
  DutiesHandedOver: {
    subject: { ko: '업무 {count}건 담당자 변경', en: '{count} duties have passed on' },
    body: {
      ko: '인사이동에 따라 다음 업무 {count}건의 담당자가 바뀌었습니다. 이제 누가 맡는지는 업무 목록에서 볼 수 있습니다.\n{list}',
      en: 'By a transfer {count} duties have passed to somebody else; the list of duties says who has them now:\n{listEn}',
    },
    about: null,
    params: ['count', 'list', 'listEn'],
  },
  RequestReopened: {
    subject: { ko: '다시 회신 요청: {title}', en: 'a further reply is needed: {title}' },
    body: {
      ko: '사무국이 “{title}” 회신을 다시 요청했습니다. 내용을 확인하고 다시 회신하십시오.',
      en: 'The secretariat asks for another reply to “{title}”. Read what is asked for and reply again.',
    },
    about: null,
    params: ['title'],
  },
};
