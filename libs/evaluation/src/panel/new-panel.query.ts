import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { type Page, pageById, type PageQuery, type Reading } from '@daegaejo/platform';
import { allowedActions, type Finding, type Instant } from '@daegaejo/platform/rules';
import { readRound } from '@daegaejo/round';
import { type RoundPolicy, stagesOf } from '@daegaejo/round/rules';
import { type EntityManager, In } from 'typeorm';
import type { ReEvaluationPanelView } from '../http/new-panel.dto.js';
import { NEW_PANEL_TABLE, newPanelFindings, requiredSheets, SHEETS_IN_HAND } from '../rules/index.js';
import { EvaluatorAssignmentEntity, ScoreSheetEntity } from '../store/evaluation.entity.js';
import { ReEvaluationPanelEntity } from '../store/new-panel.entity.js';
import { chairsAnew, visibleNewPanels } from '../store/new-panels.js';

/** How far a new panel is. */
export interface NewPanelStanding {
  readonly planId: string;
  /** What it lacks; empty = it can mark. */
  readonly findings: readonly Finding[];
  readonly chairs: readonly string[];
  /** Since when every sheet is in; null while one is in hand. */
  readonly allInSince: Instant | null;
}

/** The new panels of these plans as they sit now; a plan whose panel was not opened is not among them. */
export async function newPanelStandings(
  manager: EntityManager,
  policy: RoundPolicy,
  planIds: readonly string[],
): Promise<NewPanelStanding[]> {
  const panels = await manager.findBy(ReEvaluationPanelEntity, { planId: In([...planIds]) });
  const standings: NewPanelStanding[] = [];
  for (const { planId } of panels) standings.push(await standingOf(manager, policy, planId));
  return standings;
}

async function standingOf(manager: EntityManager, policy: RoundPolicy, planId: string): Promise<NewPanelStanding> {
  const chairs = await chairsAnew(manager, planId);
  const findings = await panelLacks(manager, policy, planId, chairs.length);
  const sheets = await manager.findBy(ScoreSheetEntity, { planId, series: 're-evaluation' });
  const inHand = sheets.some(({ state }) => SHEETS_IN_HAND.includes(state));
  const given = sheets.flatMap(({ state, submittedAt }) => (state === 'void' ? [] : (submittedAt ?? [])));
  return { planId, findings, chairs, allInSince: inHand ? null : (given.toSorted().at(-1) ?? null) };
}

/** What the new panel of a plan lacks by the policy, with so many chairs among its evaluators. */
export async function panelLacks(
  manager: EntityManager,
  policy: RoundPolicy,
  planId: string,
  chairs: number,
): Promise<Finding[]> {
  const active = await manager.findBy(EvaluatorAssignmentEntity, { planId, series: 're-evaluation', state: 'active' });
  const stages = stagesOf(policy).map(({ code: stage }) => ({
    stage,
    count: active.filter((assignment) => assignment.stage === stage).length,
    required: requiredSheets(policy, stage),
  }));
  return newPanelFindings({ stages, chairs });
}

/** New panels of a round: all for those who run or check it, to an evaluator those of the plans he evaluates anew. */
export async function listNewPanels(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
  query: PageQuery,
): Promise<Page<ReEvaluationPanelView>> {
  await readRound(manager, actor, roundId);
  authorise(actor, 'listReEvaluationPanels', { roundId });
  const select = manager
    .createQueryBuilder(ReEvaluationPanelEntity, 'panel')
    .where('panel.roundId = :roundId', { roundId });
  return pageById(visibleNewPanels(actor, select), 'panel', query, newPanelView);
}

export const newPanelView = (panel: ReEvaluationPanelEntity): ReEvaluationPanelView => ({
  ...panel,
  allowed: allowedActions(NEW_PANEL_TABLE, panel.state).filter((action) => action === 'extend' || action === 'lock'),
});
