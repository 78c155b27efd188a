import { DATASET_IDS, DATASETS } from './datasets.js';
import { PUBLISHED_FIGURES } from './datasets-figures.js';
import { csvOf, type DataRow, type DatasetFrame, dictionaryOf, inOrder, rowFaults, schemaOf } from './open-data.js';

const FRAME: DatasetFrame = {
  id: 'sample',
  title: { ko: '표본', en: 'sample' },
  description: { ko: '표본.', en: 'A sample.' },
  key: ['year', 'name'],
  columns: [
    { code: 'year', name: { ko: '연도', en: 'year' }, type: 'whole', unit: null, rule: { ko: '기록', en: 'record' } },
    { code: 'name', name: { ko: '이름', en: 'name' }, type: 'text', unit: null, rule: { ko: '기록', en: 'record' } },
    {
      code: 'amount',
      name: { ko: '금액', en: 'amount' },
      type: 'won',
      unit: '원',
      rule: { ko: '합', en: 'sum' },
      nullable: true,
    },
  ],
};
const row = (year: number, name: string, amount: string | null): DataRow => ({ year, name, amount });

describe('the frame of open data', () => {
  it('writes texts a spreadsheet would run as texts, and marks the file as UTF-8', () => {
    const csv = csvOf(
      ['year', 'name', 'amount'],
      [row(2021, '=HYPERLINK("x")', null), row(2022, '쉼표, "따옴표"', '12')],
    );
    expect(csv.startsWith('\ufeffyear,name,amount\r\n')).toBe(true);
    expect(csv).toContain(`2021,"'=HYPERLINK(""x"")",\r\n`);
    expect(csv).toContain('2022,"쉼표, ""따옴표""",12\r\n');
  });

  it('orders rows by their key, whatever order they came in', () => {
    const rows = [row(2021, 'b', null), row(2020, 'c', null), row(2021, 'a', null)];
    const ordered = inOrder(FRAME, rows);
    expect(ordered.map(({ name }) => name)).toEqual(['c', 'a', 'b']);
    expect(inOrder(FRAME, rows.toReversed())).toEqual(ordered);
  });

  it('finds a row that stands twice, a value of the wrong kind, one too few and one too many', () => {
    expect(rowFaults(FRAME, [row(2021, 'a', '1'), row(2021, 'b', null)])).toEqual([]);
    expect(rowFaults(FRAME, [row(2021, 'a', '1'), row(2021, 'a', '1')])).toHaveLength(1);
    expect(rowFaults(FRAME, [row(2021, 'a', '1.5')])).toHaveLength(1);
    expect(rowFaults(FRAME, [{ year: 2021, name: 'a' }])).toHaveLength(1);
    expect(rowFaults(FRAME, [{ ...row(2021, 'a', null), score: '90.00' }])).toHaveLength(1);
  });

  it('describes every column in the schema and in the dictionary', () => {
    const schema = schemaOf(FRAME, 'urn:sample') as {
      items: { required: string[]; properties: Record<string, { type: unknown }> };
    };
    expect(schema.items.required).toEqual(['year', 'name', 'amount']);
    expect(schema.items.properties['amount']?.type).toEqual(['string', 'null']);
    expect(dictionaryOf(FRAME)).toHaveLength(3);
  });
});

describe('the data sets', () => {
  it('are those of the catalogue, each with a key of its own columns and words in both languages', () => {
    expect(DATASETS.map(({ id }) => id)).toEqual(DATASET_IDS);
    for (const { columns, key } of DATASETS) {
      const codes = columns.map(({ code }) => code);
      expect(new Set(codes).size).toBe(codes.length);
      expect(key.filter((code) => !codes.includes(code))).toEqual([]);
      for (const { name, rule } of columns)
        expect([name.ko, name.en, rule.ko, rule.en].every((text) => text !== '')).toBe(true);
    }
  });

  it('has no column for marks, ranks, evaluators or people', () => {
    const codes: string[] = DATASETS.flatMap(({ columns }) => columns.map(({ code }) => code));
    expect(codes.filter((code) => /rank|evaluator|mark|person|sheet/i.test(code))).toEqual([]);
    expect(PUBLISHED_FIGURES.columns.map(({ code }) => code)).toContain('query');
  });
});
