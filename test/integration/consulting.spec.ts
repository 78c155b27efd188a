import { randomUUID } from 'node:crypto';
import { TestApp } from '../support/app.js';
import { DutyWatch } from '../support/duties.js';
import { speakingTo } from '../support/notices.js';
import { playIn } from '../support/play.js';
import { describeOnBoth } from '../support/stores.js';

/** 광주's consultant in the play. */
const [OWN, OTHER] = ['consultant-2', 'consultant-3'];
const WORDS = '세부사업의 규모를 다시 살펴 주십시오. (가상)';
const WHY = '추가 자문이 필요합니다. (가상)';
const DUE = '2020-03-16T00:00:00.000Z';

interface Row {
  readonly opinionId: string;
  readonly consultant: string | null;
  readonly changes: readonly { readonly path: string; readonly delta: string | null }[];
  readonly [field: string]: unknown;
}

describeOnBoth('the consulting ledger', (dialect) => {
  let app: TestApp;
  let play: ReturnType<typeof playIn>;
  let watch: DutyWatch;
  /** Two sub-projects of the version that was read. */
  let first: string;
  let second: string;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    watch = new DutyWatch(app, () => String(play.rounds[0]?.id));
    await play.stretch(2020, '의견 반영, 본접수 시작');
    const { body } = await app.ask('GET', path('/versions/1'), { as: OWN });
    [first, second] = body.content.subProjects.map(({ key }: { key: string }) => key);
  }, 120_000);
  afterAll(() => app.close());

  const { act, list } = speakingTo(() => app);
  const path = (more = '') => `/plans/${play.rounds[0]?.plan('GWANGJU').id}${more}`;
  const refusal = async (as: string, to: string, body: object) => {
    const { status, body: problem } = await app.ask('POST', to, { as, body });
    const findings = (problem.errors ?? []).map(({ field, code }: Record<string, string>) => `${field} ${code}`);
    return [status, problem.code, ...findings];
  };
  const advise = (target: string, more: object = {}) =>
    act(OWN, 'POST', path('/opinions'), { target, text: WORDS, ...more });
  const answer = (opinion: { id: string }, body: object) =>
    act('gwangju-writer', 'POST', `/opinions/${opinion.id}/answer`, body);
  const duties = async (kind: string) =>
    (await watch.open()).filter((duty) => duty.kind === kind && duty.params['province'] === '광주');
  const followUp = async (as = 'gwangju-writer', query = '') =>
    (await app.ask('GET', path(`/follow-up${query}`), { as })).body;

  describe('an opinion', () => {
    it('is about a section or a row of the version that was read; a place by number becomes its key', async () => {
      expect(await advise(`subProjects[${first}]`, { severity: 'must' })).toMatchObject({
        target: `subProjects[${first}]`,
        severity: 'must',
        consultingRound: 1,
        onVersionNo: 1,
      });
      const old = await act(OWN, 'POST', path('/opinions'), { section: 'subProjects[1].name', text: WORDS });
      expect(old).toMatchObject({
        section: 'subProjects[1].name',
        target: `subProjects[${second}]`,
        severity: 'should',
      });
    });

    it.each([
      ['about nothing', {}, ['target consulting.target-missing']],
      ['about a row there is not', { target: 'subProjects[none]' }, ['target consulting.target-unknown']],
      ['about free words', { section: '예산 부분' }, ['section consulting.target-unknown']],
      [
        'due before now, at a meeting there was not',
        { target: 'budget', dueAt: '2020-03-01T00:00:00Z', meetingId: randomUUID() },
        ['dueAt consulting.due-past', 'meetingId consulting.meeting-unknown'],
      ],
    ])('%s is refused, naming the field', async (_what, body, findings) => {
      const wrong = await refusal(OWN, path('/opinions'), { text: WORDS, ...body });
      expect(wrong).toEqual([422, 'content.invalid', ...findings]);
    });

    it('is to be answered by its own day, where that comes before the usual term', async () => {
      expect((await duties('answer-opinion')).map(({ at }) => at)).toEqual(['2020-03-17T09:00:00.000Z']);
      await advise('budget', { dueAt: DUE });
      expect((await duties('answer-opinion')).map(({ at }) => at)).toEqual([DUE]);
    });
  });

  describe('a meeting', () => {
    const met = { phase: 'pre', kind: 'visit', heldOn: '2020-03-13', place: '하남산단', attendees: ['가상 위원'] };
    const record = (as: string, more: object = {}) =>
      act(as, 'POST', path('/consulting-meetings'), { ...met, summary: '현장을 둘러보았습니다. (가상)', ...more });

    it('is recorded by the consultant or the secretariat, corrected by a new record, and named by opinions', async () => {
      const visit = await record(OWN);
      expect(visit).toMatchObject({ consultingRound: 1, correctsId: null, correctedById: null });
      const corrected = await record('kicox-secretary', { place: '첨단산단', correctsId: visit.id });
      const all = await list('gwangju-approver', path('/consulting-meetings'));
      const found = all.find(({ id }: { id: string }) => id === visit.id);
      expect(found).toMatchObject({ place: '하남산단', correctedById: corrected.id });
      expect(await advise('narrative.status', { meetingId: corrected.id })).toMatchObject({ meetingId: corrected.id });
      expect(
        await refusal(OWN, path('/consulting-meetings'), { ...met, summary: WORDS, correctsId: visit.id }),
      ).toEqual([409, 'consulting.meeting-corrected']);
    });

    it('took place, in a round there is, and is never changed', async () => {
      const wrong = { ...met, summary: WORDS, heldOn: '2020-12-31', consultingRound: 2, correctsId: randomUUID() };
      expect(await refusal(OWN, path('/consulting-meetings'), wrong)).toEqual([
        422,
        'content.invalid',
        'consultingRound consulting.round-unknown',
        'heldOn consulting.meeting-to-come',
        'correctsId consulting.meeting-unknown',
      ]);
      expect((await refusal(OTHER, path('/consulting-meetings'), { ...met, summary: WORDS }))[0]).toBe(404);
      const change = app.database.store.write(({ manager }) =>
        manager.query(`UPDATE "consulting_meeting" SET "place" = 'elsewhere'`),
      );
      await expect(change).rejects.toThrow(/append-only/);
    });
  });

  describe('a round of consulting', () => {
    it('asks every consultant of the plan again, takes the opinions from then on, and closes when none waits', async () => {
      expect(await duties('give-opinion')).toEqual([]);
      const opened = await act('kicox-secretary', 'POST', path('/consulting-rounds'), { reason: WHY });
      expect(opened).toMatchObject({ phase: 'pre', no: 2, closedAt: null });
      expect(await duties('give-opinion')).toHaveLength(1);
      const opinion = await advise('narrative.direction');
      expect(opinion.consultingRound).toBe(2);
      expect(await duties('give-opinion')).toEqual([]);
      const close = `/consulting-rounds/${opened.id}/close`;
      expect(await refusal('kicox-secretary', close, {})).toEqual([409, 'consulting.round-waits']);
      await answer(opinion, { answer: 'adopted' });
      expect((await act('kicox-secretary', 'POST', close)).closedAt).not.toBeNull();
      expect(await refusal('kicox-secretary', close, {})).toEqual([409, 'consulting.round-closed']);
    });

    it('leaves the older ones open; without any there are no opinions', async () => {
      const late = await advise('narrative.living');
      expect(late.consultingRound).toBe(1);
      const [one] = await list(OWN, path('/consulting-rounds'));
      for (const opinion of await list('gwangju-writer', path('/opinions')))
        if (opinion.allowed.includes('answer') && opinion.id !== late.id)
          await answer(opinion, ANSWERS(opinion.target));
      await answer(late, { answer: 'not-adopted', reason: '이번 계획의 범위를 벗어납니다. (가상)' });
      await act('kicox-secretary', 'POST', `/consulting-rounds/${one.id}/close`);
      expect(await refusal(OWN, path('/opinions'), { target: 'budget', text: WORDS })).toEqual([
        409,
        'consulting.no-open-round',
      ]);
      await act('kicox-secretary', 'POST', path('/consulting-rounds'), { reason: WHY });
    });
  });

  /** 반영 on the budget, with a link; 일부반영 where the play answers so; 반영 without any change on the status. */
  const ANSWERS = (target: string) =>
    target === 'budget'
      ? { answer: 'partly-adopted', reason: '연차별 배분만 조정하였습니다. (가상)', changes: ['indicators'] }
      : { answer: 'adopted' };

  describe('an answer', () => {
    it('names places of the plan, and a version that is there', async () => {
      const opinion = await advise('basics');
      const body = { answer: 'adopted', changes: ['title', '어딘가'], inVersionNo: 1 };
      expect(await refusal('gwangju-writer', `/opinions/${opinion.id}/answer`, body)).toEqual([
        422,
        'content.invalid',
        'changes[1] consulting.change-path',
        'inVersionNo consulting.change-version',
      ]);
      const answered = await answer(opinion, { answer: 'adopted', changes: ['title'] });
      expect(answered.turns.at(-1)).toMatchObject({ changes: ['title'], inVersionNo: 2 });
    });
  });

  describe('the 후속조치표', () => {
    it('is empty of changes before the next version', async () => {
      const matrix = await followUp();
      expect(matrix).toMatchObject({ from: 1, to: 1, difference: { won: '0', indicators: {} }, unexplained: [] });
      expect(matrix.rows.every(({ pending, compared }: Row) => pending === true && compared === null)).toBe(true);
    });

    it('accounts for every won between what was read and what was filed', async () => {
      const { body: read } = await app.ask('GET', path('/versions/1'), { as: OWN });
      await play.stretch(2020, '마감 1분 뒤 제출 시도', '의견 반영, 본접수 시작');
      const { body: filed } = await app.ask('GET', path('/versions/2'), { as: OWN });
      const sumOf = ({ content }: { content: { budget: { amount: string }[] } }) =>
        content.budget.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
      const { difference, accounts, unexplained, opinions } = await followUp();
      expect(BigInt(difference.won)).toBe(sumOf(filed) - sumOf(read));
      const wons = Object.values<{ won: string }>(accounts).map(({ won }) => BigInt(won));
      expect(wons.reduce((sum, won) => sum + won, 0n)).toBe(BigInt(difference.won));
      expect(wons.filter((won) => won !== 0n).length).toBeGreaterThan(1);
      expect(unexplained.length).toBeGreaterThan(0);
      expect(opinions).toMatchObject({ waiting: 0, unanswered: 0, notAdopted: 1 });
    });

    it('follows an opinion to the figures it changed, and flags an adopted one that changed nothing', async () => {
      const { rows } = await followUp();
      const about = (target: string): Row => rows.find((row: Row) => row['target'] === target);
      const money = about(`subProjects[${first}]`);
      expect(money).toMatchObject({ compared: { from: 1, to: 2 }, noChangeFound: false });
      expect(money.changes.map(({ path: at }) => at)).toContain(`budget[${first} 2021 national]`);
      const deltas = money.changes
        .filter(({ path: at }) => at.startsWith('budget['))
        .map(({ delta }) => BigInt(delta ?? 0));
      expect(money['effect']).toMatchObject({ won: String(deltas.reduce((sum, delta) => sum + delta, 0n)) });
      expect(about('narrative.status')).toMatchObject({ changes: [], noChangeFound: true });
    });

    it('is printed and exported as it is', async () => {
      const page = await app.ask('GET', path('/follow-up.html'), { as: 'auditor' });
      expect(page.headers['content-type']).toContain('text/html');
      expect(page.text).toContain('컨설팅 후속조치표');
      expect(page.text).toContain('모의 운영');
      expect(page.text).toContain('반영 답변, 변경 확인 안 됨');
      const book = await app.ask('GET', path('/follow-up.xlsx'), { as: 'molit-officer' });
      expect([book.status, book.raw.subarray(0, 2).toString()]).toEqual([200, 'PK']);
    });

    it('compares the versions asked for, those there are', async () => {
      expect(await followUp('auditor', '?from=2&to=2')).toMatchObject({ from: 2, to: 2, rows: [], unexplained: [] });
      const { status, body } = await app.ask('GET', path('/follow-up?from=3'), { as: 'auditor' });
      expect([status, body.errors[0].field, body.errors[0].code]).toEqual([422, 'from', 'consulting.version-unknown']);
    });

    it('is before the committee when it deliberates, without the names of consultants', async () => {
      const named = ({ rows }: { rows: Row[] }) => rows.some(({ consultant }) => consultant !== null);
      expect(named(await followUp('gwangju-approver'))).toBe(true);
      expect((await app.ask('GET', path('/follow-up'), { as: 'molit-cochair' })).status).toBe(404);
      await app.database.store.write(({ manager }) =>
        manager.query(`UPDATE "round" SET "state" = 'deliberation' WHERE "year" = 2020`),
      );
      const before = await followUp('molit-cochair');
      expect(before.rows.length).toBeGreaterThan(0);
      expect(named(before)).toBe(false);
      expect((await app.ask('GET', path('/opinions'), { as: 'molit-cochair' })).status).toBe(403);
    });
  });

  describe('a consultant', () => {
    const assign = (personId: string, planPath = path('/consultants')) =>
      refusal('kicox-secretary', planPath, { personId, phase: 'pre' });

    it('is nobody who evaluated the province in another round', async () => {
      const personId = await app.person(OTHER);
      const { body: round } = await app.ask('GET', `/rounds/${play.rounds[0]?.id}`, { as: 'molit-officer' });
      const before = await act('molit-officer', 'POST', '/rounds', { year: 2019, title: '2019', policy: round.policy });
      const planId = randomUUID();
      await app.database.store.write(async ({ manager }) => {
        const of = (table: string) => manager.connection.getMetadata(table).target;
        const plan = await manager.findOneByOrFail(of('plan'), { id: play.rounds[0]?.plan('GWANGJU').id });
        await manager.insert(of('plan'), { ...plan, id: planId, roundId: before.id, state: 'not-selected' });
        await manager.insert(of('plan_reader'), {
          id: randomUUID(),
          planId,
          personId,
          capacity: 'evaluator',
          since: '2019-05-01T00:00:00.000Z',
          until: '2019-06-01T00:00:00.000Z',
        });
      });
      expect(await assign(personId)).toEqual([409, 'consulting.is-evaluator']);
    });

    it('is nobody of the province itself', async () => {
      const writer = await app.person('gwangju-writer');
      const grant = { role: 'consultant', organisationId: await app.organisation('KICOX') };
      await act('admin', 'POST', `/people/${writer}/grants`, grant);
      expect(await assign(writer)).toEqual([409, 'consulting.conflict', 'personId consulting.own-organisation']);
      const { body } = await app.ask('POST', path('/consultants'), {
        as: 'kicox-secretary',
        body: { personId: writer, phase: 'pre' },
      });
      expect(body.errors[0].message).toContain('관례');
    });

    it('reads the plan no more once his appointment has ended, and what he said stays', async () => {
      const [appointed] = await list('gwangju-writer', path('/consultants'));
      const opinions = (await list('gwangju-writer', path('/opinions'))).length;
      const end = `/consultants/${appointed.id}/end`;
      expect(await refusal('gwangju-approver', end, { reason: WHY })).toEqual([403, 'access.forbidden']);
      expect(await act('kicox-secretary', 'POST', end, { reason: WHY })).toMatchObject({ endReason: WHY });
      expect(await refusal('kicox-secretary', end, { reason: WHY })).toEqual([409, 'consulting.ended-already']);
      expect((await app.ask('GET', path(), { as: OWN })).status).toBe(404);
      expect(await list('gwangju-writer', path('/opinions'))).toHaveLength(opinions);
      expect(await list('auditor', path('/consultants'))).toMatchObject([{ endReason: WHY }]);
    });
  });
});
