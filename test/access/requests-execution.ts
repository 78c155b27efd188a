import { type Asked, PANEL_2020, plan, published, REASON, record, round } from './asked.js';

const TEXT = '권한표 검사 (가상)';

/** The years of execution: none of these plans is so far, so that nothing changes. */
export const EXECUTION_REQUESTS: Readonly<Record<string, Asked>> = {
  setFunding: { params: plan, body: () => ({ total: '1', lines: [] }) },
  getFunding: {
    cast: { ...PANEL_2020, 'province-writer': 'daegu-writer', 'province-approver': 'daegu-approver' },
    params: record('planId', 'daegu2020', 'gwangju2020'),
  },
  submitYearlyReport: { params: plan, body: () => ({ year: 2020, summary: REASON, results: [], spent: '0' }) },
  listYearlyReports: { params: plan },
  getOutcome: { params: published },
  checkYearlyReport: { params: plan, body: () => ({ year: 2020, reportNo: 1, verdict: 'accepted' }) },
  reviewExecution: {
    params: plan,
    body: () => ({
      year: 2020,
      light: 'green',
      decision: 'continue',
      comment: TEXT,
      panel: [TEXT],
      heldOn: '2021-03-01',
    }),
  },
  fileCorrectivePlan: { params: plan, body: () => ({ year: 2020, text: TEXT, measures: [] }) },
  decideCorrectivePlan: { params: plan, body: () => ({ year: 2020, verdict: 'accepted' }) },
  evaluateFinally: { params: plan, body: () => ({ light: 'green', verdict: 'achieved', comment: TEXT }) },
  getPlanExecution: { params: plan },
  getPlausibility: { params: plan },
  getRoundExecution: { params: round },
  getAttainment: { params: round },
};
