import type { Instant } from '@daegaejo/platform/rules';
import { isInTime } from './calendar.js';
import type { CalendarStep } from './policy.js';
import type { RoundAction, RoundState } from './round-state.js';

/** Steps that follow the end of a term, and the term. */
const AFTER: {
  readonly [S in RoundState]?: { readonly step: RoundAction; readonly term: CalendarStep | 'objection' };
} = {
  'pre-intake': { step: 'start-pre-consulting', term: 'pre-intake' },
  intake: { step: 'start-screening', term: 'intake' },
  'objection-window': { step: 'start-finalising', term: 'objection' },
};

/**
 * The step a round should have taken by its calendar, and the end of the term it waited for; null = it is where it
 * should be (convention). The other steps follow decisions, not days.
 */
export function overdueStep(
  round: { readonly state: RoundState; readonly objectionDeadline: Instant | null },
  deadlineOf: (step: CalendarStep) => Instant,
  now: Instant,
): { readonly step: RoundAction; readonly since: Instant } | null {
  const next = AFTER[round.state];
  if (next === undefined) return null;
  const since = next.term === 'objection' ? round.objectionDeadline : deadlineOf(next.term);
  return since === null || isInTime(now, since) ? null : { step: next.step, since };
}
