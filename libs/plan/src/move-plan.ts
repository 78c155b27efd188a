import { changeRecord, refused, stale, type Tx } from '@daegaejo/platform';
import { allowedActions, nextState } from '@daegaejo/platform/rules';
import { outwardState, PLAN_TABLE, type PlanAction, type PlanState } from './rules/index.js';
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
    /** The province must not notice: its version and time stay, and what it is shown hides the state. */
    unseen?: true;
  } = {},
): Promise<PlanEntity> {
  const to = nextState(PLAN_TABLE, plan.state, action);
  if (to === null) throw planNotNow(plan, action);
  const moved =
    more.unseen === true
      ? await moveUnseen(tx, plan, to)
      : await changeRecord(tx.manager, PlanEntity, plan, { ...more.change, state: to, updatedAt: tx.now });
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

/** The same compare-and-set, without a new version. */
async function moveUnseen(tx: Tx, plan: PlanEntity, state: PlanState): Promise<PlanEntity> {
  const { id, version } = plan;
  const moved = await tx.manager.update(PlanEntity, { id, version, state: plan.state }, { state });
  if (moved.affected !== 1) throw stale(version);
  return { ...plan, state };
}

/** 409 with what is open now. A deferred plan answers as one that waits: whoever asks may be its province. */
export function planNotNow(plan: PlanEntity, action: string) {
  const state = outwardState(plan.state);
  return refused('plan.not-now', allowedActions(PLAN_TABLE, state), { state, action });
}
