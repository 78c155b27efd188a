import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { type Page, pageById, type PageQuery, type Reading } from '@daegaejo/platform';
import { readPlan } from '@daegaejo/plan';
import type { YearlyReportCheckView, YearlyReportView } from './http/yearly-report.dto.js';
import { reportDueAt } from '../rules/index.js';
import { type YearlyReportCheckEntity, YearlyReportEntity } from './store/report.entity.js';
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
  const page = await pageById(select, 'report', query, yearlyReportView);
  const checks = await checksOf(
    manager,
    page.items.map(({ id }) => id),
  );
  return { ...page, items: page.items.map((item) => ({ ...item, check: checkOrNull(checks.get(item.id)) })) };
}

const checkOrNull = (check: YearlyReportCheckEntity | undefined): YearlyReportCheckView | null =>
  check === undefined ? null : checkView(check);

/** One check as it is shown. */
export function checkView(check: YearlyReportCheckEntity): YearlyReportCheckView {
  const { year, reportNo, verdict, reason, fields, dueAt, checkedAt } = check;
  return { year, reportNo, verdict, reason, fields: fields.map((field) => ({ ...field })), dueAt, checkedAt };
}

/** A report as it was submitted, not checked yet. */
export const yearlyReportView = ({
  id,
  planId,
  year,
  no,
  summary,
  results,
  spent,
  auditReference,
  details,
  contentHash,
  submittedAt,
}: YearlyReportEntity): YearlyReportView => ({
  id,
  planId,
  year,
  no,
  summary,
  results: results.map((result) => ({ ...result })),
  spent: String(spent),
  auditReference,
  ...(details?.subProjects === undefined ? {} : { subProjects: details.subProjects.map((part) => ({ ...part })) }),
  ...(details?.sites === undefined ? {} : { sites: details.sites.map((site) => ({ ...site })) }),
  contentHash,
  submittedAt,
  dueAt: reportDueAt(year),
  check: null,
});
