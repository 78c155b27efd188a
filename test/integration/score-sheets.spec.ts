import { programmeOf } from '@daegaejo/composition';
import { readEnv } from '@daegaejo/config';
import { rowsOf, type Store } from '@daegaejo/platform';
import { createApp } from '../../apps/api/src/create-app.js';
import { type Ask, TestApp } from '../support/app.js';
import { playIn } from '../support/play.js';
import { settled } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';

const [CHAIR, SECOND, THIRD] = ['evaluator-2020-1', 'evaluator-2020-2', 'evaluator-2020-3'];
/** Has scored nothing yet when the play stops. */
const FIFTH = 'evaluator-2020-5';
const LEAVER = 'evaluator-2020-6';
const SUBSTITUTE = 'evaluator-busan';
const PANEL = 7;
const REASON = '다시 살펴보니 근거가 더 있습니다. (가상)';

interface Mark {
  readonly criterion: string;
  readonly mark: string | null;
  readonly comment: string | null;
  readonly reason: string | null;
}
interface Sheet {
  readonly id: string;
  readonly planId: string;
  readonly assignmentId: string;
  readonly version: number;
  readonly state: string;
  readonly marks: readonly Mark[] | null;
  readonly allowed: readonly string[];
}

describeOnBoth('the score sheet', (dialect) => {
  let app: TestApp;
  let play: ReturnType<typeof playIn>;
  let criteria: { code: string; max: string }[];
  /** The chair's own on DAEGU, looked up before the lock opens the others' to him. */
  let chairs: Sheet;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    const { policy } = play.rounds[0]?.cohort ?? {};
    const [first] = policy?.criteria ?? [];
    Object.assign(policy?.scoring ?? {}, { abstention: 'mean-of-others', discussion: true, minimumPanel: PANEL });
    Object.assign(first ?? {}, { commentOutside: { low: Math.round((first?.max ?? 0) / 10), high: first?.max } });
    await play.stretch(2020, '나머지 채점');
    criteria = (await app.ask('GET', roundPath())).body.policy.criteria;
    chairs = await own(CHAIR, 'DAEGU');
  }, 180_000);
  afterAll(() => app.close());

  const roundPath = () => `/rounds/${play.rounds[0]?.id}`;
  const plan = (province: string) => String(play.rounds[0]?.plan(province).id);
  const rows = <T>(statement: string) => rowsOf<T>(app.database.store.reader, dialect, statement);
  const post = (as: string, path: string, body?: object, headers = {}) =>
    app.ask('POST', path, { as, headers, ...(body === undefined ? {} : { body }) });
  const patch = (as: string, sheet: { id: string }, body: object, headers = {}) =>
    app.ask('PATCH', `/score-sheets/${sheet.id}`, { as, body, headers });
  const sheetsOf = async (as: string, province?: string): Promise<Sheet[]> => {
    const of = province === undefined ? '' : `&planId=${plan(province)}`;
    return (await app.ask('GET', `${roundPath()}/score-sheets?limit=200${of}`, { as })).body.items;
  };
  /** One's own sheet on a plan: the chair sees the others' too. */
  const own = async (as: string, province: string): Promise<Sheet> => {
    return (await sheetsOf(as, province)).find(({ marks }) => marks !== null) as Sheet;
  };
  const sheet = async (as: string, id: string): Promise<Sheet> =>
    (await app.ask('GET', `/score-sheets/${id}`, { as })).body;
  const versionsOf = (id: string) =>
    rows<{ no: number; phase: string; reasons: string | null; marks: string }>(
      `SELECT "no", "phase", "reasons", "marks" FROM "score_sheet_version" WHERE "sheetId" = '${id}' ORDER BY "no"`,
    );
  const discuss = (open: boolean, as = CHAIR) => post(as, `${roundPath()}/discussion`, { open });
  const lock = () => post(CHAIR, `${roundPath()}/panel-lock`);
  const ranking = async (as = CHAIR) => (await app.ask('GET', `${roundPath()}/ranking`, { as })).body;
  const deliberate = () => post('kicox-secretary', `${roundPath()}/transitions`, { action: 'open-deliberation' });
  const codeOf = ({ status, body }: { status: number; body: { code?: string } | null }) => [status, body?.code];

  describe('saving by itself', () => {
    it('takes only what is sent, needs no version, and takes note of the first save', async () => {
      const { id, version } = await own(FIFTH, 'DAEGU');
      const [a, b] = criteria.map(({ code }) => code) as [string, string];
      const first = await patch(FIFTH, { id }, { marks: [{ criterion: b, mark: '7.00', comment: '나' }] });
      expect([first.status, first.body.version, first.body.state]).toEqual([200, version + 1, 'saved']);
      const { startedAt } = first.body;
      expect(startedAt).not.toBeNull();
      await patch(FIFTH, { id }, { marks: [{ criterion: a, mark: '5.50' }], overall: '전체' });
      const third = await patch(FIFTH, { id }, { marks: [{ criterion: b, comment: '다' }] });
      expect(third.body).toMatchObject({ startedAt, overall: '전체' });
      expect(third.body.marks).toEqual([
        { criterion: a, mark: '5.50', comment: null, reason: null },
        { criterion: b, mark: '7.00', comment: '다', reason: null },
      ]);
      const removed = await patch(FIFTH, { id }, { remove: [b] });
      expect(removed.body.marks.map(({ criterion }: Mark) => criterion)).toEqual([a]);
    });

    it('refuses a clash where a version is named, an unknown criterion, and somebody else', async () => {
      const { id, version } = await own(FIFTH, 'DAEGU');
      const marks = [{ criterion: criteria[0]?.code, mark: '1.00' }];
      expect(codeOf(await patch(FIFTH, { id }, { marks }, { 'if-match': `"${version - 1}"` }))).toEqual([
        412,
        'record.stale',
      ]);
      const unknown = await patch(FIFTH, { id }, { marks: [{ criterion: 'charm', mark: '1.00' }], remove: ['charm'] });
      expect(unknown.body.errors.map(({ field }: { field: string }) => field)).toEqual([
        'marks[0].criterion',
        'remove[0]',
      ]);
      expect((await patch(SECOND, { id }, { marks })).status).toBe(404);
      expect((await app.ask('PUT', `/score-sheets/${id}`, { as: FIFTH, body: { marks: [] } })).status).toBe(400);
      expect((await sheet(FIFTH, id)).version).toBe(version);
    });

    it('answers a key it knows as it did, and never puts old marks back: later, and after a restart', async () => {
      const { id } = await own(FIFTH, 'DAEGU');
      const criterion = String(criteria[0]?.code);
      const send = (key: string, mark: string) =>
        patch(FIFTH, { id }, { marks: [{ criterion, mark }] }, { 'idempotency-key': key });
      const first = await send('offline-0001', '3.00');
      await send('offline-0002', '4.00');
      const replayed = await send('offline-0001', '3.00');
      expect([replayed.status, replayed.body]).toEqual([200, first.body]);
      const programme = programmeOf(readEnv({ DEMO: 'people' }), staysOpen(app.database.store), true);
      const { app: restarted } = await createApp(programme, 'silent');
      const again = await restarted.inject({
        method: 'PATCH',
        url: `/api/v1/score-sheets/${id}`,
        headers: { authorization: `Bearer ${await app.tokenOf(FIFTH)}`, 'idempotency-key': 'offline-0001' },
        payload: { marks: [{ criterion, mark: '3.00' }] },
      });
      await restarted.close();
      expect([again.statusCode, again.json()]).toEqual([200, first.body]);
      expect((await sheet(FIFTH, id)).marks?.[0]).toMatchObject({ criterion, mark: '4.00' });
      expect(codeOf(await send('offline-0001', '5.00'))).toEqual([422, 'idempotency-key.reused']);
    });
  });

  describe('handing in', () => {
    it('wants every criterion, an abstention with its reason, and a comment outside the band', async () => {
      const { id } = await own(FIFTH, 'DAEGU');
      const [first, second, ...rest] = criteria as [(typeof criteria)[0], (typeof criteria)[0]];
      const submit = () => post(FIFTH, `/score-sheets/${id}/submission`);
      await patch(
        FIFTH,
        { id },
        {
          marks: [
            { criterion: first.code, mark: '0.00' },
            { criterion: second.code, mark: null },
            ...rest.map(({ code, max }) => ({ criterion: code, mark: max })),
          ],
        },
      );
      const refused = await submit();
      expect(refused.status).toBe(422);
      expect(refused.body.errors.map(({ code }: { code: string }) => code)).toEqual([
        'sheet.comment.missing',
        'sheet.abstention.reason',
      ]);
      await patch(
        FIFTH,
        { id },
        {
          marks: [
            { criterion: first.code, comment: '자료가 거의 없습니다.' },
            { criterion: second.code, mark: null, reason: '전문 분야가 아닙니다.' },
          ],
        },
      );
      const done = await submit();
      expect([done.status, done.body.state]).toEqual([200, 'submitted']);
      expect(done.body.marks[1]).toMatchObject({ mark: null, reason: '전문 분야가 아닙니다.' });
      expect(codeOf(await patch(FIFTH, { id }, { marks: [] }))).toEqual([409, 'evaluation.sheet-not-now']);
    });

    it('takes the last changes along, saved and handed in as one, or not at all', async () => {
      const { id, version } = await own(FIFTH, 'BUSAN');
      const [first, second, ...rest] = criteria as [(typeof criteria)[0], (typeof criteria)[0]];
      const all = [...rest, second, first].map(({ code, max }) => ({ criterion: code, mark: max }));
      const submit = (body: object, headers = {}) => post(FIFTH, `/score-sheets/${id}/submission`, body, headers);
      const errorsOf = async (body: object) =>
        (await submit(body)).body.errors.map(({ field, code }: { field: string; code: string }) => [field, code]);
      expect(codeOf(await submit({}))).toEqual([409, 'evaluation.sheet-not-now']);
      expect(await errorsOf({ marks: all.slice(1) })).toEqual([['marks', 'sheet.mark.missing']]);
      expect(await errorsOf({ marks: [...all.slice(0, -1), { criterion: first.code, mark: '0.00' }] })).toEqual([
        [`marks[${all.length - 1}].comment`, 'sheet.comment.missing'],
      ]);
      expect(await errorsOf({ marks: all, remove: ['charm'] })).toEqual([['remove[0]', 'sheet.criterion.unknown']]);
      expect(await errorsOf({ marks: all, remove: 'all' })).toHaveLength(1);
      expect(codeOf(await submit({ marks: all }, { 'if-match': `"${version + 1}"` }))).toEqual([412, 'record.stale']);
      expect((await post(SECOND, `/score-sheets/${id}/submission`, { marks: all })).status).toBe(404);
      expect(await sheet(FIFTH, id)).toMatchObject({ version, state: 'open', marks: [], overall: null });
      expect(await versionsOf(id)).toEqual([]);

      await patch(FIFTH, { id }, { marks: [{ criterion: second.code, mark: '1.00', comment: '먼저 저장됨' }] });
      const key = { 'idempotency-key': 'hand-in-0001', 'if-match': `"${version + 1}"` };
      const done = await submit({ marks: all, overall: '종합' }, key);
      expect(done.body).toMatchObject({ state: 'submitted', overall: '종합', version: version + 2 });
      expect(done.body.marks.map(({ mark, comment }: Mark) => [mark, comment])).toEqual(
        criteria.map(({ code, max }) => [max, code === second.code ? '먼저 저장됨' : null]),
      );
      const again = await submit({ marks: all, overall: '종합' }, key);
      expect([again.status, again.body]).toEqual([200, done.body]);
      expect(codeOf(await submit({ marks: all, overall: '다른 말' }, key))).toEqual([422, 'idempotency-key.reused']);
      expect(codeOf(await submit({ marks: all }))).toEqual([409, 'evaluation.sheet-not-now']);
      expect((await versionsOf(id)).map(({ no, phase }) => [no, phase])).toEqual([[1, 'first']]);
      const entries = await rows<{ type: string; fromState: string; toState: string }>(
        `SELECT "type", "fromState", "toState" FROM "history_entry" WHERE "subjectId" = '${id}'`,
      );
      expect(entries).toEqual([{ type: 'ScoreSheetSubmitted', fromState: 'saved', toState: 'submitted' }]);
    });

    it('files one of two submissions at once, with the marks that came with it', async () => {
      const { id } = await own(FIFTH, 'GWANGJU');
      const marksAt = (share: number) =>
        criteria.map(({ code, max }) => ({ criterion: code, mark: (Number(max) * share).toFixed(2) }));
      const answers = await Promise.all(
        [0.8, 0.6].map((share) => post(FIFTH, `/score-sheets/${id}/submission`, { marks: marksAt(share) })),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
      const filed = answers.find(({ status }) => status === 200)?.body;
      const kept = await versionsOf(id);
      expect(kept).toHaveLength(1);
      const marks = (JSON.parse(String(kept[0]?.marks)) as { mark: number }[]).map(({ mark }) =>
        (mark / 100).toFixed(2),
      );
      expect(marks).toEqual(filed.marks.map(({ mark }: Mark) => mark));
    });

    it('keeps what was handed in after the chair’s return as a version of its own kind', async () => {
      const { id } = await own(FIFTH, 'DAEGU');
      const returned = await post(CHAIR, `/score-sheets/${id}/return`, { ground: 'omission', note: '의견 누락' });
      expect(returned.body).toMatchObject({ state: 'returned', marks: null });
      expect((await post(FIFTH, `/score-sheets/${id}/submission`)).status).toBe(200);
      expect((await versionsOf(id)).map(({ phase }) => phase)).toEqual(['first', 'returned']);
    });

    it('ranks an abstention as the mean of the others, never as 0', async () => {
      expect(codeOf(await discuss(true))).toEqual([409, 'evaluation.sheets-missing']);
      await play.stretch(2020, '점수 확정', '나머지 채점');
      await settled(app);
      const { body } = await app.ask('GET', `${roundPath()}/score-progress`, { as: CHAIR });
      expect(body).toMatchObject({ sheets: { submitted: 77 }, pending: false, rankable: true, blocked: [] });
    }, 60_000);
  });

  describe('the discussion', () => {
    it('shows nobody the marks of others before it is open, and is the chair’s to open', async () => {
      for (const as of [CHAIR, SECOND, THIRD])
        expect(codeOf(await app.ask('GET', `/plans/${plan('DAEGU')}/discussion`, { as }))).toEqual([
          409,
          'evaluation.no-discussion',
        ]);
      for (const as of ['kicox-secretary', 'auditor', CHAIR])
        expect((await sheetsOf(as, 'DAEGU')).filter(({ marks }) => marks !== null)).toHaveLength(as === CHAIR ? 1 : 0);
      expect((await discuss(true, SECOND)).status).toBe(403);
      expect((await discuss(false)).status).toBe(409);
      expect((await discuss(true)).body).toMatchObject({ open: true, closedAt: null });
      expect(codeOf(await discuss(true))).toEqual([409, 'evaluation.discussion-not-now']);
    });

    it('shows the members of a plan each other’s marks under that plan’s aliases, and nobody else', async () => {
      const seen = await app.ask('GET', `/plans/${plan('DAEGU')}/discussion`, { as: SECOND });
      expect(seen.body.sheets).toHaveLength(PANEL);
      expect(seen.body.sheets.filter((shown: { own: boolean }) => shown.own)).toHaveLength(1);
      for (const username of [CHAIR, SECOND, THIRD]) expect(seen.text).not.toContain(await app.person(username));
      const ask = (as: string) => app.ask('GET', `/plans/${plan('DAEGU')}/discussion`, { as });
      const others = ['kicox-secretary', 'molit-officer', 'auditor', 'daegu-writer', SUBSTITUTE, 'busan-writer'];
      expect(await Promise.all(others.map(async (as) => (await ask(as)).status))).toEqual([
        403, 403, 403, 403, 404, 404,
      ]);
      const { id } = await own(SECOND, 'DAEGU');
      expect((await app.ask('GET', `/score-sheets/${id}`, { as: THIRD })).status).toBe(404);
    });

    it('takes a change with a reason for each criterion that changes, beside the first marks', async () => {
      const { id, marks } = await own(SECOND, 'DAEGU');
      const [a, b] = marks as [Mark, Mark];
      const revise = (changes: object[], as = SECOND) => post(as, `/score-sheets/${id}/revision`, { changes });
      expect((await revise([{ ...keep(a) }])).body.errors[0].code).toBe('sheet.revision.nothing');
      const bare = await revise([{ ...keep(a) }, { criterion: b.criterion, mark: '1.50' }]);
      expect(bare.body.errors).toMatchObject([{ field: 'changes[1].changeReason', code: 'sheet.revision.reason' }]);
      expect((await revise([], THIRD)).status).toBe(404);
      const done = await revise([{ ...keep(a) }, { criterion: b.criterion, mark: '1.50', changeReason: REASON }]);
      expect([done.status, done.body.state, done.body.marks[1].mark]).toEqual([200, 'submitted', '1.50']);
      const versions = await versionsOf(id);
      expect(versions.map(({ phase }) => phase)).toEqual(['first', 'discussion']);
      expect(JSON.parse(String(versions[1]?.reasons))).toEqual([{ criterion: b.criterion, reason: REASON }]);
    });

    it('holds the lock and the chair’s returns while it is open, and is closed for good', async () => {
      await settled(app);
      expect(codeOf(await lock())).toEqual([409, 'evaluation.discussion-open']);
      const { id } = await own(THIRD, 'DAEGU');
      const back = await post(CHAIR, `/score-sheets/${id}/return`, { ground: 'omission', note: '의견 누락' });
      expect(codeOf(back)).toEqual([409, 'evaluation.discussion-open']);
      expect((await discuss(false)).body).toMatchObject({ open: false });
      expect(codeOf(await discuss(true))).toEqual([409, 'evaluation.discussion-not-now']);
      const late = await post(THIRD, `/score-sheets/${id}/revision`, { changes: [] });
      expect(codeOf(late)).toEqual([409, 'evaluation.no-discussion']);
      expect((await app.ask('GET', `/plans/${plan('DAEGU')}/discussion`, { as: SECOND })).status).toBe(409);
    });

    it('tells the movement from the lock on, and not before', async () => {
      const movements = (as: string) => app.ask('GET', `${roundPath()}/score-movements?limit=200`, { as });
      expect(codeOf(await movements('auditor'))).toEqual([409, 'evaluation.not-locked']);
      expect((await lock()).status).toBe(200);
      const { id, marks } = await own(SECOND, 'DAEGU');
      const moved = (await movements('auditor')).body.items;
      const [first] = await versionsOf(id);
      const before = (JSON.parse(String(first?.marks)) as { mark: number }[])[1]?.mark ?? 0;
      expect(moved.find((item: { id: string }) => item.id === id).criteria).toMatchObject([
        {
          criterion: marks?.[1]?.criterion,
          first: (before / 100).toFixed(2),
          now: '1.50',
          steps: [{ no: 2, phase: 'discussion', reason: REASON }],
        },
      ]);
      const fifth = await own(FIFTH, 'DAEGU');
      expect(moved.find((item: { id: string }) => item.id === fifth.id).criteria).toEqual([]);
      expect((await movements(CHAIR)).status).toBe(200);
      expect((await movements(SECOND)).status).toBe(403);
      expect((await movements('daegu-writer')).status).toBe(403);
    });
  });

  describe('a correction after the lock', () => {
    const corrected = async (as: string, province: string, mark: string) => {
      const found = as === CHAIR ? await sheet(CHAIR, chairs.id) : await own(as, province);
      const marks = found.marks?.map((given, index) => ({ ...keep(given), ...(index === 1 ? { mark } : {}) }));
      return { id: found.id, body: { marks, reason: '합산 착오를 바로잡음 (가상)', reference: '가상 2020-17' } };
    };
    const propose = async (as: string, of = SECOND, mark = '2.25') => {
      const { id, body } = await corrected(of, 'DAEGU', mark);
      return post(as, `/score-sheets/${id}/corrections`, body);
    };
    const decide = (as: string, id: string, decision: string) =>
      post(as, `/corrections/${id}/decision`, { decision, note: '확인함' });

    it('is proposed by one side and decided by another person of the other, one at a time', async () => {
      expect((await propose('molit-officer')).status).toBe(403);
      expect((await propose(SECOND)).status).toBe(403);
      const same = await corrected(SECOND, 'DAEGU', '1.50');
      const nothing = await post(CHAIR, `/score-sheets/${same.id}/corrections`, same.body);
      expect(nothing.body.errors[0].code).toBe('evaluation.correction.nothing');
      const proposed = await propose(CHAIR);
      expect([proposed.status, proposed.body.state, proposed.body.proposedAs]).toEqual([
        201,
        'proposed',
        'panel-chair',
      ]);
      const { id } = proposed.body;
      expect(codeOf(await propose('kicox-secretary'))).toEqual([409, 'evaluation.correction.open-already']);
      expect(codeOf(await decide(CHAIR, id, 'approve'))).toEqual([403, 'evaluation.correction.same-person']);
      const grant = { role: 'secretariat', organisationId: await app.organisation('KICOX') };
      const granted = await post('admin', `/people/${await app.person(CHAIR)}/grants`, grant);
      expect(granted.status).toBe(201);
      const extra = granted.body.grants.find((held: { role: string }) => held.role === 'secretariat').id;
      expect(codeOf(await decide(CHAIR, id, 'approve'))).toEqual([403, 'evaluation.correction.same-person']);
      const revoked = await app.ask('DELETE', `/people/${await app.person(CHAIR)}/grants/${extra}`, {
        as: 'admin',
      });
      expect(revoked.status).toBeLessThan(300);
      expect((await deliberate()).body.errors[0].code).toBe('evaluation.corrections-open');
      expect((await post('kicox-secretary', `/corrections/${id}/withdrawal`)).status).toBe(403);
      expect((await post(CHAIR, `/corrections/${id}/withdrawal`)).body.state).toBe('withdrawn');
      expect(codeOf(await decide('kicox-secretary', id, 'approve'))).toEqual([409, 'evaluation.correction.decided']);
    });

    it('of two approvals at once one is done: the sheet, its version and the ranking change once', async () => {
      const old = await ranking();
      const before = await own(SECOND, 'DAEGU');
      const { id } = (await propose(CHAIR)).body;
      const answers = await Promise.all(
        ['kicox-secretary', 'lh-secretary', 'molit-officer'].map((as) => decide(as, id, 'approve')),
      );
      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409]);
      const after = await own(SECOND, 'DAEGU');
      expect(after).toMatchObject({ state: 'locked', version: before.version + 1 });
      expect(after.marks?.[1]?.mark).toBe('2.25');
      expect((await versionsOf(after.id)).map(({ phase }) => phase)).toEqual(['first', 'discussion', 'correction']);
      await settled(app);
      const fresh = await ranking();
      expect(fresh).toMatchObject({ no: old.no + 1, pending: false });
      const list = await app.ask('GET', `${roundPath()}/corrections`, { as: 'molit-cochair' });
      expect(list.body.items.find((item: { id: string }) => item.id === id)).toMatchObject({
        state: 'approved',
        evaluatorId: null,
        proposedBy: null,
        changed: [before.marks?.[1]?.criterion],
      });
      const overseer = await app.ask('GET', `${roundPath()}/corrections`, { as: 'auditor' });
      expect(overseer.text).toContain(await app.person(SECOND));
    });

    it('is decided by the chair where the secretariat proposed, and never on his own sheet', async () => {
      const { id } = (await propose('kicox-secretary', THIRD)).body;
      expect(codeOf(await decide('molit-officer', id, 'approve'))).toEqual([403, 'evaluation.correction.other-side']);
      expect((await decide(CHAIR, id, 'reject')).body).toMatchObject({ state: 'rejected', decisionNote: '확인함' });
      const onOwn = (await propose('kicox-secretary', CHAIR)).body;
      expect(codeOf(await decide(CHAIR, onOwn.id, 'approve'))).toEqual([403, 'evaluation.correction.own-sheet']);
      expect((await post('kicox-secretary', `/corrections/${onOwn.id}/withdrawal`)).status).toBe(200);
    });

    it('is the only way: the database refuses any other change of a locked sheet', async () => {
      const { id, version } = await own(SECOND, 'DAEGU');
      const write = (set: string) =>
        app.database.store.write(({ manager }) =>
          manager.query(`UPDATE "score_sheet" SET ${set} WHERE "id" = '${id}'`),
        );
      await expect(write(`"marks" = '[]'`)).rejects.toThrow();
      await expect(write(`"marks" = '[]', "version" = ${version + 1}`)).rejects.toThrow();
      await expect(write(`"overall" = '다른 말', "version" = ${version + 1}`)).rejects.toThrow();
      await expect(write(`"state" = 'submitted'`)).rejects.toThrow();
      // neither an approved correction of another version, nor the same one once more
      await expect(write(`"version" = ${version + 1}`)).rejects.toThrow();
    });

    it('is refused where the sheet became void in between', async () => {
      const { id } = (await propose('kicox-secretary', LEAVER)).body;
      const left = await own(LEAVER, 'DAEGU');
      const body = { action: 'recuse', reason: '이해관계를 뒤늦게 알았습니다. (가상)' };
      expect((await post(LEAVER, `/assignments/${left.assignmentId}/ending`, body)).status).toBe(200);
      expect(codeOf(await decide(CHAIR, id, 'approve'))).toEqual([409, 'evaluation.correction.outdated']);
      expect((await decide(CHAIR, id, 'reject')).status).toBe(200);
    });
  });

  describe('a substitute after the lock', () => {
    let seat: string;
    it('is put only on a plan that has too few left', async () => {
      await settled(app);
      expect(await ranking()).toMatchObject({ pending: true });
      expect((await deliberate()).status).toBe(409);
      const members = (await app.ask('GET', `${roundPath()}/panel-members?limit=200`, { as: 'auditor' })).body.items;
      const personId = await app.person(SUBSTITUTE);
      seat = members.find((member: { personId: string }) => member.personId === personId).id;
      const assign = (province: string) =>
        post('kicox-secretary', `/plans/${plan(province)}/assignments`, { memberId: seat });
      expect(codeOf(await assign('GWANGJU'))).toEqual([409, 'evaluation.substitute-not-needed']);
      expect((await assign('DAEGU')).status).toBe(201);
    });

    it('scores when the deadline is over, is reminded of it, and holds the deliberation until the chair locked his sheet', async () => {
      const old = await ranking();
      const { deadlines } = (await app.ask('GET', roundPath())).body;
      await app.clock(new Date(Date.parse(deadlines.scoring) + 60_000).toISOString());
      const duties = (await app.ask('GET', '/duties', { as: SUBSTITUTE })).body.items;
      expect(duties.map(({ kind }: { kind: string }) => kind)).toEqual(['score-plans']);
      expect((await deliberate()).body.errors.map(({ code }: { code: string }) => code)).toContain(
        'evaluation.sheets-missing',
      );
      const given = await own(SUBSTITUTE, 'DAEGU');
      expect(codeOf(await lock())).toEqual([409, 'round.not-now']);
      const marks = criteria.map(({ code, max }) => ({ criterion: code, mark: max }));
      expect((await patch(SUBSTITUTE, given, { marks })).status).toBe(200);
      expect((await post(SUBSTITUTE, `/score-sheets/${given.id}/submission`)).status).toBe(200);
      await settled(app);
      expect(await ranking()).toMatchObject({ no: old.no, pending: true });
      expect((await sheet(CHAIR, given.id)).marks).toBeNull();
      expect((await deliberate()).body.errors).toMatchObject([{ code: 'evaluation.sheets-unlocked' }]);
      expect((await lock()).status).toBe(200);
      expect(await ranking()).toMatchObject({ pending: false });
      expect((await sheet(CHAIR, given.id)).state).toBe('locked');
    }, 30_000);
  });

  describe('what is told, and when', () => {
    const opinion = (as: string, province = 'DAEGU', body?: object) =>
      app.ask(body === undefined ? 'GET' : 'POST', `/plans/${plan(province)}/summary-opinion`, asking(as, body));
    const result = (as: string, province = 'DAEGU') => app.ask('GET', `/plans/${plan(province)}/result`, { as });

    it('the chair writes the summary opinion, each time a version, which no province reads before the announcement', async () => {
      const text = '산단 간 연계가 뚜렷합니다. (가상)';
      expect((await opinion(SECOND, 'DAEGU', { text })).status).toBe(403);
      expect((await opinion('auditor')).status).toBe(404);
      expect((await opinion(CHAIR, 'DAEGU', { text: '초안입니다. (가상)' })).body).toMatchObject({ no: 1 });
      expect((await opinion(CHAIR, 'DAEGU', { text })).body).toMatchObject({ no: 2 });
      for (const as of [CHAIR, 'kicox-secretary', 'auditor']) expect((await opinion(as)).body.text).toBe(text);
      const hidden = [await opinion('daegu-approver'), await opinion('daegu-approver', 'BUSAN')];
      expect(hidden.map(({ body }) => ({ ...body, instance: '' }))).toEqual([
        { ...hidden[1]?.body, instance: '' },
        { ...hidden[1]?.body, instance: '' },
      ]);
      expect((await result('daegu-approver')).status).toBe(404);
      expect((await result('auditor')).status).toBe(404);
    });

    it('scores stand still once the committee has resolved on them, and what was announced is not changed', async () => {
      await play.stretch(2020, '예비선정 공표', '위원회 안건 송부');
      const found = await own(SECOND, 'DAEGU');
      const marks = found.marks?.map((given, index) => ({ ...keep(given), ...(index === 0 ? { mark: '1.00' } : {}) }));
      const body = { marks, reason: '합산 착오를 바로잡음 (가상)' };
      const late = await post(CHAIR, `/score-sheets/${found.id}/corrections`, body);
      expect(codeOf(late)).toEqual([409, 'evaluation.scores-held']);
      expect(late.body.errors).toMatchObject([{ code: 'designation.scores-resolved-on' }]);
      expect((await opinion('molit-cochair')).status).toBe(200);
      await play.stretch(2020, '이의신청 처리', '예비선정 공표');
      const announced = await post(CHAIR, `/score-sheets/${found.id}/corrections`, body);
      expect(codeOf(announced)).toEqual([409, 'evaluation.correction.announced']);
      expect((await opinion(CHAIR, 'DAEGU', { text: '뒤늦은 의견 (가상)' })).status).toBe(409);
    }, 60_000);

    it('a province reads its own result and opinion, and no evaluator’s marks', async () => {
      const { body, text } = await result('daegu-approver');
      const { plans } = await ranking('auditor');
      const mine = plans.find(({ planId }: { planId: string }) => planId === plan('DAEGU'));
      expect(body).toMatchObject({ total: mine.final, rank: mine.rank, base: mine.base, bonus: mine.bonus });
      expect(body.criteria).toHaveLength(criteria.length);
      expect(body.criteria[1].mean).toMatch(/^\d+\.\d{2}$/);
      expect(body.summaryOpinion).toContain('연계');
      for (const { alias } of (await app.ask('GET', `${roundPath()}/corrections`, { as: 'auditor' })).body.items)
        expect(text).not.toContain(alias);
      expect((await opinion('daegu-writer')).status).toBe(200);
      expect((await result('busan-approver')).status).toBe(404);
      expect((await result('busan-approver', 'BUSAN')).status).toBe(200);
      expect((await result(SECOND)).status).toBe(403);
    });
  });

  it('given a policy that says nothing of abstentions and discussion, then there are none', async () => {
    Object.assign(play.rounds[1]?.cohort.policy.scoring ?? {}, { abstention: undefined });
    await play.stretch(2021, '나머지 채점');
    const round = `/rounds/${play.rounds[1]?.id}`;
    const { items } = (await app.ask('GET', `${round}/score-sheets`, { as: 'evaluator-2021-9' })).body;
    const open = items.find(({ state }: Sheet) => state === 'open') as Sheet & { readonly stage: string };
    const criterion = (await app.ask('GET', round)).body.policy.criteria.find(
      ({ stage }: { stage: string }) => stage === open.stage,
    ).code;
    const refused = await patch('evaluator-2021-9', open, {
      marks: [{ criterion, mark: null, reason: '전문 분야가 아닙니다.' }],
    });
    expect(refused.body.errors).toMatchObject([{ code: 'sheet.abstention.refused' }]);
    expect(codeOf(await post('evaluator-2021-1', `${round}/discussion`, { open: true }))).toEqual([
      409,
      'evaluation.discussion-not-in-policy',
    ]);
  }, 180_000);
});

const asking = (as: string, body?: object): Ask => ({ as, ...(body === undefined ? {} : { body }) });

/** A mark as it is sent back unchanged. */
const keep = ({ criterion, mark, comment, reason }: Mark) => ({
  criterion,
  mark,
  comment,
  ...(reason === null ? {} : { reason }),
});

/** The store of a running application, for a second one that must not close it. */
const staysOpen = (store: Store): Store => Object.create(store, { close: { value: async () => undefined } }) as Store;
