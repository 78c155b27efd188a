import { type Asked, pick, REASON, record } from './asked.js';

const person: Asked['body'] = (world) => ({
  role: 'admin',
  organisationId: world.ids['kicox'],
});

/** Clock, sign-in, people and jobs. */
export const PROGRAMME_REQUESTS: Readonly<Record<string, Asked>> = {
  setRehearsalClock: { body: () => ({ now: '2000-01-01T00:00:00.000Z' }) },
  login: { body: () => ({ username: 'lh-secretary', password: 'daegaejo-demo-2020' }) },
  changePassword: { body: () => ({ currentPassword: 'wrong', newPassword: 'another long password' }) },
  getOrganisation: { params: record('organisationId', 'kicox') },
  getPerson: { params: record('personId', 'person') },
  createPerson: {
    body: () => ({
      username: 'admin',
      displayName: '겹침',
      email: 'x@example.invalid',
      password: 'a-long-first-password',
    }),
  },
  grantRole: { params: record('personId', 'admin'), body: person },
  revokeRole: {
    params: (world, _reader, axis) => ({
      personId: pick(world, axis, 'admin', 'admin'),
      grantId: pick(world, axis, 'adminGrant', 'adminGrant'),
    }),
  },
  disablePerson: { params: record('personId', 'leaver'), body: () => ({ reason: REASON }) },

  getJob: { params: record('jobId', 'job') },
  retryJob: { params: record('jobId', 'job') },
};
