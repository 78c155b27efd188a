import { OTHERS_PLAN, type Row } from './row.js';

/** 컨설팅. */
//                       public writer approver consultant evaluator chair secretariat officer reviewer committee auditor admin
export const CONSULTING_TABLE: Readonly<Record<string, Row>> = {
  assignConsultant: { own: 'AFFFFFYFFFFH', foreign: OTHERS_PLAN },
  listConsultants: { own: 'AYYYFFYYFFYH', foreign: OTHERS_PLAN },
  issueOpinion: { own: 'AFFYFFFFFFFH', foreign: OTHERS_PLAN },
  listOpinions: { own: 'AYYYFFYYFFYH', foreign: OTHERS_PLAN },
  answerOpinion: { own: 'AYFFHHFFHHFH', foreign: 'AHHHHH--HH-H' },
  reviewOpinion: { own: 'AFFYHHFFHHFH', foreign: 'AHHHHH--HH-H' },
  endConsultant: { own: 'AFFFHHYFHHFH', foreign: 'AHHHHH--HH-H' },
  openConsultingRound: { own: 'AFFFFFYFFFFH', foreign: OTHERS_PLAN },
  listConsultingRounds: { own: 'AYYYFFYYFFYH', foreign: OTHERS_PLAN },
  closeConsultingRound: { own: 'AFFFHHYFHHFH', foreign: 'AHHHHH--HH-H' },
  recordConsultingMeeting: { own: 'AFFYFFYFFFFH', foreign: OTHERS_PLAN },
  listConsultingMeetings: { own: 'AYYYFFYYFFYH', foreign: OTHERS_PLAN },
  followUp: { own: 'AYYYFFYYFYYH', foreign: OTHERS_PLAN },
  followUpPage: { own: 'AYYYFFYYFYYH', foreign: OTHERS_PLAN },
  exportFollowUp: { own: 'AYYYFFYYFYYH', foreign: OTHERS_PLAN },
  exportFollowUpPdf: { own: 'AYYYFFYYFYYH', foreign: OTHERS_PLAN },
};
