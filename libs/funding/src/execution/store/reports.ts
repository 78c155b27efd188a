import { type EntityManager, In } from 'typeorm';
import { CorrectivePlanEntity, ExecutionReviewEntity, FinalEvaluationEntity } from './execution.entity.js';
import { YearlyReportCheckEntity, YearlyReportEntity } from './report.entity.js';

/** The newest version of a year's report; null before the first. */
export async function newestReport(
  manager: EntityManager,
  planId: string,
  year: number,
): Promise<YearlyReportEntity | null> {
  return newestOf(await manager.find(YearlyReportEntity, { where: { planId, year }, order: { no: 'DESC' }, take: 1 }));
}

/** The last word of the secretariat on one version; null before there was any. */
export async function newestCheck(manager: EntityManager, reportId: string): Promise<YearlyReportCheckEntity | null> {
  return newestOf(await manager.find(YearlyReportCheckEntity, { where: { reportId }, order: { no: 'DESC' }, take: 1 }));
}

/** The review of a year that counts: its newest version. */
export async function newestReview(
  manager: EntityManager,
  planId: string,
  year: number,
): Promise<ExecutionReviewEntity | null> {
  return newestOf(
    await manager.find(ExecutionReviewEntity, { where: { planId, year }, order: { no: 'DESC' }, take: 1 }),
  );
}

export async function finalOf(manager: EntityManager, planId: string): Promise<FinalEvaluationEntity | null> {
  return newestOf(await manager.find(FinalEvaluationEntity, { where: { planId }, order: { no: 'DESC' }, take: 1 }));
}

export async function correctiveOf(
  manager: EntityManager,
  planId: string,
  year: number,
): Promise<CorrectivePlanEntity | null> {
  return manager.findOneBy(CorrectivePlanEntity, { planId, year });
}

/** The newest check of each of these reports. */
export async function checksOf(
  manager: EntityManager,
  reportIds: readonly string[],
): Promise<Map<string, YearlyReportCheckEntity>> {
  const checks = await manager.find(YearlyReportCheckEntity, {
    where: { reportId: In([...reportIds]) },
    order: { no: 'ASC' },
  });
  return new Map(checks.map((check) => [check.reportId, check]));
}

/** The newest report of every year of these plans, without its texts and parts. */
export async function newestReports(
  manager: EntityManager,
  planIds: readonly string[],
): Promise<Pick<YearlyReportEntity, 'id' | 'planId' | 'year' | 'no' | 'spent' | 'submittedAt'>[]> {
  const all = await manager.find(YearlyReportEntity, {
    select: { id: true, planId: true, year: true, no: true, spent: true, submittedAt: true },
    where: { planId: In([...planIds]) },
    order: { year: 'ASC', no: 'ASC' },
  });
  return [...new Map(all.map((report) => [`${report.planId} ${report.year}`, report])).values()];
}

const newestOf = <T>([newest]: readonly T[]): T | null => newest ?? null;
