import { organisationsById } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { RoundEntity } from '@daegaejo/round';
import { type EntityManager, In } from 'typeorm';
import { newestReviews, type ReviewVerdict, type SubProject } from '../rules/index.js';
import { findablePlans } from '../store/findable-plans.js';
import { PlanVersionEntity } from '../store/plan.entity.js';
import { SubProjectReviewEntity } from '../store/review.entity.js';

/** What is told of a sub-project to whoever looks for duplicates. */
export interface KnownSubProject {
  readonly planId: string;
  readonly subProjectKey: string;
  readonly name: string;
  readonly kind: SubProject['kind'];
  /** Code of the owner ministry. */
  readonly ministry: string;
  /** Of the round it was proposed in. */
  readonly year: number;
  /** Code of the 시·도. */
  readonly province: string;
  readonly places: readonly string[];
  readonly verdict: ReviewVerdict | null;
}

/** Sub-projects of the newest versions of these plans, as far as the reader may find them; of all others nothing is known. */
export async function knownSubProjects(
  manager: EntityManager,
  actor: Actor,
  planIds: readonly string[],
): Promise<KnownSubProject[]> {
  if (planIds.length === 0) return [];
  const wanted = In([...new Set(planIds)]);
  const plans = await findablePlans(manager, actor).andWhere({ id: wanted }).getMany();
  if (plans.length === 0) return [];
  const versions = await manager.find(PlanVersionEntity, {
    where: plans.map(({ id, versionNo }) => ({ planId: id, no: versionNo })),
  });
  const rounds = await manager.find(RoundEntity, {
    select: { id: true, year: true },
    where: { id: In(plans.map(({ roundId }) => roundId)) },
  });
  const provinces = await organisationsById(
    manager,
    plans.map(({ provinceId }) => provinceId),
  );
  const reviews = await manager.find(SubProjectReviewEntity, { where: { planId: wanted } });
  return plans.flatMap(({ id, roundId, provinceId }) => {
    const content = versions.find(({ planId }) => planId === id)?.content;
    const newest = newestReviews(reviews.filter(({ planId }) => planId === id));
    return (content?.subProjects ?? []).map(({ key, name, kind, ministry, siteKeys }) => ({
      planId: id,
      subProjectKey: key,
      name,
      kind,
      ministry,
      year: rounds.find((round) => round.id === roundId)?.year ?? 0,
      province: provinces.get(provinceId)?.code ?? '',
      places: (content?.sites ?? []).filter((site) => siteKeys.includes(site.key)).map((site) => site.name),
      verdict: newest.get(key)?.verdict ?? null,
    }));
  });
}
