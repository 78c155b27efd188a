import { refused } from '@daegaejo/platform';
import { splitWon } from '@daegaejo/platform/rules';
import { type EntityManager, In } from 'typeorm';
import type { BudgetSource } from '@daegaejo/plan/rules';
import { BudgetLineEntity, BudgetSettlementEntity, BudgetSettlementSignOffEntity } from './budget.entity.js';

/** Newest settlement of a plan and year; null before there is one. */
export async function newestSettlement(
  manager: EntityManager,
  planId: string,
  year: number,
): Promise<BudgetSettlementEntity | null> {
  return manager.findOne(BudgetSettlementEntity, { where: { planId, year }, order: { no: 'DESC' } });
}

/** 409 where the settlement of that year is signed off: its money is closed. */
export async function assertUnsettled(manager: EntityManager, planId: string, year: number): Promise<void> {
  if (await manager.existsBy(BudgetSettlementSignOffEntity, { planId, year }))
    throw refused('budget.settlement.signed', [], { year });
}

/** Signed settlements of the year before `year`, by plan. */
export async function settledBefore(
  manager: EntityManager,
  planIds: readonly string[],
  year: number,
): Promise<BudgetSettlementEntity[]> {
  const signed = await manager.findBy(BudgetSettlementSignOffEntity, { planId: In([...planIds]), year: year - 1 });
  return manager.findBy(BudgetSettlementEntity, { id: In(signed.map(({ settlementId }) => settlementId)) });
}

/** What a cell has from the year before, in won. */
export interface CarriedCell {
  readonly planId: string;
  readonly subProjectKey: string;
  readonly ministryId: string;
  readonly source: BudgetSource;
  readonly amount: bigint;
}

/**
 * What each cell has from the year before (이월): the carry-over of a signed settlement, by source, shared among the cells money
 * was left on in proportion to what was left (convention), so that the parts sum to the whole.
 */
export async function carriedOver(
  manager: EntityManager,
  planIds: readonly string[],
  year: number,
): Promise<CarriedCell[]> {
  const carried: CarriedCell[] = [];
  for (const { planId, rows } of await settledBefore(manager, planIds, year)) {
    const lines = await manager.findBy(BudgetLineEntity, {
      planId,
      year: year - 1,
      stage: In(['granted', 'executed']),
    });
    for (const { source, carryOver } of rows.filter((row) => row.carryOver !== '0')) {
      const own = lines.filter((line) => line.source === source);
      const open = own.flatMap(({ stage, subProjectKey, ministryId, amount }) => {
        if (stage !== 'granted') return [];
        const spent =
          own.find((line) => line.stage === 'executed' && line.subProjectKey === subProjectKey)?.amount ?? 0n;
        return amount > spent ? [{ subProjectKey, ministryId, left: amount - spent }] : [];
      });
      if (open.length === 0) continue;
      const parts = splitWon(
        BigInt(carryOver),
        open.map(({ left }) => left),
      );
      carried.push(
        ...open.map(({ subProjectKey, ministryId }, at) => ({
          planId,
          subProjectKey,
          ministryId,
          source,
          amount: parts[at] ?? 0n,
        })),
      );
    }
  }
  return carried;
}
