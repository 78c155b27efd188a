import { readWorkbook, workbookOf, XLSX_LIMIT, XLSX_TYPE } from '@daegaejo/platform';
import { policyInText, type Rubric, rubricSheets } from '@daegaejo/round/rules';
import { TestApp } from '../support/app.js';
import { loadPolicy } from '../support/policy.js';
import { describeOnBoth } from '../support/stores.js';
import { workbookParts, zipOf } from '../support/zip.js';

/** 70 % on paper, 30 % presented; two groups stated as 50 and 50 that carry 70 and 30. */
const SCALE = {
  stages: [
    { code: 'paper', name: '계획서평가', mode: 'document', share: '70.00' },
    { code: 'talk', name: '발표평가', mode: 'presentation', share: '30.00' },
  ],
  groups: [
    { code: 'G', name: '계획', weight: '50.00' },
    { code: 'H', name: '의지', weight: '50.00' },
  ],
  criteria: [
    { code: 'A', name: '필요성', weight: '33.33', max: '40.00', stage: 'paper', group: 'G', kind: 'qualitative' },
    { code: 'B', name: '타당성', weight: '66.67', max: '60.00', stage: 'paper', group: 'G', floor: '20.00' },
    { code: 'C', name: '의지', weight: '100.00', max: '20.00', stage: 'talk', group: 'H' },
  ],
};
const EXCEPTION = '지표 수에 따른 비중을 그대로 씀 (가상)';

describeOnBoth('the scale of a round, in and out', (dialect) => {
  let app: TestApp;
  let round: string;
  let policy: Record<string, unknown>;
  beforeAll(async () => {
    app = await TestApp.boot(dialect);
    const plain = policyInText(loadPolicy());
    const { calendar } = plain;
    policy = {
      ...plain,
      ...SCALE,
      tieChain: [{ by: 'base-score' }],
      weightException: EXCEPTION,
      calendar: {
        ...calendar,
        announcedOn: '2024-02-29',
        deadlines: {
          'pre-intake': '2024-03-15T09:00:00.000Z',
          intake: '2024-05-02T09:00:00.000Z',
          scoring: '2024-06-07T09:00:00.000Z',
          'final-draft': '2024-12-18T09:00:00.000Z',
        },
        holidays: ['2024-04-10'],
      },
    };
    const made = await app.ask('POST', '/rounds', {
      as: 'molit-officer',
      body: { year: 2024, title: '2024 (가상)', policy },
    });
    expect([made.status, made.text]).toEqual([201, expect.anything()]);
    round = made.body.id;
  }, 120_000);
  afterAll(() => app.close());

  const send = (body: unknown, type = XLSX_TYPE, as: string | null = 'kicox-secretary', path = '/rubric-readings') =>
    app.ask('POST', path, { ...(as === null ? {} : { as }), body, headers: { 'content-type': type } });
  const staff = (path: string) => app.ask('GET', `/rounds/${round}/${path}`, { as: 'kicox-secretary' });

  it('lists the scales of sibling programmes as theirs, with what their criteria carry', async () => {
    const { status, body } = await app.ask('GET', '/rubric-templates');
    expect([status, body.nextCursor]).toEqual([200, null]);
    for (const template of body.items)
      expect(template).toMatchObject({ siblingProgramme: true, note: expect.stringContaining('sibling') });
    const seoul = body.items.find(({ code }: { code: string }) => code === 'seoul-regeneration-2019');
    expect(seoul).toMatchObject({
      source: 'opengov.seoul.go.kr/sanction/21504179',
      stages: [{ share: '70.00' }, { share: '30.00' }],
      criteria: [{ weight: '100.00' }, { weight: '100.00' }],
      effective: { criteria: [{ effective: '70.00' }, { effective: '30.00' }], groups: [] },
    });
  });

  it('says what every criterion and group carries beside what is stated, exactly', async () => {
    const { body } = await staff('effective-weights');
    expect(body).toMatchObject({ policyVersion: 1, weightException: EXCEPTION, exceptionSigned: false });
    expect(body.criteria).toMatchObject([
      { code: 'A', stage: 'paper', group: 'G', stated: '33.33', effective: '23331/1000' },
      { code: 'B', stated: '66.67', effective: '46669/1000' },
      { code: 'C', stated: '100.00', effective: '30.00' },
    ]);
    expect(body.groups).toMatchObject([
      { code: 'G', stated: '50.00', effective: '70.00' },
      { code: 'H', stated: '50.00', effective: '30.00' },
    ]);
    for (const as of ['molit-officer', 'motie-officer'])
      expect((await app.ask('POST', `/rounds/${round}/approvals`, { as, body: { purpose: 'policy' } })).status).toBe(
        201,
      );
    expect((await staff('effective-weights')).body.exceptionSigned).toBe(true);
    expect((await app.ask('GET', `/rounds/${round}/effective-weights`)).status).toBe(404);
  });

  it('makes the policy ready for another year, names what it left, and the copy can be sent in', async () => {
    const { body } = await staff('policy-copy?year=2025');
    expect([body.year, body.policy.calendar, body.policy.weightException]).toEqual([
      2025,
      {
        announcedOn: '2025-02-28',
        deadlines: {
          'pre-intake': '2025-03-15T09:00:00.000Z',
          intake: '2025-05-02T09:00:00.000Z',
          scoring: '2025-06-07T09:00:00.000Z',
          'final-draft': '2025-12-18T09:00:00.000Z',
        },
        holidays: [],
      },
      undefined,
    ]);
    // 15 March and 7 June 2025 are Saturdays.
    expect(body.notes.map(({ field, code }: { field: string; code: string }) => `${field} ${code}`)).toEqual([
      'calendar.announcedOn policy-copy.leap-day',
      'calendar.deadlines.pre-intake policy-copy.weekend',
      'calendar.deadlines.scoring policy-copy.weekend',
      'calendar.holidays policy-copy.holidays',
      'weightException policy-copy.weight-exception',
    ]);
    expect(body.notes[1].message).toContain('2025-03-15');
    const next = { year: 2025, title: '2025 (가상)', policy: body.policy };
    const refused = await app.ask('POST', '/rounds', { as: 'molit-officer', body: next });
    expect(refused.body.errors.map(({ code }: { code: string }) => code)).toEqual([
      'round.policy.group-weight',
      'round.policy.group-weight',
    ]);
    const edited = { ...next, policy: { ...body.policy, weightException: EXCEPTION } };
    expect((await app.ask('POST', '/rounds', { as: 'molit-officer', body: edited })).status).toBe(201);
    expect((await staff('policy-copy?year=soon')).status).toBe(422);
    expect((await staff('policy-copy')).body.year).toBe(2025);
  });

  it('asks the calendar that is kept: a holiday added there is a day off for the copy', async () => {
    const held = await staff('policy-copy?year=2026');
    expect(held.body.notes.map(({ code }: { code: string }) => code)).toContain('policy-copy.weekend');
    const day = { day: '2026-12-18', name: '임시공휴일 (가상)', source: '관보 제0호 (가상)' };
    expect((await app.ask('POST', '/holidays', { as: 'molit-officer', body: day })).status).toBe(201);
    const now = await staff('policy-copy?year=2026');
    expect(now.body.notes).toContainEqual(
      expect.objectContaining({ field: 'calendar.deadlines.final-draft', code: 'policy-copy.holiday' }),
    );
    expect((await staff('policy-copy?year=2033')).body.notes.map(({ code }: { code: string }) => code)).toContain(
      'policy-copy.calendar-unknown',
    );
  });

  it('goes out as a workbook and comes in the same', async () => {
    const out = await staff('rubric.xlsx');
    expect([out.status, out.headers['content-type'], out.headers['content-disposition']]).toEqual([
      200,
      XLSX_TYPE,
      'attachment; filename="rubric.xlsx"',
    ]);
    const read = await send(out.raw);
    const { body: current } = await app.ask('GET', `/rounds/${round}`, { as: 'kicox-secretary' });
    const { criteria, groups, stages, bonus } = current.policy;
    const { findings, ...rubric } = read.body;
    expect([read.status, rubric]).toEqual([200, { criteria, groups, stages, bonus }]);
    expect(findings).toMatchObject([
      { sheet: '평가항목', cell: '평가항목!C2', code: 'round.policy.group-weight' },
      { sheet: '평가항목', cell: '평가항목!C3', code: 'round.policy.group-weight' },
    ]);
  });

  it('gives out an empty form that explains every column', async () => {
    const { status, raw } = await app.ask('GET', '/rubric-template.xlsx');
    const sheets = await readWorkbook(raw);
    expect([status, ...sheets.map(({ name, rows }) => `${name} ${rows.length}`)]).toEqual([
      200,
      '단계 1',
      '평가항목 1',
      '평가지표 1',
      '등급 1',
      '가점·감점 1',
      '안내 32',
    ]);
    expect((await send(raw)).body).toMatchObject({ criteria: [], findings: [{ code: 'rubric.no-criteria' }] });
  });

  it('names every wrong cell at once in the reader’s language, and stores nothing', async () => {
    const rubric: Rubric = {
      criteria: [{ code: 'A', name: '필요성', weight: 10_000, max: 100 }],
      bonus: { cap: 0, items: [] },
    };
    const sheets = rubricSheets(rubric).map((sheet) =>
      sheet.name === '평가지표'
        ? {
            ...sheet,
            rows: [
              ['A', '필요성', '백', 1.234],
              ['B', null, '100%', '1,000'],
            ],
          }
        : sheet,
    );
    const { body: before } = await app.ask('GET', '/history?limit=200', { as: 'auditor' });
    const { status, body } = await app.ask('POST', '/rubric-readings', {
      as: 'motie-officer',
      body: await workbookOf(sheets),
      headers: { 'content-type': XLSX_TYPE, 'accept-language': 'en' },
    });
    expect([status, body.criteria]).toEqual([200, []]);
    expect(body.findings.map(({ cell, code }: { cell: string; code: string }) => `${cell} ${code}`)).toEqual([
      '평가지표!C2 rubric.cell.not-a-number',
      '평가지표!D2 rubric.cell.digits',
      '평가지표!B3 rubric.cell.empty',
      '평가지표!C3 rubric.cell.percent',
    ]);
    expect(body.findings[3].message).toContain('write 30 for 30 %');
    expect((await app.ask('GET', '/history?limit=200', { as: 'auditor' })).body.items).toEqual(before.items);
  });

  it('refuses what is no workbook by type, first bytes, size and content, and takes workbooks nowhere else', async () => {
    const parts = (more: Parameters<typeof workbookParts>[2]) => zipOf(workbookParts('평가지표', '<sheetData/>', more));
    const answers = [
      await send({ criteria: [] }, 'application/json'),
      await send('a,b', 'text/csv'),
      await send(Buffer.from('a,b')),
      await send(Buffer.alloc(XLSX_LIMIT + 1, 'PK')),
      await send(parts([{ name: 'xl/vbaProject.bin', content: 'x' }])),
      await send(parts([{ name: 'xl/media/a.bin', content: Buffer.alloc(30 * 1024 * 1024) }])),
      await send(parts([{ name: 'xl/worksheets/sheet1.xml', content: ' '.repeat(1_000_000), declared: 10 }])),
      await send(parts([]), XLSX_TYPE, null),
      await send(parts([]), XLSX_TYPE, 'busan-writer'),
      await send(parts([]), XLSX_TYPE, 'molit-officer', '/rounds'),
    ];
    expect(answers.map(({ status, body }) => `${status} ${body.code}`)).toEqual([
      '415 file.not-xlsx',
      '415 request.media-type',
      '415 file.not-xlsx',
      '413 request.too-large',
      '415 file.macros',
      '413 file.unpacks-too-large',
      '422 file.damaged',
      '401 access.sign-in',
      '403 access.forbidden',
      '415 request.media-type',
    ]);
    expect(answers[3]?.body.detail).toContain(String(XLSX_LIMIT));
  });
});
