import type { TransitionTable } from '@daegaejo/platform/rules';

export const CHALLENGE_STATES = ['filed', 'put-to-members', 'upheld', 'rejected', 'dismissed'] as const;
/** 기피 신청: filed, put to the remaining members, upheld (인용), rejected (기각), dismissed without a vote (각하). */
export type ChallengeState = (typeof CHALLENGE_STATES)[number];

export const CHALLENGE_ACTIONS = ['put', 'dismiss', 'uphold', 'reject', 'lapse'] as const;
export type ChallengeAction = (typeof CHALLENGE_ACTIONS)[number];

/**
 * An applicant asks, the remaining members decide (산업기술혁신사업 공통 운영요령 제7조제4항, convention). Whoever is not on
 * that plan cannot be voted on: the secretariat dismisses it. What the members have in hand is theirs; it lapses only when
 * the challenged member leaves the plan in another way meanwhile.
 */
export const CHALLENGE_TABLE: TransitionTable<ChallengeState, ChallengeAction> = {
  initial: 'filed',
  finals: ['upheld', 'rejected', 'dismissed'],
  moves: {
    filed: { put: 'put-to-members', dismiss: 'dismissed' },
    'put-to-members': { uphold: 'upheld', reject: 'rejected', lapse: 'dismissed' },
    upheld: {},
    rejected: {},
    dismissed: {},
  },
};

/** Waiting for the secretariat or for votes. */
export const OPEN_CHALLENGES: readonly ChallengeState[] = ['filed', 'put-to-members'];

/** Votes for one side that settle a challenge: more than half of the remaining members (convention). */
export const votesNeeded = (remaining: number): number => Math.floor(remaining / 2) + 1;

/**
 * What the votes come to: a side with the majority wins; once everybody has voted without one (a tie), the challenge is
 * rejected, because the members have not upheld it (convention). null = still open.
 */
export function verdictOf(remaining: number, uphold: number, against: number): 'uphold' | 'reject' | null {
  const needed = votesNeeded(remaining);
  if (uphold >= needed) return 'uphold';
  if (against >= needed || uphold + against >= remaining) return 'reject';
  return null;
}
