import { cellWon, type PlanContent } from '@daegaejo/plan/rules';
import type { Finding } from '@daegaejo/platform/rules';
import type { FundingLine } from '../../rules/funding-plan.js';

const keyOf = ({ year, ministry, source }: Pick<FundingLine, 'year' | 'ministry' | 'source'>): string =>
  JSON.stringify([year, ministry, source]);

/** What a budget comes to, by year, ministry of the sub-project and source; won. */
function linesIn({ budget, subProjects }: PlanContent): FundingLine[] {
  const ministries = new Map(subProjects.map(({ key, ministry }) => [key, ministry]));
  return budget.map((cell) => ({
    year: cell.year,
    ministry: ministries.get(cell.subProject) ?? '',
    source: cell.source,
    amount: cellWon(cell),
  }));
}

/**
 * The funding plan after a change: what the budget gained or lost in each year, ministry and source is added to the line of
 * that year, ministry and source (convention: 투자분담 follows the change, and what the ministries fixed otherwise stays).
 * Lines of nothing are left out; `moved` tells whether any differs. A line that would fall below nothing is a finding.
 */
export function changedFunding(
  lines: readonly FundingLine[],
  before: PlanContent,
  after: PlanContent,
): { readonly lines: readonly FundingLine[]; readonly moved: boolean; readonly findings: readonly Finding[] } {
  const sums = new Map<string, FundingLine>();
  const add = (line: FundingLine, sign: 1n | -1n): void => {
    const sum = sums.get(keyOf(line))?.amount ?? 0n;
    sums.set(keyOf(line), {
      year: line.year,
      ministry: line.ministry,
      source: line.source,
      amount: sum + sign * line.amount,
    });
  };
  for (const line of lines) add(line, 1n);
  const held = new Map([...sums].map(([key, { amount }]) => [key, amount]));
  for (const line of linesIn(after)) add(line, 1n);
  for (const line of linesIn(before)) add(line, -1n);
  const all = [...sums.values()].sort((a, b) => a.year - b.year || (keyOf(a) < keyOf(b) ? -1 : 1));
  return {
    lines: all.filter(({ amount }) => amount > 0n),
    moved: all.some((line) => line.amount !== (held.get(keyOf(line)) ?? 0n)),
    findings: all
      .filter(({ amount }) => amount < 0n)
      .map(({ year, ministry, source, amount }) => ({
        field: 'parts.budget',
        code: 'change.funding.short',
        params: { year, ministry, source, short: String(-amount) },
      })),
  };
}
