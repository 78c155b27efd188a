import { changeRecord, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, nextState } from '@daegaejo/platform/rules';
import type { PlanEntity } from '@daegaejo/plan';
import { CORRECTIVE_TABLE, type CorrectiveAction } from '../rules/index.js';
import { CorrectivePlanEntity } from './store/execution.entity.js';
import { correctiveOf } from './store/reports.js';

/** The corrective plan of a year, if `action` is open to it now. */
export async function openCorrective(
  tx: Tx,
  plan: PlanEntity,
  year: number,
  action: CorrectiveAction,
): Promise<CorrectivePlanEntity> {
  const corrective = await correctiveOf(tx.manager, plan.id, year);
  if (corrective === null) throw refused('execution.corrective.none', [], { year: String(year) });
  if (nextState(CORRECTIVE_TABLE, corrective.state, action) === null)
    throw refused('execution.corrective.not-now', allowedActions(CORRECTIVE_TABLE, corrective.state), {
      state: corrective.state,
    });
  return corrective;
}

/** Takes it one step on, and says so in the history. */
export async function moveCorrective(
  tx: Tx,
  plan: PlanEntity,
  corrective: CorrectivePlanEntity,
  action: CorrectiveAction,
  change: Partial<CorrectivePlanEntity>,
  type: string,
): Promise<CorrectivePlanEntity> {
  const state = nextState(CORRECTIVE_TABLE, corrective.state, action) ?? corrective.state;
  const changed = await changeRecord(tx.manager, CorrectivePlanEntity, corrective, { ...change, state });
  await tx.record({
    type,
    subject: { kind: 'plan', id: plan.id },
    roundId: plan.roundId,
    provinceId: plan.provinceId,
    data: { year: corrective.year },
    audience: 'province',
  });
  return changed;
}
