import type { Access } from './access.js';
import { DECISION_READERS, OUTCOME_READERS, STAFF } from './readers.js';

/** Dashboards, open data, the results conference. */
export const RESULTS_ACCESS = {
  getFunnelDashboard: DECISION_READERS,
  getBudgetDashboard: OUTCOME_READERS,
  getAttainmentDashboard: OUTCOME_READERS,
  getMapDashboard: OUTCOME_READERS,
  getWaterfallDashboard: DECISION_READERS,
  getDashboardImage: OUTCOME_READERS,
  getNationalBudget: OUTCOME_READERS,
  getNationalBudgetImage: OUTCOME_READERS,
  getPublicFunnel: 'public',
  getPublicMap: 'public',
  getPublicWaterfall: 'public',
  getPublicDashboardImage: 'public',
  getOpenDataCatalogue: 'public',
  getOpenData: 'public',
  exportOpenData: 'public',
  getOpenDataSchema: 'public',
  exportOpenDataDictionary: 'public',
  createConference: STAFF,
  listConferences: 'public',
  getConference: 'public',
  saveConference: STAFF,
  publishConference: { 'ministry-officer': 'any' },
  discardConference: STAFF,
  correctConference: STAFF,
} as const satisfies Record<string, Access>;
