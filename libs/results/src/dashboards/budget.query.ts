import { authorise } from '@daegaejo/identity';
import { type Actor, isPermitted, organisationsOf, PROVINCE_ROLES } from '@daegaejo/identity/rules';
import { invalid, type Reading } from '@daegaejo/platform';
import { BUDGET_SOURCES } from '@daegaejo/plan/rules';
import { BUDGET_STAGES, type BudgetSlice, type BudgetSum, budgetSums } from '../store/budget-sums.js';
import { admitToDashboard } from './admit.js';

/** Calendar years of the money; both included, absent = all. */
export interface BudgetYears {
  readonly fromYear?: number | undefined;
  readonly toYear?: number | undefined;
}
const EARLIEST = 2000;
const LATEST = 2100;

/** The budget of one round by ministry, year, source and stage; of a province its own. */
export async function roundBudget(reading: Reading, actor: Actor, roundId: string, years: BudgetYears) {
  const { round, provinceIds } = await admitToDashboard(reading, actor, 'getBudgetDashboard', roundId);
  const title = `${round.year}년 회차의 재원`;
  return budgetDashboard(reading, { ...within(years), roundId, provinceIds }, title);
}

/** The same over every round: the nation, or everything of one's own province. */
export async function nationalBudget(reading: Reading, actor: Actor, years: BudgetYears) {
  authorise(actor, 'getNationalBudget');
  const everything = isPermitted(actor, 'getFunnelDashboard', {});
  const provinceIds = everything ? null : organisationsOf(actor, PROVINCE_ROLES);
  return budgetDashboard(reading, { ...within(years), roundId: null, provinceIds }, '전 회차의 재원');
}

function within({ fromYear = EARLIEST, toYear = LATEST }: BudgetYears): { fromYear: number; toYear: number } {
  if (toYear < fromYear)
    throw invalid([{ field: 'toYear', code: 'dashboard.years.order', params: { from: fromYear, to: toYear } }]);
  return { fromYear, toYear };
}

async function budgetDashboard(reading: Reading, slice: BudgetSlice, title: string) {
  const cells = await budgetSums(reading, slice);
  return {
    dashboard: 'budget' as const,
    title,
    roundId: slice.roundId,
    asOf: reading.now,
    stages: [...BUDGET_STAGES],
    cells: ordered(cells),
    totals: totalsOf(cells),
  };
}
export type BudgetDashboard = Awaited<ReturnType<typeof budgetDashboard>>;

const places = (order: readonly string[]): ReadonlyMap<string, number> => new Map(order.map((one, at) => [one, at]));
const STAGE_PLACE = places(BUDGET_STAGES);
const SOURCE_PLACE = places(BUDGET_SOURCES);
const placeOf = (of: ReadonlyMap<string, number>, one: string): number => of.get(one) ?? of.size;

/** Year, ministry, source, stage: the same order in both stores, whatever their collation. */
function ordered(cells: BudgetSum[]): BudgetSum[] {
  return cells.sort(
    (a, b) =>
      a.year - b.year ||
      (a.ministry < b.ministry ? -1 : a.ministry > b.ministry ? 1 : 0) ||
      placeOf(SOURCE_PLACE, a.source) - placeOf(SOURCE_PLACE, b.source) ||
      placeOf(STAGE_PLACE, a.stage) - placeOf(STAGE_PLACE, b.stage),
  );
}

/** Sums by year and stage, all sources and the national one. */
function totalsOf(cells: readonly BudgetSum[]): { year: number; stage: string; won: string; national: string }[] {
  const sums = new Map<string, { year: number; stage: string; won: bigint; national: bigint }>();
  for (const { year, stage, source, won } of cells) {
    const key = `${year} ${stage}`;
    const sum = sums.get(key) ?? { year, stage, won: 0n, national: 0n };
    const amount = BigInt(won);
    sum.won += amount;
    if (source === 'national') sum.national += amount;
    sums.set(key, sum);
  }
  return [...sums.values()]
    .sort((a, b) => a.year - b.year || placeOf(STAGE_PLACE, a.stage) - placeOf(STAGE_PLACE, b.stage))
    .map(({ year, stage, won, national }) => ({ year, stage, won: String(won), national: String(national) }));
}
