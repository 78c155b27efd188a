import { programmeOf } from '@daegaejo/composition';
import { readEnv } from '@daegaejo/config';
import { createApp } from '../../apps/api/src/create-app.js';
import { TestApp } from '../support/app.js';
import { describeOnBoth } from '../support/stores.js';

const person = (username: string) => ({
  username,
  displayName: '가상 인물',
  email: `${username}@example.invalid`,
  password: 'a-long-first-password',
});

describeOnBoth('commands', (dialect) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
  });
  afterAll(() => app.close());

  it('given 20 identical requests with one key at once, then one person exists and all get the same answer', async () => {
    const headers = { 'idempotency-key': 'twenty-at-once' };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => app.ask('POST', '/people', { as: 'admin', headers, body: person('twenty') })),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    const { body } = await app.ask('GET', '/people?limit=200', { as: 'admin' });
    expect(body.items.filter((item: { username: string }) => item.username === 'twenty')).toHaveLength(1);
  });

  it('given a key that was used, when the body differs, then 422; when the server starts again, then the same answer', async () => {
    const headers = { 'idempotency-key': 'used-before-1' };
    const first = await app.ask('POST', '/people', { as: 'admin', headers, body: person('once') });
    const other = await app.ask('POST', '/people', { as: 'admin', headers, body: person('other') });
    expect([other.status, other.body.code]).toEqual([422, 'idempotency-key.reused']);
    const second = await createApp(programmeOf(readEnv({}), app.database.store, true), 'silent');
    const again = await second.app.inject({
      method: 'POST',
      url: '/api/v1/people',
      headers: { ...headers, authorization: `Bearer ${await app.tokenOf('admin')}` },
      payload: person('once'),
    });
    expect([again.statusCode, again.payload]).toEqual([201, first.text]);
  });

  it('given 20 saves of one version at once, then one wins and the others are told the new version', async () => {
    const round = await openRound(app);
    const plan = await app.ask('POST', '/plans', {
      as: 'busan-writer',
      body: { roundId: round, provinceId: await app.organisation('BUSAN'), title: '계획' },
    });
    expect([plan.status, plan.headers['etag']]).toEqual([201, '"1"']);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        app.ask('PATCH', `/plans/${plan.body.id}/draft`, {
          as: 'busan-writer',
          headers: { 'if-match': '"1"' },
          body: { title: `제목 ${index}` },
        }),
      ),
    );
    const won = answers.filter(({ status }) => status === 200);
    expect(won).toHaveLength(1);
    expect(won[0]?.headers['etag']).toBe('"2"');
    for (const lost of answers.filter(({ status }) => status !== 200))
      expect(lost.body).toMatchObject({ status: 412, code: 'record.stale' });
    for (const [value, code] of [
      [undefined, 'if-match.required'],
      ['3', 'if-match.form'],
    ] as const) {
      const refused = await app.ask('PATCH', `/plans/${plan.body.id}/draft`, {
        as: 'busan-writer',
        headers: value === undefined ? {} : { 'if-match': value },
        body: { title: 'x' },
      });
      expect([refused.status, refused.body.errors[0]]).toEqual([
        400,
        expect.objectContaining({ field: 'If-Match', code }),
      ]);
    }
    const second = await app.ask('POST', '/plans', {
      as: 'busan-writer',
      body: { roundId: round, provinceId: await app.organisation('BUSAN'), title: '계획' },
    });
    expect(second.body).toMatchObject({ status: 409, code: 'plan.exists' });
  });

  it('given a deadline, then a submission is taken up to the last millisecond and refused from the deadline on', async () => {
    const { body: rounds } = await app.ask('GET', '/rounds', { as: 'auditor' });
    const round = rounds.items[0];
    await app.clock(new Date(Date.parse(round.deadlines['pre-intake']) + 1).toISOString());
    const { body: plans } = await app.ask('GET', '/plans', { as: 'busan-writer' });
    const late = await app.ask('POST', `/plans/${plans.items[0].id}/submissions`, {
      as: 'busan-approver',
      body: { kind: 'pre-intake' },
    });
    expect(late.body).toMatchObject({ status: 409, code: 'round.deadline-passed' });
    const deadline = round.deadlines['pre-intake'];
    expect(late.body).toMatchObject({
      deadline,
      now: expect.stringMatching(new RegExp(`^${deadline.slice(0, 16)}:\\d\\d\\.\\d{3}Z$`)),
    });
    expect(late.body.detail).toMatch(
      /^마감\(2020\. 3\. 13\. 18:00\)이 지났습니다\. 서버 시각은 2020\. 3\. 13\. 18:00:\d\d입니다\.$/,
    );
    const extension = {
      step: 'pre-intake',
      deadline: new Date(Date.parse(round.deadlines['pre-intake']) + 86_400_000).toISOString(),
      reason: '접수 장애로 모두에게 하루 연장',
    };
    expect(
      (await app.ask('POST', `/rounds/${round.id}/extensions`, { as: 'molit-officer', body: extension })).status,
    ).toBe(201);
    const inTime = await app.ask('POST', `/plans/${plans.items[0].id}/submissions`, {
      as: 'busan-approver',
      body: { kind: 'pre-intake' },
    });
    expect(inTime.body.code).toBe('content.invalid'); // in time now: what is missing is content, not time
    expect(inTime.body.errors.map(({ code }: { code: string }) => code)).toContain('plan.hub.one');
  });

  it('pages through a list without losing or repeating anything', async () => {
    const whole = await app.ask('GET', '/organisations?limit=200');
    const codes: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await app.ask('GET', `/organisations?limit=5${cursor === '' ? '' : `&cursor=${cursor}`}`);
      codes.push(...body.items.map((item: { code: string }) => item.code));
      if (body.nextCursor === null) break;
      cursor = body.nextCursor;
    }
    expect(codes).toEqual(whole.body.items.map((item: { code: string }) => item.code));
    expect(codes.length).toBeGreaterThan(20);
  });
});

/** A round both ministries signed, announced and open for 예비접수. */
async function openRound(app: TestApp): Promise<string> {
  const { loadCohort } = await import('@daegaejo/rehearsal/demo');
  const { policyInText } = await import('@daegaejo/round/rules');
  const { body } = await app.ask('POST', '/rounds', {
    as: 'molit-officer',
    body: { year: 2020, title: '시험 회차', policy: policyInText(loadCohort(2020).policy) },
  });
  for (const as of ['molit-officer', 'motie-officer'])
    await app.ask('POST', `/rounds/${body.id}/approvals`, { as, body: { purpose: 'policy' } });
  await app.ask('POST', `/rounds/${body.id}/transitions`, { as: 'molit-officer', body: { action: 'announce' } });
  await app.ask('POST', `/rounds/${body.id}/transitions`, {
    as: 'kicox-secretary',
    body: { action: 'open-pre-intake' },
  });
  return body.id;
}
