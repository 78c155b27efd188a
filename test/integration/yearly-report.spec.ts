import { TestApp } from '../support/app.js';
import { DutyWatch } from '../support/duties.js';
import { newsOf, speakingTo } from '../support/notices.js';
import { playIn } from '../support/play.js';
import { settled } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';

const REPORT = {
  year: 2021,
  summary: '가상 연차보고',
  results: [
    { code: 'direct-hires', value: 120 },
    { code: 'support-facilities', value: 0 },
    { code: 'company-supports', value: 31 },
  ],
  spent: '40000000000',
  auditReference: '가상 2022-1',
};

describeOnBoth('the yearly report of a designated region', (dialect) => {
  let app: TestApp;
  let watch: DutyWatch;
  let play: ReturnType<typeof playIn>;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    watch = new DutyWatch(app, () => String(play.rounds[0]?.id));
    await play.stretch(2020, '2021년 정산');
  }, 120_000);
  afterAll(() => app.close());

  const { act, list } = speakingTo(() => app);
  const news = newsOf(() => app);
  const plan = (province: string) => `/plans/${play.rounds[0]?.plan(province).id}`;
  const open = async () => (await watch.open()).filter(({ kind }) => kind === 'report-year');
  const refusal = async (as: string, province: string, body: object) => {
    const { status, body: problem } = await app.ask('POST', `${plan(province)}/yearly-reports`, { as, body });
    return [status, problem.errors?.[0]?.code ?? problem.code];
  };

  it('is nobody’s duty before the first year is over', async () => {
    await app.clock('2021-12-31T14:59:00.000Z');
    expect(await open()).toEqual([]);
    expect(await refusal('daegu-approver', 'DAEGU', REPORT)).toEqual([422, 'funding.report.too-early']);
  });

  it('is everybody’s from then on, due at the end of February', async () => {
    await app.clock('2022-01-03T00:00:00.000Z');
    expect(await Promise.all((await open()).map((duty) => watch.inWords(duty)))).toEqual(
      expect.arrayContaining([
        'by 2022. 3. 1. 00:00, province-writer DAEGU + province-approver DAEGU < secretariat: title=2020년 산업단지 대개조 지역 선정, province=대구, year=2021',
      ]),
    );
    expect(await open()).toHaveLength(5);
  });

  it('is reminded of at the round’s steps, and no more by whoever has reported', async () => {
    await settled(app);
    await news('report-year');
    await act('daegu-approver', 'POST', `${plan('DAEGU')}/yearly-reports`, REPORT);
    await app.clock('2022-02-28T00:00:00.000Z');
    const told = (await news('report-year')).join('\n');
    expect(told).toContain('gwangju');
    expect(told).not.toContain('daegu');
  });

  it('keeps every version, refuses what is wrong, and goes on to the next year', async () => {
    await act('daegu-approver', 'POST', `${plan('DAEGU')}/yearly-reports`, {
      ...REPORT,
      summary: '고쳐 낸 보고 (가상)',
    });
    const reports = await list('daegu-writer', `${plan('DAEGU')}/yearly-reports`);
    expect(reports.map(({ year, no }: { year: number; no: number }) => [year, no]).sort()).toEqual([
      [2021, 1],
      [2021, 2],
    ]);
    expect(await refusal('daegu-approver', 'DAEGU', { ...REPORT, year: 2020 })).toEqual([422, 'funding.year.unknown']);
    expect(await refusal('daegu-approver', 'DAEGU', { ...REPORT, results: [] })).toEqual([
      422,
      'funding.report.missing',
    ]);
    expect(await refusal('daegu-approver', 'GWANGJU', REPORT)).toEqual([404, 'record.not-found']);
    expect(await refusal('daegu-writer', 'DAEGU', REPORT)).toEqual([403, 'access.forbidden']);
    expect(await refusal('busan-approver', 'BUSAN', REPORT)).toEqual([409, 'funding.report.not-now']);
    await app.clock('2023-01-02T00:00:00.000Z');
    const years = (await open()).map(({ params }) => params['year']);
    expect(years.sort()).toEqual([2021, 2021, 2021, 2021, 2022]);
  });
});
