import { authorise, organisationIds, organisationsById } from '@daegaejo/identity';
import { type Actor, organisationsOf, roundsOf, STAFF_ROLES } from '@daegaejo/identity/rules';
import { contentHash, type Page, pageOf, type PageQuery, readCursor, type Reading } from '@daegaejo/platform';
import { RoundEntity } from '@daegaejo/round';
import { hasReached } from '@daegaejo/round/rules';
import { type EntityManager, IsNull } from 'typeorm';
import type { SubProjectReviewView } from '../http/review.dto.js';
import { isOwn } from '../plans.query.js';
import type { ReadingGates } from '../reading-gates.js';
import { newestReviews, type PlanContent, reviewedPart, type SubProject } from '../rules/index.js';
import { type PlanEntity, PlanReaderEntity } from '../store/plan.entity.js';
import { newestVersion, readPlan } from '../store/plans.js';
import { SubProjectReviewEntity } from '../store/review.entity.js';
import { type KnownSubProject, knownSubProjects } from './known-sub-projects.query.js';

/**
 * The newest verdict on each sub-project of the newest version, as far as it is this reader's: staff and auditors see all with
 * who gave them; a ministry its own; evaluators of the plan and the committee all without names; the province what was said of
 * its plan once the preselection is announced (convention), and nothing before.
 */
export async function listSubProjectReviews(
  reading: Reading,
  actor: Actor,
  gates: ReadingGates,
  planId: string,
  query: PageQuery,
): Promise<Page<SubProjectReviewView>> {
  const { manager } = reading;
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'listSubProjectReviews', plan);
  await gates.assertOpen(reading, actor, plan);
  const limit = query.limit ?? 50;
  const after = Number(readCursor(query.cursor, 1)?.[0] ?? -1);
  const content = (await newestVersion(manager, plan))?.content;
  const sees = await whatHeSees(manager, actor, plan);
  const ministries = await organisationIds(manager, [...new Set(content?.subProjects.map((one) => one.ministry))]);
  const rows = (content?.subProjects ?? [])
    .map((project, at) => ({ project, at, ministryId: ministries.get(project.ministry) ?? '' }))
    .filter(({ at, ministryId }) => at > after && sees(ministryId) !== 'nothing')
    .slice(0, limit + 1);
  const reviews = newestReviews(await manager.findBy(SubProjectReviewEntity, { planId: plan.id }));
  const named = rows.map(({ project }) => reviews.get(project.key)?.duplicateOf?.planId).filter(isNamed);
  const show = await reviewShower(manager, content, await knownSubProjects(manager, actor, named), ministries);
  return pageOf(
    rows,
    limit,
    ({ at }) => [String(at)],
    ({ project, ministryId }) =>
      show(project, reviews.get(project.key) ?? null, { withPeople: sees(ministryId) === 'with people' }),
  );
}

/** One verdict to whoever gave it. */
export async function reviewViewFor(
  { manager }: Pick<Reading, 'manager'>,
  actor: Actor,
  review: SubProjectReviewEntity,
): Promise<SubProjectReviewView> {
  const content = (await newestVersion(manager, await readPlan(manager, actor, review.planId)))?.content;
  const project = content?.subProjects.find(({ key }) => key === review.subProjectKey);
  if (content === undefined || project === undefined) throw new RangeError(`no sub-project ${review.subProjectKey}`);
  const known = await knownSubProjects(manager, actor, [review.duplicateOf?.planId].filter(isNamed));
  const show = await reviewShower(manager, content, known, new Map([[project.ministry, review.ministryId]]));
  return show(project, review, { withPeople: true });
}

const isNamed = (id: string | undefined): id is string => id !== undefined;

type Seen = 'nothing' | 'verdicts' | 'with people';

/** What of the reviews by a ministry is for this reader. */
async function whatHeSees(
  manager: EntityManager,
  actor: Actor,
  plan: PlanEntity,
): Promise<(ministryId: string) => Seen> {
  const staffed = roundsOf(actor, [...STAFF_ROLES, 'auditor']);
  if (staffed === 'all' || staffed.includes(plan.roundId)) return () => 'with people';
  const ministries = organisationsOf(actor, ['ministry-reviewer'], plan.roundId);
  const rest: Seen = (await seesVerdicts(manager, actor, plan)) ? 'verdicts' : 'nothing';
  return (ministryId) => (ministries.includes(ministryId) ? 'with people' : rest);
}

async function seesVerdicts(manager: EntityManager, actor: Actor, plan: PlanEntity): Promise<boolean> {
  const { state } = await manager.findOneByOrFail(RoundEntity, { id: plan.roundId });
  if (isOwn(actor, plan)) return hasReached(state, 'published');
  const committee = roundsOf(actor, ['committee']);
  if ((committee === 'all' || committee.includes(plan.roundId)) && hasReached(state, 'deliberation')) return true;
  const personId = actor.personId ?? '';
  return manager.existsBy(PlanReaderEntity, { planId: plan.id, personId, capacity: 'evaluator', until: IsNull() });
}

/** Shows a sub-project with its verdict; `known`: what the reader may know of sub-projects named as duplicates. */
async function reviewShower(
  manager: EntityManager,
  content: PlanContent | undefined,
  known: readonly KnownSubProject[],
  ministries: ReadonlyMap<string, string>,
) {
  const organisations = await organisationsById(manager, [...ministries.values()]);
  return (
    { key, name, kind, ministry }: SubProject,
    review: SubProjectReviewEntity | null,
    { withPeople }: { readonly withPeople: boolean },
  ): SubProjectReviewView => ({
    subProjectKey: key,
    name,
    kind,
    ministry,
    ministryName: organisations.get(ministries.get(ministry) ?? '')?.shortName ?? '',
    verdict: review?.verdict ?? null,
    text: review?.text ?? null,
    duplicateOf: review === null ? null : duplicateView(review, known),
    versionNo: review?.versionNo ?? null,
    current: review !== null && content !== undefined && review.contentHash === contentHash(reviewedPart(content, key)),
    reviewedAt: review?.reviewedAt ?? null,
    reviewedBy: withPeople ? (review?.reviewedBy ?? null) : null,
    version: review?.no ?? 0,
  });
}

/** The other sub-project, where the reader may find it himself; else not even its id. */
function duplicateView(
  { duplicateOf }: SubProjectReviewEntity,
  known: readonly KnownSubProject[],
): SubProjectReviewView['duplicateOf'] {
  if (duplicateOf === null) return null;
  const found = known.find(
    ({ planId, subProjectKey }) => planId === duplicateOf.planId && subProjectKey === duplicateOf.subProjectKey,
  );
  return {
    planId: found?.planId ?? null,
    subProjectKey: found?.subProjectKey ?? null,
    name: found?.name ?? null,
    year: found?.year ?? null,
    province: found?.province ?? null,
    description: duplicateOf.description ?? null,
  };
}
