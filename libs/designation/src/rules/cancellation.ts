import type { Day, Finding } from '@daegaejo/platform/rules';
import type { CancellationBasis } from '@daegaejo/round/rules';
import type { ItemDecision } from './item.js';
import { isOnAgenda } from './meeting.js';

/** The vote of a meeting a cancellation refers to. */
export interface CancellingItem {
  readonly planId: string | null;
  readonly decision: ItemDecision;
  /** Day of the meeting, and day the decision was recorded. */
  readonly heldOn: Day;
  readonly resolvedOn: Day;
}

/** A meeting that was held, as far as a cancellation looks at it. */
export interface HeldMeeting {
  readonly id: string;
  readonly heldOn: Day;
  readonly agenda: readonly { readonly planId: string | null }[] | null;
}

/** The meeting a cancellation rests on where no vote is named: one of that day with the region on its agenda; null = none. */
export const cancellingMeeting = (
  planId: string,
  decidedOn: Day,
  meetings: readonly HeldMeeting[],
): HeldMeeting | null =>
  meetings.find(({ heldOn, agenda }) => heldOn === decidedOn && isOnAgenda(agenda, planId)) ?? null;

/**
 * What is missing behind the cancellation of a selection (선정 취소; convention): the vote it names carried it, on this very region,
 * on that day; where none is named, the policy does without one and a meeting of that day had the region on its agenda.
 */
export function cancellationFindings(subject: {
  readonly planId: string;
  readonly decidedOn: Day;
  readonly basis: CancellationBasis | undefined;
  /** null = no vote is named. */
  readonly item: CancellingItem | null;
  readonly meetings: readonly HeldMeeting[];
}): Finding[] {
  const { planId, decidedOn, basis, item, meetings } = subject;
  if (item === null) {
    if (basis === 'item') return [{ field: 'itemResolutionId', code: 'committee.cancellation.item-required' }];
    if (cancellingMeeting(planId, decidedOn, meetings) !== null) return [];
    return [{ field: 'decidedOn', code: 'committee.cancellation.no-meeting', params: { decidedOn } }];
  }
  const findings: Finding[] = [];
  if (item.planId !== planId) findings.push({ field: 'itemResolutionId', code: 'committee.cancellation.other-plan' });
  if (item.decision !== 'approve' && item.decision !== 'amend')
    findings.push({ field: 'itemResolutionId', code: 'committee.cancellation.not-carried' });
  if (decidedOn < item.heldOn || item.resolvedOn < decidedOn) {
    const params = { from: item.heldOn, to: item.resolvedOn };
    findings.push({ field: 'decidedOn', code: 'committee.cancellation.other-day', params });
  }
  return findings;
}
