import { authorise } from '@daegaejo/identity';
import { type Actor, isPermitted } from '@daegaejo/identity/rules';
import { Problem, type Tx } from '@daegaejo/platform';
import { lockPlan } from '@daegaejo/plan';
import { heldRound } from '@daegaejo/round';
import type { BudgetStage, SentCell } from './rules/index.js';
import { type BudgetSet, setBudget } from './set-budget.js';

/**
 * Sets a stage-year of one plan. A province writes its request (요구); the draft and what the Assembly enacted are the
 * ministries' to write.
 */
export async function setPlanBudget(
  tx: Tx,
  actor: Actor,
  input: { planId: string; year: number; stage: BudgetStage; cells: readonly SentCell[]; partial: boolean },
): Promise<BudgetSet> {
  const { planId, year, stage, partial } = input;
  const plan = await lockPlan(tx, actor, planId);
  authorise(actor, 'setPlanBudget', plan);
  if (stage !== 'requested' && !isPermitted(actor, 'setCeiling', { roundId: plan.roundId }))
    throw new Problem(403, 'budget.stage.not-yours', { stage });
  const round = await heldRound(tx, plan.roundId);
  const cells = input.cells.map((cell) => ({ ...cell, planId }));
  return setBudget(tx, actor, { round, plans: [plan], year, stage, cells, scope: planId, ministryId: null, partial });
}
