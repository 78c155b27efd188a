import { type Answer, TestApp } from '../support/app.js';
import { playIn } from '../support/play.js';
import { describeOnBoth } from '../support/stores.js';

type Row = Readonly<Record<string, unknown>>;

describeOnBoth('what the public sees of a round at a glance', (dialect) => {
  let app: TestApp;
  let play: ReturnType<typeof playIn>;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    await play.stretch(2020, '예비선정 공표');
  }, 240_000);
  afterAll(() => app.close());

  const ask = (dashboard: string, as?: string): Promise<Answer> =>
    app.ask('GET', `/rounds/${play.rounds[0]?.id}/public-dashboards/${dashboard}`, as === undefined ? {} : { as });
  const all = ['funnel', 'map', 'waterfall', 'funnel/image', 'map/image', 'waterfall/image'];
  const stepsOf = async (): Promise<unknown[]> =>
    (await ask('funnel')).body.steps.map(({ step, count }: Row) => [step, count]);
  const marked = async (mark: 'preselected' | 'designated'): Promise<unknown[]> =>
    (await ask('map')).body.provinces.filter((one: Row) => one[mark]).map(({ code }: Row) => code);
  const openFigure = async (code: string): Promise<unknown> =>
    (await app.ask('GET', '/open-data/published-figures')).body.rows.find(
      (row: Row) => row.roundYear === 2020 && row.code === code,
    )?.value;

  it('is nothing before the announcement, not even for those who have decided it', async () => {
    for (const dashboard of all)
      for (const as of [undefined, 'molit-officer'])
        expect([dashboard, as, (await ask(dashboard, as)).status]).toEqual([dashboard, as, 404]);
  });

  it('is after the announcement what was announced, and nothing of confirmed plans or of regions not selected', async () => {
    await play.stretch(2020, '이의신청 처리', '예비선정 공표');
    expect(await stepsOf()).toEqual([['preselected', 5]]);
    expect(await marked('preselected')).toHaveLength(5);
    const { provinces } = (await ask('map')).body;
    for (const province of provinces)
      expect(province).toMatchObject({ designated: false, confirmedJobs: null, planned: null });
    const { jobs, money } = (await ask('waterfall')).body;
    expect(jobs.map(({ step, value }: Row) => [step, value])).toEqual([['announced-jobs', '60000']]);
    expect(money.map(({ step, value }: Row) => [step, value])).toEqual([
      ['announced-next-year-budget', '1000000000000'],
    ]);
  });

  it('is after the notice what was confirmed, too: the same figures as the open data, the same for everybody', async () => {
    await play.stretch(2020, '협약 체결', '이의신청 처리');
    expect(await stepsOf()).toEqual([
      ['preselected', 5],
      ['confirmed', 5],
      ['designated', 5],
    ]);
    expect(await marked('designated')).toEqual(await marked('preselected'));
    const { provinces, on } = (await ask('map')).body;
    expect(on).toBe('2021-03-31');
    const jobs = provinces.reduce((sum: number, { confirmedJobs }: Row) => sum + Number(confirmedJobs ?? 0), 0);
    expect(String(jobs)).toBe(await openFigure('confirmed-jobs'));
    const planned = provinces.reduce((sum: bigint, one: Row) => sum + BigInt(String(one.planned ?? 0)), 0n);
    expect(String(planned)).toBe(await openFigure('confirmed-total'));
    const waterfall = (await ask('waterfall')).body;
    for (const { step, value } of [...waterfall.jobs, ...waterfall.money]) expect(value).toBe(await openFigure(step));
    expect(waterfall.jobs.map(({ step, ofFirst }: Row) => [step, ofFirst])).toEqual([
      ['announced-jobs', 10_000],
      ['confirmed-jobs', 2579],
    ]);
    expect(waterfall.money.map(({ step }: Row) => step)).toEqual(['announced-next-year-budget', 'secured-first-year']);
    for (const as of ['gyeonggi-writer', 'molit-officer'])
      expect({ ...(await ask('waterfall', as)).body, asOf: '' }).toEqual({ ...waterfall, asOf: '' });
  });

  it('is drawn, too, and there is no picture of anything else', async () => {
    for (const dashboard of ['funnel', 'map', 'waterfall']) {
      const { status, headers, text } = await ask(`${dashboard}/image`);
      expect([status, headers['content-type'], text.slice(0, 5)]).toEqual([
        200,
        'image/svg+xml; charset=utf-8',
        '<svg ',
      ]);
      expect(text).toContain('2020년 회차');
    }
    expect((await ask('budget/image')).status).toBeGreaterThanOrEqual(400);
    expect((await ask('budget/image')).status).toBeLessThan(500);
  });
});
