import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { notFound, type Reading } from '@daegaejo/platform';
import { formatScore } from '@daegaejo/platform/rules';
import { newestOpinion, planFigures } from '@daegaejo/evaluation';
import { readPlan } from '@daegaejo/plan';
import { policyOf, readRound } from '@daegaejo/round';
import type { PlanResultView } from './http/plan-result.dto.js';
import { AnnouncementEntity, ResolutionEntity } from './store/designation.entity.js';

/**
 * What an applicant is told of its own plan after the announcement, as far as the policy discloses it: never a mark or a comment
 * of one evaluator. Before the announcement there is nothing, for anybody.
 */
export async function getPlanResult({ manager }: Reading, actor: Actor, planId: string): Promise<PlanResultView> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'getPlanResult', plan);
  const { roundId } = plan;
  const [announcement] = await manager.find(AnnouncementEntity, { where: { roundId }, order: { no: 'DESC' }, take: 1 });
  const announced = announcement?.plans.find((other) => other.planId === planId);
  if (announcement === undefined || announced === undefined) throw notFound();
  const { disclosure } = await policyOf(manager, await readRound(manager, actor, roundId));
  const resolution = await manager.findOneByOrFail(ResolutionEntity, { planId });
  const figures = disclosure.ownTotal ? await planFigures(manager, roundId, resolution.aggregateNo, planId) : null;
  const opinion = disclosure.summaryOpinion === false ? null : await newestOpinion(manager, planId);
  return {
    planId,
    outcome: announced.outcome,
    announcedAt: announcement.announcedAt,
    total: disclosure.ownTotal ? formatScore(announced.finalScore) : null,
    rank: disclosure.ownTotal ? announced.rank : null,
    base: figures === null ? null : formatScore(figures.base),
    bonus: figures === null ? null : formatScore(figures.bonus),
    deduction: figures === null ? null : formatScore(figures.deduction),
    criteria:
      figures?.criteria.map(({ mean, ...criterion }) => ({
        ...criterion,
        mean: mean === null ? null : formatScore(mean),
      })) ?? null,
    evaluators: disclosure.evaluatorNames ? [...announcement.evaluators] : null,
    summaryOpinion: opinion?.text ?? null,
  };
}
