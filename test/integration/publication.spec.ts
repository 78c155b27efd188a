import { randomUUID } from 'node:crypto';
import { type Answer, TestApp } from '../support/app.js';
import { DutyWatch } from '../support/duties.js';
import { NewPanel } from '../support/new-panel.js';
import { Panel, SECRETARY } from '../support/panel.js';
import { dense, pdfText } from '../support/pdf-text.js';
import { settled } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';

const ANNOUNCED = '2020-05-07T05:00:00.000Z';
const PUBLISHED = '2020-05-07T05:30:00.000Z';
const REASON = '시험을 위해 적은 사유입니다. (가상)';
const DIGEST = '0'.repeat(64);

interface Told {
  readonly planId: string;
  readonly rank: number;
  readonly final: string;
}

describeOnBoth('what is announced, objected to, confirmed and designated', (dialect) => {
  let app: TestApp;
  let panel: Panel;
  let watch: DutyWatch;
  let ranking: Told[];
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    panel = new Panel(app);
    const [round] = panel.play.rounds;
    Object.assign(round?.cohort.policy ?? {}, { confirmation: { fundingConfirmations: 'required' } });
    watch = new DutyWatch(app, () => String(round?.id));
    await panel.play.stretch(2020, '예비선정 공표');
    ranking = (await panel.get('auditor', `${panel.round}/ranking-list`)).body.plans;
  }, 240_000);
  afterAll(() => app.close());

  const get = (as: string | null, path: string): Promise<Answer> => app.ask('GET', path, as === null ? {} : { as });
  const post = (as: string, path: string, body: object = {}): Promise<Answer> => app.ask('POST', path, { as, body });
  const announcement = () => `${panel.round}/announcement`;
  const announce = (body: object): Promise<Answer> =>
    post('molit-officer', announcement(), { title: '2020년 예비선정', figures: [], ...body });
  const faults = ({ status, body }: Answer): string[] => [
    `${status} ${body.code}`,
    ...(body.errors ?? []).map(({ code }: { code: string }) => code),
  ];
  const open = async (kind: string): Promise<number> =>
    (await watch.open()).filter((duty) => duty.kind === kind).length;
  const stateOf = async (as: string, province: string): Promise<string> =>
    (await get(as, panel.plan(province))).body.state;
  /** One scene of the play by its name, without those of other subjects between. */
  const scene = async (name: string): Promise<void> => {
    const found = panel.play['scenes'].find((one) => one.year === 2020 && one.name === name);
    await panel.play.stage.clock(String(found?.at));
    await found?.play();
  };
  const winners = () => panel.play.rounds[0]?.winners.map(({ province }) => province) ?? [];

  describe('the embargo', () => {
    it('takes a moment to come, once, and tells nobody outside before it', async () => {
      await app.clock(ANNOUNCED);
      expect(faults(await announce({ publishAt: '2020-05-07T04:00:00.000Z' }))).toEqual([
        '422 content.invalid',
        'announcement.publish-at-passed',
      ]);
      expect((await announce({ publishAt: PUBLISHED })).body).toMatchObject({ no: 1, published: false });
      expect(faults(await announce({}))[0]).toBe('409 announcement.set-already');
      for (const as of [null, 'busan-writer', 'gyeongbuk-approver', 'evaluator-2020-1', 'molit-reviewer'])
        expect([as, (await get(as, announcement())).status]).toEqual([as, 404]);
      expect((await get(null, `${panel.round}/announcements`)).body.items).toEqual([]);
      expect((await get(null, `${panel.round}/outcome`)).body.announced ?? []).toEqual([]);
      for (const as of ['auditor', SECRETARY, 'molit-cochair'])
        expect([as, (await get(as, announcement())).status]).toEqual([as, 200]);
      expect((await get('gyeongbuk-approver', `${panel.plan('GYEONGBUK')}/result`)).status).toBe(404);
      expect((await get('busan-approver', `${panel.plan('BUSAN')}/reasons-letter`)).status).toBe(404);
      await settled(app);
      expect(await stateOf('busan-writer', 'BUSAN')).toBe('scored');
      expect((await panel.history('AnnouncementSealed')).length).toBe(1);
    });

    it('ends for everybody at that moment, and moves plans and round once', async () => {
      await app.clock(PUBLISHED);
      for (const as of [null, 'busan-writer', 'evaluator-2020-1', 'auditor'])
        expect([as, (await get(as, announcement())).body.published]).toEqual([as, true]);
      await settled(app);
      expect(await stateOf('busan-writer', 'BUSAN')).toBe('not-selected');
      expect(await stateOf('gyeongbuk-writer', 'GYEONGBUK')).toBe('preselected');
      const { body: round } = await get(null, panel.round);
      expect(round).toMatchObject({ state: 'published', publishedAt: PUBLISHED });
      expect(faults(await announce({}))[0]).toBe('409 round.not-now');
      await app.clock('2020-05-07T05:40:00.000Z');
      await settled(app);
      expect((await panel.history('PreselectionAnnounced')).length).toBe(11);
    });

    it('tells each audience what is its own', async () => {
      const notice = async (as: string | null): Promise<string> => (await get(as, announcement())).body.notice;
      expect(await notice('gyeongbuk-writer')).toContain('예비선정되었습니다');
      expect(await notice('busan-writer')).toContain('한 번 이의를 신청할 수 있습니다');
      expect(await notice('evaluator-2020-1')).toContain('위원별 점수');
      expect(await notice(null)).toContain('이름과 점수는 공표하지 않습니다');
      const { body } = await get(null, announcement());
      expect(body.own).toBeNull();
      expect(body.regions).toHaveLength(5);
      expect(JSON.stringify(body)).not.toMatch(/BUSAN|\d\d\.\d\d"/);
    });
  });

  describe('the reasons letter', () => {
    const letter = (province: string): string => `${panel.plan(province)}/reasons-letter`;

    it('says how far it was to the line, and names no other region and no other mark', async () => {
      const { status, body, text } = await get('busan-approver', letter('BUSAN'));
      expect(status).toBe(200);
      const own = ranking.find(({ planId }) => planId === body.planId);
      const last = ranking.find(({ rank }) => rank === 5);
      expect(body).toMatchObject({
        outcome: 'refuse',
        reasons: ['outranked'],
        total: own?.final,
        rank: own?.rank,
        line: null,
      });
      expect(Number(body.pointsMissing)).toBeCloseTo(Number(last?.final) - Number(own?.final), 9);
      expect(body.criteria.length).toBeGreaterThan(3);
      const { raw } = await get('busan-approver', `${letter('BUSAN')}.pdf`);
      const paper = pdfText(raw).pages.join('\n');
      expect(dense(paper)).toContain('미선정사유서');
      expect(dense(paper)).toContain(body.contentHash.slice(0, 20));
      const others = ranking.filter(({ planId, final }) => planId !== body.planId && final !== own?.final);
      for (const { planId, final } of others) {
        expect(text).not.toContain(`"${final}"`);
        expect(text).not.toContain(planId);
        expect(paper).not.toMatch(new RegExp(`(^|\\s)${final.replace('.', '\\.')}(\\s|$)`));
      }
      for (const name of ['경북', '대구', '광주', '인천', '전남', 'GYEONGBUK', 'DAEGU'])
        expect([name, text.includes(name), paper.includes(name)]).toEqual([name, false, false]);
    });

    it('is for the province, staff and auditors, of a plan that was not selected', async () => {
      for (const [as, province, status] of [
        ['auditor', 'BUSAN', 200],
        [SECRETARY, 'BUSAN', 200],
        ['daegu-approver', 'BUSAN', 404],
        ['evaluator-2020-1', 'BUSAN', 403],
        ['gyeongbuk-approver', 'GYEONGBUK', 404],
      ] as const)
        expect([as, (await get(as, letter(province))).status]).toEqual([as, status]);
    });
  });

  describe('an objection', () => {
    let objection: string;
    let newPanel: string[];
    const body = { ground: 'procedure', text: '평가위원의 제척 절차를 지키지 않았습니다. (가상)' };
    const act = async (as: string, path: string, input: object): Promise<Answer['body']> => {
      const answer = await post(as, path, input);
      if (answer.status >= 300) throw new Error(`${path}: ${answer.text}`);
      return answer.body;
    };

    it('is filed in its window, by the own province, once', async () => {
      const path = `${panel.plan('BUSAN')}/objections`;
      expect(faults(await post('busan-approver', path, body))[0]).toBe('409 round.not-now');
      await act(SECRETARY, `${panel.round}/transitions`, { action: 'open-objections' });
      expect((await post('ulsan-approver', path, body)).status).toBe(404);
      expect(faults(await post('gyeongbuk-approver', `${panel.plan('GYEONGBUK')}/objections`, body))[0]).toBe(
        '409 designation.no-objection',
      );
      objection = (await act('busan-approver', path, body)).id;
      expect(faults(await post('busan-approver', path, body))[0]).toBe('409 designation.objected-already');
    });

    it('is screened before it is answered; what is turned away is not answered any more', async () => {
      const decide = { decision: 'uphold', reason: REASON };
      const early = await post(SECRETARY, `/objections/${objection}/decision`, decide);
      expect([faults(early)[0], early.body.allowed]).toEqual([
        '409 designation.objection-decided',
        ['examine', 'reject'],
      ]);
      const other = await act('ulsan-approver', `${panel.plan('ULSAN')}/objections`, body);
      const turned = await act(SECRETARY, `/objections/${other.id}/screening`, { verdict: 'reject', reason: REASON });
      expect(turned).toMatchObject({ state: 'rejected', screening: REASON });
      expect((await post(SECRETARY, `/objections/${other.id}/decision`, decide)).status).toBe(409);
      await act(SECRETARY, `/objections/${objection}/screening`, { verdict: 'examine', reason: REASON });
      expect((await act(SECRETARY, `/objections/${objection}/decision`, decide)).state).toBe('upheld');
      expect(await stateOf('busan-writer', 'BUSAN')).toBe('re-evaluation');
      expect(await open('re-evaluate-plan')).toBe(1);
    });

    it('that was upheld goes to a panel of new people only, by the rules of the round, signed by its chair', async () => {
      const anew = new NewPanel(panel, 'BUSAN');
      const five = (await anew.fit()).slice(0, 5);
      await anew.opened('2020-05-14T09:00:00.000Z');
      await anew.assemble(five.slice(0, 3));
      for (const person of five.slice(0, 3)) await anew.submit(person, 0.8);
      expect(faults(await anew.lock(five[0] ?? ''))[0]).toBe('409 re-evaluation.panel-incomplete');
      for (const person of five.slice(3)) {
        expect((await anew.assign(person)).status).toBe(201);
        await anew.submit(person, 0.8);
      }
      const { status, body: made } = await anew.lock(five[0] ?? '');
      expect([status, made.base, made.signedAt]).toEqual([200, '80.00', null]);
      newPanel = five;
      const signature = `/re-evaluations/${made.id}/signature`;
      expect((await post(five[1] ?? '', signature, { contentHash: made.contentHash })).status).toBe(404);
      expect((await post(five[0] ?? '', signature, { contentHash: DIGEST })).status).toBe(409);
      const signed = await act(five[0] ?? '', signature, { contentHash: made.contentHash });
      expect(signed.signedAt).not.toBeNull();
      expect(faults(await post(five[0] ?? '', signature, { contentHash: made.contentHash }))[0]).toBe(
        '409 re-evaluation.signed-already',
      );
      expect(faults(await anew.lock(five[0] ?? ''))[0]).toBe('409 re-evaluation.locked');
      await expect(panel.write(`UPDATE "re_evaluation" SET "result" = ?`, ['{}'])).rejects.toThrow(/cannot change/);
      expect([await open('re-evaluate-plan'), await open('resolve-re-evaluation')]).toEqual([0, 1]);
      expect((await get('busan-approver', `${panel.plan('BUSAN')}/result`)).body.total).toBe(
        ranking.find(({ planId }) => planId === panel.planId('BUSAN'))?.final,
      );
    });

    it('is decided on by the committee, and the changed result is a new version beside the old one', async () => {
      const revise = (input: object = {}): Promise<Answer> =>
        post('molit-officer', `${panel.round}/announcements`, { title: '재공표', reason: REASON, ...input });
      const [first] = (await get('auditor', `${panel.round}/announcements`)).body.items;
      const meeting = await act(SECRETARY, `${panel.round}/meetings`, {
        heldAt: '2020-05-15T01:00:00.000Z',
        chairMinistry: 'MOLIT',
      });
      await app.clock('2020-05-15T01:00:00.000Z');
      const { members } = (await get(SECRETARY, `${panel.round}/committee`)).body;
      const attendance = members.map(({ id }: { id: string }) => ({ memberId: id }));
      await act(SECRETARY, `/meetings/${meeting.id}/opening`, { attendance });
      await act(SECRETARY, `/meetings/${meeting.id}/resolutions`, {
        planId: panel.planId('BUSAN'),
        outcome: 'reserve',
        votes: { for: attendance.length, against: 0, abstain: 0 },
        reason: REASON,
      });
      await act(SECRETARY, `/meetings/${meeting.id}/closing`, { minutes: REASON });
      expect([await open('resolve-re-evaluation'), await open('sign-resolution')]).toEqual([0, 1]);
      expect(await stateOf('busan-writer', 'BUSAN')).toBe('re-evaluation');
      expect((await get('busan-approver', announcement())).body.own.outcome).toBe('refuse');
      expect(faults(await revise())).toEqual(['409 round.step-held', 'designation.unsigned']);
      const draft = await act(SECRETARY, `/meetings/${meeting.id}/resolution-documents`, {});
      for (const chair of ['molit-cochair', 'motie-cochair'])
        await act(chair, `/resolution-documents/${draft.id}/signatures`, { contentHash: draft.contentHash });
      const { status, body: second } = await revise();
      expect([status, second.no, second.changes]).toEqual([
        201,
        2,
        [{ province: 'BUSAN', from: 'refuse', to: 'reserve' }],
      ]);
      expect(await stateOf('busan-writer', 'BUSAN')).toBe('reserve');
      expect(faults(await revise())[0]).toBe('409 announcement.nothing-changed');
      const versions = (await get(null, `${panel.round}/announcements`)).body.items;
      expect(versions.map(({ no }: { no: number }) => no).sort()).toEqual([1, 2]);
      expect(JSON.stringify(versions)).not.toContain('BUSAN');
      const kept = (await get('auditor', `${panel.round}/announcements`)).body.items;
      expect(kept.find(({ no }: { no: number }) => no === 1)).toEqual(first);
      expect((await get('busan-approver', announcement())).body.own).toMatchObject({ outcome: 'reserve' });
      expect((await get('busan-approver', `${panel.plan('BUSAN')}/reasons-letter`)).body).toMatchObject({
        outcome: 'reserve',
        committeeReason: REASON,
        announcementNo: 2,
      });
      await expect(panel.write(`UPDATE "announcement" SET "title" = ?`, ['다른 제목'])).rejects.toThrow(/append-only/);
    });

    it('that the committee puts off is decided by another meeting, and announced also where the result stays the same', async () => {
      const planId = panel.planId('JEONBUK');
      const anew = new NewPanel(panel, 'JEONBUK');
      await anew.uphold();
      const others = (await anew.fit()).filter((person) => !newPanel.includes(person));
      const made = await anew.evaluate(others.slice(0, 5), 0.75, '2020-05-20T09:00:00.000Z');
      const { members } = (await get(SECRETARY, `${panel.round}/committee`)).body;
      const attendance = members.map(({ id }: { id: string }) => ({ memberId: id }));
      const meet = async (chairMinistry: string, heldAt: string, outcome: string): Promise<string> => {
        const called = { heldAt, chairMinistry, urgentReason: REASON };
        const { id } = await act(SECRETARY, `${panel.round}/meetings`, called);
        await app.clock(heldAt);
        await act(SECRETARY, `/meetings/${id}/opening`, { attendance });
        const votes = { for: attendance.length, against: 0, abstain: 0 };
        await act(SECRETARY, `/meetings/${id}/resolutions`, { planId, outcome, votes, reason: REASON });
        await act(SECRETARY, `/meetings/${id}/closing`, { minutes: REASON });
        return id;
      };
      await meet('MOTIE', '2020-05-16T01:00:00.000Z', 'defer');
      const second = await meet('MOLIT', '2020-05-17T01:00:00.000Z', 'refuse');
      const draft = await act(SECRETARY, `/meetings/${second}/resolution-documents`, {});
      for (const chair of ['molit-cochair', 'motie-cochair'])
        await act(chair, `/resolution-documents/${draft.id}/signatures`, { contentHash: draft.contentHash });
      expect(await stateOf('jeonbuk-writer', 'JEONBUK')).toBe('re-evaluation');
      const told = await act('molit-officer', `${panel.round}/announcements`, { title: '재공표', reason: REASON });
      expect([told.no, told.changes]).toEqual([3, []]);
      expect(await stateOf('jeonbuk-writer', 'JEONBUK')).toBe('not-selected');
      expect((await get('jeonbuk-approver', announcement())).body.own).toMatchObject({
        outcome: 'refuse',
        total: made.final,
      });
    });
  });

  describe('the money of a final draft', () => {
    const path = (province: string) => `${panel.plan(province)}/funding-confirmations`;
    const confirm = (province: string): Promise<Answer> =>
      post('molit-officer', `${panel.plan(province)}/confirmation`);
    const REVIEWERS = ['molit-reviewer', 'motie-reviewer', 'moel-reviewer'];

    beforeAll(async () => {
      for (const name of [
        '이의신청 처리',
        '이의신청 기간 끝, 계획 보완 시작',
        '사후 컨설팅',
        '최종안 제출',
        '부처 검토, 3개년 재원계획',
      ]) {
        if (name === '부처 검토, 3개년 재원계획')
          await panel.act('molit-officer', `${panel.round}/extensions`, {
            step: 'final-draft',
            deadline: '2020-12-26T09:00:00.000Z',
            reason: REASON,
          });
        await scene(name);
      }
      const { body } = await get('auditor', `${path('GYEONGBUK')}?limit=200`);
      const codes = new Set<string>(body.items.map(({ ministry }: { ministry: string }) => ministry));
      for (const code of codes)
        if (!['MOLIT', 'MOTIE', 'MOEL'].includes(code))
          await panel.act('admin', `/people/${await app.person('moel-reviewer')}/grants`, {
            role: 'ministry-reviewer',
            organisationId: await app.organisation(code),
          });
    }, 240_000);

    it('holds the confirmation until every ministry has spoken on this very version', async () => {
      expect(await open('confirm-funding')).toBe(5);
      const held = await confirm('GYEONGBUK');
      expect(faults(held)).toEqual(['409 funding-confirmation.held', 'funding-confirmation.missing']);
      expect(held.body.allowed).toEqual(['confirmFunding']);
      const [first] = (await get('molit-reviewer', path('GYEONGBUK'))).body.items;
      const say = (as: string, body: object) => post(as, path('GYEONGBUK'), body);
      expect(faults(await say('molit-reviewer', { verdict: 'refused' }))).toContain(
        'funding-confirmation.reason-missing',
      );
      expect(
        faults(await say('motie-reviewer', { verdict: 'confirmed', subProjectKeys: [first.subProjectKey] })),
      ).toContain('funding-confirmation.not-yours');
      for (const as of ['molit-officer', SECRETARY, 'gyeongbuk-writer'])
        expect([as, (await say(as, { verdict: 'confirmed' })).status]).toEqual([as, 403]);
      const one = await say('molit-reviewer', {
        verdict: 'conditional',
        reason: REASON,
        subProjectKeys: [first.subProjectKey],
      });
      expect([one.status, one.body.subProjectKeys]).toEqual([201, [first.subProjectKey]]);
      for (const as of REVIEWERS) expect([as, (await say(as, { verdict: 'confirmed' })).status]).toEqual([as, 201]);
      expect(faults(await say('molit-reviewer', { verdict: 'confirmed' }))[0]).toBe(
        '409 funding-confirmation.nothing-waits',
      );
      const items = (await get('gyeongbuk-writer', `${path('GYEONGBUK')}?limit=200`)).body.items;
      expect(new Set(items.map(({ verdict }: { verdict: string }) => verdict))).toEqual(
        new Set(['conditional', 'confirmed']),
      );
      expect((await get('busan-writer', path('GYEONGBUK'))).status).toBe(404);
      await expect(panel.write(`UPDATE "funding_confirmation" SET "verdict" = ?`, ['refused'])).rejects.toThrow(
        /append-only/,
      );
      expect(await open('confirm-funding')).toBe(4);
    });

    it('is asked for again when the draft changed, and so are the reviews', async () => {
      const { version, content } = (await get('gyeongbuk-writer', panel.plan('GYEONGBUK'))).body;
      const [first, ...rest] = content.subProjects;
      const subProjects = [{ ...first, name: '고친 이름 (가상)' }, ...rest];
      await panel.act('gyeongbuk-writer', `${panel.plan('GYEONGBUK')}/draft`, { subProjects }, 'PATCH', version);
      await panel.act('gyeongbuk-approver', `${panel.plan('GYEONGBUK')}/submissions`, { kind: 'final-draft' });
      expect(faults(await confirm('GYEONGBUK'))[0]).toBe('409 designation.reviews-missing');
      for (const officer of ['molit-officer', 'motie-officer'])
        await panel.act(officer, `${panel.plan('GYEONGBUK')}/ministry-reviews`, {
          verdict: 'adequate',
          comment: '적정',
        });
      expect(faults(await confirm('GYEONGBUK'))[0]).toBe('409 funding-confirmation.held');
      for (const province of winners())
        for (const as of REVIEWERS) await post(as, path(province), { verdict: 'confirmed' });
      expect(await open('confirm-funding')).toBe(0);
      await scene('혁신계획 확정');
    }, 120_000);
  });

  describe('the designation', () => {
    let notice: Answer['body'];
    const letter = (): string => `/designations/${notice.id}/letter.pdf`;

    it('is signed with the very text that goes to the gazette', async () => {
      await app.clock('2021-03-31T01:00:00.000Z');
      const { body: plan } = await get('motie-officer', panel.plan('DAEGU'));
      const sites = plan.content.sites.filter(({ role }: { role: string }) => role !== 'linked-area');
      notice = await panel.act('motie-officer', `${panel.plan('DAEGU')}/designations`, {
        noticeNumber: '가상 고시 제2021-1호',
        noticeDate: '2021-03-31',
        effectiveDate: '2021-04-06',
        siteKeys: sites.map(({ key }: { key: string }) => key),
      });
      for (const part of ['가상 고시 제2021-1호', '국토교통부', '산업통상자원부', sites[0].name, '2021. 4. 6.'])
        expect(notice.gazetteText).toContain(part);
      expect((await get('auditor', letter())).status).toBe(404);
      expect(
        (await post('daegu-writer', `/designations/${notice.id}/posting`, { startedOn: '2021-03-31', place: '누리집' }))
          .status,
      ).toBe(404);
      const other = await post('molit-officer', `/designations/${notice.id}/approval`, { contentHash: DIGEST });
      expect(faults(other)[0]).toBe('409 designation.other-content');
      await panel.act('molit-officer', `/designations/${notice.id}/approval`, { contentHash: notice.contentHash });
    });

    it('is handed out as a letter with its annexes, to everybody, the same every time', async () => {
      const first = await get(null, letter());
      const second = await get('daegu-writer', letter());
      expect([first.status, first.headers['etag']]).toEqual([200, second.headers['etag']]);
      const { pages } = pdfText(first.raw);
      const text = dense(pages.join(''));
      for (const part of ['지정서', '관보문안', '붙임1.지정하는단지', '붙임2.재원', '붙임3.성과지표와목표'])
        expect(text).toContain(part);
      for (const page of pages) expect(dense(page)).toContain(notice.contentHash.slice(0, 20));
    });

    it('is posted by its own province for 14 days, from the notice on, and recorded once', async () => {
      const path = `/designations/${notice.id}/posting`;
      const body = { startedOn: '2021-03-31', place: '대구광역시 누리집 (가상)' };
      expect(await open('post-designation')).toBe(1);
      expect((await post('busan-writer', path, body)).status).toBe(404);
      expect(faults(await post('daegu-writer', path, { ...body, startedOn: '2021-03-30' }))).toContain(
        'posting.before-notice',
      );
      expect(faults(await post('daegu-writer', path, { ...body, startedOn: '2021-04-01' }))).toContain('posting.ahead');
      const posted = await panel.act('daegu-writer', path, body);
      expect(posted.postingStanding).toBe('running');
      expect(posted.posting).toEqual({ ...body, endsOn: '2021-04-14', done: false });
      expect(faults(await post('daegu-writer', path, body))[0]).toBe('409 posting.recorded-already');
      expect(await open('post-designation')).toBe(0);
      await app.clock('2021-04-14T01:00:00.000Z');
      const { body: all } = await get(null, `${panel.round}/designations`);
      expect(all.items[0]).toMatchObject({ postingStanding: 'done', posting: { done: true } });
    });

    it('is of no region that gave up; that is announced as a new version, and decided on no more', async () => {
      const body = { letterNumber: '가상 공문', reason: REASON };
      await panel.act('incheon-approver', `${panel.plan('INCHEON')}/give-up`, body);
      expect((await post('incheon-approver', `${panel.plan('INCHEON')}/give-up`, body)).status).toBe(409);
      const sign = { noticeNumber: '가상', noticeDate: '2021-04-14', effectiveDate: '2021-04-14', siteKeys: ['hub'] };
      expect(faults(await post('motie-officer', `${panel.plan('INCHEON')}/designations`, sign))[0]).toBe(
        '409 plan.not-now',
      );
      const title = '재공표';
      const { no } = await panel.act('motie-officer', `${panel.round}/announcements`, { title, reason: REASON });
      expect(no).toBe(4);
      const { body: told } = await get(null, announcement());
      expect(told.changes).toEqual([{ province: 'INCHEON', from: 'preselect', to: 'cancelled' }]);
      expect(told.regions).toHaveLength(4);
    });

    it('is of nothing where there is nothing', async () => {
      expect((await get(null, `/designations/${randomUUID()}/letter.pdf`)).status).toBe(404);
      expect(
        (
          await post('daegu-writer', `/designations/${randomUUID()}/posting`, {
            startedOn: '2021-03-31',
            place: '누리집',
          })
        ).status,
      ).toBe(404);
    });
  });
});
