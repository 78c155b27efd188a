import { authorise } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { assertVersion, lockRow, Problem, type Tx } from '@daegaejo/platform';
import { type PlanEntity, planNotNow, planOf } from '@daegaejo/plan';
import { heldRound, policyOf, type RoundEntity } from '@daegaejo/round';
import { panelLacks } from '../panel/new-panel.query.js';
import { assertPanelMove, movePanel } from '../panel/open-new-panel.js';
import { SHEETS_IN_HAND } from '../rules/index.js';
import { ScoreSheetEntity } from '../store/evaluation.entity.js';
import { chairsAnew, lockNewPanelOf, readNewPanel } from '../store/new-panels.js';
import { moveSheet } from './own-sheet.js';

/** What the chair of a new panel locked. */
export interface LockedPanel {
  readonly plan: PlanEntity;
  readonly chairId: string;
  /** Every sheet that counts, in the order of people and stages. */
  readonly sheets: readonly ScoreSheetEntity[];
}

/**
 * The chair locks the marks of a new panel: it must be complete by the policy, and every sheet of it handed in. The sheets come
 * first, as in a submission: of a lock and a submission at the same moment one waits, and sees what the other left.
 */
export async function lockNewPanel(
  tx: Tx,
  actor: Actor,
  input: { panelId: string; expectedVersion: number | null },
): Promise<LockedPanel> {
  const known = await readNewPanel(tx.manager, actor, input.panelId);
  const { planId } = known;
  const chairs = await chairsAnew(tx.manager, planId);
  authorise(actor, 'lockReEvaluation', { roundId: known.roundId, people: chairs });
  for (const { id } of await sheetsAnew(tx, planId)) await lockRow(tx, 'score_sheet', id);
  const round = await heldRound(tx, known.roundId);
  const plan = await planOf(tx, planId);
  if (plan.state !== 're-evaluation') throw planNotNow(plan, 'lock-re-evaluation');
  const panel = (await lockNewPanelOf(tx, planId)) ?? known;
  assertVersion(panel, input.expectedVersion);
  assertPanelMove(panel, 'lock');
  const sheets = (await sheetsAnew(tx, planId)).filter(({ state }) => state !== 'void');
  await assertComplete(tx, round, plan, chairs, sheets);
  const locked: ScoreSheetEntity[] = [];
  for (const sheet of sheets)
    locked.push(sheet.state === 'submitted' ? await moveSheet(tx, sheet, 'lock', null, {}) : sheet);
  await movePanel(tx, panel, 'lock', 'ReEvaluationLocked');
  const byPerson = (a: ScoreSheetEntity, b: ScoreSheetEntity): number =>
    `${a.personId} ${a.stage}` < `${b.personId} ${b.stage}` ? -1 : 1;
  return { plan, chairId: actor.personId ?? '', sheets: locked.toSorted(byPerson) };
}

const sheetsAnew = ({ manager }: Tx, planId: string): Promise<ScoreSheetEntity[]> =>
  manager.find(ScoreSheetEntity, { where: { planId, series: 're-evaluation' }, order: { id: 'ASC' } });

async function assertComplete(
  tx: Tx,
  round: RoundEntity,
  plan: PlanEntity,
  chairs: readonly string[],
  sheets: readonly ScoreSheetEntity[],
): Promise<void> {
  const findings = await panelLacks(tx.manager, await policyOf(tx.manager, round), plan.id, chairs.length);
  if (findings.length > 0) throw new Problem(409, 're-evaluation.panel-incomplete', {}, { findings, allowed: [] });
  const waiting = sheets.filter(({ state }) => SHEETS_IN_HAND.includes(state)).length;
  if (waiting > 0) throw new Problem(409, 'evaluation.sheets-missing', { waiting }, { allowed: ['submit'] });
}
