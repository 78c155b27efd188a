import { TestApp } from '../support/app.js';
import { speakingTo } from '../support/notices.js';
import { playIn } from '../support/play.js';
import { describeOnBoth } from '../support/stores.js';

interface Pair {
  readonly planId: string;
  readonly memberId: string;
}

describeOnBoth('who scores what', (dialect) => {
  let app: TestApp;
  let play: ReturnType<typeof playIn>;
  const members = new Map<string, string>();
  const people = Array.from({ length: 7 }, (_, at) => `evaluator-2020-${at + 1}`);
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    await play.stretch(2020, '평가위원 위촉·서약·배정');
    for (const [at, username] of people.entries()) {
      const personId = await app.person(username);
      const body = { personId, chair: at === 0 };
      const member = await act('kicox-secretary', 'POST', `${round()}/panel-members`, body);
      await act(username, 'POST', `/panel-members/${member.id}/response`, { response: 'accept' });
      await act(username, 'POST', `/panel-members/${member.id}/pledge`, { agreed: true });
      members.set(username, member.id);
      const fields = [`field-${at % 3}`];
      const profile = { fields, industry: at < 3, qualification: 'doctor', department: null, experienceYears: null };
      await act('kicox-secretary', 'PUT', `/candidates/${personId}`, profile);
    }
  }, 120_000);
  afterAll(() => app.close());

  const { act } = speakingTo(() => app);
  const round = () => `/rounds/${play.rounds[0]?.id}`;
  const propose = async (body: object) =>
    (await app.ask('POST', `${round()}/assignment-proposals`, { as: 'kicox-secretary', body })).body;
  const perPlan = (pairs: readonly Pair[]) => {
    const counts = new Map<string, number>();
    for (const { planId } of pairs) counts.set(planId, (counts.get(planId) ?? 0) + 1);
    return [...counts.values()];
  };

  it('is everybody everything in a small round, and every pair of plans can be compared', async () => {
    const proposal = await propose({ mode: 'all' });
    expect(proposal).toMatchObject({ ok: true, shortages: [], linkage: { status: 'ok', verdict: 'every-pair' } });
    expect(proposal.pairs.length).toBeGreaterThanOrEqual(11 * 5);
    // nobody on a plan of the province he works or lives in: the conflict matrix says the same
    const { body: matrix } = await app.ask('GET', `${round()}/conflicts`, { as: 'auditor' });
    const memberOf = new Map(
      matrix.people.map((one: { personId: string; memberId: string }) => [one.personId, one.memberId]),
    );
    const barred = new Set(
      matrix.conflicts.map(
        (one: { planId: string; personId: string }) => `${one.planId} ${memberOf.get(one.personId)}`,
      ),
    );
    expect(proposal.pairs.filter(({ planId, memberId }: Pair) => barred.has(`${planId} ${memberId}`))).toEqual([]);
    expect(proposal.pairs.length + barred.size).toBe(11 * 7);
  });

  it('is the best within the rules: as many as wanted, loads as even as can be, one third from industry', async () => {
    const wish = { mode: 'optimal', reviewsPerPlan: 3, industryShare: { of: 1, per: 3 } };
    const proposal = await propose(wish);
    expect(proposal).toMatchObject({ ok: true, optimal: true });
    expect(proposal.cost).toBe(proposal.lowerBound);
    expect(perPlan(proposal.pairs)).toEqual(Array.from({ length: 11 }, () => 3));
    const loads = proposal.loads.map(({ load }: { load: number }) => load);
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(1);
    const industry = new Set(people.slice(0, 3).map((username) => members.get(username)));
    for (const { planId } of proposal.pairs)
      expect(proposal.pairs.some((pair: Pair) => pair.planId === planId && industry.has(pair.memberId))).toBe(true);
    expect(await propose(wish)).toEqual(proposal);
  });

  it('keeps two people apart who must not sit together', async () => {
    const [memberId, otherId] = [members.get('evaluator-2020-2'), members.get('evaluator-2020-3')];
    const { ok, pairs } = await propose({ mode: 'optimal', reviewsPerPlan: 3, notTogether: [{ memberId, otherId }] });
    expect(ok).toBe(true);
    const plansOf = (member?: string) =>
      pairs.filter((pair: Pair) => pair.memberId === member).map(({ planId }: Pair) => planId);
    const shared = plansOf(memberId).filter((planId: string) => plansOf(otherId).includes(planId));
    expect(shared).toEqual([]);
  });

  it('says which constraint cannot be met, and by how much', async () => {
    const { ok, shortages } = await propose({ mode: 'optimal', reviewsPerPlan: 5, maxLoad: 5 });
    expect(ok).toBe(false);
    expect(shortages).toContainEqual(
      expect.objectContaining({ code: 'total-load', needed: 55, available: 35, short: 20 }),
    );
    expect(shortages[0].text).toMatch(/55 필요, 35 가능, 20 부족/);
    const { body } = await app.ask('POST', `${round()}/assignment-proposals`, {
      as: 'kicox-secretary',
      body: {
        mode: 'optimal',
        notTogether: [{ memberId: members.get('evaluator-2020-2'), otherId: play.rounds[0]?.id }],
      },
    });
    expect(body.errors).toEqual([expect.objectContaining({ field: 'notTogether[0]' })]);
  });

  it('is carried out whole or not at all, and conflicts stand whoever asks', async () => {
    const { pairs } = await propose({ mode: 'all' });
    const { body: matrix } = await app.ask('GET', `${round()}/conflicts`, { as: 'auditor' });
    const conflict = matrix.conflicts[0];
    const carryOut = (body: object, as = 'kicox-secretary') => app.ask('POST', `${round()}/assignments`, { as, body });
    const plain = pairs.map(({ planId, memberId }: Pair) => ({ planId, memberId }));
    if (conflict !== undefined) {
      const { memberId } = matrix.people.find((one: { personId: string }) => one.personId === conflict.personId);
      const refused = await carryOut({ pairs: [...plain, { planId: conflict.planId, memberId }] });
      expect(refused.status).toBe(409);
      expect(refused.body.errors[0].field).toContain(`pairs[${plain.length}]`);
    }
    expect((await app.ask('GET', `${round()}/assignments`, { as: 'auditor' })).body.items).toEqual([]);
    expect((await carryOut({ pairs: plain })).body).toEqual({ made: plain.length });
    const { body: again } = await app.ask('GET', `${round()}/linkage`, { as: 'auditor' });
    expect(again.linkage).toMatchObject({ status: 'ok', verdict: 'every-pair', withoutEvaluators: [] });
    expect((await propose({ mode: 'all' })).pairs.every(({ fixed }: { fixed: boolean }) => fixed)).toBe(true);
  });
});
