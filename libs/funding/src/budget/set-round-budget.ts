import { authorise, organisationIds } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, lockRow, type Tx } from '@daegaejo/platform';
import { plansIn } from '@daegaejo/plan';
import { policyOf, readRound } from '@daegaejo/round';
import { type BudgetStage, statesFor } from './rules/index.js';
import { assertYear, type BudgetSet, type SentPlanCell, setBudget } from './set-budget.js';

/**
 * Sets a stage-year of a whole round, or of one ministry in it. An officer may set any; a reviewer only what is his
 * ministry's, and he names it.
 */
export async function setRoundBudget(
  tx: Tx,
  actor: Actor,
  input: {
    roundId: string;
    year: number;
    stage: BudgetStage;
    ministry: string | null;
    cells: readonly SentPlanCell[];
    partial: boolean;
  },
): Promise<BudgetSet> {
  const { year, stage, cells, partial } = input;
  const round = await readRound(tx.manager, actor, input.roundId);
  const ministryId = input.ministry === null ? null : await ministryOf(tx, input.ministry);
  authorise(actor, 'setRoundBudget', { roundId: round.id, ministryIds: ministryId === null ? [] : [ministryId] });
  const policy = await policyOf(tx.manager, round);
  assertYear(year, policy);
  const states = statesFor(year, policy);
  const found = await plansIn(tx.manager, round.id, states);
  for (const { id } of found.sort((a, b) => (a.id < b.id ? -1 : 1))) await lockRow(tx, 'plan', id);
  const plans = await plansIn(tx.manager, round.id, states);
  const scope = ministryId ?? 'round';
  return setBudget(tx, actor, { round, plans, year, stage, cells, scope, ministryId, partial });
}

/** Id of a ministry by our code; 422 where there is none. */
export async function ministryOf(tx: Pick<Tx, 'manager'>, code: string, field = 'ministry'): Promise<string> {
  const id = (await organisationIds(tx.manager, [code])).get(code);
  if (id === undefined) assertNone([{ field, code: 'funding.ministry.unknown', params: { ministry: code } }]);
  return id ?? '';
}
