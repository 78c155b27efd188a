import { type Actor, roundsOf, STAFF_ROLES } from '@daegaejo/identity/rules';
import type { EntityManager } from 'typeorm';
import { CommitteeMemberEntity } from '../store/committee.entity.js';

/** Who may know that there are meetings, and what they decided before the announcement. */
export function mayKnow(actor: Actor, roundId: string): boolean {
  const rounds = roundsOf(actor, [...STAFF_ROLES, 'committee', 'auditor']);
  return rounds === 'all' || rounds.includes(roundId);
}

/** Members of a round's committee in the order they were registered, also those who sit no more. */
export async function seatsOf(manager: EntityManager, roundId: string): Promise<CommitteeMemberEntity[]> {
  return manager.find(CommitteeMemberEntity, { where: { roundId }, order: { registeredAt: 'ASC', id: 'ASC' } });
}
