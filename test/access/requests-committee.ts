import { type Asked, DIGEST, plan, REASON, record, round } from './asked.js';

/** Members, recusals, the resolution and its signatures, the tally, and what becomes of a preselection. */
export const COMMITTEE_REQUESTS: Readonly<Record<string, Asked>> = {
  createMeeting: { params: round, body: () => ({ heldAt: '2021-05-01T00:00:00.000Z', chairMinistry: 'MOTIE' }) },
  listMeetings: { params: round },
  openMeeting: { params: record('meetingId', 'meeting'), body: () => ({ present: 14 }) },
  closeMeeting: { params: record('meetingId', 'meeting'), body: () => ({ minutes: REASON }) },
  cancelMeeting: { params: record('meetingId', 'meeting'), body: () => ({ reason: REASON }) },
  resolveItem: {
    params: record('meetingId', 'meeting'),
    body: () => ({ itemNo: 1, decision: 'note' }),
  },
  listItemResolutions: { params: record('meetingId', 'meeting') },
  resolvePlan: {
    params: record('meetingId', 'meeting'),
    body: (world) => ({
      planId: world.ids['busan2020'],
      outcome: 'refuse',
      votes: { for: 14, against: 0, abstain: 0 },
    }),
  },
  listResolutions: { params: round },
  getCommittee: { params: round },
  registerCommitteeMembers: { params: round, body: () => ({ members: [{ name: '가상', office: 'ex-officio' }] }) },
  endCommitteeMember: {
    params: record('memberId', 'endedMember'),
    body: () => ({ endedOn: '2020-06-01', reason: REASON }),
  },
  getDeliberation: { params: round },
  correctMinutes: { params: record('meetingId', 'meeting'), body: () => ({ minutes: REASON, reason: REASON }) },
  recordRecusal: {
    params: record('meetingId', 'meeting'),
    body: (world) => ({
      memberId: world.ids['endedMember'],
      planId: world.ids['busan2020'],
      kind: 'recused',
      reason: REASON,
    }),
  },
  draftResolution: { params: record('meetingId', 'meeting') },
  listResolutionDocuments: { params: record('meetingId', 'meeting') },
  signResolution: { params: record('documentId', 'oldDraft'), body: () => ({ contentHash: DIGEST }) },
  exportResolutionPdf: { params: record('documentId', 'oldDraft') },
  giveUpPlan: { params: plan, body: () => ({ letterNumber: '가상', reason: REASON }) },
  cancelPlan: { params: plan, body: () => ({ decidedOn: '2020-06-01', reason: REASON }) },
  promotePlan: { params: plan, body: () => ({}) },
};
