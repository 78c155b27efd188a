import { authorise } from '@daegaejo/identity';
import { type Actor, isPermitted, STAFF_ROLES } from '@daegaejo/identity/rules';
import { assertVersion, changeRecord, Problem, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, canonicalJson, nextState } from '@daegaejo/platform/rules';
import { markScoresDirty } from '../results/mark-dirty.js';
import { keepVersion, recordSheet } from './own-sheet.js';
import { assertCorrectable, recordCorrection } from './propose-correction.js';
import { cannotDecide, changedCriteria, CORRECTION_TABLE, type CorrectionAction } from '../rules/index.js';
import type { ScoreGates } from './score-gates.js';
import { ScoreSheetEntity } from '../store/evaluation.entity.js';
import { chairsOf } from '../store/evaluations.js';
import { lockCorrection, sheetOf } from '../store/scoring.js';
import { SheetCorrectionEntity } from '../store/scoring.entity.js';

/** Another person, of the other side, approves or rejects a correction; approved, it is on the sheet in the same transaction. */
export async function decideCorrection(
  tx: Tx,
  actor: Actor,
  gates: ScoreGates,
  input: { correctionId: string; decision: 'approve' | 'reject'; note: string | null; expectedVersion: number | null },
): Promise<SheetCorrectionEntity> {
  const correction = await lockCorrection(tx, actor, input.correctionId);
  const chairs = await chairsOf(tx.manager, correction.roundId);
  authorise(actor, 'decideCorrection', { roundId: correction.roundId, people: chairs });
  const sheet = await sheetOf(tx, correction.sheetId);
  assertOtherSide(actor, correction, sheet, chairs);
  assertVersion(correction, input.expectedVersion);
  const state = assertMove(correction, input.decision);
  if (input.decision === 'approve') {
    await assertCorrectable(tx, gates, correction.roundId);
    assertSameSheet(correction, sheet);
  }
  const decided = await changeRecord(tx.manager, SheetCorrectionEntity, correction, {
    state,
    decidedBy: actor.personId,
    decidedAt: tx.now,
    decisionNote: input.note,
  });
  const type = input.decision === 'approve' ? 'CorrectionApproved' : 'CorrectionRejected';
  await recordCorrection(tx, decided, type, correction.state, input.note);
  if (input.decision === 'approve') await correct(tx, decided, sheet);
  return decided;
}

/** Whoever proposed it takes it back, while nobody decided. */
export async function withdrawCorrection(
  tx: Tx,
  actor: Actor,
  input: { correctionId: string; expectedVersion: number | null },
): Promise<SheetCorrectionEntity> {
  const correction = await lockCorrection(tx, actor, input.correctionId);
  authorise(actor, 'withdrawCorrection', { roundId: correction.roundId, people: [correction.proposedBy] });
  assertVersion(correction, input.expectedVersion);
  const withdrawn = await changeRecord(tx.manager, SheetCorrectionEntity, correction, {
    state: assertMove(correction, 'withdraw'),
    decidedBy: actor.personId,
    decidedAt: tx.now,
  });
  await recordCorrection(tx, withdrawn, 'CorrectionWithdrawn', correction.state, null);
  return withdrawn;
}

/** The sheet takes the marks word for word as they were approved; the ranking is computed anew. */
async function correct(tx: Tx, correction: SheetCorrectionEntity, sheet: ScoreSheetEntity): Promise<void> {
  const corrected = await changeRecord(tx.manager, ScoreSheetEntity, sheet, { marks: correction.after });
  const reasons = changedCriteria(sheet.marks, correction.after).map((criterion) => ({
    criterion,
    reason: correction.reason,
  }));
  const hash = await keepVersion(tx, corrected, 'correction', reasons);
  await recordSheet(tx, sheet, 'ScoreSheetCorrected', corrected.state, { hash, reason: correction.reason });
  await markScoresDirty(tx, sheet.roundId);
}

function assertOtherSide(
  actor: Actor,
  correction: SheetCorrectionEntity,
  sheet: ScoreSheetEntity,
  chairs: readonly string[],
): void {
  const grants = actor.grants.filter(({ role }) => STAFF_ROLES.includes(role));
  const staff = isPermitted({ ...actor, grants }, 'decideCorrection', { roundId: correction.roundId });
  const parties = { proposedBy: correction.proposedBy, evaluator: sheet.personId };
  const why = cannotDecide(parties, chairs, { personId: actor.personId, staff });
  if (why === 'same-person') throw new Problem(403, 'evaluation.correction.same-person');
  if (why === 'own-sheet') throw new Problem(403, 'evaluation.correction.own-sheet');
  if (why === 'other-side') throw new Problem(403, 'evaluation.correction.other-side');
}

function assertMove(correction: SheetCorrectionEntity, action: CorrectionAction): SheetCorrectionEntity['state'] {
  const state = nextState(CORRECTION_TABLE, correction.state, action);
  if (state === null)
    throw refused('evaluation.correction.decided', allowedActions(CORRECTION_TABLE, correction.state), {
      state: correction.state,
    });
  return state;
}

/** The sheet must be the one the proposal spoke of: locked, in that version, with those marks. */
function assertSameSheet(correction: SheetCorrectionEntity, sheet: ScoreSheetEntity): void {
  const same =
    sheet.state === 'locked' &&
    sheet.version + 1 === correction.sheetVersion &&
    canonicalJson(sheet.marks) === canonicalJson(correction.before);
  if (!same) throw refused('evaluation.correction.outdated', ['reject', 'withdraw'], { state: sheet.state });
}
