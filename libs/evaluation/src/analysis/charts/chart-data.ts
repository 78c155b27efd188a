import type { RankedPlan } from '../../rules/index.js';
import type { RoundAnalysis } from '../../rules/analysis/index.js';

export const CHARTS = ['score-distribution', 'rank-intervals', 'evaluator-severity'] as const;
export type ChartName = (typeof CHARTS)[number];

/** A chart as figures: what the picture shows, and the table that belongs beside it. Points are decimal numbers. */
export interface ChartData {
  readonly chart: ChartName;
  readonly title: string;
  /** Where the figures come from: a ranking, or an analysis of it. */
  readonly source: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
  /** A line across the picture: the cut-off, or the last seat. */
  readonly line: { readonly label: string; readonly at: number } | null;
}

const points = (hundredths: number): number => hundredths / 100;

/** Every sheet's total per plan, with the plan's final score and the cut-off. In order of rank. */
export function scoreDistribution(plans: readonly RankedPlan[], no: number): ChartData {
  const [first] = plans;
  const cutOff = first?.cutOff ?? null;
  return {
    chart: 'score-distribution',
    title: '계획별 점수 분포',
    source: `집계 제${no}판`,
    columns: ['시·도', '순위', '최종', '최저', '중앙', '최고', '위원별 합계'],
    rows: plans.map(({ label, rank, final, sheets }) => {
      const totals = sheets.map(({ display }) => points(display)).sort((a, b) => a - b);
      return [label, rank, points(final), totals[0] ?? null, middle(totals), totals.at(-1) ?? null, totals.join(' ')];
    }),
    line: cutOff === null ? null : { label: '기준점수', at: points(cutOff) },
  };
}

function middle(sorted: readonly number[]): number | null {
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : Math.round((low + high) * 50) / 100;
}

/** Expected rank and the interval of ranks by the bootstrap over evaluators; null where the data do not carry one. */
export function rankIntervals({ bootstrap }: RoundAnalysis, quota: number, no: number): ChartData | null {
  if (bootstrap.status !== 'ok') return null;
  const plans = bootstrap.plans.toSorted((a, b) => a.expectedRank - b.expectedRank);
  return {
    chart: 'rank-intervals',
    title: '순위의 구간 (평가위원 재표집)',
    source: `집계 제${no}판, 재표집 ${bootstrap.replicates}회, 시드 ${bootstrap.seed}`,
    columns: ['시·도', '기대 순위', '아래', '위', '선정권 안 확률', '구분'],
    rows: plans.map(({ label, expectedRank, rankInterval, probability, group }) => [
      label,
      expectedRank,
      rankInterval[0],
      rankInterval[1],
      probability,
      GROUPS[group],
    ]),
    line: { label: '선정 수', at: quota + 0.5 },
  };
}

export const GROUPS = { 'clear-in': '분명히 안', 'too-close': '가릴 수 없음', 'clear-out': '분명히 밖' } as const;

/** How severe each evaluator was, in points against the mean of the panel; null where the data do not carry it. */
export function evaluatorSeverity({ severity }: RoundAnalysis, no: number): ChartData | null {
  if (severity.status !== 'ok') return null;
  return {
    chart: 'evaluator-severity',
    title: '평가위원의 엄격함 (선형 모형)',
    source: `집계 제${no}판`,
    columns: ['평가위원', '엄격함(점)', '표준오차', '흩어짐', '평가표'],
    rows: severity.evaluators.map((one) => [one.evaluator, one.severity, one.standardError, one.spread, one.sheets]),
    line: null,
  };
}
