import { TestApp } from '../support/app.js';
import { playIn } from '../support/play.js';
import { describeOnBoth } from '../support/stores.js';

interface Ranked {
  readonly planId: string;
  readonly rank: number;
  readonly passesCutOff: boolean;
}
const REASON = '지역 간 균형발전을 위하여 순위와 다르게 의결함 (가상)';
const SECRETARY = 'kicox-secretary';
const HELD = '2020-05-07T01:00:00.000Z';
const AGAIN = '2020-05-08T01:00:00.000Z';

describeOnBoth('the deliberation of the committee', (dialect) => {
  let app: TestApp;
  let roundId: string;
  let ranked: Ranked[];
  let provinces: Map<string, string>;
  const members: { id: string; chairMinistryId: string | null }[] = [];
  let first: string;
  let second: string;

  const send = (as: string, method: string, path: string, body?: unknown) =>
    app.ask(method, path, { as, ...(body === undefined ? {} : { body }) });
  const post = (path: string, body?: unknown, as = SECRETARY) => send(as, 'POST', path, body);
  const get = async (path: string, as = SECRETARY) => (await send(as, 'GET', path)).body;
  const codes = ({ body }: { body: { errors?: { code: string }[] } }) => (body.errors ?? []).map(({ code }) => code);
  const resolve = (meetingId: string, planId: string, more: object) =>
    post(`/meetings/${meetingId}/resolutions`, { planId, ...more });
  const planAt = (rank: number): string => (ranked[rank - 1] as Ranked).planId;
  const approverOf = (planId: string): string => `${provinces.get(planId)?.toLowerCase()}-approver`;
  const there = (count: number) => members.slice(0, count).map(({ id }) => ({ memberId: id }));
  const tally = (present: number) => ({ for: present - 1, against: 0, abstain: 1 });
  const planOf = (planId: string, as = SECRETARY) => get(`/plans/${planId}`, as);
  const announce = () =>
    post(`/rounds/${roundId}/announcement`, { title: '예비선정 (가상)', figures: [] }, 'molit-officer');
  const quota = async () => (await get(`/rounds/${roundId}/deliberation`)).quota;

  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    const play = playIn(app);
    await play.stretch(2020, '위원회 안건 송부');
    roundId = play.rounds[0]?.id ?? '';
    await app.clock('2020-04-29T01:00:00.000Z');
    await post(`/rounds/${roundId}/transitions`, { action: 'open-deliberation' });
    const { plans } = await get(`/rounds/${roundId}/ranking`);
    ranked = plans.toSorted((a: Ranked, b: Ranked) => a.rank - b.rank);
    const { items } = await get(`/plans?roundId=${roundId}&limit=100`);
    provinces = new Map(items.map(({ id, province }: { id: string; province: string }) => [id, province]));
  }, 300_000);
  afterAll(() => app.close());

  it('given members of a committee, when one is wrong, then none is registered and the field is named', async () => {
    const path = `/rounds/${roundId}/committee-members`;
    const wrong = await post(path, {
      members: [
        { name: '가상 국장', office: 'ex-officio' },
        { name: '가상 교수', office: 'commissioned', termFrom: '2019-06-01', termTo: '2022-05-31' },
        { name: '가상 위원장', office: 'ex-officio', organisation: 'MOEF', chairMinistry: 'MOEF' },
        { name: '가상 국장', office: 'ex-officio', organisation: 'NOWHERE' },
        {
          name: '가상 담당관',
          office: 'ex-officio',
          organisation: 'MOLIT',
          personId: await app.person('molit-officer'),
        },
      ],
    });
    expect(wrong.status).toBe(422);
    expect(
      wrong.body.errors.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`).toSorted(),
    ).toEqual([
      'members[0].organisation committee.member.organisation',
      'members[1].termTo committee.member.term-length',
      'members[2].chairMinistry committee.member.chair',
      'members[3].organisation committee.member.unknown',
      'members[4].personId committee.member.account',
    ]);
    expect((await get(`/rounds/${roundId}/committee`)).members).toEqual([]);
    expect((await post(path, { members: [] }, 'molit-cochair')).status).toBe(403);
  });

  it('given too few members, then no meeting is called; given enough, then its agenda and its chair are checked', async () => {
    const seat = async (list: object[]) => {
      const { status, body } = await post(`/rounds/${roundId}/committee-members`, { members: list });
      expect(status).toBe(201);
      members.push(...body.items);
    };
    const chair = async (ministry: string) => ({
      name: `가상 ${ministry} 공동위원장`,
      office: 'ex-officio',
      organisation: ministry,
      chairMinistry: ministry,
      personId: await app.person(`${ministry.toLowerCase()}-cochair`),
    });
    await seat([await chair('MOTIE'), await chair('MOLIT')]);
    const call = (more: object) =>
      post(`/rounds/${roundId}/meetings`, { heldAt: HELD, chairMinistry: 'MOTIE', ...more });
    expect(codes(await call({}))).toEqual(['committee.size']);
    await seat([
      ...Array.from({ length: 8 }, (_, at) => ({
        name: `가상 국장 ${at}`,
        office: 'ex-officio',
        organisation: 'MOEF',
      })),
      ...Array.from({ length: 11 }, (_, at) => ({
        name: `가상 위촉 ${at}`,
        office: 'commissioned',
        termFrom: '2019-06-01',
        termTo: '2021-05-31',
      })),
    ]);
    expect((await get(`/rounds/${roundId}/committee`, 'auditor')).findings).toEqual([]);
    const twice = await call({ agenda: [{ planId: planAt(1) }, { planId: planAt(1) }, {}] });
    expect(codes(twice)).toEqual(['committee.agenda.twice', 'committee.agenda.empty-item']);
    const agenda = [...ranked.slice(0, -1).map(({ planId }) => ({ planId })), { title: '운영세칙 (가상)' }];
    const called = await call({ agenda });
    expect(called.body).toMatchObject({ members: 21, roll: null });
    first = called.body.id;
  });

  it('given the day of the meeting, when it opens, then by name, with a quorum, and delegates of members by office only', async () => {
    await app.clock(HELD);
    const open = (body: object) => post(`/meetings/${first}/opening`, body);
    expect(codes(await open({ present: 14 }))).toEqual(['committee.attendance.by-name']);
    expect(codes(await open({ attendance: there(10) }))).toEqual(['committee.quorum.missing']);
    const byProxy = (at: number) =>
      there(14).map((one, index) => (index === at ? { ...one, delegate: '가상 과장' } : one));
    expect(codes(await open({ attendance: byProxy(12) }))).toEqual(['committee.delegate.refused']);
    const opened = await open({ attendance: byProxy(4) });
    expect(opened.body).toMatchObject({ state: 'open', members: 21, present: 14 });
    expect(opened.body.roll).toHaveLength(21);
  });

  it('given a recusal, then the member counts neither for the quorum nor the votes of that item', async () => {
    const plan = planAt(1);
    const recusal = { memberId: members[13]?.id, planId: plan, kind: 'recused', reason: '해당 지역 자문 이력 (가상)' };
    expect((await post(`/meetings/${first}/recusals`, recusal)).status).toBe(201);
    expect((await post(`/meetings/${first}/recusals`, recusal)).body.code).toBe('committee.recused-already');
    const preselect = { outcome: 'preselect' };
    expect(codes(await resolve(first, plan, { ...preselect, votes: tally(14) }))).toEqual(['committee.vote.sum']);
    const ballots = there(14).map((one) => ({ ...one, vote: 'for' }));
    expect(codes(await resolve(first, plan, { ...preselect, ballots }))).toEqual(['committee.ballot.no-vote']);
    expect(codes(await resolve(first, plan, preselect))).toEqual(['committee.votes.one-way']);
    const made = await resolve(first, plan, { ...preselect, ballots: ballots.slice(0, 13) });
    expect(made.body).toMatchObject({ no: 1, votes: { for: 13, against: 0, abstain: 0 }, deviates: false });
    expect((await post(`/meetings/${first}/recusals`, recusal)).status).toBe(409);
  });

  it('given a plan that is put off, then its province sees nothing of it', async () => {
    const plan = planAt(2);
    const before = await planOf(plan, approverOf(plan));
    const defer = { outcome: 'defer', votes: tally(14) };
    expect(codes(await resolve(first, plan, defer))).toEqual(['resolution.reason-required']);
    expect((await resolve(first, plan, { ...defer, reason: REASON })).status).toBe(201);
    expect((await planOf(plan)).state).toBe('deferred');
    expect(await planOf(plan, approverOf(plan))).toEqual(before);
    const listed = async (state: string) =>
      (await get(`/plans?roundId=${roundId}&state=${state}`, approverOf(plan))).items;
    expect((await listed('scored')).map(({ id }: { id: string }) => id)).toEqual([plan]);
    expect(await listed('deferred')).toEqual([]);
    const withdrawn = await post(`/plans/${plan}/withdrawal`, { reason: '철회합니다 (가상)' }, approverOf(plan));
    expect(withdrawn.text).not.toContain('deferred');
  });

  it('given four places taken, when 20 preselections arrive at once, then one of them stands and is shown as leaving the ranking', async () => {
    for (const rank of [3, 4, 5])
      expect((await resolve(first, planAt(rank), { outcome: 'preselect', votes: tally(14) })).status).toBe(201);
    const rest = ranked.slice(5, -1).filter(({ passesCutOff }) => passesCutOff);
    expect(codes(await resolve(first, planAt(6), { outcome: 'preselect', votes: tally(14) }))).toEqual([
      'resolution.reason-required',
    ]);
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, at) =>
        resolve(first, (rest[at % rest.length] as Ranked).planId, {
          outcome: 'preselect',
          votes: tally(14),
          reason: REASON,
        }),
      ),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    for (const { status, body } of answers.filter((answer) => answer.status !== 201))
      expect([status, ['resolution.quota-full', 'designation.resolved-already'].includes(body.code)]).toEqual([
        409,
        true,
      ]);
    const standing = await get(`/rounds/${roundId}/deliberation`, 'molit-cochair');
    expect(standing).toMatchObject({ quota: { quota: 5, used: 5, left: 0 }, deviations: 2 });
    expect(standing.plans.map(({ recused }: { recused: number }) => recused)).toEqual([1, ...Array(10).fill(0)]);
    expect(standing.plans.filter(({ deviates }: { deviates: boolean }) => deviates)).toHaveLength(2);
  });

  it('given the others, then they go on the reserve list, in order, each place once', async () => {
    const { plans } = await get(`/rounds/${roundId}/deliberation`);
    const open = plans.filter(
      ({ outcome, planId }: { outcome: string | null; planId: string }) =>
        outcome === null && planId !== ranked.at(-1)?.planId,
    );
    const [one, two, ...others] = open as Ranked[];
    const reserve = { outcome: 'reserve', votes: tally(14) };
    expect((await resolve(first, one?.planId ?? '', reserve)).body.reserveOrder).toBe(1);
    expect(codes(await resolve(first, two?.planId ?? '', { ...reserve, reserveOrder: 1 }))).toContain(
      'reserve.order-taken',
    );
    expect((await resolve(first, two?.planId ?? '', reserve)).body.reserveOrder).toBe(2);
    for (const { planId } of others)
      expect((await resolve(first, planId, { outcome: 'refuse', votes: tally(14) })).status).toBe(201);
    const last = await resolve(first, ranked.at(-1)?.planId ?? '', { outcome: 'refuse', votes: tally(14) });
    expect(last.body.code).toBe('designation.not-on-agenda');
  });

  it('given a draft of the resolution, when it changes, then it has to be signed anew, by two people of two ministries', async () => {
    expect((await post(`/meetings/${first}/resolution-documents`)).body.code).toBe('designation.meeting-not-now');
    const topic = { itemNo: ranked.length, decision: 'approve', votes: tally(14) };
    expect((await post(`/meetings/${first}/item-resolutions`, topic)).status).toBe(201);
    await post(`/meetings/${first}/closing`, { minutes: '가상 회의록' });
    const drafted = await post(`/meetings/${first}/resolution-documents`);
    expect(drafted.body).toMatchObject({ no: 1, state: 'waiting' });
    expect(drafted.body.items.filter(({ deviates }: { deviates: boolean }) => deviates)).toHaveLength(2);
    const sign = (as: string, document: { id: string; contentHash: string }) =>
      post(`/resolution-documents/${document.id}/signatures`, { contentHash: document.contentHash }, as);
    expect((await sign('molit-officer', drafted.body)).status).toBe(403);
    expect((await sign('motie-cochair', { ...drafted.body, contentHash: '0'.repeat(64) })).body.code).toBe(
      'committee.other-content',
    );
    expect((await sign('motie-cochair', drafted.body)).status).toBe(201);
    expect((await sign('motie-cochair', drafted.body)).body.code).toBe('committee.four-eyes');
    expect((await post(`/meetings/${first}/resolution-documents`)).body.code).toBe('committee.draft-same');
    const correction = { minutes: '가상 회의록, 고침', reason: '기권 사유를 덧붙임 (가상)' };
    expect((await send(SECRETARY, 'PUT', `/meetings/${first}/minutes`, correction)).status).toBe(200);
    expect((await sign('molit-cochair', drafted.body)).body.code).toBe('committee.draft-superseded');
    const again = await post(`/meetings/${first}/resolution-documents`);
    expect(again.body).toMatchObject({ no: 2, state: 'waiting', signatures: [] });
    const both = await Promise.all([sign('motie-cochair', again.body), sign('molit-cochair', again.body)]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    const { items } = await get(`/meetings/${first}/resolution-documents`, 'auditor');
    expect(items.map(({ state }: { state: string }) => state)).toEqual(['stale', 'signed']);
    const paper = await send('auditor', 'GET', `/resolution-documents/${again.body.id}/resolution.pdf`);
    expect([paper.status, paper.raw.subarray(0, 5).toString()]).toEqual([200, '%PDF-']);
  });

  it('given a plan put off and one left out, then nothing is announced before another meeting decides, its chair in turn', async () => {
    const early = await announce();
    expect([early.status, codes(early)]).toEqual([409, ['designation.unresolved', 'designation.deferred']]);
    const urgent = { heldAt: AGAIN, urgentReason: '재심의가 급함 (가상)' };
    const call = (more: object) => post(`/rounds/${roundId}/meetings`, { ...urgent, ...more });
    expect(codes(await call({ chairMinistry: 'MOTIE' }))).toEqual(['committee.chair.same-again']);
    second = (await call({ chairMinistry: 'MOLIT' })).body.id;
    await app.clock(AGAIN);
    await post(`/meetings/${second}/opening`, { attendance: there(12) });
    expect((await resolve(second, planAt(1), { outcome: 'refuse', votes: tally(12), reason: REASON })).body.code).toBe(
      'designation.resolved-already',
    );
    const put = planAt(2);
    expect((await resolve(second, put, { outcome: 'preselect', votes: tally(12) })).body.code).toBe(
      'resolution.quota-full',
    );
    const reserve = { outcome: 'reserve', votes: tally(12), reason: REASON };
    expect((await resolve(second, put, reserve)).body).toMatchObject({ no: 2, reserveOrder: 3, deviates: true });
    expect((await resolve(second, ranked.at(-1)?.planId ?? '', { outcome: 'refuse', votes: tally(12) })).status).toBe(
      201,
    );
    await post(`/meetings/${second}/closing`, { minutes: '가상 회의록' });
    expect(codes(await announce())).toEqual(['designation.unsigned']);
    const { body: draft } = await post(`/meetings/${second}/resolution-documents`);
    for (const as of ['motie-cochair', 'molit-cochair'])
      await post(`/resolution-documents/${draft.id}/signatures`, { contentHash: draft.contentHash }, as);
    expect((await announce()).status).toBe(201);
    expect((await planOf(put)).state).toBe('reserve');
  });

  it('given a region that gives up, then its place goes to the next reserve, and only once', async () => {
    const { plans } = await get(`/rounds/${roundId}/deliberation`);
    const reserves = plans
      .filter(({ reserveOrder }: { reserveOrder: number | null }) => reserveOrder !== null)
      .toSorted((a: { reserveOrder: number }, b: { reserveOrder: number }) => a.reserveOrder - b.reserveOrder)
      .map(({ planId }: { planId: string }) => planId);
    const promote = (planId: string, body: object = {}) => post(`/plans/${planId}/promotion`, body);
    expect((await promote(reserves[0])).body.code).toBe('resolution.quota-full');
    const gone = planAt(3);
    const giveUp = { letterNumber: '가상 공문 2020-31', reason: '지방비를 마련하지 못함 (가상)' };
    expect((await post(`/plans/${gone}/give-up`, giveUp, approverOf(planAt(1)))).status).toBe(404);
    expect((await post(`/plans/${gone}/give-up`, giveUp, approverOf(gone))).body.state).toBe('cancelled');
    expect((await post(`/plans/${gone}/give-up`, giveUp, approverOf(gone))).body.code).toBe('plan.not-now');
    expect(await quota()).toEqual({ quota: 5, used: 4, left: 1 });
    expect(codes(await promote(reserves[1]))).toEqual(['reserve.out-of-turn']);
    expect(codes(await promote(reserves[1], { reason: REASON }))).toEqual(['reserve.meeting-required']);
    const racing = await Promise.all(Array.from({ length: 20 }, (_, at) => promote(reserves[at % 2])));
    expect(racing.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await planOf(reserves[0])).state).toBe('preselected');
    expect(await quota()).toEqual({ quota: 5, used: 5, left: 0 });
    expect((await promote(gone)).status).toBe(409);
  });

  it('given a cancellation by the committee, then the next reserve may rise, by a meeting also out of turn; nothing is decided on the cancelled', async () => {
    const gone = planAt(4);
    const cancel = { decidedOn: '2020-05-08', reason: '지정 요건을 갖추지 못함 (가상)' };
    expect((await post(`/plans/${gone}/cancellation`, cancel, 'molit-officer')).status).toBe(403);
    expect(codes(await post(`/plans/${gone}/cancellation`, { ...cancel, decidedOn: '2020-05-20' }))).toEqual([
      'committee.decided-ahead',
    ]);
    expect(codes(await post(`/plans/${gone}/cancellation`, { ...cancel, decidedOn: '2020-05-06' }))).toEqual([
      'committee.cancellation.no-meeting',
    ]);
    expect((await post(`/plans/${gone}/cancellation`, cancel)).body.state).toBe('cancelled');
    const third = await post(`/rounds/${roundId}/meetings`, {
      heldAt: '2020-05-09T01:00:00.000Z',
      chairMinistry: 'MOTIE',
      urgentReason: '예비후보 승격이 급함 (가상)',
      agenda: [{ planId: planAt(2) }, { planId: planAt(1) }],
    });
    await app.clock('2020-05-09T01:00:00.000Z');
    await post(`/meetings/${third.body.id}/opening`, { attendance: there(12) });
    expect(
      (await resolve(third.body.id, gone, { outcome: 'preselect', votes: tally(12), reason: REASON })).status,
    ).toBe(409);
    const raise = { meetingId: third.body.id, votes: tally(12), reason: REASON };
    const { plans } = await get(`/rounds/${roundId}/deliberation`);
    const ahead = plans.find(({ reserveOrder }: { reserveOrder: number | null }) => reserveOrder === 2);
    expect((await post(`/plans/${ahead.planId}/promotion`, raise)).body.code).toBe('designation.not-on-agenda');
    expect((await post(`/plans/${planAt(2)}/promotion`, raise)).body.state).toBe('preselected');
    await post(`/meetings/${third.body.id}/closing`, { minutes: '가상 회의록' });
    // the preselected region on the agenda waits for no decision: its draft is not held up by it
    const drafted = await post(`/meetings/${third.body.id}/resolution-documents`);
    expect([drafted.status, drafted.body.items?.length]).toEqual([201, 1]);
    const { items } = await get(`/rounds/${roundId}/resolutions?limit=100`);
    const own = items.filter(({ planId }: { planId: string }) => planId === planAt(2));
    expect(own.map(({ no, outcome }: { no: number; outcome: string }) => [no, outcome]).toSorted()).toEqual([
      [1, 'defer'],
      [2, 'reserve'],
      [3, 'preselect'],
    ]);
  });

  it('given a member who leaves, then he sits no more, and what was signed stays signed', async () => {
    const member = members[20];
    const ending = { endedOn: '2020-05-09', reason: '인사이동 (가상)' };
    const ended = await post(`/committee-members/${member?.id}/ending`, ending);
    expect(ended.body).toMatchObject({ endedOn: '2020-05-09', seated: false });
    expect((await post(`/committee-members/${member?.id}/ending`, ending)).body.code).toBe('committee.member.ended');
    const { items } = await get(`/meetings/${first}/resolution-documents`);
    expect(items.at(-1).state).toBe('signed');
  });
});
