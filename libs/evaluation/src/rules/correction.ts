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

/** Why somebody may not decide a correction: his own proposal, his own sheet, or the side that proposed it. */
export type CannotDecide = 'same-person' | 'own-sheet' | 'other-side';

/**
 * Two people, of two sides (convention): what the chair proposed is decided by the secretariat or a ministry officer, what
 * the secretariat proposed by the chair. Nobody decides what he proposed himself, whatever else he is, nor on his own sheet.
 */
export function cannotDecide(
  correction: { readonly proposedBy: string; readonly evaluator: string },
  chairs: readonly string[],
  decider: { readonly personId: string | null; readonly staff: boolean },
): CannotDecide | null {
  const { proposedBy, evaluator } = correction;
  if (decider.personId === proposedBy) return 'same-person';
  if (decider.personId === evaluator) return 'own-sheet';
  const isChair = chairs.some((chair) => chair === decider.personId);
  return (chairs.includes(proposedBy) ? decider.staff : isChair) ? null : 'other-side';
}
