import { TestApp } from '../support/app.js';
import { playIn } from '../support/play.js';
import { describeOnBoth } from '../support/stores.js';

describeOnBoth('what a round refuses and records', (dialect) => {
  let app: TestApp;
  let round: string;
  const plans = new Map<string, string>();
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    const play = playIn(app);
    await play.stretch(2020, '마감 1분 뒤 제출 시도');
    round = String(play.rounds[0]?.id);
    for (const province of ['ULSAN', 'BUSAN', 'DAEGU']) plans.set(province, String(play.rounds[0]?.plan(province).id));
  }, 120_000);
  afterAll(() => app.close());

  const revise = async (quota: number, reason?: string) => {
    const { body } = await app.ask('GET', `/rounds/${round}`, { as: 'molit-officer' });
    return app.ask('PUT', `/rounds/${round}/policy`, {
      as: 'molit-officer',
      headers: { 'if-match': `"${body.version}"` },
      body: { policy: { ...body.policy, quota }, ...(reason === undefined ? {} : { reason }) },
    });
  };
  const sign = (as: string, body: object) => app.ask('POST', `/rounds/${round}/approvals`, { as, body });

  it('takes a revision of an announced policy only with a reason, and puts it in force with both signatures', async () => {
    expect((await revise(4)).body.errors).toMatchObject([{ field: 'reason', code: 'round.policy.reason' }]);
    const revised = await revise(4, '예산 사정으로 정원을 줄임');
    expect([revised.status, revised.body.policyVersion, revised.body.policy.quota]).toEqual([200, 1, 5]);
    const publicView = await app.ask('GET', `/rounds/${round}/policies`);
    expect(publicView.body.items.map(({ version }: { version: number }) => version)).toEqual([1]);
    const one = await sign('molit-officer', { purpose: 'policy', policyVersion: 2 });
    expect([one.status, one.body.policyVersion]).toEqual([201, 1]);
    expect((await sign('molit-officer', { purpose: 'policy', policyVersion: 2 })).body.code).toBe(
      'round.approved-already',
    );
    const both = await sign('motie-officer', { purpose: 'policy', policyVersion: 2 });
    expect([both.body.policyVersion, both.body.policy.quota]).toEqual([2, 4]);
  });

  it('lets a province withdraw before the deadline, by its approver, and never come back', async () => {
    const path = `/plans/${plans.get('ULSAN')}/withdrawal`;
    expect((await app.ask('POST', path, { as: 'ulsan-writer', body: { reason: '준비가 되지 않음' } })).status).toBe(
      403,
    );
    const withdrawn = await app.ask('POST', path, { as: 'ulsan-approver', body: { reason: '준비가 되지 않음' } });
    expect([withdrawn.status, withdrawn.body.state]).toEqual([200, 'withdrawn']);
    const again = await app.ask('POST', `/plans/${plans.get('ULSAN')}/submissions`, {
      as: 'ulsan-approver',
      body: { kind: 'filed' },
    });
    expect([again.status, again.body.code, again.body.allowed]).toEqual([409, 'plan.not-now', []]);
  });

  it('keeps what was filed word for word, with its receipt, whatever the draft becomes', async () => {
    const { body: versions } = await app.ask('GET', `/plans/${plans.get('DAEGU')}/versions`, { as: 'daegu-writer' });
    expect(
      versions.items.map(
        ({ kind, receiptNumber }: { kind: string; receiptNumber: string }) => `${kind} ${receiptNumber}`,
      ),
    ).toEqual(['pre-intake 2020-대구-01', 'filed 2020-대구-02']);
    const filed = await app.ask('GET', `/plans/${plans.get('DAEGU')}/versions/2`, { as: 'daegu-writer' });
    const { body: plan } = await app.ask('GET', `/plans/${plans.get('DAEGU')}`, { as: 'daegu-writer' });
    await app.ask('PATCH', `/plans/${plan.id}/draft`, {
      as: 'daegu-writer',
      headers: { 'if-match': `"${plan.version}"` },
      body: { title: '다른 제목' },
    });
    const after = await app.ask('GET', `/plans/${plans.get('DAEGU')}/versions/2`, { as: 'daegu-writer' });
    expect(after.text).toBe(filed.text);
    const staff = await app.ask('GET', `/plans/${plans.get('DAEGU')}`, { as: 'kicox-secretary' });
    expect(staff.body.title).toBe(filed.body.content.title);
  });

  it('never lets a plan’s consultant evaluate it, whatever roles he holds', async () => {
    const { body: rounds } = await app.ask('GET', `/rounds/${round}`, { as: 'kicox-secretary' });
    await app.clock(rounds.deadlines.intake);
    const step = await app.ask('POST', `/rounds/${round}/transitions`, {
      as: 'kicox-secretary',
      body: { action: 'start-screening' },
    });
    expect(step.status).toBe(200);
    const { body: consultants } = await app.ask('GET', `/plans/${plans.get('BUSAN')}/consultants`, {
      as: 'kicox-secretary',
    });
    const consultant = consultants.items[0].personId;
    const { body: person } = await app.ask('GET', `/people/${consultant}`, { as: 'admin' });
    await app.ask('POST', `/people/${consultant}/grants`, {
      as: 'admin',
      body: { role: 'evaluator', organisationId: await app.organisation('KICOX') },
    });
    const member = await app.ask('POST', `/rounds/${round}/panel-members`, {
      as: 'kicox-secretary',
      body: { personId: consultant },
    });
    await app.ask('POST', `/panel-members/${member.body.id}/response`, {
      as: person.username,
      body: { response: 'accept' },
    });
    await app.ask('POST', `/plans/${plans.get('BUSAN')}/screening`, {
      as: 'kicox-secretary',
      body: { verdict: 'eligible' },
    });
    const early = await app.ask('POST', `/plans/${plans.get('BUSAN')}/assignments`, {
      as: 'kicox-secretary',
      body: { memberId: member.body.id },
    });
    expect(early.body.code).toBe('evaluation.pledge-first');
    await app.ask('POST', `/panel-members/${member.body.id}/pledge`, { as: person.username, body: { agreed: true } });
    const conflict = await app.ask('POST', `/plans/${plans.get('BUSAN')}/assignments`, {
      as: 'kicox-secretary',
      body: { memberId: member.body.id },
    });
    expect(conflict.body).toMatchObject({
      status: 409,
      code: 'evaluation.conflict',
      errors: [{ code: 'conflict.consulted-plan' }],
    });
  });

  it('is cancelled from where it stands, with a reason, when both ministries have signed', async () => {
    const cancel = (reason?: string) =>
      app.ask('POST', `/rounds/${round}/transitions`, {
        as: 'molit-officer',
        body: { action: 'cancel', ...(reason === undefined ? {} : { reason }) },
      });
    const alone = await cancel();
    expect(alone.body).toMatchObject({ status: 409, code: 'round.step-held' });
    expect(alone.body.errors.map(({ code }: { code: string }) => code)).toEqual([
      'round.cancel.reason',
      'round.approval.missing',
      'round.approval.missing',
    ]);
    for (const as of ['molit-officer', 'motie-officer'])
      expect((await sign(as, { purpose: 'cancel', reason: '사업 취소' })).status).toBe(201);
    const done = await cancel('예산 미확보로 회차를 취소함');
    expect([done.status, done.body.state, done.body.cancelReason]).toEqual([
      200,
      'cancelled',
      '예산 미확보로 회차를 취소함',
    ]);
    const { body: history } = await app.ask('GET', `/history?roundId=${round}&type=RoundMoved`, {
      as: 'gangwon-writer',
    });
    expect(history.items[0]).toMatchObject({
      from: 'screening',
      to: 'cancelled',
      reason: '예산 미확보로 회차를 취소함',
    });
    expect((await cancel('다시')).body.allowed).toEqual([]);
  });
});
