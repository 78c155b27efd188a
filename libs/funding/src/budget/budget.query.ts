import { authorise, organisationIds, organisationsById } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import type { Reading } from '@daegaejo/platform';
import { newestVersionsOf, type PlanEntity, plansIn, readPlan } from '@daegaejo/plan';
import { cellWon, type SubProject } from '@daegaejo/plan/rules';
import { policyOf, readRound, RoundEntity } from '@daegaejo/round';
import { type EntityManager, In } from 'typeorm';
import type { AmountsView, PlanBudgetView, RoundBudgetView } from './http/budget.dto.js';
import {
  addAmounts,
  type Amounts,
  type AmountStage,
  cellKey,
  executionRate,
  matchingFindings,
  MONEY_STATES,
  NO_AMOUNTS,
  sumAmounts,
  totalAmounts,
} from './rules/index.js';
import { budgetScope, sees } from './scope.js';
import { BudgetLineEntity } from './store/budget.entity.js';
import { stageYearsOf } from './store/stage-years.js';

/** One amount of the cube with everything it can be summed by; planned amounts come from the newest version of the plan. */
export interface Entry {
  readonly planId: string;
  readonly provinceId: string;
  readonly subProject: string;
  readonly ministryId: string;
  readonly year: number;
  readonly source: string;
  readonly stage: AmountStage;
  readonly amount: bigint;
}

/** Every amount of some plans, planned and at all stages, and their sub-projects as the newest version has them. */
export async function entriesOf(
  manager: EntityManager,
  plans: readonly PlanEntity[],
): Promise<{ entries: Entry[]; subProjects: ReadonlyMap<string, readonly SubProject[]> }> {
  const ids = plans.map(({ id }) => id);
  const lines = await manager.findBy(BudgetLineEntity, { planId: In(ids) });
  const contents = new Map((await newestVersionsOf(manager, ids)).map(({ planId, content }) => [planId, content]));
  const named = [...contents.values()].flatMap((content) => content.subProjects.map(({ ministry }) => ministry));
  const ministries = await organisationIds(manager, [...new Set(named)]);
  const entries: Entry[] = lines.map(({ subProjectKey, ...line }) => ({ ...line, subProject: subProjectKey }));
  const subProjects = new Map<string, readonly SubProject[]>();
  for (const plan of plans) {
    const content = contents.get(plan.id);
    const own = content?.subProjects ?? [];
    subProjects.set(plan.id, own);
    const ownerOf = new Map(own.map(({ key, ministry }) => [key, ministries.get(ministry) ?? '']));
    for (const cell of content?.budget ?? [])
      entries.push({
        planId: plan.id,
        provinceId: plan.provinceId,
        subProject: cell.subProject,
        ministryId: ownerOf.get(cell.subProject) ?? '',
        year: cell.year,
        source: cell.source,
        stage: 'planned',
        amount: cellWon(cell),
      });
  }
  return { entries, subProjects };
}

/** The budget cube of a plan: every cell at every stage, with what was planned beside it, and its sums. */
export async function getPlanBudget({ manager }: Reading, actor: Actor, planId: string): Promise<PlanBudgetView> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'getPlanBudget', plan);
  const round = await manager.findOneByOrFail(RoundEntity, { id: plan.roundId });
  const { funding } = await policyOf(manager, round);
  const scope = budgetScope(actor, plan.roundId);
  const { entries, subProjects } = await entriesOf(manager, [plan]);
  const seen = entries.filter((entry) => sees(scope, entry));
  const codes = await organisationsById(manager, [...seen.map(({ ministryId }) => ministryId), plan.provinceId]);
  const own = subProjects.get(plan.id) ?? [];
  const kindOf = new Map(own.map(({ key, kind }): [string, string] => [key, kind]));
  const province = codes.get(plan.provinceId)?.code ?? '';
  const cells = new Map<string, { entry: Entry; amounts: Amounts }>();
  for (const entry of seen) {
    const key = `${entry.year}${cellKey(entry.subProject, entry.source)}`;
    const known = cells.get(key)?.amounts ?? NO_AMOUNTS;
    cells.set(key, { entry, amounts: addAmounts(known, { [entry.stage]: entry.amount }) });
  }
  const years = [...new Set(seen.map(({ year }) => year))].sort((a, b) => a - b);
  return {
    planId,
    roundId: plan.roundId,
    province,
    versionNo: plan.versionNo,
    cells: [...cells]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, { entry, amounts }]) => ({
        subProject: entry.subProject,
        ministry: codes.get(entry.ministryId)?.code ?? '',
        year: entry.year,
        source: entry.source,
        ...amountsView(amounts),
      })),
    ...sumsOf(seen, (id) => codes.get(id)?.code ?? ''),
    warnings: years.flatMap((year) =>
      matchingFindings(
        seen.filter((entry) => entry.year === year && entry.stage === 'enacted'),
        funding,
        kindOf,
        province,
      ).map(({ field, code, params }) => ({ field: `${year}.${field}`, code, params: params ?? {} })),
    ),
    stages: await stagesOf(manager, plan.roundId),
  };
}

/** The same sums over a round: year × ministry × source, each with all stages beside each other. */
export async function getRoundBudget({ manager }: Reading, actor: Actor, roundId: string): Promise<RoundBudgetView> {
  const round = await readRound(manager, actor, roundId);
  authorise(actor, 'getRoundBudget', { roundId });
  const { entries } = await entriesOf(manager, await plansIn(manager, roundId, MONEY_STATES));
  const scope = budgetScope(actor, roundId);
  const seen = entries.filter((entry) => sees(scope, entry));
  const codes = await organisationsById(
    manager,
    seen.flatMap(({ ministryId, provinceId }) => [ministryId, provinceId]),
  );
  const codeOf = (id: string): string => codes.get(id)?.code ?? '';
  const rows = sumAmounts(seen, ({ year, ministryId, source }) => JSON.stringify([year, codeOf(ministryId), source]));
  return {
    roundId,
    year: round.year,
    rows: [...rows].map(([key, amounts]) => {
      const [year, ministry, source] = JSON.parse(key) as [number, string, string];
      return { year, ministry, source, ...amountsView(amounts) };
    }),
    byProvince: keyed(sumAmounts(seen, ({ provinceId }) => codeOf(provinceId))),
    ...sumsOf(seen, codeOf),
    stages: await stagesOf(manager, roundId),
  };
}

export const amountsView = (amounts: Amounts): AmountsView => ({
  planned: String(amounts.planned),
  requested: String(amounts.requested),
  'government-draft': String(amounts['government-draft']),
  enacted: String(amounts.enacted),
  granted: String(amounts.granted),
  executed: String(amounts.executed),
  executionRateBp: executionRate(amounts),
});

const keyed = (sums: ReadonlyMap<string, Amounts>) =>
  [...sums].map(([key, amounts]) => ({ key, ...amountsView(amounts) }));

const sumsOf = (entries: readonly Entry[], codeOf: (id: string) => string) => ({
  total: amountsView(totalAmounts(entries)),
  byYear: keyed(sumAmounts(entries, ({ year }) => String(year))),
  byMinistry: keyed(sumAmounts(entries, ({ ministryId }) => codeOf(ministryId))),
  bySource: keyed(sumAmounts(entries, ({ source }) => source)),
  nationalByYear: keyed(
    sumAmounts(
      entries.filter(({ source }) => source === 'national'),
      ({ year }) => String(year),
    ),
  ),
});

async function stagesOf(manager: EntityManager, roundId: string) {
  return (await stageYearsOf(manager, roundId)).map(({ year, stage, state }) => ({ year, stage, state }));
}
