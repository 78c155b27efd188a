import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, contentHash, notFound, refused, type Tx } from '@daegaejo/platform';
import { lockPlan } from '@daegaejo/plan';
import { recordSettlement } from './settle-year.js';
import { inText, rowsOf, stated } from './settlement-rows.js';
import { BudgetSettlementEntity, BudgetSettlementSignOffEntity } from './store/budget.entity.js';
import { assertInTurn, assertUnsettled, newestSettlement } from './store/settlements.js';

/** The secretariat signs the newest settlement of a year: from then on its money is closed, and its carry-over stands. */
export async function signSettlement(
  tx: Tx,
  actor: Actor,
  input: { settlementId: string; contentHash: string },
): Promise<BudgetSettlementEntity> {
  const settlement = await tx.manager.findOneBy(BudgetSettlementEntity, { id: input.settlementId });
  if (settlement === null) throw notFound();
  const { planId, year } = settlement;
  const plan = await lockPlan(tx, actor, planId);
  authorise(actor, 'signSettlement', plan);
  await assertUnsettled(tx.manager, planId, year);
  await assertInTurn(tx.manager, planId, year);
  const newest = await newestSettlement(tx.manager, planId, year);
  if (newest?.id !== settlement.id) throw refused('budget.settlement.superseded', [], { no: newest?.no ?? 0 });
  if (settlement.contentHash !== input.contentHash)
    assertNone([{ field: 'contentHash', code: 'budget.settlement.other-content' }]);
  // Money that was paid after the settlement was written makes it untrue.
  const now = (await rowsOf(tx, plan, { ...settlement, rows: settlement.rows.map(stated) })).map(inText);
  if (contentHash(now) !== contentHash(settlement.rows))
    throw refused('budget.settlement.outdated', ['settleYear'], { year });
  await tx.manager.insert(BudgetSettlementSignOffEntity, {
    id: tx.newId(),
    settlementId: settlement.id,
    planId,
    year,
    contentHash: settlement.contentHash,
    signedBy: actor.personId ?? '',
    signedAt: tx.now,
  });
  await recordSettlement(tx, 'SettlementSigned', plan, settlement);
  return settlement;
}
