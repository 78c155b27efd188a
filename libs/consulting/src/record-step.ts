import type { Tx } from '@daegaejo/platform';
import type { PlanEntity } from '@daegaejo/plan';

/** A step of the consulting of a plan in the history; readable by the province it is for. */
export const recordStep = (
  tx: Tx,
  plan: PlanEntity,
  step: { type: string; data: Readonly<Record<string, string | number>>; reason?: string },
): Promise<void> =>
  tx.record({
    ...step,
    subject: { kind: 'plan', id: plan.id },
    roundId: plan.roundId,
    provinceId: plan.provinceId,
    audience: 'province',
  });
