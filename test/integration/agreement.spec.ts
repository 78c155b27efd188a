import type { PlanContent } from '@daegaejo/plan/rules';
import { wonIn } from '@daegaejo/platform/rules';
import { TestApp } from '../support/app.js';
import { DutyWatch } from '../support/duties.js';
import { dense, pdfText } from '../support/pdf-text.js';
import { speakingTo } from '../support/notices.js';
import { playIn } from '../support/play.js';
import { settled } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';

const SHEET = {
  implementer: '가상 공사',
  address: '가상로 1',
  representative: '가상인',
  areaSquareMetres: 1000,
  areaProof: null,
  phases: [],
  retained: [],
  landUse: '산업시설용지',
};
const DIGEST = '0'.repeat(64);
const TITLE = 'title=2020년 산업단지 대개조 지역 선정';

describeOnBoth('what follows a designation', (dialect) => {
  let app: TestApp;
  let watch: DutyWatch;
  let play: ReturnType<typeof playIn>;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    watch = new DutyWatch(app, () => String(play.rounds[0]?.id));
    await play.stretch(2020, '협약 체결');
  }, 180_000);
  afterAll(() => app.close());

  const { act, list } = speakingTo(() => app);
  const id = (province: string) => String(play.rounds[0]?.plan(province).id);
  const plan = (province: string) => `/plans/${id(province)}`;
  const get = async (as: string, path: string) => (await app.ask('GET', path, { as })).body;
  const refusal = async (as: string, path: string, body: object, headers: Record<string, string> = {}) => {
    const { status, body: problem } = await app.ask('POST', path, { as, body, headers });
    return [status, problem.errors?.[0]?.code ?? problem.code];
  };
  const duties = async (kind: string) => (await watch.open()).filter((duty) => duty.kind === kind);
  const words = async (kind: string) => Promise.all((await duties(kind)).map((duty) => watch.inWords(duty)));
  const content = async (province: string): Promise<{ no: number; content: PlanContent }> => {
    const found = await get('auditor', plan(province));
    return { no: found.versionNo, content: found.content };
  };
  const change = (province: string, baseNo: number, parts: object, more: object = {}) => [
    `${plan(province)}/changes`,
    { baseNo, parts, reason: '가상 변경 사유', letterNumber: '가상 변경-1', ...more },
  ];
  const fileChange = async (province: string, parts: object, more: object = {}) => {
    const { no } = await content(province);
    const [path, body] = change(province, no, parts, more) as [string, object];
    return act(`${province.toLowerCase()}-approver`, 'POST', path, body);
  };
  const decide = (as: string, found: { id: string; contentHash: string }) =>
    app.ask('POST', `/changes/${found.id}/decision`, {
      as,
      body: { contentHash: found.contentHash, verdict: 'approve' },
    });
  const conclude = async (province: string) => {
    const path = `${plan(province)}/agreement`;
    const { contentHash } = await act('molit-officer', 'POST', path, { terms: '가상 협약' });
    await act('molit-officer', 'POST', `${path}/signatures`, { contentHash });
    await act('motie-officer', 'POST', `${path}/signatures`, { contentHash });
    await act(`${province.toLowerCase()}-approver`, 'POST', `${path}/signatures`, {
      contentHash,
      letterNumber: '가상 1',
    });
  };

  describe('the agreement', () => {
    it('is a duty of the ministries from the designation on, for one month from the notice', async () => {
      expect(await duties('sign-agreement')).toHaveLength(5);
      expect(await words('sign-agreement')).toContain(
        `by 2021. 5. 1. 00:00, ministry-officer MOLIT + ministry-officer MOTIE < secretariat: ${TITLE}, province=대구`,
      );
      expect((await app.ask('GET', `${plan('DAEGU')}/agreement`, { as: 'daegu-writer' })).status).toBe(404);
      const [path, body] = change('DAEGU', 1, {}) as [string, object];
      expect(await refusal('daegu-approver', path, body)).toEqual([409, 'change.no-agreement']);
    });

    it('is drafted from the confirmed plan, its money and its targets', async () => {
      const drafted = await act('molit-officer', 'POST', `${plan('DAEGU')}/agreement`, { terms: '가상 협약' });
      const found = await content('DAEGU');
      const funding = await get('auditor', `${plan('DAEGU')}/funding`);
      expect(drafted).toMatchObject({
        state: 'drafted',
        no: 1,
        planVersionNo: found.no,
        fundingNo: funding.version,
        fundingHash: funding.contentHash,
        signatures: [],
      });
      expect(Object.keys(drafted.targets).sort()).toEqual(['company-supports', 'direct-hires', 'support-facilities']);
      expect(await words('sign-agreement')).toContain(
        `by 2021. 5. 1. 00:00, ministry-officer MOLIT + ministry-officer MOTIE + province-approver DAEGU < secretariat: ${TITLE}, province=대구`,
      );
    });

    it('takes no signature under a draft that has changed, and voids those it had', async () => {
      const path = `${plan('DAEGU')}/agreement`;
      const first = await get('auditor', path);
      await act('molit-officer', 'POST', `${path}/signatures`, { contentHash: first.contentHash });
      const second = await act('motie-officer', 'POST', path, { terms: '고친 가상 협약' });
      expect(second).toMatchObject({ no: 2, signatures: [] });
      expect(await refusal('motie-officer', `${path}/signatures`, { contentHash: first.contentHash })).toEqual([
        409,
        'agreement.other-content',
      ]);
      expect(await refusal('motie-officer', path, { terms: '한 번 더' }, { 'if-match': '"1"' })).toEqual([
        412,
        'record.stale',
      ]);
    });

    it('is signed by the province with a letter and by both ministries, by different people', async () => {
      const path = `${plan('DAEGU')}/agreement/signatures`;
      const { contentHash } = await get('auditor', `${plan('DAEGU')}/agreement`);
      expect(await refusal('daegu-approver', path, { contentHash })).toEqual([422, 'agreement.letter']);
      expect(await refusal('daegu-writer', path, { contentHash })).toEqual([403, 'access.forbidden']);
      expect(await refusal('gwangju-approver', path, { contentHash })).toEqual([404, 'record.not-found']);
      await act('molit-officer', 'POST', path, { contentHash });
      const officer = await app.person('molit-officer');
      const { grants } = await act('admin', 'POST', `/people/${officer}/grants`, {
        role: 'province-approver',
        organisationId: await app.organisation('DAEGU'),
      });
      const letterNumber = '가상 협약-1';
      expect(await refusal('molit-officer', path, { contentHash, letterNumber })).toEqual([403, 'agreement.four-eyes']);
      const given = (grants as { id: string; role: string }[]).find(({ role }) => role === 'province-approver');
      await act('admin', 'DELETE', `/people/${officer}/grants/${given?.id}`);
      await act('daegu-approver', 'POST', path, { contentHash, letterNumber });
      const both = await Promise.all(
        [1, 2].map(() => app.ask('POST', path, { as: 'motie-officer', body: { contentHash } })),
      );
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      const signed = await get('daegu-writer', `${plan('DAEGU')}/agreement`);
      expect(signed).toMatchObject({ state: 'signed', no: 2 });
      expect(signed.signatures.map(({ organisation }: { organisation: string }) => organisation).sort()).toEqual([
        'DAEGU',
        'MOLIT',
        'MOTIE',
      ]);
      expect(await refusal('molit-officer', `${plan('DAEGU')}/agreement`, { terms: '다시' })).toEqual([
        409,
        'agreement.not-now',
      ]);
      expect(await duties('sign-agreement')).toHaveLength(4);
    });
  });

  describe('the agreement on paper', () => {
    const paper = (as: string, query = '') =>
      app.ask('GET', `${plan('DAEGU')}/agreement/agreement.pdf${query}`, { as });

    it('has plan, money by year, source and ministry, goals, both signatures and the hash on every page', async () => {
      const first = await paper('daegu-writer');
      const second = await paper('molit-officer');
      expect([first.status, first.headers['etag']]).toEqual([200, second.headers['etag']]);
      const agreement = await get('auditor', `${plan('DAEGU')}/agreement`);
      const { total, lines } = await get('auditor', `${plan('DAEGU')}/funding`);
      const { pages } = pdfText(first.raw);
      const text = dense(pages.join(''));
      const inMillions = (won: string) => wonIn('백만원', BigInt(won));
      for (const part of ['협약서', '국토교통부', '산업통상자원부', '대구', '가상협약-1', '고친가상협약'])
        expect(text).toContain(part);
      for (const part of ['붙임1.사업내용', '붙임2.투자분담', '붙임3.사업목표', '체결', inMillions(total)])
        expect(text).toContain(part);
      for (const { amount } of lines) expect(text).toContain(inMillions(amount));
      for (const target of Object.values(agreement.targets)) expect(text).toContain(String(target));
      for (const page of pages) expect(dense(page)).toContain(agreement.contentHash.slice(0, 20));
    });

    it('is of any version: a draft another took the place of says so, and has its own signatures', async () => {
      const { body: draft } = await app.ask('GET', `${plan('DAEGU')}/agreement`, { as: 'auditor' });
      const old = await paper('auditor', '?no=1');
      expect(old.status).toBe(200);
      const text = dense(pdfText(old.raw).pages.join(''));
      expect(text).toContain('제2판이이판을대신함');
      expect(text).toContain(draft.versions[0].contentHash.slice(0, 20));
      expect(text).toContain('국토교통부');
      expect(text).not.toContain('가상협약-1');
    });

    it('is for its parties and those who watch over them', async () => {
      expect((await paper('gwangju-approver')).status).toBe(404);
      expect((await paper('evaluator-2020-1')).status).toBe(403);
      expect((await paper('auditor', '?no=9')).status).toBe(404);
      expect((await paper('auditor', '?no=zwei')).status).toBe(422);
    });
  });

  describe('a change', () => {
    it('of the years within the total is minor, and takes effect as it is filed', async () => {
      const { no, content: before } = await content('DAEGU');
      const first = before.budget.find(({ source, year }) => source === 'private' && year === 2022);
      const by: Record<number, bigint> = { 2022: -1_000_000n, 2023: 1_000_000n };
      const budget = before.budget.map((cell) =>
        cell.subProject === first?.subProject && cell.source === 'private'
          ? { ...cell, amount: String(BigInt(cell.amount) + (by[cell.year] ?? 0n)) }
          : cell,
      );
      const [path, body] = change('DAEGU', no - 1, { budget }) as [string, object];
      expect(await refusal('daegu-approver', path, body)).toEqual([412, 'record.stale']);
      expect(await refusal('daegu-approver', path, { ...body, baseNo: no, parts: {} })).toEqual([
        422,
        'change.nothing',
      ]);
      const noted = await fileChange('DAEGU', { budget });
      expect(noted).toMatchObject({ state: 'noted', class: 'minor', appliedNo: no + 1, agreementNo: 3 });
      expect(noted.claims.map(({ rule, source }: { rule: string; source: string }) => [rule, source])).toEqual([
        ['minor.yearly-plan', '시행령 제16조(경미한 변경) 총사업비 범위 내 연차별 투자계획'],
      ]);
      const after = await get('daegu-writer', plan('DAEGU'));
      expect([after.state, after.versionNo, after.content.budget]).toEqual(['designated', no + 1, budget]);
      const agreement = await get('auditor', `${plan('DAEGU')}/agreement`);
      expect(agreement).toMatchObject({ state: 'signed', no: 3, planVersionNo: no + 1, fundingNo: 2 });
      expect(agreement.signatures).toHaveLength(3);
      const versions = await list('auditor', `${plan('DAEGU')}/versions`);
      expect(versions.at(-1)).toMatchObject({ kind: 'change', letterNumber: '가상 변경-1' });
      const detail = await get('molit-reviewer', `/changes/${noted.id}`);
      expect(detail).toMatchObject({ budget: { total: { delta: '0' }, byYear: { 2022: { delta: '-1000000' } } } });
    });

    it('of the total waits for both ministries, and two of them at once make one version', async () => {
      const { no, content: before } = await content('DAEGU');
      const dropped = before.subProjects.at(-1)?.key;
      const parts = {
        subProjects: before.subProjects.slice(0, -1),
        budget: before.budget.filter(({ subProject }) => subProject !== dropped),
      };
      const filed = await fileChange('DAEGU', parts);
      expect(filed).toMatchObject({ state: 'filed', class: 'major', appliedNo: null, lateInYear: false, late: false });
      expect(filed.claims.map(({ rule }: { rule: string }) => rule)).toEqual(['major.total', 'major.sub-projects']);
      expect(await words('answer-change')).toEqual([
        expect.stringContaining(`ministry-officer MOLIT + ministry-officer MOTIE: ${TITLE}, province=대구`),
      ]);
      const [path, body] = change('DAEGU', no, parts) as [string, object];
      expect(await refusal('daegu-approver', path, body)).toEqual([409, 'change.open-already']);
      const decision = `/changes/${filed.id}/decision`;
      expect(await refusal('molit-officer', decision, { contentHash: DIGEST, verdict: 'approve' })).toEqual([
        409,
        'change.other-content',
      ]);
      const rejection = { contentHash: filed.contentHash, verdict: 'reject' };
      expect(await refusal('molit-officer', decision, rejection)).toEqual([422, 'change.reason']);
      expect(await refusal('daegu-approver', decision, rejection)).toEqual([403, 'access.forbidden']);
      const resolution = { outcome: 'agreed', resolution: '가상 회의록', resolvedOn: '2021-04-20' };
      expect(await refusal('kicox-secretary', `/changes/${filed.id}/resolution`, resolution)).toEqual([
        409,
        'change.no-committee',
      ]);
      const answers = await Promise.all(
        ['molit-officer', 'motie-officer', 'molit-officer'].map((as) => decide(as, filed)),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, expect.any(Number)]);
      expect([403, 409]).toContain(Math.max(...answers.map(({ status }) => status)));
      const done = await get('daegu-writer', `/changes/${filed.id}`);
      expect(done).toMatchObject({ state: 'approved', appliedNo: no + 1, agreementNo: 4, decisions: [{}, {}] });
      expect((await content('DAEGU')).no).toBe(no + 1);
      expect((await decide('molit-officer', filed)).status).toBe(409);
      await settled(app);
      const { body: hits } = await app.ask(
        'GET',
        `/search?q=${encodeURIComponent(String(before.subProjects.at(-1)?.name))}`,
        {
          as: 'daegu-writer',
        },
      );
      expect(
        (hits.items as { planId: string; key: string }[])
          .filter(({ key }) => key === dropped)
          .map(({ planId }) => planId),
      ).not.toContain(id('DAEGU'));
    });

    it('of a target goes to the committee as well, and may be refused or withdrawn', async () => {
      const { no, content: before } = await content('DAEGU');
      const indicators = before.indicators.map((indicator, at) =>
        at > 0
          ? indicator
          : { ...indicator, targets: indicator.targets.map(({ year, value }) => ({ year, value: value - 1 })) },
      );
      const taken = await fileChange('DAEGU', { indicators });
      expect(taken).toMatchObject({ class: 'goal', state: 'filed' });
      await act('daegu-approver', 'POST', `/changes/${taken.id}/withdrawal`, { reason: '다시 검토 (가상)' });
      const filed = await fileChange('DAEGU', { indicators });
      await decide('molit-officer', filed);
      await decide('motie-officer', filed);
      expect((await get('auditor', `/changes/${filed.id}`)).state).toBe('filed');
      expect(await words('answer-change')).toEqual([expect.stringContaining(`, secretariat: ${TITLE}`)]);
      const { body: clock } = await app.ask('GET', '/rehearsal/clock');
      const resolvedOn = new Date(Date.parse(clock.now) + 9 * 3_600_000).toISOString().slice(0, 10);
      const resolution = { outcome: 'agreed', resolution: '가상 위원회 제5차 회의록' };
      expect(
        await refusal('kicox-secretary', `/changes/${filed.id}/resolution`, {
          ...resolution,
          resolvedOn: '2020-01-01',
        }),
      ).toEqual([422, 'change.resolved-on']);
      const done = await act('kicox-secretary', 'POST', `/changes/${filed.id}/resolution`, {
        ...resolution,
        resolvedOn,
      });
      expect(done).toMatchObject({ state: 'approved', appliedNo: no + 1, resolved: 'agreed' });
      const watched = await get('molit-officer', `${plan('DAEGU')}/changes/watch`);
      expect(watched).toMatchObject({
        changes: 3,
        byClass: { minor: 1, major: 1, goal: 1 },
        subProjects: { added: 0, dropped: 1 },
        indicators: { 'direct-hires': { delta: String(-indicators[0]!.targets.length) } },
        flags: [],
      });
      expect(BigInt(watched.total.delta)).toBe(-BigInt(watched.movedWon));
      const all = await list('daegu-writer', `${plan('DAEGU')}/changes`);
      expect(all.map(({ no: turn, state }: { no: number; state: string }) => `${turn} ${state}`)).toEqual([
        '1 noted',
        '2 approved',
        '3 withdrawn',
        '4 approved',
      ]);
      expect((await app.ask('GET', `${plan('DAEGU')}/changes`, { as: 'gwangju-writer' })).status).toBe(404);
    });
  });

  describe('a 사업계획', () => {
    it('is filed by the province, approved by both ministries, and started; its address changes by notice', async () => {
      await app.clock('2021-04-05T01:00:00.000Z');
      const path = `${plan('DAEGU')}/project-plans`;
      const body = { sheet: SHEET, letterNumber: '가상 사업-1', filedOn: '2021-04-01' };
      expect(await refusal('daegu-approver', path, { ...body, filedOn: '2021-03-30' })).toEqual([
        422,
        'project-plan.filed-on',
      ]);
      const filed = await act('daegu-approver', 'POST', path, body);
      const decision = { contentHash: filed.contentHash, verdict: 'approve' };
      const start = { startedOn: '2021-04-01', letterNumber: '가상 착공-1' };
      const own = `/project-plans/${filed.id}`;
      expect(await refusal('daegu-approver', `${own}/start`, start)).toEqual([409, 'project-plan.not-now']);
      await act('molit-officer', 'POST', `${own}/decision`, decision);
      expect(await refusal('molit-officer', `${own}/decision`, decision)).toEqual([403, 'project-plan.four-eyes']);
      const approved = await act('motie-officer', 'POST', `${own}/decision`, decision);
      expect(approved).toMatchObject({ state: 'approved' });
      expect(await refusal('daegu-approver', `${own}/start`, start)).toEqual([422, 'project-plan.start.day']);
      await act('daegu-approver', 'POST', `${own}/start`, { ...start, startedOn: approved.approvedOn });
      const { no } = await content('DAEGU');
      const noted = await fileChange('DAEGU', {}, { project: { id: filed.id, sheet: { address: '가상로 2' } } });
      expect(noted).toMatchObject({ state: 'noted', class: 'minor', appliedNo: null });
      expect((await content('DAEGU')).no).toBe(no);
      const moved = await fileChange(
        'DAEGU',
        {},
        { project: { id: filed.id, sheet: { implementer: '다른 가상 공사' } } },
      );
      expect(moved).toMatchObject({ state: 'filed', class: 'major', claims: [{ rule: 'major.implementer' }] });
      await decide('molit-officer', moved);
      await decide('motie-officer', moved);
      expect(await get('auditor', `/changes/${moved.id}`)).toMatchObject({ state: 'approved', appliedNo: null });
      expect((await content('DAEGU')).no).toBe(no);
      const [known] = await list('daegu-writer', path);
      const sheet = { ...SHEET, address: '가상로 2', implementer: '다른 가상 공사' };
      expect(known).toMatchObject({ state: 'started', sheet });
      expect(await get('daegu-writer', `${plan('DAEGU')}/revocation`)).toMatchObject({
        designatedOn: '2021-03-31',
        applyBy: null,
        startBy: null,
        due: null,
      });
    });
  });

  describe('a revocation', () => {
    it('is not opened before the clock has run out, and is due from then on', async () => {
      await conclude('GWANGJU');
      const path = `${plan('GWANGJU')}/revocation`;
      const body = { grounds: 'no-project-plan', reason: '가상 사유입니다', hearBy: '2023-05-01T00:00:00.000Z' };
      expect(await refusal('molit-officer', path, body)).toEqual([422, 'revocation.clock']);
      await app.clock('2023-03-31T14:59:00.000Z');
      expect(await duties('review-revocation')).toEqual([]);
      expect(await refusal('molit-officer', path, body)).toEqual([422, 'revocation.clock']);
      await app.clock('2023-03-31T15:00:00.000Z');
      expect(await words('review-revocation')).toContain(
        `since 2023-04-01, ministry-officer MOLIT + ministry-officer MOTIE < secretariat: ${TITLE}, province=광주`,
      );
      expect(await duties('review-revocation')).toHaveLength(4);
      expect(await refusal('molit-officer', path, { ...body, grounds: 'no-start' })).toEqual([422, 'revocation.clock']);
      expect(await refusal('molit-officer', path, { ...body, hearBy: '2023-04-11T14:00:00.000Z' })).toEqual([
        422,
        'revocation.hear-by',
      ]);
      expect(await get('gwangju-writer', path)).toMatchObject({
        applyBy: '2023-03-31',
        due: { grounds: 'no-project-plan', since: '2023-03-31T15:00:00.000Z' },
      });
    });

    it('hears the province, then the committee, then both ministries, and ends the agreement and every open change', async () => {
      const hearBy = '2023-04-20T00:00:00.000Z';
      const reason = '2년 안에 사업계획을 신청하지 않음 (가상)';
      const path = `${plan('GWANGJU')}/revocation`;
      const opened = await act('molit-officer', 'POST', path, { grounds: 'no-project-plan', reason, hearBy });
      expect(await refusal('motie-officer', path, { grounds: 'give-up', reason, hearBy })).toEqual([
        409,
        'revocation.open-already',
      ]);
      expect(await duties('review-revocation')).toHaveLength(3);
      const own = `/revocation-reviews/${opened.id}`;
      const decision = {
        outcome: 'revoke',
        resolution: '가상 위원회 제9차',
        resolvedOn: '2023-04-01',
        decision: '가상 의결 이유',
      };
      expect(await refusal('kicox-secretary', `${own}/decision`, decision)).toEqual([409, 'revocation.hearing-open']);
      const pending = await fileChange('GWANGJU', { title: '다른 제목 (가상)' });
      await act('gwangju-approver', 'POST', `${own}/statement`, {
        statement: '가상 의견',
        letterNumber: '가상 의견-1',
      });
      await act('kicox-secretary', 'POST', `${own}/decision`, decision);
      const notice = {
        noticeNumber: '가상 고시 제2023-해제호',
        noticeDate: '2023-04-03',
        gazette: '가상 관보 제1호',
        postedFrom: '2023-04-03',
        postedUntil: '2023-04-15',
      };
      expect(await refusal('molit-officer', `${own}/notice`, notice)).toEqual([422, 'revocation.posting']);
      await act('molit-officer', 'POST', `${own}/notice`, { ...notice, postedUntil: '2023-04-17' });
      const first = (await get('auditor', path)).reviews[0];
      const second = await act('molit-officer', 'POST', `${own}/notice`, { ...notice, postedUntil: '2023-04-16' });
      expect(await refusal('motie-officer', `${own}/signature`, { contentHash: first.contentHash })).toEqual([
        409,
        'revocation.other-content',
      ]);
      const { contentHash } = second;
      expect(await refusal('molit-officer', `${own}/signature`, { contentHash })).toEqual([
        403,
        'revocation.four-eyes',
      ]);
      const both = await Promise.all(
        [1, 2].map(() => app.ask('POST', `${own}/signature`, { as: 'motie-officer', body: { contentHash } })),
      );
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect((await get('gwangju-writer', plan('GWANGJU'))).state).toBe('revoked');
      expect((await get('auditor', `${plan('GWANGJU')}/agreement`)).state).toBe('terminated');
      expect((await get('auditor', `/changes/${pending.id}`)).state).toBe('lapsed');
      expect((await decide('motie-officer', pending)).status).toBe(409);
      expect(await refusal('molit-officer', path, { grounds: 'give-up', reason, hearBy })).toEqual([
        409,
        'plan.not-now',
      ]);
      const [changePath, body] = change('GWANGJU', 1, {}) as [string, object];
      expect(await refusal('gwangju-approver', changePath, body)).toEqual([409, 'plan.not-now']);
      for (const [type, about] of [
        ['PlanRevoked', id('GWANGJU')],
        ['PlanChangeLapsed', pending.id],
      ] as const)
        expect((await get('auditor', `/history?type=${type}`)).items).toMatchObject([{ subject: { id: about } }]);
    });

    it('may be decided without a statement once the term is over, and what is kept is not put again', async () => {
      const opened = await act('motie-officer', 'POST', `${plan('INCHEON')}/revocation`, {
        grounds: 'no-project-plan',
        reason: '가상 사유입니다',
        hearBy: '2023-04-15T00:00:00.000Z',
      });
      await app.clock('2023-04-15T00:00:00.000Z');
      const kept = await act('kicox-secretary', 'POST', `/revocation-reviews/${opened.id}/decision`, {
        outcome: 'keep',
        resolution: '가상 위원회 제10차',
        resolvedOn: '2023-04-15',
        decision: '가상: 곧 신청할 예정',
      });
      expect(kept).toMatchObject({ state: 'kept', allowed: [] });
      expect((await get('incheon-writer', plan('INCHEON'))).state).toBe('designated');
      expect((await words('review-revocation')).join('\n')).not.toContain('인천');
    });

    it('flags a change that is asked for in December, and one that was not answered in time', async () => {
      await app.clock('2023-12-01T00:00:00.000Z');
      const filed = await fileChange('DAEGU', { title: '12월에 바꾼 제목 (가상)' });
      expect(filed).toMatchObject({ class: 'major', lateInYear: true, late: false, dueAt: '2023-12-16T15:00:00.000Z' });
      await app.clock('2023-12-16T15:00:00.000Z');
      expect((await get('auditor', `/changes/${filed.id}`)).late).toBe(true);
      const rejected = await app.ask('POST', `/changes/${filed.id}/decision`, {
        as: 'motie-officer',
        body: { contentHash: filed.contentHash, verdict: 'reject', reason: '사유가 부족함 (가상)' },
      });
      expect(rejected.body).toMatchObject({ state: 'rejected', closedReason: '사유가 부족함 (가상)', late: true });
      expect(await refusal('molit-officer', `${plan('DAEGU')}/agreement/end`, { reason: '종료 (가상)' })).toEqual([
        409,
        'agreement.not-over',
      ]);
      await app.clock('2024-01-02T00:00:00.000Z');
      const ended = await act('molit-officer', 'POST', `${plan('DAEGU')}/agreement/end`, { reason: '종료 (가상)' });
      expect(ended).toMatchObject({ state: 'ended' });
    });
  });
});
