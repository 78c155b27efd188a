import { type Finding, readWon, wonIn } from '@daegaejo/platform/rules';
import type { RoundPolicy } from '@daegaejo/round/rules';
import { ALL_INDICATORS, type AnyIndicator, type PlanContent, type ReportedFigure } from './content.js';
import { budgetTotals, type BudgetTotals } from './money.js';
import { targetOf } from './targets.js';

/** Codes of reported amounts, and what in the budget they are held against. 지방비 is 시·도비 and 시·군·구비 together. */
const AMOUNTS: ReadonlyMap<string, (totals: BudgetTotals) => bigint> = new Map([
  ['total-budget', ({ total }) => total],
  ['national-budget', ({ bySource }) => bySource.get('national') ?? 0n],
  ['local-budget', ({ bySource }) => (bySource.get('province') ?? 0n) + (bySource.get('municipal') ?? 0n)],
  ['private-budget', ({ bySource }) => bySource.get('private') ?? 0n],
]);

/** Amounts of the first funding year alone, and what they are of it. */
const EARLY: ReadonlyMap<string, string> = new Map([
  ['first-year-budget', 'total-budget'],
  ['first-year-national', 'national-budget'],
]);

/** Codes of reported counts, and the indicator they are held against: announced 일자리 against the direct hires, others against their own. */
const COUNTS: ReadonlyMap<string, AnyIndicator> = new Map([
  ...ALL_INDICATORS.map((code): [string, AnyIndicator] => [code, code]),
  ['jobs', 'direct-hires'],
]);

/**
 * Reported figures beside what the tables sum to. Neither side is taken for the right one. Amounts that differ by less than
 * the last digit that was written (8,727억원 beside 872,650백만원) are one figure, rounded or cut off (convention).
 */
export function figureFindings(content: PlanContent, { fundingYears }: Pick<RoundPolicy, 'fundingYears'>): Finding[] {
  const totals = budgetTotals(content.budget);
  const firstYear = budgetTotals(content.budget.filter(({ year }) => year === Math.min(...fundingYears)));
  return content.reportedFigures.flatMap((figure, index): Finding[] => {
    const field = `reportedFigures[${index}].value`;
    const early = EARLY.get(figure.code);
    const amountOf = AMOUNTS.get(early ?? figure.code);
    if (amountOf !== undefined)
      return amountFindings(field, figure, amountOf(early === undefined ? totals : firstYear));
    if (figure.code === 'sub-projects')
      return countFindings(field, figure, content.subProjects.length, 'plan.warning.sub-projects');
    const indicator = content.indicators.find(({ code }) => code === COUNTS.get(figure.code));
    if (indicator === undefined) return [];
    return countFindings(field, figure, targetOf(indicator), 'plan.warning.targets', {
      indicator: indicator.code,
    });
  });
}

function amountFindings(field: string, { label, value, unit }: ReportedFigure, computed: bigint): Finding[] {
  const reported = readWon(value, unit);
  if (reported === null) return [unreadable(field, label, value, unit)];
  const difference = computed - reported.won;
  if (difference < reported.digit && -difference < reported.digit) return [];
  const params = {
    label,
    reported: wonIn('억원', reported.won),
    computed: wonIn('억원', computed),
    difference: wonIn('억원', difference),
  };
  return [{ field, code: 'plan.warning.total', params }];
}

function countFindings(
  field: string,
  { label, value, unit }: ReportedFigure,
  computed: number,
  code: string,
  more: Finding['params'] = {},
): Finding[] {
  const plain = value.trim().replaceAll(',', '');
  if (!/^\d{1,9}$/.test(plain)) return [unreadable(field, label, value, unit)];
  const reported = Number(plain);
  return reported === computed ? [] : [{ field, code, params: { ...more, label, reported, computed } }];
}

const unreadable = (field: string, label: string, value: string, unit: string): Finding => ({
  field,
  code: 'plan.warning.unreadable',
  params: { label, value, unit },
});
