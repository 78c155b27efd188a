import { organisationIds } from '@daegaejo/identity';
import { type PlanOfDuty, plansOfDuty } from '@daegaejo/plan';
import { type DutyContext, type DutySource, dutySource, type FoundDuty, onlyAsked } from '@daegaejo/round';
import { approversOf, OFFICERS, officersOf, SECRETARIAT, writersOf } from '@daegaejo/round/rules';
import { In } from 'typeorm';
import { type CorrectiveState, reportDueAt, reportOpensAt, stopReviewDueAt, yearsToReport } from '../rules/index.js';
import { CorrectivePlanEntity, FinalEvaluationEntity } from './store/execution.entity.js';
import { isReviewOpen, judgementsOf } from './store/judgements.js';
import type { YearlyReportCheckEntity } from './store/report.entity.js';
import { checksOf, newestReports } from './store/reports.js';

/** Regions whose execution goes on, with the newest report of every year and what was said of it. */
async function underWay(context: DutyContext) {
  const { manager } = context;
  const plans = await onlyAsked(plansOfDuty(context, ['designated']), 'plan.id', context).getRawMany<PlanOfDuty>();
  const planIds = plans.map(({ planId }) => planId);
  const closed = await manager.find(FinalEvaluationEntity, {
    where: { planId: In(planIds) },
    select: { id: true, planId: true },
  });
  const reports = await newestReports(manager, planIds);
  const checks = await checksOf(
    manager,
    reports.map(({ id }) => id),
  );
  return plans
    .filter(({ planId }) => !closed.some((final) => final.planId === planId))
    .map((plan) => ({
      plan,
      reports: reports
        .filter(({ planId }) => planId === plan.planId)
        .map((report) => ({ ...report, check: checks.get(report.id) ?? null })),
    }));
}

const provinces = ({ provinceId }: PlanOfDuty): Pick<FoundDuty, 'provinceId' | 'owners' | 'superiors'> => ({
  provinceId,
  owners: [writersOf(provinceId), approversOf(provinceId)],
  superiors: [SECRETARIAT],
});
const secretariats = ({ provinceId }: PlanOfDuty): Pick<FoundDuty, 'provinceId' | 'owners' | 'superiors'> => ({
  provinceId,
  owners: [SECRETARIAT],
  superiors: [OFFICERS],
});

type Returned = Pick<YearlyReportCheckEntity, 'year' | 'checkedAt'> & { readonly dueAt: string };

/**
 * The oldest year each designated region still has to report on, or to report on again because its report was returned; the
 * next one follows when it is in.
 */
async function reportsOpen(context: DutyContext): Promise<FoundDuty[]> {
  const { policy, now } = context;
  if (yearsToReport(policy.fundingYears, [], now).length === 0) return [];
  return (await underWay(context)).flatMap(({ plan, reports }): FoundDuty[] => {
    const returned = reports.flatMap(({ check }): Returned[] =>
      check?.verdict === 'returned' && check.dueAt !== null ? [{ ...check, dueAt: check.dueAt }] : [],
    )[0];
    const reported = reports.map(({ year }) => year);
    const [missing] = yearsToReport(policy.fundingYears, reported, now);
    const year = Math.min(returned?.year ?? Infinity, missing ?? Infinity);
    if (year === Infinity) return [];
    const again = year === returned?.year;
    return [
      {
        ...provinces(plan),
        subjectId: plan.planId,
        at: again ? returned.dueAt : reportDueAt(year),
        since: again ? returned.checkedAt : reportOpensAt(year),
        params: { province: plan.province, year },
      },
    ];
  });
}

/** Reports the secretariat has not said anything of, the oldest of each region. */
async function reportsUnchecked(context: DutyContext): Promise<FoundDuty[]> {
  return (await underWay(context)).flatMap(({ plan, reports }): FoundDuty[] => {
    const open = reports.find(({ check }) => check === null);
    if (open === undefined) return [];
    const { year, submittedAt } = open;
    return [
      { ...secretariats(plan), subjectId: plan.planId, at: submittedAt, params: { province: plan.province, year } },
    ];
  });
}

/** Corrective plans in one of `states`, the oldest of each region. */
async function correctives(
  context: DutyContext,
  states: readonly CorrectiveState[],
): Promise<{ plan: PlanOfDuty; corrective: CorrectivePlanEntity }[]> {
  const plans = await onlyAsked(plansOfDuty(context, ['designated']), 'plan.id', context).getRawMany<PlanOfDuty>();
  const found = await context.manager.find(CorrectivePlanEntity, {
    where: { planId: In(plans.map(({ planId }) => planId)), state: In([...states]) },
    order: { year: 'ASC' },
  });
  return plans.flatMap((plan) => {
    const corrective = found.find(({ planId }) => planId === plan.planId);
    return corrective === undefined ? [] : [{ plan, corrective }];
  });
}

async function correctivesToFile(context: DutyContext): Promise<FoundDuty[]> {
  return (await correctives(context, ['asked', 'returned'])).map(({ plan, corrective }) => ({
    ...provinces(plan),
    subjectId: plan.planId,
    at: corrective.dueAt,
    since: corrective.decidedAt ?? corrective.askedAt,
    params: { province: plan.province, year: corrective.year },
  }));
}

async function correctivesToCheck(context: DutyContext): Promise<FoundDuty[]> {
  return (await correctives(context, ['filed'])).map(({ plan, corrective }) => ({
    ...secretariats(plan),
    subjectId: plan.planId,
    at: corrective.filedAt ?? corrective.askedAt,
    params: { province: plan.province, year: corrective.year },
  }));
}

/** Reports the secretariat accepted and the panel has not judged, the oldest of each region; none where years get no light. */
async function yearsUnjudged(context: DutyContext): Promise<FoundDuty[]> {
  if (context.policy.execution === undefined) return [];
  const found = await underWay(context);
  const judged = await judgementsOf(
    context.manager,
    found.map(({ plan }) => plan.planId),
  );
  return found.flatMap(({ plan, reports }): FoundDuty[] => {
    const years = judged.get(plan.planId)?.judgements.map(({ year }) => year) ?? [];
    const open = reports.find(({ year, check }) => check?.verdict === 'accepted' && !years.includes(year));
    if (open?.check == null) return [];
    const { year, check } = open;
    return [
      { ...secretariats(plan), subjectId: plan.planId, at: check.checkedAt, params: { province: plan.province, year } },
    ];
  });
}

/** Stops whose designation is to be reviewed by the policy, until a review is opened (해제 검토). */
async function stopsToReview(context: DutyContext): Promise<FoundDuty[]> {
  const { manager, policy } = context;
  if (policy.execution?.consequences?.stopReviewDays === undefined) return [];
  const plans = await onlyAsked(plansOfDuty(context, ['designated']), 'plan.id', context).getRawMany<PlanOfDuty>();
  const judged = await judgementsOf(
    manager,
    plans.map(({ planId }) => planId),
  );
  const ids = await organisationIds(manager, policy.owners);
  const owners = policy.owners.flatMap((code) => ids.get(code) ?? []).map(officersOf);
  return plans.flatMap(({ planId, provinceId, province }): FoundDuty[] => {
    const plan = judged.get(planId);
    const at = plan === undefined ? null : stopReviewDueAt(plan.standing, policy.execution?.consequences);
    if (plan?.standing == null || at === null || !isReviewOpen(plan)) return [];
    const { year, since } = plan.standing;
    return [{ subjectId: planId, provinceId, at, since, owners, superiors: [SECRETARIAT], params: { province, year } }];
  });
}

const DURING = ['designated', 'executing'] as const;

export const EXECUTION_DUTIES: readonly DutySource[] = [
  dutySource({ kind: 'report-year', clock: 'deadline', during: DURING, find: reportsOpen }),
  dutySource({ kind: 'check-report', clock: 'stalled', during: DURING, find: reportsUnchecked }),
  dutySource({ kind: 'review-year', clock: 'stalled', during: DURING, find: yearsUnjudged }),
  dutySource({ kind: 'review-stopped', clock: 'deadline', during: DURING, find: stopsToReview }),
  dutySource({ kind: 'file-corrective-plan', clock: 'deadline', during: DURING, find: correctivesToFile }),
  dutySource({ kind: 'check-corrective-plan', clock: 'stalled', during: DURING, find: correctivesToCheck }),
];
