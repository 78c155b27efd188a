import type { TransitionTable } from '@daegaejo/platform/rules';

export const MEETING_STATES = ['convened', 'open', 'closed', 'cancelled'] as const;
/** 경강위 회의: convened (agenda sent), open (quorum counted), closed (minutes signed), cancelled. */
export type MeetingState = (typeof MEETING_STATES)[number];

export const MEETING_ACTIONS = ['open', 'close', 'cancel'] as const;
/** What may be done with a meeting (convention). */
export type MeetingAction = (typeof MEETING_ACTIONS)[number];

/** Is the plan an item of this meeting? Without an agenda of its own a meeting is about every plan that waits. */
export const isOnAgenda = (agenda: readonly { readonly planId: string | null }[] | null, planId: string): boolean =>
  agenda === null || agenda.some((item) => item.planId === planId);

/** A meeting once open is closed, never cancelled: what was resolved in it stays (convention). */
export const MEETING_TABLE: TransitionTable<MeetingState, MeetingAction> = {
  initial: 'convened',
  finals: ['closed', 'cancelled'],
  moves: {
    convened: { open: 'open', cancel: 'cancelled' },
    open: { close: 'closed' },
    closed: {},
    cancelled: {},
  },
};
