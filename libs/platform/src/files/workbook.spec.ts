import { Workbook } from '@cj-tech-master/excelts';
import { workbookOf } from './workbook.js';

const SHEETS = [
  {
    name: '평가표 [1]',
    headings: ['시·도', '점수', '의견'],
    rows: [
      ['경북', 87.5, '=1+1'],
      ['광주', null, '가'.repeat(40_000)],
    ] as const,
    widths: [20],
  },
];

describe('a workbook', () => {
  it('holds what it was given, and a text that looks like a formula stays a text', async () => {
    const read = new Workbook();
    await read.xlsx.load(await workbookOf(SHEETS));
    const sheet = read.worksheets[0];
    expect(sheet?.name).toBe('평가표  1 ');
    expect(sheet?.getRow(1).values).toEqual([undefined, '시·도', '점수', '의견']);
    expect([1, 2, 3].map((column) => sheet?.getRow(2).getCell(column).value)).toEqual(['경북', 87.5, '=1+1']);
    expect(sheet?.getCell('C2').formula).toBeUndefined();
    expect(String(sheet?.getCell('C3').value)).toHaveLength(32_767);
  });

  it('is the same file for the same content', async () => {
    const [first, second] = [await workbookOf(SHEETS), await workbookOf(SHEETS)];
    expect(first.equals(second)).toBe(true);
  });
});
