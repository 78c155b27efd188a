import { organisationsById, provincesOn } from '@daegaejo/identity';
import type { Actor } from '@daegaejo/identity/rules';
import type { Reading } from '@daegaejo/platform';
import { targetTotals } from '@daegaejo/plan/rules';
import { type Day, seoulDay } from '@daegaejo/platform/rules';
import { hasReached } from '@daegaejo/round/rules';
import { tileOf } from '../rules/index.js';
import { type AgreedPlan, agreedPlans } from '../store/agreed-plans.js';
import { announcedIn, noticesIn } from '../store/published.js';
import { resultSums } from '../store/result-sums.js';
import { admitToDashboard } from './admit.js';

/**
 * Values per 시·도, with the names and codes of one day: `on`, or the first notice, the announcement, the call. A region whose
 * province was not there on that day is listed apart and given to no other (2020 광주 and 전남 stay what they were).
 */
export async function mapDashboard(reading: Reading, actor: Actor, roundId: string, asked: Day | undefined) {
  const { round, provinceIds } = await admitToDashboard(reading, actor, 'getMapDashboard', roundId);
  const notices = hasReached(round.state, 'designated') ? await noticesIn(reading, [roundId]) : [];
  const [firstNotice] = notices.map(({ noticeDate }) => noticeDate).toSorted();
  const on = asked ?? firstNotice ?? seoulDay(round.publishedAt ?? round.announcedAt ?? reading.now);
  const plans = await agreedPlans(reading, [roundId], 'current', provinceIds);
  const announced = (await announcedIn(reading, [roundId], reading.now)).get(roundId);
  const results = await resultSums(reading, [roundId], 'reported');
  const noticed = new Set(notices.map(({ planId }) => planId));
  const shown = (provinceId: string): boolean => provinceIds === null || provinceIds.includes(provinceId);
  const valuesOf = (provinceId: string) => {
    const plan = plans.find((one) => one.provinceId === provinceId);
    const jobs = results.filter((one) => one.planId === plan?.planId && one.code === 'direct-hires');
    return {
      preselected: shown(provinceId) && announced?.regions.some((region) => region.provinceId === provinceId) === true,
      designated: plan !== undefined && noticed.has(plan.planId) && plan.state !== 'revoked',
      ...plannedIn(plan),
      reportedJobs: jobs.length === 0 ? null : jobs.reduce((sum, { value }) => sum + value, 0),
    };
  };
  const places = await provincesOn(reading.manager, on);
  const missing = plans.filter(({ provinceId }) => !places.some(({ id }) => id === provinceId));
  const gone = await organisationsById(
    reading.manager,
    missing.map(({ provinceId }) => provinceId),
  );
  return {
    dashboard: 'map' as const,
    title: `${round.year}년 회차의 지역`,
    roundId,
    asOf: reading.now,
    on,
    provinces: places
      .filter(({ id }) => shown(id))
      .map(({ id, ...place }) => ({ ...place, tile: [...tileOf(place.code)], ...valuesOf(id) })),
    notOnThatDay: missing.map(({ provinceId }) => {
      const { code = '', shortName = '' } = gone.get(provinceId) ?? {};
      return { code, shortName, ...valuesOf(provinceId) };
    }),
  };
}
export type MapDashboard = Awaited<ReturnType<typeof mapDashboard>>;

function plannedIn(plan: AgreedPlan | undefined): { confirmedJobs: number | null; planned: string | null } {
  if (plan === undefined) return { confirmedJobs: null, planned: null };
  const planned = plan.content.budget.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  return { confirmedJobs: targetTotals(plan.content.indicators).get('direct-hires') ?? null, planned: String(planned) };
}
