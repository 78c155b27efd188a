import { authorise, organisationsById } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import { invalid, type Page, pageById, type PageQuery, type Reading, refused } from '@daegaejo/platform';
import { sumWon } from '@daegaejo/platform/rules';
import { newestVersion, readPlan } from '@daegaejo/plan';
import { policyOf, readRound, RoundEntity } from '@daegaejo/round';
import type {
  CeilingView,
  PaymentView,
  RecordedPaymentsView,
  SettlementView,
  SplitView,
  StageYearView,
} from './http/ledger.dto.js';
import { leftUnder, sharesFor, splitByShares } from './rules/index.js';
import { budgetScope } from './scope.js';
import {
  BudgetCeilingEntity,
  BudgetPaymentEntity,
  BudgetSettlementEntity,
  BudgetSettlementSignOffEntity,
  type BudgetStageYearEntity,
} from './store/budget.entity.js';
import { stageYearsOf } from './store/stage-years.js';

/** Stage-years of a round that were ever opened, with who opened and closed them. */
export async function listBudgetStages(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
): Promise<{ items: StageYearView[] }> {
  await readRound(manager, actor, roundId);
  authorise(actor, 'listBudgetStages', { roundId });
  return { items: (await stageYearsOf(manager, roundId)).map(stageYearView) };
}

export const stageYearView = (row: BudgetStageYearEntity): StageYearView => ({
  year: row.year,
  stage: row.stage,
  state: row.state,
  openedBy: row.openedBy,
  openedAt: row.openedAt,
  closedBy: row.closedBy,
  closedAt: row.closedAt,
  version: row.version,
});

/** Ceilings of a round with what is used of them. */
export async function listCeilings(
  { manager }: Reading,
  actor: Actor,
  roundId: string,
): Promise<{ items: CeilingView[] }> {
  await readRound(manager, actor, roundId);
  authorise(actor, 'listCeilings', { roundId });
  const rows = await manager.find(BudgetCeilingEntity, { where: { roundId }, order: { year: 'ASC', id: 'ASC' } });
  const ministries = await organisationsById(
    manager,
    rows.map(({ ministryId }) => ministryId),
  );
  return { items: rows.map((row) => ceilingView(row, ministries.get(row.ministryId)?.code ?? '')) };
}

export function ceilingView(row: BudgetCeilingEntity, ministry: string): CeilingView {
  const { id, year, stage, amount, used, version } = row;
  return {
    id,
    ministry,
    year,
    stage,
    amount: String(amount),
    used: String(used),
    left: String(leftUnder(row)),
    version,
  };
}

/** Payments of a plan, returns among them; a reviewer sees those of his ministry. */
export async function listPayments(
  { manager }: Reading,
  actor: Actor,
  planId: string,
  query: PageQuery,
): Promise<Page<PaymentView>> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'listPayments', plan);
  const scope = budgetScope(actor, plan.roundId);
  const select = manager
    .createQueryBuilder(BudgetPaymentEntity, 'payment')
    .where('payment.planId = :planId', { planId });
  if (!scope.all && !scope.provinceIds.includes(plan.provinceId))
    select.andWhere('payment.ministryId IN (:...ministryIds)', { ministryIds: [...scope.ministryIds, ''] });
  return pageById(select, 'payment', query, paymentView);
}

export const paymentView = (row: BudgetPaymentEntity): PaymentView => ({
  id: row.id,
  planId: row.planId,
  subProject: row.subProjectKey,
  year: row.year,
  source: row.source,
  kind: row.kind,
  amount: String(row.amount),
  paidOn: row.paidOn,
  number: row.number,
  countersId: row.countersId,
  reason: row.reason,
  recordedAt: row.recordedAt,
});

export const recordedPaymentsView = (rows: readonly BudgetPaymentEntity[]): RecordedPaymentsView => ({
  count: rows.length,
  total: String(sumWon(rows.map(({ amount }) => amount))),
  ids: rows.map(({ id }) => id),
});

/** Every version of every settlement of a plan. */
export async function listSettlements(
  { manager }: Reading,
  actor: Actor,
  planId: string,
  query: PageQuery,
): Promise<Page<SettlementView>> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'listSettlements', plan);
  const signed = await manager.findBy(BudgetSettlementSignOffEntity, { planId });
  const select = manager
    .createQueryBuilder(BudgetSettlementEntity, 'settlement')
    .where('settlement.planId = :planId', { planId });
  return pageById(select, 'settlement', query, (row) =>
    settlementView(row, signed.find(({ settlementId }) => settlementId === row.id)?.signedAt ?? null),
  );
}

export const settlementView = (row: BudgetSettlementEntity, signedAt: string | null): SettlementView => ({
  id: row.id,
  planId: row.planId,
  year: row.year,
  no: row.no,
  rows: row.rows.map((of) => ({ ...of })),
  auditReference: row.auditReference,
  contentHash: row.contentHash,
  submittedAt: row.submittedAt,
  signedAt,
});

/** Public money of a sub-project split by the shares of the round's policy, to the won; a proposal, nothing is stored. */
export async function splitBudget(
  { manager }: Reading,
  actor: Actor,
  planId: string,
  { subProject, total, municipalShareBp }: { subProject: string; total: bigint; municipalShareBp: number },
): Promise<SplitView> {
  const plan = await readPlan(manager, actor, planId);
  authorise(actor, 'splitBudget', plan);
  const round = await manager.findOneByOrFail(RoundEntity, { id: plan.roundId });
  const { funding } = await policyOf(manager, round);
  const found = (await newestVersion(manager, plan))?.content.subProjects.find(({ key }) => key === subProject);
  if (found === undefined)
    throw invalid([{ field: 'subProject', code: 'budget.sub-project.unknown', params: { subProject } }]);
  const province = (await organisationsById(manager, [plan.provinceId])).get(plan.provinceId)?.code ?? '';
  const shares = sharesFor(funding, found.kind, province);
  if (shares === null) throw refused('budget.split.no-rule', [], { kind: found.kind });
  const cells = splitByShares(total, shares.national, BigInt(municipalShareBp));
  return {
    subProject,
    total: String(total),
    nationalShareBp: Number(shares.national),
    cells: cells.map(({ source, amount }) => ({ source, amount: String(amount) })),
  };
}
