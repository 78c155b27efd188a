import { ALL, NOBODY_KNOWS, type Row } from './row.js';

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
  // What the public has of an announced round; of one that was not announced nobody has it there.
  getPublicFunnel: { own: ALL, foreign: NOBODY_KNOWS },
  getPublicMap: { own: ALL, foreign: NOBODY_KNOWS },
  getPublicWaterfall: { own: ALL, foreign: NOBODY_KNOWS },
  getPublicDashboardImage: { own: ALL, foreign: NOBODY_KNOWS },
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
