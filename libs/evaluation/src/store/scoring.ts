import { type Actor, roundsOf } from '@daegaejo/identity/rules';
import { lockRow, notFound, type Tx } from '@daegaejo/platform';
import { Brackets, type EntityManager, type SelectQueryBuilder } from 'typeorm';
import { EvaluatorAssignmentEntity, PanelMemberEntity, ScoreSheetEntity } from './evaluation.entity.js';
import { PanelSessionEntity, SheetCorrectionEntity, SummaryOpinionEntity } from './scoring.entity.js';

/** Where the discussion of a panel stands; `session` is null where it was never opened. */
export interface Discussion {
  readonly state: 'none' | 'open' | 'closed';
  readonly session: PanelSessionEntity | null;
}

export async function discussionOf(manager: EntityManager, roundId: string): Promise<Discussion> {
  const session = await manager.findOneBy(PanelSessionEntity, { roundId });
  if (session === null || session.discussionOpenedAt === null) return { state: 'none', session };
  return { state: session.discussionClosedAt === null ? 'open' : 'closed', session };
}

/** The one scope of corrections: whoever runs, checks or decides on a round, and the chair of its panel. */
export function visibleCorrections(
  actor: Actor,
  select: SelectQueryBuilder<SheetCorrectionEntity>,
): SelectQueryBuilder<SheetCorrectionEntity> {
  return select.andWhere(
    new Brackets((or) => {
      or.where('1 = 0');
      const rounds = roundsOf(actor, ['secretariat', 'ministry-officer', 'auditor', 'committee']);
      if (rounds === 'all') or.orWhere('1 = 1');
      else if (rounds.length > 0) or.orWhere('correction.roundId IN (:...rounds)', { rounds });
      if (actor.grants.some(({ role }) => role === 'panel-chair')) {
        const chaired = select
          .subQuery()
          .select('1')
          .from(PanelMemberEntity, 'chaired')
          .where('chaired.roundId = correction.roundId AND chaired.chair = :yes AND chaired.personId = :me')
          .andWhere("chaired.series = 'first' AND chaired.state NOT IN ('declined', 'dismissed')")
          .getQuery();
        or.orWhere(`EXISTS ${chaired}`, { yes: true, me: actor.personId });
      }
    }),
  );
}

/** A correction for a write, locked until the transaction ends; 404 where the reader does not see it. */
export async function lockCorrection(tx: Tx, actor: Actor, id: string): Promise<SheetCorrectionEntity> {
  await lockRow(tx, 'sheet_correction', id);
  const select = tx.manager
    .createQueryBuilder(SheetCorrectionEntity, 'correction')
    .where('correction.id = :id', { id });
  const correction = await visibleCorrections(actor, select).getOne();
  if (correction === null) throw notFound();
  return correction;
}

/** The sheet behind a record the caller was already let through to, locked. */
export async function sheetOf(tx: Tx, id: string): Promise<ScoreSheetEntity> {
  await lockRow(tx, 'score_sheet', id);
  return tx.manager.findOneByOrFail(ScoreSheetEntity, { id });
}

/** Corrections of a round that nobody decided on yet, of sheets that still count. */
export function openCorrections(manager: EntityManager, roundId: string): Promise<number> {
  return manager
    .createQueryBuilder(SheetCorrectionEntity, 'correction')
    .innerJoin(ScoreSheetEntity, 'sheet', "sheet.id = correction.sheetId AND sheet.state = 'locked'")
    .where("correction.roundId = :roundId AND correction.state = 'proposed'", { roundId })
    .getCount();
}

/** The newest 종합의견 on a plan; null while there is none. */
export async function newestOpinion(manager: EntityManager, planId: string): Promise<SummaryOpinionEntity | null> {
  const [newest] = await manager.find(SummaryOpinionEntity, { where: { planId }, order: { no: 'DESC' }, take: 1 });
  return newest ?? null;
}

/** Assignments of these sheets, by the sheet's id. */
export async function assignmentsOf(
  manager: EntityManager,
  sheets: readonly ScoreSheetEntity[],
): Promise<Map<string, EvaluatorAssignmentEntity>> {
  if (sheets.length === 0) return new Map();
  const rows = await manager
    .createQueryBuilder(EvaluatorAssignmentEntity, 'assignment')
    .where('assignment.id IN (:...ids)', { ids: sheets.map(({ assignmentId }) => assignmentId) })
    .getMany();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    sheets.flatMap(({ id, assignmentId }) => {
      const assignment = byId.get(assignmentId);
      return assignment === undefined ? [] : [[id, assignment] as const];
    }),
  );
}
