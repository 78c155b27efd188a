import { type Paper, type PaperBlock, paperString, type PaperTable } from '@daegaejo/platform/rules';
import { EMPTY_CONTENT, type PlanContent } from '../rules/index.js';
import { type BookFrame, planBook } from './plan-book.js';
import { receiptPaper } from './receipt-paper.js';

const FRAME: BookFrame = {
  province: '경북',
  round: '2026년 산업단지 대개조',
  title: '경북 혁신계획',
  no: 2,
  kind: 'filed',
  receiptNumber: '2026-경북-02',
  letterNumber: null,
  contentHash: 'ab'.repeat(32),
  submittedAt: '2026-11-24T09:00:00.000Z',
  rehearsal: false,
  ministries: new Map([['MOLIT', '국토부']]),
  warnings: [],
};
const NO_SOURCE = { source: null, fictional: false } as const;
const CONTENT: PlanContent = {
  ...EMPTY_CONTENT,
  title: '경북 혁신계획',
  sites: [
    {
      ...NO_SOURCE,
      key: 'hub',
      role: 'hub',
      name: '구미국가',
      complexType: 'national',
      constructionStartedOn: '1969-03-04',
      inStrategicPlan: true,
      tenants: 2_000,
      jobs: null,
    },
  ],
  subProjects: [
    { ...NO_SOURCE, key: 'smart', name: '스마트물류', kind: 'shared-logistics', ministry: 'MOLIT', siteKeys: ['hub'] },
    { ...NO_SOURCE, key: 'none', name: '돈 없는 사업', kind: 'other', ministry: 'NEW', siteKeys: [] },
  ],
  budget: [
    { subProject: 'smart', year: 2027, source: 'national', amount: '1234500000' },
    { subProject: 'smart', year: 2027, source: 'private', amount: '500000' },
    { subProject: 'smart', year: 2028, source: 'national', amount: '2000000000' },
  ],
  indicators: [
    {
      ...NO_SOURCE,
      code: 'direct-hires',
      baseline: 10,
      targets: [
        { year: 2027, value: 100 },
        { year: 2028, value: 1_000 },
      ],
    },
    { ...NO_SOURCE, code: 'induced-jobs', baseline: null, targets: [{ year: 2027, value: 5_000 }] },
  ],
  reportedFigures: [{ ...NO_SOURCE, code: 'total-budget', label: '총사업비', value: '9,926', unit: '억원' }],
  narrative: { direction: '□ 목표\nㅇ 방향\n\n- 세부' },
};

const book = (content: PlanContent, more: Partial<BookFrame> = {}): Paper => planBook(content, { ...FRAME, ...more });
const chapterOf = (paper: Paper, heading: string): PaperBlock[] => {
  const from = paper.blocks.findIndex((block) => block.is === 'heading' && block.text === heading);
  const level = (paper.blocks[from] as PaperBlock & { is: 'heading' }).level;
  const rest = paper.blocks.slice(from + 1);
  const to = rest.findIndex((block) => block.is === 'heading' && block.level <= level);
  return to < 0 ? rest : rest.slice(0, to);
};
const cellsIn = (blocks: readonly PaperBlock[]): string[][] =>
  blocks
    .filter((block): block is PaperTable => block.is === 'table')
    .flatMap(({ rows }) => rows.map(({ cells }) => cells.map(paperString)));

describe('the plan book', () => {
  it('names the version on its cover', () => {
    const facts = book(CONTENT).blocks.find((block) => block.is === 'facts')?.facts ?? [];
    expect(Object.fromEntries(facts)).toMatchObject({
      '시·도': '경북',
      '제출 구분': '본접수 (제2판)',
      접수번호: '2026-경북-02',
      '공문 번호': '-',
      '접수 일시': '2026. 11. 24. 18:00',
      '내용 해시(SHA-256)': FRAME.contentHash,
    });
  });

  it('has the ten heads in the order of the law, the empty ones too, items set in by their marks', () => {
    const text = chapterOf(book(CONTENT), '1. 계획 내용');
    const heads = text.filter((block) => block.is === 'heading').map(({ text: name }) => name);
    expect([heads.length, heads[0], heads[9]]).toEqual([10, '가. 목표와 방향', '차. 그 밖의 사항']);
    expect(chapterOf(book(CONTENT), '가. 목표와 방향')).toEqual([
      { is: 'paragraph', text: '□ 목표', indent: 0 },
      { is: 'paragraph', text: 'ㅇ 방향', indent: 1 },
      { is: 'paragraph', text: '- 세부', indent: 2 },
    ]);
    expect(chapterOf(book(CONTENT), '차. 그 밖의 사항')).toEqual([{ is: 'paragraph', text: '적은 내용이 없습니다.' }]);
  });

  it('sums the money by source and year, exact to the won', () => {
    const sums = chapterOf(book(CONTENT), '가. 재원별·연차별 합계');
    expect(cellsIn(sums)).toEqual([
      ['계', '1,235', '2,000', '3,235'],
      ['국비', '1,234.5', '2,000', '3,234.5'],
      ['민자', '0.5', '-', '0.5'],
    ]);
    expect(sums.find((block) => block.is === 'note')?.text).toBe(
      '※ 합계의 정확한 금액은 3,235,000,000원입니다. 백만원 아래가 있는 2칸은 소수점 아래에 원까지 적었고 반올림하지 않았습니다.',
    );
    expect(sums.find((block) => block.is === 'table')?.unit).toBe('백만원');
  });

  it('gives every sub-project its sources and years, and says where there is no money', () => {
    expect(cellsIn(chapterOf(book(CONTENT), '나. 세부사업별 재원'))).toEqual([
      ['1', '스마트물류', '계', '1,235', '2,000', '3,235'],
      ['1', '', '국비', '1,234.5', '2,000', '3,234.5'],
      ['1', '', '민자', '0.5', '-', '0.5'],
      ['2', '돈 없는 사업', '계', '-', '-', '-'],
    ]);
  });

  it('keeps induced jobs apart from direct hires', () => {
    const chapter = chapterOf(book(CONTENT), '5. 성과지표');
    expect(cellsIn(chapter)).toEqual([
      ['신규고용(직접)', '명', '10', '100', '1,000', '1,100'],
      ['간접(유발) 고용', '명', '-', '5,000', '0', '5,000'],
    ]);
    expect(chapter.filter((block) => block.is === 'table')).toHaveLength(2);
  });

  it('shows reported figures as they were written, with what differs from the tables in words', () => {
    const [, , agreed] = chapterOf(book(CONTENT), '6. 발표 수치');
    expect(agreed).toEqual({ is: 'note', text: '※ 표를 더해 견줄 수 있는 수치는 모두 표와 같습니다.' });
    const [, , differing] = chapterOf(book(CONTENT, { warnings: ['하나 다름', '둘 다름'] }), '6. 발표 수치');
    expect(differing).toEqual({ is: 'note', text: '※ 하나 다름\n※ 둘 다름' });
    expect(cellsIn(chapterOf(book(CONTENT), '6. 발표 수치'))).toEqual([['총사업비', '9,926', '억원', '-']]);
  });

  it('calls sites, kinds, ministries and days by their names', () => {
    expect(cellsIn(chapterOf(book(CONTENT), '2. 산업단지와 연계지역'))).toEqual([
      ['거점산단', '구미국가', '국가산업단지', '1969. 3. 4.', '포함', '2,000', '-'],
    ]);
    expect(cellsIn(chapterOf(book(CONTENT), '3. 세부사업'))).toEqual([
      ['1', '스마트물류', '공동물류', '국토부', '구미국가'],
      ['2', '돈 없는 사업', '그 밖의 사업', 'NEW', ''],
    ]);
  });

  it('is a book even of an empty plan', () => {
    const headings = book(EMPTY_CONTENT).blocks.filter((block) => block.is === 'heading' && block.level === 1);
    expect(headings).toHaveLength(8);
    expect(cellsIn(book(EMPTY_CONTENT).blocks)).toEqual([]);
  });
});

describe('the receipt', () => {
  it('states the version and what it comes to', () => {
    const paper = receiptPaper(CONTENT, FRAME);
    const facts = paper.blocks.find((block) => block.is === 'facts')?.facts ?? [];
    expect(Object.fromEntries(facts)).toMatchObject({
      접수번호: '2026-경북-02',
      세부사업: '2건',
      총사업비: '32.35억원 (국비 32.345억원)',
    });
    expect(paper).toMatchObject({
      title: '접수증 2026-경북-02',
      contentHash: FRAME.contentHash,
      issuedAt: FRAME.submittedAt,
    });
  });
});
