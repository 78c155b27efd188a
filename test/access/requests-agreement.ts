import { type Asked, plan, record } from './requests.js';

const REASON = '권한표 검사를 위한 사유입니다';
const DIGEST = '0'.repeat(64);
const DAY = '2021-04-01';

// Looked up when they are asked for, since both files import each other.
const planOf: Asked['params'] = (world, reader, axis) => plan?.(world, reader, axis) ?? {};
const recordOf =
  (name: string, own: string, foreign: string): Asked['params'] =>
  (world, reader, axis) =>
    record(name, own, foreign)?.(world, reader, axis) ?? {};
const projectPlan = recordOf('projectPlanId', 'projectPlan', 'foreignProjectPlan');
const change = recordOf('changeId', 'change', 'foreignChange');
const review = recordOf('reviewId', 'revocation', 'foreignRevocation');
const decision = () => ({ contentHash: DIGEST, verdict: 'approve' });

/** What follows a designation: 협약, 사업계획, 변경, 해제. */
export const AGREEMENT_REQUESTS: Readonly<Record<string, Asked>> = {
  draftAgreement: { params: planOf, body: () => ({ terms: REASON }) },
  getAgreement: { params: planOf },
  signAgreement: { params: planOf, body: () => ({ contentHash: DIGEST }) },
  endAgreement: { params: planOf, body: () => ({ reason: REASON }) },
  fileProjectPlan: {
    params: planOf,
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
  listProjectPlans: { params: planOf },
  decideProjectPlan: { params: projectPlan, body: decision },
  recordStart: { params: projectPlan, body: () => ({ startedOn: DAY, letterNumber: '가상' }) },
  fileChange: { params: planOf, body: () => ({ baseNo: 1, parts: {}, reason: REASON, letterNumber: '가상' }) },
  listChanges: { params: planOf },
  watchPlanChanges: { params: planOf },
  getChange: { params: change },
  decideChange: { params: change, body: decision },
  recordChangeResolution: {
    params: change,
    body: () => ({ outcome: 'agreed', resolution: REASON, resolvedOn: DAY }),
  },
  withdrawChange: { params: change, body: () => ({ reason: REASON }) },
  getRevocation: { params: planOf },
  openRevocation: {
    params: planOf,
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
