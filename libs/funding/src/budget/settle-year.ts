import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, contentHash, refused, type Tx } from '@daegaejo/platform';
import { allowedActions } from '@daegaejo/platform/rules';
import { lockPlan, type PlanEntity } from '@daegaejo/plan';
import { PLAN_TABLE } from '@daegaejo/plan/rules';
import { heldRound, policyOf } from '@daegaejo/round';
import { AUDIT_FROM, settlementFindings, statedFindings } from './rules/index.js';
import { assertYear } from './set-budget.js';
import { inText, rowsOf, type StatedRow } from './settlement-rows.js';
import { BudgetSettlementEntity } from './store/budget.entity.js';
import { assertUnsettled, newestSettlement } from './store/settlements.js';

interface Input {
  readonly planId: string;
  readonly year: number;
  readonly rows: readonly StatedRow[];
  readonly auditReference: string | null;
}

/**
 * The province settles one year of its plan (정산), source by source: granted + carried in + interest = executed + carry-over
 * + returned, exact to the won. Settling again is a new version, until the secretariat has signed.
 */
export async function settleYear(tx: Tx, actor: Actor, input: Input): Promise<BudgetSettlementEntity> {
  const { planId, year, auditReference } = input;
  const plan = await lockPlan(tx, actor, planId);
  authorise(actor, 'settleYear', plan);
  const round = await heldRound(tx, plan.roundId);
  const policy = await policyOf(tx.manager, round);
  assertYear(year, policy);
  if (plan.state !== 'designated')
    throw refused('budget.payment.not-now', allowedActions(PLAN_TABLE, plan.state), { state: plan.state });
  await assertUnsettled(tx.manager, planId, year);
  const rows = await rowsOf(tx, plan, input);
  const sources = input.rows.map(({ source }) => source);
  const auditFrom = BigInt(policy.funding?.auditFromWon ?? AUDIT_FROM);
  assertNone([...statedFindings(sources, rows), ...settlementFindings(rows, { auditReference, auditFrom })]);
  const kept = rows.map(inText);
  const last = await newestSettlement(tx.manager, planId, year);
  const settlement: BudgetSettlementEntity = {
    id: tx.newId(),
    roundId: round.id,
    planId,
    year,
    no: (last?.no ?? 0) + 1,
    rows: kept,
    auditReference,
    contentHash: contentHash({ planId, year, rows: kept, auditReference }),
    submittedBy: actor.personId ?? '',
    submittedAt: tx.now,
  };
  await tx.manager.insert(BudgetSettlementEntity, settlement as never);
  await recordSettlement(tx, 'YearSettled', plan, settlement);
  return settlement;
}

/** Writes what became of a settlement into the history of its plan. */
export const recordSettlement = (
  tx: Tx,
  type: 'YearSettled' | 'SettlementSigned',
  { roundId, provinceId }: PlanEntity,
  { planId, year, no, contentHash: hash }: BudgetSettlementEntity,
): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 'plan', id: planId },
    roundId,
    provinceId,
    contentHash: hash,
    data: { year, no },
    audience: 'province',
  });
