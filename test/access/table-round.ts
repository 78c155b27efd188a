import { ALL, DRAFT_READ, type Row } from './row.js';

/** 회차. */
//                       public writer approver consultant evaluator chair secretariat officer reviewer committee auditor admin
export const ROUND_TABLE: Readonly<Record<string, Row>> = {
  listRounds: { own: ALL },
  getRound: { own: ALL, foreign: DRAFT_READ },
  listRoundPolicies: { own: ALL, foreign: DRAFT_READ },
  createRound: { own: 'AFFFFFFYFFFF' },
  reviseRoundPolicy: { own: 'AFFFFFFYFFFF', foreign: 'AHHHHHFYHHFF' },
  approveRound: { own: 'AFFFFFFYFFFF', foreign: 'AHHHHHF-HHFF' },
  advanceRound: { own: 'AFFFFFYYFFFF', foreign: 'AHHHHHYYHHFF' },
  extendDeadline: { own: 'AFFFFFFYFFFF', foreign: 'AHHHHHFYHHFF' },
  listRubricTemplates: { own: ALL },
  copyPolicy: { own: 'AFFFFFYYFFFF', foreign: 'AHHHHHYYHHFF' },
  getEffectiveWeights: { own: ALL, foreign: DRAFT_READ },
  exportRubric: { own: ALL, foreign: DRAFT_READ },
  getRubricForm: { own: ALL },
  readRubric: { own: 'AFFFFFYYFFFF' },
};
