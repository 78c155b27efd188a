import { DEFAULT_REMINDERS } from '@daegaejo/notification/rules';
import { type Asked, type Params, pick, REASON, record, round } from './asked.js';

/** A record everybody has one of his own of: "notice:auditor". */
const personal =
  (name: string, kind: string): Params =>
  (world, reader, axis) => ({
    [name]: pick(world, axis, reader === 'public' ? `${kind}:foreign` : `${kind}:${reader}`, `${kind}:foreign`),
  });
/** People of the ministries are asked through their ministry, everybody else knows the request to 부산. */
const deadlineRequest: Params = (world, reader, axis) => {
  if (reader === 'ministry-officer' || reader === 'ministry-reviewer')
    return { requestId: pick(world, axis, 'ministryRequest', 'request') };
  return { requestId: pick(world, axis, 'request', 'foreignRequest') };
};

/** Notices, channels, calendar, reminders, requests with a deadline. */
export const NOTIFICATION_REQUESTS: Readonly<Record<string, Asked>> = {
  readNotice: { params: personal('noticeId', 'notice') },
  getMail: { params: personal('mailId', 'mail') },
  listReminders: { params: round },
  setChannelPreference: {
    body: () => ({ mail: 'immediate', quietFrom: null, quietTo: null, digestAt: '09:00', language: 'ko' }),
  },
  addWebhook: { body: () => ({ url: 'http://insecure.example.com/' }) },
  removeWebhook: { params: personal('webhookId', 'webhook') },
  readCalendarFeed: { params: record('token', 'feed', 'endedFeed') },
  addHoliday: { body: () => ({ day: '2021-05-05', name: '어린이날', source: REASON }) },
  revokeHoliday: { params: personal('holidayId', 'holiday') },
  getReminderSettings: { params: round },
  setReminderSettings: { params: round, body: () => DEFAULT_REMINDERS },

  listRequests: { params: round },
  getRequest: { params: deadlineRequest },
  issueRequest: {
    params: round,
    body: (world) => ({
      organisationId: world.ids['provinceBusan'],
      kind: 'other',
      title: '때늦은 요청',
      text: REASON,
      dueAt: '2000-01-01T00:00:00.000Z',
    }),
  },
  answerRequest: { params: deadlineRequest, body: () => ({ answer: REASON }) },
  decideRequest: { params: deadlineRequest, body: () => ({ decision: 'accept' }) },
};
