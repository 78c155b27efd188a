import { authorise } from '@daegaejo/identity';
import type { Actor, OperationId } from '@daegaejo/identity/rules';
import { changeRecord, contentHash, type Problem, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, nextState } from '@daegaejo/platform/rules';
import { assertInTime, notNow, type RoundEntity, rulesNow, type RulesNow } from '@daegaejo/round';
import { assertNoConflict } from '../panel/conflicts.js';
import { SHEET_TABLE, type SheetAction } from '../rules/index.js';
import { ScoreSheetEntity, type ScoreSheetVersionEntity, type SheetPhase } from '../store/evaluation.entity.js';
import { addVersion, holdSheet } from '../store/held-sheet.js';
import { ReEvaluationPanelEntity } from '../store/new-panel.entity.js';

/** A sheet in its evaluator's hands, with the rules it stands under. */
export interface OwnSheet extends RulesNow {
  readonly sheet: ScoreSheetEntity;
  readonly round: RoundEntity;
}

/** The sheet, if it is the actor's, no conflict stands between him and the plan, and `open` lets the round pass. */
export async function ownSheet(
  tx: Tx,
  actor: Actor,
  sheetId: string,
  operation: OperationId,
  open: (found: OwnSheet) => Promise<void> | void,
): Promise<OwnSheet> {
  const { sheet, round, plan } = await holdSheet(tx, actor, sheetId);
  authorise(actor, operation, { roundId: sheet.roundId, people: [sheet.personId] });
  const own = { sheet, round, ...(await rulesNow(tx.manager, round)) };
  await open(own);
  await assertNoConflict(tx, own.policy, plan, sheet.personId);
  return own;
}

/**
 * The same while scoring is open: state and deadline are looked at every time. After the lock only a substitute still has a
 * sheet in hand; he came when the deadline was over, so it does not bind him. A new panel has a deadline of its own. `steps` are
 * taken one after the other.
 */
export function scoringSheet(
  tx: Tx,
  actor: Actor,
  sheetId: string,
  operation: OperationId,
  ...steps: readonly [...SheetAction[], SheetAction]
): Promise<OwnSheet> {
  return ownSheet(tx, actor, sheetId, operation, ({ sheet, round, deadlineOf }) => {
    assertMove(sheet, ...steps);
    if (sheet.series === 're-evaluation') return assertScoringAnew(tx, sheet, round, lastOf(steps));
    if (round.state === 'scores-locked') return;
    if (round.state !== 'evaluating') throw notNow(round, lastOf(steps));
    assertInTime(tx, deadlineOf('scoring'));
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

/** Refuses (409) unless the sheet can take these steps of the table one after the other. */
export function assertMove(sheet: ScoreSheetEntity, ...steps: readonly [...SheetAction[], SheetAction]): void {
  let { state } = sheet;
  for (const step of steps) {
    const next = nextState(SHEET_TABLE, state, step);
    if (next === null) throw sheetNotNow(sheet, lastOf(steps));
    state = next;
  }
}

const lastOf = (steps: readonly [...SheetAction[], SheetAction]): SheetAction => steps[steps.length - 1] as SheetAction;

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
  const { id: sheetId, marks, overall } = sheet;
  const hash = contentHash({ marks, overall });
  await addVersion(tx, { sheetId, marks, overall, contentHash: hash, phase, reasons });
  return hash;
}
