import { type EntityManager, In } from 'typeorm';
import { BudgetLineEntity } from '../../budget/store/budget.entity.js';
import { spendingDifferences, type SpendingDifference } from '../rules/index.js';
import type { YearlyReportEntity } from './report.entity.js';

type Reported = Pick<YearlyReportEntity, 'planId' | 'year' | 'spent' | 'details'>;

/** Where these reports and the executed lines of the budget (집행) differ as both stand now, report by report in their order. */
export async function differencesOf(
  manager: EntityManager,
  reports: readonly Reported[],
): Promise<SpendingDifference[][]> {
  if (reports.length === 0) return [];
  const lines = await manager.find(BudgetLineEntity, {
    where: {
      planId: In([...new Set(reports.map(({ planId }) => planId))]),
      year: In([...new Set(reports.map(({ year }) => year))]),
      stage: 'executed',
    },
    order: { subProjectKey: 'ASC', source: 'ASC' },
  });
  return reports.map(({ planId, year, spent, details }) => {
    const executed = lines
      .filter((line) => line.planId === planId && line.year === year)
      .map(({ subProjectKey, source, amount }) => ({ subProject: subProjectKey, source, amount }));
    const parts = details?.subProjects?.map(({ spent: won, bySource, ...part }) => ({
      ...part,
      spent: BigInt(won),
      ...(bySource && { bySource: bySource.map((from) => ({ ...from, spent: BigInt(from.spent) })) }),
    }));
    return spendingDifferences({ spent, ...(parts && { subProjects: parts }) }, executed);
  });
}
