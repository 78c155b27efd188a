import type { FilledSheet } from '@daegaejo/platform/rules';
import { filledSheets, type Filling } from '../../../../test/support/filled.js';
import { type Rubric, readRubric, rubricForm, rubricSheets } from './index.js';

const RUBRIC: Rubric = {
  stages: [
    {
      code: 'paper',
      name: '계획서평가',
      mode: 'document',
      share: 7_000,
      trim: { highest: 1, lowest: 0, minimumKept: 3, per: 'criterion' },
      minimumPanel: 5,
    },
    { code: 'talk', name: '발표평가', mode: 'presentation', share: 3_000 },
  ],
  groups: [
    { code: 'G', name: '계획', weight: 7_000 },
    { code: 'H', name: '의지', weight: 3_000 },
  ],
  criteria: [
    {
      code: 'A',
      name: '필요성',
      weight: 4_000,
      max: 4_000,
      stage: 'paper',
      group: 'G',
      kind: 'quantitative',
      floor: 1_600,
      commentOutside: { low: 1_000, high: 3_550 },
      guidance: '근거를 볼 것\n통계를 볼 것',
      levels: [
        { name: '우수', mark: 4_000, wording: '근거가 충분함' },
        { name: '미흡', mark: 1_000, wording: '' },
      ],
    },
    { code: 'B', name: '타당성', weight: 6_000, max: 10_000, stage: 'paper', group: 'G' },
    { code: 'C', name: '추진의지', weight: 10_000, max: 2_000, stage: 'talk', group: 'H', kind: 'qualitative' },
  ],
  bonus: {
    cap: 300,
    deductionCap: 200,
    items: [
      { code: 'X', name: '균형발전', max: 300 },
      { code: 'D', name: '불성실', max: 200, kind: 'deduction' },
    ],
  },
};

const filled = (rubric: Rubric, changes?: Readonly<Record<string, Filling>>): FilledSheet[] =>
  filledSheets(rubricSheets(rubric), changes);
const found = (sheets: FilledSheet[]): string[] =>
  readRubric(sheets).findings.map(({ cell, code }) => `${cell} ${code}`);
const foundIn = (changes: Readonly<Record<string, Filling>>, rubric = RUBRIC): string[] =>
  found(filled(rubric, changes));

describe('a scale read from the sheets of a workbook', () => {
  it('is the one that was written', () => {
    expect(readRubric(filled(RUBRIC))).toEqual({ rubric: RUBRIC, findings: [] });
  });

  it('takes what can mean one thing only: figures as texts, thousands, full-width digits, decomposed names, other order', () => {
    const sheets = filled(RUBRIC, {
      '평가지표!C2': '40',
      '평가지표!C3': '６０.00',
      '평가지표!D3': '1,000',
      '평가지표!B2': '  필요성 '.normalize('NFD'),
      '평가지표!A1': '명칭'.normalize('NFD'),
      '평가지표!B1': ' 코 드',
      '단계!C2': 'document',
      '단계!I2': '5',
    }).map((sheet) => ({ ...sheet, name: sheet.name.normalize('NFD') }));
    // 코드 and 명칭 have changed places in the headings, so what stood under them has too.
    const { rubric, findings } = readRubric(sheets);
    expect(findings.map(({ code }) => code)).toEqual([
      'round.policy.criterion-unknown',
      'round.policy.criterion-unknown',
    ]);
    expect(rubric.criteria.map(({ code, name }) => [code, name])).toEqual([
      ['필요성', 'A'],
      ['타당성', 'B'],
      ['추진의지', 'C'],
    ]);
    expect(rubric.criteria.map(({ weight, max }) => [weight, max])).toEqual([
      [4_000, 4_000],
      [6_000, 100_000],
      [10_000, 2_000],
    ]);
    expect(rubric.stages).toEqual(RUBRIC.stages);
  });

  it.each<[string, Readonly<Record<string, Filling>>, readonly string[]]>([
    ['a text where a number belongs', { '평가지표!C2': '마흔' }, ['평가지표!C2 rubric.cell.not-a-number']],
    ['a comma that could mean two things', { '평가지표!D2': '4,5' }, ['평가지표!D2 rubric.cell.not-a-number']],
    [
      'a percentage',
      { '단계!D2': { is: 'number', number: 0.7, percent: true }, '평가항목!C2': '70%' },
      ['단계!D2 rubric.cell.percent', '평가항목!C2 rubric.cell.percent'],
    ],
    ['three digits', { '평가지표!C2': 33.333 }, ['평가지표!C2 rubric.cell.digits']],
    ['a formula without its result', { '평가지표!C2': { is: 'formula' } }, ['평가지표!C2 rubric.cell.formula']],
    ['an error', { '평가지표!B2': { is: 'error' } }, ['평가지표!B2 rubric.cell.error']],
    ['a date for a name', { '평가지표!B2': { is: 'date', day: '2020-05-07' } }, ['평가지표!B2 rubric.cell.not-text']],
    [
      'an empty cell',
      { '평가지표!B2': null, '등급!C2': null },
      ['평가지표!B2 rubric.cell.empty', '등급!C2 rubric.cell.empty'],
    ],
    ['a word there is not', { '단계!C3': '면접' }, ['단계!C3 field.choice']],
    ['half a person', { '단계!I2': 4.5, '단계!E2': 6 }, ['단계!E2 field.whole', '단계!I2 field.whole']],
    ['a name of 101 letters', { '평가항목!B2': '가'.repeat(101) }, ['평가항목!B2 field.text']],
    ['half a pair', { '평가지표!J2': null }, ['평가지표!J2 rubric.cell.together']],
    [
      'half a trimming',
      { '단계!F2': null, '단계!G2': null },
      ['단계!F2 rubric.cell.together', '단계!G2 rubric.cell.together'],
    ],
    [
      'a heading that is another',
      { '평가지표!C1': '점수' },
      ['평가지표!C1 rubric.heading-unknown', '평가지표!C1 rubric.heading-missing'],
    ],
    ['a heading twice', { '평가항목!D1': '명칭' }, ['평가항목!D1 rubric.heading-twice']],
    [
      'a code twice',
      { '평가항목!A3': 'G' },
      [
        '평가항목!C3 round.policy.group-weight',
        '평가항목!A3 rubric.code-twice',
        '평가지표!E4 round.policy.group-unknown',
      ],
    ],
    [
      'a stage there is not',
      { '평가지표!F4': 'site' },
      [
        '단계!D3 round.policy.stage-empty',
        '평가항목!C3 round.policy.group-weight',
        '평가지표!F4 round.policy.stage-unknown',
      ],
    ],
    ['a level of nothing', { '등급!A2': 'Z' }, ['등급!A2 round.policy.criterion-unknown']],
    ['a level above the highest mark', { '등급!C2': 41 }, ['등급!C2 round.policy.level-range']],
    [
      'weights that do not sum to 100',
      { '평가지표!C2': 41 },
      ['단계!D2 round.policy.stage-weights', '평가항목!C2 round.policy.group-weight'],
    ],
    [
      'a cap that is too low, and twice',
      { '가점·감점!D4': 1, '가점·감점!A5': '가점 상한' },
      [
        '가점·감점!A5 rubric.cap-twice',
        '가점·감점!D4 round.policy.bonus-cap',
        '가점·감점!D1 round.policy.deduction-cap',
      ],
    ],
    ['an item without a code', { '가점·감점!B2': null }, ['가점·감점!B2 rubric.cell.empty']],
  ])('names the cell of %s', (_what, changes, expected) => {
    expect(foundIn(changes)).toEqual(expected);
  });

  it('names everything at once, and gives only the rows that are sound', () => {
    const changes = {
      '평가지표!C2': '마흔',
      '평가지표!B3': null,
      '가점·감점!D2': '3점',
      '단계!C2': '면접',
      '단계!D3': 30,
    };
    expect(foundIn(changes)).toEqual([
      '단계!C2 field.choice',
      '평가지표!C2 rubric.cell.not-a-number',
      '평가지표!B3 rubric.cell.empty',
    ]);
    const { rubric } = readRubric(filled(RUBRIC, changes));
    expect(rubric.criteria.map(({ code }) => code)).toEqual(['C']);
    expect(rubric.stages?.map(({ code }) => code)).toEqual(['talk']);
    expect(rubric.bonus).toEqual(RUBRIC.bonus);
  });

  it('asks for every sheet, at most 200 rows in it, and at most as many records as a policy takes', () => {
    expect(found(filled(RUBRIC).filter(({ name }) => name !== '평가항목'))).toEqual([
      '평가항목!A1 rubric.sheet-missing',
    ]);
    const many = Array.from({ length: 210 }, (_, n) => ({ code: `C${n}`, name: '지표', weight: 0, max: 100 }));
    expect(foundIn({}, { criteria: many, bonus: { cap: 0, items: [] } })).toEqual([
      '평가지표!A202 rubric.too-many-rows',
      '평가지표!C1 round.policy.weights',
      '평가지표!A52 field.list',
    ]);
    expect(readRubric(filled({ criteria: many, bonus: { cap: 0, items: [] } })).rubric.criteria).toHaveLength(50);
  });

  it('finds the empty form empty, and nothing else', () => {
    const form = rubricForm();
    expect(form.map(({ name }) => name)).toEqual(['단계', '평가항목', '평가지표', '등급', '가점·감점', '안내']);
    expect(form.at(-1)?.rows).toHaveLength(9 + 3 + 11 + 4 + 4);
    const sheets = filledSheets(form.map((sheet) => ({ ...sheet, rows: [] })));
    expect(found(sheets)).toEqual(['평가지표!A2 rubric.no-criteria']);
  });
});
