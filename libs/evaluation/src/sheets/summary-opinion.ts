import { authorise } from '@daegaejo/identity';
import { type Actor, organisationsOf, PROVINCE_ROLES } from '@daegaejo/identity/rules';
import { contentHash, notFound, type Reading, refused, type Tx } from '@daegaejo/platform';
import { PlanEntity, planOf, readPlan } from '@daegaejo/plan';
import { notNow, policyOf, readRound, roundOf } from '@daegaejo/round';
import { hasReached } from '@daegaejo/round/rules';
import type { EntityManager } from 'typeorm';
import { assertNoConflict } from '../panel/conflicts.js';
import type { SummaryOpinionView } from '../http/opinion.dto.js';
import { EvaluatorAssignmentEntity } from '../store/evaluation.entity.js';
import { chairsOf } from '../store/evaluations.js';
import { newestOpinion } from '../store/scoring.js';
import { SummaryOpinionEntity } from '../store/scoring.entity.js';

/**
 * The chair writes the panel's opinion on a plan (종합의견), from the lock until the announcement; every change is a new version.
 * Not on a plan he stepped aside from, or was set aside on.
 */
export async function writeSummaryOpinion(
  tx: Tx,
  actor: Actor,
  input: { planId: string; text: string },
): Promise<SummaryOpinionEntity> {
  const seen = await readPanelPlan(tx.manager, actor, input.planId);
  authorise(actor, 'writeSummaryOpinion', {
    roundId: seen.roundId,
    people: await chairsOf(tx.manager, seen.roundId),
  });
  const plan = await planOf(tx, seen.id);
  const round = await roundOf(tx, plan.roundId);
  if (!['scores-locked', 'deliberation'].includes(round.state)) throw notNow(round, 'write-summary-opinion');
  await assertMayJudge(tx, plan, actor.personId ?? '');
  await assertNoConflict(tx, await policyOf(tx.manager, round), plan, actor.personId ?? '');
  const opinion: SummaryOpinionEntity = {
    id: tx.newId(),
    roundId: round.id,
    planId: plan.id,
    no: 1 + ((await newestOpinion(tx.manager, plan.id))?.no ?? 0),
    text: input.text,
    writtenBy: actor.personId ?? '',
    writtenAt: tx.now,
  };
  await tx.manager.insert(SummaryOpinionEntity, opinion);
  await tx.record({
    type: 'SummaryOpinionWritten',
    subject: { kind: 'plan', id: plan.id },
    roundId: round.id,
    provinceId: plan.provinceId,
    contentHash: contentHash({ text: input.text }),
    data: { no: opinion.no },
  });
  return opinion;
}

/** The newest opinion: from the lock for those who run, check and decide; for the province after the announcement, by policy. */
export async function getSummaryOpinion(
  { manager }: Reading,
  actor: Actor,
  planId: string,
): Promise<SummaryOpinionEntity> {
  const plan = await readPanelPlan(manager, actor, planId);
  authorise(actor, 'getSummaryOpinion', { ...plan, people: await chairsOf(manager, plan.roundId) });
  const round = await readRound(manager, actor, plan.roundId);
  const opinion = await newestOpinion(manager, planId);
  if (opinion === null) throw notFound();
  if (readsAsProvince(actor, plan)) {
    const { disclosure } = await policyOf(manager, round);
    if (!hasReached(round.state, 'published') || disclosure.summaryOpinion === false) throw notFound();
  }
  return opinion;
}

/** Who wrote it is not told: the opinion is the panel's. */
export const summaryOpinionView = ({ planId, no, text, writtenAt }: SummaryOpinionEntity): SummaryOpinionView => ({
  planId,
  no,
  text,
  writtenAt,
});

/** Does the reader see it through the plan's province, and not by any part in the round? */
const readsAsProvince = (actor: Actor, plan: PlanEntity): boolean =>
  organisationsOf(actor, PROVINCE_ROLES).includes(plan.provinceId);

/** The plan, for whoever sees it, and for the chair of its panel, who scores not every plan himself; else 404. */
async function readPanelPlan(manager: EntityManager, actor: Actor, planId: string): Promise<PlanEntity> {
  const plan = await manager.findOneBy(PlanEntity, { id: planId });
  if (plan === null || actor.personId === null) throw notFound();
  const chairs = await chairsOf(manager, plan.roundId);
  return chairs.includes(actor.personId) ? plan : readPlan(manager, actor, planId);
}

async function assertMayJudge(tx: Tx, plan: PlanEntity, personId: string): Promise<void> {
  const own = await tx.manager.findBy(EvaluatorAssignmentEntity, { planId: plan.id, personId });
  if (own.some(({ state }) => state !== 'active')) throw refused('evaluation.opinion-set-aside', []);
}
