/**
 * Who may do what, written by hand from what the programme means, and nowhere derived from the code it checks.
 * One row per operation, one letter per reader in the order of READERS:
 *
 *   Y  let through: done, or refused only by state, version or content (2xx, 409, 412, 422)
 *   F  403: the record is known to him, the act is not his
 *   H  404: for him there is no such record
 *   A  401: sign in first
 *   -  the question does not arise
 *
 * `own`: a record that is his business (his province's plan, his sheet, a round everybody knows; for staff any).
 * `foreign`: one that is not. `missing`: an id nobody has; absent = hidden from everybody (A for the public unless the operation is public).
 */
export const READERS = [
  'public',
  'province-writer',
  'province-approver',
  'consultant',
  'evaluator',
  'panel-chair',
  'secretariat',
  'ministry-officer',
  'ministry-reviewer',
  'committee',
  'auditor',
  'admin',
] as const;
export type Reader = (typeof READERS)[number];

export interface Row {
  readonly own: string;
  readonly foreign?: string;
  readonly missing?: string;
}

const ALL = 'YYYYYYYYYYYY';
const NOBODY_KNOWS = 'HHHHHHHHHHHH';
/** A draft of a round: those who run it, the auditor and the administrator know of it. */
const DRAFT_READ = 'HHHHHHYYHHYY';
/** Plans of somebody else. Staff, auditor and the reviewing ministry have no "somebody else". */
const OTHERS_PLAN = 'AHHHHH---H-H';
/** Requests to somebody else. Staff and auditor have no "somebody else"; a reviewing ministry has. */
const OTHERS_REQUEST = 'AHHHHH--HH-H';

//                       public writer approver consultant evaluator chair secretariat officer reviewer committee auditor admin
export const TABLE: Readonly<Record<string, Row>> = {
  getHome: { own: ALL },
  getLiveness: { own: ALL },
  getReadiness: { own: ALL },
  getOpenApi: { own: ALL },
  listDemoAccounts: { own: ALL },
  getRehearsalClock: { own: ALL },
  setRehearsalClock: { own: 'AFFFFFFFFFFY' },

  login: { own: ALL },
  logout: { own: 'AYYYYYYYYYYY' },
  getSession: { own: 'AYYYYYYYYYYY' },
  rotateSession: { own: 'AYYYYYYYYYYY' },
  changePassword: { own: 'AYYYYYYYYYYY' },
  listOrganisations: { own: ALL },
  getOrganisation: { own: ALL },
  listPeople: { own: 'AFFFFFYYFFYY' },
  getPerson: { own: 'AFFFFFYYFFYY', missing: 'AFFFFFHHFFHH' },
  createPerson: { own: 'AFFFFFFFFFFY' },
  grantRole: { own: 'AFFFFFFFFFFY', missing: 'AFFFFFFFFFFH' },
  revokeRole: { own: 'AFFFFFFFFFFY', missing: 'AFFFFFFFFFFH' },
  disablePerson: { own: 'AFFFFFFFFFFY', missing: 'AFFFFFFFFFFH' },

  listRounds: { own: ALL },
  getRound: { own: ALL, foreign: DRAFT_READ },
  listRoundPolicies: { own: ALL, foreign: DRAFT_READ },
  createRound: { own: 'AFFFFFFYFFFF' },
  reviseRoundPolicy: { own: 'AFFFFFFYFFFF', foreign: 'AHHHHHFYHHFF' },
  approveRound: { own: 'AFFFFFFYFFFF', foreign: 'AHHHHHF-HHFF' },
  advanceRound: { own: 'AFFFFFYYFFFF', foreign: 'AHHHHHYYHHFF' },
  extendDeadline: { own: 'AFFFFFFYFFFF', foreign: 'AHHHHHFYHHFF' },
  listRubricTemplates: { own: ALL },
  copyPolicy: { own: 'AFFFFFYYFFFF', foreign: 'AHHHHHYYHHFF' },
  getEffectiveWeights: { own: ALL, foreign: DRAFT_READ },
  exportRubric: { own: ALL, foreign: DRAFT_READ },
  getRubricForm: { own: ALL },
  readRubric: { own: 'AFFFFFYYFFFF' },

  listPlans: { own: 'AYYYYYYYYYYY' },
  createPlan: { own: 'AYFFFFFFFFFF', foreign: 'AF----------', missing: 'AHFFFFFFFFFF' },
  getPlan: { own: 'AYYYYYYYYYYH', foreign: OTHERS_PLAN },
  listPlanVersions: { own: 'AYYYYYYYYYYH', foreign: OTHERS_PLAN },
  getPlanVersion: { own: 'AYYYYYYYYYYH', foreign: OTHERS_PLAN },
  diffPlanVersions: { own: 'AYYYYYYYYYYH', foreign: OTHERS_PLAN },
  diffPage: { own: 'AYYYYYYYYYYH', foreign: OTHERS_PLAN },
  planVersionFigures: { own: 'AYYYYYYYYYYH', foreign: OTHERS_PLAN },
  exportReceiptPdf: { own: 'AYYYYYYYYYYH', foreign: OTHERS_PLAN },
  exportReceiptHwpx: { own: 'AYYYYYYYYYYH', foreign: OTHERS_PLAN },
  exportBookPdf: { own: 'AYYYYYYYYYYH', foreign: OTHERS_PLAN },
  exportBookHwpx: { own: 'AYYYYYYYYYYH', foreign: OTHERS_PLAN },
  exportDiffPdf: { own: 'AYYYYYYYYYYH', foreign: OTHERS_PLAN },
  checkPlan: { own: 'AYYFFFFFFFFH', foreign: OTHERS_PLAN },
  saveDraft: { own: 'AYFFFFFFFFFH', foreign: OTHERS_PLAN },
  exportPlanTables: { own: 'AYYYYYYYYYYH', foreign: OTHERS_PLAN },
  getPlanTablesForm: { own: 'AYYYYYYYYYYH', foreign: OTHERS_PLAN },
  readPlanTables: { own: 'AYFFFFFFFFFH', foreign: OTHERS_PLAN },
  importPlanTables: { own: 'AYFFFFFFFFFH', foreign: OTHERS_PLAN },
  // The draft is the province's alone: not even those who run the round read what was not submitted.
  saveSection: { own: 'AYFFFFFFFFFH', foreign: OTHERS_PLAN },
  getDraft: { own: 'AYYFFFFFFFFH', foreign: OTHERS_PLAN },
  planLineage: { own: 'AYYYYYYYYYYH', foreign: OTHERS_PLAN },
  submitPlan: { own: 'AFYFFFFFFFFH', foreign: OTHERS_PLAN },
  withdrawPlan: { own: 'AFYFFFFFFFFH', foreign: OTHERS_PLAN },
  screenPlan: { own: 'AFFFFFYFFFFH', foreign: OTHERS_PLAN },
  askSupplement: { own: 'AFFFFFYFFFFH', foreign: OTHERS_PLAN },
  listSupplementRequests: { own: 'AYYFFFYYFFYH', foreign: OTHERS_PLAN },
  // A province's notes are its own: neither those who run the round nor the auditor read one.
  listPlanComments: { own: 'AYYFFFFFFFFH', foreign: OTHERS_PLAN },
  addPlanComment: { own: 'AYYFFFFFFFFH', foreign: OTHERS_PLAN },
  resolvePlanComment: { own: 'AYYHHHHHHHHH', foreign: 'AHHHHHHHHHHH' },
  searchPlans: { own: 'AYYYYYYYYYYY' },
  similarSubProjects: { own: 'AFFYFFYYYFYH', foreign: OTHERS_PLAN },
  reviewSubProject: { own: 'AFFFFFFFYFFH', foreign: OTHERS_PLAN },
  listSubProjectReviews: { own: 'AYYFYYYYYYYH', foreign: OTHERS_PLAN },

  // An upload is its province's alone. Once it is handed in, a file is read by whoever reads the plan.
  openUpload: { own: 'AYFFFFFFFFFH', foreign: OTHERS_PLAN },
  sendPart: { own: 'AYFHHHHHHHHH', foreign: 'AHHHHHHHHHHH' },
  getUpload: { own: 'AYFHHHHHHHHH', foreign: 'AHHHHHHHHHHH' },
  cancelUpload: { own: 'AYFHHHHHHHHH', foreign: 'AHHHHHHHHHHH' },
  listAttachments: { own: 'AYYYYYYYYYYH', foreign: OTHERS_PLAN },
  getAttachmentContent: { own: 'AYYYYYYYYYYH', foreign: OTHERS_PLAN },
  removeAttachment: { own: 'AYFFFFFFFFFH', foreign: OTHERS_PLAN },

  assignConsultant: { own: 'AFFFFFYFFFFH', foreign: OTHERS_PLAN },
  listConsultants: { own: 'AYYYFFYYFFYH', foreign: OTHERS_PLAN },
  issueOpinion: { own: 'AFFYFFFFFFFH', foreign: OTHERS_PLAN },
  listOpinions: { own: 'AYYYFFYYFFYH', foreign: OTHERS_PLAN },
  answerOpinion: { own: 'AYFFHHFFHHFH', foreign: 'AHHHHH--HH-H' },
  reviewOpinion: { own: 'AFFYHHFFHHFH', foreign: 'AHHHHH--HH-H' },
  endConsultant: { own: 'AFFFHHYFHHFH', foreign: 'AHHHHH--HH-H' },
  openConsultingRound: { own: 'AFFFFFYFFFFH', foreign: OTHERS_PLAN },
  listConsultingRounds: { own: 'AYYYFFYYFFYH', foreign: OTHERS_PLAN },
  closeConsultingRound: { own: 'AFFFHHYFHHFH', foreign: 'AHHHHH--HH-H' },
  recordConsultingMeeting: { own: 'AFFYFFYFFFFH', foreign: OTHERS_PLAN },
  listConsultingMeetings: { own: 'AYYYFFYYFFYH', foreign: OTHERS_PLAN },
  followUp: { own: 'AYYYFFYYFYYH', foreign: OTHERS_PLAN },
  followUpPage: { own: 'AYYYFFYYFYYH', foreign: OTHERS_PLAN },
  exportFollowUp: { own: 'AYYYFFYYFYYH', foreign: OTHERS_PLAN },
  exportFollowUpPdf: { own: 'AYYYFFYYFYYH', foreign: OTHERS_PLAN },

  // The pool is for those who run and check rounds; of his own profile a candidate knows, of another's he does not.
  setCandidate: { own: 'AFFFFFYFFFFF', missing: 'AFFFFFHFFFFF' },
  listCandidates: { own: 'AFFFFFYYFFYF' },
  getCandidate: { own: 'AHHHYHYYHHYH', foreign: 'A---H-------' },
  strikeCandidate: { own: 'AHHHFHYFHHFH' },
  exportCandidates: { own: 'AFFFFFYYFFFF', foreign: 'AHHHHHYYHHFF' },
  getCandidatesForm: { own: 'AFFFFFYYFFFF', foreign: 'AHHHHHYYHHFF' },
  readCandidates: { own: 'AFFFFFYFFFFF', foreign: 'AHHHHHYFHHFF' },
  importCandidates: { own: 'AFFFFFYFFFFF', foreign: 'AHHHHHYFHHFF' },
  addPanelMember: { own: 'AFFFFFYFFFFF', foreign: 'AHHHHHYFHHFF' },
  listPanelMembers: { own: 'AFFFYYYYFFYF', foreign: 'AHHHHHYYHHYF' },
  respondToInvitation: { own: 'AHHHYFFFHHFH', foreign: 'A---H-------' },
  signPledge: { own: 'AHHHYFFFHHFH', foreign: 'A---H-------' },
  declareInterests: { own: 'AHHHYFFFHHFH', foreign: 'A---H-------' },
  listDeclarations: { own: 'AHHHYFYYHHYH', foreign: 'A---H-------' },
  dismissPanelMember: { own: 'AHHHFFYFHHFH', foreign: 'A---H-------' },
  listConflicts: { own: 'AFFFFFYYFFYF', foreign: 'AHHHHHYYHHYF' },
  // A province knows its own challenges; members those that were put to them, the challenged one only what is decided.
  fileChallenge: { own: 'AFYFFFYFFFFH', foreign: OTHERS_PLAN },
  listChallenges: { own: 'AYYFYYYYFFYF', foreign: 'AHHHHHYYHHYF' },
  putChallenge: { own: 'AFFHHHYFHHFH', foreign: 'AHHHHH--HH-H' },
  dismissChallenge: { own: 'AFFHHHYFHHFH', foreign: 'AHHHHH--HH-H' },
  voteOnChallenge: { own: 'AFFHYYFFHHFH', foreign: 'AHHHH---HH-H' },
  assignEvaluator: { own: 'AFFFFFYFFFFH', foreign: OTHERS_PLAN },
  listAssignments: { own: 'AFFFYYYYFFYF', foreign: 'AHHHHHYYHHYF' },
  proposeAssignments: { own: 'AFFFFFYFFFFF', foreign: 'AHHHHHYFHHFF' },
  carryOutProposal: { own: 'AFFFFFYFFFFF', foreign: 'AHHHHHYFHHFF' },
  getLinkage: { own: 'AFFFFFYYFFYF', foreign: 'AHHHHHYYHHYF' },
  endAssignment: { own: 'AHHHYFYFHHFH', foreign: 'A---H-------' },
  listScoreSheets: { own: 'AFFFYYYYFFYF', foreign: 'AHHHHHYYHHYF' },
  getScoreSheet: { own: 'AHHHYYYYHHYH', foreign: 'A---H-------' },
  saveScoreSheet: { own: 'AHHHYFFFHHFH', foreign: 'A---H-------' },
  autosaveScoreSheet: { own: 'AHHHYFFFHHFH', foreign: 'A---H-------' },
  submitScoreSheet: { own: 'AHHHYFFFHHFH', foreign: 'A---H-------' },
  returnScoreSheet: { own: 'AHHHFYFFHHFH', foreign: 'A---H-------' },
  setDiscussion: { own: 'AFFFFYFFFFFF', foreign: 'AHHHHHFFHHFF' },
  // The chair speaks as an evaluator of the plan.
  getDiscussion: { own: 'AFFFYYFFFFFH', foreign: OTHERS_PLAN },
  reviseScoreSheet: { own: 'AHHHYFFFHHFH', foreign: 'A---H-------' },
  listScoreMovements: { own: 'AFFFFYYYFFYF', foreign: 'AHHHHHYYHHYF' },
  proposeCorrection: { own: 'AHHHFYYFHHFH', foreign: 'A---H-------' },
  listCorrections: { own: 'AFFFFYYYFYYF', foreign: 'AHHHHHYYHHYF' },
  // Own is the other side's proposal: the chair's to staff, the secretariat's to the chair; foreign is what one proposed oneself.
  decideCorrection: { own: 'AHHHHYYYHFFH', foreign: '-----FF-----' },
  // Own is what one proposed oneself.
  withdrawCorrection: { own: 'AHHHHYYFHFFH', foreign: '-----FF-----' },
  writeSummaryOpinion: { own: 'AFFFFYFFFFFH', foreign: OTHERS_PLAN },
  // A plan of a round that was announced; to its evaluators it is the panel's word, and they have given theirs.
  getSummaryOpinion: { own: 'AYYHFYYYFYYH', foreign: 'AHH--------H' },
  addBonus: { own: 'AFFFFFYFFFFH', foreign: OTHERS_PLAN },
  listBonuses: { own: 'AFFFFYYYFYYH', foreign: OTHERS_PLAN },
  lockPanel: { own: 'AFFFFYFFFFFF', foreign: 'AHHHHHFFHHFF' },
  getScoreProgress: { own: 'AFFFFYYYFFYF', foreign: 'AHHHHHYYHHYF' },
  getRanking: { own: 'AFFFFYYYFYYF', foreign: 'AHHHHHYYHHYF' },
  getRankingList: { own: 'AFFFFYYYFYYF', foreign: 'AHHHHHYYHHYF' },
  requestAnalysis: { own: 'AFFFFYYYFYYF', foreign: 'AHHHHHYYHHYF' },
  listAnalyses: { own: 'AFFFFYYYFYYF', foreign: 'AHHHHHYYHHYF' },
  getChart: { own: 'AFFFFYYYFYYF', foreign: 'AHHHHHYYHHYF' },
  getChartImage: { own: 'AFFFFYYYFYYF', foreign: 'AHHHHHYYHHYF' },
  getAnalysis: { own: 'AFFFFYYYFYYF', missing: 'AFFFFHHHFHHF' },
  getRecomputationSheet: { own: 'AFFFFYYYFYYH', foreign: OTHERS_PLAN },
  exportScores: { own: 'AFFFFFYYFFYF', foreign: 'AHHHHHYYHHYF' },
  exportWorkbook: { own: 'AFFFFFYYFFYF', foreign: 'AHHHHHYYHHYF' },

  createMeeting: { own: 'AFFFFFYFFFFF', foreign: 'AHHHHHYFHHFF' },
  listMeetings: { own: 'AFFFFFYYFYYF', foreign: 'AHHHHHYYHHYF' },
  openMeeting: { own: 'AHHHHHYFHFFH' },
  closeMeeting: { own: 'AHHHHHYFHFFH' },
  resolvePlan: { own: 'AHHHHHYFHFFH' },
  listResolutions: { own: 'AFFFFFYYFYYF', foreign: 'AHHHHHYYHHYF' },
  announcePreselection: { own: 'AFFFFFFYFFFF', foreign: 'AHHHHHFYHHFF' },
  getAnnouncement: { own: ALL, foreign: NOBODY_KNOWS },
  getPlanResult: { own: 'AYYHFFYYFYYH', foreign: 'AHH--------H' },
  fileObjection: { own: 'AFYFFFFFFFFH', foreign: OTHERS_PLAN },
  listObjections: { own: 'AYYFFFYYFFYF', foreign: 'AHHHHHYYHHYF' },
  // The objection is another province's: for the provinces asked here there is none.
  decideObjection: { own: 'AHHHHHYFHHFH' },
  reviewPlan: { own: 'AFFFFFFYFFFH', foreign: OTHERS_PLAN },
  listMinistryReviews: { own: 'AFFFFFYYFFYH', foreign: OTHERS_PLAN },
  confirmPlan: { own: 'AFFFFFFYFFFH', foreign: OTHERS_PLAN },
  proposeDesignation: { own: 'AFFFFFFYFFFH', foreign: OTHERS_PLAN },
  approveDesignation: { own: 'AFFFFFFYFFFF' },
  listDesignations: { own: ALL, foreign: DRAFT_READ },

  setFunding: { own: 'AFFFFFFYFFFH', foreign: OTHERS_PLAN },
  getFunding: { own: 'AYYFFFYYFYYH', foreign: 'AHHH-------H' },
  submitYearlyReport: { own: 'AFYFFFFFFFFH', foreign: OTHERS_PLAN },
  listYearlyReports: { own: 'AYYFFFYYFYYH', foreign: 'AHHHHH---H-H' },
  getOutcome: { own: ALL, foreign: NOBODY_KNOWS },

  listHistory: { own: 'AYYYYYYYYYYY' },

  listNotices: { own: 'AYYYYYYYYYYY' },
  // An inbox is its owner's alone: nobody reads for somebody else, not even the administrator.
  readNotice: { own: 'AYYYYYYYYYYY', foreign: 'AHHHHHHHHHHH' },
  listDuties: { own: 'AYYYYYYYYYYY' },
  listMails: { own: 'AYYYYYYYYYYY' },
  // The administrator looks after the post, so no mail is somebody else's to him.
  getMail: { own: 'AYYYYYYYYYYY', foreign: 'AHHHHHHHHHH-' },
  listReminders: { own: 'AFFFFFYYFFYF', foreign: 'AHHHHHYYHHYF' },
  getChannelPreference: { own: 'AYYYYYYYYYYY' },
  setChannelPreference: { own: 'AYYYYYYYYYYY' },
  listWebhooks: { own: 'AYYYYYYYYYYY' },
  addWebhook: { own: 'AYYYYYYYYYYY' },
  removeWebhook: { own: 'AYYYYYYYYYYY', foreign: 'AHHHHHHHHHHH' },
  openCalendarFeed: { own: 'AYYYYYYYYYYY' },
  closeCalendarFeed: { own: 'AYYYYYYYYYYY' },
  // The address is the key: who has it reads, whoever he is; one that was replaced opens nothing to anybody.
  readCalendarFeed: { own: ALL, foreign: NOBODY_KNOWS },
  listHolidays: { own: ALL },
  addHoliday: { own: 'AFFFFFFYFFFY' },
  revokeHoliday: { own: 'AFFFFFFYFFFY', missing: 'AFFFFFFHFFFH' },
  getReminderSettings: { own: 'AFFFFFYYFFYF', foreign: 'AHHHHHYYHHYF' },
  setReminderSettings: { own: 'AFFFFFYYFFFF', foreign: 'AHHHHHYYHHFF' },

  // Of requests the asked organisation learns, and those who run or check the round; experts, committee and administrator never.
  listRequests: { own: 'AYYFFFYYYFYF', foreign: 'AHHHHHYYHHYF' },
  getRequest: { own: 'AYYHHHYYYHYH', foreign: OTHERS_REQUEST },
  issueRequest: { own: 'AFFFFFYFFFFF', foreign: 'AHHHHHYFHHFF' },
  // The officer's own is one to his ministry; of any other he knows, and cannot answer it.
  answerRequest: { own: 'AYYHHHFYYHFH', foreign: 'AHHHHH-FHH-H' },
  decideRequest: { own: 'AFFHHHYFFHFH', foreign: OTHERS_REQUEST },

  listJobKinds: { own: 'AFFFFFFFFFFY' },
  listJobs: { own: 'AFFFFFFFFFFY' },
  getJob: { own: 'AFFFFFFFFFFY', missing: 'AFFFFFFFFFFH' },
  retryJob: { own: 'AFFFFFFFFFFY', missing: 'AFFFFFFFFFFH' },
  getMetrics: { own: 'AFFFFFFFFFFY' },
};
