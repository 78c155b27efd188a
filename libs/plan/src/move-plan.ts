import { changeRecord, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, nextState } from '@daegaejo/platform/rules';
import { PLAN_TABLE, type PlanAction } from './rules/index.js';
import { PlanEntity } from './store/plan.entity.js';

/** Takes a plan one step on and records it: 409 with the actions open now where the table has no such step. */
export async function movePlan(
  tx: Tx,
  plan: PlanEntity,
  action: PlanAction,
  more: {
    change?: Partial<PlanEntity>;
    type?: string;
    reason?: string | null;
    contentHash?: string | null;
    data?: Readonly<Record<string, string | number | boolean | null>>;
    audience?: 'public' | 'province' | 'staff';
  } = {},
): Promise<PlanEntity> {
  const to = nextState(PLAN_TABLE, plan.state, action);
  if (to === null) throw planNotNow(plan, action);
  const moved = await changeRecord(tx.manager, PlanEntity, plan, { ...more.change, state: to, updatedAt: tx.now });
  await tx.record({
    type: more.type ?? 'PlanMoved',
    subject: { kind: 'plan', id: plan.id },
    roundId: plan.roundId,
    provinceId: plan.provinceId,
    from: plan.state,
    to,
    reason: more.reason ?? null,
    contentHash: more.contentHash ?? null,
    data: { action, ...more.data },
    audience: more.audience ?? 'province',
  });
  return moved;
}

export const planNotNow = (plan: PlanEntity, action: string) =>
  refused('plan.not-now', allowedActions(PLAN_TABLE, plan.state), { state: plan.state, action });
