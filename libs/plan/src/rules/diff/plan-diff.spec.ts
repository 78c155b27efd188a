import { aPlan, HUB } from '../../../../../test/support/plan-content.js';
import type { PlanContent, SubProject } from '../content.js';
import type { WordDiff } from './change.js';
import { planDiff } from './plan-diff.js';

const wholly: WordDiff = (before, after) => [
  { kind: 'removed', text: before },
  { kind: 'added', text: after },
];
const BEFORE = aPlan();
const [PROJECT] = BEFORE.subProjects as [SubProject];
const CELL = { subProject: 'p1', year: 2021, source: 'national' as const };

/** Each change in one line: "budget[p1 2021 national] changed 100 → 90 (-10 won)". */
const told = (change: Partial<PlanContent>, before: Partial<PlanContent> = {}): string[] =>
  planDiff(aPlan(before), aPlan(change), wholly).changes.map(
    ({ path, kind, before: was, after: is, delta, unit }) =>
      `${path} ${kind} ${was ?? ''} → ${is ?? ''}${delta === null ? '' : ` (${delta} ${unit})`}`,
  );

describe('the difference of two plans, by example', () => {
  it.each<[string, Partial<PlanContent>, string[]]>([
    ['a title', { title: '새 계획' }, ['title changed 혁신계획 → 새 계획']],
    [
      'a text that went',
      { narrative: { ...BEFORE.narrative, financing: '' } },
      ['narrative.financing removed 내용 → '],
    ],
    [
      'money of a cell',
      { budget: [{ ...CELL, amount: '90' }] },
      ['budget[p1 2021 national] changed 100 → 90 (-10 won)'],
    ],
    [
      'money of another year',
      { budget: [{ ...CELL, year: 2022, amount: '100' }] },
      ['budget[p1 2022 national] added  → 100 (100 won)', 'budget[p1 2021 national] removed 100 →  (-100 won)'],
    ],
    [
      'a name and a ministry',
      { subProjects: [{ ...PROJECT, name: '재생 2단계', ministry: 'MOTIE' }] },
      ['subProjects[p1].name changed 재생 → 재생 2단계', 'subProjects[p1].ministry changed MOLIT → MOTIE'],
    ],
    [
      'a site of a sub-project',
      { subProjects: [{ ...PROJECT, siteKeys: ['l1'] }] },
      ['subProjects[p1].siteKeys[l1] added  → l1', 'subProjects[p1].siteKeys[hub] removed hub → '],
    ],
    [
      'a row that came, as one change',
      { subProjects: [PROJECT, { ...PROJECT, key: 'p2', name: '주차장' }] },
      ['subProjects[p2] added  → 주차장'],
    ],
    [
      'a link and what it is worth',
      { sites: [HUB, { ...BEFORE.sites[1]!, linkage: { evidence: '거래', tradeWon: '5' } }] },
      ['sites[l1].linkage.evidence added  → 거래', 'sites[l1].linkage.tradeWon added  → 5 (5 won)'],
    ],
    [
      'a target, and where it is counted',
      {
        indicators: BEFORE.indicators.map((indicator, at) =>
          at > 0
            ? indicator
            : {
                ...indicator,
                targets: indicator.targets.map((target) => (target.year === 2021 ? { ...target, value: 3 } : target)),
                bySite: [{ site: 'hub', targets: [{ year: 2021, value: 3 }] }],
              },
        ),
      },
      [
        'indicators[direct-hires].targets[2021] changed 1 → 3 (2 count)',
        'indicators[direct-hires].bySite[hub].targets[2021] added  → 3 (3 count)',
      ],
    ],
    ['nothing where rows only moved', { sites: BEFORE.sites.toReversed() }, []],
    ['nothing where what is missing is empty', { evidence: [], narrative: { ...BEFORE.narrative } }, []],
  ])('tells %s', (_name, change, expected) => {
    expect(told(change)).toEqual(expected);
  });

  it('keeps all values of a row that went, and its money', () => {
    const { changes, subProjects, budget } = planDiff(BEFORE, aPlan({ subProjects: [], budget: [] }), wholly);
    expect(changes[0]).toMatchObject({
      path: 'subProjects[p1]',
      before: '재생',
      after: null,
      cells: { name: '재생', kind: 'regeneration', ministry: 'MOLIT', 'siteKeys[hub]': 'hub', fictional: 'true' },
    });
    expect(changes[1]).toMatchObject({ path: 'budget[p1 2021 national]', before: '100', delta: '-100' });
    expect(subProjects).toEqual({ before: 1, after: 0, added: 0, removed: 1 });
    expect(budget.total).toEqual({ before: '100', after: '0', delta: '-100' });
  });

  it('sums by source, year and indicator', () => {
    const after = aPlan({
      budget: [
        { ...CELL, amount: '40' },
        { ...CELL, year: 2022, source: 'private', amount: '9007199254740993' },
      ],
    });
    const { budget, indicators } = planDiff(BEFORE, after, wholly);
    expect(budget).toEqual({
      total: { before: '100', after: '40', delta: '-60' },
      bySource: {
        national: { before: '100', after: '40', delta: '-60' },
        private: { before: '0', after: '0', delta: '0' },
      },
      byYear: {
        '2021': { before: '100', after: '40', delta: '-60' },
        '2022': { before: '0', after: '0', delta: '0' },
      },
    });
    expect(indicators['direct-hires']).toEqual({ before: '3', after: '3', delta: '0' });
  });

  it('tells rows with the same key apart by their turn', () => {
    const twice = [PROJECT, { ...PROJECT, name: '둘째' }];
    expect(told({ subProjects: [PROJECT, { ...PROJECT, name: '셋째' }] }, { subProjects: twice })).toEqual([
      'subProjects[p1#2].name changed 둘째 → 셋째',
    ]);
    expect(told({}, { subProjects: twice })).toEqual(['subProjects[p1#2] removed 둘째 → ']);
  });

  it('takes a plan of four hundred sub-projects and twelve thousand cells of one key in its stride', () => {
    const budget = Array.from({ length: 12_000 }, () => ({ ...CELL, amount: '1' }));
    const subProjects = Array.from({ length: 400 }, () => PROJECT);
    const started = performance.now();
    const { changes, budget: sums } = planDiff(aPlan({ budget, subProjects }), BEFORE, wholly);
    expect(performance.now() - started).toBeLessThan(5_000); // some 50 ms; looking for each turn among all of them takes a quarter of a minute
    expect(changes).toHaveLength(12_399);
    expect(sums.total.delta).toBe('-11900');
  });

  it('compares words only where both sides have a text', () => {
    const asked: string[] = [];
    const words: WordDiff = (before, after) => {
      asked.push(`${before} → ${after}`);
      return [];
    };
    planDiff(
      BEFORE,
      aPlan({
        title: '새 계획',
        narrative: { ...BEFORE.narrative, other: '' },
        subProjects: [{ ...PROJECT, source: '보도' }],
      }),
      words,
    );
    expect(asked).toEqual(['혁신계획 → 새 계획']);
  });
});
