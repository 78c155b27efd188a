import { announcedPlan, type Asked, PANEL_2020, type Params, pick, plan, REASON, record, round } from './asked.js';
import { CHALLENGED } from './world-panel.js';

/** A correction that the other side proposed, or one's own side; `foreign` the other way round. */
const correction =
  (side: 'own' | 'other'): Params =>
  (world, reader, axis) => {
    const [chairs, secretarys] = ['correctionByChair', 'correctionBySecretary'];
    const [own, other] = reader === 'panel-chair' ? [chairs, secretarys] : [secretarys, chairs];
    return { correctionId: side === 'own' ? pick(world, axis, own, other) : pick(world, axis, other, own) };
  };

/** Candidates, panel, challenges, sheets, and what comes out of them. */
export const EVALUATION_REQUESTS: Readonly<Record<string, Asked>> = {
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
  openReEvaluation: { params: plan, body: () => ({ scoreBy: '2020-05-20T00:00:00.000Z' }) },
  extendReEvaluation: {
    params: record('panelId', 'newPanel'),
    body: () => ({ scoreBy: '2020-05-20T00:00:00.000Z', reason: REASON }),
  },
  listReEvaluationPanels: { params: round },
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
};
