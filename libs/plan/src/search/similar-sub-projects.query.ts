import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { notFound, type Page, type Reading } from '@daegaejo/platform';
import { formatScore } from '@daegaejo/platform/rules';
import type { SimilarQuery, SimilarView } from '../http/search.dto.js';
import { openPlan } from '../plans.query.js';
import type { ReadingGates } from '../reading-gates.js';
import { knownSubProjects } from '../review/known-sub-projects.query.js';
import {
  byLikeness,
  fold,
  inHundredths,
  isAlike,
  kindMark,
  type Likeness,
  likenessOf,
  nameGrams,
  telltaleGrams,
} from '../rules/index.js';
import { findablePlans } from '../store/findable-plans.js';
import { lineageIds } from '../store/lineage.js';
import { newestVersion } from '../store/plans.js';
import { countOf, documentsWhere, readable } from '../store/search-index.js';
import { type Fragment, fragmentOf } from '../store/sql-fragment.js';

/** Beyond so many a pair of letters counts as frequent, however frequent it is. */
const FREQUENT = 2_000;
/** Names compared at most, the newest first: where more share a pair with this one, the oldest are passed over. */
const MOST = 5_000;

interface Candidate {
  readonly planId: string;
  readonly key: string;
  readonly heading: string;
}

/**
 * The sub-projects whose names are most like this one's, in all plans and years the reader may find (findablePlans): what the
 * index holds of the newest versions, from the lowest likeness that is shown upwards, the most alike first, then the newest.
 */
export async function similarSubProjects(
  reading: Reading,
  actor: Actor,
  gates: ReadingGates,
  { planId, key }: { readonly planId: string; readonly key: string },
  query: SimilarQuery,
): Promise<Page<SimilarView>> {
  const { manager } = reading;
  const plan = await openPlan(reading, actor, gates, planId);
  authorise(actor, 'similarSubProjects', plan);
  const content = (await newestVersion(manager, plan))?.content;
  const project = content?.subProjects.find((one) => one.key === key);
  if (content === undefined || project === undefined) throw notFound();
  const kin = query.lineage === 'without' ? await lineageIds(manager, planId) : [];
  const alike = (await candidatesFor(reading, actor, project.name))
    .filter((other) => !(other.planId === planId && other.key === key) && !kin.includes(other.planId))
    .sort((a, b) => byLikeness(a.likeness, b.likeness))
    .slice(0, query.limit ?? 20);
  const known = await knownSubProjects(
    manager,
    actor,
    alike.map((other) => other.planId),
  );
  const places = new Set(
    content.sites.filter((site) => project.siteKeys.includes(site.key)).map(({ name }) => fold(name)),
  );
  const items = alike.flatMap(({ planId: other, key: otherKey, likeness }): SimilarView[] => {
    const found = known.find((one) => one.planId === other && one.subProjectKey === otherKey);
    if (found === undefined) return [];
    const { places: otherPlaces, ...shown } = found;
    return [
      {
        ...shown,
        similarity: formatScore(inHundredths(likeness)),
        sameKind: found.kind === project.kind,
        sameMinistry: found.ministry === project.ministry,
        sameSite: otherPlaces.some((name) => places.has(fold(name))),
      },
    ];
  });
  return { items, nextCursor: null };
}

/** Sub-projects the reader may find whose name is alike, the newest first. */
async function candidatesFor(
  reading: Reading,
  actor: Actor,
  name: string,
): Promise<(Candidate & { likeness: Likeness })[]> {
  const own = nameGrams(name);
  if (own.size === 0) return [];
  const counted = [];
  for (const gram of own) counted.push({ gram, count: await countOf(reading, gram, FREQUENT) });
  const all = [{ token: kindMark('sub-project'), beginning: false }];
  const candidates = await documentsWhere<Candidate>(reading, {
    columns: { sql: '"document"."planId", "document"."key", "document"."heading"', values: [] },
    match: { all, anyOf: [telltaleGrams(counted)] },
    condition: findableHere(reading, actor),
    after: null,
    limit: MOST,
  });
  return candidates
    .map((candidate) => ({ ...candidate, likeness: likenessOf(own, nameGrams(candidate.heading)) }))
    .filter(({ likeness }) => isAlike(likeness));
}

const findableHere = ({ manager, dialect }: Reading, actor: Actor): Fragment => {
  const select = findablePlans(manager, actor).select('1').andWhere('found.id = "document"."planId"');
  const { sql, values } = fragmentOf(dialect, select);
  return { sql: `${readable(false).sql} AND EXISTS (${sql})`, values };
};
