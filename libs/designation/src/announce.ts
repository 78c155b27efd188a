import { authorise, displayNamesOf, OrganisationEntity } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertVersion, contentHash, Problem, type Tx } from '@daegaejo/platform';
import type { Finding } from '@daegaejo/platform/rules';
import { PanelMemberEntity } from '@daegaejo/evaluation';
import { movePlan, planOf, plansIn, repeatVersion } from '@daegaejo/plan';
import { lockRound, moveRound, notNow, policyOf, type RoundEntity } from '@daegaejo/round';
import {
  type AnnouncedFigure,
  type AnnouncedPlan,
  AnnouncementEntity,
  MeetingEntity,
  ResolutionEntity,
} from './store/designation.entity.js';

/**
 * An officer announces the preselection (예비선정 공표): in one transaction every plan takes the outcome the committee resolved,
 * the announcement is written down whole, and the round is published. Before it nobody outside sees a bit, after it everybody the same.
 */
export async function announcePreselection(
  tx: Tx,
  actor: Actor,
  input: { roundId: string; title: string; figures: readonly AnnouncedFigure[]; expectedVersion: number | null },
): Promise<AnnouncementEntity> {
  const round = await lockRound(tx, actor, input.roundId);
  authorise(actor, 'announcePreselection', { roundId: round.id });
  assertVersion(round, input.expectedVersion);
  if (round.state !== 'deliberation') throw notNow(round, 'publish');
  const resolutions = await tx.manager.findBy(ResolutionEntity, { roundId: round.id });
  await assertAllResolved(tx, round, resolutions);
  const announced: AnnouncedPlan[] = [];
  for (const resolution of [...resolutions].sort((a, b) => a.rank - b.rank))
    announced.push(await settle(tx, actor, round, resolution));
  const evaluators = (await policyOf(tx.manager, round)).disclosure.evaluatorNames
    ? await panelNames(tx, round.id)
    : [];
  const content = { title: input.title, plans: announced, evaluators, figures: input.figures };
  const announcement: AnnouncementEntity = {
    ...content,
    id: tx.newId(),
    roundId: round.id,
    no: 1,
    contentHash: contentHash(content),
    announcedAt: tx.now,
  };
  await tx.manager.insert(AnnouncementEntity, announcement as never);
  await moveRound(tx, round, 'publish', { change: { publishedAt: tx.now }, contentHash: announcement.contentHash });
  return announcement;
}

async function assertAllResolved(tx: Tx, round: RoundEntity, resolutions: readonly ResolutionEntity[]): Promise<void> {
  const scored = await plansIn(tx.manager, round.id, ['scored']);
  const open = scored.filter((plan) => !resolutions.some((resolution) => resolution.planId === plan.id)).length;
  const meetings = await tx.manager.countBy(MeetingEntity, { roundId: round.id, state: 'open' });
  const findings: Finding[] = [
    ...(open > 0 ? [{ field: 'plans', code: 'designation.unresolved', params: { count: open } }] : []),
    ...(meetings > 0 ? [{ field: 'meetings', code: 'designation.meeting-open' }] : []),
  ];
  if (findings.length > 0) throw new Problem(409, 'round.step-held', { action: 'publish' }, { findings, allowed: [] });
}

/** Gives a plan its outcome. One that is preselected is written down as it was announced: what comes later is told apart from it. */
async function settle(tx: Tx, actor: Actor, round: RoundEntity, resolution: ResolutionEntity): Promise<AnnouncedPlan> {
  const plan = await planOf(tx, resolution.planId);
  const version =
    resolution.outcome === 'preselect' ? await repeatVersion(tx, actor, round, plan, 'preselected') : null;
  await movePlan(tx, plan, resolution.outcome, {
    type: 'PreselectionAnnounced',
    reason: resolution.reason,
    ...(version === null ? {} : { change: { versionNo: version.no }, contentHash: version.contentHash }),
    audience: resolution.outcome === 'preselect' ? 'public' : 'province',
  });
  const province = await tx.manager.findOneByOrFail(OrganisationEntity, { id: plan.provinceId });
  return {
    planId: plan.id,
    provinceId: plan.provinceId,
    province: province.code,
    title: plan.filedTitle ?? '',
    outcome: resolution.outcome,
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
