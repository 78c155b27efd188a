import type { TransitionTable } from '@daegaejo/platform/rules';

export const REQUEST_KINDS = ['supplement', 'yearly-report', 'sub-project-review', 'other'] as const;
/** 기한 요청: 보완요구, 연차보고, 세부사업 검토, 그 밖. */
export type RequestKind = (typeof REQUEST_KINDS)[number];

export const REQUEST_STATES = ['issued', 'answered', 'closed', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
export type RequestAction = 'answer' | 'accept' | 'reopen' | 'withdraw';

/** A dated request of the secretariat: answered by the organisation, accepted or reopened, or taken back (convention). */
export const REQUEST_TABLE: TransitionTable<RequestState, RequestAction> = {
  initial: 'issued',
  finals: ['closed', 'withdrawn'],
  moves: {
    issued: { answer: 'answered', withdraw: 'withdrawn' },
    answered: { accept: 'closed', reopen: 'issued' },
    closed: {},
    withdrawn: {},
  },
};
