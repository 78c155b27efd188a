import { policyInText, type RoundPolicy } from '@daegaejo/round/rules';
import { randomUUID } from 'node:crypto';
import type { Answer } from '../support/app.js';
import { TestApp } from '../support/app.js';
import { playIn } from '../support/play.js';
import { loadPolicy } from '../support/policy.js';
import { speakingTo } from '../support/notices.js';
import { describeOnBoth } from '../support/stores.js';

describeOnBoth('the content of a plan', (dialect) => {
  let app: TestApp;
  let play: ReturnType<typeof playIn>;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    play = playIn(app);
    await play.stretch(2020, '본접수');
  }, 180_000);
  afterAll(() => app.close());

  const { act, list } = speakingTo(() => app);
  const path = (province = 'DAEGU') => `/plans/${play.rounds[0]?.plan(province).id}`;
  const plan = async (province = 'DAEGU') => act(`${province.toLowerCase()}-writer`, 'GET', path(province));
  const save = async (parts: object, headers: Record<string, string> = {}): Promise<Answer> =>
    app.ask('PATCH', `${path()}/draft`, {
      as: 'daegu-writer',
      headers: { 'if-match': `"${(await plan()).version}"`, ...headers },
      body: parts,
    });
  const file = (letterNumber?: string): Promise<Answer> =>
    app.ask('POST', `${path()}/submissions`, {
      as: 'daegu-approver',
      body: { kind: 'filed', ...(letterNumber === undefined ? {} : { letterNumber }) },
    });
  const errors = ({ body }: Answer): string[] =>
    (body.errors ?? []).map(({ field, code }: { field: string; code: string }) => `${field} ${code}`);
  /** Both ministries put a policy with other requirements into force. */
  const require = async (more: Partial<RoundPolicy['eligibility']>): Promise<void> => {
    const round = `/rounds/${play.rounds[0]?.id}`;
    const { version } = await act('molit-officer', 'GET', round);
    const policy = loadPolicy();
    const revised = await app.ask('PUT', `${round}/policy`, {
      as: 'molit-officer',
      headers: { 'if-match': `"${version}"` },
      body: {
        policy: policyInText({ ...policy, eligibility: { ...policy.eligibility, ...more } }),
        reason: '구비서류를 밝힙니다 (가상)',
      },
    });
    expect(revised.status).toBe(200);
    const policies = await list('auditor', `${round}/policies`);
    const policyVersion = Math.max(...policies.map((item: { version: number }) => item.version));
    for (const officer of ['molit-officer', 'motie-officer'])
      await act(officer, 'POST', `${round}/approvals`, { purpose: 'policy', policyVersion });
  };

  it('holds links, proofs, side indicators, parts by site and documents, as they were given', async () => {
    const { content } = await plan();
    const [hub, linked] = content.sites;
    const sites = [hub, { ...linked, linkage: { evidence: '기업 간 거래', tradeWon: '196100000000' } }];
    const targets = content.indicators[0].targets;
    const indicators = [
      { ...content.indicators[0], evidenceRule: '고용보험 피보험자 수', bySite: [{ site: hub.key, targets }] },
      ...content.indicators.slice(1),
      { ...content.indicators[0], code: 'induced-jobs' },
    ];
    const evidence = [
      { kind: 'local-funding-pledge', organisation: '대구광역시', status: 'promised', attachmentId: null, note: null },
    ];
    expect((await save({ sites, indicators, evidence })).status).toBe(200);
    expect((await plan()).content).toMatchObject({ sites, indicators, evidence });
    expect(errors(await save({ sites: [{ ...linked, linkage: { evidence: '거래', tradeWon: '-1' } }] }))).toEqual([
      'sites[0].linkage.tradeWon field.won',
    ]);
    expect(errors(await save({ evidence: [{ ...evidence[0], status: 'lost', attachmentId: '1' }] }))).toEqual([
      'evidence[0].status field.choice',
      'evidence[0].attachmentId field.id',
    ]);
  });

  it('refuses a plan a hundred million times too large, and says what was expected', async () => {
    const { content } = await plan();
    const budget = content.budget.map((cell: { amount: string }) => ({ ...cell, amount: `${cell.amount}00000000` }));
    const refused = await save({ budget });
    expect(refused.status).toBe(422);
    expect(new Set(errors(refused).map((line) => line.split(' ')[1]))).toEqual(new Set(['plan.budget.unit']));
    expect(refused.body.errors[0].message).toMatch(/100조원 이하.*원 단위.*[\d,]+억원입니다/);
    const cell = { ...content.budget[0], amount: '100000000000001' };
    const english = await save({ budget: [cell] }, { 'accept-language': 'en' });
    expect(english.body.errors[0].message).toContain(
      '100,000,000,000,001 won is 1,000,000.00000001 hundred million won',
    );
    for (const [wrong, code, says] of [
      [{ amount: '-5' }, 'field.won', '0 이상'],
      [{ year: 1999 }, 'field.whole', '2000 이상 2100 이하'],
    ] as const) {
      const answer = await save({ budget: [{ ...content.budget[0], ...wrong }] });
      expect([answer.status, answer.body.errors[0].code]).toEqual([422, code]);
      expect(answer.body.errors[0].message).toContain(says);
    }
    expect((await plan()).content.budget).toEqual(content.budget);
  });

  it('is filed though its sums do not match, with a warning that says both sides', async () => {
    await play.rounds[0]?.save('DAEGU', {
      reportedFigures: [
        { code: 'total-budget', label: '총사업비', value: '9,999', unit: '억원', source: null, fictional: true },
      ],
    });
    const { warnings } = await act('daegu-writer', 'GET', `${path()}/check`);
    expect(warnings.map(({ code }: { code: string }) => code)).toContain('plan.warning.total');
    expect(warnings.find(({ code }: { code: string }) => code === 'plan.warning.total').message).toMatch(
      /"총사업비"는 9,999억원으로 적혀 있으나 재원표의 합계는 [\d,.]+억원입니다/,
    );
  });

  it('asks for the links, the documents and the letter the policy asks for, and for nothing else', async () => {
    await play.stretch(2020, '마감 1분 뒤 제출 시도', '본접수');
    await require({ requiredEvidence: ['municipal-consent'], linkageRequired: true, letterRequired: true });
    const { content } = await plan();
    const sites = content.sites.map((site: object) => ({ ...site, linkage: null }));
    expect((await save({ sites, evidence: [] })).status).toBe(200);
    const refused = errors(await file());
    expect(refused).toEqual(
      expect.arrayContaining([
        'letterNumber plan.letter.missing',
        'sites[1].linkage plan.linkage.missing',
        'evidence plan.evidence.missing',
      ]),
    );
    expect(refused.filter((line) => line.startsWith('sites[0]'))).toEqual([]);
    const consent = { kind: 'municipal-consent', organisation: '달서구', note: null };
    await save({ evidence: [{ ...consent, status: 'promised', attachmentId: null }] });
    expect(errors(await file('대구-2020-77'))).toContain('evidence[0].status plan.evidence.promised');
    const done = {
      sites: sites.map((site: { role: string }) =>
        site.role === 'hub' ? site : { ...site, linkage: { evidence: '공동 물류와 부품 거래', tradeWon: null } },
      ),
      evidence: [{ ...consent, status: 'not-needed', attachmentId: null, note: '국비 사업뿐' }],
    };
    expect((await save(done)).status).toBe(200);
    expect(errors(await file())).toEqual(['letterNumber plan.letter.missing']);
    const filed = await file('대구-2020-77');
    expect([filed.status, filed.body.kind, filed.body.letterNumber]).toEqual([201, 'filed', '대구-2020-77']);
  }, 120_000);

  it('is spoken about within the province alone', async () => {
    const note = { section: 'budget', path: 'budget[smart 2021 national]', text: '이 칸은 기재부와 다시 봅시다' };
    const added = await act('daegu-writer', 'POST', `${path()}/comments`, note);
    await act('daegu-approver', 'POST', `${path()}/comments`, { section: 'basics', text: '제목을 줄입시다' });
    const comments = `${path()}/comments`;
    expect(await list('daegu-approver', comments)).toMatchObject([
      { ...note, resolvedAt: null, version: 1 },
      { section: 'basics', path: null },
    ]);
    for (const reader of ['kicox-secretary', 'molit-officer', 'auditor', 'consultant-1'])
      expect([reader, (await app.ask('GET', comments, { as: reader })).status]).not.toEqual([reader, 200]);
    expect((await app.ask('GET', comments, { as: 'busan-writer' })).status).toBe(404);
    const history = await app.ask('GET', '/history?limit=200', { as: 'auditor' });
    expect(history.text).not.toContain('omment');

    const resolve = (as: string, id = added.id, headers = {}) =>
      app.ask('POST', `/plan-comments/${id}/resolution`, { as, headers });
    for (const reader of ['kicox-secretary', 'auditor', 'busan-approver'])
      expect((await resolve(reader)).status).toBe(404);
    expect((await resolve('daegu-approver', randomUUID())).status).toBe(404);
    expect((await resolve('daegu-approver', added.id, { 'if-match': '"7"' })).status).toBe(412);
    const { status, body } = await resolve('daegu-approver');
    expect([status, body.version, typeof body.resolvedAt, body.resolvedBy === body.writtenBy]).toEqual([
      200,
      2,
      'string',
      false,
    ]);
    expect((await resolve('daegu-writer')).body.code).toBe('plan.comment.resolved');
    const open = await app.ask('GET', `${comments}?state=open`, { as: 'daegu-writer' });
    expect(open.body.items.map(({ section }: { section: string }) => section)).toEqual(['basics']);
    const budget = await app.ask('GET', `${comments}?state=resolved&section=budget&limit=1`, { as: 'daegu-writer' });
    expect(budget.body.items).toHaveLength(1);
  });

  it('is kept as it was announced, beside what was filed and what comes later', async () => {
    await play.stretch(2020, '이의신청 처리', '마감 1분 뒤 제출 시도');
    const versions = await list('auditor', `${path()}/versions`);
    const kinds = versions.map(({ kind }: { kind: string }) => kind);
    expect(kinds.slice(-2)).toEqual(['filed', 'preselected']);
    const [filed, announced] = versions.slice(-2);
    expect(announced.contentHash).toBe(filed.contentHash);
    // An evaluator reads what he judged; a region that lost has no such version.
    const seen = await list('evaluator-2020-2', `${path()}/versions`);
    expect(new Set(seen.map(({ kind }: { kind: string }) => kind))).toEqual(new Set(['filed']));
    const lost = await list('auditor', `${path('BUSAN')}/versions`);
    expect(lost.map(({ kind }: { kind: string }) => kind)).not.toContain('preselected');
  }, 300_000);
});
