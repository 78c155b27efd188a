import { addDays, atSeoul, type Instant } from '@daegaejo/platform/rules';
import type { FundingPolicy } from '@daegaejo/round/rules';

const CONVENTION = { request: '04-30', opinion: '05-20', draft: '09-15' } as const;
export type BudgetStep = keyof typeof CONVENTION;

/** End of the day by which a step of budget year `year` is due, in the year before: 요구 30 April (L-SUB 4), 행정안전부 의견 20 May (L-SUB 7), 정부안 통지 15 September (L-SUB 12). */
export const budgetDueAt = (year: number, step: BudgetStep, funding: FundingPolicy | undefined): Instant =>
  atSeoul(addDays(`${year - 1}-${funding?.calendar?.[step] ?? CONVENTION[step]}`, 1));

/** End of the day by which a year is settled (정산), in the year after: the end of February, with the audited statement (시행령 제25조). */
export function settlementDueAt(year: number, funding: FundingPolicy | undefined): Instant {
  const day = funding?.calendar?.settlement;
  return atSeoul(day === undefined ? `${year + 1}-03-01` : addDays(`${year + 1}-${day}`, 1));
}

/** From when on a year can be settled: it is over. */
export const settlementOpensAt = (year: number): Instant => atSeoul(`${year + 1}-01-01`);

/** From when on a step of that budget year is on the list: the beginning of the year before. */
export const budgetOpensAt = (year: number): Instant => atSeoul(`${year - 1}-01-01`);

/**
 * The budget year whose step is to be done now: the earliest that is open and not done, and whose day had not passed when the
 * regions were chosen. A selection after 30 April leaves its first year to a late request nobody is reminded of.
 */
export function yearToAsk(
  fundingYears: readonly number[],
  step: BudgetStep,
  {
    funding,
    chosenAt,
    now,
    done,
  }: {
    readonly funding: FundingPolicy | undefined;
    readonly chosenAt: Instant | null;
    readonly now: Instant;
    readonly done: (year: number) => boolean;
  },
): number | null {
  const years = [...fundingYears].sort((a, b) => a - b);
  return (
    years.find(
      (year) =>
        budgetOpensAt(year) <= now &&
        (chosenAt === null || chosenAt < budgetDueAt(year, step, funding)) &&
        now < atSeoul(`${year + 1}-01-01`) &&
        !done(year),
    ) ?? null
  );
}
