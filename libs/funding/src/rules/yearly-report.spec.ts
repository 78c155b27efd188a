import { reportDueAt, reportFindings, reportOpensAt, type YearlyReportContent, yearsToReport } from './index.js';

const YEARS = [2021, 2022, 2023];
const REPORT: YearlyReportContent = {
  year: 2021,
  summary: '요약',
  results: [
    { code: 'direct-hires', value: 10 },
    { code: 'support-facilities', value: 0 },
    { code: 'company-supports', value: 3 },
  ],
  spent: 1_000n,
  auditReference: null,
};
const NOW = '2022-02-01T00:00:00.000Z';
const codes = (report: Partial<YearlyReportContent>, now = NOW): string[] =>
  reportFindings({ ...REPORT, ...report }, YEARS, now).map(({ code }) => code);

describe('the yearly report', () => {
  it.each([
    // a leap year's February has a day more, and the report with it
    [2021, '2021-12-31T15:00:00.000Z', '2022-02-28T15:00:00.000Z'],
    [2023, '2023-12-31T15:00:00.000Z', '2024-02-29T15:00:00.000Z'],
  ])('on %i opens with the next year in Seoul and is due at the end of its February', (year, opens, due) => {
    expect([reportOpensAt(year), reportDueAt(year)]).toEqual([opens, due]);
  });

  it.each([
    ['nothing before the first year is over', '2021-12-31T14:59:59.999Z', [], []],
    ['the first year from its end', '2021-12-31T15:00:00.000Z', [], [2021]],
    ['nothing once it is reported', NOW, [2021], []],
    ['every year that was let pass, the oldest first', '2024-06-01T00:00:00.000Z', [2022], [2021, 2023]],
  ])('asks for %s', (_what, now, reported, expected) => {
    expect(yearsToReport(YEARS, reported, now)).toEqual(expected);
  });

  it.each([
    ['is in order', {}, NOW, []],
    ['is on a year without funding', { year: 2020 }, NOW, ['funding.year.unknown']],
    ['is on a year that is not over', { year: 2022 }, NOW, ['funding.report.too-early']],
    [
      'leaves an indicator out: nothing reported is not a zero',
      { results: REPORT.results.slice(1) },
      NOW,
      ['funding.report.missing'],
    ],
    [
      'says one thing twice',
      { results: [...REPORT.results, { code: 'direct-hires' as const, value: 1 }] },
      NOW,
      ['funding.report.twice'],
    ],
    ['spends less than nothing', { spent: -1n }, NOW, ['funding.amount.range']],
    ['is a hundred million times too big', { spent: 10n ** 19n }, NOW, ['funding.amount.range']],
  ])('%s', (_what, report, now, expected) => {
    expect(codes(report, now)).toEqual(expected);
  });
});
