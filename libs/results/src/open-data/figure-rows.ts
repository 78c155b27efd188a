import { organisationsById } from '@daegaejo/identity';
import type { Reading } from '@daegaejo/platform';
import { ALL_INDICATORS, INDICATOR_NAMES, INDICATOR_UNITS, targetOf } from '@daegaejo/plan/rules';
import { policyOf } from '@daegaejo/round';
import { cohortFigures } from '../figures.query.js';
import { announcedValue, type DataRow } from '../rules/index.js';
import { agreedPlans } from '../store/agreed-plans.js';
import { budgetSums } from '../store/budget-sums.js';
import { resultSums } from '../store/result-sums.js';
import { announcedRounds, designatedOf, publicRounds } from './public-rounds.js';

export async function budgetRows(reading: Reading): Promise<DataRow[]> {
  const rows: DataRow[] = [];
  for (const round of designatedOf(await publicRounds(reading))) {
    for (const [key, amount] of plannedIn(await agreedPlans(reading, [round.id], 'confirmed'))) {
      const [year, ministry, source] = JSON.parse(key) as [number, string, string];
      rows.push({ roundYear: round.year, stage: 'planned', year, ministry, source, amount: String(amount) });
    }
    const years = (await policyOf(reading.manager, round)).fundingYears;
    // what is carried over is spent after the last year of support
    const slice = {
      fromYear: Math.min(...years),
      toYear: Math.max(...years) + 5,
      roundId: round.id,
      provinceIds: null,
    };
    for (const { year, ministry, source, stage, won } of await budgetSums(reading, slice))
      if (stage === 'enacted') rows.push({ roundYear: round.year, stage, year, ministry, source, amount: won });
  }
  return rows;
}

/** The confirmed plans by year, ministry of the sub-project, and source. */
function plannedIn(plans: Awaited<ReturnType<typeof agreedPlans>>): Map<string, bigint> {
  const sums = new Map<string, bigint>();
  for (const { content } of plans) {
    const ministries = new Map(content.subProjects.map(({ key, ministry }) => [key, ministry]));
    for (const { subProject, year, source, amount } of content.budget) {
      const key = JSON.stringify([year, ministries.get(subProject) ?? '', source]);
      sums.set(key, (sums.get(key) ?? 0n) + BigInt(amount));
    }
  }
  return sums;
}

export async function indicatorRows(reading: Reading): Promise<DataRow[]> {
  const { rounds, announced } = await announcedRounds(reading);
  const rows: DataRow[] = [];
  for (const { id, year } of rounds)
    for (const { code, label, value, unit, source, fictional } of announced.get(id)?.figures ?? []) {
      const amount = announcedValue(value, unit);
      if (amount !== null)
        rows.push({
          roundYear: year,
          quantity: 'announced',
          province: null,
          indicator: code,
          label,
          year: null,
          ...amount,
          reportedSource: source,
          fictional,
        });
    }
  for (const round of designatedOf(rounds)) rows.push(...(await targetRows(reading, round)));
  return rows;
}

/** Confirmed targets and reviewed results of a designated round, by region and year. */
async function targetRows(reading: Reading, { id, year: roundYear }: { id: string; year: number }): Promise<DataRow[]> {
  const plans = await agreedPlans(reading, [id], 'confirmed');
  const provinces = await organisationsById(
    reading.manager,
    plans.map(({ provinceId }) => provinceId),
  );
  const codes = new Map(plans.map(({ planId, provinceId }) => [planId, provinces.get(provinceId)?.code ?? '']));
  const confirmed = plans.flatMap(({ planId, content }) =>
    content.indicators.flatMap((indicator) => {
      const { code, source, fictional, targets } = indicator;
      const shared = {
        roundYear,
        quantity: 'confirmed',
        province: codes.get(planId) ?? null,
        indicator: code,
        label: INDICATOR_NAMES[code],
        unit: INDICATOR_UNITS[code],
        reportedSource: source,
        fictional,
      };
      return [
        { ...shared, year: null, value: String(targetOf(indicator)) },
        ...targets.map(({ year, value }) => ({ ...shared, year, value: String(value) })),
      ];
    }),
  );
  const attained = (await resultSums(reading, [id], 'reviewed'))
    .filter(({ code }) => ALL_INDICATORS.includes(code))
    .map(({ planId, year, code, value }) => ({
      roundYear,
      quantity: 'attained',
      province: codes.get(planId) ?? null,
      indicator: code,
      label: INDICATOR_NAMES[code],
      year,
      value: String(value),
      unit: INDICATOR_UNITS[code],
      reportedSource: null,
      fictional: false,
    }));
  return [...confirmed, ...attained];
}

export async function publishedFigureRows(reading: Reading): Promise<DataRow[]> {
  const rows: DataRow[] = [];
  for (const round of await publicRounds(reading))
    for (const figure of await cohortFigures(reading, round)) rows.push({ roundYear: round.year, ...figure });
  return rows;
}
