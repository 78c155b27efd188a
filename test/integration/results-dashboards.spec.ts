import { randomUUID } from 'node:crypto';
import { TestApp } from '../support/app.js';
import { speakingTo } from '../support/notices.js';
import { playIn } from '../support/play.js';
import { describeOnBoth } from '../support/stores.js';

interface Cell {
  readonly ministry: string;
  readonly year: number;
  readonly source: string;
  readonly stage: string;
  readonly won: string;
}

describeOnBoth('the dashboards of a designated round', (dialect) => {
  let app: TestApp;
  let play: ReturnType<typeof playIn>;
  let round = '';
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    await play.stretch(2020, '성과발표');
    round = `/rounds/${play.rounds[0]?.id}`;
  }, 240_000);
  afterAll(() => app.close());
  const { act } = speakingTo(() => app);
  const get = (path: string, as: string) => act(as, 'GET', path);
  const plan = (province: string): string => String(play.rounds[0]?.plan(province).id);

  /** Two cells of the budget of 경북 and 광주 in two stages, as the budget keeps them. */
  async function fillBudget(): Promise<void> {
    const molit = await app.organisation('MOLIT');
    const line = async (province: string, stage: string, amount: bigint, year = 2021) => ({
      id: randomUUID(),
      roundId: String(play.rounds[0]?.id),
      planId: plan(province),
      provinceId: await app.organisation(province),
      subProjectKey: `spec-${stage}`,
      ministryId: molit,
      year,
      source: 'national',
      stage,
      amount,
      version: 1,
    });
    const rows = [
      await line('GYEONGBUK', 'requested', 9_007_199_254_740_993n),
      await line('GYEONGBUK', 'executed', 30n),
      await line('GWANGJU', 'requested', 5n),
      await line('GWANGJU', 'executed', 7n, 2023),
    ];
    await app.database.store.write(async ({ manager }) => {
      await manager.insert(manager.connection.getMetadata('budget_line').target, rows);
    });
  }

  it('shows the funnel: eleven handed in, five designated, six apart, and nobody named', async () => {
    const funnel = await get(`${round}/dashboards/funnel`, 'kicox-secretary');
    expect(funnel.steps.map(({ count }: { count: number }) => count)).toEqual([11, 11, 11, 11, 5, 5, 5]);
    expect(funnel.exits).toEqual([{ state: 'not-selected', after: 'scored', count: 6 }]);
    expect((await app.ask('GET', `${round}/dashboards/funnel`, { as: 'gyeongbuk-writer' })).status).toBe(403);
  });

  it('sums the budget by ministry, year, source and stage, exactly to the won, for the round and for the nation', async () => {
    const before: Cell[] = (await get(`${round}/dashboards/budget?fromYear=2021&toYear=2021`, 'auditor')).cells;
    const planned = before.filter(({ stage, source }) => stage === 'planned' && source === 'national');
    expect(planned.reduce((sum, { won }) => sum + BigInt(won), 0n)).toBe(256_200_000_000n);
    await fillBudget();
    const { cells, totals } = await get(`${round}/dashboards/budget?fromYear=2021&toYear=2021`, 'auditor');
    const was = before.find(
      ({ ministry, source, stage }) => ministry === 'MOLIT' && source === 'national' && stage === 'requested',
    );
    const requested = cells.find(
      ({ ministry, source, stage }: Cell) => ministry === 'MOLIT' && source === 'national' && stage === 'requested',
    );
    expect(BigInt(requested.won) - BigInt(was?.won ?? '0')).toBe(9_007_199_254_740_998n);
    expect(cells.every(({ year }: Cell) => year === 2021)).toBe(true);
    const total = totals.find(({ stage }: { stage: string }) => stage === 'planned');
    expect(total.national).toBe('256200000000');
    const keys = cells.map(({ year, ministry, source, stage }: Cell) => `${year} ${ministry} ${source} ${stage}`);
    expect(new Set(keys).size).toBe(keys.length);
    const nation = await get('/dashboards/budget?fromYear=2021&toYear=2021', 'auditor');
    expect(nation.cells).toEqual(cells);
    const wrong = await app.ask('GET', '/dashboards/budget?fromYear=2023&toYear=2021', { as: 'auditor' });
    expect(wrong.body).toMatchObject({ status: 422, errors: [{ field: 'toYear', code: 'dashboard.years.order' }] });
  });

  it('shows a province its own money and targets, and no cohort', async () => {
    const own: Cell[] = (await get('/dashboards/budget', 'gwangju-writer')).cells;
    expect(own.find(({ stage, year }) => stage === 'executed' && year === 2023)?.won).toBe('7');
    expect(own.some(({ won }) => BigInt(won) > 9_000_000_000_000_000n)).toBe(false);
    const path = await get(`${round}/dashboards/attainment`, 'gwangju-writer');
    expect(path.cohort).toBeNull();
    expect(path.regions.map(({ province }: { province: string }) => province)).toEqual(['GWANGJU']);
    const map = await get(`${round}/dashboards/map`, 'gwangju-writer');
    expect(map.provinces.map(({ code }: { code: string }) => code)).toEqual(['GWANGJU']);
    expect((await app.ask('GET', `${round}/dashboards/map`, { as: 'evaluator-2020-1' })).status).toBe(403);
  });

  it('puts results beside the path, and leaves open what nobody reported', async () => {
    const path = await get(`${round}/dashboards/attainment`, 'molit-officer');
    const jobs = path.cohort.find(({ code }: { code: string }) => code === 'direct-hires');
    expect(jobs.path.at(-1)).toMatchObject({ year: 2023, cumulativeTarget: 15_472, result: null, attained: null });
    await app.database.store.write(async ({ manager }) => {
      await manager.insert(manager.connection.getMetadata('indicator_result').target, {
        id: randomUUID(),
        roundId: String(play.rounds[0]?.id),
        planId: plan('GYEONGBUK'),
        provinceId: await app.organisation('GYEONGBUK'),
        year: 2021,
        siteKey: 'gumi',
        code: 'direct-hires',
        value: 100,
        reportNo: 1,
      });
    });
    const after = await get(`${round}/dashboards/attainment`, 'molit-officer');
    const [first] = after.cohort.find(({ code }: { code: string }) => code === 'direct-hires').path;
    expect(first).toMatchObject({ year: 2021, result: 100, cumulativeResult: 100, reported: 1 });
    const waterfall = await get(`${round}/dashboards/waterfall`, 'molit-officer');
    const step = (name: string) => waterfall.jobs.find((one: { step: string }) => one.step === name);
    expect(step('reported').value).toBe('100');
    expect(step('attained').value).toBeNull(); // reported, and not reviewed yet
  });

  it('keeps announced, confirmed, secured and executed apart, each with its source', async () => {
    const { jobs, money } = await get(`${round}/dashboards/waterfall`, 'molit-officer');
    expect(jobs[0]).toMatchObject({ step: 'announced', value: '60000', source: 'N20a, N20d', fictional: false });
    expect(jobs[1]).toMatchObject({ step: 'confirmed', value: '15472', ofFirst: 2579 });
    expect(money[0]).toMatchObject({ step: 'announced', value: '1000000000000' });
    expect(money[1]).toMatchObject({ step: 'planned', value: '256200000000', ofFirst: 2562 });
  });

  it('draws the provinces of the day that is meant: 17 at the notice, and 광주 and 전남 in no new one later', async () => {
    const then = await get(`${round}/dashboards/map`, 'auditor');
    expect(then.on).toBe('2021-03-31');
    expect(then.provinces).toHaveLength(17);
    const gangwon = then.provinces.find(({ code }: { code: string }) => code === 'GANGWON');
    expect(gangwon).toMatchObject({ name: '강원도', mois: '42', kostat: '32', iso: 'KR-42', confirmedJobs: null });
    expect(then.notOnThatDay).toEqual([]);
    const later = await get(`${round}/dashboards/map?on=2026-08-01`, 'auditor');
    expect(later.provinces).toHaveLength(16);
    expect(later.notOnThatDay.map(({ code }: { code: string }) => code)).toEqual(['GWANGJU', 'JEONNAM']);
    const merged = later.provinces.find(({ code }: { code: string }) => code === 'JEONNAM_GWANGJU');
    expect(merged).toMatchObject({ confirmedJobs: null, designated: false, verified: false });
  });

  it.each(['funnel', 'budget', 'attainment', 'map', 'waterfall'])(
    'draws %s as a picture of the same figures',
    async (name) => {
      const picture = await app.ask('GET', `${round}/dashboards/${name}/image`, { as: 'auditor' });
      expect(picture.headers['content-type']).toMatch(/^image\/svg\+xml/);
      expect(picture.text).toMatch(/^<svg /);
      expect(picture.text).toContain('2020년 회차');
    },
  );

  it('draws the nation, too, and refuses a province the pictures it may not read', async () => {
    const nation = await app.ask('GET', '/dashboards/budget/image', { as: 'auditor' });
    expect(nation.text).toMatch(/^<svg /);
    const refused = await app.ask('GET', `${round}/dashboards/funnel/image`, { as: 'gwangju-writer' });
    expect(refused.status).toBe(403);
  });
});
