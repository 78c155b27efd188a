import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { notFound, type Reading } from '@daegaejo/platform';
import { formatScore } from '@daegaejo/platform/rules';
import { newestOpinion, type PlanFigures, planFigures } from '@daegaejo/evaluation';
import { readPlan } from '@daegaejo/plan';
import { policyOf, readRound } from '@daegaejo/round';
import type { EntityManager } from 'typeorm';
import type { PlanResultView } from '../http/plan-result.dto.js';
import type { AnnouncementEntity } from '../store/designation.entity.js';
import { decidedBy } from './decided-by.query.js';
import { publishedAnnouncement } from './published.js';

/**
 * What an applicant is told of its own plan after the announcement, as far as the policy discloses it: never a mark or a comment
 * of one evaluator. Before the announcement there is nothing, for anybody.
 */
export async function getPlanResult({ manager, now }: Reading, actor: Actor, planId: string): Promise<PlanResultView> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'getPlanResult', plan);
  const { roundId } = plan;
  const announcement = await publishedAnnouncement(manager, roundId, now);
  const announced = announcement?.plans.find((other) => other.planId === planId);
  if (announcement === null || announced === undefined) throw notFound();
  const { disclosure } = await policyOf(manager, await readRound(manager, actor, roundId));
  const figures = disclosure.ownTotal ? await figuresOf(manager, announcement, planId) : null;
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
      figures?.criteria?.map(({ mean, ...criterion }) => ({
        ...criterion,
        mean: mean === null ? null : formatScore(mean),
      })) ?? null,
    evaluators: disclosure.evaluatorNames ? [...announcement.evaluators] : null,
    summaryOpinion: opinion?.text ?? null,
  };
}

/** The figures the decision that counts was made on: of the panel, or of the new panel, whose single means are not told. */
async function figuresOf(
  manager: EntityManager,
  announcement: AnnouncementEntity,
  planId: string,
): Promise<(Omit<PlanFigures, 'criteria'> & Partial<Pick<PlanFigures, 'criteria'>>) | null> {
  const { resolution, anew } = await decidedBy(manager, announcement, planId);
  if (anew !== null) return anew.result;
  return resolution === null ? null : planFigures(manager, announcement.roundId, resolution.aggregateNo, planId);
}
