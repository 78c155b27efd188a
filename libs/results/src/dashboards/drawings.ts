import { type Drawing, svgOf } from '@daegaejo/platform';
import { seoulText, wonIn } from '@daegaejo/platform/rules';
import type { AttainmentDashboard } from './attainment.query.js';
import type { BudgetDashboard } from './budget.query.js';
import type { FunnelDashboard } from './funnel.query.js';
import type { MapDashboard } from './map.query.js';
import type { PublicFunnel, PublicMap, PublicWaterfall } from './public.query.js';
import type { WaterfallDashboard } from './waterfall.query.js';

export type Dashboard = FunnelDashboard | BudgetDashboard | AttainmentDashboard | MapDashboard | WaterfallDashboard;

/** What a picture is drawn from: a dashboard, or what the public has of one. */
export type Drawn = Dashboard | PublicFunnel | PublicMap | PublicWaterfall;

/** Colours that stay apart in grey and for the colour-blind; every bar carries its figure as well. */
const BLUE = '#0b50d0';
const SOFT = '#8a949e';
const STAGE_COLOURS = ['#c6cbd1', '#9aa5b1', '#6f8fd1', '#0b50d0', '#12805c', '#1e2124'];
const STAGE_NAMES: Readonly<Record<string, string>> = {
  planned: '재원계획',
  requested: '요구',
  'government-draft': '정부안',
  enacted: '국회 확정',
  granted: '교부',
  executed: '집행',
};

const frame = (title: string, asOf: string): Drawing => ({
  title: { text: title, subtext: `기준 ${seoulText(asOf)}`, left: 16, top: 10, textStyle: { fontSize: 16 } },
  grid: { left: 30, right: 190, top: 100, bottom: 50, containLabel: true },
});

/** A dashboard as a picture: the same figures, in SVG. */
export function dashboardSvg(dashboard: Drawn): string {
  const { drawing, height } = drawingOf(dashboard);
  return svgOf({ ...frame(dashboard.title, dashboard.asOf), ...drawing } as Drawing, 860, height);
}

function drawingOf(dashboard: Drawn): { drawing: Drawing; height: number } {
  switch (dashboard.dashboard) {
    case 'funnel':
      return bars(dashboard.steps.map(({ label, count }) => [label, count, `${count}`]));
    case 'budget':
      return { drawing: budget(dashboard), height: 480 };
    case 'attainment':
      return { drawing: attainment(dashboard), height: 480 };
    case 'map':
      return { drawing: map(dashboard), height: 620 };
    case 'waterfall':
      return waterfall(dashboard);
  }
}

/** Upright rows from top to bottom, each with its figure at its end. */
function bars(rows: readonly (readonly [string, number, string])[]): { drawing: Drawing; height: number } {
  const drawing = {
    yAxis: { type: 'category', inverse: true, data: rows.map(([name]) => name) },
    xAxis: { type: 'value', minInterval: 1 },
    series: [
      {
        type: 'bar',
        itemStyle: { color: BLUE },
        label: { show: true, position: 'right' },
        data: rows.map(([, value, label]) => ({ value, label: { formatter: label } })),
      },
    ],
  } as Drawing;
  return { drawing, height: 170 + rows.length * 34 };
}

const eok = (won: string): number => Number(BigInt(won) / 100_000_000n);

/** Bars per year and stage, in 억원 rounded down for the picture alone. */
function budget({ totals, stages }: BudgetDashboard): Drawing {
  const years = [...new Set(totals.map(({ year }) => year))];
  return {
    legend: { right: 20, top: 20 },
    xAxis: { type: 'category', data: years.map(String) },
    yAxis: { type: 'value', name: '억원' },
    series: stages
      .filter((stage) => totals.some((total) => total.stage === stage))
      .map((stage) => ({
        name: STAGE_NAMES[stage] ?? stage,
        type: 'bar' as const,
        itemStyle: { color: STAGE_COLOURS[stages.indexOf(stage)] ?? SOFT },
        data: years.map((year) =>
          eok(totals.find((total) => total.year === year && total.stage === stage)?.won ?? '0'),
        ),
      })),
  } as Drawing;
}

/**
 * Cumulative targets as dashed lines and results as full ones, of the cohort or of the one region shown. Persons, facilities and
 * cases share no axis, so each is drawn in percent of its own target of all years.
 */
function attainment({ cohort, regions }: AttainmentDashboard): Drawing {
  const shown = cohort ?? regions[0]?.indicators ?? [];
  const years = shown[0]?.path.map(({ year }) => String(year)) ?? [];
  const colours = [BLUE, '#12805c', '#b42318', SOFT];
  return {
    grid: { left: 30, right: 60, top: 100, bottom: 90, containLabel: true },
    legend: { left: 30, right: 30, bottom: 10 },
    xAxis: { type: 'category', data: years },
    yAxis: { type: 'value', name: '목표의 %' },
    series: shown.flatMap(({ name, path }, at) => {
      const itemStyle = { color: colours[at] ?? SOFT };
      const whole = Math.max(1, path.at(-1)?.cumulativeTarget ?? 1);
      const percent = (value: number | null): number | null =>
        value === null ? null : Math.round((value * 1000) / whole) / 10;
      const line = (label: string, type: 'dashed' | 'solid', data: (number | null)[]) => ({
        name: `${name} ${label}`,
        type: 'line' as const,
        symbolSize: 8,
        itemStyle,
        lineStyle: { ...itemStyle, type },
        data: data.map(percent),
      });
      return [
        line(
          '목표',
          'dashed',
          path.map(({ cumulativeTarget }) => cumulativeTarget),
        ),
        line(
          '실적',
          'solid',
          path.map(({ cumulativeResult }) => cumulativeResult),
        ),
      ];
    }),
  } as Drawing;
}

/** Tiles of equal size, darker the more jobs were confirmed; names are those of the day. */
function map({ provinces, on }: MapDashboard | PublicMap): Drawing {
  const most = Math.max(1, ...provinces.map(({ confirmedJobs }) => confirmedJobs ?? 0));
  return {
    grid: { left: 40, right: 40, top: 100, bottom: 40 },
    xAxis: { type: 'category', show: false, data: ['0', '1', '2', '3', '4'], name: on },
    yAxis: { type: 'category', show: false, inverse: true, data: ['0', '1', '2', '3', '4', '5'] },
    visualMap: { show: false, min: 0, max: most, inRange: { color: ['#eef1f4', BLUE] } },
    series: [
      {
        type: 'heatmap',
        itemStyle: { borderColor: '#ffffff', borderWidth: 3 },
        data: provinces.map(({ tile, name, confirmedJobs }) => ({
          value: [tile[0], tile[1], confirmedJobs ?? 0],
          label: {
            show: true,
            formatter: confirmedJobs === null ? name : `${name}\n${confirmedJobs}명`,
            color: (confirmedJobs ?? 0) > most / 2 ? '#ffffff' : '#1e2124',
          },
        })),
      },
    ],
  } as Drawing;
}

function waterfall({ jobs, money }: WaterfallDashboard | PublicWaterfall): { drawing: Drawing; height: number } {
  const share = (ofFirst: number | null): number => (ofFirst ?? 0) / 100;
  const told = (value: string | null, text: string, ofFirst: number | null): string =>
    value === null ? '기록 없음' : `${text}${ofFirst === null ? '' : ` (${share(ofFirst)}%)`}`;
  return bars([
    ...jobs.map(({ label, value, ofFirst }) => [label, share(ofFirst), told(value, `${value}명`, ofFirst)] as const),
    ...money.map(({ label, value, ofFirst }) => {
      const text = value === null ? '' : `${wonIn('억원', BigInt(value))}억원`;
      return [label, share(ofFirst), told(value, text, ofFirst)] as const;
    }),
  ]);
}
