import { randomUUID } from 'node:crypto';
import { PLAN_JOBS } from '@daegaejo/plan';
import { type AnyJob, type JobDefinition, rowsOf, UnitOfWork } from '@daegaejo/platform';
import { type Answer, TestApp } from '../support/app.js';
import { Panel, SECRETARY } from '../support/panel.js';
import { settled } from '../support/settled.js';
import { describeOnBoth } from '../support/stores.js';
import { NOBODY } from '../support/unit-of-work.js';

interface Hit {
  readonly planId: string;
  readonly year: number;
  readonly province: string;
  readonly kind: string;
  readonly key: string;
  readonly heading: string;
  readonly snippet: readonly { readonly text: string; readonly hit: boolean }[];
}
interface Content {
  readonly subProjects: readonly { readonly key: string }[];
  readonly sites: readonly { readonly role: string }[];
  readonly narrative: Readonly<Record<string, string>>;
}

const FIRST = 'regeneration-1';
/** Words the demo does not have, so that every hit is one of these texts. */
const BUSAN = {
  title: '부산 해오름 대개조 (가상)',
  theme: '해오름 조선기자재',
  hub: '해오름국가산업단지(1~7차)',
  name: '해오름 스마트그린 주차장 조성',
  other: '해오름 산단의 5G 특화망과 R&D 거점입니다. AI 전환, FAIR한 거래, 제3차 계획을 담았습니다.',
};
const ULSAN = {
  name: '해오름 스마트그린주차장 확충',
  other: '해오름과 이어지는 12단계 달무리 물류. 기쁨터를 짓습니다.',
};
const LATER = '해오름을 잇는 2단계 계획입니다.';
const DRAFT = '초안에만적은낱말';

const HAEOREUM = [
  '2020 BUSAN title',
  `2020 ULSAN sub-project ${FIRST}`,
  `2020 BUSAN sub-project ${FIRST}`,
  '2020 BUSAN site busan-hub',
  '2021 BUSAN narrative direction',
  '2020 ULSAN narrative other',
  '2020 BUSAN narrative other',
];
const OF_BUSAN = HAEOREUM.filter((hit) => hit.includes('BUSAN'));
const OTHER = ['2020 BUSAN narrative other'];

/** One list for both stores: what is looked for, and every hit in its order. */
const EXPECTED: readonly (readonly [query: string, hits: readonly string[]])[] = [
  ['해오름', HAEOREUM],
  ['해오름'.normalize('NFD'), HAEOREUM],
  ['오름', HAEOREUM],
  ['름해오', []], // both pairs are there, not one after the other
  ['해오름 대개조', ['2020 BUSAN title']],
  ['스마트그린 주차장 해오름', HAEOREUM.slice(1, 3)],
  ['스마트그린주차장', HAEOREUM.slice(1, 3)], // joined here, parted there
  ['스마트 그린 주차장을', HAEOREUM.slice(1, 3)],
  ['해오름국가산업단지', ['2020 BUSAN site busan-hub']],
  ['해오름의', HAEOREUM],
  ['해오름에서는 물류를', ['2020 ULSAN narrative other']],
  ['해오름 산단을', ['2020 BUSAN site busan-hub', ...OTHER]],
  ['해오름산단으로', OTHER],
  ['5G를', OTHER],
  ['５Ｇ', OTHER],
  ['AI는 해오름', OTHER],
  ['거점산단 해오름', ['2020 BUSAN site busan-hub']],
  ['국토교통부 해오름', HAEOREUM.slice(1, 3)],
  ['조선기자재 부산광역시 해오름', ['2020 BUSAN title']],
  ['1~7차', ['2020 BUSAN site busan-hub']],
  ['r&d', OTHER],
  ['특화망 5g', OTHER],
  ['fair', OTHER],
  ['fai', []], // part of a Latin run
  ['2단계 해오름', ['2021 BUSAN narrative direction']], // and not 12단계
  ['12단계', ['2020 ULSAN narrative other']],
  ['제3차', OTHER],
  ['쁨', ['2020 ULSAN narrative other']],
  ['달무리 물류 기쁨터', ['2020 ULSAN narrative other']],
  [DRAFT, []],
];

const jobOf = (name: string): JobDefinition =>
  PLAN_JOBS.find((job: AnyJob) => job.name === name) as unknown as JobDefinition;

describeOnBoth('the search', (dialect) => {
  let app: TestApp;
  let panel: Panel;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    panel = new Panel(app);
    await panel.play.stretch(2020, '마감 1분 뒤 제출 시도');
    await file('BUSAN', BUSAN);
    await save('BUSAN', ({ narrative }) => ({ narrative: { ...narrative, living: DRAFT } }));
    await file('ULSAN', ULSAN);
    await app.clock('2020-04-13T00:00:00.000Z');
    await panel.act(SECRETARY, `${panel.round}/transitions`, { action: 'start-screening' });
    const memberId = await panel.seat('evaluator-2020-2');
    for (const province of ['BUSAN', 'ULSAN']) {
      await panel.act(SECRETARY, `${panel.plan(province)}/screening`, { verdict: 'eligible' });
      await panel.assign(province, memberId);
    }
    await panel.play.stretch(2021, '사전 컨설팅 시작');
    await save('BUSAN', ({ narrative }) => ({ narrative: { ...narrative, direction: LATER } }), 1);
    await panel.act('busan-approver', `${planOf('BUSAN', 1)}/submissions`, { kind: 'pre-intake' });
    await settled(app);
  }, 240_000);
  afterAll(() => app.close());

  const planOf = (province: string, round = 0): string => `/plans/${panel.play.rounds[round]?.plan(province).id}`;
  async function save(province: string, change: (content: Content) => object, round = 0): Promise<void> {
    const writer = `${province.toLowerCase()}-writer`;
    const { version, content } = (await panel.get(writer, planOf(province, round))).body;
    await panel.act(writer, `${planOf(province, round)}/draft`, change(content), 'PATCH', version);
  }
  /** Files the plan once more with these words in it. */
  async function file(province: string, words: Partial<typeof BUSAN>): Promise<void> {
    const { name, hub, other, ...basics } = words;
    await save(province, ({ subProjects, sites, narrative }) => ({
      ...basics,
      subProjects: subProjects.map((project) => (project.key === FIRST ? { ...project, name } : project)),
      sites: sites.map((site) => (site.role === 'hub' && hub !== undefined ? { ...site, name: hub } : site)),
      narrative: { ...narrative, other },
    }));
    await panel.act(`${province.toLowerCase()}-approver`, `${planOf(province)}/submissions`, { kind: 'filed' });
  }

  const ask = (as: string, q: string, more = ''): Promise<Answer> =>
    app.ask('GET', `/search?q=${encodeURIComponent(q)}${more}`, { as });
  const found = async (as: string, q: string, more = ''): Promise<Hit[]> => {
    const answer = await ask(as, q, more);
    if (answer.status !== 200) throw new Error(answer.text);
    return answer.body.items;
  };
  const inWords = (hits: readonly Hit[]): string[] =>
    hits.map(({ year, province, kind, key }) => `${year} ${province} ${kind} ${key}`.trim());
  const run = async (name: string, payload: object = {}): Promise<void> => {
    await app.app.get(UnitOfWork).run(NOBODY, (tx) => tx.enqueue(jobOf(name), payload));
    await settled(app);
  };

  it.each(EXPECTED)('finds for %j: %j', async (query, expected) => {
    expect(inWords(await found('auditor', query))).toEqual(expected);
  });

  it('shows the words where they stand', async () => {
    const [hit] = await found('auditor', 'r&d ai');
    const text = (hit?.snippet ?? []).map(({ text: part, hit: marked }) => (marked ? `[${part}]` : part)).join('');
    expect(text).toBe('해오름 산단의 5G 특화망과 [R&D] 거점입니다. [AI] 전환, FAIR한 거래, 제3차 계획을 담았습니다.');
    expect(hit).toMatchObject({
      heading: '그 밖의 사항',
      title: BUSAN.title,
      versionNo: 3,
      planId: planOf('BUSAN').slice(7),
    });
  });

  it('is narrowed to a kind and a round', async () => {
    expect(inWords(await found('auditor', '해오름', '&kind=site'))).toEqual(['2020 BUSAN site busan-hub']);
    const { id } = panel.play.rounds[1] ?? {};
    expect(inWords(await found('auditor', '해오름', `&roundId=${id}`))).toEqual(['2021 BUSAN narrative direction']);
    expect(await found('auditor', '해오름', `&roundId=${randomUUID()}`)).toEqual([]);
  });

  it.each(['auditor', 'busan-writer'])('comes page by page to %s', async (as) => {
    const hits: Hit[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await ask(as, '해오름', `&limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      expect(body.items.length).toBeGreaterThan(0);
      hits.push(...body.items);
      cursor = body.nextCursor;
    }
    expect(inWords(hits)).toEqual(as === 'auditor' ? HAEOREUM : OF_BUSAN);
  });

  it.each([
    ['&cursor=abc', 400],
    [`&cursor=${Buffer.from('["9223372036854775808"]').toString('base64url')}`, 400],
    ['&kind=draft', 422],
  ])('refuses %s', async (more, status) => {
    expect((await ask('auditor', '해오름', more)).status).toBe(status);
  });

  it('refuses a query without a letter or a digit', async () => {
    const { status, body } = await ask('auditor', '·!?');
    expect([status, body.errors[0].code]).toEqual([422, 'search.no-words']);
  });

  it.each<[string, readonly string[]]>([
    ['busan-writer', OF_BUSAN],
    ['busan-approver', OF_BUSAN],
    ['ulsan-writer', HAEOREUM.filter((hit) => hit.includes('ULSAN'))],
    ['consultant-2', OF_BUSAN.filter((hit) => hit.startsWith('2020'))],
    ['evaluator-2020-2', HAEOREUM.filter((hit) => hit.startsWith('2020'))],
    [SECRETARY, HAEOREUM],
    ['molit-officer', HAEOREUM],
    ['molit-reviewer', HAEOREUM],
    ['gyeonggi-writer', []],
    ['evaluator-2020-3', []],
    ['molit-cochair', []],
    ['admin', []],
  ])('finds for %s what is in plans he may see: %j', async (as, expected) => {
    expect(inWords(await found(as, '해오름'))).toEqual(expected);
  });

  it('tells a stranger nothing, not even that there is something', async () => {
    const [there, nowhere] = [
      await ask('gyeonggi-writer', BUSAN.theme),
      await ask('gyeonggi-writer', '아무데도없는낱말'),
    ];
    expect(there.text).toBe(nowhere.text);
    expect(there.body).toEqual({ items: [], nextCursor: null });
    expect((await app.ask('GET', '/search?q=a')).status).toBe(401);
  });

  it('never holds a draft, not even for whoever writes it', async () => {
    expect(await found('busan-writer', DRAFT)).toEqual([]);
    const rows = await rowsOf<{ count: number | string }>(
      app.database.store.reader,
      dialect,
      `SELECT COUNT(*) AS "count" FROM "search_document" WHERE "text" LIKE ?`,
      [`%${DRAFT}%`],
    );
    expect(Number(rows[0]?.count)).toBe(0);
  });

  it('passes over a plan that is closed to an evaluator, page by page', async () => {
    const person = await app.person('evaluator-2020-2');
    await panel.write(`UPDATE "person" SET "organisationId" = ? WHERE "id" = ?`, [
      await app.organisation('ULSAN'),
      person,
    ]);
    expect((await panel.get('evaluator-2020-2', planOf('ULSAN'))).status).toBe(403);
    const open = OF_BUSAN.filter((hit) => hit.startsWith('2020'));
    expect(inWords(await found('evaluator-2020-2', '해오름'))).toEqual(open);
    const { body } = await ask('evaluator-2020-2', '해오름', '&limit=2');
    expect(inWords(body.items)).toEqual(open.slice(0, 2));
    expect(inWords(await found('evaluator-2020-2', '해오름', `&cursor=${body.nextCursor}`))).toEqual(open.slice(2));
    await panel.write(`UPDATE "person" SET "organisationId" = NULL WHERE "id" = ?`, [person]);
  });

  it('catches up with what no event told of, and can be made anew', async () => {
    for (const statement of ['DELETE FROM "search_index"', 'DELETE FROM "search_document"'])
      await panel.write(statement, []);
    expect(await found('auditor', '해오름')).toEqual([]);
    await run('catch-up-search');
    expect(inWords(await found('auditor', '해오름'))).toEqual(HAEOREUM);
  });

  it('finds what stands in files: by their names for readers, by neutral ones for whoever judges', async () => {
    const planId = planOf('BUSAN').slice(7);
    const [version] = (await panel.list('auditor', `${planOf('BUSAN')}/versions`)).slice(-1);
    const [copied, original] = [randomUUID(), randomUUID()];
    const person = await app.person('busan-writer');
    for (const [id, no, kind, blindKey] of [
      [copied, 901, 'pdf', copied],
      [original, 902, 'hwp', null],
    ] as const) {
      await panel.write(
        `INSERT INTO "attachment" ("id", "planId", "no", "name", "kind", "size", "sha256", "state", "blindKey", "uploadedBy", "uploadedAt", "version")
         VALUES (?, ?, ${no}, ?, '${kind}', 1, 'x', 'unscanned', ${blindKey === null ? 'NULL' : `'${blindKey}'`}, ?, '2020-04-09T00:00:00.000Z', 1)`,
        [id, planId, `홍길동-확약서-${no}.${kind}`, person],
      );
      await panel.write(
        `INSERT INTO "attachment_text" ("attachmentId", "text", "whole") VALUES (?, ?, ${dialect === 'sqlite' ? 1 : 'true'})`,
        [id, `지방비 소금꽃 확약 ${no}`],
      );
      await panel.write(`INSERT INTO "plan_version_attachment" ("id", "versionId", "attachmentId") VALUES (?, ?, ?)`, [
        randomUUID(),
        version.id,
        id,
      ]);
    }
    await run('index-plan', { planId });
    const named = async (as: string) =>
      (await found(as, '소금꽃')).map(({ kind, key, heading }) => [kind, key, heading]);
    const all = [
      ['attachment', copied, '홍길동-확약서-901.pdf'],
      ['attachment', original, '홍길동-확약서-902.hwp'],
    ];
    for (const as of ['auditor', 'busan-writer', 'molit-reviewer']) expect(await named(as)).toEqual(all);
    expect(await named('evaluator-2020-2')).toEqual([['attachment', copied, '첨부 901.pdf']]);
    expect(await named('ulsan-writer')).toEqual([]);
    await panel.write(`UPDATE "attachment" SET "state" = 'refused' WHERE "id" = ?`, [copied]);
    await run('index-plan', { planId });
    expect(await named('auditor')).toEqual(all.slice(1));
  });

  it('goes by the newest version; whoever evaluates, by the one that is judged', async () => {
    const planId = planOf('BUSAN').slice(7);
    const versions = await panel.list('auditor', `${planOf('BUSAN')}/versions`);
    const { body: filed } = await panel.get('auditor', `${planOf('BUSAN')}/versions/${versions.at(-1).no}`);
    await panel.write(
      `INSERT INTO "plan_version" ("id", "planId", "no", "kind", "content", "contentHash", "receiptNumber", "submittedBy", "submittedAt")
       SELECT ?, "planId", "no" + 1, 'final-draft', ?, 'other', 'x', "submittedBy", '2020-12-01T00:00:00.000Z' FROM "plan_version" WHERE "id" = ?`,
      [randomUUID(), JSON.stringify({ ...filed.content, title: '새벽녘 대개조', theme: '새벽녘' }), filed.id],
    );
    await panel.write(`UPDATE "plan" SET "versionNo" = "versionNo" + 1 WHERE "id" = ?`, [planId]);
    await run('index-plan', { planId });
    expect(inWords(await found('auditor', '새벽녘'))).toEqual(['2020 BUSAN title']);
    expect(await found('auditor', '조선기자재 해오름')).toEqual([]);
    expect(await found('evaluator-2020-2', '새벽녘')).toEqual([]);
    expect(inWords(await found('evaluator-2020-2', '조선기자재 해오름'))).toEqual(['2020 BUSAN title']);
    expect(inWords(await found('auditor', '해오름 스마트그린'))).toHaveLength(2);
  });

  const similar = async (as: string, more = ''): Promise<Record<string, unknown>[]> => {
    const { body } = await panel.get(as, `${planOf('BUSAN')}/sub-projects/${FIRST}/similar${more}`);
    return body.items;
  };
  const ULSANS = {
    subProjectKey: FIRST,
    name: ULSAN.name,
    year: 2020,
    province: 'ULSAN',
    ministry: 'MOLIT',
    verdict: null,
    similarity: '0.83', // 20 of 24 pairs
    sameKind: true,
    sameMinistry: true,
    sameSite: false,
  };

  it('tells which sub-projects are like one, of plans the reader may see', async () => {
    for (const as of ['molit-reviewer', SECRETARY, 'molit-officer'])
      expect((await similar(as))[0]).toMatchObject(ULSANS);
    const own = await similar('consultant-2');
    expect(own.filter(({ province }) => province !== 'BUSAN')).toEqual([]);
    expect((await panel.get('busan-writer', `${planOf('BUSAN')}/sub-projects/${FIRST}/similar`)).status).toBe(403);
    expect((await panel.get('molit-reviewer', `${planOf('BUSAN')}/sub-projects/none/similar`)).status).toBe(404);
    const shown = await similar('molit-reviewer', '?limit=50');
    const likeness = shown.map(({ similarity }) => String(similarity));
    expect(likeness).toEqual([...likeness].sort().toReversed());
    expect(likeness.every((one) => one >= '0.40')).toBe(true);
    const others = await similar('molit-reviewer', '?limit=50&lineage=without');
    expect(others).toEqual(shown.filter(({ planId }) => planId !== planOf('BUSAN').slice(7)));
  });

  it('tells it of every round whose preselection is announced', async () => {
    await panel.write(`UPDATE "round" SET "state" = 'published' WHERE "id" = ?`, [String(panel.play.rounds[0]?.id)]);
    expect((await similar('consultant-2'))[0]).toMatchObject(ULSANS);
    await panel.write(`UPDATE "round" SET "state" = 'cancelled' WHERE "id" = ?`, [String(panel.play.rounds[0]?.id)]);
    expect((await similar('consultant-2')).filter(({ province }) => province !== 'BUSAN')).toEqual([]);
  });
});
