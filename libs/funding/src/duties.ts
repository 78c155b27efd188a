import { type PlanOfDuty, plansOfDuty } from '@daegaejo/plan';
import { type DutyContext, type DutySource, dutySource, type FoundDuty, onlyAsked } from '@daegaejo/round';
import { approversOf, SECRETARIAT, writersOf } from '@daegaejo/round/rules';
import { In } from 'typeorm';
import { reportDueAt, reportOpensAt, yearsToReport } from './rules/index.js';
import { YearlyReportEntity } from './store/funding.entity.js';

/** The oldest year each designated region still has to report on; the next one follows when it is in. */
async function reportsOpen(context: DutyContext): Promise<FoundDuty[]> {
  const { manager, policy, now } = context;
  if (yearsToReport(policy.fundingYears, [], now).length === 0) return [];
  const plans = await onlyAsked(plansOfDuty(context, ['designated']), 'plan.id', context).getRawMany<PlanOfDuty>();
  const reports = await manager.find(YearlyReportEntity, {
    where: { planId: In(plans.map(({ planId }) => planId)) },
    select: { id: true, planId: true, year: true },
  });
  return plans.flatMap(({ planId, provinceId, province }): FoundDuty[] => {
    const reported = reports.filter((report) => report.planId === planId).map(({ year }) => year);
    const [year] = yearsToReport(policy.fundingYears, reported, now);
    if (year === undefined) return [];
    return [
      {
        subjectId: planId,
        provinceId,
        at: reportDueAt(year),
        since: reportOpensAt(year),
        owners: [writersOf(provinceId), approversOf(provinceId)],
        superiors: [SECRETARIAT],
        params: { province, year },
      },
    ];
  });
}

export const FUNDING_DUTIES: readonly DutySource[] = [
  dutySource({ kind: 'report-year', clock: 'deadline', during: ['designated', 'executing'], find: reportsOpen }),
];
