import type { Actor } from '@daegaejo/identity/rules';
import type { Tx } from '@daegaejo/platform';
import { lockPlansOf, movePlan, planOf, repeatVersion } from '@daegaejo/plan';
import { moveRound, type RoundEntity, roundOf } from '@daegaejo/round';
import { countingResolution } from '../committee/resolutions.js';
import type { AnnouncedPlan, AnnouncementEntity } from '../store/designation.entity.js';
import { dueAnnouncements, standingAnnouncement } from './published.js';

/**
 * Carries out what an announcement says: every plan takes its outcome and the round is published, as of the announcement's own
 * moment. Done once: the round is in deliberation before and no more after.
 */
export async function publishAnnouncement(
  tx: Tx,
  actor: Actor,
  round: RoundEntity,
  announcement: AnnouncementEntity,
): Promise<void> {
  for (const plan of announcement.plans) await settle(tx, actor, round, plan);
  await moveRound(tx, round, 'publish', {
    change: { publishedAt: announcement.announcedAt },
    contentHash: announcement.contentHash,
  });
}

/** Gives a plan its outcome. One that is preselected is written down as it was announced: what comes later is told apart from it. */
async function settle(tx: Tx, actor: Actor, round: RoundEntity, { planId, outcome }: AnnouncedPlan): Promise<void> {
  if (outcome === 're-evaluation' || outcome === 'cancelled') return; // said by later versions only
  const plan = await planOf(tx, planId);
  const resolution = await countingResolution(tx.manager, planId);
  const version = outcome === 'preselect' ? await repeatVersion(tx, actor, round, plan, 'preselected') : null;
  await movePlan(tx, plan, outcome, {
    type: 'PreselectionAnnounced',
    reason: resolution?.reason ?? null,
    ...(version === null ? {} : { change: { versionNo: version.no }, contentHash: version.contentHash }),
    audience: outcome === 'preselect' ? 'public' : 'province',
  });
}

/** Publishes every announcement whose moment has come. A round that was cancelled or published meanwhile is left alone. */
export async function publishDue(tx: Tx): Promise<void> {
  for (const { id, roundId } of await dueAnnouncements(tx.manager, tx.now)) {
    await lockPlansOf(tx, roundId);
    const round = await roundOf(tx, roundId);
    const announcement = await standingAnnouncement(tx.manager, roundId);
    if (round.state !== 'deliberation' || announcement?.id !== id) continue;
    const actor: Actor = { personId: announcement.announcedBy, grants: [] };
    await publishAnnouncement(
      tx.for({ personId: announcement.announcedBy, requestId: null }),
      actor,
      round,
      announcement,
    );
  }
}
