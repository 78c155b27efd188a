import { type Actor, organisationsOf, PROVINCE_ROLES } from '@daegaejo/identity/rules';
import { notFound, type Page, pageById, type PageQuery, type Reading } from '@daegaejo/platform';
import { formatScore } from '@daegaejo/platform/rules';
import { policyOf, readRound, type RoundEntity } from '@daegaejo/round';
import type { RoundPolicy } from '@daegaejo/round/rules';
import { mayKnow } from '../committee/seats.js';
import type { AnnouncementView } from '../http/announcement.dto.js';
import { type Audience, audienceOf, noticeText } from '../rules/index.js';
import type { AnnouncedPlan, AnnouncementEntity } from '../store/designation.entity.js';
import type { AnnouncementWithdrawalEntity } from '../store/withdrawal.entity.js';
import { publishedAnnouncement, standingAnnouncement, visibleAnnouncements, withdrawalsOf } from './published.js';

/** What was announced, in its newest version, as this reader may know it; 404 before its moment, for everybody outside. */
export async function getAnnouncement(
  { manager, now }: Reading,
  actor: Actor,
  roundId: string,
): Promise<AnnouncementView> {
  const round = await readRound(manager, actor, roundId);
  const newest = mayKnow(actor, roundId)
    ? await standingAnnouncement(manager, roundId)
    : await publishedAnnouncement(manager, roundId, now);
  if (newest === null) throw notFound();
  return announcementView(actor, round, await policyOf(manager, round), newest, { now, withdrawal: null });
}

/** Every version of the announcement, each as it was made. */
export async function listAnnouncements(
  { manager, now }: Reading,
  actor: Actor,
  roundId: string,
  query: PageQuery,
): Promise<Page<AnnouncementView>> {
  const round = await readRound(manager, actor, roundId);
  const policy = await policyOf(manager, round);
  const withdrawals = await withdrawalsOf(manager, roundId);
  return pageById(visibleAnnouncements(manager, actor, roundId, now), 'announcement', query, (row) =>
    announcementView(actor, round, policy, row, { now, withdrawal: withdrawals.get(row.id) ?? null }),
  );
}

/** The same of a version that was just made or taken back. */
export async function announcementViewFor(
  { manager, now }: Reading,
  actor: Actor,
  row: AnnouncementEntity,
): Promise<AnnouncementView> {
  const round = await readRound(manager, actor, row.roundId);
  const withdrawal = (await withdrawalsOf(manager, row.roundId)).get(row.id) ?? null;
  return announcementView(actor, round, await policyOf(manager, round), row, { now, withdrawal });
}

/** One serializer for all audiences: the selected regions for everybody, one's own result for a province, totals as far as the policy discloses them. */
function announcementView(
  actor: Actor,
  round: RoundEntity,
  { disclosure, objection }: RoundPolicy,
  row: AnnouncementEntity,
  { now, withdrawal }: { now: string; withdrawal: AnnouncementWithdrawalEntity | null },
): AnnouncementView {
  const provinces = organisationsOf(actor, PROVINCE_ROLES, row.roundId);
  const own = row.plans.find((plan) => provinces.includes(plan.provinceId));
  const overseen = mayKnow(actor, row.roundId);
  return {
    roundId: row.roundId,
    no: row.no,
    title: row.title,
    announcedAt: row.announcedAt,
    published: withdrawal === null && row.announcedAt <= now,
    withdrawal:
      withdrawal === null
        ? null
        : {
            ministryId: withdrawal.ministryId,
            reason: withdrawal.reason,
            withdrawnAt: withdrawal.withdrawnAt,
          },
    contentHash: row.contentHash,
    reason: row.reason,
    // Of regions that were never selected the public learns nothing, in no version.
    changes: (row.changes ?? [])
      .filter(
        ({ planId, from, to }) => overseen || planId === own?.planId || from === 'preselect' || to === 'preselect',
      )
      .map(({ province, from, to }) => ({ province, from, to })),
    notice: noticeText(audienceFor(actor, overseen, own, provinces), {
      reserveOrder: own?.reserveOrder ?? null,
      objectionDeadline: round.objectionDeadline,
      objectionDays: objection.days,
    }),
    regions: row.plans
      .filter((plan) => plan.outcome === 'preselect')
      .map((plan) => ({
        province: plan.province,
        title: plan.title,
        total: disclosure.publicTotals ? formatScore(plan.finalScore) : null,
      })),
    figures: row.figures.map((figure) => ({ ...figure })),
    evaluators: [...row.evaluators],
    own:
      own === undefined
        ? null
        : {
            planId: own.planId,
            outcome: own.outcome,
            reserveOrder: own.reserveOrder ?? null,
            total: disclosure.ownTotal ? formatScore(own.finalScore) : null,
            rank: disclosure.ownTotal ? own.rank : null,
          },
  };
}

function audienceFor(
  actor: Actor,
  overseen: boolean,
  own: AnnouncedPlan | undefined,
  provinces: readonly string[],
): Audience {
  if (own !== undefined) return audienceOf(own.outcome);
  if (provinces.length > 0) return 'other';
  if (overseen) return 'staff';
  return actor.grants.some(({ role }) => role === 'evaluator') ? 'evaluator' : 'public';
}
