import { authorise } from '@daegaejo/identity';
import type { Actor, OperationId } from '@daegaejo/identity/rules';
import { assertNone, assertVersion, changeRecord, contentHash, Problem, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, nextState } from '@daegaejo/platform/rules';
import { planOf } from '@daegaejo/plan';
import { currentDeadline, notNow, policyOf, roundOf } from '@daegaejo/round';
import { isInTime, type RoundPolicy } from '@daegaejo/round/rules';
import { assertNoConflict } from './conflicts.js';
import { markScoresDirty } from './mark-dirty.js';
import { checkMarks, type ReturnReason, SHEET_TABLE, type SheetAction } from './rules/index.js';
import { ScoreSheetEntity, ScoreSheetVersionEntity, type StoredMark } from './store/evaluation.entity.js';
import { chairsOf, lockSheet } from './store/evaluations.js';

/** The evaluator saves his sheet (임시저장): marks may be missing, but none may be out of range. */
export async function saveScoreSheet(
  tx: Tx,
  actor: Actor,
  input: { sheetId: string; marks: readonly StoredMark[]; overall: string | null; expectedVersion: number },
): Promise<ScoreSheetEntity> {
  const { sheet, policy } = await ownSheet(tx, actor, input.sheetId, 'saveScoreSheet', 'save');
  assertVersion(sheet, input.expectedVersion);
  assertNone(checkMarks(policy.criteria, input.marks, { complete: false }));
  return move(tx, sheet, 'save', null, { marks: input.marks, overall: input.overall });
}

/** The evaluator hands his sheet in (제출): every criterion marked; an immutable version of it is kept. */
export async function submitScoreSheet(
  tx: Tx,
  actor: Actor,
  input: { sheetId: string; expectedVersion: number | null },
): Promise<ScoreSheetEntity> {
  const { sheet, policy } = await ownSheet(tx, actor, input.sheetId, 'submitScoreSheet', 'submit');
  assertVersion(sheet, input.expectedVersion);
  assertNone(checkMarks(policy.criteria, sheet.marks, { complete: true }));
  const no = 1 + (await tx.manager.countBy(ScoreSheetVersionEntity, { sheetId: sheet.id }));
  const hash = contentHash({ marks: sheet.marks, overall: sheet.overall });
  await tx.manager.insert(ScoreSheetVersionEntity, {
    id: tx.newId(),
    sheetId: sheet.id,
    no,
    marks: sheet.marks as never,
    overall: sheet.overall,
    contentHash: hash,
    submittedAt: tx.now,
  });
  const submitted = await move(tx, sheet, 'submit', 'ScoreSheetSubmitted', { submittedAt: tx.now }, { hash });
  await markScoresDirty(tx, sheet.roundId);
  return submitted;
}

/** The chair gives a submitted sheet back, for arithmetic or omission only (평가위원장 반려). */
export async function returnScoreSheet(
  tx: Tx,
  actor: Actor,
  input: { sheetId: string; ground: ReturnReason; note: string; expectedVersion: number | null },
): Promise<ScoreSheetEntity> {
  const sheet = await lockSheet(tx, actor, input.sheetId);
  authorise(actor, 'returnScoreSheet', { roundId: sheet.roundId, people: await chairsOf(tx.manager, sheet.roundId) });
  assertVersion(sheet, input.expectedVersion);
  assertMove(sheet, 'return');
  const note = `${input.ground}: ${input.note}`;
  const returned = await move(tx, sheet, 'return', 'ScoreSheetReturned', { note }, { reason: input.note });
  await markScoresDirty(tx, sheet.roundId);
  return returned;
}

/** The sheet, if it is the actor's and scoring is open: state, deadline and conflicts are looked at every time. */
async function ownSheet(
  tx: Tx,
  actor: Actor,
  sheetId: string,
  operation: OperationId,
  action: SheetAction,
): Promise<{ sheet: ScoreSheetEntity; policy: RoundPolicy }> {
  const sheet = await lockSheet(tx, actor, sheetId);
  authorise(actor, operation, { roundId: sheet.roundId, people: [sheet.personId] });
  assertMove(sheet, action);
  const round = await roundOf(tx, sheet.roundId);
  if (round.state !== 'evaluating') throw notNow(round, action);
  const policy = await policyOf(tx.manager, round);
  const deadline = await currentDeadline(tx.manager, round, policy, 'scoring');
  if (!isInTime(tx.now, deadline))
    throw new Problem(409, 'round.deadline-passed', { deadline, now: tx.now }, { allowed: [] });
  await assertNoConflict(tx, policy, await planOf(tx, sheet.planId), sheet.personId);
  return { sheet, policy };
}

function assertMove(sheet: ScoreSheetEntity, action: SheetAction): void {
  if (nextState(SHEET_TABLE, sheet.state, action) === null)
    throw refused('evaluation.sheet-not-now', allowedActions(SHEET_TABLE, sheet.state), { state: sheet.state, action });
}

async function move(
  tx: Tx,
  sheet: ScoreSheetEntity,
  action: SheetAction,
  type: string | null,
  change: Partial<ScoreSheetEntity>,
  more: { hash?: string; reason?: string } = {},
): Promise<ScoreSheetEntity> {
  const state = nextState(SHEET_TABLE, sheet.state, action) ?? sheet.state;
  const changed = await changeRecord(tx.manager, ScoreSheetEntity, sheet, { ...change, state });
  if (type !== null)
    await tx.record({
      type,
      subject: { kind: 'score-sheet', id: sheet.id },
      roundId: sheet.roundId,
      from: sheet.state,
      to: state,
      reason: more.reason ?? null,
      contentHash: more.hash ?? null,
      data: { planId: sheet.planId, personId: sheet.personId },
    });
  return changed;
}
