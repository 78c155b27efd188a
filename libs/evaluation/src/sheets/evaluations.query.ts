import { authorise } from '@daegaejo/identity';
import { type Actor, type OperationId } from '@daegaejo/identity/rules';
import { type Page, pageById, type PageQuery, type Reading } from '@daegaejo/platform';
import { allowedActions, formatScore } from '@daegaejo/platform/rules';
import { readPlan } from '@daegaejo/plan';
import { readRound } from '@daegaejo/round';
import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type {
  AssignmentQuery,
  AssignmentView,
  BonusView,
  MarkView,
  PanelMemberView,
  ScoreSheetView,
} from '../http/evaluation.dto.js';
import type { RankingView } from '../http/result.dto.js';
import { passesAll, SHEET_TABLE } from '../rules/index.js';
import { admitToRanking, explainedPlans, rankingAt } from '../results/released-ranking.js';
import {
  BonusEntryEntity,
  EvaluatorAssignmentEntity,
  PanelMemberEntity,
  type ScoreAggregateEntity,
  ScoreSheetEntity,
  type StoredMark,
} from '../store/evaluation.entity.js';
import { oversees, readSheet, visibleToPanel } from '../store/evaluations.js';

export async function listPanelMembers(
  reading: Reading,
  actor: Actor,
  roundId: string,
  query: PageQuery,
): Promise<Page<PanelMemberView>> {
  const select = await ofRound(reading.manager, actor, roundId, 'listPanelMembers', PanelMemberEntity, 'member');
  return pageById(select, 'member', query, panelMemberView);
}

export async function listAssignments(
  reading: Reading,
  actor: Actor,
  roundId: string,
  query: AssignmentQuery,
): Promise<Page<AssignmentView>> {
  const select = await ofRound(
    reading.manager,
    actor,
    roundId,
    'listAssignments',
    EvaluatorAssignmentEntity,
    'assignment',
  );
  if (query.planId !== undefined) select.andWhere('assignment.planId = :planId', { planId: query.planId });
  return pageById(select, 'assignment', query, (row) => assignmentView(actor, row));
}

export async function listScoreSheets(
  reading: Reading,
  actor: Actor,
  roundId: string,
  query: AssignmentQuery,
): Promise<Page<ScoreSheetView>> {
  const select = await ofRound(reading.manager, actor, roundId, 'listScoreSheets', ScoreSheetEntity, 'sheet');
  if (query.planId !== undefined) select.andWhere('sheet.planId = :planId', { planId: query.planId });
  return pageById(select, 'sheet', query, (row) => sheetView(actor, row));
}

export async function getScoreSheet({ manager }: Reading, actor: Actor, id: string): Promise<ScoreSheetView> {
  return sheetView(actor, await readSheet(manager, actor, id));
}

export async function listBonuses(
  { manager }: Reading,
  actor: Actor,
  planId: string,
  query: PageQuery,
): Promise<Page<BonusView>> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'listBonuses', plan);
  const select = manager.createQueryBuilder(BonusEntryEntity, 'bonus').where('bonus.planId = :planId', { planId });
  return pageById(select, 'bonus', query, bonusView);
}

/** The newest ranking with its trace; for the panel's chair, the staff, the committee and auditors, once the panel is locked. */
export async function getRanking({ manager }: Reading, actor: Actor, roundId: string): Promise<RankingView> {
  const { no, pending } = await admitToRanking(manager, actor, 'getRanking', roundId);
  return rankingView(await rankingAt(manager, roundId, no), pending);
}

/** A ranking with the recomputation of every plan, which is worked out from the inputs that are kept with it. */
export function rankingView(row: ScoreAggregateEntity, pending = false): RankingView {
  return {
    roundId: row.roundId,
    no: row.no,
    policyVersion: row.policyVersion,
    inputsHash: row.inputsHash,
    computedAt: row.createdAt,
    pending,
    plans: explainedPlans(row).map((plan) => ({
      planId: plan.planId,
      label: plan.label,
      rank: plan.rank,
      unresolvedTie: plan.unresolvedTie,
      base: formatScore(plan.base),
      bonus: formatScore(plan.bonus),
      final: formatScore(plan.final),
      deduction: formatScore(plan.deduction ?? 0),
      passesCutOff: plan.passesCutOff,
      failedFloors: [...(plan.failedFloors ?? [])],
      passes: passesAll(plan),
      stages: (plan.stages ?? []).map(({ stage, share, display }) => ({
        stage,
        share: formatScore(share),
        mean: formatScore(display),
      })),
      sheets: plan.sheets.length,
      trace: {
        sheets: plan.sheets,
        trim: plan.trim,
        mean: plan.mean,
        criterionMeans: plan.criterionMeans,
        bonuses: plan.bonuses,
        ties: plan.ties,
        steps: plan.trace,
      },
    })),
  };
}

/** Rows of a round, through the panel's scope. A round the reader cannot see is 404, a role that never may look 403. */
async function ofRound<T extends ObjectLiteral>(
  manager: EntityManager,
  actor: Actor,
  roundId: string,
  operation: OperationId,
  entity: new () => T,
  alias: string,
): Promise<SelectQueryBuilder<T>> {
  await readRound(manager, actor, roundId);
  authorise(actor, operation, { roundId });
  const select = manager.createQueryBuilder(entity, alias).where(`${alias}.roundId = :roundId`, { roundId });
  return visibleToPanel(actor, select, alias);
}

export const panelMemberView = ({
  id,
  roundId,
  personId,
  chair,
  series,
  state,
  pledgedAt,
  version,
}: PanelMemberEntity): PanelMemberView => ({
  id,
  roundId,
  personId,
  chair,
  series,
  state,
  pledgedAt,
  version,
});

/** Who is behind an alias is for overseers and the evaluator himself; the chair works with aliases. */
export function assignmentView(actor: Actor, row: EvaluatorAssignmentEntity): AssignmentView {
  const { id, roundId, planId, alias, stage, series, state, version } = row;
  const knows = oversees(actor, roundId) || row.personId === actor.personId;
  return { id, roundId, planId, personId: knows ? row.personId : null, alias, stage, series, state, version };
}

export const marksView = (marks: readonly StoredMark[]): MarkView[] =>
  marks.map(({ criterion, mark, comment, reason = null }) => ({
    criterion,
    mark: mark === null ? null : formatScore(mark),
    comment,
    reason,
  }));

/** Marks are the evaluator's own until the panel is locked; nobody else gets as much as a number before. */
export function sheetView(actor: Actor, row: ScoreSheetEntity): ScoreSheetView {
  const own = row.personId === actor.personId;
  const open = own || row.state === 'locked';
  return {
    id: row.id,
    roundId: row.roundId,
    planId: row.planId,
    assignmentId: row.assignmentId,
    stage: row.stage,
    series: row.series,
    state: row.state,
    marks: open ? marksView(row.marks) : null,
    overall: open ? row.overall : null,
    startedAt: row.startedAt,
    submittedAt: row.submittedAt,
    note: row.note,
    allowed: own
      ? allowedActions(SHEET_TABLE, row.state).filter((action) => action === 'save' || action === 'submit')
      : [],
    version: row.version,
  };
}

export const bonusView = ({ id, planId, code, points, evidence, validOn }: BonusEntryEntity): BonusView => ({
  id,
  planId,
  code,
  points: formatScore(points),
  evidence,
  validOn,
});
