import fc from 'fast-check';
import { filledSheets, type Filling } from '../../../../../test/support/filled.js';
import { aPlanTables, PLAN_TABLES, TABLES_GROUND } from '../../../../../test/support/plan-tables.js';
import { planSheets, type PlanTables, planTablesForm, readPlanTables, tablesChange } from './index.js';

const filled = (tables: PlanTables, changes?: Readonly<Record<string, Filling>>) =>
  filledSheets(planSheets(TABLES_GROUND, tables), changes);
const read = (changes: Readonly<Record<string, Filling>> = {}, draft = PLAN_TABLES) =>
  readPlanTables(filled(PLAN_TABLES, changes), TABLES_GROUND, draft);
const found = (changes: Readonly<Record<string, Filling>>): string[] =>
  read(changes).findings.map(({ cell, code }) => `${cell} ${code}`);

describe('the tables of a plan as sheets', () => {
  it('are in 백만원 where that holds every amount, else in won, and say so', () => {
    const [sites, , budget] = planSheets(TABLES_GROUND, PLAN_TABLES);
    expect(budget?.headings.slice(0, 4)).toEqual(['코드', '사업명', '2021 국비(백만원)', '2021 시·도비(백만원)']);
    expect(budget?.rows).toEqual(
      [
        ['P1', '재생', 1_000, 500, null, null, null, 0, null, null, null, null, null, null, null, null, null],
        ['P2', '고용', ...Array<null>(14).fill(null), 12],
      ].map((row) => row.slice(0, 17)),
    );
    expect(sites?.headings).toContain('연간 거래액(원)');
    const odd = { ...PLAN_TABLES, budget: [{ ...PLAN_TABLES.budget[0]!, amount: '1000001' }] };
    const [, , inWon] = planSheets(TABLES_GROUND, odd);
    expect([inWon?.headings[2], inWon?.rows[0]?.[2]]).toEqual(['2021 국비(원)', 1_000_001]);
  });

  it('have a column for every year the content has figures for, and words for ministries nobody knows', () => {
    const odd: PlanTables = {
      ...PLAN_TABLES,
      budget: [{ subProject: 'P1', year: 2030, source: 'other', amount: '1' }],
      subProjects: [{ ...PLAN_TABLES.subProjects[0]!, ministry: 'NEWMIN' }],
    };
    expect(planSheets(TABLES_GROUND, odd)[2]?.headings).toContain('2030 기타(원)');
    const { tables, findings } = readPlanTables(filled(odd), TABLES_GROUND, odd);
    expect([findings, tables]).toEqual([[], odd]);
  });

  it('come as an empty form that explains every column and the law behind the kinds', () => {
    const form = planTablesForm(TABLES_GROUND);
    expect(form.map(({ name, rows }) => [name, rows.length > 0])).toEqual([
      ['산업단지·연계지역', false],
      ['세부사업', false],
      ['재원', false],
      ['성과지표', false],
      ['안내', true],
    ]);
    const notes = form.at(-1)?.rows;
    expect(notes).toContainEqual(['세부사업', '사업유형', '', '재생사업', '특별법 제2조제4호']);
    expect(notes).toContainEqual(['세부사업', '사업유형', '', '뿌리산업', '특별법 시행령 제3조']);
    const { findings, tables } = readPlanTables(filledSheets(form), TABLES_GROUND, PLAN_TABLES);
    expect([findings, tables]).toEqual([[], { sites: [], subProjects: [], budget: [], indicators: [] }]);
  });
});

describe('the tables of a plan read from sheets', () => {
  it('are the same in every field, whatever the draft holds', () => {
    fc.assert(
      fc.property(aPlanTables, (tables) => {
        const { findings, tables: again, sections } = readPlanTables(filled(tables), TABLES_GROUND, tables);
        expect(findings).toEqual([]);
        expect(sections).toEqual(['sites', 'subProjects', 'budget', 'indicators']);
        // as it is stored: a section that did not change must not become a new version
        expect(JSON.stringify(again)).toBe(JSON.stringify(tables));
      }),
      { numRuns: 150 },
    );
  });

  it('are whole without a draft to compare them with, but for what a cell cannot show', () => {
    fc.assert(
      fc.property(aPlanTables, (tables) => {
        fc.pre(!tables.sites.some(({ key }) => key.includes(','))); // in a list of keys it parts two of them
        const none: PlanTables = { sites: [], subProjects: [], budget: [], indicators: [] };
        const { findings, tables: again } = readPlanTables(
          filled(tables),
          {
            ...TABLES_GROUND,
            ministries: [...TABLES_GROUND.ministries, { code: 'UNKNOWN', shortName: '새 부처', names: [] }],
          },
          none,
        );
        expect(findings).toEqual([]);
        expect(tablesChange(tables, again).budget).toMatchObject({ before: tablesChange(tables, again).budget.after });
        expect(new Set(again.budget.map((cell) => JSON.stringify(cell)))).toEqual(
          new Set(
            tables.budget.map((cell) =>
              JSON.stringify({ ...cell, subProject: cell.subProject.normalize('NFC').trim() }),
            ),
          ),
        );
        expect(again.indicators.map(({ code, baseline, targets }) => ({ code, baseline, targets }))).toEqual(
          tables.indicators.map(({ code, baseline, targets }) => ({
            code,
            baseline,
            targets: [...targets].sort((a, b) => a.year - b.year),
          })),
        );
      }),
      { numRuns: 80 },
    );
  });

  it('take what can mean one thing only, and leave alone what has no sheet', () => {
    const changes = {
      '재원!C2': '１，２３４',
      '재원!D1': '2021 시ㆍ도비 (억원)',
      '재원!D2': '0.5',
      '재원!E2': '-',
      '세부사업!D2': '산업통상 자원부',
      '산업단지·연계지역!E2': { is: 'date', day: '1971-01-01' } as const,
    };
    const { tables, findings } = read(changes);
    expect(findings).toEqual([]);
    expect(tables.budget.slice(0, 2).map(({ amount }) => amount)).toEqual(['1234000000', '50000000']);
    expect([tables.subProjects[0]?.ministry, tables.sites[0]?.constructionStartedOn]).toEqual(['MOTIE', '1971-01-01']);
    const only = filled(PLAN_TABLES, changes).filter(({ name }) => name === '재원');
    const budget = readPlanTables([...only, { name: '메모', rows: [] }], TABLES_GROUND, PLAN_TABLES);
    expect(budget).toMatchObject({ sections: ['budget'], ignored: ['메모'], findings: [] });
    expect(budget.tables).toEqual({ ...PLAN_TABLES, budget: tables.budget });
  });

  it.each<[string, Readonly<Record<string, Filling>>, readonly string[]]>([
    ['a negative amount', { '재원!C2': -5 }, ['재원!C2 table.cell.negative']],
    ['a part of a won', { '재원!D2': 0.000_000_5 }, ['재원!D2 table.cell.fraction']],
    ['an amount in words', { '재원!C2': '10억' }, ['재원!C2 table.cell.not-a-number']],
    ['an amount in another unit', { '재원!C2': 100_000_001 }, ['재원!C2 plan.budget.unit']],
    ['a heading without a unit', { '재원!C1': '2021 국비' }, ['재원!C1 table.heading-unit']],
    [
      'a year nobody funds',
      { '재원!C1': '2012 국비(백만원)' },
      ['재원!C1 table.heading-unknown', '재원!C1 table.heading-missing'],
    ],
    ['a code there is not', { '재원!A2': 'P9' }, ['재원!A2 plan-table.unknown-sub-project']],
    ['a code twice', { '재원!A3': 'P1', '재원!B3': null }, ['재원!A3 table.code-twice']],
    ['another name', { '재원!B2': '고용' }, ['재원!B2 plan-table.name-differs']],
    ['a sum that is not', { '재원!R1': '합계(백만원)', '재원!R2': 1_499 }, ['재원!R2 plan-table.sum-differs']],
    ['a code missing', { '재원!A2': null }, ['재원!A2 table.cell.empty']],
    ['a site there is not', { '세부사업!E2': 'hub, L9' }, ['세부사업!E2 plan-table.unknown-site']],
    ['a kind there is not', { '세부사업!C2': '재생' }, ['세부사업!C2 field.choice']],
    ['a ministry there is not', { '세부사업!D2': '재생부' }, ['세부사업!D2 field.choice']],
    ['a role there is not', { '산업단지·연계지역!B2': '중심' }, ['산업단지·연계지역!B2 field.choice']],
    ['no day', { '산업단지·연계지역!E2': '1971년' }, ['산업단지·연계지역!E2 field.day']],
    ['a yes that is none', { '산업단지·연계지역!F2': 'O' }, ['산업단지·연계지역!F2 field.choice']],
    ['half a firm', { '산업단지·연계지역!G2': 1.5 }, ['산업단지·연계지역!G2 field.whole']],
    ['an indicator twice', { '성과지표!A3': '신규고용(직접)', '성과지표!B3': null }, ['성과지표!A3 table.code-twice']],
    ['a site twice', { '성과지표!B4': 'hub' }, ['성과지표!B4 table.code-twice']],
    ['a target of a site there is not', { '성과지표!B3': 'L9' }, ['성과지표!B3 plan-table.unknown-site']],
    [
      'a baseline of one site',
      { '성과지표!C3': 5, '성과지표!I3': '예' },
      ['성과지표!C3 plan-table.of-the-whole', '성과지표!I3 plan-table.of-the-whole'],
    ],
    ['a site without the whole', { '성과지표!A3': '기업지원' }, ['성과지표!A3 plan-table.no-whole']],
    ['a negative target', { '성과지표!D2': -1 }, ['성과지표!D2 field.whole']],
  ])('name the cell of %s', (_what, changes, expected) => {
    expect(found(changes)).toEqual(expected);
  });

  it('name everything at once and keep rows that cannot be read as they were', () => {
    const changes = { '재원!C2': '많음', '재원!D2': 700, '세부사업!C2': '없음', '산업단지·연계지역!B2': null };
    expect(found(changes)).toEqual([
      '산업단지·연계지역!B2 table.cell.empty',
      '세부사업!C2 field.choice',
      '재원!C2 table.cell.not-a-number',
    ]);
    const { tables } = read(changes);
    expect([tables.sites, tables.subProjects]).toEqual([PLAN_TABLES.sites, PLAN_TABLES.subProjects]);
    expect(tables.budget.slice(0, 2).map(({ amount }) => amount)).toEqual(['1000000000', '700000000']);
  });

  it('say which sheets still need what went, and that a workbook has none of ours', () => {
    const noSite = filled(
      PLAN_TABLES,
      Object.fromEntries([...'ABCDEFGHIJKL'].map((letter) => [`산업단지·연계지역!${letter}3`, null])),
    );
    const gone = readPlanTables(noSite.slice(0, 1), TABLES_GROUND, PLAN_TABLES);
    expect(gone.findings).toMatchObject([
      { cell: '산업단지·연계지역!A1', code: 'plan-table.still-needed', params: { keys: 'L1', sheet: '세부사업' } },
      { cell: '산업단지·연계지역!A1', code: 'plan-table.still-needed', params: { keys: 'L1', sheet: '성과지표' } },
    ]);
    expect(readPlanTables([{ name: '평가지표', rows: [] }], TABLES_GROUND, PLAN_TABLES)).toMatchObject({
      sections: [],
      ignored: ['평가지표'],
      findings: [{ code: 'plan-table.no-sheet' }],
      tables: PLAN_TABLES,
    });
  });

  it('show what they would change, in rows and in money', () => {
    const { tables } = read({
      '재원!C2': null,
      '재원!D2': 600,
      '재원!F2': 7,
      '세부사업!A4': 'P3',
      '세부사업!C4': '주차장',
      '세부사업!D4': 'MOLIT',
    });
    expect(tablesChange(PLAN_TABLES, tables)).toEqual({
      rows: [
        { section: 'sites', added: 0, changed: 0, removed: 0 },
        { section: 'subProjects', added: 1, changed: 0, removed: 0 },
        { section: 'budget', added: 1, changed: 1, removed: 1 },
        { section: 'indicators', added: 0, changed: 0, removed: 0 },
      ],
      budget: { before: 1_512_000_000n, after: 619_000_000n },
    });
  });

  it('count a row that only moved as no change', () => {
    const moved = {
      ...PLAN_TABLES,
      budget: PLAN_TABLES.budget.toReversed(),
      sites: PLAN_TABLES.sites.toReversed(),
    };
    for (const { added, changed, removed } of tablesChange(PLAN_TABLES, moved).rows)
      expect([added, changed, removed]).toEqual([0, 0, 0]);
  });

  it('a draft that has a cell twice shows both, and the second is named', () => {
    const twice = { ...PLAN_TABLES, budget: [...PLAN_TABLES.budget, { ...PLAN_TABLES.budget[0]!, amount: '5000000' }] };
    expect(
      readPlanTables(filled(twice), TABLES_GROUND, twice).findings.map(({ cell, code }) => `${cell} ${code}`),
    ).toEqual(['재원!A3 table.code-twice']);
  });
});
