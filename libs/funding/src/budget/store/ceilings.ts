import { organisationsById } from '@daegaejo/identity';
import type { Tx } from '@daegaejo/platform';
import type { Finding } from '@daegaejo/platform/rules';
import { In } from 'typeorm';
import { type BudgetStage, leftUnder } from '../rules/index.js';
import { BudgetCeilingEntity } from './budget.entity.js';

/**
 * Moves what is used of the ceilings of a stage-year (국비), one conditional statement each, so that nobody passes a ceiling
 * beside somebody else. What does not fit comes back as findings; the caller must then refuse, which undoes the rest.
 */
export async function useCeilings(
  tx: Tx,
  at: { readonly roundId: string; readonly year: number; readonly stage: BudgetStage },
  changes: ReadonlyMap<string, bigint>,
  field: string,
): Promise<Finding[]> {
  if (changes.size === 0) return [];
  const where = { ...at, source: 'national' as const };
  const ceilings = await tx.manager.find(BudgetCeilingEntity, {
    where: { ...where, ministryId: In([...changes.keys()]) },
    order: { ministryId: 'ASC' },
  });
  const over: { ceiling: BudgetCeilingEntity; change: bigint }[] = [];
  for (const { id, ministryId } of ceilings) {
    const change = changes.get(ministryId) ?? 0n;
    const moved = await tx.manager
      .createQueryBuilder()
      .update(BudgetCeilingEntity)
      .set({ used: () => `"used" + ${change}`, version: () => '"version" + 1' })
      .where(`id = :id AND "used" + ${change} <= "amount"`, { id })
      .execute();
    if (moved.affected === 1) continue;
    over.push({ ceiling: await tx.manager.findOneByOrFail(BudgetCeilingEntity, { id }), change });
  }
  const ministries = await organisationsById(
    tx.manager,
    over.map(({ ceiling }) => ceiling.ministryId),
  );
  return over.map(({ ceiling, change }) => ({
    field,
    code: 'budget.ceiling.over',
    params: {
      ministry: ministries.get(ceiling.ministryId)?.code ?? '',
      year: ceiling.year,
      amount: String(ceiling.amount),
      used: String(ceiling.used),
      left: String(leftUnder(ceiling)),
      asked: String(change),
    },
  }));
}
