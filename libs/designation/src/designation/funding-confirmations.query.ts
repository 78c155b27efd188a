import { authorise, organisationIds } from '@daegaejo/identity';
import { type Actor, organisationsOf } from '@daegaejo/identity/rules';
import { isOwn, newestVersion, readPlan } from '@daegaejo/plan';
import { type Page, pageOf, type PageQuery, readCursor, type Reading } from '@daegaejo/platform';
import { mayKnow } from '../committee/seats.js';
import type { FundingConfirmationView } from '../http/confirmation.dto.js';
import { wordsOn } from '../rules/index.js';
import { FundingConfirmationEntity } from '../store/publication.entity.js';

/** Sub-projects of the newest version with the word of their ministry that stands on it; a reviewer sees those of his ministry. */
export async function listFundingConfirmations(
  { manager }: Reading,
  actor: Actor,
  planId: string,
  query: PageQuery,
): Promise<Page<FundingConfirmationView>> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'listFundingConfirmations', plan);
  const version = await newestVersion(manager, plan);
  const limit = query.limit ?? 50;
  const after = Number(readCursor(query.cursor, 1)?.[0] ?? -1);
  const words = wordsOn(await manager.findBy(FundingConfirmationEntity, { planId }), version?.contentHash ?? '');
  const ids = await organisationIds(manager, [
    ...new Set((version?.content.subProjects ?? []).map(({ ministry }) => ministry)),
  ]);
  const mine = organisationsOf(actor, ['ministry-reviewer'], plan.roundId);
  const all = isOwn(actor, plan) || mayKnow(actor, plan.roundId);
  const rows = (version?.content.subProjects ?? [])
    .map((project, at) => ({ project, at }))
    .filter(({ project, at }) => at > after && (all || mine.includes(ids.get(project.ministry) ?? '')))
    .slice(0, limit + 1);
  return pageOf(
    rows,
    limit,
    ({ at }) => [String(at)],
    ({ project: { key, name, ministry } }) => {
      const word = words.get(key);
      return {
        subProjectKey: key,
        name,
        ministry,
        verdict: word?.verdict ?? null,
        reason: word?.reason ?? null,
        versionNo: version?.no ?? 0,
        givenAt: word?.givenAt ?? null,
      };
    },
  );
}
