import { type Asked, DIGEST, plan, REASON, record } from './asked.js';

const DAY = '2021-04-01';

const projectPlan = record('projectPlanId', 'projectPlan', 'foreignProjectPlan');
const change = record('changeId', 'change', 'foreignChange');
const review = record('reviewId', 'revocation', 'foreignRevocation');
const decision = () => ({ contentHash: DIGEST, verdict: 'approve' });

/** What follows a designation: 협약, 사업계획, 변경, 해제. */
export const AGREEMENT_REQUESTS: Readonly<Record<string, Asked>> = {
  draftAgreement: { params: plan, body: () => ({ terms: REASON }) },
  getAgreement: { params: plan },
  exportAgreement: { params: plan },
  signAgreement: { params: plan, body: () => ({ contentHash: DIGEST }) },
  endAgreement: { params: plan, body: () => ({ reason: REASON }) },
  fileProjectPlan: {
    params: plan,
    body: () => ({
      sheet: {
        implementer: '가상',
        address: '가상',
        representative: '가상',
        areaSquareMetres: 1,
        areaProof: null,
        phases: [],
        retained: [],
        landUse: '가상',
      },
      letterNumber: '가상',
      filedOn: DAY,
    }),
  },
  listProjectPlans: { params: plan },
  decideProjectPlan: { params: projectPlan, body: decision },
  recordStart: { params: projectPlan, body: () => ({ startedOn: DAY, letterNumber: '가상' }) },
  fileChange: { params: plan, body: () => ({ baseNo: 1, parts: {}, reason: REASON, letterNumber: '가상' }) },
  listChanges: { params: plan },
  watchPlanChanges: { params: plan },
  getChange: { params: change },
  decideChange: { params: change, body: decision },
  recordChangeResolution: {
    params: change,
    body: () => ({ outcome: 'agreed', resolution: REASON, resolvedOn: DAY }),
  },
  withdrawChange: { params: change, body: () => ({ reason: REASON }) },
  getRevocation: { params: plan },
  openRevocation: {
    params: plan,
    body: () => ({ grounds: 'give-up', reason: REASON, hearBy: '2021-04-01T00:00:00.000Z' }),
  },
  stateOnRevocation: { params: review, body: () => ({ statement: REASON, letterNumber: '가상' }) },
  decideRevocation: {
    params: review,
    body: () => ({ outcome: 'keep', resolution: REASON, resolvedOn: DAY, decision: REASON }),
  },
  proposeRevocationNotice: {
    params: review,
    body: () => ({ noticeNumber: '가상', noticeDate: DAY, gazette: '가상', postedFrom: DAY, postedUntil: DAY }),
  },
  signRevocation: { params: review, body: () => ({ contentHash: DIGEST }) },
};
