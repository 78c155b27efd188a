import { sentence } from '@daegaejo/platform';
import fc from 'fast-check';
import { aPlan, HUB } from '../../../../test/support/plan-content.js';
import { loadPolicy } from '../../../../test/support/policy.js';
import { WARNING_MESSAGES } from '../warning-messages.js';
import { amountFindings, type BudgetCell, type Indicator, type PlanContent, planWarnings } from './index.js';

const POLICY = loadPolicy();
const [FIRST = 0, SECOND = 0, THIRD = 0] = POLICY.fundingYears;
const EOK = 100_000_000n;
const HIRES = { indicator: 'direct-hires' };

const cell = (subProject: string, year: number, amount: bigint, source: BudgetCell['source'] = 'national') => ({
  subProject,
  year,
  source,
  amount: String(amount),
});
const project = (key: string, siteKeys: readonly string[]) => ({
  ...aPlan().subProjects[0]!,
  key,
  name: key,
  siteKeys,
});
const figure = (code: string, value: string, unit: string) => ({
  code,
  label: code,
  value,
  unit,
  source: null,
  fictional: true,
});
/** 300억원 over three years for one sub-project on both sides, 240억원 of it national. */
const sound = (change: Partial<PlanContent> = {}): PlanContent =>
  aPlan({
    subProjects: [project('p1', ['hub', 'l1'])],
    budget: POLICY.fundingYears.flatMap((year) => [
      cell('p1', year, 80n * EOK),
      cell('p1', year, 12n * EOK, 'province'),
      cell('p1', year, 3n * EOK, 'municipal'),
      cell('p1', year, 5n * EOK, 'private'),
    ]),
    ...change,
  });
const warned = (content: PlanContent) =>
  planWarnings(content, POLICY).map(({ field, code, params }) => [field, code.replace('plan.warning.', ''), params]);

describe('warnings about a plan', () => {
  it('are none where everything matches', () => {
    const figures = [
      figure('total-budget', '300', '억원'),
      figure('national-budget', '24,000', '백만원'),
      figure('local-budget', '45', '억원'),
      figure('private-budget', '1500000000', '원'),
      figure('first-year-budget', '100', '억원'),
      figure('sub-projects', '1', '건'),
      figure('jobs', '3', '명'),
      figure('firms', '369', '개'),
      figure('constructor', '1', '개'),
    ];
    expect(warned(sound({ reportedFigures: figures }))).toEqual([]);
  });

  it.each([
    ['299', '억원', true],
    ['301', '억원', true],
    ['29,999.5', '백만원', true],
    ['0.03', '조원', false],
    ['0.0', '조원', false],
    ['0.1', '조원', false],
    ['0.2', '조원', true],
  ])('take %s%s for 300억원 written less finely, or not: %s', (value, unit, differs) => {
    const found = warned(sound({ reportedFigures: [figure('total-budget', value, unit)] }));
    expect(found.map(([, code]) => code)).toEqual(differs ? ['total'] : []);
  });

  it('explain a total in 억원, to the won', () => {
    const [found] = planWarnings(sound({ reportedFigures: [figure('total-budget', '301.5', '억원')] }), POLICY);
    expect(found).toEqual({
      field: 'reportedFigures[0].value',
      code: 'plan.warning.total',
      params: { label: 'total-budget', reported: '301.5', computed: '300', difference: '-1.5' },
    });
    expect(sentence(WARNING_MESSAGES, 'ko', 'plan.warning.total', found?.params)).toContain(
      '301.5억원으로 적혀 있으나 재원표의 합계는 300억원입니다',
    );
  });

  it.each([
    ['sub-projects', '37', '건', 'sub-projects', { label: 'sub-projects', reported: 37, computed: 1 }],
    ['jobs', '21,000', '명', 'targets', { ...HIRES, label: 'jobs', reported: 21_000, computed: 3 }],
    ['direct-hires', '4', '명', 'targets', { ...HIRES, label: 'direct-hires', reported: 4, computed: 3 }],
    ['total-budget', '약 300', '억원', 'unreadable', { label: 'total-budget', value: '약 300', unit: '억원' }],
    ['national-budget', '240', '명', 'unreadable', { label: 'national-budget', value: '240', unit: '명' }],
    ['jobs', '2만', '명', 'unreadable', { label: 'jobs', value: '2만', unit: '명' }],
  ])('say that %s "%s" %s does not match, or cannot be compared', (code, value, unit, warning, params) => {
    expect(warned(sound({ reportedFigures: [figure(code, value, unit)] }))).toEqual([
      ['reportedFigures[0].value', warning, params],
    ]);
  });

  it('hold the parts of the sites against the target of their year', () => {
    const [hires, ...rest] = sound().indicators as [Indicator, ...Indicator[]];
    const parts = (hub: number, linked: number): Indicator => ({
      ...hires,
      bySite: [
        { site: 'hub', targets: POLICY.fundingYears.map((year) => ({ year, value: hub })) },
        { site: 'l1', targets: [{ year: FIRST, value: linked }] },
      ],
    });
    expect(warned(sound({ indicators: [parts(1, 0), ...rest] }))).toEqual([]);
    expect(warned(sound({ indicators: [parts(0, 1), ...rest] }))).toEqual(
      [SECOND, THIRD].map((year) => ['indicators[0].bySite', 'by-site', { ...HIRES, year, target: 1, computed: 0 }]),
    );
  });

  it('name sub-projects at no site, and years without money', () => {
    const content = sound({
      subProjects: [project('p1', ['hub', 'l1']), project('p2', [])],
      budget: [...sound().budget, cell('p2', FIRST, EOK), cell('p2', SECOND, 0n)],
    });
    expect(warned(content)).toEqual([
      ['subProjects[1].siteKeys', 'no-site', { name: 'p2' }],
      ['subProjects[1]', 'no-money', { name: 'p2', years: `${SECOND}, ${THIRD}` }],
    ]);
  });

  it.each([
    [80n, 20n, { hub: '2.4', linked: '0.6', both: '240', share: 80, rest: 20 }],
    [20n, 80n, { hub: '0.6', linked: '2.4', both: '240', share: 20, rest: 80 }],
    [79n, 21n, null],
    [1n, 0n, { hub: '0.03', linked: '0', both: '240', share: 100, rest: 0 }],
  ])('say when %d to %d of the national money of one side is on the hub', (hub, linked, params) => {
    const money = (key: string, amount: bigint) =>
      POLICY.fundingYears.map((year) => cell(key, year, (amount * EOK) / 100n));
    const content = sound({
      subProjects: [project('p1', ['hub', 'l1']), project('h', ['hub']), project('l', ['l1', 'gone'])],
      budget: [...sound().budget, ...money('h', hub), ...money('l', linked)],
    });
    const expected = params === null ? [] : [['budget', 'imbalance', params]];
    expect(warned(content).filter(([, code]) => code === 'imbalance')).toEqual(expected);
  });

  it('are silent about sides where there is only one', () => {
    expect(warned(sound({ sites: [HUB] })).filter(([, code]) => code === 'imbalance')).toEqual([]);
  });

  it('name amounts that look like another unit, once for all of a kind', () => {
    const budget = [
      ...sound().budget,
      cell('p1', FIRST, 3_000n, 'other'),
      cell('p1', SECOND, 5n, 'other'),
      cell('p1', THIRD, 20_000_000_000_000n, 'other'),
    ];
    expect(warned(sound({ budget }))).toEqual([
      ['budget[12].amount', 'unit-small', { count: 2, won: '3,000', meant: '3,000,000,000' }],
      ['budget[14].amount', 'unit-large', { count: 1, won: '20,000,000,000,000', eok: '200,000' }],
    ]);
  });

  it('never stop: whatever a draft holds, they are told and change nothing', () => {
    const text = fc.oneof(
      fc.constantFrom('9,926', '0', '-1', '1e9', '9'.repeat(40)),
      fc.string({ maxLength: 8 }).filter((value) => !/[{}]/.test(value)),
    );
    const content = fc.record({
      budget: fc.array(
        fc.record({
          subProject: fc.constantFrom('p1', 'p9'),
          year: fc.constantFrom(FIRST, 2050),
          source: fc.constantFrom('national' as const, 'other' as const),
          amount: text,
        }),
        { maxLength: 5 },
      ),
      reportedFigures: fc.array(
        fc
          .tuple(
            fc.constantFrom('total-budget', 'jobs', 'sub-projects', 'toString'),
            text,
            fc.constantFrom('억원', '명'),
          )
          .map(([code, value, unit]) => figure(code, value, unit)),
        { maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(content, (change) => {
        const plan = sound(change);
        const before = JSON.stringify(plan);
        for (const { code, params } of planWarnings(plan, POLICY))
          expect(sentence(WARNING_MESSAGES, 'ko', code, params)).not.toMatch(/[{}]|undefined/);
        expect(JSON.stringify(plan)).toBe(before);
      }),
      { numRuns: 100 },
    );
  });
});

describe('an amount that cannot stand', () => {
  it.each([
    ['100000000000000', null],
    ['100000000000001', 'plan.budget.unit'],
    ['99260000000000000000', 'plan.budget.unit'],
    ['1000.5', 'field.won'],
    ['-1', 'field.won'],
    ['1,000', 'field.won'],
    ['9'.repeat(50), 'field.won'],
  ])('%s is refused as %s', (amount, code) => {
    const budget = [{ subProject: 'p1', year: FIRST, source: 'national' as const, amount }];
    expect(amountFindings(budget).map((finding) => finding.code)).toEqual(code === null ? [] : [code]);
  });

  it('says what it would be in 억원: a plan a hundred million times too large', () => {
    const [found] = amountFindings([cell('p1', FIRST, 9_926n * EOK * EOK)]);
    expect(sentence(WARNING_MESSAGES, 'ko', 'plan.budget.unit', found?.params)).toContain(
      '99,260,000,000,000,000,000원은 992,600,000,000억원입니다',
    );
  });
});
