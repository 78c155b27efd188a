import { provincesOn } from '@daegaejo/identity';
import { notFound, type Reading } from '@daegaejo/platform';
import { seoulDay } from '@daegaejo/platform/rules';
import { targetTotals } from '@daegaejo/plan/rules';
import type { RoundEntity } from '@daegaejo/round';
import { hasReached } from '@daegaejo/round/rules';
import { cohortFigures } from '../figures.query.js';
import { designatedOf, publicRounds } from '../open-data/public-rounds.js';
import {
  type FigureCode,
  FUNNEL_LABELS,
  type FunnelStep,
  type PublishedFigure,
  tileOf,
  waterfallOf,
} from '../rules/index.js';
import { agreedPlans } from '../store/agreed-plans.js';
import { type Announced, announcedIn, noticesIn } from '../store/published.js';

/** A round whose preselection is public, and what was announced of it. Any other is not there (404), whoever asks. */
async function announcedRound(
  reading: Reading,
  roundId: string,
): Promise<{ readonly round: RoundEntity; readonly announced: Announced }> {
  const round = (await publicRounds(reading)).find(({ id }) => id === roundId);
  const announced = (await announcedIn(reading, [roundId], reading.now)).get(roundId);
  if (round === undefined || announced === undefined) throw notFound();
  return { round, announced };
}

/** Regions of a designated round as everybody may know them: the plan as it was confirmed, and its notice. */
async function designatedRegions(reading: Reading, round: RoundEntity) {
  if (designatedOf([round]).length === 0) return [];
  const notices = await noticesIn(reading, [round.id]);
  const plans = await agreedPlans(reading, [round.id], 'confirmed');
  return plans.flatMap((plan) => {
    const notice = notices.find(({ planId }) => planId === plan.planId);
    return notice === undefined ? [] : [{ plan, notice }];
  });
}

/** How many regions were announced, and since the notice how many were confirmed and designated. Nothing of those never selected. */
export async function publicFunnel(reading: Reading, roundId: string) {
  const { round, announced } = await announcedRound(reading, roundId);
  const isDesignated = hasReached(round.state, 'designated');
  const confirmed = isDesignated ? (await agreedPlans(reading, [roundId], 'confirmed')).length : null;
  const regions = await designatedRegions(reading, round);
  const counts: readonly (readonly [FunnelStep, number | null])[] = [
    ['preselected', announced.regions.length],
    ['confirmed', confirmed],
    ['designated', isDesignated ? regions.length : null],
  ];
  return {
    dashboard: 'funnel' as const,
    title: `${round.year}년 회차의 선정과 지정`,
    roundId,
    asOf: reading.now,
    steps: counts.flatMap(([step, count]) => (count === null ? [] : [{ step, label: FUNNEL_LABELS[step], count }])),
  };
}

/** 시·도 with the names and codes of the first notice, or of the announcement: which were announced and designated, and what was confirmed. */
export async function publicMap(reading: Reading, roundId: string) {
  const { round, announced } = await announcedRound(reading, roundId);
  const regions = await designatedRegions(reading, round);
  const [firstNotice] = regions.map(({ notice }) => notice.noticeDate).toSorted();
  const on = firstNotice ?? seoulDay(announced.announcedAt);
  const places = await provincesOn(reading.manager, on);
  return {
    dashboard: 'map' as const,
    title: `${round.year}년 회차의 지역`,
    roundId,
    asOf: reading.now,
    on,
    provinces: places.map(({ id, ...place }) => {
      const plan = regions.find((region) => region.plan.provinceId === id)?.plan;
      const planned = plan?.content.budget.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
      return {
        ...place,
        tile: [...tileOf(place.code)],
        preselected: announced.regions.some(({ provinceId }) => provinceId === id),
        designated: plan !== undefined && plan.state !== 'revoked',
        confirmedJobs: plan === undefined ? null : (targetTotals(plan.content.indicators).get('direct-hires') ?? null),
        planned: planned === undefined ? null : String(planned),
      };
    }),
  };
}

/** Published figures by what they are a step of, each with its definition. */
const JOBS: readonly (readonly [FigureCode, string])[] = [
  ['announced-jobs', '예비선정 때 발표한 일자리. 직접·간접의 구분은 알려지지 않았다.'],
  ['confirmed-jobs', '확정된 혁신계획의 3년 목표의 합'],
  ['attained-jobs', '점검이 끝난 해의 실적의 합'],
];
const MONEY: readonly (readonly [FigureCode, string])[] = [
  ['announced-next-year-budget', '예비선정 때 발표한 다음 해 지원 예산'],
  ['secured-first-year', '국회에서 확정된 첫해 국비. 기록이 없으면 3개년 재원계획의 첫해 국비'],
];

/** Announced → confirmed → secured → attained, of published figures alone: the same values as the open data. */
export async function publicWaterfall(reading: Reading, roundId: string) {
  const { round } = await announcedRound(reading, roundId);
  const figures = await cohortFigures(reading, round);
  return {
    dashboard: 'waterfall' as const,
    title: `${round.year}년 회차: 발표에서 실적까지`,
    roundId,
    asOf: reading.now,
    jobs: stepsOf(figures, JOBS),
    money: stepsOf(figures, MONEY),
  };
}

function stepsOf(figures: readonly PublishedFigure[], codes: readonly (readonly [FigureCode, string])[]) {
  const steps = codes.flatMap(([code, definition]) => {
    const figure = figures.find((one) => one.code === code);
    if (figure === undefined || !/^\d+$/.test(figure.value)) return [];
    const { label, value, reportedSource: source, fictional } = figure;
    return [{ step: code, label, definition, value, source, fictional }];
  });
  return waterfallOf(steps);
}

export type PublicFunnel = Awaited<ReturnType<typeof publicFunnel>>;
export type PublicMap = Awaited<ReturnType<typeof publicMap>>;
export type PublicWaterfall = Awaited<ReturnType<typeof publicWaterfall>>;

/** The public dashboards by name. */
export const PUBLIC_READS = { funnel: publicFunnel, map: publicMap, waterfall: publicWaterfall } as const;
export type PublicDashboardName = keyof typeof PUBLIC_READS;
