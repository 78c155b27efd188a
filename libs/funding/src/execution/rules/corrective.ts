import type { TransitionTable } from '@daegaejo/platform/rules';

export const CORRECTIVE_STATES = ['asked', 'filed', 'returned', 'accepted'] as const;
export type CorrectiveState = (typeof CORRECTIVE_STATES)[number];
export type CorrectiveAction = 'file' | 'return' | 'accept';

/** 만회대책: asked for by a review, filed by the province, accepted or returned by the secretariat. */
export const CORRECTIVE_TABLE: TransitionTable<CorrectiveState, CorrectiveAction> = {
  initial: 'asked',
  finals: ['accepted'],
  moves: {
    asked: { file: 'filed' },
    filed: { file: 'filed', return: 'returned', accept: 'accepted' },
    returned: { file: 'filed' },
    accepted: {},
  },
};
