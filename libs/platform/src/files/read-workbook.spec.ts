import { workbookParts, zipOf, type Packed } from '../../../../test/support/zip.js';
import { readWorkbook } from './read-workbook.js';
import { workbookOf } from './workbook.js';

const rows = (xml: string): string => `<sheetData>${xml}</sheetData>`;
const sheet = (xml: string, more: readonly Packed[] = []): Buffer => zipOf(workbookParts('시트', xml, more));
const codeOf = (file: Buffer): Promise<unknown> =>
  readWorkbook(file).then(
    () => 'taken',
    ({ status, code }: { status: number; code: string }) => `${status} ${code}`,
  );

describe('a workbook somebody sent', () => {
  it('gives back what our own writer wrote, blank rows and cells left out', async () => {
    const file = await workbookOf([
      {
        name: '가점·감점',
        headings: ['코드', '점수'],
        rows: [
          ['=1+1', 30.5],
          [null, null],
          ['  ', 0],
          [' 가\n나 & <다>', -1],
        ],
      },
      { name: '빈 시트', headings: [], rows: [] },
    ]);
    const [first, second] = await readWorkbook(file);
    expect(first?.name).toBe('가점·감점');
    expect(first?.rows.map(({ row, cells }) => [row, ...cells])).toEqual([
      [1, [1, { is: 'text', text: '코드' }], [2, { is: 'text', text: '점수' }]],
      [2, [1, { is: 'text', text: '=1+1' }], [2, { is: 'number', number: 30.5, percent: false }]],
      [4, [2, { is: 'number', number: 0, percent: false }]],
      [5, [1, { is: 'text', text: ' 가\n나 & <다>' }], [2, { is: 'number', number: -1, percent: false }]],
    ]);
    expect(second?.rows).toEqual([]);
  });

  it('tells percentages, dates, truth values, errors and formulas apart', async () => {
    const [read] = await readWorkbook(
      sheet(
        rows(`<row r="2"><c r="A2" s="1"><v>0.3</v></c><c r="B2" s="2"><v>45000</v></c><c r="C2" t="b"><v>1</v></c>
          <c r="D2" t="e"><v>#REF!</v></c><c r="E2"><f>1+1</f><v>2</v></c><c r="F2"><f>1+1</f></c>
          <c r="G2" t="str"><f>"a"</f><v>가</v></c><c r="H2" t="e"><f>1/0</f><v>#DIV/0!</v></c>
          <c r="J2" t="s"><v>5</v></c><c r="I2" t="inlineStr"><is><r><t>가</t></r><r><t>나</t></r></is></c></row><row r="1"><c r="A1"><v>7</v></c></row>`),
      ),
    );
    expect(read?.rows.map(({ row }) => row)).toEqual([1, 2]);
    expect([...(read?.rows[1]?.cells.values() ?? [])]).toEqual([
      { is: 'number', number: 0.3, percent: true },
      { is: 'date', day: '2023-03-15' },
      { is: 'flag' },
      { is: 'error' },
      { is: 'number', number: 2, percent: false },
      { is: 'formula' },
      { is: 'text', text: '가' },
      { is: 'error' },
      { is: 'error' },
      { is: 'text', text: '가나' },
    ]);
  });

  it('costs no more than its cells, whatever it merges, checks, names or numbers', async () => {
    const everywhere = 'A1:XFD1048576';
    const file = sheet(
      `${rows('<row r="4000000000"><c r="XFD4"><v>1</v></c></row>')}
      <mergeCells count="1"><mergeCell ref="${everywhere}"/></mergeCells>
      <dataValidations count="1"><dataValidation type="list" sqref="${everywhere}"><formula1>"a"</formula1></dataValidation></dataValidations>`,
    );
    const begun = performance.now();
    const [read] = await readWorkbook(file);
    expect(read?.rows.map(({ cells }) => [...cells.keys()])).toEqual([[16_384]]);
    expect(performance.now() - begun).toBeLessThan(2_000);
  });

  it.each<[string, string, Buffer]>([
    ['no archive', '415 file.not-xlsx', Buffer.from('평가지표,배점\n')],
    ['an archive of something else', '415 file.not-xlsx', zipOf([{ name: 'word/document.xml', content: '<a/>' }])],
    ['one with a macro project', '415 file.macros', sheet(rows(''), [{ name: 'xl/vbaProject.bin', content: 'x' }])],
    [
      'one that says it has macros',
      '415 file.macros',
      sheet(rows(''), [
        { name: '[Content_Types].xml', content: '<Types a="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/>' },
      ]),
    ],
    ['a sheet that is no XML', '422 file.damaged', sheet(rows('<row r="1"><c r="A1"><v>5</x></row>'))],
    [
      'one that declares entities',
      '422 file.damaged',
      sheet('', [{ name: 'xl/worksheets/sheet1.xml', content: '<!DOCTYPE a [<!ENTITY b "b">]><worksheet/>' }]),
    ],
    [
      'one that unpacks to too much',
      '413 file.unpacks-too-large',
      sheet(rows(''), [{ name: 'xl/media/image1.png', content: Buffer.alloc(3 * 1024 * 1024) }]),
    ],
    [
      'more elements than a scale can have',
      '413 file.unpacks-too-large',
      sheet(rows('<row r="1"/>'.repeat(210_000)), []),
    ],
    [
      'one whose parts lie about their size',
      '422 file.damaged',
      sheet('', [{ name: 'xl/worksheets/sheet1.xml', content: ' '.repeat(9_000), declared: 90 }]),
    ],
  ])('is refused: %s', async (_what, expected, file) => {
    expect(await codeOf(file)).toBe(expected);
  });
});
