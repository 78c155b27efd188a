import { policyInText } from '@daegaejo/round/rules';
import { TestApp } from '../support/app.js';
import { speakingTo } from '../support/notices.js';
import { loadPolicy } from '../support/policy.js';
import { playIn } from '../support/play.js';
import { settled } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';

const PANEL = Array.from({ length: 5 }, (_, at) => `evaluator-2020-${at + 1}`);
const TRIM = { highest: 1, lowest: 1, minimumKept: 3 };

/** 계획서 60, 발표 40: two criteria each, one with a floor, one group that carries less than its two criteria. */
const rubric = () => {
  const policy = policyInText(loadPolicy());
  return {
    ...policy,
    stages: [
      { code: 'paper', name: '계획서평가', mode: 'document', share: '60.00' },
      {
        code: 'talk',
        name: '발표평가',
        mode: 'presentation',
        share: '40.00',
        trim: { ...TRIM, highest: 0, lowest: 0 },
      },
    ],
    groups: [
      { code: 'G1', name: '계획', weight: '60.00' },
      { code: 'G2', name: '실행', weight: '40.00' },
    ],
    criteria: [
      { code: 'need', name: '필요성', weight: '40.00', max: '10.00', group: 'G1', stage: 'paper' },
      { code: 'fit', name: '적절성', weight: '60.00', max: '20.00', group: 'G1', stage: 'paper', floor: '8.00' },
      { code: 'drive', name: '추진의지', weight: '50.00', max: '10.00', group: 'G2', stage: 'talk' },
      {
        code: 'answer',
        name: '질의응답',
        weight: '50.00',
        max: '10.00',
        group: 'G2',
        stage: 'talk',
        commentOutside: { low: '3.00', high: '9.50' },
      },
    ],
    scoring: { ...policy.scoring, trim: TRIM, minimumPanel: 3, abstention: 'mean-of-others' },
    bonus: {
      cap: '3.00',
      deductionCap: '5.00',
      items: [
        { code: 'balance', name: '균형발전', max: '3.00' },
        { code: 'breach', name: '협약 포기', max: '5.00', kind: 'deduction' },
      ],
    },
    tieChain: [{ by: 'base-score' }],
  };
};

describeOnBoth('a round with stages', (dialect) => {
  let app: TestApp;
  let play: ReturnType<typeof playIn>;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    await play.stretch(2020, '평가위원 위촉·서약·배정');
  }, 120_000);
  afterAll(() => app.close());

  const { act, list } = speakingTo(() => app);
  const path = () => `/rounds/${play.rounds[0]?.id}`;
  /** One's own: the chair's list has those of the others too, without a mark in it. */
  const sheetsOf = async (
    username: string,
  ): Promise<{ id: string; planId: string; stage: string; version: number }[]> =>
    (await list(username, `${path()}/score-sheets`)).filter(({ marks }: { marks: unknown }) => marks !== null);
  const provinces = () => (play.rounds[0]?.cohort.applicants ?? []).map(({ province }) => province);
  const planOf = (province: string) => String(play.rounds[0]?.plan(province).id);
  const revise = async (policy: object) => {
    const { body: round } = await app.ask('GET', path(), { as: 'molit-officer' });
    return app.ask('PUT', `${path()}/policy`, {
      as: 'molit-officer',
      headers: { 'if-match': `"${round.version}"` },
      body: { policy, reason: '단계별 평가로 바꿉니다 (가상)' },
    });
  };
  /** Mark of one evaluator on one criterion of one plan, the same every time: in steps of half a point. */
  const markOf = (evaluator: number, plan: number, criterion: number, max: number): number =>
    Math.min(max, Math.round(max * (0.55 + 0.03 * ((plan + 2 * evaluator + criterion) % 11)) * 2) / 2);

  it('is refused where a stated weight is not the effective one, unless both ministries sign the exception', async () => {
    const policy = rubric();
    const crooked = {
      ...policy,
      groups: [
        { ...policy.groups[0], weight: '50.00' },
        { ...policy.groups[1], weight: '50.00' },
      ],
    };
    const refused = await revise(crooked);
    expect(refused.status).toBe(422);
    expect(refused.body.errors.map(({ field }: { field: string }) => field).join(' ')).toContain('groups');
    expect((await revise({ ...crooked, weightException: '배점 고시 뒤 확인 (가상)' })).status).toBe(200);
    const { status } = await revise(policy);
    expect(status).toBe(200);
    const { body: policies } = await app.ask('GET', `${path()}/policies`, { as: 'auditor' });
    const policyVersion = Math.max(...policies.items.map(({ version }: { version: number }) => version));
    for (const as of ['molit-officer', 'motie-officer'])
      await act(as, 'POST', `${path()}/approvals`, { purpose: 'policy', policyVersion });
    expect((await app.ask('GET', path(), { as: 'auditor' })).body.policyVersion).toBe(policyVersion);
  });

  it('has sheets of its own in every stage, and cannot start before both have enough', async () => {
    const members: string[] = [];
    for (const [at, username] of PANEL.entries()) {
      const personId = await app.person(username);
      const { id } = await act('kicox-secretary', 'POST', `${path()}/panel-members`, { personId, chair: at === 0 });
      await act(username, 'POST', `/panel-members/${id}/response`, { response: 'accept' });
      await act(username, 'POST', `/panel-members/${id}/pledge`, { agreed: true });
      members.push(id);
    }
    const pairs = provinces().flatMap((province) =>
      members.map((memberId) => ({ planId: planOf(province), memberId })),
    );
    await act('kicox-secretary', 'POST', `${path()}/assignments`, { stage: 'paper', pairs });
    const start = () =>
      app.ask('POST', `${path()}/transitions`, { as: 'kicox-secretary', body: { action: 'start-evaluation' } });
    expect((await start()).status).toBe(409);
    const few = pairs.filter(({ memberId }) => members.indexOf(memberId) < 3);
    await act('kicox-secretary', 'POST', `${path()}/assignments`, { stage: 'talk', pairs: few });
    expect(await sheetsOf(PANEL[0] ?? '')).toHaveLength(2 * provinces().length);
    await app.clock('2020-04-15T00:00:00.000Z');
    expect((await start()).status).toBe(200);
  }, 60_000);

  it('comes to the figures a calculator comes to: trimmed in one stage, abstained and commented in the other, deducted at the end', async () => {
    const expected = new Map<string, number>();
    const criteria = rubric().criteria;
    const given = new Map<string, number[][]>();
    for (const [evaluator, username] of PANEL.entries())
      for (const sheet of await sheetsOf(username)) {
        const plan = provinces().findIndex((province) => planOf(province) === sheet.planId);
        const { stage } = sheet;
        const own = criteria.filter((criterion) => criterion.stage === stage);
        const abstains = stage === 'talk' && evaluator === 1 && plan === 0;
        const marks = own.map(({ code, max }, at) => ({
          criterion: code,
          mark: abstains && at === 0 ? null : markOf(evaluator, plan, at, Number(max)).toFixed(2),
          ...(abstains && at === 0 ? { reason: '질의가 없어 판단하지 못했습니다 (가상)' } : {}),
          comment: '의견 (가상)',
        }));
        await app.ask('PUT', `/score-sheets/${sheet.id}`, {
          as: username,
          headers: { 'if-match': `"${sheet.version}"` },
          body: { marks, overall: '종합 의견 (가상)' },
        });
        await act(username, 'POST', `/score-sheets/${sheet.id}/submission`);
        const key = `${plan} ${stage}`;
        given.set(key, [
          ...(given.get(key) ?? []),
          marks.map(({ mark }) => (mark === null ? Number.NaN : Number(mark))),
        ]);
      }
    const first = planOf(provinces()[0] ?? '');
    const validOn = '2020-04-01';
    const evidence = '가상 증빙';
    await act('kicox-secretary', 'POST', `/plans/${first}/bonuses`, {
      code: 'balance',
      points: '2.00',
      evidence,
      validOn,
    });
    await act('kicox-secretary', 'POST', `/plans/${first}/bonuses`, {
      code: 'breach',
      points: '1.50',
      evidence,
      validOn,
    });
    await settled(app);
    await act(PANEL[0] ?? '', 'POST', `${path()}/panel-lock`);

    const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
    const stageMean = (rows: readonly number[][], weights: readonly [number, number][], trims: boolean): number => {
      const filled = rows.map((row) =>
        row.map((mark, at) => {
          const others = rows.map((other) => other[at] ?? Number.NaN).filter((value) => !Number.isNaN(value));
          return Number.isNaN(mark) ? sum(others) / others.length : mark;
        }),
      );
      const totals = filled
        .map((row) => sum(row.map((mark, at) => ((weights[at]?.[0] ?? 0) * mark) / (weights[at]?.[1] ?? 1))))
        .sort((a, b) => a - b);
      const kept = trims ? totals.slice(1, -1) : totals;
      return sum(kept) / kept.length;
    };
    for (const [plan, province] of provinces().entries()) {
      const paper = stageMean(
        given.get(`${plan} paper`) ?? [],
        [
          [40, 10],
          [60, 20],
        ],
        true,
      );
      const talk = stageMean(
        given.get(`${plan} talk`) ?? [],
        [
          [50, 10],
          [50, 10],
        ],
        false,
      );
      const base = Math.round((0.6 * paper + 0.4 * talk) * 100 + 1e-6) / 100;
      expected.set(planOf(province), base + (plan === 0 ? 2 - 1.5 : 0));
    }
    const { body } = await app.ask('GET', `${path()}/ranking-list`, { as: 'auditor' });
    expect(body.plans).toHaveLength(provinces().length);
    for (const { planId, final } of body.plans)
      expect([planId, Number(final)]).toEqual([planId, expect.closeTo(expected.get(planId) ?? 0, 6)]);
    const { text } = await app.ask('GET', `/plans/${first}/recomputation-sheet`, { as: 'auditor' });
    for (const words of ['계획서평가: 총점의 60.00', '발표평가: 총점의 40.00', '기권', '감점', '단계 평균'])
      expect(text).toContain(words);
  }, 120_000);
});
