import { type Asked, plan, record } from './requests.js';

const REASON = '권한표 검사를 위한 사유입니다';
const DIGEST = '0'.repeat(64);

/** Looked up when they are asked for, since this file and the one of all requests import each other. */
const planOf: Asked['params'] = (world, reader, axis) => plan?.(world, reader, axis) ?? {};
const recordOf =
  (...names: Parameters<typeof record>): Asked['params'] =>
  (world, reader, axis) =>
    record(...names)?.(world, reader, axis) ?? {};
const round = recordOf('roundId', 'round2021', 'draft');

/** Members, recusals, the resolution and its signatures, the tally, and what becomes of a preselection. */
export const COMMITTEE_REQUESTS: Readonly<Record<string, Asked>> = {
  getCommittee: { params: round },
  registerCommitteeMembers: { params: round, body: () => ({ members: [{ name: '가상', office: 'ex-officio' }] }) },
  endCommitteeMember: {
    params: recordOf('memberId', 'endedMember'),
    body: () => ({ endedOn: '2020-06-01', reason: REASON }),
  },
  getDeliberation: { params: round },
  correctMinutes: { params: recordOf('meetingId', 'meeting'), body: () => ({ minutes: REASON, reason: REASON }) },
  recordRecusal: {
    params: recordOf('meetingId', 'meeting'),
    body: (world) => ({
      memberId: world.ids['endedMember'],
      planId: world.ids['busan2020'],
      kind: 'recused',
      reason: REASON,
    }),
  },
  draftResolution: { params: recordOf('meetingId', 'meeting') },
  listResolutionDocuments: { params: recordOf('meetingId', 'meeting') },
  signResolution: { params: recordOf('documentId', 'oldDraft'), body: () => ({ contentHash: DIGEST }) },
  exportResolutionPdf: { params: recordOf('documentId', 'oldDraft') },
  giveUpPlan: { params: planOf, body: () => ({ letterNumber: '가상', reason: REASON }) },
  cancelPlan: { params: planOf, body: () => ({ decidedOn: '2020-06-01', reason: REASON }) },
  promotePlan: { params: planOf, body: () => ({}) },
};
