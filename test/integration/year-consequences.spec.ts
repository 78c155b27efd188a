import { TestApp } from '../support/app.js';
import { DutyWatch } from '../support/duties.js';
import { speakingTo } from '../support/notices.js';
import { playIn } from '../support/play.js';
import { describeOnBoth } from '../support/stores.js';

const TITLE = 'title=2020년 산업단지 대개조 지역 선정';
const OWNERS = 'ministry-officer MOLIT + ministry-officer MOTIE';
const YEAR = 2021;

describeOnBoth('what the judgement of a year leads to', (dialect) => {
  let app: TestApp;
  let watch: DutyWatch;
  let play: ReturnType<typeof playIn>;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    watch = new DutyWatch(app, () => String(play.rounds[0]?.id));
    await play.stretch(2020, '2021년 정산');
    await app.clock('2022-01-10T01:00:00.000Z');
  }, 180_000);
  afterAll(() => app.close());

  const { act, list } = speakingTo(() => app);
  const id = (province: string) => String(play.rounds[0]?.plan(province).id);
  const plan = (province: string) => `/plans/${id(province)}`;
  const round = () => `/rounds/${play.rounds[0]?.id}`;
  const get = async (path: string) => (await app.ask('GET', path, { as: 'auditor' })).body;
  const words = async (kind: string) =>
    Promise.all((await watch.open()).filter((duty) => duty.kind === kind).map((duty) => watch.inWords(duty)));
  const answer = async (as: string, method: string, path: string, body: object) => {
    const { status, body: problem } = await app.ask(method, path, { as, body });
    return [status, problem.errors?.[0]?.code ?? problem.code];
  };
  const judge = (province: string, decision: string, more: object = {}) =>
    act('kicox-secretary', 'POST', `${plan(province)}/execution-reviews`, {
      year: YEAR,
      light: 'red',
      decision,
      reason: '가상 사유',
      comment: '가상 평가',
      panel: ['가상 위원'],
      heldOn: '2022-03-21',
      ...more,
    });
  let paid = 0;
  const pay = async (province: string, kind: 'grant' | 'execution') => {
    const payments = await list('auditor', `${plan(province)}/budget-payments`);
    const { budget } = (await get(plan(province))).content as {
      budget: { subProject: string; year: number; source: string; amount: string }[];
    };
    const known = new Set(payments.map(({ subProject }: { subProject: string }) => subProject));
    const cell = budget.find((one) => one.year === 2022 && one.source === 'national' && known.has(one.subProject));
    const payment = { planId: id(province), subProject: cell?.subProject, source: 'national', amount: '1000' };
    paid += 1;
    return answer('motie-officer', 'POST', `${round()}/budget-payments`, {
      kind,
      year: 2022,
      payments: [{ ...payment, paidOn: '2022-03-21', number: `가상-결과-${paid}` }],
    });
  };

  it('is preceded by the settlement: a duty of the region by the end of February, then of the secretariat', async () => {
    expect(await words('settle-year')).toContain(
      `by 2022. 3. 1. 00:00, province-writer DAEGU + province-approver DAEGU < secretariat: ${TITLE}, province=대구, year=2021`,
    );
    expect(await words('settle-year')).toHaveLength(5);
    const { bySource } = await get(`${plan('DAEGU')}/budget`);
    const rows = bySource
      .filter(({ granted }: { granted: string }) => granted !== '0')
      .map(({ key, granted, executed }: { key: string; granted: string; executed: string }) => ({
        source: key,
        interest: '0',
        carryOver: String(BigInt(granted) - BigInt(executed)),
        returned: '0',
      }));
    await act('daegu-approver', 'POST', `${plan('DAEGU')}/settlements`, {
      year: YEAR,
      rows,
      auditReference: '가상 회계감사',
    });
    expect(await words('settle-year')).toHaveLength(4);
    expect(await words('sign-settlement')).toEqual([
      `since 2022-01-10, secretariat < ministry-officer: ${TITLE}, province=대구, year=2021`,
    ]);
    await play.stretch(2020, '2021년 연차보고', '2021년 정산');
    expect([await words('settle-year'), await words('sign-settlement')]).toEqual([[], []]);
  }, 120_000);

  it('is asked for once the report is accepted, and no more when the panel has judged', async () => {
    expect(await words('review-year')).toEqual([]);
    await play.stretch(2020, '2021년 연차평가', '2021년 연차보고');
    expect(await words('review-year')).toContain(
      `since 2022-02-25, secretariat < ministry-officer: ${TITLE}, province=광주, year=2021`,
    );
    expect(await words('review-year')).toHaveLength(5);
    await app.clock('2022-03-21T01:00:00.000Z');
    await judge('GWANGJU', 'suspend');
    expect(await words('review-year')).toHaveLength(4);
  }, 120_000);

  it('holds the grants of a suspended region back, and nothing else, until another judgement takes its place', async () => {
    await act('kicox-secretary', 'POST', `${round()}/budget-stages`, { year: 2022, stage: 'granted', action: 'open' });
    expect(await pay('GWANGJU', 'grant')).toEqual([409, 'budget.payment.suspended']);
    expect(await pay('GWANGJU', 'execution')).toEqual([409, 'budget.stage.closed']);
    expect((await get(`${plan('GWANGJU')}/execution`)).standing).toMatchObject({
      year: YEAR,
      decision: 'suspend',
      heldPayments: 'grants',
      reviewDueAt: null,
    });
    await judge('GWANGJU', 'continue');
    expect((await get(`${plan('GWANGJU')}/execution`)).standing).toMatchObject({
      decision: 'continue',
      heldPayments: null,
    });
    expect((await pay('GWANGJU', 'grant'))[0]).toBe(201);
  });

  it('of a stop is a review of the designation, within the days of the policy, and the grants wait for its end', async () => {
    const opening = {
      grounds: 'stopped',
      reason: '중단 결정 (가상)',
      hearBy: '2022-04-01T15:00:00.000Z',
    };
    const path = `${plan('DAEGU')}/revocation`;
    expect(await answer('molit-officer', 'POST', path, opening)).toEqual([422, 'revocation.not-stopped']);
    await judge('DAEGU', 'stop');
    expect(await words('review-stopped')).toEqual([
      `by 2022. 4. 21. 00:00, ${OWNERS} < secretariat: ${TITLE}, province=대구, year=2021`,
    ]);
    expect((await get(`${plan('DAEGU')}/execution`)).standing).toMatchObject({
      decision: 'stop',
      reviewDueAt: '2022-04-20T15:00:00.000Z',
    });
    expect(await pay('DAEGU', 'grant')).toEqual([409, 'budget.payment.stopped']);
    const review = await act('molit-officer', 'POST', path, opening);
    expect(await words('review-stopped')).toEqual([]);
    expect(await pay('DAEGU', 'grant')).toEqual([409, 'budget.payment.stopped']);
    await app.clock('2022-04-04T01:00:00.000Z');
    await act('kicox-secretary', 'POST', `/revocation-reviews/${review.id}/decision`, {
      outcome: 'keep',
      resolution: '가상 회의록',
      resolvedOn: '2022-04-04',
      decision: '지정을 유지한다. (가상)',
    });
    expect((await get(`${plan('DAEGU')}/execution`)).standing).toBeNull();
    expect((await pay('DAEGU', 'grant'))[0]).toBe(201);
  });

  it('of a reduction is less 국비 to ask for in the next budget, as far as the policy says', async () => {
    await judge('JEONNAM', 'reduce');
    expect((await get(`${plan('JEONNAM')}/execution`)).reductions).toEqual([
      { year: 2023, reviewed: YEAR, byBp: 2_000 },
    ]);
    await act('kicox-secretary', 'POST', `${round()}/budget-stages`, {
      year: 2023,
      stage: 'requested',
      action: 'open',
    });
    const { budget } = (await get(plan('JEONNAM'))).content as {
      budget: { subProject: string; year: number; source: string; amount: string }[];
    };
    const planned = budget.filter(({ year, source }) => year === 2023 && source === 'national');
    const cells = (percent: bigint) =>
      planned.map(({ subProject, source, amount }) => ({
        subProject,
        source,
        amount: String((BigInt(amount) * percent) / 100n),
      }));
    const path = `${plan('JEONNAM')}/budget/2023/requested`;
    expect(await answer('jeonnam-approver', 'PUT', path, { cells: cells(81n) })).toEqual([
      422,
      'budget.requested.reduced',
    ]);
    expect((await answer('jeonnam-approver', 'PUT', path, { cells: cells(80n) }))[0]).toBe(200);
  });

  it('is followed by the opinion on the requests: due by 20 May, recorded with its letter, never changed', async () => {
    const path = `${round()}/budget-opinions`;
    const opinion = { year: 2023, opinion: '이견 없음 (가상)', letterNumber: '가상 1', givenOn: '2022-04-04' };
    expect(await words('record-budget-opinion')).toEqual([
      `by 2022. 5. 21. 00:00, ministry-officer < secretariat: ${TITLE}, year=2023`,
    ]);
    expect(await answer('motie-officer', 'POST', path, { ...opinion, givenOn: '2022-04-05' })).toEqual([
      422,
      'budget.opinion.ahead',
    ]);
    expect(await answer('motie-officer', 'POST', path, { ...opinion, year: 2024 })).toEqual([
      422,
      'funding.year.unknown',
    ]);
    expect(await answer('daegu-approver', 'POST', path, opinion)).toEqual([403, 'access.forbidden']);
    const both = await Promise.all([1, 2].map(() => answer('motie-officer', 'POST', path, opinion)));
    expect(both.map(([status]) => status)).toEqual([201, 201]);
    expect(await words('record-budget-opinion')).toEqual([]);
    const kept = await list('daegu-writer', path);
    const own = kept.filter(({ year }: { year: number }) => year === 2023);
    expect(own.map(({ no }: { no: number }) => no).sort()).toEqual([1, 2]);
    expect(own[0]).toMatchObject({ opinion: '이견 없음 (가상)', letterNumber: '가상 1', givenOn: '2022-04-04' });
    const write = app.database.store.write(({ manager }) => manager.query('DELETE FROM "budget_opinion"'));
    await expect(write).rejects.toThrow('append-only');
  });
});
