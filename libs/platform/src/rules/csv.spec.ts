import { csvCell, csvLine } from './index.js';

describe('a cell of a CSV file', () => {
  it.each([
    ['a plain text', '경북', '경북'],
    ['nothing', null, ''],
    ['a number', -3.5, '-3.5'],
    ['a comma', '구미, 김천', '"구미, 김천"'],
    ['quotation marks', '이른바 "거점"', '"이른바 ""거점"""'],
    ['a line break', '첫 줄\n둘째 줄', '"첫 줄\n둘째 줄"'],
    ['a formula', '=HYPERLINK("http://x.invalid")', `"'=HYPERLINK(""http://x.invalid"")"`],
    ['a plus', '+82-2-0000', "'+82-2-0000"],
    ['a minus', '-1+1', "'-1+1"],
    ['an at sign', '@SUM(A1)', "'@SUM(A1)"],
    ['a tab before a formula', '\t=1', "'\t=1"],
  ])('holds %s', (_what, value, expected) => {
    expect(csvCell(value)).toBe(expected);
  });

  it('stands in a line that ends as Excel wants it', () => {
    expect(csvLine(['가', 1, null])).toBe('가,1,\r\n');
  });
});
