import type { TransitionTable } from '@daegaejo/platform/rules';

export const PANEL_MEMBER_STATES = ['invited', 'accepted', 'pledged', 'declined', 'dismissed'] as const;
/** 평가위원 위촉: invited, accepted, pledged (보안·청렴서약 signed), declined, dismissed (해촉). */
export type PanelMemberState = (typeof PANEL_MEMBER_STATES)[number];

export const PANEL_MEMBER_ACTIONS = ['accept', 'decline', 'pledge', 'dismiss'] as const;
/** What may be done with an appointment (convention). */
export type PanelMemberAction = (typeof PANEL_MEMBER_ACTIONS)[number];

/** Appointment of an evaluator; documents open only to `pledged` members (convention, cf. 평가위원 서약서). */
export const PANEL_MEMBER_TABLE: TransitionTable<PanelMemberState, PanelMemberAction> = {
  initial: 'invited',
  finals: ['declined', 'dismissed'],
  moves: {
    invited: { accept: 'accepted', decline: 'declined', dismiss: 'dismissed' },
    accepted: { pledge: 'pledged', dismiss: 'dismissed' },
    pledged: { dismiss: 'dismissed' },
    declined: {},
    dismissed: {},
  },
};
