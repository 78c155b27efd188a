import type { TransitionTable } from '@daegaejo/platform/rules';

export const SHEET_STATES = ['open', 'saved', 'submitted', 'returned', 'locked', 'void'] as const;
/** 평가표: open, saved (draft), submitted, returned (by the chair), locked (with the panel), void. */
export type SheetState = (typeof SHEET_STATES)[number];

export const SHEET_ACTIONS = ['save', 'submit', 'return', 'lock', 'void'] as const;
/** What may be done with a sheet (convention). */
export type SheetAction = (typeof SHEET_ACTIONS)[number];

export const RETURN_REASONS = ['arithmetic', 'omission'] as const;
/** The only grounds on which the chair may return a sheet: a slip in the arithmetic, or something left out. */
export type ReturnReason = (typeof RETURN_REASONS)[number];

/**
 * Life of one evaluator's sheet for one plan (convention). `locked` is not final: a recusal (회피) found afterwards
 * voids the sheet, and the plan is aggregated anew without it.
 */
export const SHEET_TABLE: TransitionTable<SheetState, SheetAction> = {
  initial: 'open',
  finals: ['void'],
  moves: {
    open: { save: 'saved', void: 'void' },
    saved: { save: 'saved', submit: 'submitted', void: 'void' },
    submitted: { return: 'returned', lock: 'locked', void: 'void' },
    returned: { save: 'saved', submit: 'submitted', void: 'void' },
    locked: { void: 'void' },
    void: {},
  },
};
