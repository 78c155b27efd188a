import { DEFAULT_REMINDERS } from '@daegaejo/notification/rules';
import { XLSX_TYPE } from '@daegaejo/platform';
import { AGREEMENT_REQUESTS } from './requests-agreement.js';
import { BUDGET_REQUESTS } from './requests-budget.js';
import { ATTACHMENT_REQUESTS } from './requests-attachments.js';
import { COMMITTEE_REQUESTS } from './requests-committee.js';
import { CONSULTING_REQUESTS } from './requests-consulting.js';
import { EXECUTION_REQUESTS } from './requests-execution.js';
import { PLAN_RETURN_REQUESTS } from './requests-plan-returns.js';
import type { Reader } from './table.js';
import { DOCUMENT_REQUESTS } from './requests-documents.js';
import { DRAFT_REQUESTS } from './requests-drafts.js';
import { HANDOVER_REQUESTS } from './requests-handover.js';
import { RESULTS_REQUESTS } from './requests-results.js';
import { PUBLICATION_REQUESTS } from './requests-publication.js';
import { REVIEW_REQUESTS } from './requests-review.js';
import { TABLE_REQUESTS } from './requests-tables.js';
import { CHALLENGED, type World } from './world.js';

/** Who asks in place of the usual person, where an operation needs another. */
export type Cast = Partial<Record<Reader, string>>;

/** How one operation is asked for: which record is one's own and which is not, and a body that gets as far as access goes without changing the world. */
export interface Asked {
  readonly params?: (
    world: World,
    reader: Reader,
    axis: 'own' | 'foreign' | 'missing',
  ) => Readonly<Record<string, string>>;
  readonly body?: (world: World, reader: Reader, axis: 'own' | 'foreign' | 'missing') => unknown;
  readonly cast?: Cast;
  /** Content type of a body that is no JSON. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

const PANEL_2020: Cast = { evaluator: 'evaluator-2020-2', 'panel-chair': 'evaluator-2020-1' };
const REASON = '권한표 검사를 위한 사유입니다';
const DIGEST = '0'.repeat(64);

const round: Asked['params'] = (world, _reader, axis) => ({ roundId: pick(world, axis, 'round2021', 'draft') });
const round2020: Asked['params'] = (world, _reader, axis) => ({ roundId: pick(world, axis, 'round2020', 'draft') });
const published: Asked['params'] = (world, _reader, axis) => ({ roundId: pick(world, axis, 'round2020', 'round2021') });
/** Evaluators of 2021 know every plan of 2021 and none of 2020; the committee the other way round. */
export const plan: Asked['params'] = (world, reader, axis) => {
  if (reader === 'committee') return { planId: pick(world, axis, 'busan2020', 'busan') };
  if (reader === 'evaluator' || reader === 'panel-chair') return { planId: pick(world, axis, 'busan', 'busan2020') };
  return { planId: pick(world, axis, 'busan', 'ulsan') };
};
export const record =
  (name: string, own: string, foreign = own): Asked['params'] =>
  (world, _reader, axis) => ({ [name]: pick(world, axis, own, foreign) });

/** A record everybody has one of his own of: "notice:auditor". */
const personal =
  (name: string, kind: string): Asked['params'] =>
  (world, reader, axis) => ({
    [name]: pick(world, axis, reader === 'public' ? `${kind}:foreign` : `${kind}:${reader}`, `${kind}:foreign`),
  });
/** People of the ministries are asked through their ministry, everybody else knows the request to 부산. */
const deadlineRequest: Asked['params'] = (world, reader, axis) => {
  if (reader === 'ministry-officer' || reader === 'ministry-reviewer')
    return { requestId: pick(world, axis, 'ministryRequest', 'request') };
  return { requestId: pick(world, axis, 'request', 'foreignRequest') };
};

/** A correction that the other side proposed, or one's own side; `foreign` the other way round. */
const correction =
  (side: 'own' | 'other'): Asked['params'] =>
  (world, reader, axis) => {
    const [chairs, secretarys] = ['correctionByChair', 'correctionBySecretary'];
    const [own, other] = reader === 'panel-chair' ? [chairs, secretarys] : [secretarys, chairs];
    return { correctionId: side === 'own' ? pick(world, axis, own, other) : pick(world, axis, other, own) };
  };
/** A plan of a round that was announced: 부산's, whose result and opinion 부산 may read. */
const announcedPlan = record('planId', 'busan2020', 'daegu2020');

function pick(world: World, axis: 'own' | 'foreign' | 'missing', own: string, foreign: string): string {
  return axis === 'missing' ? world.missing() : (world.ids[axis === 'own' ? own : foreign] as string);
}

const person = (world: World): Record<string, string | undefined> => ({
  role: 'admin',
  organisationId: world.ids['kicox'],
});

export const REQUESTS: Readonly<Record<string, Asked>> = {
  ...DRAFT_REQUESTS,
  ...HANDOVER_REQUESTS,
  ...DOCUMENT_REQUESTS,
  ...COMMITTEE_REQUESTS,
  ...RESULTS_REQUESTS,
  ...PUBLICATION_REQUESTS,
  ...REVIEW_REQUESTS,
  ...PLAN_RETURN_REQUESTS,
  ...TABLE_REQUESTS,
  setRehearsalClock: { body: () => ({ now: '2000-01-01T00:00:00.000Z' }) },
  login: { body: () => ({ username: 'lh-secretary', password: 'daegaejo-demo-2020' }) },
  changePassword: { body: () => ({ currentPassword: 'wrong', newPassword: 'another long password' }) },
  getOrganisation: { params: record('organisationId', 'kicox') },
  getPerson: { params: record('personId', 'person') },
  createPerson: {
    body: () => ({
      username: 'admin',
      displayName: '겹침',
      email: 'x@example.invalid',
      password: 'a-long-first-password',
    }),
  },
  grantRole: { params: record('personId', 'admin'), body: person },
  revokeRole: {
    params: (world, _reader, axis) => ({
      personId: pick(world, axis, 'admin', 'admin'),
      grantId: pick(world, axis, 'adminGrant', 'adminGrant'),
    }),
  },
  disablePerson: { params: record('personId', 'leaver'), body: () => ({ reason: REASON }) },

  getRound: { params: round },
  listRoundPolicies: { params: round },
  createRound: {
    body: (world) => ({ year: 2023, title: '거절될 회차', policy: { ...world.policy, owners: ['NOBODY'] } }),
  },
  reviseRoundPolicy: { params: round, body: (world) => ({ policy: world.policy, reason: REASON }) },
  approveRound: { params: round, body: () => ({ purpose: 'policy' }) },
  advanceRound: { params: round, body: () => ({ action: 'open-pre-intake' }) },
  extendDeadline: {
    params: round,
    body: () => ({ step: 'scoring', deadline: '2000-01-01T00:00:00.000Z', reason: REASON }),
  },
  copyPolicy: { params: round },
  getEffectiveWeights: { params: round },
  exportRubric: { params: round },
  // Begins like an archive, and then is none: refused by its content.
  readRubric: { type: XLSX_TYPE, body: () => Buffer.from('PK\u0003\u0004 and nothing that could be unpacked') },

  createPlan: {
    body: (world, _reader, axis) => ({
      roundId: axis === 'missing' ? world.missing() : world.ids['round2021'],
      provinceId: world.ids[axis === 'foreign' ? 'provinceUlsan' : 'provinceBusan'],
      title: '두 번째 계획',
    }),
  },
  getPlan: { params: plan },
  listPlanVersions: { params: plan },
  getPlanVersion: { params: (world, reader, axis) => ({ ...plan(world, reader, axis), no: world.filedNo }) },
  diffPlanVersions: { params: plan },
  diffPage: { params: plan },
  planVersionFigures: { params: plan },
  checkPlan: { params: plan },
  saveDraft: { params: plan, body: () => ({ title: '고치지 못할 제목' }) },
  submitPlan: { params: plan, body: () => ({ kind: 'filed' }) },
  withdrawPlan: { params: plan, body: () => ({ reason: REASON }) },
  screenPlan: { params: plan, body: () => ({ verdict: 'ineligible', reason: REASON }) },
  assignConsultant: { params: plan, body: (world) => ({ personId: world.ids['person'], phase: 'pre' }) },
  listConsultants: { params: plan },
  issueOpinion: { params: plan, body: () => ({ section: 'title', text: REASON }) },
  listOpinions: { params: plan },
  answerOpinion: { params: record('opinionId', 'opinion', 'foreignOpinion'), body: () => ({ answer: 'adopted' }) },
  reviewOpinion: { params: record('opinionId', 'opinion', 'foreignOpinion'), body: () => ({ decision: 'accept' }) },
  ...CONSULTING_REQUESTS,
  ...EXECUTION_REQUESTS,
  ...AGREEMENT_REQUESTS,
  ...BUDGET_REQUESTS,
  ...ATTACHMENT_REQUESTS,

  setCandidate: {
    params: record('personId', 'person'),
    body: () => ({ fields: ['A'], industry: false, department: null, qualification: 'doctor', experienceYears: null }),
  },
  getCandidate: { params: record('personId', 'candidate', 'foreignCandidate') },
  strikeCandidate: { params: record('personId', 'candidate'), body: () => ({ ground: 'false-data', reason: REASON }) },
  addPanelMember: { params: round, body: (world) => ({ personId: world.ids['admin'] }) },
  listPanelMembers: { params: round },
  respondToInvitation: { params: record('memberId', 'member', 'foreignMember'), body: () => ({ response: 'accept' }) },
  signPledge: { params: record('memberId', 'member', 'foreignMember'), body: () => ({ agreed: true }) },
  declareInterests: {
    params: record('memberId', 'member', 'foreignMember'),
    body: () => ({ declarations: [{ planId: null, kind: 'other' }] }),
  },
  listDeclarations: { params: record('memberId', 'member', 'foreignMember') },
  dismissPanelMember: { params: record('memberId', 'member', 'foreignMember'), body: () => ({ reason: REASON }) },
  listConflicts: { params: round },
  fileChallenge: { params: plan, body: () => ({ named: CHALLENGED, grounds: REASON }) },
  listChallenges: { params: round },
  putChallenge: {
    params: record('challengeId', 'challenge', 'foreignChallenge'),
    body: (world) => ({ assignmentId: world.ids['assignment'] }),
  },
  dismissChallenge: {
    params: record('challengeId', 'challenge', 'foreignChallenge'),
    body: () => ({ reason: REASON }),
  },
  voteOnChallenge: {
    params: record('challengeId', 'vote', 'foreignVote'),
    body: () => ({ uphold: true, reason: REASON }),
  },
  assignEvaluator: { params: plan, body: (world) => ({ memberId: world.ids['member'] }) },
  listAssignments: { params: round },
  proposeAssignments: { params: round, body: () => ({ mode: 'all' }) },
  carryOutProposal: { params: round, body: () => ({ pairs: [] }) },
  getLinkage: { params: round },
  endAssignment: {
    cast: PANEL_2020,
    params: record('assignmentId', 'assignment', 'foreignAssignment'),
    body: (_world, reader) => ({ action: reader === 'secretariat' ? 'exclude' : 'recuse', reason: REASON }),
  },
  listScoreSheets: { params: round },
  getScoreSheet: { params: record('sheetId', 'sheet', 'foreignSheet') },
  saveScoreSheet: { params: record('sheetId', 'sheet', 'foreignSheet'), body: () => ({ marks: [] }) },
  autosaveScoreSheet: { params: record('sheetId', 'sheet', 'foreignSheet'), body: () => ({ marks: [] }) },
  submitScoreSheet: { params: record('sheetId', 'sheet', 'foreignSheet') },
  returnScoreSheet: {
    params: record('sheetId', 'sheet', 'foreignSheet'),
    body: () => ({ ground: 'omission', note: REASON }),
  },
  setDiscussion: { params: round, body: () => ({ open: true }) },
  getDiscussion: { params: plan },
  reviseScoreSheet: { params: record('sheetId', 'sheet', 'foreignSheet'), body: () => ({ changes: [] }) },
  listScoreMovements: { params: round },
  proposeCorrection: {
    params: record('sheetId', 'sheet', 'foreignSheet'),
    body: () => ({ marks: [], reason: REASON }),
  },
  listCorrections: { params: round },
  decideCorrection: { cast: PANEL_2020, params: correction('other'), body: () => ({ decision: 'reject' }) },
  withdrawCorrection: { cast: PANEL_2020, params: correction('own') },
  writeSummaryOpinion: { params: plan, body: () => ({ text: REASON }) },
  getSummaryOpinion: { cast: PANEL_2020, params: announcedPlan },
  addBonus: { params: plan, body: () => ({ code: 'NONE', points: '1.00', evidence: REASON, validOn: '2021-01-06' }) },
  listBonuses: { params: plan },
  lockPanel: { params: round },
  getScoreProgress: { params: round },
  getRanking: { params: round },
  getRankingList: { params: round },
  requestAnalysis: { params: round, body: () => ({ purpose: REASON }) },
  listAnalyses: { params: round },
  getChart: { params: (world, reader, axis) => ({ ...round(world, reader, axis), chart: 'score-distribution' }) },
  getChartImage: { params: (world, reader, axis) => ({ ...round(world, reader, axis), chart: 'score-distribution' }) },
  getAnalysis: { cast: PANEL_2020, params: record('runId', 'analysis2020') },
  getRecomputationSheet: { params: plan },
  exportScores: { params: round },
  exportWorkbook: { params: round },

  createMeeting: { params: round, body: () => ({ heldAt: '2021-05-01T00:00:00.000Z', chairMinistry: 'MOTIE' }) },
  listMeetings: { params: round },
  openMeeting: { params: record('meetingId', 'meeting'), body: () => ({ present: 14 }) },
  closeMeeting: { params: record('meetingId', 'meeting'), body: () => ({ minutes: REASON }) },
  resolvePlan: {
    params: record('meetingId', 'meeting'),
    body: (world) => ({
      planId: world.ids['busan2020'],
      outcome: 'refuse',
      votes: { for: 14, against: 0, abstain: 0 },
    }),
  },
  listResolutions: { params: round },
  announcePreselection: { params: round, body: () => ({ title: '때 이른 공표', figures: [] }) },
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

  setFunding: { params: plan, body: () => ({ total: '1', lines: [] }) },
  getFunding: {
    cast: { ...PANEL_2020, 'province-writer': 'daegu-writer', 'province-approver': 'daegu-approver' },
    params: record('planId', 'daegu2020', 'gwangju2020'),
  },
  submitYearlyReport: { params: plan, body: () => ({ year: 2020, summary: REASON, results: [], spent: '0' }) },
  listYearlyReports: { params: plan },
  getOutcome: { params: published },

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

  getJob: { params: record('jobId', 'job') },
  retryJob: { params: record('jobId', 'job') },
};
