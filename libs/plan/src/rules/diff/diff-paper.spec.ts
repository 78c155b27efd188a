import { type PaperBlock, paperString, type PaperTable } from '@daegaejo/platform/rules';
import { aPlan, HUB } from '../../../../../test/support/plan-content.js';
import type { PlanContent, SubProject } from '../content.js';
import type { WordDiff } from './change.js';
import { diffPaper } from './diff-paper.js';
import { planDiff } from './plan-diff.js';

const words: WordDiff = (before, after) => [
  { kind: 'removed', text: before },
  { kind: 'added', text: after },
  { kind: 'same', text: '.' },
];
const FRAME = {
  of: '2021년 · 경북',
  before: '제1판',
  ministries: new Map([['MOLIT', '국토부']]),
  after: '제2판',
  contentHash: 'ab',
  issuedAt: '2020-04-01T00:00:00.000Z',
  rehearsal: false,
};
const BEFORE = aPlan({ narrative: { direction: '방향' } });
const [PROJECT] = BEFORE.subProjects as [SubProject];

const paperOf = (after: PlanContent) => diffPaper(planDiff(BEFORE, after, words), { before: BEFORE, after }, FRAME);
const tables = (blocks: readonly PaperBlock[]): Record<string, string[]> =>
  Object.fromEntries(
    blocks
      .filter((block): block is PaperTable => block.is === 'table')
      .map(({ caption, rows }) => [caption ?? '', rows.map(({ cells }) => cells.map(paperString).join(' | '))]),
  );

describe('the 대비표', () => {
  it('says that nothing changed', () => {
    const { blocks } = paperOf(BEFORE);
    expect(blocks.at(-1)).toEqual({ is: 'paragraph', text: '두 판의 내용이 같습니다.' });
    expect(Object.keys(tables(blocks))).toEqual(['사업 수', '총사업비', '성과지표(지원 기간 합계)']);
  });

  it('has counts, money to the won and targets on top, then what changed by row and cell', () => {
    const found = tables(
      paperOf({
        ...BEFORE,
        sites: [HUB, { ...BEFORE.sites[1]!, name: '왜관', linkage: { evidence: '', tradeWon: '196150000000' } }],
        subProjects: [
          { ...PROJECT, kind: 'parking' },
          { ...PROJECT, key: 'new', name: '물류', siteKeys: ['l1'] },
        ],
        budget: [
          { subProject: 'p1', year: 2021, source: 'national', amount: '50' },
          { subProject: 'new', year: 2022, source: 'private', amount: '250000000000' },
        ],
        indicators: BEFORE.indicators.map((one) =>
          one.code === 'direct-hires'
            ? { ...one, targets: one.targets.map(({ year }) => ({ year, value: 1_000 })) }
            : one,
        ),
        consultations: BEFORE.consultations.map((one, at) => (at === 0 ? { ...one, result: 'opposed' } : one)),
      }).blocks,
    );
    expect(found['사업 수']).toEqual(['세부사업 | 1 | 2 | +1']);
    expect(found['총사업비']).toEqual([
      '총사업비 | 0.000001 | 2,500.0000005 | +2,499.9999995',
      '국비 | 0.000001 | 0.0000005 | △0.0000005',
      '민자 | 0 | 2,500 | +2,500',
      '2021년 | 0.000001 | 0.0000005 | △0.0000005',
      '2022년 | 0 | 2,500 | +2,500',
    ]);
    expect(found['성과지표(지원 기간 합계)']?.[0]).toBe('신규고용(직접)(명) | 3 | 3,000 | +2,997');
    expect(found['산업단지·연계지역']).toEqual([
      '왜관 | 이름 | 구미국가. | 왜관. | ',
      '왜관 | 연간 거래액 |  | 1,961.5억원 | +1,961.5',
    ]);
    expect(found['세부사업']).toEqual([
      '재생 | 사업유형 | 재생사업 | 주차장 | ',
      '물류 | 추가 |  | 이름: 물류\n사업유형: 재생사업\n소관부처: 국토부\n대상 단지: 왜관\n가상: 예 | ',
    ]);
    expect(found['재원']).toEqual([
      '재생 2021년 국비 | 변경 | 0.000001 | 0.0000005 | △0.0000005',
      '물류 2022년 민자 | 추가 |  | 2,500 | +2,500',
    ]);
    expect(found['성과지표']?.[0]).toBe('신규고용(직접) | 2021년 목표 | 1 | 1,000 | +999');
    expect(found['협의']?.[0]).toMatch(/^지정권자 기관 \| 협의 결과 \| 동의 \| 반대 \| $/);
  });

  it('marks what came into a text and what went', () => {
    const { blocks } = paperOf({ ...BEFORE, narrative: { direction: '목표', status: '현황' } });
    expect(blocks.slice(-4)).toEqual([
      { is: 'heading', level: 2, text: '목표와 방향' },
      {
        is: 'paragraph',
        text: [{ text: '방향', mark: 'removed' }, { text: '목표', mark: 'added' }, { text: '.' }],
      },
      { is: 'heading', level: 2, text: '현황과 노후도' },
      { is: 'paragraph', text: [{ text: '현황', mark: 'added' }] },
    ]);
  });

  it('finds the row of a key that holds brackets and dots', () => {
    const odd = { ...PROJECT, key: 'a].name', name: '이상한 키' };
    const found = tables(paperOf({ ...BEFORE, subProjects: [PROJECT, odd] }).blocks);
    expect(found['세부사업']?.[0]).toMatch(/^이상한 키 \| 추가/);
  });
});
