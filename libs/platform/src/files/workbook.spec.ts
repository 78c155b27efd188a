import { Workbook } from '@cj-tech-master/excelts';
import { workbookOf } from './workbook.js';
import { unpack, WORKBOOK_LIMITS, zipEntries } from './zip-guard.js';

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

  it('offers the words of a column to choose from, where a sheet can hold them', async () => {
    const long = Array.from({ length: 30 }, (_, no) => `세부사업 유형 ${no}`);
    const choices = [['거점산단', '"연계"산단'], null, long, ['시, 도']];
    const file = await workbookOf([
      { name: '가', headings: ['A', 'B', 'C', 'D'], rows: [['=1+1', 1, null, null]], choices },
    ]);
    const sheet = zipEntries(file, WORKBOOK_LIMITS).find(({ name }) => name === 'xl/worksheets/sheet1.xml');
    const xml = (await unpack(file, sheet!)).toString();
    expect(
      [...xml.matchAll(/<dataValidation [^>]*sqref="([^"]+)"[^>]*><formula1>(.*?)<\/formula1>/g)].map(
        ([, at, list]) => [at, list],
      ),
    ).toEqual([['A2:A5001', '&quot;거점산단,&quot;&quot;연계&quot;&quot;산단&quot;']]);
    expect(xml).not.toMatch(/<f[ >]/);
  });

  it('keeps a text that looks like a letter by its number', async () => {
    const read = new Workbook();
    await read.xlsx.load(await workbookOf([{ name: '가', headings: ['_x0041_'], rows: [['_x0041__x000D_ x_0041_']] }]));
    expect(read.worksheets[0]?.getCell('A2').value).toBe('_x0041__x000D_ x_0041_');
  });

  it('is the same file for the same content', async () => {
    const [first, second] = [await workbookOf(SHEETS), await workbookOf(SHEETS)];
    expect(first.equals(second)).toBe(true);
  });
});
