import { checkRound } from '@daegaejo/rehearsal/demo';
import { TestApp } from '../support/app.js';
import { DutyWatch } from '../support/duties.js';
import { playIn } from '../support/play.js';
import { describeOnBoth } from '../support/stores.js';

const LAST_REVIEW = '2023년 연차평가';
const MINE = /연차보고|성과 집계|실적|최종평가/;

describeOnBoth('the three years of the cohort of 2020', (dialect) => {
  let app: TestApp;
  let play: ReturnType<typeof playIn>;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    await play.stretch(2020, '지정·고시');
    await play.stretch(2021, '사전 컨설팅 시작');
    await play.stretch(2020, '2023년 연차보고', '지정·고시');
  }, 240_000);
  afterAll(() => app.close());

  const plan = (province: string) => `/plans/${play.rounds[0]?.plan(province).id}`;
  const round = () => `/rounds/${play.rounds[0]?.id}`;
  const get = async (as: string, path: string) => (await app.ask('GET', path, { as })).body;
  const refusal = async (as: string, path: string, body: object) => {
    const { status, body: problem } = await app.ask('POST', path, { as, body });
    return [status, problem.errors?.[0]?.code ?? problem.code];
  };
  const FINAL = { light: 'green', verdict: 'achieved', reason: '가상', comment: '가상' };

  it('given two years, then a region that lagged is yellow with a corrective plan, and everybody has a light', async () => {
    const { regions } = await get('auditor', `${round()}/execution`);
    const incheon = regions.find(({ province }: { province: string }) => province === 'INCHEON');
    expect(incheon.years[1]).toMatchObject({ light: 'yellow', decision: 'continue', corrective: 'accepted' });
    expect(incheon.years[1].executionBp).toBeLessThan(6_000);
    expect(regions.map(({ years }: { years: { light: string | null }[] }) => years[0]?.light)).not.toContain(null);
  });

  it('given two of three years, then the last is forecast with an interval from five regions', async () => {
    const { forecasts, indicators } = await get('daegu-writer', `${plan('DAEGU')}/execution`);
    const [hires] = forecasts;
    expect(hires).toMatchObject({ code: 'direct-hires', method: 'share-of-target', regions: 5, coverageBp: 6_666 });
    expect(hires.target).toBe(indicators[0].target);
    expect(hires.low).toBeLessThanOrEqual(hires.expected);
    expect(hires.high).toBeGreaterThanOrEqual(hires.expected);
    expect(hires.low).toBeLessThan(hires.high);
  });

  it('given an earlier cohort, then a new plan is told where it stands, and nothing of it is refused', async () => {
    const busan = `/plans/${play.rounds[1]?.plan('BUSAN').id}`;
    const { body } = await app.ask('GET', `${busan}/plausibility`, {
      as: 'motie-officer',
      headers: { 'accept-language': 'en' },
    });
    expect(body).toMatchObject({ cohorts: [2020], plans: 5 });
    expect(body.announcedToConfirmed).toEqual([{ cohort: 2020, announced: 60_000, confirmed: 15_472, ratioBp: 2_578 }]);
    expect(body.warnings.map(({ message }: { message: string }) => message)).toContain(
      'direct hires are set at 100% of the 10000 jobs named; earlier cohorts (2020) confirmed 25% at most, which would be 2578',
    );
    expect((await app.ask('GET', `${busan}/plausibility`, { as: 'busan-writer' })).status).toBe(403);
  });

  it('given a year without its report, then nothing is final', async () => {
    expect(await refusal('kicox-secretary', `${plan('DAEGU')}/final-evaluations`, FINAL)).toEqual([
      409,
      'execution.report.none',
    ]);
  });

  it('given the third year and the final evaluation, then all came out as the play expects', async () => {
    await play.stretch(2020, LAST_REVIEW, '2023년 연차보고');
    await play.stretch(2020, null, LAST_REVIEW);
    const [first] = play.rounds;
    if (first === undefined) throw new Error('there is a round');
    const { checks } = await checkRound(play.stage, first);
    const mine = checks.filter(({ what }) => MINE.test(what));
    expect(mine.length).toBeGreaterThan(6);
    expect(mine.filter(({ ok }) => !ok)).toEqual([]);
    const { nation, cohort } = await get('molit-officer', `${round()}/attainment`);
    const of = (rows: { code: string; attained: number }[], code: string) =>
      rows.find((row) => row.code === code)?.attained ?? 0;
    expect(of(nation.indicators, 'induced-jobs')).toBeGreaterThan(of(cohort, 'direct-hires'));
    expect(of(nation.indicators, 'direct-hires')).toBe(of(cohort, 'direct-hires'));
  });

  it('given the final evaluation, then the execution is closed', async () => {
    const { state, final, forecasts } = await get('daegu-writer', `${plan('DAEGU')}/execution`);
    expect([state, final.verdict, forecasts[0].method]).toEqual(['closed', 'achieved', 'observed']);
    const report = { year: 2023, summary: '늦은 고침', results: [], spent: '0' };
    const triad = ['direct-hires', 'support-facilities', 'company-supports'].map((code) => ({ code, value: 0 }));
    expect(await refusal('daegu-approver', `${plan('DAEGU')}/yearly-reports`, { ...report, results: triad })).toEqual([
      409,
      'execution.closed',
    ]);
    expect(await refusal('kicox-secretary', `${plan('DAEGU')}/final-evaluations`, { ...FINAL, reason: null })).toEqual([
      422,
      'execution.review.correction',
    ]);
    const watch = new DutyWatch(app, () => String(play.rounds[0]?.id));
    const kinds = (await watch.open()).map(({ kind }) => kind);
    expect(kinds.filter((kind) => /report|corrective/.test(kind))).toEqual([]);
  });
});
