import { readWorkbook, workbookOf, XLSX_LIMIT, XLSX_TYPE } from '@daegaejo/platform';
import { type PlanContent, planSheets, type PlanTables } from '@daegaejo/plan/rules';
import { parse } from 'kordoc';
import { unpack, WORKBOOK_LIMITS, zipEntries } from '../../libs/platform/src/files/zip-guard.js';
import { TestApp } from '../support/app.js';
import { playIn } from '../support/play.js';
import { describeOnBoth } from '../support/stores.js';
import { workbookParts, zipOf } from '../support/zip.js';

/** Ministries by their codes: those are understood, too. */
const GROUND = { fundingYears: [2021, 2022, 2023], ministries: [] };
const fileOf = (tables: PlanTables): Promise<Buffer> => workbookOf(planSheets(GROUND, tables));

describeOnBoth('the tables of a plan in and out of Excel', (dialect) => {
  let app: TestApp;
  let planId: string;
  let other: string;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    const play = playIn(app);
    await play.stretch(2020, '사전 컨설팅 시작');
    planId = String(play.rounds[0]?.plan('DAEGU').id);
    other = String(play.rounds[0]?.plan('GWANGJU').id);
  }, 120_000);
  afterAll(() => app.close());

  const get = (path: string, as = 'daegu-writer', id = planId) => app.ask('GET', `/plans/${id}${path}`, { as });
  const plan = async (): Promise<{ version: number; content: PlanContent }> => (await get('')).body;
  const send = (path: string, body: unknown, headers: Record<string, string> = {}, as = 'daegu-writer', id = planId) =>
    app.ask('POST', `/plans/${id}/${path}`, { as, body, headers: { 'content-type': XLSX_TYPE, ...headers } });
  const at = (version: number) => ({ 'if-match': `"${version}"` });
  const unchanged = (section: string, inFile = true) => ({ section, inFile, added: 0, changed: 0, removed: 0 });

  it('come out as a workbook with four sheets and no formula, and back without any change', async () => {
    const out = await get('/tables.xlsx');
    expect([out.status, out.headers['content-type'], out.headers['content-disposition']]).toEqual([
      200,
      XLSX_TYPE,
      'attachment; filename="plan-tables.xlsx"',
    ]);
    const before = await plan();
    const budget = String(before.content.budget.reduce((sum, { amount }) => sum + BigInt(amount), 0n));
    const read = await send('table-readings', out.raw);
    const sections = ['sites', 'subProjects', 'budget', 'indicators'].map((section) => unchanged(section));
    expect([read.status, read.body]).toEqual([
      200,
      { sections, budget: { before: budget, after: budget }, ignoredSheets: [], findings: [] },
    ]);
    const stored = await send('table-imports', out.raw, at(before.version));
    expect([stored.status, stored.body.version, stored.body.sections]).toEqual([200, before.version, sections]);
    expect((await plan()).content).toEqual(before.content);
    for (const entry of zipEntries(out.raw, WORKBOOK_LIMITS).filter(({ name }) => name.includes('worksheets/')))
      expect((await unpack(out.raw, entry)).toString()).not.toMatch(/<f[ >]/);
  });

  it('are read by another reader, too: the same sheets, words and figures', async () => {
    const { raw } = await get('/tables.xlsx');
    const read = await parse(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length) as ArrayBuffer);
    const { content } = await plan();
    const markdown = (read.success ? read.markdown : String(read.error)).replaceAll('\\', '');
    const words = [
      '산업단지·연계지역',
      '세부사업',
      '재원',
      '성과지표',
      '거점산단',
      '2021 국비(백만원)',
      '신규고용(직접)',
    ];
    const names = [...content.sites, ...content.subProjects].map(({ name }) => name);
    const amounts = content.budget.map(({ amount }) => `| ${BigInt(amount) / 1_000_000n} |`);
    expect([...words, ...names, ...amounts].filter((text) => !markdown.includes(text))).toEqual([]);
  });

  it('show what a changed workbook would do before it is done, then do it once, all of it', async () => {
    const { version, content } = await plan();
    const [first, ...rest] = content.budget;
    const [project, ...projects] = content.subProjects;
    const name = '=HYPERLINK("http://example.com")';
    const wanted: PlanTables = {
      ...content,
      subProjects: [{ ...project!, name }, ...projects, { ...project!, key: 'NEW', name: '새 사업', siteKeys: [] }],
      budget: [
        { ...first!, amount: '1' },
        ...rest.slice(0, -1),
        { subProject: 'NEW', year: 2022, source: 'private', amount: '20000000000' },
      ],
    };
    const file = await fileOf(wanted);
    const read = await send('table-readings', file);
    expect(read.body.findings).toEqual([]);
    expect(read.body.sections).toEqual([
      unchanged('sites'),
      { section: 'subProjects', inFile: true, added: 1, changed: 1, removed: 0 },
      { section: 'budget', inFile: true, added: 1, changed: 1, removed: 1 },
      unchanged('indicators'),
    ]);
    expect((await plan()).content).toEqual(content);
    expect((await send('table-imports', file)).status).toBe(400);
    expect((await send('table-imports', file, at(version + 1))).status).toBe(412);
    const key = { 'idempotency-key': `tables-${dialect}-1`, ...at(version) };
    const stored = await send('table-imports', file, key);
    expect([stored.status, stored.body]).toEqual([
      200,
      { ...read.body, findings: undefined, planId, version: version + 1 },
    ]);
    expect((await send('table-imports', file, key)).body).toEqual(stored.body);
    const other422 = await send('table-imports', await fileOf(content), key);
    expect([other422.status, other422.body.code]).toEqual([422, 'idempotency-key.reused']);
    const after = await plan();
    expect(after.content).toEqual({ ...content, ...wanted, title: content.title });
    const [, sheet] = await readWorkbook((await get('/tables.xlsx')).raw);
    expect(sheet?.rows[1]?.cells.get(2)).toEqual({ is: 'text', text: name });
  });

  it('name every wrong cell at once in words, and then change nothing', async () => {
    const { version, content } = await plan();
    const sheets = planSheets(GROUND, content).map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => [...row]) }));
    const [sites, projects, budget] = sheets;
    sites!.rows[0]![1] = '중심';
    projects!.rows[0]![4] = '없는 단지';
    budget!.rows[0]![2] = -5;
    budget!.rows[1]![3] = '1,5';
    sites!.rows[1]![2] = '고친 이름';
    const file = await workbookOf(sheets);
    const { status, body } = await send('table-readings', file);
    expect([status, body.findings.map(({ cell, code }: Record<string, string>) => `${cell} ${code}`)]).toEqual([
      200,
      [
        '산업단지·연계지역!B2 field.choice',
        '세부사업!E2 plan-table.unknown-site',
        '재원!C2 table.cell.negative',
        '재원!D3 table.cell.not-a-number',
      ],
    ]);
    expect(body.findings[0].message).toContain('거점산단, 연계산단, 연계지역');
    const refused = await send('table-imports', file, { ...at(version), 'accept-language': 'en' });
    expect([
      refused.status,
      refused.body.code,
      refused.body.errors.map(({ field }: { field: string }) => field),
    ]).toEqual([422, 'content.invalid', body.findings.map(({ cell }: { cell: string }) => cell)]);
    expect(refused.body.errors[2].message).toBe('must not be negative; write what is left, not what was taken away');
    expect(await plan()).toMatchObject({ version, content });
  });

  it('leave alone what has no sheet', async () => {
    const { version, content } = await plan();
    const only = planSheets(GROUND, { ...content, indicators: [] }).filter(({ name }) => name === '성과지표');
    const stored = await send(
      'table-imports',
      await workbookOf([...only, { name: '메모', headings: [], rows: [] }]),
      at(version),
    );
    expect(stored.body).toMatchObject({
      sections: [
        unchanged('sites', false),
        unchanged('subProjects', false),
        unchanged('budget', false),
        { section: 'indicators', inFile: true, added: 0, changed: 0, removed: content.indicators.length },
      ],
      ignoredSheets: ['메모'],
      version: version + 1,
    });
    expect((await plan()).content).toEqual({ ...content, indicators: [] });
  });

  it('come as an empty form for the years of the round', async () => {
    const sheets = await readWorkbook((await get('/tables-template.xlsx')).raw);
    expect(sheets.map(({ name, rows }) => [name, rows.length === 1])).toEqual([
      ['산업단지·연계지역', true],
      ['세부사업', true],
      ['재원', true],
      ['성과지표', true],
      ['안내', false],
    ]);
    expect([...(sheets[2]?.rows[0]?.cells.values() ?? [])]).toContainEqual({
      is: 'text',
      text: '2023 시·군·구비(백만원)',
    });
    const [, , , , guide] = sheets;
    expect(JSON.stringify([...(guide?.rows ?? [])].map(({ cells }) => [...cells.values()]))).toContain('국토부');
  });

  it('are for readers of the plan: a version for whoever sees it, the draft for its province alone', async () => {
    const asked = [
      ['/tables.xlsx', 'kicox-secretary'],
      ['/tables.xlsx?version=1', 'auditor'],
      ['/tables.xlsx?version=draft', 'daegu-approver'],
      ['/tables.xlsx?version=draft', 'kicox-secretary'],
      ['/tables.xlsx?version=99', 'daegu-writer'],
      ['/tables.xlsx?version=first', 'daegu-writer'],
      ['/tables.xlsx', 'gwangju-writer'],
      ['/tables-template.xlsx', 'gwangju-writer'],
    ] as const;
    expect(await Promise.all(asked.map(async ([path, as]) => (await get(path, as)).status))).toEqual([
      200, 200, 200, 404, 404, 422, 404, 404,
    ]);
    // what was handed in before the imports above
    const filed = await readWorkbook((await get('/tables.xlsx', 'kicox-secretary')).raw);
    expect(JSON.stringify(filed.map(({ rows }) => rows.map(({ cells }) => [...cells.values()])))).not.toContain(
      '새 사업',
    );
    const file = await fileOf({ sites: [], subProjects: [], budget: [], indicators: [] });
    for (const path of ['table-readings', 'table-imports'])
      expect([
        (await send(path, file, at(1), 'daegu-approver')).status,
        (await send(path, file, at(1), 'kicox-secretary')).status,
        (await send(path, file, at(1), 'daegu-writer', other)).status,
      ]).toEqual([403, 403, 404]);
  });

  it('are refused by type, first bytes, size and content where they are no workbook', async () => {
    const parts = (more: Parameters<typeof workbookParts>[2]) => zipOf(workbookParts('재원', '<sheetData/>', more));
    const answers = [
      await send('table-readings', { sites: [] }, { 'content-type': 'application/json' }),
      await send('table-readings', Buffer.from('코드,국비\n')),
      await send('table-readings', Buffer.alloc(XLSX_LIMIT + 1, 'PK')),
      await send('table-readings', parts([{ name: 'xl/vbaProject.bin', content: 'x' }])),
      await send('table-imports', parts([{ name: 'xl/media/a.bin', content: Buffer.alloc(30 * 1024 * 1024) }]), at(1)),
      await send('table-imports', zipOf([{ name: 'word/document.xml', content: '<a/>' }]), at(1)),
      await send('table-readings', parts([])),
    ];
    expect(answers.map(({ status, body }) => `${status} ${body.code ?? body.findings?.length}`)).toEqual([
      '415 file.not-xlsx',
      '415 file.not-xlsx',
      '413 request.too-large',
      '415 file.macros',
      '413 file.unpacks-too-large',
      '415 file.not-xlsx',
      '200 17',
    ]);
  });
});
