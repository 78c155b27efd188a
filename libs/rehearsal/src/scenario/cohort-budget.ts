import { BUDGET_SOURCES, type BudgetCell, type BudgetSource } from '@daegaejo/plan/rules';
import { splitWon, sumWon } from '@daegaejo/platform/rules';
import type { Applicant, WonBySource } from './cohort.js';

/** Fictional shares of a total nobody split by source (국비 40, 시·도비 15, 시·군비 5, 민자 40). */
const SOURCE_SHARES: { readonly [S in BudgetSource]: bigint } = {
  national: 40n,
  province: 15n,
  municipal: 5n,
  private: 40n,
  other: 0n,
};
/** Fictional shares of the three years. */
const YEAR_SHARES = [25n, 35n, 40n];
/** Every how many sub-projects a source has a part in; fictional: national and province pay into all of them. */
const EVERY: { readonly [S in BudgetSource]: number } = {
  national: 1,
  province: 1,
  municipal: 3,
  private: 2,
  other: 1,
};

/** Total of a proposal nobody reported: 6,000억원, fictional. */
const FICTIONAL_TOTAL = 600_000_000_000n;
/** What stays of a proposal whose confirmed total nobody reported, in percent, fictional. */
const CONFIRMED_PERCENT = 60n;

/** Budgets are written in 백만원. */
const MILLION = 1_000_000n;

type Amounts = { readonly [S in BudgetSource]: bigint };

/** Fictional shares of sub-projects in their order: earlier ones are larger, and some sources leave some out. */
const subProjectShares = (count: number, source: BudgetSource, begun: number): bigint[] =>
  Array.from({ length: count }, (_, at) => (at < begun && at % EVERY[source] === 0 ? BigInt(2 * count - at) : 0n));

/** Splits an amount into whole 백만원 where it is one itself, else into won: the parts sum to the whole. */
function splitAmount(total: bigint, shares: readonly bigint[]): bigint[] {
  const unit = total % MILLION === 0n ? MILLION : 1n;
  return splitWon(total / unit, shares).map((part) => part * unit);
}

/** Splits a whole number by the shares of the years: the parts sum to the whole. */
export function splitByYear(whole: bigint): bigint[] {
  return splitWon(whole, YEAR_SHARES);
}

/** Amounts by source: those reported stay as they are, the rest of the total is split by the fictional shares. */
function amountsOf(total: bigint, reported: WonBySource | null): Amounts {
  const known = BUDGET_SOURCES.map((source) => BigInt(reported?.[source] ?? '0'));
  const open = BUDGET_SOURCES.map((source) => (reported?.[source] === undefined ? SOURCE_SHARES[source] : 0n));
  const rest = total - sumWon(known);
  // A total that differs from a full set of parts by rounding (경기 8,727 and 8,726) leaves the parts as reported.
  const closed = reported?.national !== undefined && reported.private !== undefined;
  const added = closed ? known.map(() => 0n) : splitAmount(rest, open);
  const of = (source: BudgetSource): bigint => {
    const at = BUDGET_SOURCES.indexOf(source);
    return (known[at] ?? 0n) + (added[at] ?? 0n);
  };
  return {
    national: of('national'),
    province: of('province'),
    municipal: of('municipal'),
    private: of('private'),
    other: of('other'),
  };
}

/** What the province asked for, by source: the announced parts, else the announced total, else a fictional total. */
export function proposedAmounts(applicant: Applicant): Amounts {
  const total = applicant.announcedTotalWon === null ? FICTIONAL_TOTAL : BigInt(applicant.announcedTotalWon);
  return amountsOf(total, applicant.announcedBySource);
}

/** What was confirmed, by source: as reported where it was, else a fictional share of the proposal. */
export function confirmedAmounts(applicant: Applicant): Amounts {
  if (applicant.confirmedTotalWon !== null)
    return amountsOf(BigInt(applicant.confirmedTotalWon), applicant.confirmedBySource);
  return scaled(proposedAmounts(applicant), CONFIRMED_PERCENT);
}

/** `percent` of every amount, the won below one left out. */
export function scaled(amounts: Amounts, percent: bigint): Amounts {
  const part = (amount: bigint): bigint => (amount * percent) / 100n;
  return {
    national: part(amounts.national),
    province: part(amounts.province),
    municipal: part(amounts.municipal),
    private: part(amounts.private),
    other: part(amounts.other),
  };
}

/** What a cube must keep to in its first year. */
export interface FirstYear {
  /** What the national cells of the year sum to, in won. */
  readonly national: bigint;
  /** How many sub-projects begin in it; the others wait for the next budget. */
  readonly begun: number;
}

/** The budget cube of these sub-projects; every source sums exactly to its amount, cells of zero are left out. */
export function budgetCube(
  subProjects: readonly string[],
  years: readonly number[],
  amounts: Amounts,
  first: FirstYear | null = null,
): BudgetCell[] {
  const count = subProjects.length;
  return BUDGET_SOURCES.flatMap((source) => {
    const fixed = source === 'national' && first !== null ? first.national : null;
    const perYear = fixed === null ? splitAmount(amounts[source], YEAR_SHARES) : splitAfter(fixed, amounts[source]);
    return years.flatMap((year, y) =>
      splitAmount(perYear[y] ?? 0n, subProjectShares(count, source, y === 0 ? (first?.begun ?? count) : count)).flatMap(
        (amount, s) =>
          amount === 0n ? [] : [{ subProject: subProjects[s] ?? '', year, source, amount: amount.toString() }],
      ),
    );
  });
}

/** The first year fixed, the rest by the shares of the later years. */
function splitAfter(first: bigint, whole: bigint): bigint[] {
  return [first, ...splitAmount(whole - first, YEAR_SHARES.slice(1))];
}
