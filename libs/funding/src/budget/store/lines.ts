import type { Tx } from '@daegaejo/platform';
import { type EntityManager, In } from 'typeorm';
import { type BudgetStage, type CellPlace, planCellKey } from '../rules/index.js';
import { BudgetLineEntity } from './budget.entity.js';

/** Rows written in one statement: an insert has twelve values a row, and a statement of SQLite at most 32,766. */
const CHUNK = 1_000;

/** Amounts of these plans in one year, at all stages. */
export async function linesOfYear(
  manager: EntityManager,
  planIds: readonly string[],
  year: number,
): Promise<BudgetLineEntity[]> {
  return manager.findBy(BudgetLineEntity, { planId: In([...planIds]), year });
}

/** One cell of the cube as it should stand. */
export interface LineToBe extends CellPlace {
  readonly provinceId: string;
  readonly amount: bigint;
}

/** Puts `after` in the place of `before` (lines of one year and stage); what stays the same is left alone. */
export async function replaceLines(
  tx: Tx,
  at: { readonly roundId: string; readonly year: number; readonly stage: BudgetStage },
  before: readonly BudgetLineEntity[],
  after: readonly LineToBe[],
): Promise<void> {
  const standing = new Map(before.map((line) => [planCellKey(line), line]));
  const kept = new Set<string>();
  const written = after.flatMap((line): BudgetLineEntity[] => {
    const old = standing.get(planCellKey(line));
    if (old !== undefined && old.amount === line.amount && old.ministryId === line.ministryId) {
      kept.add(old.id);
      return [];
    }
    return [{ ...at, ...line, id: old?.id ?? tx.newId(), version: (old?.version ?? 0) + 1 }];
  });
  const gone = before.filter(({ id }) => !kept.has(id)).map(({ id }) => id);
  for (let from = 0; from < gone.length; from += CHUNK)
    await tx.manager.delete(BudgetLineEntity, { id: In(gone.slice(from, from + CHUNK)) });
  for (let from = 0; from < written.length; from += CHUNK)
    await tx.manager.insert(BudgetLineEntity, written.slice(from, from + CHUNK));
}
