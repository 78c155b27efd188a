import { authorise, displayNamesOf, OrganisationEntity } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, assertVersion, contentHash, refused, type Tx } from '@daegaejo/platform';
import type { Instant } from '@daegaejo/platform/rules';
import { PanelMemberEntity } from '@daegaejo/evaluation';
import { lockPlansOf, PlanEntity } from '@daegaejo/plan';
import { lockRound, notNow, policyOf, readRound } from '@daegaejo/round';
import { assertDecided } from '../committee/decided.js';
import { countingResolutions } from '../committee/resolutions.js';
import { type AnnouncedOutcome, embargoFindings } from '../rules/index.js';
import { type AnnouncedFigure, type AnnouncedPlan, AnnouncementEntity } from '../store/designation.entity.js';
import type { ResolutionEntity } from '../store/meeting.entity.js';
import { publishAnnouncement } from './publish-announcement.js';
import { standingAnnouncement } from './published.js';

/**
 * An officer announces the preselection (예비선정 공표): the announcement is written down whole, once. Without `publishAt` it is
 * published in the same transaction; with it nobody outside the programme sees a bit before that moment, and from it on everybody
 * the same, because readers are let in by the time alone. 409 while anything is undecided or one is set.
 */
export async function announcePreselection(
  tx: Tx,
  actor: Actor,
  input: {
    roundId: string;
    title: string;
    figures: readonly AnnouncedFigure[];
    publishAt: Instant | null;
    expectedVersion: number | null;
  },
): Promise<AnnouncementEntity> {
  await readRound(tx.manager, actor, input.roundId);
  authorise(actor, 'announcePreselection', { roundId: input.roundId });
  await lockPlansOf(tx, input.roundId);
  const round = await lockRound(tx, actor, input.roundId);
  assertVersion(round, input.expectedVersion);
  if (round.state !== 'deliberation') throw notNow(round, 'publish');
  const earlier = await standingAnnouncement(tx.manager, round.id);
  if (earlier !== null)
    throw refused('announcement.set-already', ['withdraw-announcement'], { publishAt: earlier.announcedAt });
  assertNone(embargoFindings(input.publishAt, tx.now));
  const policy = await policyOf(tx.manager, round);
  await assertDecided(tx, round, policy);
  const resolutions = await countingResolutions(tx.manager, round.id);
  const plans: AnnouncedPlan[] = [];
  for (const resolution of [...resolutions].sort((a, b) => a.rank - b.rank))
    plans.push(await announced(tx, resolution));
  const evaluators = policy.disclosure.evaluatorNames ? await panelNames(tx, round.id) : [];
  const content = { title: input.title, plans, evaluators, figures: input.figures };
  const announcement: AnnouncementEntity = {
    ...content,
    id: tx.newId(),
    roundId: round.id,
    no: (await tx.manager.countBy(AnnouncementEntity, { roundId: round.id })) + 1, // one taken back keeps its number
    contentHash: contentHash(content),
    reason: null,
    changes: null,
    announcedBy: actor.personId,
    announcedAt: input.publishAt ?? tx.now,
  };
  await tx.manager.insert(AnnouncementEntity, announcement as never);
  if (announcement.announcedAt <= tx.now) await publishAnnouncement(tx, actor, round, announcement);
  else
    await tx.record({
      type: 'AnnouncementSealed',
      subject: { kind: 'round', id: round.id },
      roundId: round.id,
      contentHash: announcement.contentHash,
      data: { publishAt: announcement.announcedAt },
      audience: 'staff',
    });
  return announcement;
}

/** What the announcement says of one plan: its outcome and the figures it was decided on. */
async function announced({ manager }: Tx, resolution: ResolutionEntity): Promise<AnnouncedPlan> {
  const plan = await manager.findOneByOrFail(PlanEntity, { id: resolution.planId });
  const province = await manager.findOneByOrFail(OrganisationEntity, { id: plan.provinceId });
  return {
    planId: plan.id,
    provinceId: plan.provinceId,
    province: province.code,
    title: plan.filedTitle ?? '',
    outcome: resolution.outcome as AnnouncedOutcome, // nothing is deferred any more: it was asked for above
    reserveOrder: resolution.reserveOrder,
    finalScore: resolution.finalScore,
    rank: resolution.rank,
  };
}

/** Names of the panel, in an order that tells nothing of who scored what. */
async function panelNames(tx: Tx, roundId: string): Promise<string[]> {
  const members = await tx.manager.findBy(PanelMemberEntity, { roundId, state: 'pledged' });
  const names = await displayNamesOf(
    tx.manager,
    members.map((member) => member.personId),
  );
  return [...names.values()].sort();
}
