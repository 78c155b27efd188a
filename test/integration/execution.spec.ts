import { TestApp } from '../support/app.js';
import { DutyWatch } from '../support/duties.js';
import { speakingTo } from '../support/notices.js';
import { playIn } from '../support/play.js';
import { describeOnBoth } from '../support/stores.js';

const REPORTED = '2021년 연차보고';
const YEAR = 2021;

describeOnBoth('the years of execution', (dialect) => {
  let app: TestApp;
  let watch: DutyWatch;
  let play: ReturnType<typeof playIn>;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    watch = new DutyWatch(app, () => String(play.rounds[0]?.id));
    await play.stretch(2020, REPORTED);
    await app.clock('2022-02-21T01:00:00.000Z');
  }, 180_000);
  afterAll(() => app.close());

  const { act, list } = speakingTo(() => app);
  const plan = (province: string) => `/plans/${play.rounds[0]?.plan(province).id}`;
  const round = () => `/rounds/${play.rounds[0]?.id}`;
  const get = async (as: string, path: string) => (await app.ask('GET', path, { as })).body;
  const open = async (kind: string) => (await watch.open()).filter((duty) => duty.kind === kind);
  const refusal = async (as: string, path: string, body: object) => {
    const { status, body: problem } = await app.ask('POST', path, { as, body });
    return [status, ...(problem.errors ?? [problem]).map(({ code }: { code: string }) => code)];
  };

  /** A whole report of 대구: everything as planned, `percent` of it. */
  const reportOf = async (percent: number) => {
    const { content } = await get('auditor', plan('DAEGU'));
    const { years } = await get('auditor', `${plan('DAEGU')}/execution`);
    const spent = (BigInt(years[0].granted) * BigInt(percent)) / 100n;
    const sites = content.indicators.flatMap(
      ({ code, bySite }: { code: string; bySite: { site: string; targets: { year: number; value: number }[] }[] }) =>
        bySite.map(({ site, targets }) => ({
          site,
          code,
          value: Math.floor(((targets.find(({ year }) => year === YEAR)?.value ?? 0) * percent) / 100),
          evidence: '증빙 (가상)',
          reference: null,
        })),
    );
    const sum = (code: string) =>
      sites.reduce(
        (total: number, row: { code: string; value: number }) => total + (row.code === code ? row.value : 0),
        0,
      );
    return {
      year: YEAR,
      summary: '가상 연차보고',
      results: ['direct-hires', 'support-facilities', 'company-supports'].map((code) => ({ code, value: sum(code) })),
      spent: String(spent),
      auditReference: null,
      sites,
      subProjects: content.subProjects.map(({ key }: { key: string }, index: number) => ({
        key,
        progress: percent,
        spent: index === 0 ? String(spent) : '0',
        state: 'ongoing',
      })),
    };
  };

  it('given parts that do not sum to the whole, then the report is refused and both figures are named', async () => {
    const report = await reportOf(50);
    const path = `${plan('DAEGU')}/yearly-reports`;
    const spent = String(BigInt(report.spent) + 1n);
    expect(await refusal('daegu-approver', path, { ...report, spent })).toEqual([422, 'execution.spent.differs']);
    const results = report.results.map((result) => ({ ...result, value: result.value + 1 }));
    const { body } = await app.ask('POST', path, {
      as: 'daegu-approver',
      body: { ...report, results },
      headers: { 'accept-language': 'en' },
    });
    expect(body.errors).toHaveLength(3);
    expect(body.errors[0].message).toMatch(/the sites sum to \d+, the report says \d+: a difference of -1$/);
    expect(await refusal('daegu-approver', path, { ...report, subProjects: report.subProjects.slice(1) })).toEqual([
      422,
      'execution.sub-project.missing',
      'execution.spent.differs',
    ]);
    expect(await refusal('daegu-approver', path, { ...report, spent: '1.5' })).toEqual([422, 'field.won']);
  });

  it('given spending by source that does not sum up, then the report is refused', async () => {
    const report = await reportOf(50);
    const [first, ...others] = report.subProjects;
    const bySource = [
      { source: 'national', spent: report.spent },
      { source: 'province', spent: '1' },
    ];
    const subProjects = [{ ...first, bySource }, ...others];
    expect(await refusal('daegu-approver', `${plan('DAEGU')}/yearly-reports`, { ...report, subProjects })).toEqual([
      422,
      'execution.sources.differ',
    ]);
  });

  it('given a report, then the secretariat has to check it, and a return makes it the province’s duty again', async () => {
    await act('daegu-approver', 'POST', `${plan('DAEGU')}/yearly-reports`, await reportOf(50));
    expect((await open('check-report')).map(({ params }) => [params['province'], params['year']])).toEqual([
      ['대구', YEAR],
    ]);
    expect(await open('report-year')).toHaveLength(4);
    const checks = `${plan('DAEGU')}/yearly-report-checks`;
    const returned = {
      year: YEAR,
      reportNo: 1,
      verdict: 'returned',
      reason: '증빙이 모자랍니다. (가상)',
      fields: [{ field: 'sites[0].evidence', reason: '피보험자 명부가 없습니다. (가상)' }],
      dueAt: '2022-03-10T00:00:00.000Z',
    };
    expect(await refusal('kicox-secretary', checks, { ...returned, reason: null, fields: [], dueAt: null })).toEqual([
      422,
      'execution.check.reason',
      'execution.check.fields',
      'execution.check.due',
    ]);
    expect(await refusal('kicox-secretary', checks, { ...returned, reportNo: 2 })).toEqual([
      409,
      'execution.report.newer',
    ]);
    expect(await refusal('daegu-approver', checks, returned)).toEqual([403, 'access.forbidden']);
    await act('kicox-secretary', 'POST', checks, returned);
    expect(await refusal('kicox-secretary', checks, { year: YEAR, reportNo: 1, verdict: 'accepted' })).toEqual([
      409,
      'execution.check.returned',
    ]);
    const duty = (await open('report-year')).find(({ params }) => params['province'] === '대구');
    expect(duty?.at).toBe('2022-03-10T00:00:00.000Z');
    expect(await open('check-report')).toEqual([]);
  });

  it('given spending the budget does not have so, then region and staff are told both figures, and nothing is mended', async () => {
    const { content } = await get('auditor', plan('DAEGU'));
    const [key] = content.subProjects.map((one: { key: string }) => one.key);
    const { cells } = await get('auditor', `${plan('DAEGU')}/budget`);
    const executed = (of: (cell: { subProject: string }) => boolean): bigint =>
      cells
        .filter(({ year }: { year: number }) => year === YEAR)
        .filter(of)
        .reduce((sum: bigint, cell: { executed: string }) => sum + BigInt(cell.executed), 0n);
    for (const as of ['daegu-writer', 'kicox-secretary', 'molit-cochair']) {
      const [report] = await list(as, `${plan('DAEGU')}/yearly-reports`);
      const told = report.spendingDifferences as { subProject: string; reported: string; executed: string }[];
      expect(told.find(({ subProject }) => subProject === key)).toEqual({
        subProject: key,
        source: null,
        reported: report.spent,
        executed: String(executed(({ subProject }) => subProject === key)),
        reason: 'differs',
      });
      const sum = (of: 'reported' | 'executed') => told.reduce((all, one) => all + BigInt(one[of]), 0n);
      expect(sum('reported') - sum('executed')).toBe(BigInt(report.spent) - executed(() => true));
      const { years } = await get(as, `${plan('DAEGU')}/execution`);
      expect([years[0].spent, years[0].spendingDifferences]).toEqual([report.spent, told]);
    }
  });

  it('given a new version, then the current results are its own, and an accepted one stands until it is returned', async () => {
    const path = `${plan('DAEGU')}/yearly-reports`;
    const second = await reportOf(55);
    await act('daegu-approver', 'POST', path, second);
    await act('kicox-secretary', 'POST', `${plan('DAEGU')}/yearly-report-checks`, {
      year: YEAR,
      reportNo: 2,
      verdict: 'accepted',
    });
    const reports = await list('daegu-writer', path);
    expect(
      reports.map(({ no, check }: { no: number; check: { verdict: string } | null }) => [no, check?.verdict]).sort(),
    ).toEqual([
      [1, 'returned'],
      [2, 'accepted'],
    ]);
    const { years } = await get('daegu-writer', `${plan('DAEGU')}/execution`);
    expect(years[0]).toMatchObject({ report: 'accepted', reportNo: 2, progressBp: 5_500 });
    expect(years[0].attainment[0].attained).toBe(second.results[0]?.value);
    expect(await refusal('daegu-approver', path, second)).toEqual([409, 'execution.report.accepted']);
  });

  it('given the accepted report, then the panel gives a light: by rule, or with a reason', async () => {
    const path = `${plan('DAEGU')}/execution-reviews`;
    const { years } = await get('auditor', `${plan('DAEGU')}/execution`);
    // 55% of everything is under every light, and under the 60% of the corrective plan
    expect(years[0].proposal).toMatchObject({ light: 'failed', decision: 'stop', corrective: true });
    expect(years[0].executionBp).toBeLessThan(5_501);
    const words = { year: YEAR, comment: '가상 평가', panel: ['가상 위원'], heldOn: '2022-02-21' };
    expect(await refusal('kicox-secretary', path, { ...words, light: 'yellow', decision: 'continue' })).toEqual([
      422,
      'execution.light.reason',
      'execution.decision.reason',
      'execution.corrective.due',
    ]);
    expect(
      await refusal('kicox-secretary', `${plan('GWANGJU')}/execution-reviews`, {
        ...words,
        light: 'green',
        decision: 'continue',
      }),
    ).toEqual([409, 'execution.report.none']);
    const review = await act('kicox-secretary', 'POST', path, {
      ...words,
      light: 'yellow',
      decision: 'continue',
      reason: '자재 수급이 늦었다. (가상)',
      correctiveDueAt: '2022-04-30T09:00:00.000Z',
    });
    expect(review).toMatchObject({ no: 1, ruleLight: 'failed', ruleDecision: 'stop', light: 'yellow' });
    expect(await refusal('kicox-secretary', path, { ...words, light: 'failed', decision: 'stop' })).toEqual([
      422,
      'execution.review.correction',
    ]);
    const body = { year: YEAR, reportNo: 2, verdict: 'returned', reason: '늦음', dueAt: '2022-05-01T00:00:00.000Z' };
    expect(
      await refusal('kicox-secretary', `${plan('DAEGU')}/yearly-report-checks`, {
        ...body,
        fields: [{ field: 'spent', reason: '늦음' }],
      }),
    ).toEqual([409, 'execution.check.reviewed']);
  });

  it('given a corrective plan was asked for, then the province files it, and the secretariat returns and accepts it', async () => {
    const [filings, decisions] = [`${plan('DAEGU')}/corrective-filings`, `${plan('DAEGU')}/corrective-decisions`];
    const filing = { year: YEAR, text: '만회대책 (가상)', measures: [] };
    const wrong = [{ subProject: 'no-such', text: '없음', until: '2022-06-30' }];
    expect((await open('file-corrective-plan')).map(({ at }) => at)).toEqual(['2022-04-30T09:00:00.000Z']);
    expect(await refusal('kicox-secretary', decisions, { year: YEAR, verdict: 'accepted' })).toEqual([
      409,
      'execution.corrective.not-now',
    ]);
    expect(await refusal('daegu-approver', filings, { ...filing, measures: wrong })).toEqual([
      422,
      'execution.sub-project.unknown',
    ]);
    await act('daegu-approver', 'POST', filings, filing);
    expect(await open('check-corrective-plan')).toHaveLength(1);
    await act('kicox-secretary', 'POST', decisions, {
      year: YEAR,
      verdict: 'returned',
      reason: '세부사업별로 적어 주십시오. (가상)',
      dueAt: '2022-05-15T00:00:00.000Z',
    });
    expect((await open('file-corrective-plan')).map(({ at }) => at)).toEqual(['2022-05-15T00:00:00.000Z']);
    await act('daegu-approver', 'POST', filings, filing);
    const done = await act('kicox-secretary', 'POST', decisions, { year: YEAR, verdict: 'accepted' });
    expect(done).toMatchObject({ state: 'accepted', filings: [{ no: 1 }, { no: 2 }] });
    expect(await open('file-corrective-plan')).toEqual([]);
    expect(await refusal('gwangju-approver', `${plan('GWANGJU')}/corrective-filings`, filing)).toEqual([
      409,
      'execution.corrective.none',
    ]);
  });

  it('given one region reported, then every level is the sum of the one below, and a forecast says there is too little', async () => {
    const found = await get('motie-officer', `${round()}/attainment`);
    const of = (rows: { code: string; attained: number; confirmed: number }[]) =>
      rows.find(({ code }) => code === 'direct-hires') ?? { attained: 0, confirmed: 0 };
    const regions = found.regions as { province: string; indicators: never[]; sites: { indicators: never[] }[] }[];
    for (const region of regions)
      expect(region.sites.reduce((sum, site) => sum + of(site.indicators).attained, 0)).toBe(
        of(region.indicators).attained,
      );
    expect(regions.reduce((sum, region) => sum + of(region.indicators).attained, 0)).toBe(of(found.cohort).attained);
    expect(of(found.cohort).confirmed).toBe(15_472);
    expect(of(found.nation.indicators)).toEqual(of(found.cohort));
    expect(found.announced).toContainEqual(expect.objectContaining({ code: 'jobs', value: '60000' }));
    expect(regions.find(({ province }) => province === 'DAEGU')).toMatchObject({
      forecasts: expect.arrayContaining([expect.objectContaining({ code: 'direct-hires', reason: 'few-regions' })]),
    });
    expect(found.cohort.map(({ definition }: { definition: string }) => definition)).toEqual([
      'direct',
      'count',
      'count',
      'induced',
    ]);
    const execution = await get('molit-cochair', `${round()}/execution`);
    expect(execution.regions).toHaveLength(5);
  });

  it('given five reports at once, then they are five versions and the results are the last one’s', async () => {
    const triad = (value: number) =>
      ['direct-hires', 'support-facilities', 'company-supports'].map((code) => ({ code, value }));
    const answers = await Promise.all(
      [1, 2, 3, 4, 5].map((value) =>
        app.ask('POST', `${plan('GWANGJU')}/yearly-reports`, {
          as: 'gwangju-approver',
          body: { year: YEAR, summary: '동시에 (가상)', results: triad(value), spent: String(value) },
        }),
      ),
    );
    expect(answers.map(({ body }) => body.no).sort()).toEqual([1, 2, 3, 4, 5]);
    const last = answers.find(({ body }) => body.no === 5)?.body;
    const { years } = await get('auditor', `${plan('GWANGJU')}/execution`);
    expect(years[0]).toMatchObject({ reportNo: 5, spent: last.spent, progressBp: null });
    expect(years[0].attainment[0].attained).toBe(last.results[0].value);
  });

  it('given a province, then it sees its own years and nobody else’s', async () => {
    expect((await app.ask('GET', `${plan('DAEGU')}/execution`, { as: 'gwangju-writer' })).status).toBe(404);
    expect((await app.ask('GET', `${round()}/execution`, { as: 'daegu-writer' })).status).toBe(403);
    expect((await app.ask('GET', `${plan('DAEGU')}/execution`)).status).toBe(401);
  });

  it('given no earlier cohort, then nothing is said of how plausible a plan is', async () => {
    expect(await get('auditor', `${plan('DAEGU')}/plausibility`)).toMatchObject({
      cohorts: [],
      plans: 0,
      warnings: [],
    });
  });
});
