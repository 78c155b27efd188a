import { newestVersionsOf, type PlanOfDuty, plansOfDuty } from '@daegaejo/plan';
import {
  type DutyContext,
  type DutySource,
  dutySource,
  type FoundDuty,
  onlyAsked,
  roundDutySource,
} from '@daegaejo/round';
import { approversOf, OFFICERS, SECRETARIAT, writersOf } from '@daegaejo/round/rules';
import { In } from 'typeorm';
import { budgetDueAt, budgetOpensAt, settlementDueAt, settlementOpensAt, yearToAsk } from './rules/index.js';
import { BudgetLineEntity, BudgetSettlementEntity, BudgetSettlementSignOffEntity } from './store/budget.entity.js';
import { BudgetOpinionEntity } from './store/opinion.entity.js';

/** Years in which these plans have amounts at a stage. */
async function yearsAt(
  { manager, round }: DutyContext,
  stage: BudgetLineEntity['stage'],
): Promise<{ planId: string; year: number }[]> {
  return manager
    .createQueryBuilder(BudgetLineEntity, 'line')
    .select('line.planId', 'planId')
    .addSelect('line.year', 'year')
    .where('line.roundId = :roundId AND line.stage = :stage', { roundId: round.id, stage })
    .groupBy('line.planId')
    .addGroupBy('line.year')
    .getRawMany<{ planId: string; year: number }>();
}

/** 다음 연도 예산요구: by 30 April of the year before, for each designated region with money planned in it (L-SUB 4). */
async function requestsOpen(context: DutyContext): Promise<FoundDuty[]> {
  const { manager, policy, now, round } = context;
  const ask = (done: (year: number) => boolean): number | null =>
    yearToAsk(policy.fundingYears, 'request', { funding: policy.funding, chosenAt: round.publishedAt, now, done });
  if (ask(() => false) === null) return [];
  const plans = await onlyAsked(plansOfDuty(context, ['designated']), 'plan.id', context).getRawMany<PlanOfDuty>();
  if (plans.length === 0) return [];
  const requested = await yearsAt(context, 'requested');
  const versions = await newestVersionsOf(
    manager,
    plans.map(({ planId }) => planId),
  );
  const duties: FoundDuty[] = [];
  for (const { planId, provinceId, province } of plans) {
    const year = ask((of) => requested.some((row) => row.planId === planId && Number(row.year) === of));
    if (year === null) continue;
    const planned = versions
      .find((version) => version.planId === planId)
      ?.content.budget.some((cell) => cell.year === year && cell.source === 'national' && cell.amount !== '0');
    if (planned !== true) continue;
    duties.push({
      subjectId: planId,
      provinceId,
      at: budgetDueAt(year, 'request', policy.funding),
      since: budgetOpensAt(year),
      owners: [writersOf(provinceId), approversOf(provinceId)],
      superiors: [SECRETARIAT],
      params: { province, year },
    });
  }
  return duties;
}

/** 행정안전부 의견: by 20 May of the year before, once a region has asked and until the draft is out (L-SUB 7). */
async function opinionOpen(context: DutyContext): Promise<Omit<FoundDuty, 'subjectId'> | null> {
  const { manager, policy, now, round } = context;
  const ask = (done: (year: number) => boolean): number | null =>
    yearToAsk(policy.fundingYears, 'opinion', { funding: policy.funding, chosenAt: round.publishedAt, now, done });
  if (ask(() => false) === null) return null;
  const requested = (await yearsAt(context, 'requested')).map(({ year }) => Number(year));
  const drafted = (await yearsAt(context, 'government-draft')).map(({ year }) => Number(year));
  const given = (await manager.findBy(BudgetOpinionEntity, { roundId: round.id })).map(({ year }) => year);
  const year = ask((of) => !requested.includes(of) || drafted.includes(of) || given.includes(of));
  if (year === null) return null;
  return {
    at: budgetDueAt(year, 'opinion', policy.funding),
    since: budgetOpensAt(year),
    owners: [OFFICERS],
    superiors: [SECRETARIAT],
    params: { year },
  };
}

/** Years of each designated region that are over, have money and are not signed off, with their newest settlement; the oldest year first. */
async function yearsUnsettled(context: DutyContext) {
  const { manager, policy, now } = context;
  const years = policy.fundingYears.filter((year) => settlementOpensAt(year) <= now).sort((a, b) => a - b);
  if (years.length === 0) return [];
  const plans = await onlyAsked(plansOfDuty(context, ['designated']), 'plan.id', context).getRawMany<PlanOfDuty>();
  const money = [...(await yearsAt(context, 'granted')), ...(await yearsAt(context, 'executed'))];
  const of = { planId: In(plans.map(({ planId }) => planId)) };
  const signed = await manager.find(BudgetSettlementSignOffEntity, {
    where: of,
    select: { id: true, planId: true, year: true },
  });
  const settled = await manager.find(BudgetSettlementEntity, {
    where: of,
    select: { id: true, planId: true, year: true, submittedAt: true },
    order: { no: 'ASC' },
  });
  return plans.flatMap((plan) => {
    const is = (row: { planId: string; year: number }, year: number): boolean =>
      row.planId === plan.planId && Number(row.year) === year;
    const year = years.find((one) => money.some((row) => is(row, one)) && !signed.some((row) => is(row, one)));
    if (year === undefined) return [];
    return [{ plan, year, settlement: settled.findLast((row) => is(row, year)) ?? null }];
  });
}

/** 정산: of the oldest year that is over, by the province (L-SUB 27). */
async function settlementsOpen(context: DutyContext): Promise<FoundDuty[]> {
  return (await yearsUnsettled(context)).flatMap(({ plan: { planId, provinceId, province }, year, settlement }) =>
    settlement !== null
      ? []
      : [
          {
            subjectId: planId,
            provinceId,
            at: settlementDueAt(year, context.policy.funding),
            since: settlementOpensAt(year),
            owners: [writersOf(provinceId), approversOf(provinceId)],
            superiors: [SECRETARIAT],
            params: { province, year },
          },
        ],
  );
}

/** 정산 확정: settlements the secretariat has not signed. */
async function settlementsUnsigned(context: DutyContext): Promise<FoundDuty[]> {
  return (await yearsUnsettled(context)).flatMap(({ plan: { planId, provinceId, province }, year, settlement }) =>
    settlement === null
      ? []
      : [
          {
            subjectId: planId,
            provinceId,
            at: settlement.submittedAt,
            owners: [SECRETARIAT],
            superiors: [OFFICERS],
            params: { province, year },
          },
        ],
  );
}

/** 정부안 통지: by 15 September of the year before, once a region has asked (L-SUB 12). */
async function draftOpen(context: DutyContext): Promise<Omit<FoundDuty, 'subjectId'> | null> {
  const { policy, now, round } = context;
  const ask = (done: (year: number) => boolean): number | null =>
    yearToAsk(policy.fundingYears, 'draft', { funding: policy.funding, chosenAt: round.publishedAt, now, done });
  if (ask(() => false) === null) return null;
  const requested = (await yearsAt(context, 'requested')).map(({ year }) => Number(year));
  const drafted = (await yearsAt(context, 'government-draft')).map(({ year }) => Number(year));
  const year = ask((of) => !requested.includes(of) || drafted.includes(of));
  if (year === null) return null;
  return {
    at: budgetDueAt(year, 'draft', policy.funding),
    since: budgetOpensAt(year),
    owners: [OFFICERS],
    superiors: [SECRETARIAT],
    params: { year },
  };
}

export const BUDGET_DUTIES: readonly DutySource[] = [
  dutySource({ kind: 'request-budget', clock: 'deadline', during: ['designated', 'executing'], find: requestsOpen }),
  dutySource({ kind: 'settle-year', clock: 'deadline', during: ['designated', 'executing'], find: settlementsOpen }),
  dutySource({
    kind: 'sign-settlement',
    clock: 'stalled',
    during: ['designated', 'executing'],
    find: settlementsUnsigned,
  }),
  roundDutySource({
    kind: 'record-budget-opinion',
    clock: 'deadline',
    during: ['objection-window', 'finalising', 'confirmed', 'designated', 'executing'],
    find: opinionOpen,
  }),
  roundDutySource({
    kind: 'notify-draft-budget',
    clock: 'deadline',
    during: ['objection-window', 'finalising', 'confirmed', 'designated', 'executing'],
    find: draftOpen,
  }),
];
