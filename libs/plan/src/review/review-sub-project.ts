import { authorise, organisationIds } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, assertVersion, contentHash, notFound, refused, type Tx } from '@daegaejo/platform';
import type { Finding } from '@daegaejo/platform/rules';
import { heldRound } from '@daegaejo/round';
import { planNotNow } from '../move-plan.js';
import { type DuplicateOf, type GivenReview, reviewedPart, reviewFindings } from '../rules/index.js';
import { lockPlan, newestVersion } from '../store/plans.js';
import { SubProjectReviewEntity } from '../store/review.entity.js';
import { knownSubProjects } from './known-sub-projects.query.js';
import { REVIEWABLE } from './review-standing.query.js';

/**
 * A reviewer gives his ministry's verdict on one of its sub-projects (부처 검토), on the newest version, until the evaluation
 * begins. Another verdict is a new row; the newest counts. 422 where a condition, a reason or the duplicate is missing.
 */
export async function reviewSubProject(
  tx: Tx,
  actor: Actor,
  input: GivenReview & { planId: string; key: string; expectedVersion: number | null },
): Promise<SubProjectReviewEntity> {
  const { key, verdict, text, duplicateOf } = input;
  const plan = await lockPlan(tx, actor, input.planId);
  const version = await newestVersion(tx.manager, plan);
  const project = version?.content.subProjects.find((one) => one.key === key);
  if (version === null || project === undefined) throw notFound();
  const ministryId = (await organisationIds(tx.manager, [project.ministry])).get(project.ministry) ?? '';
  authorise(actor, 'reviewSubProject', { roundId: plan.roundId, ministryIds: [ministryId] });
  const last = await tx.manager.maximum(SubProjectReviewEntity, 'no', { planId: plan.id, subProjectKey: key });
  const no = Number(last ?? 0);
  assertVersion({ id: plan.id, version: no }, input.expectedVersion);
  const round = await heldRound(tx, plan.roundId);
  if (round.state !== 'screening') throw refused('plan.round-closed', [], { state: round.state });
  if (!REVIEWABLE.includes(plan.state)) throw planNotNow(plan, 'review-sub-project');
  assertNone([
    ...reviewFindings({ verdict, text, duplicateOf }),
    ...(await duplicateFindings(tx, actor, { planId: plan.id, key }, duplicateOf ?? {})),
  ]);
  const review: SubProjectReviewEntity = {
    id: tx.newId(),
    planId: plan.id,
    versionNo: version.no,
    subProjectKey: key,
    ministryId,
    verdict,
    text,
    duplicateOf,
    contentHash: contentHash(reviewedPart(version.content, key)),
    no: no + 1,
    reviewedBy: actor.personId ?? '',
    reviewedAt: tx.now,
  };
  await tx.manager.insert(SubProjectReviewEntity, review as never);
  await tx.record({
    type: 'SubProjectReviewed',
    subject: { kind: 'plan', id: plan.id },
    roundId: plan.roundId,
    provinceId: plan.provinceId,
    reason: text,
    contentHash: review.contentHash,
    data: { subProjectKey: key, ministryId, verdict, no: review.no, versionNo: version.no },
  });
  return review;
}

/** The other sub-project must be one the reviewer can find; what he cannot find does not exist for him. */
async function duplicateFindings(
  { manager }: Tx,
  actor: Actor,
  own: { readonly planId: string; readonly key: string },
  { planId, subProjectKey }: DuplicateOf,
): Promise<Finding[]> {
  if (planId === undefined || subProjectKey === undefined) return [];
  if (planId === own.planId && subProjectKey === own.key)
    return [{ field: 'duplicateOf', code: 'plan.review.duplicate-self' }];
  const known = await knownSubProjects(manager, actor, [planId]);
  return known.some((one) => one.subProjectKey === subProjectKey)
    ? []
    : [{ field: 'duplicateOf', code: 'plan.review.duplicate-unknown' }];
}
