import { JobRunner } from '@daegaejo/platform';
import { type Answer, TestApp } from '../support/app.js';
import { DutyWatch } from '../support/duties.js';
import { newsOf, speakingTo } from '../support/notices.js';
import { playIn } from '../support/play.js';
import { settled } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';

const REASON = '재원 조달 방안의 근거가 없습니다 (가상)';
/** The filing of 2020 closed on 10 April at 18:00 KST. */
const DUE = '2020-04-22T09:00:00.000Z';

describeOnBoth('a return for supplement', (dialect) => {
  let app: TestApp;
  let watch: DutyWatch;
  let play: ReturnType<typeof playIn>;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    watch = new DutyWatch(app, () => String(play.rounds[0]?.id));
    await play.stretch(2020, '요건 검토');
  }, 240_000);
  afterAll(() => app.close());

  const { act, list } = speakingTo(() => app);
  const news = newsOf(() => app);
  const path = (province: string) => `/plans/${play.rounds[0]?.plan(province).id}`;
  const plan = (province: string) => act(`${province.toLowerCase()}-writer`, 'GET', path(province));
  const ask = (province: string, items: readonly object[], more: object = {}): Promise<Answer> =>
    app.ask('POST', `${path(province)}/supplement-requests`, {
      as: 'kicox-secretary',
      body: { dueAt: DUE, items, ...more },
    });
  const save = async (province: string, parts: object): Promise<Answer> =>
    app.ask('PATCH', `${path(province)}/draft`, {
      as: `${province.toLowerCase()}-writer`,
      headers: { 'if-match': `"${(await plan(province)).version}"` },
      body: parts,
    });
  const submit = (province: string, kind: string): Promise<Answer> =>
    app.ask('POST', `${path(province)}/submissions`, { as: `${province.toLowerCase()}-approver`, body: { kind } });
  const screen = (province: string): Promise<Answer> =>
    app.ask('POST', `${path(province)}/screening`, { as: 'kicox-secretary', body: { verdict: 'eligible' } });
  const advance = (action: string): Promise<Answer> =>
    app.ask('POST', `/rounds/${play.rounds[0]?.id}/transitions`, { as: 'kicox-secretary', body: { action } });
  const errors = ({ body }: Answer): string[] =>
    (body.errors ?? []).map(({ field, code }: { field: string; code: string }) => `${field} ${code}`);
  /** The head on financing, and the second of DAEGU's sub-projects. */
  let [locked, open] = ['', ''];
  const items = () => [
    { section: 'narrative.financing', reason: REASON },
    { path: `subProjects[${open}]`, reason: '소관 부처를 다시 확인해 주십시오 (가상)' },
  ];

  it('is asked for during the screening, of parts that are there, within a term to come', async () => {
    [locked = '', open = ''] = (await plan('DAEGU')).content.subProjects.map(({ key }: { key: string }) => key);
    expect((await ask('DAEGU', items())).body.code).toBe('plan.round-closed');
    await app.clock('2020-04-13T00:00:00.000Z');
    expect((await advance('start-screening')).status).toBe(200);
    const nowhere = [
      { path: 'subProjects[gone]', reason: REASON },
      { section: 'budget', path: 'budget[a]', reason: REASON },
      { reason: REASON },
    ];
    expect(errors(await ask('DAEGU', nowhere, { dueAt: '2020-04-12T00:00:00.000Z' }))).toEqual([
      'dueAt plan.supplement.due-past',
      'items[0].path plan.supplement.path',
      'items[1] plan.supplement.part',
      'items[2] plan.supplement.part',
    ]);
    expect(errors(await ask('DAEGU', []))).toEqual(['items plan.supplement.nothing']);
    await news('SupplementAsked');
    const asked = await ask('DAEGU', items());
    expect([asked.status, asked.body]).toMatchObject([201, { dueAt: DUE, outcome: null, suppliedNo: null }]);
    expect(asked.body.items.map((item: { path: string }) => item.path)).toEqual([
      'narrative.financing',
      `subProjects[${open}]`,
    ]);
    expect(await plan('DAEGU')).toMatchObject({ state: 'supplement', stateLabel: '보완요구' });
  });

  it('is asked once, told at once, and a duty with the term as its deadline', async () => {
    expect((await ask('DAEGU', items())).body.code).toBe('plan.supplement.once');
    expect(await news('SupplementAsked')).toEqual(['daegu-approver SupplementAsked', 'daegu-writer SupplementAsked']);
    const duties = (await watch.open()).filter(({ kind }) => kind === 'file-supplement');
    expect(await Promise.all(duties.map((duty) => watch.inWords(duty)))).toEqual([
      'by 2020. 4. 22. 18:00, province-writer DAEGU + province-approver DAEGU < secretariat: title=2020년 산업단지 대개조 지역 선정, province=대구',
    ]);
    expect(await watch.open({ only: ['nobody'] })).toEqual([]);
    await news('file-supplement');
    await app.clock('2020-04-17T01:00:00.000Z');
    expect(await news('file-supplement')).toEqual(['daegu-approver D-3', 'daegu-writer D-3']);
  });

  it('opens these parts to its province and no others, and holds the round', async () => {
    const { content } = await plan('DAEGU');
    const renamed = (key: string) =>
      content.subProjects.map((row: { key: string; name: string }) =>
        row.key === key ? { ...row, name: `${row.name} 보완` } : row,
      );
    const refused = await save('DAEGU', { title: '다른 제목', subProjects: renamed(locked) });
    expect(errors(refused)).toEqual(['title plan.locked', `subProjects[${locked}].name plan.locked`]);
    expect(refused.body.errors[0].message).toContain(`고칠 수 있는 부분: narrative.financing, subProjects[${open}]`);
    expect((await plan('DAEGU')).content).toEqual(content);
    expect((await save('DAEGU', { subProjects: renamed(open) })).status).toBe(200);
    expect(
      (await save('DAEGU', { narrative: { ...content.narrative, financing: '확약서를 붙였습니다.' } })).status,
    ).toBe(200);
    expect(errors(await advance('start-evaluation'))).toContain('plans plan.supplement.open');
    expect((await screen('DAEGU')).body).toMatchObject({
      code: 'plan.not-now',
      allowed: ['file-supplement', 'lapse-supplement'],
    });
  });

  it('is answered with a version that takes these parts from the draft and all else from what was filed', async () => {
    const [filed] = (await list('auditor', `${path('DAEGU')}/versions`)).slice(-1);
    expect((await submit('DAEGU', 'filed')).body.code).toBe('plan.not-now');
    const supplied = await submit('DAEGU', 'supplement');
    expect([supplied.status, supplied.body.kind, supplied.body.no]).toEqual([201, 'supplement', filed.no + 1]);
    const contentOf = async (no: number) => (await act('auditor', 'GET', `${path('DAEGU')}/versions/${no}`)).content;
    const [before, after] = [await contentOf(filed.no), await contentOf(filed.no + 1)];
    expect(after.narrative).toEqual({ ...before.narrative, financing: '확약서를 붙였습니다.' });
    expect({ ...after, narrative: null, subProjects: null }).toEqual({ ...before, narrative: null, subProjects: null });
    const names = (content: typeof before) => content.subProjects.map(({ name }: { name: string }) => name);
    expect(names(after)).toEqual(names(before).map((name: string, at: number) => (at === 1 ? `${name} 보완` : name)));
    expect(await list('daegu-writer', `${path('DAEGU')}/supplement-requests`)).toMatchObject([
      { outcome: 'filed', filedNo: filed.no, suppliedNo: filed.no + 1 },
    ]);
    expect((await watch.open()).filter(({ kind }) => kind === 'file-supplement')).toEqual([]);
    expect((await submit('DAEGU', 'supplement')).body.code).toBe('plan.not-now');
    expect((await save('DAEGU', { theme: '고침' })).body.code).toBe('round.deadline-passed');
    expect((await ask('DAEGU', items())).body.code).toBe('plan.supplement.once');
    expect((await screen('DAEGU')).body.state).toBe('screened');
  });

  it('lapses with its term: the plan is judged as it was filed', async () => {
    expect((await ask('GWANGJU', [{ section: 'budget', reason: REASON }])).status).toBe(201);
    const { content, versionNo } = await plan('GWANGJU');
    expect((await save('GWANGJU', { budget: content.budget.slice(1) })).status).toBe(200);
    await app.clock(DUE);
    await settled(app);
    expect(await plan('GWANGJU')).toMatchObject({ state: 'submitted', versionNo });
    expect(await list('gwangju-writer', `${path('GWANGJU')}/supplement-requests`)).toMatchObject([
      { outcome: 'lapsed', suppliedNo: null },
    ]);
    expect((await submit('GWANGJU', 'supplement')).body.code).toBe('plan.not-now');
    const history = await list('gwangju-writer', '/history');
    const types = history.map(({ type }: { type: string }) => type);
    expect(types).toEqual(expect.arrayContaining(['SupplementAsked', 'SupplementLapsed']));
    expect((await screen('GWANGJU')).body.state).toBe('screened');
  });

  it('does not wait for the sweep once its term is over', async () => {
    const due = '2020-04-23T00:00:00.000Z';
    for (const province of ['INCHEON', 'JEONNAM'])
      expect((await ask(province, [{ section: 'budget', reason: REASON }], { dueAt: due })).status).toBe(201);
    await app.app.get(JobRunner).stop();
    await app.clock(due);
    expect((await plan('INCHEON')).state).toBe('supplement');
    expect((await save('INCHEON', { budget: [] })).body.code).toBe('round.deadline-passed');
    expect((await submit('INCHEON', 'supplement')).body.code).toBe('round.deadline-passed');
    const held = await advance('start-evaluation');
    expect(errors(held)).toContain('plans plan.unscreened');
    expect(errors(held)).not.toContain('plans plan.supplement.open');
    expect((await screen('INCHEON')).body.state).toBe('screened');
    expect((await screen('JEONNAM')).body.state).toBe('screened');
  });

  it('shows those who judge what was filed and what was supplied, and before them the latter', async () => {
    for (const { province } of play.rounds[0]?.cohort.applicants ?? [])
      if ((await plan(province)).state === 'submitted') expect((await screen(province)).status).toBe(200);
    await play.stretch(2020, '평가 시작, 절반 채점', '평가위원 위촉·서약·배정');
    const seen = await list('evaluator-2020-2', `${path('DAEGU')}/versions`);
    expect(seen.map(({ kind }: { kind: string }) => kind)).toEqual(['filed', 'supplement']);
    const { content } = await act('evaluator-2020-2', 'GET', path('DAEGU'));
    expect(content.narrative.financing).toBe('확약서를 붙였습니다.');
  }, 120_000);
});
