import { organisationsById } from '@daegaejo/identity';
import { type EntityManager, In } from 'typeorm';
import type { BudgetSource } from '@daegaejo/plan/rules';
import type { FundingLine } from '../rules/index.js';
import { FundingLineEntity, FundingPlanEntity } from './funding.entity.js';

/** The funding plan in force for a region; null before one was set. */
export async function newestFunding(manager: EntityManager, planId: string): Promise<FundingPlanEntity | null> {
  const [newest] = await manager.find(FundingPlanEntity, { where: { planId }, order: { no: 'DESC' }, take: 1 });
  return newest ?? null;
}

/** Lines of funding plans, with ministries by code, in the order year, ministry, source. */
export async function linesOf(
  manager: EntityManager,
  fundingPlanIds: readonly string[],
): Promise<(FundingLine & { fundingPlanId: string; source: BudgetSource })[]> {
  const rows = await manager.find(FundingLineEntity, {
    where: { fundingPlanId: In([...fundingPlanIds]) },
    order: { year: 'ASC', ministryId: 'ASC', source: 'ASC' },
  });
  const ministries = await organisationsById(
    manager,
    rows.map((row) => row.ministryId),
  );
  return rows.map(({ fundingPlanId, year, ministryId, source, amount }) => ({
    fundingPlanId,
    year,
    ministry: ministries.get(ministryId)?.code ?? ministryId,
    source,
    amount,
  }));
}
