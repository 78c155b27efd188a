import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { refused, type Tx } from '@daegaejo/platform';
import { lockRound, notNow, policyOf, readRound, signingMinistry } from '@daegaejo/round';
import { isWithdrawable } from '../rules/index.js';
import type { AnnouncementEntity } from '../store/designation.entity.js';
import { AnnouncementWithdrawalEntity } from '../store/withdrawal.entity.js';
import { standingAnnouncement } from './published.js';

/**
 * An officer of an owner ministry takes a sealed announcement back before its moment, with the reason (봉인 공고 철회). It takes one
 * ministry's word, as sealing does. The announcement is kept; nobody outside ever reads it, and another can be made. 409 where none
 * is sealed, where its moment has come or is too near, and where it is not the one that was read.
 */
export async function withdrawAnnouncement(
  tx: Tx,
  actor: Actor,
  input: { roundId: string; contentHash: string; reason: string },
): Promise<AnnouncementEntity> {
  await readRound(tx.manager, actor, input.roundId);
  authorise(actor, 'withdrawAnnouncement', { roundId: input.roundId });
  const round = await lockRound(tx, actor, input.roundId);
  const ministryId = await signingMinistry(tx.manager, actor, await policyOf(tx.manager, round), round.id);
  if (round.state !== 'deliberation') throw notNow(round, 'withdraw-announcement');
  const announcement = await standingAnnouncement(tx.manager, round.id);
  if (announcement === null) throw refused('announcement.none-sealed', ['publish']);
  const publishAt = announcement.announcedAt;
  if (!isWithdrawable(publishAt, tx.now))
    throw refused('announcement.past-withdrawal', publishAt <= tx.now ? ['revise-announcement'] : [], {
      publishAt,
      now: tx.now,
    });
  if (announcement.contentHash !== input.contentHash)
    throw refused('announcement.other-content', ['withdraw-announcement']);
  const withdrawal: AnnouncementWithdrawalEntity = {
    id: tx.newId(),
    roundId: round.id,
    announcementId: announcement.id,
    contentHash: announcement.contentHash,
    ministryId,
    personId: actor.personId ?? '',
    reason: input.reason,
    withdrawnAt: tx.now,
  };
  await tx.manager.insert(AnnouncementWithdrawalEntity, withdrawal);
  await tx.record({
    type: 'AnnouncementWithdrawn',
    subject: { kind: 'round', id: round.id },
    roundId: round.id,
    reason: input.reason,
    contentHash: announcement.contentHash,
    data: { no: announcement.no, publishAt, ministryId },
    audience: 'staff',
  });
  return announcement;
}
