import type { BudgetCell } from '@daegaejo/plan/rules';
import { splitWon, sumWon } from '@daegaejo/platform/rules';
import { finalContent, proposalContent } from './cohort-content.js';
import type { Applicant, Cohort } from './cohort.js';

/** One cell of a budget stage as the API takes it, in won. */
export interface StageCell {
  readonly subProject: string;
  readonly source: BudgetCell['source'];
  readonly amount: string;
  readonly reason?: string;
}

/** Of what was asked, in percent: the draft and what is enacted in years nobody reported; fictional. */
const LATER_PERCENT = 95n;
const MILLION = 1_000_000n;
const EOK = 100_000_000n;

/** A figure of the confirmed plan somebody reported; null where nobody did. */
function reported({ confirmedFigures }: Applicant, code: string): bigint | null {
  const found = confirmedFigures.find((figure) => figure.code === code);
  return found === undefined ? null : BigInt(found.value);
}

const isNational = ({ source }: BudgetCell): boolean => source === 'national';
const asCell = ({ subProject, source, amount }: BudgetCell): StageCell => ({ subProject, source, amount });
const firstYear = (cohort: Cohort): number => Math.min(...cohort.policy.fundingYears);

/** `cells` with other amounts that sum to `total`, in whole 백만원, in proportion; what comes to nothing is left out. */
function scaledTo(cells: readonly BudgetCell[], total: bigint): BudgetCell[] {
  const parts = splitWon(
    total / MILLION,
    cells.map(({ amount }) => BigInt(amount)),
  );
  return cells.flatMap((cell, at) => {
    const amount = (parts[at] ?? 0n) * MILLION;
    return amount === 0n ? [] : [{ ...cell, amount: String(amount) }];
  });
}

/** 요구: in the first year what the proposal had for the sub-projects that stayed, later what is planned; fictional as those are. */
export function requestedCells(cohort: Cohort, applicant: Applicant, year: number): StageCell[] {
  const final = finalContent(cohort, applicant);
  if (year !== firstYear(cohort)) return final.budget.filter((cell) => cell.year === year).map(asCell);
  const kept = new Set(final.subProjects.map(({ key }) => key));
  const asked = proposalContent(cohort, applicant).budget;
  return asked.filter((cell) => cell.year === year && kept.has(cell.subProject)).map(asCell);
}

/** 정부안 (국비): in the first year the reported number of sub-projects and sum (전남 18 / 609억원), else as enacted; later years fictional. */
export function draftCells(cohort: Cohort, applicant: Applicant, year: number): StageCell[] {
  const national = finalContent(cohort, applicant).budget.filter((cell) => cell.year === year && isNational(cell));
  if (year !== firstYear(cohort)) return national.map(later);
  const proposed = new Set(proposalContent(cohort, applicant).subProjects.map(({ key }) => key));
  const count = reported(applicant, 'first-year-sub-projects-draft');
  const total = reported(applicant, 'first-year-national-draft');
  if (count === null || total === null)
    return national.filter(({ subProject }) => proposed.has(subProject)).map(asCell);
  return scaledTo(national.slice(0, Number(count)), total * EOK).map(asCell);
}

/** 국회확정: 국비 of the first year as secured; the other sources fill up the reported total (전남 1,575억원, 인천 693억원); later years fictional. */
export function enactedCells(cohort: Cohort, applicant: Applicant, year: number): StageCell[] {
  const cells = finalContent(cohort, applicant).budget.filter((cell) => cell.year === year);
  if (year !== firstYear(cohort)) return cells.map(later);
  const national = cells.filter(isNational);
  const others = cells.filter((cell) => !isNational(cell));
  const total = reported(applicant, 'first-year-budget');
  const rest = total === null ? null : total * EOK - sumWon(national.map(({ amount }) => BigInt(amount)));
  const drafted = new Map(
    draftCells(cohort, applicant, year).map(({ subProject, amount }) => [subProject, BigInt(amount)]),
  );
  return [
    ...national.map((cell) => ({
      ...asCell(cell),
      ...(BigInt(cell.amount) > (drafted.get(cell.subProject) ?? 0n) ? { reason: '국회 심의 증액 (가상)' } : {}),
    })),
    ...(rest === null ? others : scaledTo(others, rest)).map(asCell),
  ];
}

const later = (cell: BudgetCell): StageCell => ({
  ...asCell(cell),
  amount: String((BigInt(cell.amount) * LATER_PERCENT) / 100n),
});
