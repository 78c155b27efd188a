import type { Access } from './access.js';
import { STAFF } from './readers.js';

/** 회차: the call and its policy. */
export const ROUND_ACCESS = {
  listRounds: 'public',
  getRound: 'public',
  listRoundPolicies: 'public',
  createRound: { 'ministry-officer': 'any' },
  reviseRoundPolicy: { 'ministry-officer': 'any' },
  approveRound: { 'ministry-officer': 'any' },
  advanceRound: STAFF,
  extendDeadline: { 'ministry-officer': 'any' },
  listRubricTemplates: 'public',
  copyPolicy: STAFF,
  getEffectiveWeights: 'public',
  exportRubric: 'public',
  getRubricForm: 'public',
  readRubric: STAFF,
} as const satisfies Record<string, Access>;
