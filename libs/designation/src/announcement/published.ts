import type { Actor } from '@daegaejo/identity/rules';
import type { Instant } from '@daegaejo/platform/rules';
import { RoundEntity } from '@daegaejo/round';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { mayKnow } from '../committee/seats.js';
import { AnnouncementEntity } from '../store/designation.entity.js';

/** Versions whose moment has come, and whose round was not cancelled before it: by time alone, no job has to run. */
function published(manager: EntityManager, roundId: string, now: Instant): SelectQueryBuilder<AnnouncementEntity> {
  return manager
    .createQueryBuilder(AnnouncementEntity, 'announcement')
    .innerJoin(RoundEntity, 'round', 'round.id = announcement.roundId')
    .where('announcement.roundId = :roundId AND announcement.announcedAt <= :now', { roundId, now })
    .andWhere("(round.state <> 'cancelled' OR round.publishedAt IS NOT NULL)");
}

/** The one scope of announcements: whoever knows the resolutions every version, also before its moment; everybody else what is published. */
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
