import {
  placedResults,
  reportDueAt,
  reportFindings,
  reportOpensAt,
  reportPartFindings,
  UNPLACED,
  type YearlyReportContent,
  yearsToReport,
} from './index.js';

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

describe('the parts of a yearly report', () => {
  const PLAN = { subProjects: ['a', 'b'], sites: ['hub', 'linked'] };
  const sub = (key: string, spent: bigint, change: object = {}) => ({
    key,
    progress: 80,
    spent,
    state: 'ongoing' as const,
    ...change,
  });
  const site = (name: string, code: 'direct-hires' | 'company-supports' | 'induced-jobs', value: number) => ({
    site: name,
    code,
    value,
    evidence: '증빙 (가상)',
    reference: null,
  });
  const SITES = [site('hub', 'direct-hires', 7), site('linked', 'direct-hires', 3), site('hub', 'company-supports', 3)];
  const SUBS = [sub('a', 600n), sub('b', 400n)];

  it.each<[string, Partial<YearlyReportContent>, string[]]>([
    ['nothing', {}, []],
    ['parts that sum to the whole', { subProjects: SUBS, sites: SITES }, []],
    ['an unknown sub-project', { subProjects: [...SUBS, sub('c', 0n)] }, ['execution.sub-project.unknown']],
    ['a sub-project left out', { subProjects: [sub('a', 1_000n)] }, ['execution.sub-project.missing']],
    ['one twice', { subProjects: [...SUBS, sub('a', 0n)] }, ['execution.sub-project.twice']],
    ['a won too little', { subProjects: [sub('a', 600n), sub('b', 399n)] }, ['execution.spent.differs']],
    [
      'done at 80%',
      { subProjects: [sub('a', 600n, { state: 'done' }), sub('b', 400n)] },
      ['execution.sub-project.done'],
    ],
    [
      'money for what has not begun',
      { subProjects: [sub('a', 600n, { state: 'not-started', progress: 0 }), sub('b', 400n)] },
      ['execution.sub-project.not-started'],
    ],
    [
      'a site the plan does not have',
      { sites: [...SITES, site('moon', 'direct-hires', 0)] },
      ['execution.site.unknown'],
    ],
    ['sites that sum to less', { sites: SITES.slice(1) }, ['execution.sites.differ']],
    ['a site twice', { sites: [...SITES, site('hub', 'direct-hires', 0)] }, ['execution.site.twice']],
    [
      'induced jobs without a total',
      { sites: [...SITES, site('hub', 'induced-jobs', 5)] },
      ['execution.site.no-total'],
    ],
  ])('given %s', (_what, parts, expected) => {
    expect(reportPartFindings({ ...REPORT, ...parts }, PLAN).map(({ code }) => code)).toEqual(expected);
  });

  it('name both figures where they differ', () => {
    const [finding] = reportPartFindings({ ...REPORT, sites: SITES.slice(1) }, PLAN);
    expect(finding?.params).toEqual({ indicator: 'direct-hires', value: 10, sum: 3, difference: -7 });
  });

  it('stand for the whole plan where there are none', () => {
    expect(placedResults(REPORT).map(({ site: at, value }) => [at, value])).toEqual([
      [UNPLACED, 10],
      [UNPLACED, 0],
      [UNPLACED, 3],
    ]);
    expect(placedResults({ ...REPORT, sites: SITES })).toHaveLength(3);
  });
});
