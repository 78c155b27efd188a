import { type Actor, roundsOf, STAFF_ROLES } from '@daegaejo/identity/rules';
import { lockRow, notFound, type Tx } from '@daegaejo/platform';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { ConferenceEntity } from './conference.entity.js';

/** Everybody reads what was published; drafts are for those who make or check them. */
export function visibleConferences(
  actor: Actor,
  select: SelectQueryBuilder<ConferenceEntity>,
): SelectQueryBuilder<ConferenceEntity> {
  const inside = roundsOf(actor, [...STAFF_ROLES, 'auditor']).length > 0;
  return inside ? select : select.andWhere("conference.state = 'published'");
}

/** The record, if this reader may see it; else 404. */
export async function readConference(manager: EntityManager, actor: Actor, id: string): Promise<ConferenceEntity> {
  const select = manager.createQueryBuilder(ConferenceEntity, 'conference').where('conference.id = :id', { id });
  const row = await visibleConferences(actor, select).getOne();
  if (row === null) throw notFound();
  return row;
}

/** The record for a write, locked until the transaction ends. */
export async function lockConference(tx: Tx, actor: Actor, id: string): Promise<ConferenceEntity> {
  await lockRow(tx, 'results_conference', id);
  return readConference(tx.manager, actor, id);
}

/** The version that stands: the newest published one of a series; null where none is. */
export async function standingVersion(manager: EntityManager, seriesId: string): Promise<ConferenceEntity | null> {
  const [newest] = await manager.find(ConferenceEntity, {
    where: { seriesId, state: 'published' },
    order: { no: 'DESC' },
    take: 1,
  });
  return newest ?? null;
}
