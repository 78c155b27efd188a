import { TestApp } from '../support/app.js';
import { newsOf, speakingTo } from '../support/notices.js';
import { playIn } from '../support/play.js';
import { settled, told } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';

const ORDER = { effectiveOn: '2020-04-16', reason: '정기 인사 (가상)', letterNumber: '가상 인사과-1' };

interface Handed {
  readonly kind: string;
  readonly key: string;
  readonly named: boolean;
  readonly responsible: boolean;
  readonly capacity: { readonly role: string } | null;
}

describeOnBoth('who answers for a duty, and how it goes to somebody else', (dialect) => {
  let app: TestApp;
  let play: ReturnType<typeof playIn>;
  let busan: string;
  const round = () => `/rounds/${play.rounds[0]?.id}`;
  const { act, list } = speakingTo(() => app);
  const news = newsOf(() => app);

  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    await play.stretch(2020, '나머지 채점');
    busan = await app.organisation('BUSAN');
    for (const code of ['BUSAN', 'DAEGU'])
      await act('kicox-secretary', 'POST', `${round()}/requests`, {
        organisationId: await app.organisation(code),
        kind: 'supplement',
        title: `${code} 확인 (가상)`,
        text: '재원 확약서를 확인해 주십시오. (가상)',
        dueAt: '2020-04-24T09:00:00.000Z',
      });
  }, 120_000);
  afterAll(() => app.close());

  const newcomer = async (username: string): Promise<string> =>
    (
      await act('admin', 'POST', '/people', {
        username,
        displayName: `가상 후임 ${username}`,
        email: `${username}@example.invalid`,
        organisationId: busan,
        password: 'a-long-first-password',
      })
    ).id;
  const versionOf = async (id: string): Promise<number> => (await act('admin', 'GET', `/people/${id}`)).version;
  const transfer = (id: string, body: object, version: number | string) =>
    app.ask('POST', `/people/${id}/transfer`, {
      as: 'admin',
      body: { ...ORDER, newOrganisationId: null, ...body },
      headers: { 'if-match': `"${version}"` },
    });
  const codes = ({ body }: { body: { code?: string; errors?: { field: string; code: string }[] } }): string[] => [
    String(body.code),
    ...(body.errors ?? []).map(({ field, code }) => `${field} ${code}`),
  ];
  const answers = async (as: string) =>
    (await act(as, 'GET', '/duties')).items
      .filter(({ kind }: Handed) => kind === 'answer-request')
      .map(({ responsible }: { responsible: { name: string }[] }) => responsible.map(({ name }) => name));

  it('is everybody of the role until somebody is named, and then told first', async () => {
    expect(await answers('busan-writer')).toEqual([[]]);
    const personId = await app.person('busan-writer');
    const named = await act('busan-approver', 'POST', `${round()}/duty-holders`, {
      organisationId: busan,
      personId,
      kind: 'answer-request',
    });
    expect(named).toMatchObject({ organisationId: busan, personId, kind: 'answer-request', until: null });
    expect(await answers('busan-approver')).toEqual([['가상 부산 작성자']]);
    const open = await act('auditor', 'GET', `${round()}/duties`);
    const asked = open.items.filter(({ kind }: Handed) => kind === 'answer-request');
    expect(asked.map(({ responsible }: { responsible: object[] }) => responsible.length).sort()).toEqual([0, 1]);
    await news('answer-request');
    await app.clock('2020-04-17T01:00:00.000Z');
    expect(await news('answer-request')).toEqual(['busan-writer D-7', 'daegu-approver D-7', 'daegu-writer D-7']);
  });

  it('is named by its own approver or by staff, for somebody of the organisation, about something that is open', async () => {
    const name = async (as: string, body: object) => {
      const sent = { organisationId: busan, personId: await app.person('busan-writer'), ...body };
      const answer = await app.ask('POST', `${round()}/duty-holders`, { as, body: sent });
      return [answer.status, ...codes(answer)];
    };
    expect(await name('daegu-approver', {})).toEqual([403, 'access.forbidden']);
    expect(await name('busan-writer', {})).toEqual([403, 'access.forbidden']);
    expect(await name('kicox-secretary', { personId: await app.person('daegu-writer') })).toEqual([
      422,
      'content.invalid',
      'personId handover.not-of-organisation',
    ]);
    expect(await name('kicox-secretary', { subjectId: play.rounds[0]?.id, kind: 'file-plan' })).toEqual([
      422,
      'content.invalid',
      'subjectId handover.subject-unknown',
    ]);
    expect(await list('daegu-approver', `${round()}/duty-holders`)).toEqual([]);
    expect(await list('auditor', `${round()}/duty-holders`)).toHaveLength(1);
  });

  it('is one person at a time, however many are named at once', async () => {
    const approver = await app.person('busan-approver');
    const writer = await app.person('busan-writer');
    const body = (personId: string) => ({ organisationId: busan, personId, kind: 'answer-request' });
    const both = await Promise.all(
      [approver, writer, approver].map((personId) =>
        app.ask('POST', `${round()}/duty-holders`, { as: 'kicox-secretary', body: body(personId) }),
      ),
    );
    expect(both.map(({ status }) => status)).toEqual([201, 201, 201]);
    await act('kicox-secretary', 'POST', `${round()}/duty-holders`, body(writer));
    const holders: { until: string | null; personId: string }[] = await list('auditor', `${round()}/duty-holders`);
    expect(holders.filter(({ until }) => until === null).map(({ personId }) => personId)).toEqual([writer]);
  });

  it('is looked at before somebody leaves, and never left to nobody', async () => {
    const writer = await app.person('busan-writer');
    const seen = await act('admin', 'GET', `/people/${writer}/open-duties`);
    expect(seen.duties).toMatchObject([
      { kind: 'answer-request', capacity: { role: 'province-writer' }, named: true, responsible: true, others: 1 },
    ]);
    const [next, gone] = [await newcomer('busan-writer-2'), await newcomer('busan-gone')];
    await act('admin', 'POST', `/people/${gone}/disablement`, { reason: '퇴직 (가상)' });
    const refusals = await Promise.all(
      [
        { successorId: null },
        { successorId: writer },
        { successorId: gone },
        { successorId: next },
        { successorId: next, grantMissing: true, effectiveOn: '2020-04-18' },
        { successorId: next, grantMissing: true, newOrganisationId: next },
        { successorId: next, grantMissing: true, affiliationProvinceId: next },
      ].map((body) => transfer(writer, body, seen.version)),
    );
    expect(refusals.map((answer) => [answer.status, ...codes(answer)])).toEqual([
      [409, 'handover.successor-needed', 'successorId handover.duty-open'],
      [422, 'content.invalid', 'successorId handover.same-person'],
      [422, 'content.invalid', 'successorId handover.successor-disabled'],
      [422, 'content.invalid', 'successorId handover.successor-role'],
      [422, 'content.invalid', 'effectiveOn handover.effective-ahead'],
      [422, 'content.invalid', 'newOrganisationId person.organisation-unknown'],
      [422, 'content.invalid', 'affiliationProvinceId person.organisation-unknown'],
    ]);
    expect(refusals[3]?.body.errors[0].message).toBe(
      '후임자에게 부산광역시의 시·도 작성자 역할이 없습니다. 먼저 부여하거나 grantMissing을 true로 보내십시오.',
    );
    expect((await transfer(writer, { successorId: next }, seen.version + 1)).status).toBe(412);
  });

  it('goes over with the roles and the naming at once, and once only', async () => {
    const writer = await app.person('busan-writer');
    const next = await app.person('busan-writer-2');
    const version = await versionOf(writer);
    const daegu = await app.organisation('DAEGU');
    const body = { successorId: next, newOrganisationId: daegu, grantMissing: true };
    const twice = await Promise.all([transfer(writer, body, version), transfer(writer, body, version)]);
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 412]);
    const handover = twice.find(({ status }) => status === 201)?.body;
    expect(handover).toMatchObject({
      personId: writer,
      successorId: next,
      fromOrganisationId: busan,
      toOrganisationId: daegu,
      duties: [{ kind: 'answer-request' }],
      endedRoles: [{ role: 'province-writer', organisationId: busan }],
      givenRoles: [{ role: 'province-writer', organisationId: busan }],
    });
    expect(await act('admin', 'GET', `/people/${writer}`)).toMatchObject({ organisationId: daegu, grants: [] });
    expect((await act('admin', 'GET', `/people/${next}/open-duties`)).duties).toMatchObject([{ responsible: true }]);
    expect((await act('busan-writer', 'GET', '/duties')).items).toEqual([]);
    expect(await answers('busan-approver')).toEqual([['가상 후임 busan-writer-2']]);
    expect(await list('admin', `/people/${next}/handovers`)).toMatchObject([{ id: handover.id }]);
    const paper = await app.ask('GET', `/handovers/${handover.id}/sheet.pdf`, { as: 'auditor' });
    expect([paper.status, paper.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  });

  it('is told the successor with the list, and those above, each of them once and by his settings', async () => {
    await settled(app);
    expect(await told(app, ['DutiesTakenOver', 'DutiesHandedOver'])).toEqual([
      'busan-approver DutiesHandedOver',
      'busan-writer-2 DutiesTakenOver',
      'kicox-secretary DutiesHandedOver',
      'lh-secretary DutiesHandedOver',
    ]);
    const { items } = await act('busan-approver', 'GET', '/notices');
    const notice = items.find(({ kind }: { kind: string }) => kind === 'DutiesHandedOver');
    expect(notice.subject).toBe('[대개조] 업무 1건 담당자 변경');
    expect(notice.paragraphs[0]).toMatch(/\n1\. “BUSAN 확인 \(가상\)” 회신$/);
    const next = await app.person('busan-writer-2');
    const mails = (await list('admin', '/mails')).filter(({ personId }: { personId: string }) => personId === next);
    const toHim = mails.filter(({ subject }: { subject: string }) => subject.includes('업무 1건 인수'));
    expect(toHim).toHaveLength(1);
    expect(toHim[0].text).toContain('다음 업무 1건을 맡으셨습니다.\n1. “BUSAN 확인 (가상)” 회신');
    expect(toHim[0].text).not.toContain('부산 작성자');
  });

  it('is not passed on by somebody who has no office, but his workplace is looked at anew for conflicts', async () => {
    const evaluator = await app.person('evaluator-2020-6');
    const assignments = async (): Promise<string[]> =>
      (await list('auditor', `${round()}/assignments`))
        .filter(({ personId, planId }: { personId: string; planId: string }) => {
          return personId === evaluator && planId === play.rounds[0]?.plan('BUSAN').id;
        })
        .map(({ state }: { state: string }) => state);
    expect(await assignments()).toEqual(['active']);
    const open = await act('admin', 'GET', `/people/${evaluator}/open-duties`);
    expect(open.duties.map(({ kind, capacity }: Handed) => [kind, capacity])).toEqual([['score-plans', null]]);
    const moved = await transfer(
      evaluator,
      { successorId: null, newOrganisationId: busan, institution: '가상 부산 연구원', affiliationProvinceId: busan },
      open.version,
    );
    expect(moved.status).toBe(201);
    await settled(app);
    expect(await assignments()).toEqual(['excluded']);
  });
});
