import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { type Page, pageById, type PageQuery, type Reading } from '@daegaejo/platform';
import { readRound } from '@daegaejo/round';
import type { EntityManager } from 'typeorm';
import { marksView } from './evaluations.query.js';
import type { CorrectionView } from '../http/correction.dto.js';
import { changedCriteria } from '../rules/index.js';
import { assertOwnPanel } from './score-progress.query.js';
import { ScoreSheetEntity } from '../store/evaluation.entity.js';
import { chairsOf, oversees } from '../store/evaluations.js';
import { assignmentsOf, visibleCorrections } from '../store/scoring.js';
import { SheetCorrectionEntity } from '../store/scoring.entity.js';

/** Corrections of a round, decided and not: for its chair, the staff, the committee and auditors. */
export async function listCorrections(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  query: PageQuery,
): Promise<Page<CorrectionView>> {
  await readRound(manager, actor, roundId);
  authorise(actor, 'listCorrections', { roundId });
  await assertOwnPanel(manager, actor, 'listCorrections', roundId);
  const select = manager
    .createQueryBuilder(SheetCorrectionEntity, 'correction')
    .where('correction.roundId = :roundId', { roundId });
  const page = await pageById(visibleCorrections(actor, select), 'correction', query, (row) => row);
  return { ...page, items: await correctionViews(manager, actor, page.items) };
}

/** Who evaluated is an alias to everybody but those who run or check the evaluation; so is who of the panel proposed. */
export async function correctionViews(
  manager: EntityManager,
  actor: Actor,
  rows: readonly SheetCorrectionEntity[],
): Promise<CorrectionView[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const sheets = await manager
    .createQueryBuilder(ScoreSheetEntity, 'sheet')
    .where('sheet.id IN (:...ids)', { ids: rows.map(({ sheetId }) => sheetId) })
    .getMany();
  const assignments = await assignmentsOf(manager, sheets);
  const chairs = await chairsOf(manager, first.roundId);
  return rows.map((row): CorrectionView => {
    const knows = (personId: string | null): string | null =>
      oversees(actor, row.roundId) || personId === actor.personId ? personId : null;
    const sheet = sheets.find(({ id }) => id === row.sheetId);
    return {
      id: row.id,
      roundId: row.roundId,
      planId: sheet?.planId ?? '',
      sheetId: row.sheetId,
      alias: assignments.get(row.sheetId)?.alias ?? '',
      evaluatorId: knows(sheet?.personId ?? null),
      state: row.state,
      before: marksView(row.before),
      after: marksView(row.after),
      changed: changedCriteria(row.before, row.after),
      reason: row.reason,
      reference: row.reference,
      sheetVersion: row.sheetVersion,
      proposedAs: chairs.includes(row.proposedBy) ? 'panel-chair' : 'secretariat',
      proposedBy: knows(row.proposedBy),
      proposedAt: row.proposedAt,
      decidedBy: knows(row.decidedBy),
      decidedAt: row.decidedAt,
      decisionNote: row.decisionNote,
      version: row.version,
    };
  });
}

export async function correctionView(
  manager: EntityManager,
  actor: Actor,
  row: SheetCorrectionEntity,
): Promise<CorrectionView> {
  const [view] = await correctionViews(manager, actor, [row]);
  return view as CorrectionView;
}
