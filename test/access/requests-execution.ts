import { type Asked, plan } from './requests.js';

// Looked up when it is asked for, since both files import each other.
const planOf: Asked['params'] = (world, reader, axis) => plan?.(world, reader, axis) ?? {};
const roundOf: Asked['params'] = ({ ids, missing }, _reader, axis) => ({
  roundId: axis === 'missing' ? missing() : String(axis === 'own' ? ids['round2021'] : ids['draft']),
});
const TEXT = '권한표 검사 (가상)';

/** The years of execution: none of these plans is so far, so that nothing changes. */
export const EXECUTION_REQUESTS: Readonly<Record<string, Asked>> = {
  checkYearlyReport: { params: planOf, body: () => ({ year: 2020, reportNo: 1, verdict: 'accepted' }) },
  reviewExecution: {
    params: planOf,
    body: () => ({
      year: 2020,
      light: 'green',
      decision: 'continue',
      comment: TEXT,
      panel: [TEXT],
      heldOn: '2021-03-01',
    }),
  },
  fileCorrectivePlan: { params: planOf, body: () => ({ year: 2020, text: TEXT, measures: [] }) },
  decideCorrectivePlan: { params: planOf, body: () => ({ year: 2020, verdict: 'accepted' }) },
  evaluateFinally: { params: planOf, body: () => ({ light: 'green', verdict: 'achieved', comment: TEXT }) },
  getPlanExecution: { params: planOf },
  getPlausibility: { params: planOf },
  getRoundExecution: { params: roundOf },
  getAttainment: { params: roundOf },
};
