import { authorise, organisationIds, organisationsById } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import type { Reading } from '@daegaejo/platform';
import { type PlanEntity, plansIn, PlanVersionEntity } from '@daegaejo/plan';
import type { SubProject } from '@daegaejo/plan/rules';
import { policyOf, readRound } from '@daegaejo/round';
import type { EntityManager } from 'typeorm';
import { amountsView, entriesOf, type Entry } from './budget.query.js';
import type { SubProjectBudgetPage } from './http/budget.dto.js';
import { MONEY_STATES, statusOf, totalAmounts } from './rules/index.js';
import { budgetScope, sees } from './scope.js';
import { stageYearsOf } from './store/stage-years.js';

/** Every sub-project of a round in one budget year with its status and amounts; `not-funded` are the ones to be tried again (재도전). */
export async function listSubProjectBudgets(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  query: { readonly year?: number; readonly status?: string },
): Promise<SubProjectBudgetPage> {
  const round = await readRound(manager, actor, roundId);
  authorise(actor, 'listSubProjectBudgets', { roundId });
  const { status, year = Math.min(...(await policyOf(manager, round)).fundingYears) } = query;
  const scope = budgetScope(actor, roundId);
  const plans = await plansIn(manager, roundId, MONEY_STATES);
  const { entries, subProjects } = await entriesOf(manager, plans);
  const ofYear = entries.filter((entry) => entry.year === year && sees(scope, entry));
  const decidedPlans = new Set(
    entries.filter((entry) => entry.year === year && entry.stage === 'enacted').map(({ planId }) => planId),
  );
  const closed = (await stageYearsOf(manager, roundId)).some(
    (row) => row.year === year && row.stage === 'enacted' && row.state === 'closed',
  );
  const codes = await organisationsById(
    manager,
    [...plans, ...ofYear].flatMap((of) => ('ministryId' in of ? [of.ministryId] : [of.provinceId])),
  );
  const ministries = await organisationIds(
    manager,
    [...subProjects.values()].flatMap((list) => list.map(({ ministry }) => ministry)),
  );
  const items: SubProjectBudgetPage['items'] = [];
  for (const plan of plans) {
    const own = ofYear.filter((entry) => entry.planId === plan.id);
    const decided = closed || decidedPlans.has(plan.id);
    for (const found of await subProjectsOf(manager, plan, subProjects.get(plan.id) ?? [], own, codes)) {
      const { key, ministry } = found;
      const entriesOfIt = own.filter((entry) => entry.subProject === key);
      const ministryId = entriesOfIt[0]?.ministryId ?? ministries.get(ministry) ?? '';
      if (!sees(scope, { provinceId: plan.provinceId, ministryId })) continue;
      const national = totalAmounts(entriesOfIt.filter(({ source }) => source === 'national'));
      items.push({
        planId: plan.id,
        province: codes.get(plan.provinceId)?.code ?? '',
        subProject: key,
        name: found.name,
        ministry,
        inPlan: found.inPlan,
        status: statusOf(national, decided),
        national: amountsView(national),
        ...amountsView(totalAmounts(entriesOfIt)),
      });
    }
  }
  return { roundId, year, items: items.filter((item) => status === undefined || item.status === status) };
}

/** Sub-projects of the newest version, and those that had money in the year and were dropped since, under their last name. */
async function subProjectsOf(
  manager: EntityManager,
  plan: PlanEntity,
  standing: readonly SubProject[],
  entries: readonly Entry[],
  codes: ReadonlyMap<string, { readonly code: string }>,
): Promise<{ key: string; name: string; ministry: string; inPlan: boolean }[]> {
  const known = new Set(standing.map(({ key }) => key));
  const gone = new Map(
    entries.filter(({ subProject }) => !known.has(subProject)).map((entry) => [entry.subProject, entry]),
  );
  const earlier =
    gone.size === 0 ? [] : await manager.find(PlanVersionEntity, { where: { planId: plan.id }, order: { no: 'DESC' } });
  const before = earlier.flatMap(({ content }) => content.subProjects);
  return [
    ...standing.map(({ key, name, ministry }) => ({ key, name, ministry, inPlan: true })),
    ...[...gone].map(([key, { ministryId }]) => ({
      key,
      name: before.find((of) => of.key === key)?.name ?? key,
      ministry: codes.get(ministryId)?.code ?? '',
      inPlan: false,
    })),
  ];
}
