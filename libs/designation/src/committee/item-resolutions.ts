import type { EntityManager } from 'typeorm';
import { ItemResolutionEntity } from '../store/item-resolution.entity.js';

/** What a meeting decided on items of its agenda as such, in their order. */
export async function decidedItems(manager: EntityManager, meetingId: string): Promise<ItemResolutionEntity[]> {
  return manager.find(ItemResolutionEntity, { where: { meetingId }, order: { itemNo: 'ASC' } });
}

/** The votes on an item; null where nothing was voted on. */
export const votesOf = ({
  votesFor,
  votesAgainst,
  votesAbstain,
}: Pick<ItemResolutionEntity, 'votesFor' | 'votesAgainst' | 'votesAbstain'>) =>
  votesFor === null ? null : { for: votesFor, against: votesAgainst ?? 0, abstain: votesAbstain ?? 0 };
