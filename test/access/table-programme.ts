import { ALL, type Row } from './row.js';

/** The programme itself: sign-in, people, history, jobs. */
//                       public writer approver consultant evaluator chair secretariat officer reviewer committee auditor admin
export const PROGRAMME_TABLE: Readonly<Record<string, Row>> = {
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

  listHistory: { own: 'AYYYYYYYYYYY' },

  listJobKinds: { own: 'AFFFFFFFFFFY' },
  listJobs: { own: 'AFFFFFFFFFFY' },
  getJob: { own: 'AFFFFFFFFFFY', missing: 'AFFFFFFFFFFH' },
  retryJob: { own: 'AFFFFFFFFFFY', missing: 'AFFFFFFFFFFH' },
  getMetrics: { own: 'AFFFFFFFFFFY' },
};
