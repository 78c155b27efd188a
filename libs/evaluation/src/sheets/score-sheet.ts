import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, assertVersion, refused, type Tx } from '@daegaejo/platform';
import { nextState } from '@daegaejo/platform/rules';
import { roundOf } from '@daegaejo/round';
import { criteriaOf } from '@daegaejo/round/rules';
import { markScoresDirty } from '../results/mark-dirty.js';
import { assertMove, keepVersion, moveSheet, type OwnSheet, scoringSheet } from './own-sheet.js';
import {
  asSent,
  type EntryChange,
  mergeEntries,
  namedFindings,
  type ReturnReason,
  sentFirst,
  SHEET_TABLE,
} from '../rules/index.js';
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

/** What changed on a sheet since it was saved: only what is sent, and of each criterion the last word stands. */
export interface SheetChange {
  readonly marks: readonly EntryChange[];
  /** Criteria whose mark and comment are taken away. */
  readonly remove: readonly string[];
  /** undefined = as it was. */
  readonly overall: string | null | undefined;
}

/**
 * The evaluator's page saves by itself (자동저장), also after having been offline. The sheet has one writer, so no version need be
 * named; where one is, a clash is refused.
 */
export async function autosaveScoreSheet(
  tx: Tx,
  actor: Actor,
  input: SheetChange & { sheetId: string; expectedVersion: number | null },
): Promise<ScoreSheetEntity> {
  const own = await scoringSheet(tx, actor, input.sheetId, 'autosaveScoreSheet', 'save');
  assertVersion(own.sheet, input.expectedVersion);
  const { marks, overall } = changed(own, input, { complete: false });
  return save(tx, own, marks, overall);
}

/** The marks and words of a sheet with what was sent put over them; findings name what was sent by its place in it. */
function changed(
  { sheet, policy }: OwnSheet,
  { marks: changes, remove, overall }: SheetChange,
  check: { readonly complete: boolean },
): Pick<ScoreSheetEntity, 'marks' | 'overall'> {
  const criteria = criteriaOf(policy, sheet.stage);
  const sent = changes.map(({ criterion }) => criterion);
  assertNone([...namedFindings(criteria, 'marks', sent), ...namedFindings(criteria, 'remove', remove)]);
  const marks = mergeEntries(codesOf(policy, sheet.stage), sheet.marks, changes, remove);
  const looked = sentFirst(sent, marks, check);
  assertNone(marksFindings(policy, sheet.stage, looked, check).map((finding) => asSent(finding, sent.length)));
  return { marks, overall: overall === undefined ? sheet.overall : overall };
}

const save = (
  tx: Tx,
  { sheet }: OwnSheet,
  marks: readonly StoredMark[],
  overall: string | null,
): Promise<ScoreSheetEntity> =>
  moveSheet(tx, sheet, 'save', null, { marks, overall, startedAt: sheet.startedAt ?? tx.now });

/**
 * The evaluator hands his sheet in (제출): every criterion of its stage marked; an immutable version of it is kept. What changed
 * since the last save may come along and is saved in the same step: filed is what he sees, whatever of it had arrived.
 */
export async function submitScoreSheet(
  tx: Tx,
  actor: Actor,
  input: { sheetId: string; change: SheetChange | null; expectedVersion: number | null },
): Promise<ScoreSheetEntity> {
  const { change } = input;
  const steps = change === null ? (['submit'] as const) : (['save', 'submit'] as const);
  const own = await scoringSheet(tx, actor, input.sheetId, 'submitScoreSheet', ...steps);
  assertVersion(own.sheet, input.expectedVersion);
  const sheet = change === null ? own.sheet : savedWith(tx, own, change);
  if (change === null) assertNone(marksFindings(own.policy, sheet.stage, sheet.marks, { complete: true }));
  const hash = await keepVersion(tx, sheet, null);
  const { marks, overall, startedAt } = sheet;
  const filed = { ...(change === null ? {} : { marks, overall, startedAt }), submittedAt: tx.now };
  const submitted = await moveSheet(tx, sheet, 'submit', 'ScoreSheetSubmitted', filed, { hash });
  if (sheet.series === 'first') await markScoresDirty(tx, sheet.roundId);
  return submitted;
}

/** The sheet as it would be saved with what came along. */
function savedWith(tx: Tx, own: OwnSheet, change: SheetChange): ScoreSheetEntity {
  const { sheet } = own;
  const state = nextState(SHEET_TABLE, sheet.state, 'save') ?? sheet.state;
  return { ...sheet, ...changed(own, change, { complete: true }), state, startedAt: sheet.startedAt ?? tx.now };
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
