import { randomUUID } from 'node:crypto';
import { type Answer, TestApp } from '../support/app.js';
import { DutyWatch } from '../support/duties.js';
import { newsOf, speakingTo } from '../support/notices.js';
import { Panel, SECRETARY } from '../support/panel.js';
import { settled } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';

const [MOLITS, MOTIES, MOELS] = ['regeneration-1', 'restructuring-1', 'employment-1'];
const KEPT = [MOLITS, MOTIES, MOELS];
const CONDITION = '지방비 확보를 조건으로 함 (가상)';

interface Review {
  readonly subProjectKey: string;
  readonly verdict: string | null;
  readonly text: string | null;
  readonly current: boolean;
  readonly reviewedBy: string | null;
  readonly version: number;
  readonly duplicateOf: Readonly<Record<string, unknown>> | null;
}

describeOnBoth('the ministries’ review of sub-projects', (dialect) => {
  let app: TestApp;
  let panel: Panel;
  let watch: DutyWatch;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    panel = new Panel(app);
    const [round] = panel.play.rounds;
    Object.assign(round?.cohort.policy ?? {}, { ministryReview: { required: true, days: 7 } });
    watch = new DutyWatch(app, () => String(round?.id));
    await panel.play.stretch(2020, '마감 1분 뒤 제출 시도');
    for (const { province } of round?.cohort.applicants ?? [])
      if (province === 'BUSAN' || province === 'ULSAN') await shrink(province);
      else await panel.act(approver(province), `${panel.plan(province)}/withdrawal`, { reason: '시험을 위한 철회' });
    await app.clock('2020-04-13T00:00:00.000Z');
    await panel.act(SECRETARY, `${panel.round}/transitions`, { action: 'start-screening' });
  }, 240_000);
  afterAll(() => app.close());

  const { act, list } = speakingTo(() => app);
  const news = newsOf(() => app);
  const writer = (province: string) => `${province.toLowerCase()}-writer`;
  const approver = (province: string) => `${province.toLowerCase()}-approver`;

  /** Saves parts of a plan's draft. */
  async function save(province: string, change: (content: Saved) => object): Promise<void> {
    const { version, content } = await act(writer(province), 'GET', panel.plan(province));
    await panel.act(writer(province), `${panel.plan(province)}/draft`, change(content), 'PATCH', version);
  }
  interface Saved {
    readonly subProjects: readonly { readonly key: string }[];
    readonly budget: readonly { readonly subProject: string }[];
  }

  /** Files the plan once more, with one sub-project for each ministry that has a reviewer. */
  async function shrink(province: string): Promise<void> {
    await save(province, ({ subProjects, budget }) => ({
      subProjects: subProjects.filter(({ key }) => KEPT.includes(key)),
      budget: budget.filter(({ subProject }) => KEPT.includes(subProject)),
    }));
    await panel.act(approver(province), `${panel.plan(province)}/submissions`, { kind: 'filed' });
  }

  const put = (as: string, province: string, key: string, body: object, headers = {}): Promise<Answer> =>
    app.ask('PUT', `${panel.plan(province)}/sub-projects/${key}/review`, { as, body, headers });
  const review = async (as: string, province: string, key: string, body: object): Promise<Review> => {
    const answer = await put(as, province, key, body);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body;
  };
  const reviews = (as: string, province = 'BUSAN'): Promise<Review[]> =>
    list(as, `${panel.plan(province)}/sub-project-reviews`);
  const faults = ({ status, body }: Answer): string[] => [
    String(status),
    ...(body.errors ?? []).map(({ field, code }: { field: string; code: string }) => `${field} ${code}`),
  ];
  const open = async (): Promise<string[]> =>
    (
      await Promise.all(
        (await watch.open()).filter(({ kind }) => kind === 'review-sub-projects').map((duty) => watch.inWords(duty)),
      )
    ).sort();
  const missing = async () => {
    const answer = await app.ask('POST', `${panel.round}/transitions`, {
      as: SECRETARY,
      body: { action: 'start-evaluation' },
    });
    return answer.body.errors.find(({ code }: { code: string }) => code === 'plan.reviews-missing');
  };

  it('is the duty of every ministry’s reviewers until so many days after the filing, and is reminded of', async () => {
    const all = 'ministry-reviewer MOLIT + ministry-reviewer MOTIE + ministry-reviewer MOEL < secretariat';
    const title = 'title=2020년 산업단지 대개조 지역 선정';
    expect(await open()).toEqual([
      `by 2020. 4. 17. 18:00, ${all}: ${title}, province=부산`,
      `by 2020. 4. 17. 18:00, ${all}: ${title}, province=울산`,
    ]);
    await settled(app);
    await news('review-sub-projects');
    await app.clock('2020-04-14T01:00:00.000Z');
    expect([...new Set(await news('review-sub-projects'))].sort()).toEqual([
      'moel-reviewer D-3',
      'molit-reviewer D-3',
      'motie-reviewer D-3',
    ]);
  });

  it('is given by a reviewer of the ministry it belongs to, and by nobody else', async () => {
    const body = { verdict: 'suitable' };
    for (const as of ['motie-reviewer', 'molit-officer', SECRETARY, 'busan-writer', 'auditor'])
      expect([as, (await put(as, 'BUSAN', MOLITS ?? '', body)).status]).toEqual([as, 403]);
    for (const as of ['ulsan-writer', 'evaluator-2020-1'])
      expect([as, (await put(as, 'BUSAN', MOLITS ?? '', body)).status]).toEqual([as, 404]);
    expect((await put('molit-reviewer', 'BUSAN', 'parking-1', body)).status).toBe(404);
    expect((await put('molit-reviewer', 'DAEGU', MOLITS ?? '', body)).status).toBe(409);
  });

  it.each<[string, object, string[]]>([
    ['a condition without its text', { verdict: 'conditional' }, ['text plan.review.condition-missing']],
    ['a refusal without a reason', { verdict: 'unsuitable' }, ['text plan.review.reason-missing']],
    ['a duplicate of nothing', { verdict: 'duplicate' }, ['duplicateOf plan.review.duplicate-missing']],
    [
      'a duplicate nobody asked for',
      { verdict: 'suitable', duplicateOf: { description: '뉴딜' } },
      ['duplicateOf plan.review.duplicate-unasked'],
    ],
    [
      'a duplicate of a plan that is not there',
      { verdict: 'duplicate', duplicateOf: { planId: randomUUID(), subProjectKey: 'x' } },
      ['duplicateOf plan.review.duplicate-unknown'],
    ],
  ])('refuses %s', async (_what, body, expected) => {
    expect(faults(await put('molit-reviewer', 'BUSAN', MOLITS ?? '', body))).toEqual(['422', ...expected]);
  });

  it('refuses a sub-project as a duplicate of itself', async () => {
    const duplicateOf = { planId: panel.planId('BUSAN'), subProjectKey: MOLITS };
    const answer = await put('molit-reviewer', 'BUSAN', MOLITS ?? '', { verdict: 'duplicate', duplicateOf });
    expect(faults(answer)).toEqual(['422', 'duplicateOf plan.review.duplicate-self']);
  });

  it('keeps every verdict and counts the newest, which a stale one does not replace', async () => {
    const first = await review('molit-reviewer', 'BUSAN', MOLITS ?? '', { verdict: 'suitable' });
    expect(first).toMatchObject({ verdict: 'suitable', version: 1, current: true });
    const second = await review('molit-reviewer', 'BUSAN', MOLITS ?? '', { verdict: 'conditional', text: CONDITION });
    expect(second).toMatchObject({ verdict: 'conditional', text: CONDITION, version: 2 });
    const stale = await put('molit-reviewer', 'BUSAN', MOLITS ?? '', { verdict: 'suitable' }, { 'if-match': '"1"' });
    expect(stale.status).toBe(412);
    const history = await panel.history('SubProjectReviewed');
    expect(history.map(({ data }: { data: { verdict: string } }) => data.verdict)).toEqual(['conditional', 'suitable']);
    await expect(panel.write(`UPDATE "sub_project_review" SET "verdict" = ?`, ['suitable'])).rejects.toThrow(
      /append-only/,
    );
  });

  it('stands as long as the sub-project stays what it was, and no longer', async () => {
    await review('moel-reviewer', 'BUSAN', MOELS ?? '', { verdict: 'suitable' });
    await panel.act(SECRETARY, `${panel.plan('BUSAN')}/supplement-requests`, {
      dueAt: '2020-04-20T09:00:00.000Z',
      items: [{ path: `subProjects[${MOLITS}]`, reason: '이름을 고쳐 주십시오 (가상)' }],
    });
    const before = (await open()).length;
    await save('BUSAN', ({ subProjects }) => ({
      subProjects: subProjects.map((project) => (project.key === MOLITS ? { ...project, name: '고친 이름' } : project)),
    }));
    await panel.act(approver('BUSAN'), `${panel.plan('BUSAN')}/submissions`, { kind: 'supplement' });
    const standing = async () =>
      (await reviews(SECRETARY)).map(({ verdict, current, version }) => [verdict, current, version]);
    expect(await standing()).toEqual([
      ['conditional', false, 2],
      [null, false, 0],
      ['suitable', true, 1],
    ]);
    expect((await open()).length).toBe(before);
    expect((await open()).find((duty) => duty.endsWith('부산'))).toContain(
      'ministry-reviewer MOLIT + ministry-reviewer MOTIE <',
    );
    await review('molit-reviewer', 'BUSAN', MOLITS ?? '', { verdict: 'conditional', text: CONDITION });
    expect((await standing())[0]).toEqual(['conditional', true, 3]);
  });

  it('holds the evaluation and says how many are missing', async () => {
    for (const province of ['BUSAN', 'ULSAN'])
      await panel.act(SECRETARY, `${panel.plan(province)}/screening`, { verdict: 'eligible' });
    expect(await missing()).toMatchObject({ message: '부처 검토가 끝나지 않은 세부사업이 4건 있습니다.' });
  });

  it('names a duplicate, which is shown to whoever may find it', async () => {
    const duplicateOf = { planId: panel.planId('ULSAN'), subProjectKey: MOELS };
    const given = await review('moel-reviewer', 'BUSAN', MOELS ?? '', { verdict: 'duplicate', duplicateOf });
    const shown = { ...duplicateOf, year: 2020, province: 'ULSAN' };
    expect(given.duplicateOf).toMatchObject(shown);
    const other = await review('motie-reviewer', 'BUSAN', MOTIES ?? '', {
      verdict: 'duplicate',
      duplicateOf: { description: '스마트공장 보급 (다른 사업)' },
    });
    expect(other.duplicateOf).toMatchObject({ planId: null, description: '스마트공장 보급 (다른 사업)' });
  });

  it('is for each reader what is his', async () => {
    await panel.seat('evaluator-2020-1').then((memberId) => panel.assign('BUSAN', memberId));
    const seen = async (as: string) =>
      (await reviews(as)).map(
        ({ subProjectKey, verdict, reviewedBy }) => `${subProjectKey} ${verdict} ${reviewedBy !== null}`,
      );
    const all = (people: boolean) => [
      `${MOLITS} conditional ${people}`,
      `${MOTIES} duplicate ${people}`,
      `${MOELS} duplicate ${people}`,
    ];
    for (const as of [SECRETARY, 'molit-officer', 'auditor']) expect(await seen(as)).toEqual(all(true));
    expect(await seen('molit-reviewer')).toEqual(all(true).slice(0, 1));
    expect(await seen('evaluator-2020-1')).toEqual(all(false));
    expect(await seen('busan-writer')).toEqual([]);
    expect((await panel.get('ulsan-writer', `${panel.plan('BUSAN')}/sub-project-reviews`)).status).toBe(404);
    expect((await panel.get('consultant-2', `${panel.plan('BUSAN')}/sub-project-reviews`)).status).toBe(403);
    const duplicate = (await reviews('evaluator-2020-1')).find(({ subProjectKey }) => subProjectKey === MOELS);
    expect(duplicate?.duplicateOf).toMatchObject({ planId: null, name: null, province: null });
  });

  it('is paged', async () => {
    const first = (await panel.get(SECRETARY, `${panel.plan('BUSAN')}/sub-project-reviews?limit=2`)).body;
    const path = `${panel.plan('BUSAN')}/sub-project-reviews?limit=2&cursor=${first.nextCursor}`;
    const second = (await panel.get(SECRETARY, path)).body;
    expect([...first.items, ...second.items].map(({ subProjectKey }: Review) => subProjectKey)).toEqual(KEPT);
    expect(second.nextCursor).toBeNull();
  });

  it('lets the evaluation go once every verdict is there, and takes none after that', async () => {
    for (const [as, key] of [
      ['molit-reviewer', MOLITS],
      ['motie-reviewer', MOTIES],
      ['moel-reviewer', MOELS],
    ] as const)
      await review(as, 'ULSAN', key ?? '', { verdict: 'suitable' });
    expect(await missing()).toBeUndefined();
    expect(await open()).toEqual([]);
    await panel.write(`UPDATE "round" SET "state" = 'evaluating' WHERE "id" = ?`, [String(panel.play.rounds[0]?.id)]);
    const late = await put('molit-reviewer', 'ULSAN', MOLITS ?? '', { verdict: 'suitable' });
    expect([late.status, late.body.code]).toEqual([409, 'plan.round-closed']);
  });

  it('reaches the province with the announcement of the preselection, without names', async () => {
    expect(await reviews('busan-writer')).toEqual([]);
    await panel.write(`UPDATE "round" SET "state" = 'published' WHERE "id" = ?`, [String(panel.play.rounds[0]?.id)]);
    const seen = await reviews('busan-writer');
    expect(seen.map(({ verdict, reviewedBy }) => [verdict, reviewedBy])).toEqual([
      ['conditional', null],
      ['duplicate', null],
      ['duplicate', null],
    ]);
    expect(seen.at(-1)?.duplicateOf).toMatchObject({ province: 'ULSAN' });
  });
});
