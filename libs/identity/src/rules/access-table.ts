import type { Role } from './actor.js';

/** What must hold between the actor and the record for the role to count. */
export type Condition =
  /** The role alone. */
  | 'any'
  /** The role is held for the 시·도 the record belongs to. */
  | 'own-province'
  /** The role is held for a ministry the record concerns. */
  | 'own-ministry'
  /** The record names the actor in person (his assignment, his sheet, his opinion, the chair of the panel). */
  | 'own';

/** Who may call an operation: everybody, everybody signed in (a scope decides what he sees), or roles under conditions. */
export type Access = 'public' | 'signed-in' | { readonly [R in Role]?: Condition };

const STAFF = { secretariat: 'any', 'ministry-officer': 'any' } as const;
const PLAN_READERS = {
  'province-writer': 'any',
  'province-approver': 'any',
  consultant: 'any',
  evaluator: 'any',
  'ministry-reviewer': 'any',
  committee: 'any',
  auditor: 'any',
  ...STAFF,
} as const;
const CONSULTING_READERS = {
  'province-writer': 'any',
  'province-approver': 'any',
  consultant: 'any',
  auditor: 'any',
  ...STAFF,
} as const;
const PANEL_READERS = { evaluator: 'any', 'panel-chair': 'any', auditor: 'any', ...STAFF } as const;
const DECISION_READERS = { committee: 'any', auditor: 'any', ...STAFF } as const;
const REQUEST_READERS = {
  'province-writer': 'any',
  'province-approver': 'any',
  'ministry-reviewer': 'any',
  auditor: 'any',
  ...STAFF,
} as const;
const PEOPLE_READERS = { admin: 'any', auditor: 'any', ...STAFF } as const;

/**
 * Every operation of the API and who may call it. An operation that is not here cannot be called.
 * For reads, `any` means "the role may ask"; which records it sees is the scope of that record kind.
 */
export const ACCESS = {
  getHome: 'public',
  getLiveness: 'public',
  getReadiness: 'public',
  getOpenApi: 'public',
  listDemoAccounts: 'public',
  getRehearsalClock: 'public',
  setRehearsalClock: { admin: 'any' },

  login: 'public',
  logout: 'signed-in',
  getSession: 'signed-in',
  rotateSession: 'signed-in',
  changePassword: 'signed-in',
  listOrganisations: 'public',
  getOrganisation: 'public',
  listPeople: PEOPLE_READERS,
  getPerson: PEOPLE_READERS,
  createPerson: { admin: 'any' },
  grantRole: { admin: 'any' },
  revokeRole: { admin: 'any' },
  disablePerson: { admin: 'any' },

  listRounds: 'public',
  getRound: 'public',
  listRoundPolicies: 'public',
  createRound: { 'ministry-officer': 'any' },
  reviseRoundPolicy: { 'ministry-officer': 'any' },
  approveRound: { 'ministry-officer': 'any' },
  advanceRound: STAFF,
  extendDeadline: { 'ministry-officer': 'any' },
  listRubricTemplates: 'public',
  copyPolicy: STAFF,
  getEffectiveWeights: 'public',
  exportRubric: 'public',
  getRubricForm: 'public',
  readRubric: STAFF,

  listPlans: 'signed-in',
  createPlan: { 'province-writer': 'own-province' },
  getPlan: PLAN_READERS,
  listPlanVersions: PLAN_READERS,
  getPlanVersion: PLAN_READERS,
  checkPlan: { 'province-writer': 'own-province', 'province-approver': 'own-province' },
  saveDraft: { 'province-writer': 'own-province' },
  submitPlan: { 'province-approver': 'own-province' },
  withdrawPlan: { 'province-approver': 'own-province' },
  screenPlan: { secretariat: 'any' },

  assignConsultant: { secretariat: 'any' },
  listConsultants: CONSULTING_READERS,
  issueOpinion: { consultant: 'own' },
  listOpinions: CONSULTING_READERS,
  answerOpinion: { 'province-writer': 'own-province' },
  reviewOpinion: { consultant: 'own' },

  setCandidate: { secretariat: 'any' },
  listCandidates: { secretariat: 'any', 'ministry-officer': 'any', auditor: 'any' },
  getCandidate: { evaluator: 'own', auditor: 'any', ...STAFF },
  strikeCandidate: { secretariat: 'any' },
  addPanelMember: { secretariat: 'any' },
  listPanelMembers: PANEL_READERS,
  respondToInvitation: { evaluator: 'own' },
  signPledge: { evaluator: 'own' },
  declareInterests: { evaluator: 'own' },
  listDeclarations: { evaluator: 'own', auditor: 'any', ...STAFF },
  dismissPanelMember: { secretariat: 'any' },
  listConflicts: { auditor: 'any', ...STAFF },
  assignEvaluator: { secretariat: 'any' },
  listAssignments: PANEL_READERS,
  proposeAssignments: { secretariat: 'any' },
  carryOutProposal: { secretariat: 'any' },
  getLinkage: { auditor: 'any', ...STAFF },
  endAssignment: { evaluator: 'own', secretariat: 'any' },
  fileChallenge: { 'province-approver': 'own-province', secretariat: 'any' },
  listChallenges: { 'province-writer': 'any', 'province-approver': 'any', ...PANEL_READERS },
  putChallenge: { secretariat: 'any' },
  dismissChallenge: { secretariat: 'any' },
  voteOnChallenge: { evaluator: 'own' },
  listScoreSheets: PANEL_READERS,
  getScoreSheet: PANEL_READERS,
  saveScoreSheet: { evaluator: 'own' },
  autosaveScoreSheet: { evaluator: 'own' },
  submitScoreSheet: { evaluator: 'own' },
  returnScoreSheet: { 'panel-chair': 'own' },
  setDiscussion: { 'panel-chair': 'own' },
  getDiscussion: { evaluator: 'own' },
  reviseScoreSheet: { evaluator: 'own' },
  listScoreMovements: { 'panel-chair': 'any', auditor: 'any', ...STAFF },
  proposeCorrection: { 'panel-chair': 'own', secretariat: 'any' },
  listCorrections: { 'panel-chair': 'any', ...DECISION_READERS },
  decideCorrection: { 'panel-chair': 'own', ...STAFF },
  withdrawCorrection: { 'panel-chair': 'own', secretariat: 'own' },
  writeSummaryOpinion: { 'panel-chair': 'own' },
  getSummaryOpinion: {
    'province-writer': 'own-province',
    'province-approver': 'own-province',
    'panel-chair': 'own',
    ...DECISION_READERS,
  },
  addBonus: { secretariat: 'any' },
  listBonuses: { 'panel-chair': 'any', ...DECISION_READERS },
  lockPanel: { 'panel-chair': 'own' },
  getScoreProgress: { 'panel-chair': 'any', secretariat: 'any', 'ministry-officer': 'any', auditor: 'any' },
  getRanking: { 'panel-chair': 'any', ...DECISION_READERS },
  getRankingList: { 'panel-chair': 'any', ...DECISION_READERS },
  getRecomputationSheet: { 'panel-chair': 'any', ...DECISION_READERS },
  exportScores: { auditor: 'any', ...STAFF },
  exportWorkbook: { auditor: 'any', ...STAFF },
  requestAnalysis: { 'panel-chair': 'any', ...DECISION_READERS },
  listAnalyses: { 'panel-chair': 'any', ...DECISION_READERS },
  getAnalysis: { 'panel-chair': 'any', ...DECISION_READERS },
  getChart: { 'panel-chair': 'any', ...DECISION_READERS },
  getChartImage: { 'panel-chair': 'any', ...DECISION_READERS },

  createMeeting: { secretariat: 'any' },
  listMeetings: DECISION_READERS,
  openMeeting: { secretariat: 'any' },
  closeMeeting: { secretariat: 'any' },
  resolvePlan: { secretariat: 'any' },
  listResolutions: DECISION_READERS,
  announcePreselection: { 'ministry-officer': 'any' },
  getAnnouncement: 'public',
  getPlanResult: { 'province-writer': 'own-province', 'province-approver': 'own-province', ...DECISION_READERS },
  fileObjection: { 'province-approver': 'own-province' },
  listObjections: { 'province-writer': 'any', 'province-approver': 'any', auditor: 'any', ...STAFF },
  decideObjection: { secretariat: 'any' },
  reviewPlan: { 'ministry-officer': 'any' },
  listMinistryReviews: { auditor: 'any', ...STAFF },
  confirmPlan: { 'ministry-officer': 'any' },
  proposeDesignation: { 'ministry-officer': 'any' },
  approveDesignation: { 'ministry-officer': 'any' },
  listDesignations: 'public',

  setFunding: { 'ministry-officer': 'any' },
  getFunding: { 'province-writer': 'any', 'province-approver': 'any', committee: 'any', auditor: 'any', ...STAFF },
  getOutcome: 'public',
  submitYearlyReport: { 'province-approver': 'own-province' },
  listYearlyReports: {
    'province-writer': 'any',
    'province-approver': 'any',
    committee: 'any',
    auditor: 'any',
    ...STAFF,
  },

  listHistory: 'signed-in',

  listNotices: 'signed-in',
  readNotice: 'signed-in',
  listDuties: 'signed-in',
  listMails: 'signed-in',
  getMail: 'signed-in',
  listReminders: { auditor: 'any', ...STAFF },
  getChannelPreference: 'signed-in',
  setChannelPreference: 'signed-in',
  listWebhooks: 'signed-in',
  addWebhook: 'signed-in',
  removeWebhook: 'signed-in',
  openCalendarFeed: 'signed-in',
  closeCalendarFeed: 'signed-in',
  readCalendarFeed: 'public',
  listHolidays: 'public',
  addHoliday: { admin: 'any', 'ministry-officer': 'any' },
  revokeHoliday: { admin: 'any', 'ministry-officer': 'any' },
  getReminderSettings: { auditor: 'any', ...STAFF },
  setReminderSettings: STAFF,
  listRequests: REQUEST_READERS,
  getRequest: REQUEST_READERS,
  issueRequest: { secretariat: 'any' },
  answerRequest: {
    'province-writer': 'own-province',
    'province-approver': 'own-province',
    'ministry-reviewer': 'own-ministry',
    'ministry-officer': 'own-ministry',
  },
  decideRequest: { secretariat: 'any' },

  listJobKinds: { admin: 'any' },
  listJobs: { admin: 'any' },
  getJob: { admin: 'any' },
  retryJob: { admin: 'any' },
  getMetrics: { admin: 'any' },
  getQueueBoard: { admin: 'any' },
} as const satisfies Record<string, Access>;

export type OperationId = keyof typeof ACCESS;
