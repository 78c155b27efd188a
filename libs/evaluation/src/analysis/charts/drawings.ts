import type { Drawing } from '@daegaejo/platform';
import type { ChartData } from './chart-data.js';

/** Colours that stay apart in grey and for the colour-blind; each mark differs in shape as well. */
const INK = '#1e2124';
const BLUE = '#0b50d0';
const LINE = '#b42318';
const SOFT = '#8a949e';

/** The name of an axis below its middle, where it is not cut off. */
const NAMED = { nameLocation: 'middle' as const, nameGap: 32 };

const frame = ({ title, source }: ChartData): Drawing => ({
  title: { text: title, subtext: source, left: 16, top: 10, textStyle: { fontSize: 16 } },
  grid: { left: 30, right: 90, top: 100, bottom: 60, containLabel: true },
});

const names = (data: ChartData): string[] => data.rows.map(([name]) => String(name));
const column = (data: ChartData, at: number): (number | null)[] =>
  data.rows.map((row) => (typeof row[at] === 'number' ? row[at] : null));

const markLine = ({ line }: ChartData, axis: 'xAxis' | 'yAxis') =>
  line === null
    ? {}
    : {
        markLine: {
          symbol: 'none',
          silent: true,
          lineStyle: { color: LINE, type: 'dashed' as const, width: 2 },
          // rows run downwards, so an upright line starts at the top, away from the figures of the axis
          label: {
            formatter: line.label,
            color: LINE,
            position: axis === 'xAxis' ? ('start' as const) : ('end' as const),
          },
          data: [axis === 'xAxis' ? { xAxis: line.at } : { yAxis: line.at }],
        },
      };

/** Totals as dots, the final score as a diamond, the cut-off as a line. */
function distribution(data: ChartData): Drawing {
  const dots = data.rows.flatMap((row, at) => totalsOf(row[6]).map((total) => [at, total]));
  const low = Math.min(...dots.map(([, total]) => total ?? 0), ...column(data, 2).map((final) => final ?? 100));
  return {
    ...frame(data),
    xAxis: { type: 'category', data: names(data) },
    yAxis: { type: 'value', name: '점', min: Math.max(0, Math.floor(low / 10) * 10 - 5), max: 100 },
    legend: { right: 20, top: 20, data: ['위원별 합계', '최종 점수'] },
    series: [
      {
        name: '위원별 합계',
        type: 'scatter',
        symbolSize: 7,
        itemStyle: { color: SOFT },
        data: dots,
        ...markLine(data, 'yAxis'),
      },
      {
        name: '최종 점수',
        type: 'scatter',
        symbol: 'diamond',
        symbolSize: 14,
        itemStyle: { color: BLUE },
        data: column(data, 2).map((final, at) => [at, final]),
      },
    ],
  } as Drawing;
}

const totalsOf = (text: ChartData['rows'][number][number] | undefined): number[] =>
  String(text ?? '')
    .split(' ')
    .filter((word) => word !== '')
    .map(Number);

/** A bar from one end of the interval to the other, with the expected value on it; rows from top to bottom. */
function intervals(
  data: ChartData,
  ends: (row: ChartData['rows'][number]) => readonly [number, number, number],
  axis: object,
): Drawing {
  const rows = data.rows.map((row) => ends(row));
  return {
    ...frame(data),
    yAxis: { type: 'category', inverse: true, data: names(data) },
    xAxis: { type: 'value', ...NAMED, ...axis },
    series: [
      {
        type: 'bar',
        stack: 'interval',
        silent: true,
        itemStyle: { color: 'transparent' },
        data: rows.map(([low]) => low),
      },
      {
        type: 'bar',
        stack: 'interval',
        barWidth: 8,
        itemStyle: { color: SOFT },
        data: rows.map(([low, , high]) => Math.max(high - low, 0.02)),
        ...markLine(data, 'xAxis'),
      },
      { type: 'scatter', symbolSize: 11, itemStyle: { color: INK }, data: rows.map(([, middle], at) => [middle, at]) },
    ],
  } as Drawing;
}

const number = (value: string | number | null | undefined): number => (typeof value === 'number' ? value : 0);

/** Severities reach below nought, where stacked bars cannot: drawn as dots with whiskers made of lines. */
function severities(data: ChartData): Drawing {
  const rows = data.rows.filter(([, severity]) => severity !== null);
  return {
    ...frame(data),
    yAxis: { type: 'category', inverse: true, data: rows.map(([name]) => String(name)) },
    xAxis: { type: 'value', ...NAMED, name: '점 (+ 엄격)' },
    series: [
      ...rows.map((row, at) => ({
        type: 'line' as const,
        silent: true,
        symbol: 'rect',
        symbolSize: [2, 10],
        lineStyle: { color: SOFT, width: 3 },
        itemStyle: { color: SOFT },
        data: [-1.96, 1.96].map((times) => [number(row[1]) + times * number(row[2]), at]),
      })),
      {
        type: 'scatter' as const,
        symbolSize: 11,
        itemStyle: { color: INK },
        data: rows.map((row, at) => [number(row[1]), at]),
      },
    ],
  } as Drawing;
}

/** The picture of a chart, and how tall it needs to be in pixels. */
export function drawingOf(data: ChartData): { drawing: Drawing; width: number; height: number } {
  if (data.chart === 'score-distribution')
    return { drawing: distribution(data), width: Math.max(720, data.rows.length * 60), height: 480 };
  const height = 160 + data.rows.length * 28;
  if (data.chart === 'evaluator-severity') return { drawing: severities(data), width: 720, height };
  const drawing = intervals(data, (row) => [number(row[2]), number(row[1]), number(row[3])], {
    name: '순위',
    minInterval: 1,
  });
  return { drawing, width: 720, height };
}
