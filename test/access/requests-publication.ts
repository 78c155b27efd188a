import { type Asked, plan, record } from './requests.js';

const REASON = '권한표 검사를 위한 사유입니다';
const DIGEST = '0'.repeat(64);

/** Looked up when they are asked for, since both files import each other. */
const planOf: Asked['params'] = (world, reader, axis) => plan?.(world, reader, axis) ?? {};
const named =
  (name: string, own: string, foreign = own): Asked['params'] =>
  (world, reader, axis) =>
    record(name, own, foreign)?.(world, reader, axis) ?? {};
const round2021 = named('roundId', 'round2021', 'draft');
/** A plan of a round that was announced, and was not selected. */
const notSelected: Asked = {
  cast: { evaluator: 'evaluator-2020-2', 'panel-chair': 'evaluator-2020-1' },
  params: named('planId', 'busan2020', 'daegu2020'),
};

/** Announcement and its versions, what follows from an objection, the money of a final draft, papers of a designation. */
export const PUBLICATION_REQUESTS: Readonly<Record<string, Asked>> = {
  reviseAnnouncement: { params: round2021, body: () => ({ title: '때 이른 재공표', reason: REASON }) },
  listAnnouncements: { params: round2021 },
  getReasonsLetter: notSelected,
  exportReasonsLetter: notSelected,
  screenObjection: {
    params: named('objectionId', 'objection'),
    body: () => ({ verdict: 'examine', reason: REASON }),
  },
  recordReEvaluation: {
    params: planOf,
    body: (world) => ({ chairId: world.missing(), sheets: [{ personId: world.missing(), marks: [] }] }),
  },
  signReEvaluation: {
    params: named('reEvaluationId', 'reEvaluation'),
    body: () => ({ contentHash: DIGEST }),
  },
  listReEvaluations: { params: round2021 },
  confirmFunding: { params: planOf, body: () => ({ verdict: 'confirmed' }) },
  listFundingConfirmations: { params: planOf },
  postLocally: {
    cast: { 'province-writer': 'gyeongbuk-writer', 'province-approver': 'gyeongbuk-approver' },
    params: named('designationId', 'gyeongbukDesignation', 'daeguDesignation'),
    body: () => ({ startedOn: '2021-03-31', place: '누리집' }),
  },
  exportDesignationLetter: { params: named('designationId', 'designation') },
};
