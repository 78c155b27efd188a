import { type Answer, TestApp } from '../support/app.js';
import { DutyWatch } from '../support/duties.js';
import { Panel, SECRETARY } from '../support/panel.js';
import { dense, pdfText } from '../support/pdf-text.js';
import { settled, told } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';

const REASON = '시험을 위해 적은 사유입니다. (가상)';
const HELD = '2020-05-07T01:00:00.000Z';
const MOMENT = '2020-05-08T05:00:00.000Z';
const LATER = '2020-05-20T01:00:00.000Z';

describeOnBoth('what the committee does beside its decisions on plans', (dialect) => {
  let app: TestApp;
  let panel: Panel;
  let watch: DutyWatch;
  let plans: string[];
  let convened: string;
  let meeting: string;
  let members: { id: string; chairMinistryId: string | null }[];

  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    panel = new Panel(app);
    const [round] = panel.play.rounds;
    const { deliberation } = round?.cohort.policy ?? {};
    Object.assign(deliberation ?? {}, { cancellation: 'item' });
    Object.assign(deliberation?.committee ?? {}, { chairInPerson: true });
    watch = new DutyWatch(app, () => String(round?.id));
    await panel.play.stretch(2020, '위원회 안건 송부');
    const agenda = panel.play['scenes'].find(({ year, name }) => year === 2020 && name === '위원회 안건 송부');
    await app.clock(String(agenda?.at));
    await agenda?.play();
    plans = (await get('auditor', `${panel.round}/ranking`)).body.plans
      .toSorted((a: { rank: number }, b: { rank: number }) => a.rank - b.rank)
      .map(({ planId }: { planId: string }) => planId);
    convened = (await get(SECRETARY, `${panel.round}/meetings`)).body.items[0].id;
    const seated: typeof members = (await get(SECRETARY, `${panel.round}/committee`)).body.members;
    const isChair = ({ chairMinistryId }: (typeof members)[number]) => chairMinistryId !== null;
    members = [...seated.filter(isChair), ...seated.filter((seat) => !isChair(seat))];
  }, 600_000);
  afterAll(() => app.close());

  const get = (as: string | null, path: string): Promise<Answer> => app.ask('GET', path, as === null ? {} : { as });
  const post = (as: string, path: string, body: object = {}): Promise<Answer> => app.ask('POST', path, { as, body });
  const faults = ({ status, body }: Answer): string[] => [
    `${status} ${body.code ?? ''}`.trim(),
    ...(body.errors ?? []).map(({ field, code }: { field: string; code: string }) => `${field} ${code}`),
  ];
  const statuses = (answers: readonly Answer[]): number[] => answers.map(({ status }) => status).toSorted();
  const kinds = async (): Promise<string[]> => (await watch.open()).map(({ kind }) => kind);
  const call = (more: object = {}): Promise<Answer> =>
    post(SECRETARY, `${panel.round}/meetings`, { heldAt: HELD, chairMinistry: 'MOTIE', ...more });
  const seatOf = async (ministry: string): Promise<string> => {
    const ministryId = await app.organisation(ministry);
    return String(members.find(({ chairMinistryId }) => chairMinistryId === ministryId)?.id);
  };
  const there = (but: object = {}) => members.slice(0, 14).map(({ id }) => ({ memberId: id, ...but }));
  const tally = (present: number) => ({ for: present - 1, against: 0, abstain: 1 });
  const resolveItem = (itemNo: number, body: object, id = meeting): Promise<Answer> =>
    post(SECRETARY, `/meetings/${id}/item-resolutions`, { itemNo, ...body });
  const sign = async (id: string): Promise<void> => {
    const draft = await panel.act(SECRETARY, `/meetings/${id}/resolution-documents`);
    for (const chair of ['molit-cochair', 'motie-cochair'])
      await panel.act(chair, `/resolution-documents/${draft.id}/signatures`, { contentHash: draft.contentHash });
  };

  describe('a meeting that is not held', () => {
    const cancel = (id: string, as = SECRETARY) => post(as, `/meetings/${id}/cancellation`, { reason: REASON });

    it('is cancelled with a reason by who calls meetings, once however many ask, and the members are told', async () => {
      expect(faults(await cancel(convened, 'molit-officer'))).toEqual(['403 access.forbidden']);
      expect((await cancel(convened, 'busan-approver')).status).toBe(404);
      expect((await cancel(convened, 'evaluator-2020-1')).status).toBe(404);
      expect((await post(SECRETARY, `/meetings/${convened}/cancellation`, { reason: '급' })).status).toBe(422);
      const plan = { memberId: members[3]?.id, planId: plans[0], kind: 'recused', reason: REASON };
      await panel.act(SECRETARY, `/meetings/${convened}/recusals`, plan);
      const answers = await Promise.all(Array.from({ length: 8 }, () => cancel(convened)));
      expect(statuses(answers)).toEqual([200, ...Array(7).fill(409)]);
      const done = answers.find(({ status }) => status === 200);
      expect(done?.body).toMatchObject({ state: 'cancelled', cancelReason: REASON, roll: null, present: null });
      await settled(app);
      expect(await told(app, ['MeetingCancelled'])).toEqual([
        'molit-cochair MeetingCancelled',
        'motie-cochair MeetingCancelled',
      ]);
      const [entry] = await panel.history('MeetingCancelled');
      expect(entry).toMatchObject({ reason: REASON, from: 'convened', to: 'cancelled' });
    });

    it('opens no more, is nobody’s turn in the chair, and leaves its items and its day to another', async () => {
      const opened = await post(SECRETARY, `/meetings/${convened}/opening`, { attendance: there() });
      expect(faults(opened)).toEqual(['409 designation.meeting-not-now']);
      expect(await kinds()).toEqual(['convene-meeting']);
      const { body: tallied } = await get('auditor', `${panel.round}/deliberation`);
      expect(tallied.plans.map(({ recused }: { recused: number }) => recused)).toEqual(Array(11).fill(0));
      const agenda = [
        ...plans.map((planId) => ({ planId })),
        { title: '운영세칙 개정 (가상)' },
        { title: '추진현황 보고 (가상)' },
        { title: '다음 회의 일정 (가상)' },
      ];
      const called = await call({ agenda });
      expect([called.status, called.body.agenda[11]]).toEqual([
        201,
        { no: 12, planId: null, title: '운영세칙 개정 (가상)' },
      ]);
      meeting = called.body.id;
      expect(await kinds()).toEqual([]);
    });

    it('is either opened or cancelled, where both are tried at once', async () => {
      const { body: other } = await call({ chairMinistry: 'MOLIT' });
      await app.clock(HELD);
      const [opened, cancelled] = await Promise.all([
        post(SECRETARY, `/meetings/${other.id}/opening`, { attendance: there() }),
        cancel(other.id),
      ]);
      expect(statuses([opened, cancelled])).toEqual([200, 409]);
      const { items } = (await get(SECRETARY, `${panel.round}/meetings`)).body;
      const state = items.find(({ id }: { id: string }) => id === other.id).state;
      expect(state).toBe(opened.status === 200 ? 'open' : 'cancelled');
      if (state === 'open') await panel.act(SECRETARY, `/meetings/${other.id}/closing`, { minutes: REASON });
    });
  });

  describe('the chair', () => {
    const open = (body: object) => post(SECRETARY, `/meetings/${meeting}/opening`, body);

    it('is taken in person where the policy asks for it, or by the other co-chair with a reason', async () => {
      const motie = await seatOf('MOTIE');
      const absent = ['422 content.invalid', 'attendance committee.chair.absent'];
      const without = members.slice(0, 15).filter(({ id }) => id !== motie);
      expect(faults(await open({ attendance: without.map(({ id }) => ({ memberId: id })) }))).toEqual(absent);
      const delegate = there().map((one) => (one.memberId === motie ? { ...one, delegate: '가상 국장' } : one));
      expect(faults(await open({ attendance: delegate }))).toEqual(absent);
      expect(faults(await open({ attendance: delegate, chairMinistry: 'MOLIT' }))).toEqual([
        '422 content.invalid',
        'chairReason committee.chair.other',
      ]);
      expect(faults(await open({ attendance: delegate, chairMinistry: 'MOEF', chairReason: REASON }))).toEqual([
        '422 content.invalid',
        'chairMinistry designation.chair-ministry',
      ]);
      const opened = await open({ attendance: delegate, chairMinistry: 'MOLIT', chairReason: REASON });
      expect(opened.body).toMatchObject({
        state: 'open',
        chairMinistryId: await app.organisation('MOLIT'),
        chairReason: REASON,
      });
      expect((await post(SECRETARY, `/meetings/${meeting}/cancellation`, { reason: REASON })).status).toBe(409);
    });
  });

  describe('an item that is no plan', () => {
    it('has its own vote, without whoever is recused from it, once however many record it', async () => {
      const recusal = { memberId: members[13]?.id, kind: 'excluded', reason: REASON };
      const recuse = (more: object) => post(SECRETARY, `/meetings/${meeting}/recusals`, { ...recusal, ...more });
      expect(faults(await recuse({}))).toEqual(['422 content.invalid', 'planId committee.item.one']);
      expect(faults(await recuse({ itemNo: 1 }))).toEqual(['422 content.invalid', 'itemNo committee.agenda.no-item']);
      expect(faults(await recuse({ itemNo: 15 }))).toEqual(['422 content.invalid', 'itemNo committee.agenda.no-item']);
      expect((await recuse({ itemNo: 12 })).body).toMatchObject({ planId: null, itemNo: 12 });
      expect(faults(await recuse({ itemNo: 12 }))).toEqual(['409 committee.recused-already']);
      expect(faults(await resolveItem(1, { decision: 'note' }))).toEqual(['409 committee.item.plan-waits']);
      expect(faults(await resolveItem(15, { decision: 'note' }))[1]).toBe('itemNo committee.agenda.no-item');
      expect(faults(await resolveItem(12, { decision: 'approve' }))[1]).toBe('votes committee.item.vote-missing');
      expect(faults(await resolveItem(12, { decision: 'approve', votes: tally(14) }))[1]).toBe(
        'present committee.vote.sum',
      );
      const ballots = there().map((one) => ({ ...one, vote: 'for' }));
      expect(faults(await resolveItem(12, { decision: 'amend', ballots }))[1]).toBe(
        'ballots[13].memberId committee.ballot.no-vote',
      );
      expect(faults(await resolveItem(12, { decision: 'amend', ballots: ballots.slice(0, 13) }))[1]).toBe(
        'reason committee.item.reason',
      );
      const amended = { decision: 'amend', ballots: ballots.slice(0, 13), reason: REASON };
      const answers = await Promise.all(Array.from({ length: 8 }, () => resolveItem(12, amended)));
      expect(statuses(answers)).toEqual([201, ...Array(7).fill(409)]);
      expect(answers.find(({ status }) => status === 201)?.body).toMatchObject({
        itemNo: 12,
        planId: null,
        title: '운영세칙 개정 (가상)',
        votes: { for: 13, against: 0, abstain: 0 },
      });
      expect(faults(await recuse({ itemNo: 12, memberId: members[2]?.id }))).toEqual([
        '409 designation.resolved-already',
      ]);
      expect((await resolveItem(13, { decision: 'note' })).body.votes).toBeNull();
      await expect(panel.write(`UPDATE "item_resolution" SET "decision" = ?`, ['reject'])).rejects.toThrow(
        /append-only/,
      );
    });

    it('holds the closing until it has a decision, and stands in the resolution', async () => {
      for (const [index, planId] of plans.entries())
        await panel.act(SECRETARY, `/meetings/${meeting}/resolutions`, {
          planId,
          outcome: index < 5 ? 'preselect' : 'refuse',
          votes: tally(14),
        });
      const close = (more: object = {}) =>
        post(SECRETARY, `/meetings/${meeting}/closing`, { minutes: '가상 회의록', ...more });
      expect(faults(await close())).toEqual(['409 committee.topics-open']);
      await panel.act(SECRETARY, `/meetings/${meeting}/item-resolutions`, {
        itemNo: 14,
        decision: 'put-off',
        reason: REASON,
      });
      const notThere = ['422 content.invalid', 'closedById committee.chair.not-there'];
      expect(faults(await close({ closedById: await seatOf('MOTIE') }))).toEqual(notThere); // by a delegate
      expect(faults(await close({ closedById: members[4]?.id }))).toEqual(notThere);
      const molit = await seatOf('MOLIT');
      expect((await close({ closedById: molit })).body).toMatchObject({ state: 'closed', closedById: molit });
      expect(await kinds()).toEqual(['sign-resolution']);
      const draft = await panel.act(SECRETARY, `/meetings/${meeting}/resolution-documents`);
      const decisions = draft.decisions as { itemNo: number; decision: string; recused: object[] }[];
      expect(decisions.map(({ itemNo, decision, recused }) => [itemNo, decision, recused.length])).toEqual([
        [12, 'amend', 1],
        [13, 'note', 0],
        [14, 'put-off', 0],
      ]);
      const { raw } = await get('auditor', `/resolution-documents/${draft.id}/resolution.pdf`);
      const paper = dense(pdfText(raw).pages.join('\n'));
      for (const text of ['기타안건', '운영세칙개정', '수정의결', '보고접수', '보류', '13/0/0'])
        expect(paper).toContain(text);
      for (const chair of ['molit-cochair', 'motie-cochair'])
        await panel.act(chair, `/resolution-documents/${draft.id}/signatures`, { contentHash: draft.contentHash });
      expect(await kinds()).toEqual(['announce-preselection']);
      const listed = await get('molit-cochair', `/meetings/${meeting}/item-resolutions`);
      expect(listed.body.items).toHaveLength(3);
      expect((await get('busan-approver', `/meetings/${meeting}/item-resolutions`)).status).toBe(404);
    });
  });

  describe('an announcement that is sealed', () => {
    const path = () => `${panel.round}/announcement`;
    const seal = (more: object = {}): Promise<Answer> =>
      post('molit-officer', path(), { title: '예비선정 (가상)', figures: [], publishAt: MOMENT, ...more });
    const withdraw = (contentHash: string, as = 'motie-officer'): Promise<Answer> =>
      post(as, `${path()}/withdrawal`, { contentHash, reason: REASON });

    it('is withdrawn before its moment by an owner ministry, once, and nobody outside ever learns of it', async () => {
      expect(faults(await withdraw('0'.repeat(64)))).toEqual(['409 announcement.none-sealed']);
      const { body: sealed } = await seal();
      expect(await kinds()).toEqual([]);
      expect(faults(await seal())).toEqual(['409 announcement.set-already']);
      expect(faults(await withdraw(sealed.contentHash, SECRETARY))).toEqual(['403 access.forbidden']);
      expect(faults(await withdraw('0'.repeat(64)))).toEqual(['409 announcement.other-content']);
      const answers = await Promise.all(
        ['molit-officer', 'motie-officer', 'motie-officer'].map((as) => withdraw(sealed.contentHash, as)),
      );
      expect(statuses(answers)).toEqual([200, 409, 409]);
      expect(answers.find(({ status }) => status === 200)?.body).toMatchObject({
        no: 1,
        published: false,
        withdrawal: { reason: REASON },
      });
      for (const as of [null, 'busan-writer', 'auditor'])
        expect([as, (await get(as, path())).status]).toEqual([as, 404]);
      expect((await get(null, `${panel.round}/announcements`)).body.items).toEqual([]);
      expect((await panel.history('AnnouncementWithdrawn'))[0]).toMatchObject({ reason: REASON });
      for (const type of ['AnnouncementSealed', 'AnnouncementWithdrawn'])
        expect((await get('busan-writer', `/history?type=${type}`)).body.items ?? []).toEqual([]);
      expect(await kinds()).toEqual(['announce-preselection']);
    });

    it('leaves the records to be mended: minutes are corrected, signed anew, and another is sealed', async () => {
      const minutes = { minutes: '가상 회의록, 고침', reason: REASON };
      await panel.act(SECRETARY, `/meetings/${meeting}/minutes`, minutes, 'PUT');
      expect(faults(await seal())).toEqual(['409 round.step-held', 'resolution designation.unsigned']);
      await sign(meeting);
      expect((await seal()).body).toMatchObject({ no: 2, published: false, withdrawal: null });
      const { items } = (await get('auditor', `${panel.round}/announcements`)).body;
      expect(
        items
          .map(({ no, withdrawal }: { no: number; withdrawal: object | null }) => [no, withdrawal !== null])
          .toSorted(),
      ).toEqual([
        [1, true],
        [2, false],
      ]);
    });

    it('stands within a minute of its moment, and from it on whatever is tried at that instant', async () => {
      const { contentHash } = (await get('auditor', path())).body;
      await app.clock('2020-05-08T04:59:10.000Z');
      const late = await withdraw(contentHash);
      expect([faults(late), late.body.allowed]).toEqual([['409 announcement.past-withdrawal'], []]);
      const [, ...answers] = await Promise.all([
        app.clock(MOMENT),
        withdraw(contentHash, 'molit-officer'),
        withdraw(contentHash),
      ]);
      expect(statuses(answers)).toEqual([409, 409]);
      await settled(app);
      const { status, body } = await get(null, path());
      expect([status, body.no, body.published, body.withdrawal]).toEqual([200, 2, true, null]);
      expect((await get(null, `${panel.round}/announcements`)).body.items).toHaveLength(1);
      expect((await get(null, panel.round)).body).toMatchObject({ state: 'published', publishedAt: MOMENT });
      expect((await panel.history('PreselectionAnnounced')).length).toBe(11);
      expect(faults(await withdraw(contentHash))).toEqual(['409 round.not-now']);
    });
  });

  describe('the cancellation of a selection', () => {
    let later: string;
    const cancel = (body: object): Promise<Answer> =>
      post(SECRETARY, `/plans/${plans[0]}/cancellation`, { decidedOn: '2020-05-20', reason: REASON, ...body });

    it('needs the vote of a meeting on that region, where the policy asks for it', async () => {
      const agenda = [{ planId: plans[0], title: '선정 취소 (가상)' }, { planId: plans[1] }];
      later = (await call({ heldAt: LATER, agenda, chairMinistry: 'MOTIE' })).body.id;
      await app.clock(LATER);
      await panel.act(SECRETARY, `/meetings/${later}/opening`, { attendance: there() });
      expect(faults(await cancel({}))[1]).toBe('itemResolutionId committee.cancellation.item-required');
      const vote = async (itemNo: number, decision: string, count: number) =>
        (await resolveItem(itemNo, { decision, votes: { for: count, against: 14 - count, abstain: 0 } }, later)).body
          .id;
      const other = await vote(2, 'reject', 3);
      expect(faults(await cancel({ itemResolutionId: other })).slice(1)).toEqual([
        'itemResolutionId committee.cancellation.other-plan',
        'itemResolutionId committee.cancellation.not-carried',
      ]);
      expect(faults(await cancel({ itemResolutionId: later }))[1]).toBe(
        'itemResolutionId committee.cancellation.unknown',
      );
      const itemResolutionId = await vote(1, 'approve', 12);
      expect(faults(await cancel({ itemResolutionId, decidedOn: '2020-05-19' }))[1]).toBe(
        'decidedOn committee.cancellation.other-day',
      );
      expect((await cancel({ itemResolutionId })).body.state).toBe('cancelled');
      const [entry] = await panel.history('PlanCancelled');
      expect(entry).toMatchObject({
        reason: REASON,
        data: { decidedOn: '2020-05-20', meetingId: later, itemResolutionId },
      });
    });

    it('is in a resolution whose draft waits for the co-chairs long after the announcement', async () => {
      await panel.act(SECRETARY, `/meetings/${later}/closing`, { minutes: '가상 회의록' });
      const draft = await panel.act(SECRETARY, `/meetings/${later}/resolution-documents`);
      const signatures = async () => (await watch.open()).filter(({ kind }) => kind === 'sign-resolution');
      const [molit, motie] = await Promise.all(['molit-cochair', 'motie-cochair'].map((name) => app.person(name)));
      const owners = async () => (await signatures()).map((duty) => [duty.subjectId, duty.at, duty.owners]);
      expect(await owners()).toEqual([
        [later, draft.draftedAt, expect.arrayContaining([{ personId: motie }, { personId: molit }])],
      ]);
      const { round } = await watch.context();
      for (const state of ['objection-window', 'confirmed', 'executing'] as const)
        expect(
          (await watch.open({ round: { ...round, state } })).filter(({ kind }) => kind === 'sign-resolution'),
        ).toHaveLength(1);
      await panel.act('motie-cochair', `/resolution-documents/${draft.id}/signatures`, {
        contentHash: draft.contentHash,
      });
      expect(await owners()).toEqual([[later, draft.draftedAt, [{ personId: molit }]]]);
      await panel.act('molit-cochair', `/resolution-documents/${draft.id}/signatures`, {
        contentHash: draft.contentHash,
      });
      expect(await owners()).toEqual([]);
    });
  });
});
