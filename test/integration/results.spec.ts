import { Workbook } from '@cj-tech-master/excelts';
import { TestApp } from '../support/app.js';
import { playIn } from '../support/play.js';
import { settled } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';

describeOnBoth('what comes out of an evaluation', (dialect) => {
  let app: TestApp;
  let play: ReturnType<typeof playIn>;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    await play.stretch(2020, '위원회 안건 송부');
    await settled(app); // what was corrected after the lock is ranked anew
  }, 120_000);
  afterAll(() => app.close());

  const round = () => `/rounds/${play.rounds[0]?.id}`;
  const plan = (province: string) => String(play.rounds[0]?.plan(province).id);
  const get = (as: string, path: string) => app.ask('GET', path, { as });

  it('is a list, byte for byte the same figures as the ranking with its computation', async () => {
    const { body: list } = await get('auditor', `${round()}/ranking-list`);
    const { body: ranking } = await get('auditor', `${round()}/ranking`);
    expect(list.plans).toHaveLength(11);
    expect(list).toMatchObject({ no: ranking.no, inputsHash: ranking.inputsHash, pending: false });
    const figures = (plans: readonly Record<string, unknown>[]) =>
      plans.map(({ rank, planId, base, bonus, final }) => ({ rank, planId, base, bonus, final }));
    expect(figures(list.plans)).toEqual(figures(ranking.plans));
    const again = await get('auditor', `${round()}/ranking-list`);
    expect(again.body).toEqual(list);
  });

  it('is a sheet to print, from which the final score can be computed by hand', async () => {
    const { text, headers } = await get('auditor', `/plans/${plan('GYEONGBUK')}/recomputation-sheet`);
    expect(headers['content-type']).toContain('text/html');
    const { body: list } = await get('auditor', `${round()}/ranking-list`);
    const own = list.plans.find(({ planId }: { planId: string }) => planId === plan('GYEONGBUK'));
    expect(text).toContain('평가집계표');
    expect(text).toContain(`${own.final} (순위 ${own.rank})`);
    expect(text).toContain('모의 운영');
    // with nothing but the marks on the sheet: weigh, leave out one highest and one lowest, average, round, add the bonus
    const { body: ranking } = await get('auditor', `${round()}/ranking`);
    const { trace, bonus } = ranking.plans.find(({ planId }: { planId: string }) => planId === own.planId);
    const totals = trace.sheets
      .map(({ parts }: { parts: { weight: number; mark: number; max: number }[] }) =>
        parts.reduce((sum, { weight, mark, max }) => sum + (weight * mark) / max / 100, 0),
      )
      .sort((a: number, b: number) => a - b)
      .slice(1, -1);
    const mean = totals.reduce((sum: number, total: number) => sum + total, 0) / totals.length;
    expect((Math.round(mean * 100) / 100 + Number(bonus)).toFixed(2)).toBe(own.final);
  });

  it('is every sheet as CSV and as a workbook, for those who run or check the round', async () => {
    const { text, headers } = await get('auditor', `${round()}/scores.csv`);
    expect(headers['content-disposition']).toBe('attachment; filename="scores.csv"');
    const lines = text.trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^\ufeff시·도,평가위원\(별칭\),평가위원,단계,상태,제출,/);
    expect(lines).toHaveLength(1 + 11 * 7);
    const { status, raw } = await get('kicox-secretary', `${round()}/scores.xlsx`);
    expect(status).toBe(200);
    const workbook = new Workbook();
    await workbook.xlsx.load(raw);
    expect(workbook.worksheets.map(({ name }) => name)).toEqual([
      '순위',
      '계산 과정',
      '지표별 평균',
      '평가표',
      '지표별 의견',
    ]);
    const sheets = workbook.getWorksheet('평가표');
    expect(sheets?.rowCount).toBe(1 + 11 * 7);
    // the file is written from the figures kept beside the marks, the workbook from the marks
    const rows = (sheets?.getRows(2, 11 * 7) ?? []).map(({ values }) => (values as unknown[]).slice(1, -1).join(','));
    expect(lines.slice(1)).toEqual(rows);
    for (const as of ['busan-approver', 'evaluator-2020-2', 'evaluator-2020-1', 'molit-cochair'])
      expect((await get(as, `${round()}/scores.csv`)).status).toBe(403);
  });

  it('given somebody took the marks away, then the history says who, what and when, and names no refused try', async () => {
    expect((await get('molit-officer', `${round()}/scores.xlsx`)).status).toBe(200);
    expect((await get('busan-approver', `${round()}/scores.xlsx`)).status).toBe(403);
    const { body } = await get('auditor', `/history?roundId=${round().split('/').at(-1)}&type=FileExported&limit=200`);
    const taken = body.items.map(({ actorId, data }: { actorId: string; data: { file: string } }) => [
      actorId,
      data.file,
    ]);
    expect(taken[0]).toEqual([await app.person('molit-officer'), 'scores.xlsx']);
    expect(taken.slice(1)).toContainEqual([await app.person('auditor'), 'scores.csv']);
    expect(taken.map(([actorId]: string[]) => actorId)).not.toContain(await app.person('busan-approver'));
    expect(
      (await get('busan-approver', `/history?roundId=${round().split('/').at(-1)}&type=FileExported`)).body.items,
    ).toEqual([]);
  });

  it('is an analysis beside the ranking: ordered, kept, the same again, and its flags for the chair alone', async () => {
    const order = async (body: object) => {
      const { body: ordered } = await app.ask('POST', `${round()}/analyses`, { as: 'molit-cochair', body });
      await settled(app);
      return ordered.runId as string;
    };
    const [first, second] = [await order({ purpose: '심의 준비' }), await order({ purpose: '심의 준비 (확인)' })];
    const { body: one } = await get('auditor', `/analyses/${first}`);
    const { body: two } = await get('auditor', `/analyses/${second}`);
    expect(one.resultHash).toBe(two.resultHash);
    expect(one.result.bootstrap).toMatchObject({ status: 'ok', replicates: 10_000 });
    expect(one.result.bootstrap.plans).toHaveLength(11);
    const inside = one.result.bootstrap.plans.reduce(
      (sum: number, p: { probability: number }) => sum + p.probability,
      0,
    );
    expect(inside).toBeGreaterThan(4.9);
    expect(inside).toBeLessThan(5.0001);
    expect(one.result.chairOnly).toBeUndefined();
    expect((await get('evaluator-2020-1', `/analyses/${first}`)).body.result.chairOnly).toBeDefined();
    const { body: runs } = await get('auditor', `${round()}/analyses`);
    expect(runs.items.map(({ purpose }: { purpose: string }) => purpose).sort()).toEqual([
      '심의 준비',
      '심의 준비 (확인)',
    ]);
  });

  it.each(['score-distribution', 'rank-intervals', 'evaluator-severity'])(
    'is the chart %s, as figures and as a picture',
    async (chart) => {
      const { body: data } = await get('molit-cochair', `${round()}/charts/${chart}`);
      expect(data.rows.length).toBeGreaterThanOrEqual(7);
      const { text, headers } = await get('molit-cochair', `${round()}/charts/${chart}/image`);
      expect(headers['content-type']).toContain('image/svg+xml');
      expect(text.startsWith('<svg')).toBe(true);
      expect(text).toContain(data.title);
      for (const [name] of data.rows) expect(text).toContain(name);
    },
  );

  it('is nothing before the panel is locked, for anybody', async () => {
    await play.stretch(2021, '나머지 채점');
    const other = `/rounds/${play.rounds[1]?.id}`;
    for (const path of ['ranking-list', 'scores.csv', 'scores.xlsx', 'analyses', 'charts/score-distribution'])
      expect([path, (await get('auditor', `${other}/${path}`)).body.code]).toEqual([path, 'evaluation.not-locked']);
  }, 120_000);
});
