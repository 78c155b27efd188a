import { authorise, OrganisationEntity } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { invalid, refused, type Tx } from '@daegaejo/platform';
import { lockRound, policyOf, RoundEntity } from '@daegaejo/round';
import { carryOver, EMPTY_CONTENT, isEmptySection, PLAN_SECTIONS, type PlanContent, sectionOf } from './rules/index.js';
import { PlanEntity } from './store/plan.entity.js';
import { addSection, draftOf } from './store/plan-sections.js';
import { newestVersion } from './store/plans.js';

/**
 * Opens the province's one plan of a round (계획 작성 시작), empty or carrying on a plan of its own of an earlier year. 409 where it
 * exists already or the round takes none; 422 for an earlier plan that is none, or somebody else's: the two look alike.
 */
export async function createPlan(
  tx: Tx,
  actor: Actor,
  input: { roundId: string; provinceId: string; title: string; startFrom: string | null },
): Promise<PlanEntity> {
  const round = await lockRound(tx, actor, input.roundId);
  authorise(actor, 'createPlan', { roundId: round.id, provinceId: input.provinceId });
  const province = await tx.manager.findOneBy(OrganisationEntity, { id: input.provinceId, kind: 'province' });
  if (province === null) throw invalid([{ field: 'provinceId', code: 'plan.province-unknown' }]);
  if (round.state !== 'announced' && round.state !== 'pre-intake')
    throw refused('plan.round-closed', [], { state: round.state });
  if (await tx.manager.existsBy(PlanEntity, { roundId: round.id, provinceId: province.id }))
    throw refused('plan.exists', ['saveDraft'], {});
  const beginning = input.startFrom === null ? EMPTY_CONTENT : await carriedOn(tx, round, province.id, input.startFrom);
  const plan: PlanEntity = {
    id: tx.newId(),
    roundId: round.id,
    provinceId: province.id,
    state: 'draft',
    draftTitle: input.title,
    startedFromId: input.startFrom,
    versionNo: 0,
    filedTitle: null,
    createdBy: actor.personId ?? '',
    createdAt: tx.now,
    updatedAt: tx.now,
    version: 1,
  };
  await tx.manager.insert(PlanEntity, plan);
  await beginDraft(tx, plan, { ...beginning, title: input.title });
  await tx.record({
    type: 'PlanCreated',
    subject: { kind: 'plan', id: plan.id },
    roundId: round.id,
    provinceId: province.id,
    to: 'draft',
    data: { startedFrom: plan.startedFromId },
    audience: 'province',
  });
  return plan;
}

/** What the earlier plan says, moved to the years of this round: as it was submitted last, or else as it was drafted. */
async function carriedOn(tx: Tx, round: RoundEntity, provinceId: string, id: string): Promise<PlanContent> {
  const earlier = await tx.manager.findOneBy(PlanEntity, { id, provinceId });
  const its = earlier && (await tx.manager.findOneByOrFail(RoundEntity, { id: earlier.roundId }));
  if (earlier === null || its === null || its.year >= round.year)
    throw invalid([{ field: 'startFrom', code: 'plan.start-from.unknown' }]);
  const content = (await newestVersion(tx.manager, earlier))?.content ?? (await draftOf(tx.manager, earlier));
  const [from, to] = [await policyOf(tx.manager, its), await policyOf(tx.manager, round)];
  return carryOver(content, from.fundingYears, to.fundingYears);
}

/** Sections nothing is known of stay unwritten. */
async function beginDraft(tx: Tx, plan: PlanEntity, content: PlanContent): Promise<void> {
  const written = PLAN_SECTIONS.filter((section) => !isEmptySection(sectionOf(content, section)));
  for (const section of written)
    await addSection(tx, {
      planId: plan.id,
      section,
      version: 1,
      content: JSON.stringify(sectionOf(content, section)),
      savedBy: plan.createdBy,
    });
}
