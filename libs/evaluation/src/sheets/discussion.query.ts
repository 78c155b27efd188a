import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { type Page, pageById, type PageQuery, type Reading, refused } from '@daegaejo/platform';
import { formatScore } from '@daegaejo/platform/rules';
import { readPlan } from '@daegaejo/plan';
import { readRound } from '@daegaejo/round';
import { hasReached } from '@daegaejo/round/rules';
import type { EntityManager } from 'typeorm';
import { marksView } from './evaluations.query.js';
import type { DiscussionView, PanelSessionView, SheetMovementView } from '../http/discussion.dto.js';
import { movementsOf, type SheetStep } from '../rules/index.js';
import { assertOwnPanel } from './score-progress.query.js';
import { ScoreSheetEntity, ScoreSheetVersionEntity, type SheetPhase } from '../store/evaluation.entity.js';
import { assignmentsOf, discussionOf } from '../store/scoring.js';
import type { PanelSessionEntity } from '../store/scoring.entity.js';

export const sessionView = (session: PanelSessionEntity): PanelSessionView => ({
  roundId: session.roundId,
  open: session.discussionClosedAt === null,
  openedAt: session.discussionOpenedAt,
  closedAt: session.discussionClosedAt,
});

/**
 * What the members of a plan's panel see of each other while the discussion is open: marks and comments under the alias of that
 * plan. Only who has handed in his own sees the others', and outside an open discussion nobody does.
 */
export async function getDiscussion({ manager }: Reading, actor: Actor, planId: string): Promise<DiscussionView> {
  const plan = await readPlan(manager, actor, planId);
  const sheets = await manager
    .createQueryBuilder(ScoreSheetEntity, 'sheet')
    .where("sheet.planId = :planId AND sheet.series = 'first' AND sheet.state <> 'void'", { planId })
    .getMany();
  authorise(actor, 'getDiscussion', { roundId: plan.roundId, people: sheets.map(({ personId }) => personId) });
  if ((await discussionOf(manager, plan.roundId)).state !== 'open') throw refused('evaluation.no-discussion', []);
  const own = sheets.filter(({ personId }) => personId === actor.personId);
  const sealed = own.filter(({ state }) => state === 'submitted').map(({ stage }) => stage);
  if (sealed.length === 0) throw refused('evaluation.own-marks-first', ['submit']);
  const shown = sheets.filter(({ state, stage }) => state === 'submitted' && sealed.includes(stage));
  const assignments = await assignmentsOf(manager, shown);
  return {
    planId,
    sheets: shown
      .map((sheet) => ({
        alias: assignments.get(sheet.id)?.alias ?? '',
        stage: sheet.stage,
        own: sheet.personId === actor.personId,
        marks: marksView(sheet.marks),
        overall: sheet.overall,
      }))
      .sort((a, b) => (a.alias < b.alias ? -1 : 1)),
  };
}

/** How marks moved from the sealed first ones to those that count, and why; from the lock on. */
export async function listScoreMovements(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  query: PageQuery,
): Promise<Page<SheetMovementView>> {
  const round = await readRound(manager, actor, roundId);
  authorise(actor, 'listScoreMovements', { roundId });
  await assertOwnPanel(manager, actor, 'listScoreMovements', roundId);
  if (!hasReached(round.state, 'scores-locked')) throw refused('evaluation.not-locked', [], { state: round.state });
  const select = manager
    .createQueryBuilder(ScoreSheetEntity, 'sheet')
    .where("sheet.roundId = :roundId AND sheet.series = 'first' AND sheet.state = 'locked'", { roundId });
  const later = select
    .subQuery()
    .select('1')
    .from(ScoreSheetVersionEntity, 'later')
    .where('later.sheetId = sheet.id AND later.no > 1')
    .getQuery();
  const page = await pageById(select.andWhere(`EXISTS ${later}`), 'sheet', query, (sheet) => sheet);
  const [versions, assignments] = [await versionsOf(manager, page.items), await assignmentsOf(manager, page.items)];
  return {
    ...page,
    items: page.items.map((sheet) => ({
      id: sheet.id,
      planId: sheet.planId,
      alias: assignments.get(sheet.id)?.alias ?? '',
      stage: sheet.stage,
      criteria: movementsOf(versions.filter(({ sheetId }) => sheetId === sheet.id)).map((movement) => ({
        criterion: movement.criterion,
        first: inText(movement.first),
        now: inText(movement.now),
        steps: movement.steps.map((step) => ({ ...step, from: inText(step.from), to: inText(step.to) })),
      })),
    })),
  };
}

const inText = (mark: number | null): string | null => (mark === null ? null : formatScore(mark));

/** Every version of these sheets, in order. */
async function versionsOf(
  manager: EntityManager,
  sheets: readonly ScoreSheetEntity[],
): Promise<(SheetStep<SheetPhase> & { readonly sheetId: string })[]> {
  if (sheets.length === 0) return [];
  return manager
    .createQueryBuilder(ScoreSheetVersionEntity, 'version')
    .where('version.sheetId IN (:...ids)', { ids: sheets.map(({ id }) => id) })
    .orderBy('version.no')
    .getMany();
}
