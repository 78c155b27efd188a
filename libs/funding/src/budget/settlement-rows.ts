import type { Tx } from '@daegaejo/platform';
import { sumWon } from '@daegaejo/platform/rules';
import type { PlanEntity } from '@daegaejo/plan';
import { BUDGET_SOURCES, type BudgetSource } from '@daegaejo/plan/rules';
import type { SettlementRow } from './rules/index.js';
import type { SettledRow } from './store/budget.entity.js';
import { linesOfYear } from './store/lines.js';
import { settledBefore } from './store/settlements.js';

/** What the province states of one source; what was granted, executed and carried in follows from the records. */
export interface StatedRow {
  readonly source: BudgetSource;
  readonly interest: bigint;
  readonly carryOver: bigint;
  readonly returned: bigint;
}

/** Every source that has money in the year or is stated, in the order of the sources, with what the records say of it. */
export async function rowsOf(
  tx: Tx,
  plan: PlanEntity,
  { year, rows }: { readonly year: number; readonly rows: readonly StatedRow[] },
): Promise<(SettlementRow & { source: BudgetSource })[]> {
  const lines = await linesOfYear(tx.manager, [plan.id], year);
  const before = await settledBefore(tx.manager, [plan.id], year);
  const sum = (source: string, stage: string): bigint =>
    sumWon(lines.filter((line) => line.source === source && line.stage === stage).map(({ amount }) => amount));
  return BUDGET_SOURCES.flatMap((source) => {
    const [granted, executed] = [sum(source, 'granted'), sum(source, 'executed')];
    const carriedIn = BigInt(before[0]?.rows.find((row) => row.source === source)?.carryOver ?? '0');
    const row = rows.find((of) => of.source === source);
    if (row === undefined && granted === 0n && executed === 0n && carriedIn === 0n) return [];
    const { interest = 0n, carryOver = 0n, returned = 0n } = row ?? {};
    return [{ source, granted, carriedIn, interest, executed, carryOver, returned }];
  });
}

export const inText = (row: SettlementRow & { source: BudgetSource }): SettledRow => ({
  source: row.source,
  granted: String(row.granted),
  carriedIn: String(row.carriedIn),
  interest: String(row.interest),
  executed: String(row.executed),
  carryOver: String(row.carryOver),
  returned: String(row.returned),
});

/** What is stated in a row whose amounts are texts. */
export const stated = ({
  source,
  interest,
  carryOver,
  returned,
}: Pick<SettledRow, 'source' | 'interest' | 'carryOver' | 'returned'>): StatedRow => ({
  source,
  interest: BigInt(interest),
  carryOver: BigInt(carryOver),
  returned: BigInt(returned),
});
