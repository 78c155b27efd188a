import { randomUUID } from 'node:crypto';
import { TestApp } from '../support/app.js';
import { speakingTo } from '../support/notices.js';
import { playIn } from '../support/play.js';
import { describeOnBoth } from '../support/stores.js';

interface Ranked {
  readonly planId: string;
  readonly rank: number;
  readonly final: string;
}

describeOnBoth('the portfolio view of the committee', (dialect) => {
  let app: TestApp;
  let play: ReturnType<typeof playIn>;
  let ranked: Ranked[];
  const round = () => `/rounds/${play.rounds[0]?.id}`;
  const { act, list } = speakingTo(() => app);
  const ask = (as: string, body: object) =>
    app.ask('POST', `${round()}/portfolio`, { as, body: { purpose: '심의 자료 (가상)', ...body } });
  const look = async (body: object) => {
    const answer = await ask('molit-cochair', body);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body;
  };
  const first = (count: number): string[] => ranked.slice(0, count).map(({ planId }) => planId);

  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    await play.stretch(2020, '점수 확정');
    expect((await ask('kicox-secretary', {})).body.code).toBe('evaluation.not-locked');
    await play.stretch(2020, '위원회 의결', '점수 확정');
    const { plans } = await act('molit-cochair', 'GET', `${round()}/ranking`);
    ranked = (plans as Ranked[]).toSorted((a, b) => a.rank - b.rank);
  }, 120_000);
  afterAll(() => app.close());

  it('given nothing but the quota, then the best set is the first of the ranking', async () => {
    const found = await look({});
    expect(found).toMatchObject({ status: 'optimal', gap: '0.00', ceilingsFrom: 'round', short: [] });
    expect(found.best.plans.toSorted()).toEqual(first(5).toSorted());
    expect(found.ranking).toMatchObject({ costs: '0.00', breaches: [] });
    expect(found.nearOptimal.plans).toHaveLength(ranked.length);
  });

  it('given ceilings that the first of the ranking break, then it says by how much, and what fits instead', async () => {
    const free = await look({ ceilings: [{ ministry: 'MOLIT', year: 2021, source: 'national', amount: '0' }] });
    const [{ by }] = free.ranking.breaches;
    expect(free.best.plans).toEqual([]);
    const tight = String(BigInt(by) - 1n);
    const found = await look({ ceilings: [{ ministry: 'MOLIT', year: 2021, source: 'national', amount: tight }] });
    expect(found.status).toBe('optimal');
    expect(found.ranking.breaches).toEqual([
      { kind: 'ceiling', name: 'ceiling MOLIT 2021 national', unit: 'won', by: '1' },
    ]);
    expect(found.best.breaches).toEqual([]);
    expect(Number(found.ranking.costs)).toBeLessThan(0);
  });

  it('given a set somebody has in mind, then it says what that costs; where nothing fits, what is short', async () => {
    const chosen = [...first(4), ranked[6]?.planId ?? ''];
    const found = await look({ chosen });
    expect(found.chosen).toMatchObject({ breaches: [] });
    expect(Number(found.chosen.costs)).toBeGreaterThan(0);
    const none = await look({ include: first(2), seats: 1 });
    expect(none).toMatchObject({ status: 'infeasible', best: null, short: [{ kind: 'seats', by: '1' }] });
  });

  it('given what cannot be meant, then it names the field', async () => {
    const [one, other] = [first(1)[0], randomUUID()];
    const answer = await ask('molit-cochair', { include: [one, other], exclude: [one], seats: 2, leastSeats: 3 });
    expect(answer.status).toBe(422);
    expect(answer.body.errors.map(({ field }: { field: string }) => field)).toEqual([
      'include[1]',
      'include[0]',
      'seats',
    ]);
    expect((await ask('molit-cochair', { ceilings: [{ amount: '1.5' }] })).body.errors[0].field).toBe(
      'ceilings[0].amount',
    );
  });

  it('given who may know the ranking, then they alone see it, and every look is kept, the same for the same question', async () => {
    const [a, b] = [await look({ delta: 0 }), await look({ delta: 0 })];
    expect([a.inputHash, a.resultHash]).toEqual([b.inputHash, b.resultHash]);
    const { resultHash } = await act('auditor', 'GET', `/portfolio-runs/${a.id}`);
    expect(resultHash).toBe(a.resultHash);
    const runs: { purpose: string }[] = await list('kicox-secretary', `${round()}/portfolio-runs`);
    expect(runs.length).toBeGreaterThanOrEqual(7);
    for (const as of ['busan-approver', 'evaluator-2020-1', 'molit-reviewer', 'admin']) {
      expect([403, 404]).toContain((await ask(as, {})).status);
      expect((await app.ask('GET', `/portfolio-runs/${a.id}`, { as })).status).toBeGreaterThanOrEqual(403);
    }
    const key = { 'idempotency-key': 'portfolio-once' };
    const body = { purpose: '같은 요청 (가상)' };
    const [first_, second] = [
      await app.ask('POST', `${round()}/portfolio`, { as: 'auditor', body, headers: key }),
      await app.ask('POST', `${round()}/portfolio`, { as: 'auditor', body, headers: key }),
    ];
    expect(second.body.id).toBe(first_.body.id);
  });
});
