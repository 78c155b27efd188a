import { type PlanEntity, PlanVersionEntity } from '@daegaejo/plan';
import type { PlanContent } from '@daegaejo/plan/rules';
import { type EntityManager, In } from 'typeorm';
import { BudgetLineEntity } from '../../budget/store/budget.entity.js';
import type { SourceMoney } from '../../rules/index.js';
import { CorrectivePlanEntity, ExecutionReviewEntity, FinalEvaluationEntity } from './execution.entity.js';
import {
  IndicatorResultEntity,
  SubProjectResultEntity,
  type YearlyReportCheckEntity,
  type YearlyReportEntity,
} from './report.entity.js';
import { checksOf, newestReports } from './reports.js';

/** Everything that is known of one region's execution. */
export interface Dossier {
  readonly plan: PlanEntity;
  /** As it was confirmed; null before. */
  readonly confirmed: PlanContent | null;
  /** As it stands, approved changes included. */
  readonly content: PlanContent | null;
  /** The newest of every year reported, by year. */
  readonly reports: readonly Pick<YearlyReportEntity, 'id' | 'year' | 'no' | 'spent' | 'submittedAt'>[];
  /** The newest check of each of them, by report. */
  readonly checks: ReadonlyMap<string, YearlyReportCheckEntity>;
  readonly results: readonly IndicatorResultEntity[];
  readonly subProjects: readonly SubProjectResultEntity[];
  readonly granted: readonly (SourceMoney & { readonly year: number })[];
  /** Every version, the oldest first. */
  readonly reviews: readonly ExecutionReviewEntity[];
  readonly correctives: readonly CorrectivePlanEntity[];
  readonly final: FinalEvaluationEntity | null;
}

/** The dossiers of these plans, in their order, with one statement per kind of record however many plans there are. */
export async function dossiersOf(manager: EntityManager, plans: readonly PlanEntity[]): Promise<Dossier[]> {
  if (plans.length === 0) return [];
  const planIds = plans.map(({ id }) => id);
  const of = { planId: In(planIds) };
  const versions = await versionsOf(manager, plans);
  const reports = await newestReports(manager, planIds);
  const checks = await checksOf(
    manager,
    reports.map(({ id }) => id),
  );
  const results = groupByPlan(await manager.find(IndicatorResultEntity, { where: of }));
  const subProjects = groupByPlan(await manager.find(SubProjectResultEntity, { where: of }));
  const granted = groupByPlan(await grantedOf(manager, planIds));
  const reviews = groupByPlan(
    await manager.find(ExecutionReviewEntity, { where: of, order: { year: 'ASC', no: 'ASC' } }),
  );
  const correctives = groupByPlan(await manager.find(CorrectivePlanEntity, { where: of, order: { year: 'ASC' } }));
  const finals = groupByPlan(await manager.find(FinalEvaluationEntity, { where: of, order: { no: 'ASC' } }));
  const reported = groupByPlan(reports);
  return plans.map((plan) => ({
    plan,
    confirmed: versions.find(({ planId, kind }) => planId === plan.id && kind === 'confirmed')?.content ?? null,
    content: versions.find(({ planId, no }) => planId === plan.id && no === plan.versionNo)?.content ?? null,
    reports: reported.get(plan.id) ?? [],
    checks,
    results: results.get(plan.id) ?? [],
    subProjects: subProjects.get(plan.id) ?? [],
    granted: granted.get(plan.id) ?? [],
    reviews: reviews.get(plan.id) ?? [],
    correctives: correctives.get(plan.id) ?? [],
    final: finals.get(plan.id)?.at(-1) ?? null,
  }));
}

/** Of each plan the newest version and the newest that was confirmed, the newest first. */
async function versionsOf(manager: EntityManager, plans: readonly PlanEntity[]): Promise<PlanVersionEntity[]> {
  return manager.find(PlanVersionEntity, {
    where: [
      { planId: In(plans.map(({ id }) => id)), kind: 'confirmed' },
      ...plans.map(({ id, versionNo }) => ({ planId: id, no: versionNo })),
    ],
    order: { no: 'DESC' },
  });
}

/** What was granted by plan, year and source. */
async function grantedOf(
  manager: EntityManager,
  planIds: readonly string[],
): Promise<(SourceMoney & { planId: string; year: number })[]> {
  const rows = await manager
    .createQueryBuilder(BudgetLineEntity, 'line')
    .select('line.planId', 'planId')
    .addSelect('line.year', 'year')
    .addSelect('line.source', 'source')
    .addSelect('SUM(line.amount)', 'amount')
    .where("line.planId IN (:...planIds) AND line.stage = 'granted'", { planIds: [...planIds] })
    .groupBy('line.planId')
    .addGroupBy('line.year')
    .addGroupBy('line.source')
    .getRawMany<{ planId: string; year: number; source: string; amount: string | number }>();
  return rows.map((row) => ({ ...row, year: Number(row.year), amount: BigInt(row.amount) }));
}

function groupByPlan<T extends { readonly planId: string }>(rows: readonly T[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.planId, [...(groups.get(row.planId) ?? []), row]);
  return groups;
}
