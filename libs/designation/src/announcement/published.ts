import type { Actor } from '@daegaejo/identity/rules';
import type { Instant } from '@daegaejo/platform/rules';
import { RoundEntity } from '@daegaejo/round';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { mayKnow } from '../committee/seats.js';
import { AnnouncementEntity } from '../store/designation.entity.js';
import { AnnouncementWithdrawalEntity } from '../store/withdrawal.entity.js';

/** Condition on `announcement`: nobody took it back before its moment. */
const standing = (select: SelectQueryBuilder<AnnouncementEntity>): SelectQueryBuilder<AnnouncementEntity> =>
  select.andWhere(
    `NOT EXISTS ${select
      .subQuery()
      .select('1')
      .from(AnnouncementWithdrawalEntity, 'withdrawal')
      .where('withdrawal.announcementId = announcement.id')
      .getQuery()}`,
  );

/** The newest version of a round's announcement that was not taken back, published or sealed; null where there is none. */
export const standingAnnouncement = (manager: EntityManager, roundId: string): Promise<AnnouncementEntity | null> =>
  standing(
    manager
      .createQueryBuilder(AnnouncementEntity, 'announcement')
      .where('announcement.roundId = :roundId', { roundId }),
  )
    .orderBy('announcement.no', 'DESC')
    .limit(1)
    .getOne();

/** Announcements of rounds in deliberation whose moment has come. */
export const dueAnnouncements = (manager: EntityManager, now: Instant): Promise<AnnouncementEntity[]> =>
  standing(
    manager
      .createQueryBuilder(AnnouncementEntity, 'announcement')
      .innerJoin(RoundEntity, 'round', 'round.id = announcement.roundId')
      .where("announcement.announcedAt <= :now AND round.state = 'deliberation'", { now }),
  ).getMany();

/** Versions whose moment has come, and whose round was not cancelled before it: by time alone, no job has to run. */
function published(manager: EntityManager, roundId: string, now: Instant): SelectQueryBuilder<AnnouncementEntity> {
  const select = manager
    .createQueryBuilder(AnnouncementEntity, 'announcement')
    .innerJoin(RoundEntity, 'round', 'round.id = announcement.roundId')
    .where('announcement.roundId = :roundId AND announcement.announcedAt <= :now', { roundId, now })
    .andWhere("(round.state <> 'cancelled' OR round.publishedAt IS NOT NULL)");
  return standing(select);
}

/**
 * The one scope of announcements: whoever knows the resolutions every version, also before its moment and those taken back;
 * everybody else what is published.
 */
export function visibleAnnouncements(
  manager: EntityManager,
  actor: Actor,
  roundId: string,
  now: Instant,
): SelectQueryBuilder<AnnouncementEntity> {
  return mayKnow(actor, roundId)
    ? manager
        .createQueryBuilder(AnnouncementEntity, 'announcement')
        .where('announcement.roundId = :roundId', { roundId })
    : published(manager, roundId, now);
}

/** The newest version everybody may read; null before the first one's moment. */
export const publishedAnnouncement = (
  manager: EntityManager,
  roundId: string,
  now: Instant,
): Promise<AnnouncementEntity | null> =>
  published(manager, roundId, now).orderBy('announcement.no', 'DESC').limit(1).getOne();

/** Of a round's announcements those that were taken back, by their id. */
export async function withdrawalsOf(
  manager: EntityManager,
  roundId: string,
): Promise<Map<string, AnnouncementWithdrawalEntity>> {
  const rows = await manager.findBy(AnnouncementWithdrawalEntity, { roundId });
  return new Map(rows.map((row) => [row.announcementId, row]));
}
