import { authorise } from '@daegaejo/identity';
import type { Actor, OperationId } from '@daegaejo/identity/rules';
import { changeRecord, contentHash, type Problem, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, nextState } from '@daegaejo/platform/rules';
import { heldPlan } from '@daegaejo/plan';
import { assertInTime, currentDeadline, heldRound, notNow, policyOf, type RoundEntity } from '@daegaejo/round';
import type { RoundPolicy } from '@daegaejo/round/rules';
import { assertNoConflict } from '../panel/conflicts.js';
import { SHEET_TABLE, type SheetAction } from '../rules/index.js';
import { ScoreSheetEntity, ScoreSheetVersionEntity, type SheetPhase } from '../store/evaluation.entity.js';
import { ReEvaluationPanelEntity } from '../store/new-panel.entity.js';
import { lockSheet } from '../store/evaluations.js';

/** A sheet in its evaluator's hands, with the rules it stands under. */
export interface OwnSheet {
  readonly sheet: ScoreSheetEntity;
  readonly round: RoundEntity;
  readonly policy: RoundPolicy;
}

/** The sheet, if it is the actor's, no conflict stands between him and the plan, and `open` lets the round pass. */
export async function ownSheet(
  tx: Tx,
  actor: Actor,
  sheetId: string,
  operation: OperationId,
  open: (found: OwnSheet) => Promise<void>,
): Promise<OwnSheet> {
  const sheet = await lockSheet(tx, actor, sheetId);
  authorise(actor, operation, { roundId: sheet.roundId, people: [sheet.personId] });
  const round = await heldRound(tx, sheet.roundId);
  const policy = await policyOf(tx.manager, round);
  await open({ sheet, round, policy });
  await assertNoConflict(tx, policy, await heldPlan(tx, sheet.planId), sheet.personId);
  return { sheet, round, policy };
}

/**
 * The same while scoring is open: state and deadline are looked at every time. After the lock only a substitute still has a
 * sheet in hand; he came when the deadline was over, so it does not bind him. A new panel has a deadline of its own.
 */
export function scoringSheet(
  tx: Tx,
  actor: Actor,
  sheetId: string,
  operation: OperationId,
  action: SheetAction,
): Promise<OwnSheet> {
  return ownSheet(tx, actor, sheetId, operation, async ({ sheet, round, policy }) => {
    assertMove(sheet, action);
    if (sheet.series === 're-evaluation') return assertScoringAnew(tx, sheet, round, action);
    if (round.state === 'scores-locked') return;
    if (round.state !== 'evaluating') throw notNow(round, action);
    const deadline = await currentDeadline(tx.manager, round, policy, 'scoring');
    assertInTime(tx, deadline);
  });
}

async function assertScoringAnew(
  tx: Tx,
  { planId }: ScoreSheetEntity,
  round: RoundEntity,
  action: SheetAction,
): Promise<void> {
  const panel = await tx.manager.findOneBy(ReEvaluationPanelEntity, { planId });
  if (round.state !== 'objection-window' || panel === null) throw notNow(round, action);
  if (panel.state !== 'open') throw refused('re-evaluation.locked', []);
  assertInTime(tx, panel.scoreBy);
}

export function assertMove(sheet: ScoreSheetEntity, action: SheetAction): void {
  if (nextState(SHEET_TABLE, sheet.state, action) === null) throw sheetNotNow(sheet, action);
}

export const sheetNotNow = (sheet: ScoreSheetEntity, action: string): Problem =>
  refused('evaluation.sheet-not-now', allowedActions(SHEET_TABLE, sheet.state), { state: sheet.state, action });

/** Takes one step of the table; recorded where `type` names what happened. */
export async function moveSheet(
  tx: Tx,
  sheet: ScoreSheetEntity,
  action: SheetAction,
  type: string | null,
  change: Partial<ScoreSheetEntity>,
  more: { hash?: string; reason?: string } = {},
): Promise<ScoreSheetEntity> {
  const state = nextState(SHEET_TABLE, sheet.state, action) ?? sheet.state;
  const changed = await changeRecord(tx.manager, ScoreSheetEntity, sheet, { ...change, state });
  if (type !== null) await recordSheet(tx, sheet, type, state, more);
  return changed;
}

export const recordSheet = (
  tx: Tx,
  sheet: ScoreSheetEntity,
  type: string,
  to: string,
  { hash, reason }: { hash?: string; reason?: string } = {},
): Promise<void> =>
  tx.record({
    type,
    subject: { kind: 'score-sheet', id: sheet.id },
    roundId: sheet.roundId,
    from: sheet.state,
    to,
    reason: reason ?? null,
    contentHash: hash ?? null,
    data: { planId: sheet.planId, personId: sheet.personId },
  });

/** Keeps the marks of a sheet as its next version, for ever; answers their hash. */
export async function keepVersion(
  tx: Tx,
  sheet: ScoreSheetEntity,
  phase: SheetPhase | null,
  reasons: ScoreSheetVersionEntity['reasons'] = null,
): Promise<string> {
  const no = 1 + (await tx.manager.countBy(ScoreSheetVersionEntity, { sheetId: sheet.id }));
  const hash = contentHash({ marks: sheet.marks, overall: sheet.overall });
  await tx.manager.insert(ScoreSheetVersionEntity, {
    id: tx.newId(),
    sheetId: sheet.id,
    no,
    marks: sheet.marks as never,
    overall: sheet.overall,
    contentHash: hash,
    phase: phase ?? (no === 1 ? 'first' : 'returned'),
    reasons: reasons as never,
    submittedAt: tx.now,
  });
  return hash;
}
