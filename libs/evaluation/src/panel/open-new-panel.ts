import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, assertVersion, changeRecord, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, type Instant, nextState } from '@daegaejo/platform/rules';
import { lockPlan, planNotNow } from '@daegaejo/plan';
import { NEW_PANEL_TABLE, type NewPanelAction } from '../rules/index.js';
import { ReEvaluationPanelEntity } from '../store/new-panel.entity.js';
import { lockNewPanelOf, readNewPanel } from '../store/new-panels.js';

/**
 * The secretariat opens the re-evaluation of a plan whose objection was upheld: from now on its new panel is appointed, and marks
 * until `scoreBy`. 409 unless the plan is to be evaluated anew, or where it is open already.
 */
export async function openNewPanel(
  tx: Tx,
  actor: Actor,
  input: { planId: string; scoreBy: Instant },
): Promise<ReEvaluationPanelEntity> {
  const plan = await lockPlan(tx, actor, input.planId);
  authorise(actor, 'openReEvaluation', plan);
  if (plan.state !== 're-evaluation') throw planNotNow(plan, 'open-re-evaluation');
  if (await tx.manager.existsBy(ReEvaluationPanelEntity, { planId: plan.id }))
    throw refused('re-evaluation.opened-already', ['extendReEvaluation']);
  assertAhead(tx, input.scoreBy, tx.now);
  const panel: ReEvaluationPanelEntity = {
    id: tx.newId(),
    roundId: plan.roundId,
    planId: plan.id,
    state: NEW_PANEL_TABLE.initial,
    scoreBy: input.scoreBy,
    openedAt: tx.now,
    version: 1,
  };
  await tx.manager.insert(ReEvaluationPanelEntity, panel);
  await recordPanel(tx, panel, 'ReEvaluationOpened', null);
  return panel;
}

/** The secretariat gives the new panel more time, for everybody and with a reason; never less. */
export async function extendNewPanel(
  tx: Tx,
  actor: Actor,
  input: { panelId: string; scoreBy: Instant; reason: string; expectedVersion: number | null },
): Promise<ReEvaluationPanelEntity> {
  const known = await readNewPanel(tx.manager, actor, input.panelId);
  authorise(actor, 'extendReEvaluation', known);
  const panel = (await lockNewPanelOf(tx, known.planId)) ?? known;
  assertVersion(panel, input.expectedVersion);
  assertPanelMove(panel, 'extend');
  assertAhead(tx, input.scoreBy, panel.scoreBy);
  return movePanel(tx, panel, 'extend', 'ReEvaluationExtended', { scoreBy: input.scoreBy }, input.reason);
}

/** 422 unless the moment is after now, and after the one it takes the place of. */
function assertAhead({ now }: Tx, scoreBy: Instant, before: Instant): void {
  const after = before > now ? before : now;
  assertNone(scoreBy > after ? [] : [{ field: 'scoreBy', code: 're-evaluation.score-by', params: { after } }]);
}

export function assertPanelMove(panel: ReEvaluationPanelEntity, action: NewPanelAction): void {
  if (nextState(NEW_PANEL_TABLE, panel.state, action) !== null) return;
  throw refused('re-evaluation.locked', allowedActions(NEW_PANEL_TABLE, panel.state));
}

/** Takes a new panel one step on, and records it. */
export async function movePanel(
  tx: Tx,
  panel: ReEvaluationPanelEntity,
  action: NewPanelAction,
  type: string,
  change: Partial<ReEvaluationPanelEntity> = {},
  reason: string | null = null,
): Promise<ReEvaluationPanelEntity> {
  const state = nextState(NEW_PANEL_TABLE, panel.state, action) ?? panel.state;
  const moved = await changeRecord(tx.manager, ReEvaluationPanelEntity, panel, { ...change, state });
  await recordPanel(tx, moved, type, panel.state, reason);
  return moved;
}

const recordPanel = (
  tx: Tx,
  panel: ReEvaluationPanelEntity,
  type: string,
  from: string | null,
  reason: string | null = null,
): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 're-evaluation-panel', id: panel.id },
    roundId: panel.roundId,
    from,
    to: panel.state,
    reason,
    data: { planId: panel.planId, scoreBy: panel.scoreBy },
    audience: 'staff',
  });
