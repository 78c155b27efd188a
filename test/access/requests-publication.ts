import {
  announcedPlan,
  type Asked,
  DIGEST,
  PANEL_2020,
  plan,
  published,
  REASON,
  record,
  round,
  round2020,
} from './asked.js';

/** A plan of a round that was announced, and was not selected. */
const notSelected: Asked = {
  cast: PANEL_2020,
  params: announcedPlan,
};

/** Announcement and its versions, what follows from an objection, the money of a final draft, papers of a designation. */
export const PUBLICATION_REQUESTS: Readonly<Record<string, Asked>> = {
  announcePreselection: { params: round, body: () => ({ title: '때 이른 공표', figures: [] }) },
  withdrawAnnouncement: { params: round, body: () => ({ contentHash: DIGEST, reason: REASON }) },
  getAnnouncement: { params: published },
  getPlanResult: { cast: PANEL_2020, params: announcedPlan },
  fileObjection: { params: plan, body: () => ({ ground: 'procedure', text: REASON }) },
  listObjections: { params: round2020 },
  decideObjection: {
    params: record('objectionId', 'objection'),
    body: () => ({ decision: 'dismiss', reason: REASON }),
  },
  reviewPlan: { params: plan, body: () => ({ verdict: 'adequate', comment: REASON }) },
  listMinistryReviews: { params: plan },
  confirmPlan: { params: plan },
  proposeDesignation: {
    params: plan,
    body: () => ({ noticeNumber: '가상', noticeDate: '2021-03-31', effectiveDate: '2021-03-31', siteKeys: ['hub'] }),
  },
  approveDesignation: { params: record('designationId', 'designation'), body: () => ({ contentHash: DIGEST }) },
  listDesignations: { params: round2020 },
  reviseAnnouncement: { params: round, body: () => ({ title: '때 이른 재공표', reason: REASON }) },
  listAnnouncements: { params: round },
  getReasonsLetter: notSelected,
  exportReasonsLetter: notSelected,
  screenObjection: {
    params: record('objectionId', 'objection'),
    body: () => ({ verdict: 'examine', reason: REASON }),
  },
  lockReEvaluation: { params: record('panelId', 'newPanel') },
  signReEvaluation: {
    params: record('reEvaluationId', 'reEvaluation'),
    body: () => ({ contentHash: DIGEST }),
  },
  listReEvaluations: { params: round },
  confirmFunding: { params: plan, body: () => ({ verdict: 'confirmed' }) },
  listFundingConfirmations: { params: plan },
  postLocally: {
    cast: { 'province-writer': 'gyeongbuk-writer', 'province-approver': 'gyeongbuk-approver' },
    params: record('designationId', 'gyeongbukDesignation', 'daeguDesignation'),
    body: () => ({ startedOn: '2021-03-31', place: '누리집' }),
  },
  exportDesignationLetter: { params: record('designationId', 'designation') },
};
