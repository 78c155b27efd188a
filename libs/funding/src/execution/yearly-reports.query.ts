import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { type Page, pageById, type PageQuery, type Reading } from '@daegaejo/platform';
import { readPlan } from '@daegaejo/plan';
import type {
  SpendingDifferenceView,
  SubProjectReportDto,
  YearlyReportCheckView,
  YearlyReportView,
} from './http/yearly-report.dto.js';
import type { EntityManager } from 'typeorm';
import { reportDueAt, type SpendingDifference } from '../rules/index.js';
import { differencesOf } from './store/executed.js';
import { type ReportDetails, type YearlyReportCheckEntity, YearlyReportEntity } from './store/report.entity.js';
import { checksOf } from './store/reports.js';

/** Every version of every yearly report of a region, with what the secretariat said of it. */
export async function listYearlyReports(
  { manager }: Reading,
  actor: Actor,
  planId: string,
  query: PageQuery,
): Promise<Page<YearlyReportView>> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'listYearlyReports', plan);
  const select = manager.createQueryBuilder(YearlyReportEntity, 'report').where('report.planId = :planId', { planId });
  const rows: YearlyReportEntity[] = [];
  const page = await pageById(select, 'report', query, (row) => {
    rows.push(row);
    return yearlyReportView(row, []);
  });
  const differences = await differencesOf(manager, rows);
  const checks = await checksOf(
    manager,
    page.items.map(({ id }) => id),
  );
  return {
    ...page,
    items: page.items.map((item, at) => ({
      ...item,
      check: checkOrNull(checks.get(item.id)),
      spendingDifferences: (differences[at] ?? []).map(differenceView),
    })),
  };
}

const checkOrNull = (check: YearlyReportCheckEntity | undefined): YearlyReportCheckView | null =>
  check === undefined ? null : checkView(check);

/** One check as it is shown. */
export function checkView(check: YearlyReportCheckEntity): YearlyReportCheckView {
  const { year, reportNo, verdict, reason, fields, dueAt, checkedAt } = check;
  return { year, reportNo, verdict, reason, fields: fields.map((field) => ({ ...field })), dueAt, checkedAt };
}

type ReportedPart = NonNullable<ReportDetails['subProjects']>[number];
const partView = ({ bySource, ...part }: ReportedPart): SubProjectReportDto => ({
  ...part,
  ...(bySource && { bySource: bySource.map((from) => ({ ...from })) }),
});

export const differenceView = ({ reported, executed, ...at }: SpendingDifference): SpendingDifferenceView => ({
  ...at,
  reported: String(reported),
  executed: String(executed),
});

/** A report that has just come in, with what it and the budget differ on. */
export async function storedReport(manager: EntityManager, report: YearlyReportEntity): Promise<YearlyReportView> {
  const [differences = []] = await differencesOf(manager, [report]);
  return yearlyReportView(report, differences);
}

/** A report as it was submitted, not checked yet. */
const yearlyReportView = (report: YearlyReportEntity, differences: readonly SpendingDifference[]): YearlyReportView => {
  const { id, planId, year, no, summary, results, spent, auditReference, details, contentHash, submittedAt } = report;
  return {
    id,
    planId,
    year,
    no,
    summary,
    results: results.map((result) => ({ ...result })),
    spent: String(spent),
    auditReference,
    ...(details?.subProjects === undefined ? {} : { subProjects: details.subProjects.map(partView) }),
    ...(details?.sites === undefined ? {} : { sites: details.sites.map((site) => ({ ...site })) }),
    contentHash,
    submittedAt,
    dueAt: reportDueAt(year),
    check: null,
    spendingDifferences: differences.map(differenceView),
  };
};
