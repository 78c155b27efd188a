import { policyInText } from '@daegaejo/round/rules';
import { TestApp } from '../support/app.js';
import { loadPolicy } from '../support/policy.js';
import { playIn } from '../support/play.js';
import { settled } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';

const REASON = '배점 오기를 바로잡습니다 (가상)';

describeOnBoth('an amendment of the rules after scoring has begun', (dialect) => {
  let app: TestApp;
  let play: ReturnType<typeof playIn>;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    await play.stretch(2020, '위원회 안건 송부');
  }, 120_000);
  afterAll(() => app.close());

  const path = () => `/rounds/${play.rounds[0]?.id}`;
  const round = async () => (await app.ask('GET', path(), { as: 'molit-officer' })).body;
  const ranking = async () => (await app.ask('GET', `${path()}/ranking-list`, { as: 'auditor' })).body;
  const revise = async (change: object, reason: string | null = REASON) =>
    app.ask('PUT', `${path()}/policy`, {
      as: 'molit-officer',
      headers: { 'if-match': `"${(await round()).version}"` },
      body: { policy: { ...policyInText(loadPolicy()), ...change }, ...(reason === null ? {} : { reason }) },
    });
  const sign = (as: string, policyVersion: number) =>
    app.ask('POST', `${path()}/approvals`, { as, body: { purpose: 'policy', policyVersion } });
  const codes = ({ body }: { body: { errors?: { code: string }[] } }) => (body.errors ?? []).map(({ code }) => code);
  /** The same weights given to other criteria: a ranking by them differs. */
  const turned = () => {
    const { criteria } = policyInText(loadPolicy());
    return { criteria: criteria.map((criterion, at) => ({ ...criterion, weight: criteria.at(-1 - at)?.weight })) };
  };

  it('needs a reason, and may not touch what marks rest on', async () => {
    expect(codes(await revise(turned(), null))).toContain('round.policy.reason');
    const { criteria } = policyInText(loadPolicy());
    const scaled = { criteria: criteria.map((criterion) => ({ ...criterion, max: '50.00' })) };
    expect(codes(await revise(scaled))).toContain('round.policy.amendment.fixed');
  });

  it('changes nothing until both ministries have signed it, and then makes a new ranking beside the old one', async () => {
    const before = await ranking();
    expect((await revise(turned())).status).toBe(200);
    const { body: policies } = await app.ask('GET', `${path()}/policies`, { as: 'auditor' });
    const version = Math.max(...policies.items.map((item: { version: number }) => item.version));
    expect((await sign('molit-officer', version)).status).toBe(201);
    await settled(app);
    expect((await ranking()).no).toBe(before.no);
    expect((await sign('motie-officer', version)).status).toBe(201);
    await settled(app);
    const after = await ranking();
    expect(after).toMatchObject({ no: before.no + 1, policyVersion: version, pending: false });
    const order = (list: { plans: { planId: string; final: string }[] }) =>
      list.plans.map(({ planId, final }) => `${planId} ${final}`);
    expect(order(after)).not.toEqual(order(before));
    // the old result stays, under the rules it was made by
    const rows = await app.database.store.reader.query(
      'SELECT "no", "policyVersion" FROM "score_aggregate" ORDER BY "no"',
    );
    expect(rows.map((row: { no: number; policyVersion: number }) => [row.no, row.policyVersion])).toContainEqual([
      before.no,
      before.policyVersion,
    ]);
  });

  it('is over once the committee has begun', async () => {
    await play.stretch(2020, '위원회 의결', '위원회 안건 송부');
    const started = await app.ask('POST', `${path()}/transitions`, {
      as: 'kicox-secretary',
      body: { action: 'open-deliberation' },
    });
    expect([200, 201, 409]).toContain(started.status);
    expect((await round()).state).toBe('deliberation');
    expect((await revise(turned())).body.code).toBe('round.policy.frozen');
  });
});
