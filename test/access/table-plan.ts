import { OTHERS_PLAN, type Row } from './row.js';

/** 혁신계획, its sub-projects and files. */
//                       public writer approver consultant evaluator chair secretariat officer reviewer committee auditor admin
export const PLAN_TABLE: Readonly<Record<string, Row>> = {
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
};
