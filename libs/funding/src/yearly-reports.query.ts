import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { type Page, pageById, type PageQuery, type Reading } from '@daegaejo/platform';
import { readPlan } from '@daegaejo/plan';
import type { YearlyReportView } from './http/yearly-report.dto.js';
import { reportDueAt } from './rules/index.js';
import { YearlyReportEntity } from './store/funding.entity.js';

/** Every version of every yearly report of a region. */
export async function listYearlyReports(
  { manager }: Reading,
  actor: Actor,
  planId: string,
  query: PageQuery,
): Promise<Page<YearlyReportView>> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'listYearlyReports', plan);
  const select = manager.createQueryBuilder(YearlyReportEntity, 'report').where('report.planId = :planId', { planId });
  return pageById(select, 'report', query, yearlyReportView);
}

export const yearlyReportView = ({
  id,
  planId,
  year,
  no,
  summary,
  results,
  spent,
  auditReference,
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
  contentHash,
  submittedAt,
  dueAt: reportDueAt(year),
});
