import { organisationIds } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import type { PlanEntity } from '@daegaejo/plan';
import type { BudgetSource } from '@daegaejo/plan/rules';
import { contentHash, type Tx } from '@daegaejo/platform';
import { sumWon } from '@daegaejo/platform/rules';
import type { FundingLine } from './rules/index.js';
import { FundingLineEntity, FundingPlanEntity } from './store/funding.entity.js';

/** Writes lines that were checked down as version `no` of a region's funding plan; their sum is its total. */
export async function storeFunding(
  tx: Tx,
  actor: Actor,
  plan: PlanEntity,
  no: number,
  lines: readonly FundingLine[],
): Promise<FundingPlanEntity> {
  const total = sumWon(lines.map(({ amount }) => amount));
  const ids = await organisationIds(tx.manager, [...new Set(lines.map(({ ministry }) => ministry))]);
  const inText = lines.map(({ year, ministry, source, amount }) => ({
    year,
    ministry,
    source,
    amount: String(amount),
  }));
  const funding: FundingPlanEntity = {
    id: tx.newId(),
    roundId: plan.roundId,
    planId: plan.id,
    no,
    total,
    contentHash: contentHash({ total: String(total), lines: inText }),
    createdBy: actor.personId ?? '',
    createdAt: tx.now,
  };
  await tx.manager.insert(FundingPlanEntity, funding);
  await tx.manager.insert(
    FundingLineEntity,
    lines.map(({ year, ministry, source, amount }) => ({
      id: tx.newId(),
      fundingPlanId: funding.id,
      year,
      ministryId: ids.get(ministry) ?? '',
      source: source as BudgetSource,
      amount,
    })),
  );
  await tx.record({
    type: 'FundingSet',
    subject: { kind: 'plan', id: plan.id },
    roundId: plan.roundId,
    provinceId: plan.provinceId,
    contentHash: funding.contentHash,
    data: { no: funding.no, total: String(funding.total) },
    audience: 'province',
  });
  return funding;
}
