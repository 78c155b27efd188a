import { type EntityManager, In } from 'typeorm';
import { RevocationReviewEntity } from '../../agreement/store/revocation.entity.js';
import { type Judgement, type StandingDecision, standingDecision } from '../rules/index.js';
import { ExecutionReviewEntity } from './execution.entity.js';

/** What was judged of a plan, the judgement that holds, and when a review of the designation was opened because of a stop. */
export interface JudgedPlan {
  readonly judgements: readonly Judgement[];
  readonly standing: StandingDecision | null;
  /** When the newest review on the grounds of a stop was opened; null = none was. */
  readonly reviewedAt: string | null;
}

/** Does a stop wait for a review of the designation to be opened? */
export const isReviewOpen = ({ standing, reviewedAt }: JudgedPlan): boolean =>
  standing?.decision === 'stop' && (reviewedAt === null || reviewedAt < standing.since);

/** The judgements of these plans. A plan nobody judged is in it as well. */
export async function judgementsOf(
  manager: EntityManager,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, JudgedPlan>> {
  const ids = [...planIds];
  const judgements = await manager.find(ExecutionReviewEntity, {
    where: { planId: In(ids) },
    select: { id: true, planId: true, year: true, no: true, decision: true, recordedAt: true },
  });
  const reviews = await manager.find(RevocationReviewEntity, {
    where: { planId: In(ids), grounds: 'stopped' },
    select: { id: true, planId: true, state: true, openedAt: true },
    order: { openedAt: 'ASC' },
  });
  return new Map(
    ids.map((planId): [string, JudgedPlan] => {
      const own = judgements.filter((judgement) => judgement.planId === planId);
      const opened = reviews.filter((review) => review.planId === planId);
      const keptAt = opened.findLast(({ state }) => state === 'kept')?.openedAt ?? null;
      return [
        planId,
        { judgements: own, standing: standingDecision(own, keptAt), reviewedAt: opened.at(-1)?.openedAt ?? null },
      ];
    }),
  );
}
