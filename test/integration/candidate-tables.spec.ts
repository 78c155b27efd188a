import { readWorkbook, workbookOf, XLSX_TYPE } from '@daegaejo/platform';
import { candidateSheets, type KnownCandidate } from '@daegaejo/evaluation/rules';
import { policyInText } from '@daegaejo/round/rules';
import { TestApp } from '../support/app.js';
import { loadPolicy } from '../support/policy.js';
import { describeOnBoth } from '../support/stores.js';

/** Somebody as a row of a file shows him. */
const row = (
  username: string,
  displayName: string,
  profile: Partial<KnownCandidate['profile']> = {},
): KnownCandidate => ({
  personId: '',
  username,
  displayName,
  isEvaluator: true,
  profile: {
    fields: ['소재', '물류'],
    industry: true,
    department: null,
    qualification: 'doctor',
    experienceYears: null,
    validUntil: '2020-12-31',
    struck: false,
    version: null as never,
    ...profile,
  },
});

describeOnBoth('the candidate pool in and out of Excel', (dialect) => {
  let app: TestApp;
  let round: string;
  const names = new Map<string, string>();
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    const made = await app.ask('POST', '/rounds', {
      as: 'molit-officer',
      body: { year: 2020, title: '2020 (가상)', policy: policyInText(loadPolicy()) },
    });
    round = made.body.id;
    const { body } = await app.ask('GET', '/people?limit=200', { as: 'admin' });
    for (const { username, displayName } of body.items) names.set(username, displayName);
  }, 120_000);
  afterAll(() => app.close());

  const get = (path: string, as = 'kicox-secretary') => app.ask('GET', `/rounds/${round}/${path}`, { as });
  const send = (path: string, body: unknown, as = 'kicox-secretary', headers: Record<string, string> = {}) =>
    app.ask('POST', `/rounds/${round}/${path}`, { as, body, headers: { 'content-type': XLSX_TYPE, ...headers } });
  const who = (username: string): string => String(names.get(username));
  const fileOf = (...rows: readonly KnownCandidate[]): Promise<Buffer> => workbookOf(candidateSheets(rows));
  const pool = async () => (await app.ask('GET', '/candidates?limit=200', { as: 'kicox-secretary' })).body.items;

  it('takes many at once, after showing what it would do, and all of them or none', async () => {
    const today = (await app.ask('GET', '/rehearsal/clock')).body.now.slice(0, 10);
    const validUntil = `${Number(today.slice(0, 4)) + 1}-01-31`;
    const good = await fileOf(
      row('evaluator-2020-1', who('evaluator-2020-1'), { validUntil }),
      row('evaluator-2020-2', who('evaluator-2020-2'), { validUntil, qualification: 'master', experienceYears: 6 }),
    );
    const bad = await fileOf(
      row('evaluator-2020-3', who('evaluator-2020-3'), { validUntil }),
      row('evaluator-2020-4', who('evaluator-2020-5'), { validUntil, qualification: 'bachelor', experienceYears: 1 }),
      row('daegu-writer', who('daegu-writer'), { validUntil }),
      row('nobody', '아무개', { validUntil }),
    );
    const read = await send('candidate-readings', bad);
    expect([
      read.status,
      read.body.findings.map(({ cell, code }: Record<string, string>) => `${cell} ${code}`),
    ]).toEqual([
      200,
      [
        '평가위원 후보군!B3 candidate-table.name-differs',
        '평가위원 후보군!G3 candidate.experience',
        '평가위원 후보군!A4 evaluation.role-needed',
        '평가위원 후보군!A5 candidate-table.unknown-person',
      ],
    ]);
    const refused = await send('candidate-imports', bad);
    expect([refused.status, refused.body.errors.length, await pool()]).toEqual([422, 4, []]);
    expect((await send('candidate-readings', good)).body).toEqual({ added: 2, changed: 0, unchanged: 0, findings: [] });
    expect(await pool()).toEqual([]);
    const key = { 'idempotency-key': `pool-${dialect}-1` };
    const stored = await send('candidate-imports', good, 'kicox-secretary', key);
    expect([stored.status, stored.body]).toEqual([200, { added: 2, changed: 0, unchanged: 0 }]);
    expect((await send('candidate-imports', good, 'kicox-secretary', key)).body).toEqual(stored.body);
    expect(await pool()).toHaveLength(2);
    const { body: history } = await app.ask('GET', '/history?limit=200', { as: 'auditor' });
    expect(history.items.filter(({ type }: { type: string }) => type === 'CandidateEntered')).toHaveLength(2);
  });

  it('comes out as it is kept, and back without any change', async () => {
    const out = await get('candidates.xlsx');
    expect([out.status, out.headers['content-disposition']]).toEqual([200, 'attachment; filename="candidates.xlsx"']);
    const [sheet] = await readWorkbook(out.raw);
    expect(
      sheet?.rows.map(({ cells }) => [...cells.values()].map((cell) => ('text' in cell ? cell.text : '#'))),
    ).toEqual([
      ['아이디', '성명', '전문분야', '산업계', '학과·부서', '자격', '경력 연수', '유효일', '상태', '판'],
      ['evaluator-2020-1', who('evaluator-2020-1'), '소재, 물류', '예', '박사', expect.anything(), '등재', '#'],
      ['evaluator-2020-2', who('evaluator-2020-2'), '소재, 물류', '예', '석사', '#', expect.anything(), '등재', '#'],
    ]);
    expect((await send('candidate-imports', out.raw)).body).toEqual({ added: 0, changed: 0, unchanged: 2 });
    expect((await pool()).map(({ version }: { version: number }) => version)).toEqual([1, 1]);
  });

  it('is changed only by a file that knows the version it changes', async () => {
    const one = (await pool()).find(({ qualification }: { qualification: string }) => qualification === 'doctor');
    const changed = (version: number) =>
      fileOf(row('evaluator-2020-1', who('evaluator-2020-1'), { ...one, fields: ['반도체'], struck: false, version }));
    const late = await send('candidate-imports', await changed(7));
    expect([late.status, late.body.errors]).toMatchObject([
      422,
      [{ field: '평가위원 후보군!J2', code: 'candidate-table.version' }],
    ]);
    expect((await send('candidate-imports', await changed(1))).body).toEqual({ added: 0, changed: 1, unchanged: 0 });
    expect((await pool()).map(({ fields }: { fields: string[] }) => fields.join()).sort()).toEqual([
      '반도체',
      '소재,물류',
    ]);
  });

  it('comes as an empty form, and is for those who run the round', async () => {
    const form = await readWorkbook((await get('candidates-template.xlsx')).raw);
    expect(form.map(({ name, rows }) => [name, rows.length > 1])).toEqual([
      ['평가위원 후보군', false],
      ['안내', true],
    ]);
    const file = await fileOf();
    const answers = [
      await get('candidates.xlsx', 'molit-officer'),
      await get('candidates.xlsx', 'auditor'),
      await get('candidates.xlsx', 'evaluator-2020-1'),
      await send('candidate-imports', file, 'molit-officer'),
      await send('candidate-readings', file, 'daegu-writer'),
      await send('candidate-readings', Buffer.from('a,b')),
    ];
    // the round is a draft: to whoever does not run or check it, it does not exist
    expect(answers.map(({ status }) => status)).toEqual([200, 403, 404, 403, 404, 415]);
  });
});
