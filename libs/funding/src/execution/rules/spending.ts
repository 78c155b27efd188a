import { sumWon } from '@daegaejo/platform/rules';
import type { BudgetSource } from '@daegaejo/plan/rules';
import type { SubProjectReport } from './yearly-report.js';

/** What was recorded as executed (집행) of a sub-project from one source in a year, in won. */
export interface ExecutedLine {
  readonly subProject: string;
  readonly source: BudgetSource;
  readonly amount: bigint;
}

export const SPENDING_REASONS = ['differs', 'not-recorded', 'not-reported'] as const;
/** Both say something else; the budget has no executed line; the report says nothing was spent. */
export type SpendingReason = (typeof SPENDING_REASONS)[number];

/** Spending a report and the executed lines of the budget do not agree on, in won, with both figures. */
export interface SpendingDifference {
  /** null = the report is not broken down by sub-project. */
  readonly subProject: string | null;
  /** null = the report is not broken down by source. */
  readonly source: BudgetSource | null;
  readonly reported: bigint;
  readonly executed: bigint;
  readonly reason: SpendingReason;
}

/**
 * Where what a report says was spent differs from the executed lines of that year: source by source where the report is broken
 * down so, else sub-project by sub-project, else as a whole. It is told and never mended; the order is that of the report, then
 * of the lines.
 */
export function spendingDifferences(
  report: { readonly spent: bigint; readonly subProjects?: readonly SubProjectReport[] },
  executed: readonly ExecutedLine[],
): SpendingDifference[] {
  const sum = (lines: readonly ExecutedLine[]): bigint => sumWon(lines.map(({ amount }) => amount));
  if (report.subProjects === undefined)
    return differs({ subProject: null, source: null, reported: report.spent, executed: sum(executed) });
  const reports = report.subProjects;
  const strange = [...new Set(executed.map(({ subProject }) => subProject))].filter(
    (subProject) => !reports.some(({ key }) => key === subProject),
  );
  return [...reports, ...strange.map((key) => ({ key, spent: 0n, bySource: undefined }))].flatMap(
    ({ key: subProject, spent, bySource }) => {
      const own = executed.filter((line) => line.subProject === subProject);
      if (bySource === undefined) return differs({ subProject, source: null, reported: spent, executed: sum(own) });
      const sources = [...new Set([...bySource, ...own].map(({ source }) => source))];
      return sources.flatMap((source) =>
        differs({
          subProject,
          source,
          reported: bySource.find((part) => part.source === source)?.spent ?? 0n,
          executed: sum(own.filter((line) => line.source === source)),
        }),
      );
    },
  );
}

function differs(figures: Omit<SpendingDifference, 'reason'>): SpendingDifference[] {
  const { reported, executed } = figures;
  if (reported === executed) return [];
  return [{ ...figures, reason: executed === 0n ? 'not-recorded' : reported === 0n ? 'not-reported' : 'differs' }];
}
