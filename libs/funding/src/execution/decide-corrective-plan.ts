import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, type Tx } from '@daegaejo/platform';
import { lockPlan } from '@daegaejo/plan';
import { returnFindings, type Verdict } from './rules/index.js';
import { moveCorrective, openCorrective } from './move-corrective.js';
import type { CorrectivePlanEntity } from './store/execution.entity.js';

/** The secretariat accepts the corrective plan as filed, or returns it with a reason and a new date. */
export async function decideCorrectivePlan(
  tx: Tx,
  actor: Actor,
  input: Verdict & { readonly planId: string; readonly year: number },
): Promise<CorrectivePlanEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'decideCorrectivePlan', plan);
  const action = input.verdict === 'accepted' ? 'accept' : 'return';
  const corrective = await openCorrective(tx, plan, input.year, action);
  assertNone(returnFindings(input, tx.now));
  const change = { reason: input.reason, dueAt: input.dueAt ?? corrective.dueAt, decidedAt: tx.now };
  const type = action === 'accept' ? 'CorrectivePlanAccepted' : 'CorrectivePlanReturned';
  return moveCorrective(tx, plan, corrective, action, change, type);
}
