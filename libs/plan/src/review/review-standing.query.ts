import { organisationIds } from '@daegaejo/identity';
import { contentHash } from '@daegaejo/platform';
import { type EntityManager, In, type SelectQueryBuilder } from 'typeorm';
import { type PlanState, reviewedPart, unreviewed } from '../rules/index.js';
import { PlanEntity, PlanVersionEntity } from '../store/plan.entity.js';
import { SubProjectReviewEntity } from '../store/review.entity.js';

/** States of a plan in which its sub-projects are reviewed: it was filed, and the evaluation has not begun. */
export const REVIEWABLE: readonly PlanState[] = ['submitted', 'supplement', 'screened'];

/** Sub-projects of one plan that wait for the verdict of their ministry. */
export interface ReviewStanding {
  readonly planId: string;
  readonly waiting: readonly { readonly key: string; readonly ministryId: string }[];
}

/** The newest versions of plans of a round in one of `states`. */
export const newestVersionsIn = (
  manager: EntityManager,
  roundId: string,
  states: readonly PlanState[],
): SelectQueryBuilder<PlanVersionEntity> =>
  manager
    .createQueryBuilder(PlanVersionEntity, 'version')
    .innerJoin(PlanEntity, 'plan', 'plan.id = version.planId AND plan.versionNo = version.no')
    .where('plan.roundId = :roundId AND plan.state IN (:...states)', { roundId, states })
    .orderBy('plan.id');

/** How the reviews of these versions stand. */
export async function reviewStandings(
  manager: EntityManager,
  versions: readonly PlanVersionEntity[],
): Promise<ReviewStanding[]> {
  const reviews = await manager.find(SubProjectReviewEntity, {
    select: { id: true, planId: true, subProjectKey: true, contentHash: true, no: true },
    where: { planId: In(versions.map(({ planId }) => planId)) },
  });
  const codes = versions.flatMap(({ content }) => content.subProjects.map(({ ministry }) => ministry));
  const ministries = await organisationIds(manager, [...new Set(codes)]);
  return versions.map(({ planId, content }) => {
    const parts = content.subProjects.map(({ key, ministry }) => ({
      key,
      ministryId: ministries.get(ministry) ?? '',
      contentHash: contentHash(reviewedPart(content, key)),
    }));
    const own = reviews.filter((review) => review.planId === planId);
    return { planId, waiting: unreviewed(parts, own).map(({ key, ministryId }) => ({ key, ministryId })) };
  });
}
