import { Problem, type Tx } from '@daegaejo/platform';
import { RoundQuotaEntity } from '../store/meeting.entity.js';

/** The round's counter of places, made with the policy's quota when it is first asked for. The caller holds the round. */
export async function quotaOf(tx: Tx, roundId: string, quota: number): Promise<RoundQuotaEntity> {
  const known = await tx.manager.findOneBy(RoundQuotaEntity, { id: roundId });
  if (known !== null) return known;
  const made = { id: roundId, quota, used: 0 };
  await tx.manager.insert(RoundQuotaEntity, made);
  return made;
}

/** Takes a place by one conditional update, so that no two decisions, however close, overshoot the quota; 409 when all are taken. */
export async function takePlace(tx: Tx, roundId: string, quota: number, allowed: readonly string[]): Promise<void> {
  if (!(await move(tx, roundId, '"used" + 1', '"used" < "quota"'))) throw quotaFull(quota, allowed);
}

/** Gives a place back: a region that was preselected is so no more. */
export async function freePlace(tx: Tx, roundId: string): Promise<void> {
  await move(tx, roundId, '"used" - 1', '"used" > 0');
}

/** 409: every place is taken. */
export const quotaFull = (quota: number, allowed: readonly string[]): Problem =>
  new Problem(409, 'resolution.quota-full', { quota }, { allowed });

async function move(tx: Tx, roundId: string, used: string, condition: string): Promise<boolean> {
  const moved = await tx.manager
    .createQueryBuilder()
    .update(RoundQuotaEntity)
    .set({ used: () => used })
    .where(`"id" = :roundId AND ${condition}`, { roundId })
    .execute();
  return moved.affected === 1;
}
