import { organisationsById } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import type { Reading } from '@daegaejo/platform';
import { ALL_INDICATORS, type AnyIndicator, INDICATOR_NAMES, INDICATOR_UNITS } from '@daegaejo/plan/rules';
import { policyOf } from '@daegaejo/round';
import { pathOf } from '../rules/index.js';
import { type AgreedPlan, agreedPlans } from '../store/agreed-plans.js';
import { type ResultSum, resultSums } from '../store/result-sums.js';
import { admitToDashboard } from './admit.js';

/**
 * Targets added up year by year beside what regions reported, per region and for the cohort; direct and induced jobs stand apart.
 * Targets are those of the newest approved plan. A province sees its own row and no cohort.
 */
export async function attainmentDashboard(reading: Reading, actor: Actor, roundId: string) {
  const { round, provinceIds } = await admitToDashboard(reading, actor, 'getAttainmentDashboard', roundId);
  const { fundingYears } = await policyOf(reading.manager, round);
  const plans = await agreedPlans(reading, [roundId], 'current', provinceIds);
  const results = await resultSums(reading, [roundId], 'reported');
  const provinces = await organisationsById(
    reading.manager,
    plans.map(({ provinceId }) => provinceId),
  );
  const pathsOf = (some: readonly AgreedPlan[]) => indicatorPaths(fundingYears, some, results);
  return {
    dashboard: 'attainment' as const,
    title: `${round.year}년 회차의 목표와 실적`,
    roundId,
    asOf: reading.now,
    regions: plans.map((plan) => ({
      province: provinces.get(plan.provinceId)?.code ?? '',
      planId: plan.planId,
      state: plan.state,
      indicators: pathsOf([plan]),
    })),
    cohort: provinceIds === null ? pathsOf(plans) : null,
  };
}
export type AttainmentDashboard = Awaited<ReturnType<typeof attainmentDashboard>>;

/** One path per indicator somebody has a target for; `reported` = how many of the regions have reported each year. */
function indicatorPaths(years: readonly number[], plans: readonly AgreedPlan[], results: readonly ResultSum[]) {
  const ids = new Set(plans.map(({ planId }) => planId));
  return ALL_INDICATORS.filter((code) =>
    plans.some(({ content }) => content.indicators.some((indicator) => indicator.code === code)),
  ).map((code: AnyIndicator) => {
    const own = results.filter((one) => one.code === code && ids.has(one.planId));
    const byYear = new Map<number, number>();
    for (const { year, value } of own) byYear.set(year, (byYear.get(year) ?? 0) + value);
    const targets = plans.flatMap(({ content }) =>
      content.indicators.filter((indicator) => indicator.code === code).flatMap((indicator) => indicator.targets),
    );
    return {
      code,
      name: INDICATOR_NAMES[code],
      unit: INDICATOR_UNITS[code],
      regions: plans.length,
      path: pathOf(years, targets, byYear).map((row) => ({
        ...row,
        reported: own.filter(({ year }) => year === row.year).length,
      })),
    };
  });
}
