import type { TransitionTable } from '@daegaejo/platform/rules';

export const ASSIGNMENT_STATES = ['active', 'excluded', 'challenged', 'recused'] as const;
/** One evaluator for one plan: active, or out by 제척 (excluded), 기피 (challenged) or 회피 (recused). */
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number];

export const ASSIGNMENT_ACTIONS = ['exclude', 'challenge', 'recuse'] as const;
/** The three ways out of an assignment: 제척, 기피, 회피 (convention). */
export type AssignmentAction = (typeof ASSIGNMENT_ACTIONS)[number];

/**
 * Exits of an assignment are final: who left a plan does not come back to it, a substitute gets an assignment of
 * their own (convention, after 산업기술혁신사업 공통 운영요령 제7조).
 */
export const ASSIGNMENT_TABLE: TransitionTable<AssignmentState, AssignmentAction> = {
  initial: 'active',
  finals: ['excluded', 'challenged', 'recused'],
  moves: {
    active: { exclude: 'excluded', challenge: 'challenged', recuse: 'recused' },
    excluded: {},
    challenged: {},
    recused: {},
  },
};
