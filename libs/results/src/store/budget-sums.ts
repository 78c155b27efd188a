import { rowsOf } from '@daegaejo/platform';
import type { BudgetSource } from '@daegaejo/plan/rules';
import type { Ground } from './agreed-plans.js';

export const BUDGET_STAGES = ['planned', 'requested', 'government-draft', 'enacted', 'granted', 'executed'] as const;
/** 3개년 재원계획, 요구, 정부안, 국회확정, 교부, 집행. */
export type BudgetStage = (typeof BUDGET_STAGES)[number];

/** One cell of the budget as a whole: won of a ministry, year, source and stage. */
export interface BudgetSum {
  /** Code of the ministry. */
  readonly ministry: string;
  readonly year: number;
  readonly source: BudgetSource;
  readonly stage: BudgetStage;
  /** Won, as text: sums of the nation fit no number. */
  readonly won: string;
}

/** Which part of the budget is summed; null = all of it. Years are both included. */
export interface BudgetSlice {
  readonly fromYear: number;
  readonly toYear: number;
  readonly roundId: string | null;
  readonly provinceIds: readonly string[] | null;
  readonly planId?: string;
}

/** The condition of a slice on a row that has year, round, province and plan under these names. */
function conditionOf(slice: BudgetSlice, line: string, plan: string): { sql: string; values: unknown[] } {
  const parts = [`${line}."year" BETWEEN ? AND ?`];
  const values: unknown[] = [slice.fromYear, slice.toYear];
  const also = (column: string, wanted: readonly string[] | null): void => {
    if (wanted === null) return;
    parts.push(wanted.length === 0 ? '1 = 0' : `${plan}."${column}" IN (${wanted.map(() => '?').join(', ')})`);
    values.push(...wanted);
  };
  also('roundId', slice.roundId === null ? null : [slice.roundId]);
  also('provinceId', slice.provinceIds);
  return { sql: parts.join(' AND '), values };
}

/**
 * The budget by ministry, year, source and stage, in one statement: what the stages of the budget say (budget_line), and beside it
 * the newest three-year funding plan of each region (funding_plan) as the stage "planned". Grouped by the database in both stores.
 */
export function budgetStatement(slice: BudgetSlice): { readonly sql: string; readonly values: readonly unknown[] } {
  const lines = conditionOf(slice, 'b', 'b');
  const planned = conditionOf(slice, 'l', 'p');
  const onePlan = slice.planId === undefined ? [] : [slice.planId];
  const only = (column: string): string => (slice.planId === undefined ? '' : ` AND ${column} = ?`);
  const sql = `SELECT o."code" AS "ministry", s."year", s."source", s."stage", s."won" FROM (
  SELECT b."ministryId", b."year", b."source", b."stage", CAST(SUM(b."amount") AS TEXT) AS "won"
    FROM "budget_line" b WHERE ${lines.sql}${only('b."planId"')}
   GROUP BY b."year", b."ministryId", b."source", b."stage"
  UNION ALL
  SELECT l."ministryId", l."year", l."source", 'planned' AS "stage", CAST(SUM(l."amount") AS TEXT) AS "won"
    FROM "funding_plan" f JOIN "funding_line" l ON l."fundingPlanId" = f."id" JOIN "plan" p ON p."id" = f."planId"
   WHERE ${planned.sql}${only('f."planId"')} AND p."state" NOT IN ('cancelled', 'revoked')
     AND NOT EXISTS (SELECT 1 FROM "funding_plan" n WHERE n."planId" = f."planId" AND n."no" > f."no")
   GROUP BY l."year", l."ministryId", l."source"
) s JOIN "organisation" o ON o."id" = s."ministryId"`;
  return { sql, values: [...lines.values, ...onePlan, ...planned.values, ...onePlan] };
}

/** The sums of a slice, in no order. */
export async function budgetSums({ manager, dialect }: Ground, slice: BudgetSlice): Promise<BudgetSum[]> {
  const { sql, values } = budgetStatement(slice);
  return rowsOf<BudgetSum>(manager, dialect, sql, values);
}
