import type { Actor } from '@daegaejo/identity/rules';
import { PlanEntity } from '@daegaejo/plan';
import { columnsOf, notFound, prepared, type RecordColumns, type Tx } from '@daegaejo/platform';
import { RoundEntity } from '@daegaejo/round';
import { ScoreSheetEntity, type ScoreSheetVersionEntity, type SheetPhase } from './evaluation.entity.js';
import { isOwn, readSheet } from './evaluations.js';

/** A sheet with what it stands in. */
export interface HeldSheet {
  readonly sheet: ScoreSheetEntity;
  readonly round: RoundEntity;
  readonly plan: PlanEntity;
}

/**
 * A sheet for its evaluator's write, locked until the transaction ends; its round and its plan stay as they are until then, side
 * by side with others who only hold them. One statement: what it waited for it reads anew.
 */
export async function holdSheet(tx: Tx, actor: Actor, id: string): Promise<HeldSheet> {
  const { manager, dialect } = tx;
  const sheet = columnsOf(manager, ScoreSheetEntity, 's');
  const round = columnsOf(manager, RoundEntity, 'r');
  const plan = columnsOf(manager, PlanEntity, 'p');
  const { rows } = await prepared<object>(manager, heldWith(dialect, [sheet, round, plan]), [id]);
  const [row] = rows;
  if (row === undefined) throw notFound();
  const held = { sheet: sheet.read(row), round: round.read(row), plan: plan.read(row) };
  // whoever sees it without being its evaluator is refused by his rights, everybody else finds nothing
  if (!isOwn(actor, held.sheet)) await readSheet(manager, actor, id);
  return held;
}

const heldWith = (dialect: Tx['dialect'], columns: readonly RecordColumns<unknown>[]): string => `
  SELECT ${columns.map(({ list }) => list).join(', ')} FROM "score_sheet" s
  JOIN "round" r ON r."id" = s."roundId" JOIN "plan" p ON p."id" = s."planId" WHERE s."id" = ?
  ${dialect === 'postgres' ? 'FOR UPDATE OF s FOR SHARE OF r, p' : ''}`;

/** Adds the next version of a sheet that is locked; without a phase it is the first, or handed in again after a return. */
export async function addVersion(
  tx: Tx,
  version: Omit<ScoreSheetVersionEntity, 'id' | 'no' | 'phase' | 'submittedAt'> & { readonly phase: SheetPhase | null },
): Promise<void> {
  const { sheetId, marks, overall, contentHash, phase, reasons } = version;
  const reasonsText = reasons === null ? null : JSON.stringify(reasons);
  const values = [
    tx.newId(),
    sheetId,
    JSON.stringify(marks),
    overall,
    contentHash,
    phase,
    reasonsText,
    tx.now,
    sheetId,
  ];
  await prepared(tx.manager, NEXT_VERSION, values);
}

const NEXT_VERSION = `
  INSERT INTO "score_sheet_version" ("id", "sheetId", "no", "marks", "overall", "contentHash", "phase", "reasons", "submittedAt")
  SELECT CAST(? AS varchar), CAST(? AS varchar), COUNT(*) + 1, CAST(? AS text), CAST(? AS text), CAST(? AS varchar),
    COALESCE(CAST(? AS varchar), CASE WHEN COUNT(*) = 0 THEN 'first' ELSE 'returned' END), CAST(? AS text), CAST(? AS varchar)
  FROM "score_sheet_version" WHERE "sheetId" = ?`;
