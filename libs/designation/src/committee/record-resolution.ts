import type { Tx } from '@daegaejo/platform';
import { ResolutionEntity } from '../store/meeting.entity.js';

type Decided = Omit<ResolutionEntity, 'id' | 'no' | 'resolvedAt'>;

/** Writes a decision down as the plan's next, with its history. The caller holds the plan, checked the votes and keeps the quota. */
export async function recordResolution(
  tx: Tx,
  decided: Decided,
  { contentHash }: { readonly contentHash: string | null },
): Promise<ResolutionEntity> {
  const no = (await tx.manager.countBy(ResolutionEntity, { planId: decided.planId })) + 1;
  const resolution: ResolutionEntity = { ...decided, id: tx.newId(), no, resolvedAt: tx.now };
  await tx.manager.insert(ResolutionEntity, resolution as never);
  await tx.record({
    type: 'PlanResolved',
    subject: { kind: 'resolution', id: resolution.id },
    roundId: resolution.roundId,
    to: resolution.outcome,
    reason: resolution.reason,
    contentHash,
    data: {
      planId: resolution.planId,
      meetingId: resolution.meetingId,
      no,
      rank: resolution.rank,
      deviates: resolution.deviates,
      reserveOrder: resolution.reserveOrder,
      for: resolution.votesFor,
      against: resolution.votesAgainst,
      abstain: resolution.votesAbstain,
    },
  });
  return resolution;
}
