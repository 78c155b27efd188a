import type { EntityManager } from 'typeorm';
import { ResolutionEntity } from '../store/meeting.entity.js';

/** The decision on each plan of a round that counts: the newest. */
export async function countingResolutions(manager: EntityManager, roundId: string): Promise<ResolutionEntity[]> {
  const rows = await manager.find(ResolutionEntity, { where: { roundId }, order: { no: 'ASC' } });
  return [...new Map(rows.map((row) => [row.planId, row])).values()];
}

/** The decision on a plan that counts; null before the first. */
export async function countingResolution(manager: EntityManager, planId: string): Promise<ResolutionEntity | null> {
  return manager.findOne(ResolutionEntity, { where: { planId }, order: { no: 'DESC' } });
}

/** Places on the reserve list given in a round, with the rank of the plan they were given to. */
export async function reservesOf(
  manager: EntityManager,
  roundId: string,
): Promise<{ planId: string; order: number; rank: number }[]> {
  const rows = await manager.find(ResolutionEntity, { where: { roundId, outcome: 'reserve' }, order: { no: 'ASC' } });
  return rows.flatMap(({ planId, reserveOrder, rank }) =>
    reserveOrder === null ? [] : [{ planId, order: reserveOrder, rank }],
  );
}
