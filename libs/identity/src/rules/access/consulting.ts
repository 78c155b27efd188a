import type { Access } from './access.js';
import { CONSULTING_READERS, FOLLOW_UP_READERS } from './readers.js';

/** 사전·사후 컨설팅. */
export const CONSULTING_ACCESS = {
  assignConsultant: { secretariat: 'any' },
  listConsultants: CONSULTING_READERS,
  issueOpinion: { consultant: 'own' },
  listOpinions: CONSULTING_READERS,
  answerOpinion: { 'province-writer': 'own-province' },
  reviewOpinion: { consultant: 'own' },
  endConsultant: { secretariat: 'any' },
  openConsultingRound: { secretariat: 'any' },
  listConsultingRounds: CONSULTING_READERS,
  closeConsultingRound: { secretariat: 'any' },
  recordConsultingMeeting: { consultant: 'own', secretariat: 'any' },
  listConsultingMeetings: CONSULTING_READERS,
  followUp: FOLLOW_UP_READERS,
  followUpPage: FOLLOW_UP_READERS,
  exportFollowUp: FOLLOW_UP_READERS,
  exportFollowUpPdf: FOLLOW_UP_READERS,
} as const satisfies Record<string, Access>;
