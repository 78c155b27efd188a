import { basisPoints } from '@daegaejo/platform/rules';
import { type BudgetCell, EMPTY_CONTENT, type PlanContent, type Site, type SubProject } from '@daegaejo/plan/rules';
import fc from 'fast-check';
import {
  CHANGE_RULES,
  type ChangeSubject,
  changedFunding,
  classifyChange,
  type ProjectSheet,
  watchChanges,
} from './index.js';

const NONE = { source: null, fictional: true };
const site = (key: string, more: Partial<Site> = {}): Site => ({
  ...NONE,
  key,
  role: 'hub',
  name: key,
  complexType: 'national',
  constructionStartedOn: null,
  inStrategicPlan: true,
  tenants: 1,
  jobs: 2,
  ...more,
});
const project = (key: string, more: Partial<SubProject> = {}): SubProject => ({
  ...NONE,
  key,
  name: key,
  kind: 'parking',
  ministry: 'MOLIT',
  siteKeys: ['hub'],
  ...more,
});
const cell = (subProject: string, year: number, amount: number, source: BudgetCell['source'] = 'national') => ({
  subProject,
  year,
  source,
  amount: String(amount),
});
const BASE: PlanContent = {
  ...EMPTY_CONTENT,
  title: '계획',
  theme: '소재',
  sites: [site('hub'), site('port', { role: 'linked-area' })],
  subProjects: [project('a'), project('b', { ministry: 'MOTIE' })],
  budget: [cell('a', 2021, 100), cell('a', 2022, 200), cell('b', 2022, 300), cell('b', 2022, 50, 'province')],
  indicators: [
    { ...NONE, code: 'direct-hires', baseline: 0, targets: [{ year: 2021, value: 5 }], evidenceRule: '고용보험' },
  ],
  narrative: { direction: '방향', 'yearly-plan': '연차별' },
};
const SHEET: ProjectSheet = {
  implementer: '가상 공사',
  address: '가상로 1',
  representative: '가상인',
  areaSquareMetres: 1000,
  areaProof: null,
  phases: [],
  retained: ['창고'],
  landUse: '산업시설',
};
const content = (more: Partial<PlanContent>): ChangeSubject => ({
  before: BASE,
  after: { ...BASE, ...more },
  sheet: null,
});
const sheet = (more: Partial<ProjectSheet>): ChangeSubject => ({
  before: BASE,
  after: BASE,
  sheet: { before: SHEET, after: { ...SHEET, ...more } },
});
const [first, ...rest] = BASE.budget as [BudgetCell, ...BudgetCell[]];
const rules = (subject: ChangeSubject) => classifyChange(subject).claims.map(({ rule }) => rule);

describe('the class of a change', () => {
  it.each([
    ['nothing differs', content({}), null, []],
    ['rows in another order', content({ budget: BASE.budget.toReversed() }), null, []],
    ['the address', sheet({ address: '가상로 2' }), 'minor', ['minor.address']],
    ['the representative', sheet({ representative: '다른 가상인' }), 'minor', ['minor.representative']],
    [
      'an area that was measured wrong',
      sheet({ areaSquareMetres: 990, areaProof: '가상 측량 1' }),
      'minor',
      ['minor.area-error'],
    ],
    ['an area without proof of an error', sheet({ areaSquareMetres: 990 }), 'major', ['major.other']],
    ['carried out in parts', sheet({ phases: ['1공구', '2공구'] }), 'minor', ['minor.split']],
    [
      'carried out in parts of another area',
      sheet({ phases: ['1공구'], areaSquareMetres: 2000 }),
      'major',
      ['major.other'],
    ],
    ['what stays where it is', sheet({ retained: [] }), 'minor', ['minor.retained']],
    ['what stays, under another use of the land', sheet({ retained: [], landUse: '주거' }), 'major', ['major.other']],
    ['another implementer', sheet({ implementer: '다른 공사' }), 'major', ['major.implementer']],
    [
      'money moved to another year',
      content({ budget: [cell('a', 2021, 60), cell('a', 2022, 240), ...rest.slice(1)] }),
      'minor',
      ['minor.yearly-plan'],
    ],
    [
      'the same with its text',
      content({
        budget: [cell('a', 2023, 100), ...rest],
        narrative: { ...BASE.narrative, 'yearly-plan': '고친 연차별 계획' },
      }),
      'minor',
      ['minor.yearly-plan'],
    ],
    ['the text alone', content({ narrative: { ...BASE.narrative, 'yearly-plan': '고침' } }), 'major', ['major.other']],
    ['one won more', content({ budget: [cell('a', 2021, 101), ...rest] }), 'major', ['major.total']],
    ['one won less', content({ budget: [cell('a', 2021, 99), ...rest] }), 'major', ['major.total']],
    [
      'money from one sub-project to another',
      content({ budget: [cell('a', 2021, 90), cell('b', 2021, 10), ...rest] }),
      'major',
      ['major.allocation'],
    ],
    [
      'money from one source to another',
      content({ budget: [cell('a', 2021, 90), cell('a', 2021, 10, 'private'), ...rest] }),
      'major',
      ['major.allocation'],
    ],
    [
      'a sub-project of another ministry',
      content({ subProjects: [project('a', { ministry: 'MSS' }), project('b', { ministry: 'MOTIE' })] }),
      'major',
      ['major.allocation'],
    ],
    [
      'a sub-project dropped with its money',
      content({ subProjects: [project('a')], budget: [first, rest[0] as BudgetCell] }),
      'major',
      ['major.total', 'major.sub-projects'],
    ],
    [
      'a sub-project at one more site: no row came',
      content({ subProjects: [project('a', { siteKeys: ['hub', 'port'] }), project('b', { ministry: 'MOTIE' })] }),
      'major',
      ['major.other'],
    ],
    [
      'how many work there',
      content({ sites: [site('hub', { jobs: 9 }), BASE.sites[1] as Site] }),
      'major',
      ['major.other'],
    ],
    ['a site less', content({ sites: [site('hub')] }), 'goal', ['goal.sites']],
    [
      'another hub',
      content({ sites: [site('hub', { role: 'linked-complex' }), BASE.sites[1] as Site] }),
      'goal',
      ['goal.sites'],
    ],
    [
      'a target lowered',
      content({
        indicators: [{ ...(BASE.indicators[0] as never as object), targets: [{ year: 2021, value: 4 }] } as never],
      }),
      'goal',
      ['goal.targets'],
    ],
    ['an indicator given up', content({ indicators: [] }), 'goal', ['goal.targets']],
    [
      'a note on where a target comes from',
      content({ indicators: [{ ...(BASE.indicators[0] as never as object), source: '다른 출처' } as never] }),
      'major',
      ['major.other'],
    ],
  ] as const)('%s', (_what, subject, expected, by) => {
    const found = classifyChange(subject as ChangeSubject);
    expect([found.class, found.claims.map(({ rule }) => rule)]).toEqual([expected, [...by]]);
  });

  it('names the article of every rule', () => {
    for (const { source } of CHANGE_RULES) expect(source).toMatch(/제\d+조/);
    expect(rules(sheet({ address: 'x', implementer: 'y' }))).toEqual(['major.implementer', 'minor.address']);
  });
});

const anyBudget = fc.uniqueArray(
  fc.record({
    subProject: fc.constantFrom('a', 'b', 'c'),
    year: fc.constantFrom(2021, 2022, 2023),
    source: fc.constantFrom('national', 'province', 'private'),
    amount: fc.integer({ min: 0, max: 5 }).map(String),
  }),
  { selector: ({ subProject, year, source }) => `${subProject} ${year} ${source}`, maxLength: 8 },
);
const anyContent = fc.record({
  title: fc.constantFrom('가', '나'),
  sites: fc.subarray([site('hub'), site('port'), site('hub-2', { name: 'x' })]),
  subProjects: fc.subarray([project('a'), project('b'), project('c', { ministry: 'MSS' })]),
  budget: anyBudget,
  indicators: fc.subarray([
    ...BASE.indicators,
    { ...NONE, code: 'company-supports' as const, baseline: null, targets: [{ year: 2021, value: 1 }] },
  ]),
  narrative: fc.record({ 'yearly-plan': fc.constantFrom('', '하나', '둘') }),
});
const anySheet = fc.record({
  implementer: fc.constantFrom('가', '나'),
  areaSquareMetres: fc.constantFrom(1, 2),
  areaProof: fc.constantFrom(null, '측량'),
  phases: fc.subarray(['1', '2']),
  landUse: fc.constantFrom('가', '나'),
});
const anySubject = fc
  .record({ left: anyContent, right: anyContent, was: anySheet, is: anySheet })
  .map(({ left, right, was, is }): ChangeSubject => ({
    before: { ...EMPTY_CONTENT, ...left } as PlanContent,
    after: { ...EMPTY_CONTENT, ...right } as PlanContent,
    sheet: { before: { ...SHEET, ...was }, after: { ...SHEET, ...is } },
  }));

describe('the class of a change, in general', () => {
  it('puts every difference under exactly one rule', () => {
    fc.assert(
      fc.property(anySubject, (subject) => {
        const { claims, diff, sheet: sheets } = classifyChange(subject);
        const claimed = claims.flatMap(({ paths }) => paths);
        expect(claimed.toSorted()).toEqual([...diff.changes, ...sheets].map(({ path }) => path).toSorted());
      }),
    );
  });

  it('calls nothing minor that moves the total, a sub-project’s or a source’s money, a target, a site or a sub-project', () => {
    fc.assert(
      fc.property(anySubject, (subject) => {
        const { class: found, diff } = classifyChange(subject);
        if (found !== 'minor') return;
        expect(diff.budget.total.delta).toBe('0');
        for (const { delta } of [...Object.values(diff.budget.bySource), ...Object.values(diff.indicators)])
          expect(delta).toBe('0');
        expect(diff.subProjects).toMatchObject({ added: 0, removed: 0 });
        expect(diff.changes.filter(({ section }) => section === 'sites' || section === 'indicators')).toEqual([]);
      }),
    );
  });

  it('is nothing only where nothing differs, and the class of the weightiest rule', () => {
    fc.assert(
      fc.property(anySubject, (subject) => {
        const { class: found, claims, diff, sheet: sheets } = classifyChange(subject);
        expect(found === null).toBe(diff.changes.length + sheets.length === 0);
        for (const kind of ['goal', 'major'] as const)
          if (claims.some((claim) => claim.class === kind)) {
            expect(found).toBe(kind);
            return;
          }
      }),
    );
  });
});

describe('the money after a change', () => {
  const lines = [
    { year: 2021, ministry: 'MOLIT', source: 'national', amount: 120n },
    { year: 2022, ministry: 'MOTIE', source: 'national', amount: 300n },
  ];
  it('follows the budget by year, ministry and source, and keeps what was fixed otherwise', () => {
    const after = { ...BASE, budget: [cell('a', 2021, 70), cell('a', 2023, 30), ...rest] };
    expect(changedFunding(lines, BASE, after)).toEqual({
      moved: true,
      findings: [],
      lines: [
        { year: 2021, ministry: 'MOLIT', source: 'national', amount: 90n },
        { year: 2022, ministry: 'MOTIE', source: 'national', amount: 300n },
        { year: 2023, ministry: 'MOLIT', source: 'national', amount: 30n },
      ],
    });
  });

  it('does not move where the budget did not, and never falls below nothing', () => {
    expect(changedFunding(lines, BASE, BASE)).toMatchObject({ moved: false, lines });
    const without = { ...BASE, subProjects: [project('a')], budget: [first] };
    expect(changedFunding(lines, BASE, without).findings).toEqual([
      {
        field: 'parts.budget',
        code: 'change.funding.short',
        params: { year: 2022, ministry: 'MOLIT', source: 'national', short: '200' },
      },
      {
        field: 'parts.budget',
        code: 'change.funding.short',
        params: { year: 2022, ministry: 'MOTIE', source: 'province', short: '50' },
      },
    ]);
  });

  it('moves the sum of the lines by what the total moved, whatever changed', () => {
    fc.assert(
      fc.property(anySubject, fc.bigInt({ min: 0n, max: 9n }), ({ before, after }, more) => {
        const held = [{ year: 2021, ministry: 'MOLIT', source: 'national', amount: more }];
        const { lines: next, findings } = changedFunding(held, before, after);
        if (findings.length > 0) return;
        const total = next.reduce((sum, { amount }) => sum + amount, 0n) - more;
        expect(String(total)).toBe(classifyChange({ before, after, sheet: null }).diff.budget.total.delta);
      }),
    );
  });
});

describe('what changes add up to', () => {
  it('is measured against what was confirmed, up and down told apart from the net', () => {
    const up = { ...BASE, budget: [cell('a', 2021, 165), ...rest] };
    const down = { ...BASE, subProjects: [project('a')], budget: [cell('a', 2021, 165), rest[0] as BudgetCell] };
    const watch = watchChanges([BASE, up, down], ['major', 'major', 'minor'], 1000);
    expect(watch).toMatchObject({
      changes: 3,
      byClass: { minor: 1, major: 2, goal: 0 },
      total: { before: '650', after: '365', delta: '-285' },
      totalBp: -4385,
      movedWon: 415n,
      subProjects: { added: 0, dropped: 1, kept: 1 },
      flags: [
        { code: 'total', bp: -4385, limitBp: 1000 },
        { code: 'moved', bp: 6385, limitBp: 1000 },
      ],
    });
    expect(watchChanges([BASE, up, down], ['major']).flags).toEqual([]);
    expect(watchChanges([BASE], [], 1)).toMatchObject({ changes: 0, totalBp: 0, flags: [] });
  });

  it.each([
    [1n, 0n, null],
    [1n, 20_000n, 1],
    [-1n, 20_000n, -1],
    [1n, 20_001n, 0],
    [-1n, 20_001n, 0],
    [10n ** 15n, 10n ** 15n, 10_000],
  ])('%s of %s is %s basis points', (part, whole, bp) => {
    expect(basisPoints(part, whole)).toBe(bp);
  });
});
