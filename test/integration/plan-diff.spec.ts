import { BUDGET_SOURCES, type PlanContent, type PlanDiff } from '@daegaejo/plan/rules';
import type { Answer } from '../support/app.js';
import { TestApp } from '../support/app.js';
import { speakingTo } from '../support/notices.js';
import { playIn } from '../support/play.js';
import { describeOnBoth } from '../support/stores.js';

const won = ({ budget }: PlanContent, of: (cell: PlanContent['budget'][number]) => boolean = () => true): bigint =>
  budget.filter(of).reduce((sum, { amount }) => sum + BigInt(amount), 0n);

describeOnBoth('what changed between versions of a plan', (dialect) => {
  let app: TestApp;
  let play: ReturnType<typeof playIn>;
  let first: string;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    await play.stretch(2020, '본접수');
    first = String(play.rounds[0]?.cohort.applicants[0]?.province);
  }, 180_000);
  afterAll(() => app.close());

  const { act, list } = speakingTo(() => app);
  const idOf = (province: string): string => String(play.rounds[0]?.plan(province).id);
  const ask = (as: string, tail: string, province = first): Promise<Answer> =>
    app.ask('GET', `/plans/${idOf(province)}/${tail}`, { as });
  const own = (): string => `${first.toLowerCase()}-writer`;
  const content = async (no: number): Promise<PlanContent> =>
    (await act('auditor', 'GET', `/plans/${idOf(first)}/versions/${no}`)).content;

  it('is seen in the draft by the province alone', async () => {
    const before = await content(1);
    const { content: draft } = await act(own(), 'GET', `/plans/${idOf(first)}`);
    const diff: PlanDiff & { from: object; to: object } = await act(
      own(),
      'GET',
      `/plans/${idOf(first)}/diff?to=draft`,
    );
    expect(diff.from).toMatchObject({ planId: idOf(first), no: 1, kind: 'pre-intake' });
    expect(diff.to).toMatchObject({ planId: idOf(first), no: null, kind: null, receiptNumber: null });
    expect(diff.subProjects).toEqual({
      before: before.subProjects.length,
      after: draft.subProjects.length,
      added: draft.subProjects.length - before.subProjects.length,
      removed: 0,
    });
    for (const as of ['kicox-secretary', 'auditor']) expect((await ask(as, 'diff?to=draft')).status).toBe(404);
  });

  it('is told by keys, with sums that are those of the versions', async () => {
    await play.stretch(2020, '평가 시작, 절반 채점', '본접수');
    const [before, after] = [await content(1), await content(2)];
    const diff: PlanDiff = await act('auditor', 'GET', `/plans/${idOf(first)}/diff?from=1&to=2`);
    const delta = won(after) - won(before);
    expect(delta).not.toBe(0n);
    expect(diff.budget.total).toEqual({ before: `${won(before)}`, after: `${won(after)}`, delta: `${delta}` });
    for (const source of BUDGET_SOURCES) {
      const [left, right] = [before, after].map((of) => won(of, (cell) => cell.source === source)) as [bigint, bigint];
      expect(BigInt(diff.budget.bySource[source]?.delta ?? 0)).toBe(right - left);
    }
    const cells = diff.changes.filter(({ section }) => section === 'budget');
    expect(cells.reduce((sum, cell) => sum + BigInt(cell.delta ?? 0), 0n)).toBe(delta);
    const added = after.subProjects.filter(({ key }) => before.subProjects.every((project) => project.key !== key));
    expect(diff.changes.filter(({ section, kind }) => section === 'subProjects' && kind === 'added')).toMatchObject(
      added.map(({ key, name, ministry }) => ({ path: `subProjects[${key}]`, after: name, cells: { ministry } })),
    );
    const back: PlanDiff = await act('auditor', 'GET', `/plans/${idOf(first)}/diff?from=2&to=1`);
    expect([back.budget.total.delta, back.changes.length]).toEqual([`${-delta}`, diff.changes.length]);
    expect((await act('auditor', 'GET', `/plans/${idOf(first)}/diff`)).changes).toEqual(diff.changes);
    expect((await act('auditor', 'GET', `/plans/${idOf(first)}/diff?from=2&to=2`)).changes).toEqual([]);
  });

  it('compares a plan with another, as far as the reader sees both', async () => {
    const [, second] = play.rounds[0]?.cohort.applicants ?? [];
    const other = idOf(String(second?.province));
    const between = await ask('auditor', `diff?fromPlan=${other}&to=2`);
    expect(between.body.from).toMatchObject({ planId: other, no: 2, kind: 'filed' });
    expect(between.body.changes.length).toBeGreaterThan(0);
    expect((await ask(own(), `diff?fromPlan=${other}`)).status).toBe(404);
    expect((await ask(own(), `diff`, String(second?.province))).status).toBe(404);
  });

  it('shows whoever evaluates only what he judges', async () => {
    const assignments = await list('auditor', `/rounds/${play.rounds[0]?.id}/assignments`);
    const { personId } = assignments.find(({ planId }: { planId: string }) => planId === idOf(first));
    const people = await list('admin', '/people');
    const { username } = people.find(({ id }: { id: string }) => id === personId);
    expect((await ask(username, 'diff')).body).toMatchObject({ from: { no: 2 }, to: { no: 2 }, changes: [] });
    for (const hidden of ['diff?from=1&to=2', 'diff?from=2&to=1', 'diff.html?from=1'])
      expect([hidden, (await ask(username, hidden)).status]).toEqual([hidden, 404]);
    expect((await ask(username, 'figures')).body.items.map(({ no }: { no: number }) => no)).toEqual([2]);
  });

  it('refuses what is no version and hides what is not there', async () => {
    const wrong = await ask('auditor', 'diff?to=last');
    expect([wrong.status, wrong.body.errors[0].field, wrong.body.errors[0].code]).toEqual([422, 'to', 'plan.diff.to']);
    expect((await ask('auditor', 'diff?from=zero')).body.errors[0].field).toBe('from');
    expect((await ask('auditor', 'diff?from=9')).status).toBe(404);
  });

  it('is a page to print, in Korean, without script and with what was written escaped', async () => {
    const page = await ask('auditor', 'diff.html?from=1&to=2');
    expect(page.status).toBe(200);
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    const [before, after] = [await content(1), await content(2)];
    const eok = (amount: bigint): string => Number(amount / 100_000_000n).toLocaleString('ko-KR');
    for (const said of [
      '혁신계획 대비표',
      '모의 운영',
      '제1판 예비접수',
      '제2판 본접수',
      '총사업비 (단위: 억원)',
      '국비',
      '신규고용(직접)',
      eok(won(before)),
      eok(won(after)),
    ])
      expect(page.text).toContain(said);
    expect(page.text).toMatch(/<ins>/);
    expect(page.text).not.toMatch(/<script|javascript:|https?:\/\//i);
  });

  it('is told side by side for all versions, apart from what was announced', async () => {
    const [before, after] = [await content(1), await content(2)];
    const { items } = (await ask('auditor', 'figures')).body;
    expect(items).toMatchObject(
      [before, after].map((of, at) => ({
        no: at + 1,
        kind: ['pre-intake', 'filed'][at],
        subProjects: of.subProjects.length,
        total: `${won(of)}`,
        indicators: {
          'direct-hires': of.indicators
            .find(({ code }) => code === 'direct-hires')
            ?.targets.reduce((sum, { value }) => sum + value, 0),
        },
        reportedFigures: of.reportedFigures,
      })),
    );
    expect((await ask(own(), 'figures?limit=1')).body.items).toEqual([items[0]]);
  });
});
