import type { Actor } from '@daegaejo/identity/rules';
import { assertNone, contentHash, refused, type Tx } from '@daegaejo/platform';
import { allowedActions, type Finding, sumWon } from '@daegaejo/platform/rules';
import type { PlanEntity } from '@daegaejo/plan';
import { PLAN_TABLE } from '@daegaejo/plan/rules';
import { heldRound, policyOf, type RoundEntity } from '@daegaejo/round';
import type { RoundPolicy } from '@daegaejo/round/rules';
import { decideCells } from './decide-cells.js';
import {
  type BudgetStage,
  cellKey,
  changesByMinistry,
  isSetStage,
  planCellKey,
  type SentCell,
  statesFor,
} from './rules/index.js';
import { BudgetSettingEntity } from './store/budget.entity.js';
import { useCeilings } from './store/ceilings.js';
import { linesOfYear, replaceLines } from './store/lines.js';
import { openStageYear } from './store/stage-years.js';

/** A cell as sent, with the plan it is of. */
export interface SentPlanCell extends SentCell {
  readonly planId: string;
}

export interface Setting {
  readonly round: RoundEntity;
  /** The plans the cells may be of, locked. */
  readonly plans: readonly PlanEntity[];
  readonly year: number;
  readonly stage: BudgetStage;
  readonly cells: readonly SentPlanCell[];
  /** What is replaced as a whole: `round`, or the id of a plan or of a ministry. */
  readonly scope: string;
  /** Only sub-projects of this ministry; null = of any. */
  readonly ministryId: string | null;
  /** True: cells that are not named stay as they are. */
  readonly partial: boolean;
}

/** What was set, and what of it is outside the shares without being refused. */
export interface BudgetSet {
  readonly setting: BudgetSettingEntity;
  readonly total: bigint;
  readonly warnings: Finding[];
}

/**
 * Writes a whole stage of one budget year at once, all or nothing: every cell is checked and every problem named, ceilings are
 * used by conditional statements, and what was sent is kept whole.
 */
export async function setBudget(tx: Tx, actor: Actor, setting: Setting): Promise<BudgetSet> {
  const { plans, year, stage, cells, scope, partial } = setting;
  if (!isSetStage(stage)) throw refused('budget.stage.by-payments', ['recordPayments'], { stage });
  const round = await heldRound(tx, setting.round.id);
  const policy = await policyOf(tx.manager, round);
  assertYear(year, policy);
  const states = statesFor(year, policy);
  for (const plan of plans)
    if (!states.includes(plan.state))
      throw refused('budget.not-now', allowedActions(PLAN_TABLE, plan.state), { state: plan.state, year });
  await openStageYear(tx, round.id, year, stage);
  const lines = await linesOfYear(
    tx.manager,
    plans.map(({ id }) => id),
    year,
  );
  const named = new Set(cells.map((cell) => cell.planId + cellKey(cell.subProject, cell.source)));
  // A named cell is replaced even where it stands for the ministry its sub-project belonged to before.
  const before = lines.filter(
    (line) =>
      line.stage === stage &&
      (named.has(planCellKey(line)) ||
        (!partial && (setting.ministryId === null || line.ministryId === setting.ministryId))),
  );
  const { after, findings, warnings } = await decideCells(tx, setting, stage, { policy, lines, before });
  assertNone(findings);
  await replaceLines(tx, { roundId: round.id, year, stage }, before, after);
  const national = ({ source }: { readonly source: string }): boolean => source === 'national';
  const changes = changesByMinistry(before.filter(national), after.filter(national));
  assertNone(await useCeilings(tx, { roundId: round.id, year, stage }, changes, 'cells'));
  const kept = await keep(tx, actor, { ...setting, stage });
  const total = sumWon(cells.map(({ amount }) => amount));
  const only = plans.length === 1 && scope !== 'round' ? plans[0] : undefined;
  await tx.record({
    type: 'BudgetStageSet',
    subject: only === undefined ? { kind: 'round', id: round.id } : { kind: 'plan', id: only.id },
    roundId: round.id,
    ...(only === undefined ? {} : { provinceId: only.provinceId, audience: 'province' as const }),
    contentHash: kept.contentHash,
    data: { year, stage, scope, no: kept.no, cells: cells.length, total: String(total) },
  });
  return { setting: kept, total, warnings };
}

/** 422 where the round does not fund the year. */
export function assertYear(year: number, { fundingYears }: RoundPolicy): void {
  if (!fundingYears.includes(year))
    assertNone([{ field: 'year', code: 'funding.year.unknown', params: { year, years: fundingYears.join(', ') } }]);
}

/** Keeps what was sent, whole, under the next number of its scope. */
async function keep(tx: Tx, actor: Actor, { round, year, stage, scope, cells }: Setting): Promise<BudgetSettingEntity> {
  const at = { roundId: round.id, year, stage, scope };
  const last = await tx.manager.maximum(BudgetSettingEntity, 'no', at);
  const sent = cells.map((cell) => ({ ...cell, amount: String(cell.amount) }));
  const setting: BudgetSettingEntity = {
    ...at,
    id: tx.newId(),
    no: Number(last ?? 0) + 1,
    cells: sent,
    contentHash: contentHash({ ...at, cells: sent }),
    setBy: actor.personId ?? '',
    setAt: tx.now,
  };
  await tx.manager.insert(BudgetSettingEntity, setting as never);
  return setting;
}
