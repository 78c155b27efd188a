import type { PlanState } from '@daegaejo/plan/rules';
import { type CalendarStep, hasReached, type RoundState } from '@daegaejo/round/rules';
import type { Phase } from './opinion-state.js';

/** States of a plan in which a phase of consulting goes on, and the submission that ends it. */
export const PHASE: { readonly [P in Phase]: { readonly states: readonly PlanState[]; readonly step: CalendarStep } } =
  {
    pre: { states: ['in-pre-consulting', 'revising'], step: 'intake' },
    post: { states: ['preselected', 'in-post-consulting'], step: 'final-draft' },
  };

/** The phase a round's plans can be in: 사후 컨설팅 follows the announcement of the preselection. */
export const phaseIn = (state: RoundState): Phase => (hasReached(state, 'published') ? 'post' : 'pre');

const ADVISED: { readonly [S in PlanState]?: Phase } = {
  'in-pre-consulting': 'pre',
  revising: 'pre',
  'in-post-consulting': 'post',
};

/** The phase a plan takes opinions in; null in states that take none. */
export const phaseOf = (state: PlanState): Phase | null => ADVISED[state] ?? null;
