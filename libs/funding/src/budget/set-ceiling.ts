import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, assertVersion, changeRecord, type Tx } from '@daegaejo/platform';
import { sumWon } from '@daegaejo/platform/rules';
import { lockRound, policyOf } from '@daegaejo/round';
import type { BudgetStage } from './rules/index.js';
import { assertYear } from './set-budget.js';
import { ministryOf } from './set-round-budget.js';
import { BudgetCeilingEntity, BudgetLineEntity } from './store/budget.entity.js';

interface Input {
  readonly roundId: string;
  readonly ministry: string;
  readonly year: number;
  readonly stage: BudgetStage;
  /** Won. */
  readonly amount: bigint;
  readonly expectedVersion: number | null;
}

/**
 * Sets what a ministry may give in one year of a round (국비). It cannot go below what is used; a new one starts with what
 * already stands at its stage. The round is locked, so that nothing is allocated in between;
 * what is used counts in the version as well, so a ceiling that moved all the same is a 412.
 */
export async function setCeiling(tx: Tx, actor: Actor, input: Input): Promise<BudgetCeilingEntity> {
  const { year, stage, amount } = input;
  const round = await lockRound(tx, actor, input.roundId);
  authorise(actor, 'setCeiling', { roundId: round.id });
  assertYear(year, await policyOf(tx.manager, round));
  const ministryId = await ministryOf(tx, input.ministry);
  const at = { roundId: round.id, ministryId, year, source: 'national' as const, stage };
  const known = await tx.manager.findOneBy(BudgetCeilingEntity, at);
  if (known !== null) assertVersion(known, input.expectedVersion);
  const used = known?.used ?? (await standing(tx, at));
  if (amount < used)
    assertNone([
      {
        field: 'amount',
        code: 'budget.ceiling.below-used',
        params: { amount: String(amount), used: String(used) },
      },
    ]);
  const fresh: BudgetCeilingEntity = { ...at, id: tx.newId(), amount, used, version: 1 };
  if (known === null) await tx.manager.insert(BudgetCeilingEntity, fresh);
  const ceiling = known === null ? fresh : await changeRecord(tx.manager, BudgetCeilingEntity, known, { amount });
  await tx.record({
    type: 'BudgetCeilingSet',
    subject: { kind: 'round', id: round.id },
    roundId: round.id,
    data: {
      ministry: input.ministry,
      year,
      stage,
      amount: String(amount),
      before: known === null ? null : String(known.amount),
    },
  });
  return ceiling;
}

async function standing(tx: Tx, at: Pick<BudgetCeilingEntity, 'roundId' | 'ministryId' | 'year' | 'source' | 'stage'>) {
  const lines = await tx.manager.find(BudgetLineEntity, { where: at, select: { id: true, amount: true } });
  return sumWon(lines.map(({ amount }) => amount));
}
