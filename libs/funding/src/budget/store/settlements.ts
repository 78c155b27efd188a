import { refused } from '@daegaejo/platform';
import { type EntityManager, In, LessThan } from 'typeorm';
import { type CarriedCell, moneyCells, openBefore, sharedCarryOver } from '../rules/index.js';
import { BudgetLineEntity, BudgetSettlementEntity, BudgetSettlementSignOffEntity } from './budget.entity.js';
import { linesOfYear } from './lines.js';

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

/** 409 where an earlier year of the plan has money and is not signed yet. */
export async function assertInTurn(manager: EntityManager, planId: string, year: number): Promise<void> {
  const granted = await manager.findBy(BudgetLineEntity, { planId, stage: 'granted', year: LessThan(year) });
  const signed = await manager.findBy(BudgetSettlementSignOffEntity, { planId });
  const withMoney = granted.filter(({ amount }) => amount > 0n).map((line) => line.year);
  const open = openBefore(
    year,
    withMoney,
    signed.map((one) => one.year),
  );
  if (open !== null) throw refused('budget.settlement.earlier-open', ['settleYear', 'signSettlement'], { year: open });
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

/** What each cell has from the year before (이월): the carry-over of a signed settlement, shared by source. */
export async function carriedOver(
  manager: EntityManager,
  planIds: readonly string[],
  year: number,
): Promise<CarriedCell[]> {
  const settled = await settledBefore(manager, planIds, year);
  if (settled.length === 0) return [];
  const ids = settled.map(({ planId }) => planId);
  const lines = await linesOfYear(manager, ids, year - 1);
  const cells = [...moneyCells(lines, await carriedOver(manager, ids, year - 1)).values()];
  return settled.flatMap(({ planId, rows }) =>
    rows
      .filter(({ carryOver }) => carryOver !== '0')
      .flatMap(({ source, carryOver }) =>
        sharedCarryOver(
          BigInt(carryOver),
          cells.filter((cell) => cell.planId === planId && cell.source === source),
        ),
      ),
  );
}
