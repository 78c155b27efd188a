import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, assertVersion, refused, type Tx } from '@daegaejo/platform';
import { roundOf } from '@daegaejo/round';
import { criteriaOf } from '@daegaejo/round/rules';
import { markScoresDirty } from '../results/mark-dirty.js';
import { assertMove, keepVersion, moveSheet, type OwnSheet, scoringSheet } from './own-sheet.js';
import { type EntryChange, mergeEntries, namedFindings, type ReturnReason } from '../rules/index.js';
import { codesOf, marksFindings } from './sheet-marks.js';
import type { ScoreSheetEntity, StoredMark } from '../store/evaluation.entity.js';
import { chairsOfSheet, lockSheet } from '../store/evaluations.js';
import { discussionOf } from '../store/scoring.js';

/** The evaluator saves his sheet whole (임시저장): marks may be missing, but none may be out of range. */
export async function saveScoreSheet(
  tx: Tx,
  actor: Actor,
  input: { sheetId: string; marks: readonly StoredMark[]; overall: string | null; expectedVersion: number },
): Promise<ScoreSheetEntity> {
  const own = await scoringSheet(tx, actor, input.sheetId, 'saveScoreSheet', 'save');
  assertVersion(own.sheet, input.expectedVersion);
  assertNone(marksFindings(own.policy, own.sheet.stage, input.marks, { complete: false }));
  return save(tx, own, input.marks, input.overall);
}

/**
 * The evaluator's page saves by itself (자동저장), also after having been offline: only what is sent changes, and of each criterion
 * the last word stands. The sheet has one writer, so no version need be named; where one is, a clash is refused.
 */
export async function autosaveScoreSheet(
  tx: Tx,
  actor: Actor,
  input: {
    sheetId: string;
    marks: readonly EntryChange[];
    remove: readonly string[];
    /** undefined = as it was. */
    overall: string | null | undefined;
    expectedVersion: number | null;
  },
): Promise<ScoreSheetEntity> {
  const own = await scoringSheet(tx, actor, input.sheetId, 'autosaveScoreSheet', 'save');
  const { sheet, policy } = own;
  assertVersion(sheet, input.expectedVersion);
  const criteria = criteriaOf(policy, sheet.stage);
  const sent = input.marks.map(({ criterion }) => criterion);
  assertNone([...namedFindings(criteria, 'marks', sent), ...namedFindings(criteria, 'remove', input.remove)]);
  const marks = mergeEntries(codesOf(policy, sheet.stage), sheet.marks, input.marks, input.remove);
  const touched = sent.map((code) => marks.find(({ criterion }) => criterion === code) as StoredMark);
  assertNone(marksFindings(policy, sheet.stage, touched, { complete: false }));
  return save(tx, own, marks, input.overall === undefined ? sheet.overall : input.overall);
}

const save = (
  tx: Tx,
  { sheet }: OwnSheet,
  marks: readonly StoredMark[],
  overall: string | null,
): Promise<ScoreSheetEntity> =>
  moveSheet(tx, sheet, 'save', null, { marks, overall, startedAt: sheet.startedAt ?? tx.now });

/** The evaluator hands his sheet in (제출): every criterion of its stage marked; an immutable version of it is kept. */
export async function submitScoreSheet(
  tx: Tx,
  actor: Actor,
  input: { sheetId: string; expectedVersion: number | null },
): Promise<ScoreSheetEntity> {
  const { sheet, policy } = await scoringSheet(tx, actor, input.sheetId, 'submitScoreSheet', 'submit');
  assertVersion(sheet, input.expectedVersion);
  assertNone(marksFindings(policy, sheet.stage, sheet.marks, { complete: true }));
  const hash = await keepVersion(tx, sheet, null);
  const submitted = await moveSheet(tx, sheet, 'submit', 'ScoreSheetSubmitted', { submittedAt: tx.now }, { hash });
  if (sheet.series === 'first') await markScoresDirty(tx, sheet.roundId);
  return submitted;
}

/**
 * The chair gives a submitted sheet back, for arithmetic or omission only (평가위원장 반려). Not while the panel discusses:
 * marks given before are sealed, and change by a revision with its reasons.
 */
export async function returnScoreSheet(
  tx: Tx,
  actor: Actor,
  input: { sheetId: string; ground: ReturnReason; note: string; expectedVersion: number | null },
): Promise<ScoreSheetEntity> {
  const sheet = await lockSheet(tx, actor, input.sheetId);
  authorise(actor, 'returnScoreSheet', { roundId: sheet.roundId, people: await chairsOfSheet(tx.manager, sheet) });
  assertVersion(sheet, input.expectedVersion);
  assertMove(sheet, 'return');
  await roundOf(tx, sheet.roundId);
  if (sheet.series === 'first' && (await discussionOf(tx.manager, sheet.roundId)).state === 'open')
    throw refused('evaluation.discussion-open', ['close-discussion']);
  const note = `${input.ground}: ${input.note}`;
  const returned = await moveSheet(tx, sheet, 'return', 'ScoreSheetReturned', { note }, { reason: input.note });
  if (sheet.series === 'first') await markScoresDirty(tx, sheet.roundId);
  return returned;
}
