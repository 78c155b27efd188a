import type { TransitionTable } from '@daegaejo/platform/rules';

export const CORRECTION_STATES = ['proposed', 'approved', 'rejected', 'withdrawn'] as const;
/** 정정: proposed by one person, approved or rejected by another, or taken back by the first. */
export type CorrectionState = (typeof CORRECTION_STATES)[number];

export const CORRECTION_ACTIONS = ['approve', 'reject', 'withdraw'] as const;
export type CorrectionAction = (typeof CORRECTION_ACTIONS)[number];

/** A locked sheet changes only by a correction of two people (convention); what was decided stays decided. */
export const CORRECTION_TABLE: TransitionTable<CorrectionState, CorrectionAction> = {
  initial: 'proposed',
  finals: ['approved', 'rejected', 'withdrawn'],
  moves: {
    proposed: { approve: 'approved', reject: 'rejected', withdraw: 'withdrawn' },
    approved: {},
    rejected: {},
    withdrawn: {},
  },
};
