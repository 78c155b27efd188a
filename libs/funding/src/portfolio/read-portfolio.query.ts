import { admitToRanking, rankingAt } from '@daegaejo/evaluation';
import { passesAll } from '@daegaejo/evaluation/rules';
import { OrganisationEntity } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import type { Reading } from '@daegaejo/platform';
import { judgedVersion, plansIn } from '@daegaejo/plan';
import { PLAN_STATES, type PlanState } from '@daegaejo/plan/rules';
import { policyAt } from '@daegaejo/round';
import { type EntityManager, In } from 'typeorm';
import { BUDGET_STAGES } from '../budget/rules/index.js';
import { BudgetCeilingEntity } from '../budget/store/budget.entity.js';
import { type Ceiling, moneyOf, type PortfolioPlan } from '../rules/portfolio/index.js';

/** Plans that are out of the question for good. */
const GONE: readonly PlanState[] = ['draft', 'ineligible', 'withdrawn', 'lapsed', 'cancelled', 'revoked'];

/** What a round puts before its committee: the plans with score and national money, the quota, and the ceilings that are set. */
export interface PortfolioGround {
  readonly roundId: string;
  readonly aggregateNo: number;
  readonly quota: number;
  readonly plans: readonly PortfolioPlan[];
  /** Plans that cannot be preselected by their score (과락, 기준점수 미달), by id. */
  readonly failed: readonly string[];
  readonly ceilings: readonly Ceiling[];
}

/** Reads it for whoever may know the ranking now: 404, 403, or 409 where none is shown yet. Amounts are of the judged version. */
export async function readPortfolio({ manager }: Reading, actor: Actor, roundId: string): Promise<PortfolioGround> {
  const { no } = await admitToRanking(manager, actor, 'runPortfolio', roundId);
  const { result, policyVersion } = await rankingAt(manager, roundId, no);
  const { quota } = await policyAt(manager, roundId, policyVersion);
  const plans = await plansIn(
    manager,
    roundId,
    PLAN_STATES.filter((state) => !GONE.includes(state)),
  );
  const provinces = await manager.findBy(OrganisationEntity, { id: In(plans.map(({ provinceId }) => provinceId)) });
  const codes = new Map(provinces.map(({ id, code }) => [id, code]));
  const known = new Map(plans.map((plan) => [plan.id, plan]));
  const found: PortfolioPlan[] = [];
  const failed: string[] = [];
  for (const ranked of result.plans) {
    const plan = known.get(ranked.planId);
    if (plan === undefined) continue;
    if (!passesAll(ranked)) failed.push(plan.id);
    const content = (await judgedVersion(manager, plan))?.content;
    found.push({
      id: plan.id,
      label: ranked.label,
      province: codes.get(plan.provinceId) ?? '',
      score: ranked.final,
      ...(content === undefined ? { money: [], hub: 0n, linked: 0n } : moneyOf(content)),
    });
  }
  return { roundId, aggregateNo: no, quota, plans: found, failed, ceilings: await ceilingsOf(manager, roundId) };
}

/** What ministries may give, as it is set for the round: of each ministry, year and source the latest stage that has a ceiling. */
async function ceilingsOf(manager: EntityManager, roundId: string): Promise<Ceiling[]> {
  const rows = await manager.find(BudgetCeilingEntity, {
    where: { roundId },
    order: { year: 'ASC', ministryId: 'ASC', source: 'ASC' },
  });
  const ministries = await manager.findBy(OrganisationEntity, { id: In(rows.map(({ ministryId }) => ministryId)) });
  const codes = new Map(ministries.map(({ id, code }) => [id, code]));
  const latest = new Map<string, BudgetCeilingEntity>();
  for (const row of rows) {
    const key = `${row.ministryId} ${row.year} ${row.source}`;
    const other = latest.get(key);
    if (other === undefined || BUDGET_STAGES.indexOf(other.stage) < BUDGET_STAGES.indexOf(row.stage))
      latest.set(key, row);
  }
  return [...latest.values()].map(({ ministryId, year, source, amount }) => ({
    ministry: codes.get(ministryId) ?? ministryId,
    year,
    source,
    amount,
  }));
}
