import { svgOf } from './chart.js';

describe('a drawing', () => {
  it('becomes an SVG of its size, with its words in it and nothing that runs', () => {
    const svg = svgOf(
      {
        title: { text: '순위 <b>구간</b>' },
        xAxis: { type: 'category', data: ['경북'] },
        yAxis: {},
        series: [{ type: 'scatter', data: [[0, 87.5]] }],
      },
      640,
      400,
    );
    expect(svg).toMatch(/^<svg width="640" height="400"/);
    expect(svg).toContain('경북');
    expect(svg).toContain('&lt;b&gt;');
    expect(svg).not.toMatch(/<script|onload|href="http/);
    // well-formed: a browser shows nothing after the first tag that is not
    const tags = svg.replaceAll(/<!\[CDATA\[[^]*?\]\]>/g, '').match(/<[^>]*>/g) ?? [];
    expect(tags.length).toBeGreaterThan(10);
    expect(tags.filter((tag) => !/^<\/?[\w:]+(\s+[\w:.-]+="[^"<]*")*\s*\/?>$/.test(tag))).toEqual([]);
  });
});
