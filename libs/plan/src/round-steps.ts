import type { GateContext, RoundGate } from '@daegaejo/round';
import type { Finding } from '@daegaejo/platform/rules';
import { movePlan } from './move-plan.js';
import { planOf, plansIn } from './store/plans.js';

/** What plans have to say to the round's steps. */
export const PLAN_GATES: readonly RoundGate[] = [
  { action: 'start-screening', effect: lapseUnfiled },
  { action: 'start-evaluation', holds: unscreened, effect: putUnderEvaluation },
];

/** Whoever did not file by the deadline is out (접수하지 않아 종료). */
async function lapseUnfiled({ tx, round }: GateContext): Promise<void> {
  for (const plan of await plansIn(tx.manager, round.id, ['draft', 'pre-submitted', 'in-pre-consulting', 'revising']))
    await movePlan(tx, await planOf(tx, plan.id), 'lapse', { type: 'PlanLapsed' });
}

async function unscreened({ tx, round }: GateContext): Promise<Finding[]> {
  const waiting = await plansIn(tx.manager, round.id, ['submitted']);
  const ready = await plansIn(tx.manager, round.id, ['screened']);
  return [
    ...(waiting.length > 0 ? [{ field: 'plans', code: 'plan.unscreened', params: { count: waiting.length } }] : []),
    ...(ready.length === 0 ? [{ field: 'plans', code: 'plan.none-eligible' }] : []),
  ];
}

async function putUnderEvaluation({ tx, round }: GateContext): Promise<void> {
  for (const plan of await plansIn(tx.manager, round.id, ['screened']))
    await movePlan(tx, await planOf(tx, plan.id), 'start-evaluation');
}
