import { type Asked, plan, record } from './requests.js';

const REASON = '권한표 검사를 위한 사유입니다';
/** A day to come, whatever was played before. */
const TO_COME = '2099-01-01';

/** Both are looked up when they are asked for, since this file and the one of all requests import each other. */
const planOf: Asked['params'] = (world, reader, axis) => plan?.(world, reader, axis) ?? {};
const recordOf =
  (...names: Parameters<typeof record>): Asked['params'] =>
  (world, reader, axis) =>
    record(...names)?.(world, reader, axis) ?? {};

/** Rounds of consulting, meetings, the end of an appointment, and what came of the advice. */
export const CONSULTING_REQUESTS: Readonly<Record<string, Asked>> = {
  endConsultant: {
    params: recordOf('assignmentId', 'endedConsultant', 'foreignConsultant'),
    body: () => ({ reason: REASON }),
  },
  openConsultingRound: { params: planOf, body: () => ({ reason: REASON }) },
  listConsultingRounds: { params: planOf },
  closeConsultingRound: { params: recordOf('consultingRoundId', 'consultingRound', 'foreignConsultingRound') },
  recordConsultingMeeting: {
    params: planOf,
    body: () => ({ phase: 'pre', kind: 'visit', heldOn: TO_COME, place: '가상', attendees: [], summary: REASON }),
  },
  listConsultingMeetings: { params: planOf },
  followUp: { params: planOf },
  followUpPage: { params: planOf },
  exportFollowUp: { params: planOf },
};
