import { type EChartsOption, init } from 'echarts';

/** What is drawn, in the terms of the charting library (ADR 0011). */
export type Drawing = EChartsOption;

/** In single quotes: the library writes the name into an attribute as it is. */
const FONT = "'Pretendard GOV', Pretendard, 'Noto Sans KR', 'Noto Sans CJK KR', sans-serif";

/** A drawing as SVG, made without a browser; width and height in pixels. */
export function svgOf(drawing: Drawing, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  try {
    chart.setOption({ ...drawing, animation: false, textStyle: { fontFamily: FONT } });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}
