import fc from 'fast-check';
import { loadPolicy } from '../../../../test/support/policy.js';
import {
  type BudgetCell,
  BUDGET_SOURCES,
  budgetTotals,
  completenessFindings,
  eligibilityFindings,
  EMPTY_CONTENT,
  INDICATOR_CODES,
  NARRATIVE_HEADS,
  type PlanContent,
  type Site,
} from './index.js';

const POLICY = loadPolicy();
const SITE: Site = {
  key: 'hub',
  role: 'hub',
  name: '구미국가',
  complexType: 'national',
  constructionStartedOn: '1969-01-01',
  inStrategicPlan: false,
  tenants: null,
  jobs: null,
  source: null,
  fictional: true,
};

/** A plan that lacks nothing. */
const aPlan = (change: Partial<PlanContent> = {}): PlanContent => ({
  ...EMPTY_CONTENT,
  title: '혁신계획',
  theme: '전기차',
  sites: [SITE, { ...SITE, key: 'l1', role: 'linked-complex', complexType: 'general' }],
  subProjects: [
    {
      key: 'p1',
      name: '재생',
      kind: 'regeneration',
      ministry: 'MOLIT',
      siteKeys: ['hub'],
      source: null,
      fictional: true,
    },
  ],
  budget: [{ subProject: 'p1', year: 2021, source: 'national', amount: '100' }],
  indicators: INDICATOR_CODES.map((code) => ({
    code,
    baseline: null,
    targets: POLICY.fundingYears.map((year) => ({ year, value: 1 })),
    source: null,
    fictional: true,
  })),
  narrative: Object.fromEntries(NARRATIVE_HEADS.map((head) => [head, '내용'])),
  consultations: POLICY.eligibility.requiredConsultations.map((party) => ({
    party,
    organisation: '기관',
    letterNumber: '1',
    date: '2020-03-01',
    result: 'agreed' as const,
  })),
  ...change,
});
const hub = (change: Partial<Site>): Partial<PlanContent> => ({
  sites: [
    { ...SITE, ...change },
    { ...SITE, key: 'l1', role: 'linked-complex' },
  ],
});

describe('completeness', () => {
  const codes = (content: PlanContent, kind: 'pre-intake' | 'filed') =>
    completenessFindings({ content, policy: POLICY, kind }).map(({ field, code }) => `${field} ${code}`);

  it('finds nothing in a whole plan', () => {
    expect(codes(aPlan(), 'filed')).toEqual([]);
    expect(codes(aPlan(), 'pre-intake')).toEqual([]);
  });

  it('asks less of an early submission than of a filing', () => {
    const early = aPlan({ narrative: {}, subProjects: [], budget: [], indicators: [], consultations: [] });
    expect(codes(early, 'pre-intake')).toEqual([]);
    expect(codes(early, 'filed')).toEqual(
      expect.arrayContaining([
        'narrative.financing plan.narrative.missing',
        'subProjects plan.sub-projects.missing',
        'indicators plan.indicator.missing',
      ]),
    );
  });

  it.each<[string, Partial<PlanContent>, string]>([
    ['no title', { title: '  ' }, 'title plan.title.missing'],
    ['no hub', { sites: [{ ...SITE, role: 'linked-complex' }] }, 'sites plan.hub.one'],
    ['two hubs', { sites: [SITE, { ...SITE, key: 'h2' }] }, 'sites plan.hub.one'],
    ['nothing linked', { sites: [SITE] }, 'sites plan.linked.missing'],
    ['a site key twice', { sites: [SITE, { ...SITE, role: 'linked-area' }] }, 'sites[1] plan.key.twice'],
    [
      'money for an unknown sub-project',
      { budget: [{ subProject: 'p9', year: 2021, source: 'national', amount: '1' }] },
      'budget[0].subProject plan.reference',
    ],
    [
      'money in a year that is not funded',
      { budget: [{ subProject: 'p1', year: 2030, source: 'national', amount: '1' }] },
      'budget[0].year plan.budget.year',
    ],
    [
      'money that is no amount',
      { budget: [{ subProject: 'p1', year: 2021, source: 'national', amount: '0.1' }] },
      'budget[0].amount field.won',
    ],
    ['a sub-project without money', { budget: [] }, 'subProjects[0] plan.budget.missing'],
    [
      'an indicator for one year only',
      { indicators: aPlan().indicators.map((indicator) => ({ ...indicator, targets: indicator.targets.slice(1) })) },
      'indicators[0].targets plan.indicator.years',
    ],
  ])('given %s, then a filing is refused there', (_what, change, finding) => {
    expect(codes(aPlan(change), 'filed')).toContain(finding);
  });
});

describe('eligibility on the day of the filing deadline', () => {
  const on = '2020-04-10';
  const codes = (change: Partial<PlanContent>, day = on) =>
    eligibilityFindings({ content: aPlan(change), policy: POLICY, on: day }).map(({ code }) => code);

  it.each([
    ['2000-04-10', on, []],
    ['2000-04-11', on, ['plan.hub.too-young']],
    ['2000-02-29', '2020-02-28', ['plan.hub.too-young']],
    ['2000-02-29', '2020-02-29', []],
    ['2004-02-29', '2024-02-29', []],
    [null, on, ['plan.hub.age-unknown']],
  ])('a hub begun on %s, judged on %s: %j', (constructionStartedOn, day, expected) => {
    expect(codes(hub({ constructionStartedOn }), day)).toEqual(expected);
  });

  it.each([
    ['national', false, []],
    ['general', true, []],
    ['general', false, ['plan.hub.strategic-plan']],
    ['urban-hightech', true, ['plan.hub.type']],
    ['agro-industrial', true, ['plan.hub.type']],
  ] as const)('a %s hub, in the strategic plan %s: %j', (complexType, inStrategicPlan, expected) => {
    expect(codes(hub({ complexType, inStrategicPlan }))).toEqual(expected);
  });

  it('needs every consultation, agreed or agreed with conditions', () => {
    expect(codes({ consultations: [] })).toEqual(['plan.consultation', 'plan.consultation', 'plan.consultation']);
    const first = aPlan().consultations[0]!;
    const results = (result: 'agreed' | 'conditional' | 'opposed' | 'pending') =>
      codes({ consultations: [{ ...first, result }, ...aPlan().consultations.slice(1)] });
    expect([results('conditional'), results('opposed'), results('pending')]).toEqual([
      [],
      ['plan.consultation'],
      ['plan.consultation'],
    ]);
  });
});

const sum = (values: Iterable<bigint>): bigint => [...values].reduce((a, b) => a + b, 0n);

describe('the sums of a budget', () => {
  it('are the same whole, whichever way the cube is cut', () => {
    const cell: fc.Arbitrary<BudgetCell> = fc.record({
      subProject: fc.constantFrom('a', 'b'),
      year: fc.constantFrom(2021, 2022, 2023),
      source: fc.constantFrom(...BUDGET_SOURCES),
      amount: fc.bigInt({ min: 0n, max: 10n ** 15n }).map(String),
    });
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 40 }), (cells) => {
        const { total, byYear, bySource } = budgetTotals(cells);
        expect([sum(byYear.values()), sum(bySource.values())]).toEqual([total, total]);
        expect(total).toBe(sum(cells.map(({ amount }) => BigInt(amount))));
      }),
    );
  });
});
