import type { PlanEntity } from '@daegaejo/plan';
import { assertNone, invalid, type Tx } from '@daegaejo/platform';
import { seoulDay } from '@daegaejo/platform/rules';
import { policyOf, type RoundEntity } from '@daegaejo/round';
import { In } from 'typeorm';
import { cancellationFindings, cancellingMeeting, type HeldMeeting } from '../rules/index.js';
import { ItemResolutionEntity } from '../store/item-resolution.entity.js';
import { MeetingEntity } from '../store/meeting.entity.js';

/** The decision of the committee behind a cancellation: its meeting, and its vote where one is named. 422 where there is none. */
export async function cancellationBasis(
  tx: Tx,
  round: RoundEntity,
  plan: PlanEntity,
  { decidedOn, itemResolutionId }: { decidedOn: string; itemResolutionId: string | null },
): Promise<{ meetingId: string | null; itemResolutionId: string | null }> {
  const { cancellation: basis } = (await policyOf(tx.manager, round)).deliberation;
  const meetings = await heldMeetings(tx, round.id);
  const resolution = itemResolutionId === null ? null : await resolutionOf(tx, round.id, itemResolutionId);
  const item =
    resolution === null
      ? null
      : {
          planId: resolution.planId,
          decision: resolution.decision,
          heldOn: meetings.find(({ id }) => id === resolution.meetingId)?.heldOn ?? '',
          resolvedOn: seoulDay(resolution.resolvedAt),
        };
  assertNone(cancellationFindings({ planId: plan.id, decidedOn, basis, item, meetings }));
  return {
    meetingId: resolution?.meetingId ?? cancellingMeeting(plan.id, decidedOn, meetings)?.id ?? null,
    itemResolutionId,
  };
}

async function heldMeetings({ manager }: Tx, roundId: string): Promise<HeldMeeting[]> {
  const meetings = await manager.find(MeetingEntity, {
    where: { roundId, state: In(['open', 'closed']) },
    order: { heldAt: 'DESC', id: 'ASC' },
  });
  return meetings.map(({ id, heldAt, agenda }) => ({ id, heldOn: seoulDay(heldAt), agenda }));
}

async function resolutionOf({ manager }: Tx, roundId: string, id: string): Promise<ItemResolutionEntity> {
  const resolution = await manager.findOneBy(ItemResolutionEntity, { id, roundId });
  if (resolution === null) throw invalid([{ field: 'itemResolutionId', code: 'committee.cancellation.unknown' }]);
  return resolution;
}
