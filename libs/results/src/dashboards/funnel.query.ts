import type { Actor } from '@daegaejo/identity/rules';
import type { Reading } from '@daegaejo/platform';
import type { PlanState, VersionKind } from '@daegaejo/plan/rules';
import { FUNNEL_LABELS, type FunnelPlan, funnelOf } from '../rules/index.js';
import { plansInFunnel } from '../store/agreed-plans.js';
import { admitToDashboard } from './admit.js';

/** The funnel of a round: how many plans came how far, and which stand apart. Counts only, nobody is named. */
export async function funnelDashboard(reading: Reading, actor: Actor, roundId: string) {
  const { round } = await admitToDashboard(reading, actor, 'getFunnelDashboard', roundId);
  const plans = new Map<string, { state: PlanState; kinds: VersionKind[] }>();
  for (const { planId, state, kind } of await plansInFunnel(reading, roundId)) {
    const plan = plans.get(planId) ?? { state, kinds: [] };
    if (kind !== null) plan.kinds.push(kind as VersionKind);
    plans.set(planId, plan);
  }
  const { steps, exits, drafts } = funnelOf([...plans.values()] satisfies FunnelPlan[]);
  return {
    dashboard: 'funnel' as const,
    title: `${round.year}년 회차의 단계별 계획 수`,
    roundId,
    asOf: reading.now,
    steps: steps.map((step) => ({ ...step, label: FUNNEL_LABELS[step.step] })),
    exits: exits.map((exit) => ({ ...exit })),
    drafts,
  };
}
export type FunnelDashboard = Awaited<ReturnType<typeof funnelDashboard>>;
