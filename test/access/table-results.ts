import { ALL, type Row } from './row.js';

/** Dashboards, open data, results conference. */
//                       public writer approver consultant evaluator chair secretariat officer reviewer committee auditor admin
export const RESULTS_TABLE: Readonly<Record<string, Row>> = {
  getFunnelDashboard: { own: 'AFFFFFYYFYYF', foreign: 'AHHHHHYYHHYF' },
  getBudgetDashboard: { own: 'AYYFFFYYFYYF', foreign: 'AHHHHHYYHHYF' },
  getAttainmentDashboard: { own: 'AYYFFFYYFYYF', foreign: 'AHHHHHYYHHYF' },
  getMapDashboard: { own: 'AYYFFFYYFYYF', foreign: 'AHHHHHYYHHYF' },
  getWaterfallDashboard: { own: 'AFFFFFYYFYYF', foreign: 'AHHHHHYYHHYF' },
  getDashboardImage: { own: 'AYYFFFYYFYYF', foreign: 'AHHHHHYYHHYF' },
  getNationalBudget: { own: 'AYYFFFYYFYYF' },
  getNationalBudgetImage: { own: 'AYYFFFYYFYYF' },
  // Open data are the same for everybody; a set that is not in the catalogue is for nobody.
  getOpenDataCatalogue: { own: ALL },
  getOpenData: { own: ALL },
  exportOpenData: { own: ALL },
  getOpenDataSchema: { own: ALL },
  exportOpenDataDictionary: { own: ALL },
  // A draft of a conference is known to those who make or check it, the published record to everybody.
  createConference: { own: 'AFFFFFYYFFFF' },
  listConferences: { own: ALL },
  getConference: { own: ALL, foreign: 'HHHHHHYYHHYH' },
  saveConference: { own: 'AFFFFFYYFFFF', foreign: 'AHHHHHYYHHFH' },
  publishConference: { own: 'AFFFFFFYFFFF', foreign: 'AHHHHHFYHHFH' },
  discardConference: { own: 'AFFFFFYYFFFF', foreign: 'AHHHHHYYHHFH' },
  correctConference: { own: 'AFFFFFYYFFFF', foreign: 'AHHHHHYYHHFH' },
};
