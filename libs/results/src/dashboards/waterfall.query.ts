import type { Actor } from '@daegaejo/identity/rules';
import type { Reading } from '@daegaejo/platform';
import { type AnyIndicator, targetTotals } from '@daegaejo/plan/rules';
import { policyOf } from '@daegaejo/round';
import { announcedValue, type RawStep, waterfallOf } from '../rules/index.js';
import { agreedPlans } from '../store/agreed-plans.js';
import { type BudgetStage, budgetSums } from '../store/budget-sums.js';
import { type Announced, announcedIn } from '../store/published.js';
import { resultSums } from '../store/result-sums.js';
import { admitToDashboard } from './admit.js';

/**
 * Announced → confirmed → secured → executed, in jobs and in the national money of the first year of support. Every step is a
 * quantity of its own with its definition; announced ones carry their source and whether they are demo data.
 */
export async function waterfallDashboard(reading: Reading, actor: Actor, roundId: string) {
  const { round } = await admitToDashboard(reading, actor, 'getWaterfallDashboard', roundId);
  const announced = (await announcedIn(reading, [roundId], reading.now)).get(roundId);
  const [firstYear = round.year + 1] = (await policyOf(reading.manager, round)).fundingYears.toSorted((a, b) => a - b);
  return {
    dashboard: 'waterfall' as const,
    title: `${round.year}년 회차: 발표에서 집행까지`,
    roundId,
    asOf: reading.now,
    jobs: waterfallOf(await jobSteps(reading, roundId, announced)),
    money: waterfallOf(await moneySteps(reading, roundId, firstYear, announced)),
  };
}
export type WaterfallDashboard = Awaited<ReturnType<typeof waterfallDashboard>>;

function announcedStep(announced: Announced | undefined, code: string, label: string, definition: string): RawStep {
  const figure = announced?.figures.find((one) => one.code === code);
  const value = figure === undefined ? null : (announcedValue(figure.value, figure.unit)?.value ?? null);
  const whole = value !== null && /^\d+$/.test(value) ? value : null;
  const { source = null, fictional = false } = figure ?? {};
  return { step: 'announced', label, definition, value: whole, source, fictional };
}

const computed = (
  step: string,
  label: string,
  definition: string,
  value: string | null,
  fictional = false,
): RawStep => ({
  step,
  label,
  definition,
  value,
  source: null,
  fictional,
});

async function jobSteps(reading: Reading, roundId: string, announced: Announced | undefined): Promise<RawStep[]> {
  const plans = await agreedPlans(reading, [roundId], 'confirmed');
  const [reported, reviewed] = [
    await resultSums(reading, [roundId], 'reported'),
    await resultSums(reading, [roundId], 'reviewed'),
  ];
  const target = (code: AnyIndicator): string | null =>
    plans.length === 0
      ? null
      : String(plans.reduce((sum, { content }) => sum + (targetTotals(content.indicators).get(code) ?? 0), 0));
  const sum = (results: typeof reported): string | null => {
    const hires = results.filter(({ code }) => code === 'direct-hires');
    return hires.length === 0 ? null : String(hires.reduce((all, { value }) => all + value, 0));
  };
  const demo = plans.some(({ content }) =>
    content.indicators.some(({ code, fictional }) => code === 'direct-hires' && fictional),
  );
  return [
    announcedStep(announced, 'jobs', '발표한 일자리', '예비선정 때 발표한 일자리. 직접·간접의 구분은 알려지지 않았다.'),
    computed('confirmed', '확정 목표: 신규고용(직접)', '확정된 혁신계획의 3년 목표의 합', target('direct-hires'), demo),
    computed('reported', '보고된 신규고용(직접)', '연차보고에 적힌 실적의 합', sum(reported)),
    computed('attained', '점검을 마친 신규고용(직접)', '점검이 끝난 해의 실적의 합', sum(reviewed)),
  ];
}

const MONEY: readonly (readonly [BudgetStage, string, string])[] = [
  ['planned', '3개년 재원계획', '확정 때 정한 재원계획의 첫해 국비'],
  ['requested', '요구', '부처 예산요구에 든 첫해 국비'],
  ['government-draft', '정부안', '정부 예산안에 든 첫해 국비'],
  ['enacted', '국회 확정(확보)', '국회에서 확정된 첫해 국비'],
  ['granted', '교부', '지자체에 교부된 첫해 국비'],
  ['executed', '집행', '집행된 첫해 국비'],
];

async function moneySteps(
  reading: Reading,
  roundId: string,
  year: number,
  announced: Announced | undefined,
): Promise<RawStep[]> {
  const sums = await budgetSums(reading, { fromYear: year, toYear: year, roundId, provinceIds: null });
  const national = sums.filter(({ source }) => source === 'national');
  return [
    announcedStep(announced, 'next-year-budget', '발표한 다음 해 예산', '예비선정 때 발표한 다음 해 지원 예산'),
    ...MONEY.map(([stage, label, definition]) => {
      const found = national.filter((one) => one.stage === stage);
      const won = found.reduce((all, one) => all + BigInt(one.won), 0n);
      return computed(stage, label, `${definition}(${year}년)`, found.length === 0 ? null : String(won));
    }),
  ];
}
