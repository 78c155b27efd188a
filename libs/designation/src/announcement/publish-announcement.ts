import type { Actor } from '@daegaejo/identity/rules';
import type { Tx } from '@daegaejo/platform';
import { movePlan, planOf, repeatVersion } from '@daegaejo/plan';
import { moveRound, RoundEntity, roundOf } from '@daegaejo/round';
import { countingResolution } from '../committee/resolutions.js';
import { type AnnouncedPlan, AnnouncementEntity } from '../store/designation.entity.js';

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
  const due = await tx.manager
    .createQueryBuilder(AnnouncementEntity, 'announcement')
    .innerJoin(RoundEntity, 'round', 'round.id = announcement.roundId')
    .where("announcement.announcedAt <= :now AND round.state = 'deliberation'", { now: tx.now })
    .getMany();
  for (const announcement of due) {
    const round = await roundOf(tx, announcement.roundId);
    if (round.state !== 'deliberation') continue;
    const actor: Actor = { personId: announcement.announcedBy, grants: [] };
    await publishAnnouncement(
      tx.for({ personId: announcement.announcedBy, requestId: null }),
      actor,
      round,
      announcement,
    );
  }
}
