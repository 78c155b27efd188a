import type { TransitionTable } from '@daegaejo/platform/rules';

export const OPINION_STATES = ['issued', 'answered', 'reopened', 'accepted', 'closed'] as const;
export type OpinionState = (typeof OPINION_STATES)[number];
export type OpinionAction = 'answer' | 'accept' | 'reopen' | 'close';

/** 컨설팅 의견: issued by the consultant, answered by the province, accepted or reopened, closed. */
export const OPINION_TABLE: TransitionTable<OpinionState, OpinionAction> = {
  initial: 'issued',
  finals: ['closed'],
  moves: {
    issued: { answer: 'answered', close: 'closed' },
    answered: { accept: 'accepted', reopen: 'reopened', close: 'closed' },
    reopened: { answer: 'answered', close: 'closed' },
    accepted: { close: 'closed' },
    closed: {},
  },
};

export const ANSWERS = ['adopted', 'partly-adopted', 'not-adopted'] as const;
/** 반영, 일부반영, 미반영. */
export type Answer = (typeof ANSWERS)[number];

export const PHASES = ['pre', 'post'] as const;
/** 사전, 사후 컨설팅. */
export type Phase = (typeof PHASES)[number];

export const SEVERITIES = ['must', 'should', 'note'] as const;
/** How much weighs on an opinion: 필수, 권고, 참고. */
export type Severity = (typeof SEVERITIES)[number];

export const MEETING_KINDS = ['visit', 'meeting', 'online'] as const;
/** 현장 방문, 회의, 화상 회의. */
export type MeetingKind = (typeof MEETING_KINDS)[number];

/** Opinions that wait for the province's answer. */
export const isWaiting = (state: OpinionState): boolean => state === 'issued' || state === 'reopened';

/** 일부반영 and 미반영 need a reason; it must say something (convention: at least 10 characters). */
export function answerNeedsReason(answer: Answer, reason: string | null): boolean {
  return answer !== 'adopted' && (reason ?? '').trim().length < 10;
}
