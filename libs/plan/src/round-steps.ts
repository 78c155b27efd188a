import type { GateContext, RoundGate } from '@daegaejo/round';
import type { Finding } from '@daegaejo/platform/rules';
import { movePlan } from './move-plan.js';
import { planOf, plansIn } from './store/plans.js';
import { supplementsOver } from './store/supplements.js';

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

/** A plan that was returned is waited for until its term ends; then it is to be screened like the others. */
async function unscreened({ tx, round }: GateContext): Promise<Finding[]> {
  const over = await supplementsOver(tx.manager, tx.now);
  const returned = await plansIn(tx.manager, round.id, ['supplement']);
  const open = returned.filter(({ id }) => !over.includes(id)).length;
  const waiting = (await plansIn(tx.manager, round.id, ['submitted'])).length + returned.length - open;
  const ready = await plansIn(tx.manager, round.id, ['screened']);
  return [
    ...(open > 0 ? [{ field: 'plans', code: 'plan.supplement.open', params: { count: open } }] : []),
    ...(waiting > 0 ? [{ field: 'plans', code: 'plan.unscreened', params: { count: waiting } }] : []),
    ...(ready.length === 0 ? [{ field: 'plans', code: 'plan.none-eligible' }] : []),
  ];
}

async function putUnderEvaluation({ tx, round }: GateContext): Promise<void> {
  for (const plan of await plansIn(tx.manager, round.id, ['screened']))
    await movePlan(tx, await planOf(tx, plan.id), 'start-evaluation');
}
