import { filledSheets, type Filling } from '../../../../test/support/filled.js';
import { column, formSheet, guideSheet, optionalColumn, readTable, type TableForm, YES_NO } from './index.js';

const FORM: TableForm = {
  name: '재원·실적',
  columns: {
    key: column('코드', { is: 'text', max: 5 }, '짧은 이름'),
    kind: optionalColumn('구 분', { is: 'choice', words: { national: '국비', province: '시·도비' } }, ''),
    amount: optionalColumn('금액', { is: 'won' }, ''),
    count: optionalColumn('수', { is: 'whole', min: 0, max: 9 }, ''),
    day: optionalColumn('날짜', { is: 'day' }, ''),
    list: optionalColumn('목록', { is: 'list', max: 5, most: 3 }, ''),
    open: optionalColumn('공개', { is: 'choice', words: YES_NO }, ''),
    sum: { ...optionalColumn('합계', { is: 'won' }, ''), extra: true },
  },
};
const ROW = {
  key: 'A',
  kind: 'province',
  amount: '1500000',
  count: 3,
  day: '2020-05-07',
  list: ['가', '나'],
  open: 'no',
};
const sheet = formSheet(FORM, [ROW], '원');
const read = (changes: Readonly<Record<string, Filling>> = {}, most = 10) =>
  readTable(FORM, filledSheets([sheet], changes), { prefix: 'table', most });
const found = (changes: Readonly<Record<string, Filling>>, most?: number): string[] =>
  read(changes, most).findings.map(({ cell, code }) => `${cell.replace('재원·실적!', '')} ${code}`);

describe('a table', () => {
  it('is written in words and units, with the words to choose from', () => {
    expect(sheet).toMatchObject({
      headings: ['코드', '구 분', '금액(원)', '수', '날짜', '목록', '공개'],
      rows: [['A', '시·도비', 1_500_000, 3, '2020-05-07', '가, 나', '아니오']],
      choices: [null, ['국비', '시·도비'], null, null, null, null, ['예', '아니오']],
    });
  });

  it('refuses to write money in a unit that does not hold it', () => {
    expect(() => formSheet(FORM, [ROW], '백만원')).toThrow(RangeError);
  });

  it('is read as it was written, whatever dot, blank, order or composition its words have', () => {
    expect(read().rows).toEqual([{ row: 2, values: { ...ROW }, unread: new Set() }]);
    const { rows, findings } = read({
      '재원·실적!A1': ' 구\n분',
      '재원·실적!B1': '코드'.normalize('NFD'),
      '재원·실적!A2': '시ㆍ도비',
      '재원·실적!B2': ' A ',
      '재원·실적!C1': '금액 （단위: 백만원）',
      '재원·실적!C2': '1.5',
      '재원·실적!F2': '가，나\n',
      '재원·실적!H1': '합계(억원)',
      '재원·실적!H2': 0.015,
    });
    expect(findings).toEqual([]);
    expect(rows[0]?.values).toEqual({ ...ROW, sum: '1500000' });
  });

  it('takes a dash among figures for nothing, and an empty row for none', () => {
    const { rows } = read({ '재원·실적!C2': '-', '재원·실적!D2': ' – ', '재원·실적!A9': 'B' });
    expect(rows.map(({ row, values }) => [row, values['amount'], values['count']])).toEqual([
      [2, undefined, undefined],
      [9, undefined, undefined],
    ]);
  });

  it.each<[string, Readonly<Record<string, Filling>>, readonly string[]]>([
    ['an empty cell', { '재원·실적!A2': null }, ['A2 table.cell.empty']],
    ['a long text', { '재원·실적!A2': '여섯글자글자' }, ['A2 field.text']],
    ['a control character', { '재원·실적!A2': 'a\u0001' }, ['A2 field.text']],
    ['a date for a text', { '재원·실적!A2': { is: 'date', day: '2020-05-07' } }, ['A2 table.cell.not-text']],
    ['a word there is not', { '재원·실적!B2': '구비' }, ['B2 field.choice']],
    ['no amount', { '재원·실적!C2': '많음' }, ['C2 table.cell.not-a-number']],
    ['a negative amount', { '재원·실적!C2': '△5' }, ['C2 table.cell.negative']],
    ['a part of a won', { '재원·실적!C2': 0.5 }, ['C2 table.cell.fraction']],
    [
      'a percentage',
      { '재원·실적!C2': '5%', '재원·실적!D2': '5%' },
      ['C2 table.cell.percent', 'D2 table.cell.percent'],
    ],
    ['too much', { '재원·실적!C2': 1e16 }, ['C2 table.cell.too-much']],
    ['half a person', { '재원·실적!D2': 2.5 }, ['D2 field.whole']],
    ['too many', { '재원·실적!D2': 10 }, ['D2 field.whole']],
    ['no day', { '재원·실적!E2': '2020-02-30' }, ['E2 field.day']],
    ['a long list', { '재원·실적!F2': '가,나,다,라' }, ['F2 field.list']],
    ['a long item', { '재원·실적!F2': '가,여섯글자글자' }, ['F2 field.text']],
    ['a formula without its result', { '재원·실적!C2': { is: 'formula' } }, ['C2 table.cell.formula']],
    ['an error', { '재원·실적!E2': { is: 'error' } }, ['E2 table.cell.error']],
    ['a heading there is not', { '재원·실적!D1': '개수' }, ['D1 table.heading-unknown', 'D1 table.heading-missing']],
    ['a heading twice', { '재원·실적!H1': '코드' }, ['H1 table.heading-twice']],
    ['money without its unit', { '재원·실적!C1': '금액' }, ['C1 table.heading-unit']],
    ['a unit there is not', { '재원·실적!C1': '금액(달러)' }, ['C1 table.heading-unknown', 'C1 table.heading-missing']],
  ])('names the cell of %s', (_what, changes, expected) => {
    expect(found(changes)).toEqual(expected);
  });

  it('says once that there are too many rows, and which sheet is missing', () => {
    expect(found({ '재원·실적!A3': 'B', '재원·실적!A4': 'C', '재원·실적!A5': 'D' }, 2)).toEqual([
      'A4 table.too-many-rows',
    ]);
    const none = readTable(FORM, [], { prefix: 'table', most: 2 });
    expect([none.missing, none.findings.map(({ cell, code }) => `${cell} ${code}`)]).toEqual([
      true,
      ['재원·실적!A1 table.sheet-missing'],
    ]);
  });

  it('is explained, column by column', () => {
    const { rows } = guideSheet([FORM], [['더', '할', '말', '', '']]);
    expect(rows.map((row) => row[1])).toEqual(['코드', '구 분', '금액', '수', '날짜', '목록', '공개', '할']);
    expect(rows[1]?.[3]).toBe('다음 가운데 하나: 국비, 시·도비');
  });
});
