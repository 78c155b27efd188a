import { XLSX_TYPE } from '@daegaejo/platform';
import { type Asked, REASON, round } from './asked.js';

/** 회차 and its policy. */
export const ROUND_REQUESTS: Readonly<Record<string, Asked>> = {
  getRound: { params: round },
  listRoundPolicies: { params: round },
  createRound: {
    body: (world) => ({ year: 2023, title: '거절될 회차', policy: { ...world.policy, owners: ['NOBODY'] } }),
  },
  reviseRoundPolicy: { params: round, body: (world) => ({ policy: world.policy, reason: REASON }) },
  approveRound: { params: round, body: () => ({ purpose: 'policy' }) },
  advanceRound: { params: round, body: () => ({ action: 'open-pre-intake' }) },
  extendDeadline: {
    params: round,
    body: () => ({ step: 'scoring', deadline: '2000-01-01T00:00:00.000Z', reason: REASON }),
  },
  copyPolicy: { params: round },
  getEffectiveWeights: { params: round },
  exportRubric: { params: round },
  // Begins like an archive, and then is none: refused by its content.
  readRubric: { type: XLSX_TYPE, body: () => Buffer.from('PK\u0003\u0004 and nothing that could be unpacked') },
};
