import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, type Tx } from '@daegaejo/platform';
import { lockPlan } from '@daegaejo/plan';
import { moveCorrective, openCorrective } from './move-corrective.js';
import type { CorrectivePlanEntity } from './store/execution.entity.js';

/** The secretariat accepts the corrective plan as filed, or returns it with a reason and a new date. */
export async function decideCorrectivePlan(
  tx: Tx,
  actor: Actor,
  input: {
    planId: string;
    year: number;
    verdict: 'accepted' | 'returned';
    reason: string | null;
    dueAt: string | null;
  },
): Promise<CorrectivePlanEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'decideCorrectivePlan', plan);
  const action = input.verdict === 'accepted' ? 'accept' : 'return';
  const corrective = await openCorrective(tx, plan, input.year, action);
  if (action === 'return')
    assertNone([
      ...(input.reason === null ? [{ field: 'reason', code: 'execution.check.reason' }] : []),
      ...(input.dueAt === null ? [{ field: 'dueAt', code: 'execution.check.due' }] : []),
      ...(input.dueAt !== null && input.dueAt <= tx.now
        ? [{ field: 'dueAt', code: 'execution.due-past', params: { dueAt: input.dueAt } }]
        : []),
    ]);
  const change = { reason: input.reason, dueAt: input.dueAt ?? corrective.dueAt, decidedAt: tx.now };
  const type = action === 'accept' ? 'CorrectivePlanAccepted' : 'CorrectivePlanReturned';
  return moveCorrective(tx, plan, corrective, action, change, type);
}
