import { TestApp } from '../support/app.js';
import { playIn } from '../support/play.js';
import { describeOnBoth } from '../support/stores.js';

const SECOND = '가상 둘째 작성자';
const FIRST_PASSWORD = 'a-long-first-password';
const SECOND_PASSWORD = 'a-long-second-password';
const TEXT = '함께 쓰는 글입니다. (가상)';

interface Section {
  readonly section: string;
  readonly version: number;
  readonly savedBy: string | null;
  readonly savedAt: string | null;
  readonly content: never;
}
type Row = Readonly<Record<string, unknown>>;

const project = (key: string, more: Row = {}): Row => ({
  key,
  name: key,
  kind: 'other',
  ministry: 'MOTIE',
  siteKeys: [],
  source: null,
  fictional: true,
  ...more,
});

describeOnBoth('writing together', (dialect) => {
  let app: TestApp;
  let play: ReturnType<typeof playIn>;
  let second: Readonly<Record<string, string>>;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    await play.stretch(2020, '사전 컨설팅 시작');
    second = await secondWriter();
  }, 180_000);
  afterAll(() => app.close());

  /** Somebody else of 부산 who writes; answers his headers. */
  async function secondWriter(): Promise<Record<string, string>> {
    const body = { username: 'second', displayName: SECOND, email: 's@example.invalid', password: FIRST_PASSWORD };
    const person = await app.ask('POST', '/people', { as: 'admin', body });
    const grant = { role: 'province-writer', organisationId: await app.organisation('BUSAN') };
    await app.ask('POST', `/people/${person.body.id}/grants`, { as: 'admin', body: grant });
    const login = await app.ask('POST', '/auth/login', { body: { username: 'second', password: FIRST_PASSWORD } });
    const changed = await app.ask('POST', '/auth/password', {
      headers: { authorization: `Bearer ${login.body.accessToken}` },
      body: { currentPassword: FIRST_PASSWORD, newPassword: SECOND_PASSWORD },
    });
    return { authorization: `Bearer ${changed.body.accessToken}` };
  }

  const planId = (year = 2020, province = 'BUSAN'): string =>
    String(play.rounds.find(({ cohort }) => cohort.year === year)?.plan(province).id);
  const plan = (): string => `/plans/${planId()}`;
  const draft = async () => (await app.ask('GET', `${plan()}/draft`, { as: 'busan-writer' })).body;
  const section = async (name: string): Promise<Section> =>
    (await draft()).sections.find((one: Section) => one.section === name);
  const save = (name: string, version: number | null, body: unknown, headers = {}) =>
    app.ask('PATCH', `${plan()}/draft/sections/${name}`, {
      ...('authorization' in headers ? {} : { as: 'busan-writer' }),
      body,
      headers: { ...(version === null ? {} : { 'if-match': `"${version}"` }), ...headers },
    });
  const saved = async (name: string, content: unknown, headers = {}): Promise<number> => {
    const { version } = await section(name);
    const answer = await save(name, version, { content }, headers);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body.version;
  };
  const codes = ({ body }: { body: { errors?: { field: string; code: string }[] } }) =>
    body.errors?.map(({ field, code }) => `${field} ${code}`);

  it('shows every section with who saved it last, and an unwritten one as empty', async () => {
    const { planId: id, version, sections } = await draft();
    expect([id, version]).toEqual([planId(), (await app.ask('GET', plan(), { as: 'busan-writer' })).body.version]);
    expect(sections).toHaveLength(18);
    expect(await section('sites')).toMatchObject({ version: 1, savedBy: '가상 부산 작성자' });
    expect(await section('narrative.living')).toEqual({
      section: 'narrative.living',
      version: 0,
      savedBy: null,
      savedAt: null,
      content: '',
    });
  });

  it('is the province’s alone', async () => {
    const ask = async (as: string) => (await app.ask('GET', `${plan()}/draft`, { as })).status;
    expect(await Promise.all(['busan-approver', 'kicox-secretary', 'auditor', 'ulsan-writer'].map(ask))).toEqual([
      200, 403, 403, 404,
    ]);
    const foreign = await app.ask('PATCH', `${plan()}/draft/sections/narrative.other`, {
      as: 'ulsan-writer',
      body: { content: TEXT },
      headers: { 'if-match': '"0"' },
    });
    expect(foreign.status).toBe(404);
    expect((await section('narrative.other')).version).toBe(0);
  });

  it('lets two writers save different sections at the same time', async () => {
    const before = await draft();
    const answers = await Promise.all([
      save('narrative.living', 0, { content: TEXT }),
      save('narrative.culture', 0, { content: TEXT }, second),
    ]);
    expect(answers.map(({ status, body }) => [status, body.version, body.savedBy])).toEqual([
      [200, 1, '가상 부산 작성자'],
      [200, 1, SECOND],
    ]);
    expect(answers[0].headers['etag']).toBe('"1"');
    expect((await draft()).version).toBe(before.version + 2);
  });

  it('answers the same save once, and leaves alone what did not change', async () => {
    const key = { 'idempotency-key': 'draft-spec-autosave' };
    const first = await save('narrative.cluster', 0, { content: TEXT }, key);
    const again = await save('narrative.cluster', 0, { content: TEXT }, key);
    expect([first.status, again.status, again.body]).toEqual([200, 200, first.body]);
    const unchanged = await save('narrative.cluster', 1, { content: TEXT }, second);
    expect(unchanged.body).toEqual(first.body);
    expect((await draft()).version).toBe(first.body.planVersion);
  });

  it('keeps the approver from submitting a text he has not read', async () => {
    const read = (await app.ask('GET', plan(), { as: 'busan-approver' })).body.version;
    await saved('narrative.cluster', `${TEXT} 2`);
    const submit = (version: number) =>
      app.ask('POST', `${plan()}/submissions`, {
        as: 'busan-approver',
        body: { kind: 'pre-intake' },
        headers: { 'if-match': `"${version}"` },
      });
    expect((await submit(read)).status).toBe(412);
    expect((await submit(read + 1)).status).toBe(201);
    const versions = await app.ask('GET', `${plan()}/versions/2`, { as: 'busan-approver' });
    expect(versions.body.content.narrative).toMatchObject({ cluster: `${TEXT} 2`, living: TEXT });
  });

  it('tells a late writer what stands there, who wrote it, and how both go together', async () => {
    const start = await saved('subProjects', [project('a'), project('b')]);
    await saved('subProjects', [project('a', { name: 'theirs' }), project('b'), project('c')], second);
    const late = await save('subProjects', start, {
      content: [project('a', { name: 'mine', ministry: 'MOLIT' }), project('b', { name: '새 이름' })],
    });
    expect(late.status).toBe(412);
    expect(late.headers['content-type']).toContain('application/problem+json');
    expect(late.body).toMatchObject({
      code: 'record.stale',
      current: { version: start + 1, savedBy: SECOND, content: [{ name: 'theirs' }, { name: 'b' }, { name: 'c' }] },
      merge: {
        content: [project('a', { name: 'theirs', ministry: 'MOLIT' }), project('b', { name: '새 이름' }), project('c')],
        conflicts: [{ path: 'subProjects[a].name', base: 'a', yours: 'mine', theirs: 'theirs' }],
      },
    });
    expect(late.body.current.savedAt).toBe((await section('subProjects')).savedAt);
    expect((await save('subProjects', start + 1, { content: late.body.merge.content })).status).toBe(200);
  });

  it('merges with an unwritten section, and not with one that is forgotten', async () => {
    await saved('narrative.financing', `${TEXT} 1`);
    const clash = await save('narrative.financing', 0, { content: `${TEXT} mine` });
    expect(clash.body.merge).toEqual({
      content: `${TEXT} 1`,
      conflicts: [{ path: 'narrative.financing', base: '', yours: `${TEXT} mine`, theirs: `${TEXT} 1` }],
    });
    const { version } = await section('narrative.financing');
    for (let at = 0; at < 20; at += 1)
      expect((await save('narrative.financing', version + at, { content: `${TEXT} ${version + at}` })).status).toBe(
        200,
      );
    expect((await save('narrative.financing', version, { content: TEXT })).body.merge).toBeNull();
    expect((await save('narrative.financing', version + 1, { content: TEXT })).body.merge).not.toBeNull();
    const kept = await app.database.store.reader.query(
      `SELECT COUNT(*) AS "kept" FROM "plan_section" WHERE "planId" = '${planId()}' AND "section" = 'narrative.financing'`,
    );
    expect(Number(kept[0].kept)).toBe(20);
  });

  it('checks a section by its own fields, and names them', async () => {
    const rows = [project('a'), project('b'), project('c'), project('d', { name: 7, siteKeys: 'hub' })];
    const wrong = await save('subProjects', 1, { content: rows });
    expect([wrong.status, codes(wrong)]).toEqual([
      422,
      ['content[3].name field.text', 'content[3].siteKeys field.text'],
    ]);
    expect(wrong.body.errors[0].message).toMatch(/200/);
    expect(codes(await save('basics', 1, { content: { title: '제목' } }))).toEqual(['content.theme field.text']);
    expect(codes(await save('narrative.other', 0, { content: ['글'] }))).toEqual(['content field.text']);
    expect(codes(await save('sites', 1, {}))).toEqual(['content field.list']);
    const unknown = await save('sites', 1, { content: [], contents: [] });
    expect([unknown.status, codes(unknown)]).toEqual([400, ['contents field.unknown']]);
    expect((await save('sites', 1, { content: [{ ...project('a') }] })).status).toBe(400);
    expect((await save('sites', null, { content: [] })).body.errors).toMatchObject([{ field: 'If-Match' }]);
    expect((await save('annex', 1, { content: [] })).body).toMatchObject({ status: 404, code: 'record.not-found' });
  });

  it('goes together with saving several parts at once', async () => {
    const { version } = await draft();
    const { version: sites } = await section('sites');
    const patch = (expected: number, body: Row) =>
      app.ask('PATCH', `${plan()}/draft`, { as: 'busan-writer', body, headers: { 'if-match': `"${expected}"` } });
    const { content } = (await app.ask('GET', plan(), { as: 'busan-writer' })).body;
    const narrative = { ...content.narrative, other: TEXT };
    const answer = await patch(version, { theme: '새 주력산업', sites: content.sites, narrative });
    expect([answer.status, answer.body.content.theme, answer.body.content.title]).toEqual([
      200,
      '새 주력산업',
      content.title,
    ]);
    expect(answer.body.content.narrative).toEqual(narrative);
    // what came as it was has no new version: whoever writes it now is not disturbed
    expect((await section('sites')).version).toBe(sites);
    expect((await section('narrative.other')).version).toBe(1);
    await saved('narrative.other', `${TEXT} 2`, second);
    expect((await patch(answer.body.version, { theme: '늦은 주력산업' })).status).toBe(412);
  });

  it('says how far the plan is, section by section', async () => {
    const check = async () => (await app.ask('GET', `${plan()}/check`, { as: 'busan-writer' })).body;
    await saved('narrative.living', '');
    const before = await check();
    const stateIn = (body: typeof before, name: string) =>
      body.sections.find((one: { section: string }) => one.section === name);
    expect(stateIn(before, 'narrative.living')).toEqual({ section: 'narrative.living', state: 'empty', findings: 1 });
    expect(stateIn(before, 'narrative.cluster')).toMatchObject({ state: 'complete', findings: 0 });
    expect(stateIn(before, 'subProjects')).toMatchObject({ state: 'incomplete' });
    expect(before.warnings).toEqual(expect.any(Array));
    await saved('narrative.living', TEXT);
    const after = await check();
    expect(after.percent).toBeGreaterThan(before.percent);
    expect(after.percent).toBeLessThan(100);
  });

  it('ends with the plan’s withdrawal', async () => {
    await app.ask('POST', `/plans/${planId(2020, 'ULSAN')}/withdrawal`, {
      as: 'ulsan-approver',
      body: { reason: '시험을 위한 철회 (가상)' },
    });
    const answer = await app.ask('PATCH', `/plans/${planId(2020, 'ULSAN')}/draft/sections/narrative.other`, {
      as: 'ulsan-writer',
      body: { content: TEXT },
      headers: { 'if-match': '"0"' },
    });
    expect([answer.status, answer.body.code, answer.body.allowed]).toEqual([409, 'plan.not-now', []]);
  });

  describe('the year after', () => {
    const round2021 = () => play.rounds.find(({ cohort }) => cohort.year === 2021);
    const create = async (startFrom: string) =>
      app.ask('POST', '/plans', {
        as: 'busan-writer',
        body: {
          roundId: round2021()?.id,
          provinceId: await app.organisation('BUSAN'),
          title: '이어 쓴 계획',
          startFrom,
        },
      });
    const lineage = async (id: string, as: string) => (await app.ask('GET', `/plans/${id}/lineage`, { as })).body.plans;

    beforeAll(async () => {
      await saved('budget', [
        { subProject: 'a', year: 2021, source: 'national', amount: '1000000000' },
        { subProject: 'a', year: 2023, source: 'province', amount: '2000000000' },
      ]);
      await play.stretch(2021, `예비접수 (${round2021()?.cohort.applicants.length}개 시·도)`);
    }, 60_000);

    it('does not begin from what is not the province’s, nor from what there is not', async () => {
      const [foreign, missing] = [
        await create(planId(2020, 'ULSAN')),
        await create(planId().replace(/^.{8}/, '00000000')),
      ];
      expect([foreign.status, codes(foreign)]).toEqual([422, ['startFrom plan.start-from.unknown']]);
      expect({ ...missing.body, instance: '' }).toEqual({ ...foreign.body, instance: '' });
    });

    it('begins from what was submitted last, moved to its own years, and remembers it', async () => {
      const earlier = (await app.ask('GET', `${plan()}/versions/2`, { as: 'busan-writer' })).body.content;
      const { status, body } = await create(planId());
      expect([status, body.title, body.content.theme, body.version]).toEqual([201, '이어 쓴 계획', earlier.theme, 1]);
      const [from, to] = [2020, 2021].map(
        (year) => play.rounds.find(({ cohort }) => cohort.year === year)?.cohort.policy.fundingYears ?? [],
      ) as [number[], number[]];
      expect(body.content.budget).toEqual(
        earlier.budget.map((cell: { year: number }) => ({ ...cell, year: to[from.indexOf(cell.year)] })),
      );
      expect([body.content.consultations, body.content.reportedFigures]).toEqual([[], []]);
      const years = [
        { year: 2020, planId: planId(), state: 'pre-submitted' },
        { year: 2021, planId: body.id, title: '이어 쓴 계획', state: 'draft' },
      ];
      for (const id of [planId(), body.id]) expect(await lineage(id, 'busan-approver')).toMatchObject(years);
      // who runs the round knows of a plan from its submission on, in the chain as elsewhere
      expect(await lineage(planId(), 'kicox-secretary')).toMatchObject(years.slice(0, 1));
      expect((await app.ask('GET', `/plans/${body.id}/lineage`, { as: 'kicox-secretary' })).status).toBe(404);
    });
  });
});
