import { type Asked, plan, REASON, record } from './asked.js';

/** A day to come, whatever was played before. */
const TO_COME = '2099-01-01';

/** Rounds of consulting, meetings, the end of an appointment, and what came of the advice. */
export const CONSULTING_REQUESTS: Readonly<Record<string, Asked>> = {
  endConsultant: {
    params: record('assignmentId', 'endedConsultant', 'foreignConsultant'),
    body: () => ({ reason: REASON }),
  },
  openConsultingRound: { params: plan, body: () => ({ reason: REASON }) },
  listConsultingRounds: { params: plan },
  closeConsultingRound: { params: record('consultingRoundId', 'consultingRound', 'foreignConsultingRound') },
  recordConsultingMeeting: {
    params: plan,
    body: () => ({ phase: 'pre', kind: 'visit', heldOn: TO_COME, place: '가상', attendees: [], summary: REASON }),
  },
  listConsultingMeetings: { params: plan },
  followUp: { params: plan },
  followUpPage: { params: plan },
  exportFollowUp: { params: plan },
};
