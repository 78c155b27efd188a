import type { Access } from './access.js';
import { PEOPLE_READERS } from './readers.js';

/** The programme itself: sign-in, people, organisations, history, jobs. */
export const PROGRAMME_ACCESS = {
  getHome: 'public',
  getLiveness: 'public',
  getReadiness: 'public',
  getOpenApi: 'public',
  listDemoAccounts: 'public',
  getRehearsalClock: 'public',
  setRehearsalClock: { admin: 'any' },

  login: 'public',
  logout: 'signed-in',
  getSession: 'signed-in',
  rotateSession: 'signed-in',
  changePassword: 'signed-in',
  listOrganisations: 'public',
  getOrganisation: 'public',
  listPeople: PEOPLE_READERS,
  getPerson: PEOPLE_READERS,
  createPerson: { admin: 'any' },
  grantRole: { admin: 'any' },
  revokeRole: { admin: 'any' },
  disablePerson: { admin: 'any' },

  listHistory: 'signed-in',

  listJobKinds: { admin: 'any' },
  listJobs: { admin: 'any' },
  getJob: { admin: 'any' },
  retryJob: { admin: 'any' },
  getMetrics: { admin: 'any' },
  getQueueBoard: { admin: 'any' },
} as const satisfies Record<string, Access>;
