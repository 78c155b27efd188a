import { TestApp } from '../support/app.js';
import { playIn } from '../support/play.js';
import { settled, told } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';

const DUE = '2020-03-20T09:00:00.000Z'; // Friday 18:00 in Seoul

describeOnBoth('a dated request of the secretariat', (dialect) => {
  let app: TestApp;
  let round: string;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    const play = playIn(app);
    await play.stretch(2020, '예비접수 (11개 시·도)');
    round = String(play.rounds[0]?.id);
  }, 60_000);
  afterAll(() => app.close());

  const issue = async (code: string, more: object = {}, headers: Record<string, string> = {}, as = 'kicox-secretary') =>
    app.ask('POST', `/rounds/${round}/requests`, {
      as,
      headers,
      body: {
        organisationId: await app.organisation(code),
        kind: 'supplement',
        title: '재원 확약서 보완',
        text: '지방비 확약서를 보완해 주십시오. (가상)',
        dueAt: DUE,
        ...more,
      },
    });
  const answer = (id: string, as: string, version?: number) =>
    app.ask('POST', `/requests/${id}/answer`, {
      as,
      body: { answer: '확약서를 다시 냅니다. (가상)' },
      headers: version === undefined ? {} : { 'if-match': `"${version}"` },
    });
  const decide = (id: string, decision: string, version?: number) =>
    app.ask('POST', `/requests/${id}/decision`, {
      as: 'kicox-secretary',
      body: { decision },
      headers: version === undefined ? {} : { 'if-match': `"${version}"` },
    });
  const duties = async (as: string): Promise<{ subjectId: string; title: string }[]> =>
    (await app.ask('GET', '/duties', { as })).body.items.filter(
      ({ kind }: { kind: string }) => kind === 'answer-request',
    );
  const dutiesOf = async (as: string): Promise<string[]> => (await duties(as)).map(({ subjectId }) => subjectId);

  it('given a request to a province, then its people are told once and have it to do, and nobody else', async () => {
    const { status, body } = await issue('BUSAN', {}, { 'idempotency-key': 'busan-once' });
    expect([status, body.state, body.allowed]).toEqual([201, 'issued', ['answer', 'withdraw']]);
    expect((await issue('BUSAN', {}, { 'idempotency-key': 'busan-once' })).body.id).toBe(body.id);
    await settled(app);
    expect(await told(app, ['RequestIssued'])).toEqual(['busan-approver RequestIssued', 'busan-writer RequestIssued']);
    const { body: inbox } = await app.ask('GET', '/notices', { as: 'busan-writer' });
    expect(inbox.items[0]).toMatchObject({ kind: 'RequestIssued', relation: 'event', dueAt: DUE, subjectId: body.id });
    expect(inbox.items[0].subject).toBe('[대개조] 자료 요청: 재원 확약서 보완');
    expect(inbox.items[0].paragraphs.join('\n')).toContain('2020. 3. 20. 18:00');
    expect(inbox.items[0].where).toMatch(new RegExp(`/api/v1/requests/${body.id}$`));
    for (const who of ['busan-writer', 'busan-approver']) expect(await dutiesOf(who)).toEqual([body.id]);
    for (const who of ['ulsan-writer', 'kicox-secretary', 'molit-officer', 'molit-reviewer', 'consultant-1'])
      expect(await dutiesOf(who)).toEqual([]);
    await decide(body.id, 'withdraw');
    expect(await dutiesOf('busan-writer')).toEqual([]);
  });

  it('given a request to a ministry, then its reviewers and officers are asked, not those of another one', async () => {
    const before = await told(app, ['RequestIssued']);
    const { body } = await issue('MOTIE', { kind: 'sub-project-review' });
    await settled(app);
    const more = (await told(app, ['RequestIssued'])).filter((line) => !before.includes(line));
    expect(more).toEqual(['motie-officer RequestIssued', 'motie-reviewer RequestIssued']);
    expect((await app.ask('GET', `/requests/${body.id}`, { as: 'molit-reviewer' })).status).toBe(404);
    expect((await answer(body.id, 'molit-officer')).status).toBe(403);
    expect((await answer(body.id, 'motie-reviewer')).body).toMatchObject({ state: 'answered', version: 2 });
    expect((await decide(body.id, 'accept')).body).toMatchObject({ state: 'closed', version: 3, allowed: [] });
  });

  it('given an answer, then the duty is gone; reopened, it is back and its people are told so; accepted, it is over', async () => {
    const { body } = await issue('DAEGU');
    expect(await dutiesOf('daegu-writer')).toEqual([body.id]);
    const answered = await answer(body.id, 'daegu-writer', 1);
    expect(answered.body).toMatchObject({ state: 'answered', version: 2, allowed: ['accept', 'reopen'] });
    expect(answered.headers['etag']).toBe('"2"');
    expect(await dutiesOf('daegu-writer')).toEqual([]);
    expect((await decide(body.id, 'reopen', 2)).body).toMatchObject({ state: 'issued', version: 3 });
    expect(await dutiesOf('daegu-writer')).toEqual([body.id]);
    await settled(app);
    const daegu = (await told(app, ['RequestIssued', 'RequestReopened'])).filter((line) => line.startsWith('daegu'));
    expect(daegu).toEqual([
      'daegu-approver RequestIssued',
      'daegu-approver RequestReopened',
      'daegu-writer RequestIssued',
      'daegu-writer RequestReopened',
    ]);
    expect((await answer(body.id, 'daegu-approver', 3)).status).toBe(200);
    expect((await decide(body.id, 'accept', 4)).body.state).toBe('closed');
    expect(await dutiesOf('daegu-writer')).toEqual([]);
    const { body: history } = await app.ask('GET', `/history?subjectId=${body.id}`, { as: 'daegu-writer' });
    expect(history.items.map(({ type, to }: { type: string; to: string }) => `${type} ${to}`).toReversed()).toEqual([
      'RequestIssued issued',
      'RequestAnswered answered',
      'RequestReopened issued',
      'RequestAnswered answered',
      'RequestDecided closed',
    ]);
    expect((await app.ask('GET', `/history?subjectId=${body.id}`, { as: 'ulsan-writer' })).body.items).toEqual([]);
  });

  it.each<[what: string, field: string, code: string, organisation: string, more: object]>([
    ['an organisation that is neither', 'organisationId', 'request.organisation', 'KICOX', {}],
    ['a moment that is past', 'dueAt', 'request.due-past', 'BUSAN', { dueAt: '2020-03-01T09:00:00.000Z' }],
    ['a moment without a zone', 'dueAt', 'field.moment', 'BUSAN', { dueAt: '2020-03-20T18:00:00' }],
    ['no title to speak of', 'title', 'field.text', 'BUSAN', { title: ' ' }],
    ['a kind nobody knows', 'kind', 'field.choice', 'BUSAN', { kind: 'favour' }],
  ])('is refused with %s: 422, and the field is named', async (_what, field, code, organisation, more) => {
    const { status, body } = await issue(organisation, more);
    expect([status, body.code]).toEqual([422, 'content.invalid']);
    expect(body.errors).toMatchObject([{ field, code, message: expect.stringMatching(/[가-힣]/) }]);
  });

  it('is refused by its state with the actions open now, and by a stale version', async () => {
    const { body } = await issue('ULSAN');
    const early = await decide(body.id, 'accept');
    expect([early.status, early.body.code, early.body.allowed]).toEqual([
      409,
      'request.not-now',
      ['answer', 'withdraw'],
    ]);
    for (const refused of [await answer(body.id, 'ulsan-writer', 7), await decide(body.id, 'withdraw', 7)])
      expect([refused.status, refused.body.code]).toEqual([412, 'record.stale']);
    const racing = await Promise.all([answer(body.id, 'ulsan-writer', 1), answer(body.id, 'ulsan-approver', 1)]);
    const [won, lost] = racing.toSorted((a, b) => a.status - b.status);
    expect([won?.status, lost?.status]).toEqual([200, expect.any(Number)]);
    expect([409, 412]).toContain(lost?.status);
    const again = await answer(body.id, 'ulsan-writer');
    expect([again.status, again.body.code, again.body.allowed]).toEqual([409, 'request.not-now', ['accept', 'reopen']]);
  });

  it('is not made in a draft of a round', async () => {
    const { body: first } = await app.ask('GET', `/rounds/${round}/policies`, { as: 'molit-officer' });
    const draft = await app.ask('POST', '/rounds', {
      as: 'molit-officer',
      body: { year: 2022, title: '초안', policy: first.items[0].policy },
    });
    const refused = await app.ask('POST', `/rounds/${draft.body.id}/requests`, {
      as: 'kicox-secretary',
      body: {
        organisationId: await app.organisation('BUSAN'),
        kind: 'other',
        title: '때 이른 요청',
        text: '아직 없는 회차입니다.',
        dueAt: DUE,
      },
    });
    expect([refused.status, refused.body.code]).toEqual([409, 'round.not-now']);
  });

  it('pages through the requests of a round, each reader his own', async () => {
    const { body: all } = await app.ask('GET', `/rounds/${round}/requests?limit=200`, { as: 'auditor' });
    const paged: string[] = [];
    for (let cursor = ''; ;) {
      const { body } = await app.ask('GET', `/rounds/${round}/requests?limit=2${cursor}`, { as: 'lh-secretary' });
      paged.push(...body.items.map(({ id }: { id: string }) => id));
      if (body.nextCursor === null) break;
      cursor = `&cursor=${body.nextCursor}`;
    }
    expect(paged).toEqual(all.items.map(({ id }: { id: string }) => id));
    const { body: own } = await app.ask('GET', `/rounds/${round}/requests`, { as: 'ulsan-writer' });
    expect(own.items).toHaveLength(1);
  });

  it('reminds by its own deadline, copies the secretariat when it has passed, and takes a late answer', async () => {
    const { body } = await issue('GANGWON', { title: '연차보고', kind: 'yearly-report' });
    const steps = async () =>
      (await told(app, ['answer-request'])).filter((line) => /^gangwon|secretary/.test(line)).toSorted();
    await app.clock('2020-03-13T00:00:00.000Z');
    await settled(app);
    expect(await steps()).toEqual(['gangwon-approver D-7', 'gangwon-writer D-7']);
    await app.clock('2020-03-23T00:00:00.000Z'); // D+1 is a Saturday, so Monday
    await settled(app);
    const copies = ['kicox-secretary D+1*', 'lh-secretary D+1*'];
    expect(await steps()).toEqual(
      ['gangwon-approver D+1', 'gangwon-approver D-7', 'gangwon-writer D+1', 'gangwon-writer D-7', ...copies].sort(),
    );
    const late = await answer(body.id, 'gangwon-writer');
    expect(late.body.state).toBe('answered');
    expect(late.body.answeredAt > DUE).toBe(true);
  });
});
