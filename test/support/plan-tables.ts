import type { PlanTables, PlanTablesGround } from '@daegaejo/plan/rules';
import {
  ALL_INDICATORS,
  BUDGET_SOURCES,
  type BudgetCell,
  type Indicator,
  type Site,
  SITE_ROLES,
  SUB_PROJECT_MENU,
  type SubProject,
  type YearTarget,
} from '@daegaejo/plan/rules';
import { COMPLEX_TYPES } from '@daegaejo/round/rules';
import fc from 'fast-check';

export const TABLES_GROUND: PlanTablesGround = {
  fundingYears: [2021, 2022, 2023],
  ministries: [
    { code: 'MOLIT', shortName: '국토부', names: ['국토교통부'] },
    { code: 'MOTIE', shortName: '산업부', names: ['산업통상자원부', '산업통상부'] },
  ],
};

const SITE: Site = {
  key: 'hub',
  role: 'hub',
  name: '구미국가',
  complexType: 'national',
  constructionStartedOn: '1969-01-01',
  inStrategicPlan: false,
  tenants: 1_900,
  jobs: null,
  source: '시·도 자료',
  fictional: true,
};

/** Tables of a plan with one of everything a sheet carries. */
export const PLAN_TABLES: PlanTables = {
  sites: [
    SITE,
    {
      ...SITE,
      key: 'L1',
      role: 'linked-complex',
      inStrategicPlan: true,
      source: null,
      fictional: false,
      linkage: { evidence: '부품을 대는 기업이 많음', tradeWon: '196100000001' },
    },
  ],
  subProjects: [
    {
      key: 'P1',
      name: '재생',
      kind: 'regeneration',
      ministry: 'MOLIT',
      siteKeys: ['hub', 'L1'],
      source: null,
      fictional: true,
    },
    { key: 'P2', name: '고용', kind: 'employment', ministry: 'MOTIE', siteKeys: [], source: '', fictional: false },
  ],
  budget: [
    { subProject: 'P1', year: 2021, source: 'national', amount: '1000000000' },
    { subProject: 'P1', year: 2021, source: 'province', amount: '500000000' },
    { subProject: 'P2', year: 2023, source: 'other', amount: '12000000' },
    { subProject: 'P1', year: 2022, source: 'national', amount: '0' },
  ],
  indicators: [
    {
      code: 'direct-hires',
      baseline: 0,
      targets: [
        { year: 2022, value: 20 },
        { year: 2021, value: 10 },
      ],
      evidenceRule: '고용보험 피보험자 수',
      bySite: [
        { site: 'hub', targets: [{ year: 2021, value: 6 }] },
        { site: 'L1', targets: [{ year: 2021, value: 4 }] },
      ],
      source: null,
      fictional: true,
    },
    { code: 'induced-jobs', baseline: null, targets: [], source: null, fictional: false },
  ],
};

/** Texts as a draft may hold them: blanks around them, decomposed letters, line breaks, signs of formulas. */
const words = fc.constantFrom(
  '가',
  '나 다',
  '=1+1',
  '-',
  '_x0041_',
  '시·도',
  ' 끝 ',
  '한글'.normalize('NFD'),
  'a\nb',
  '1,000',
  '<&>"',
  '2021',
);
const text = fc.array(words, { maxLength: 3 }).map((parts) => parts.join(''));
const nullableText = fc.option(text);
const year = fc.constantFrom(2021, 2022, 2023);
const keys = (prefix: string) =>
  fc
    .uniqueArray(fc.constantFrom('1', ' 2', '가', '나'.normalize('NFD'), 'a,b', 'smart'), { maxLength: 5 })
    .map((own) => own.map((key) => `${key}${prefix}`));
const provenance = { source: nullableText, fictional: fc.boolean() };

const site = (key: string): fc.Arbitrary<Site> =>
  fc.record(
    {
      key: fc.constant(key),
      role: fc.constantFrom(...SITE_ROLES),
      name: text,
      complexType: fc.constantFrom(...COMPLEX_TYPES),
      constructionStartedOn: fc.option(fc.constantFrom('1969-01-01', '2020-02-29')),
      inStrategicPlan: fc.boolean(),
      tenants: fc.option(fc.nat(1_000_000)),
      jobs: fc.option(fc.nat(10_000_000)),
      linkage: fc.option(fc.record({ evidence: text, tradeWon: fc.option(fc.constantFrom('0', '1', '196100000000')) })),
      ...provenance,
    },
    {
      requiredKeys: [
        'key',
        'role',
        'name',
        'complexType',
        'constructionStartedOn',
        'inStrategicPlan',
        'tenants',
        'jobs',
        'source',
        'fictional',
      ],
    },
  );

const subProject = (key: string, sites: readonly string[]): fc.Arbitrary<SubProject> =>
  fc.record({
    key: fc.constant(key),
    name: text,
    kind: fc.constantFrom(...SUB_PROJECT_MENU),
    ministry: fc.constantFrom('MOLIT', 'MOTIE', 'UNKNOWN'),
    siteKeys: fc.subarray([...sites]),
    ...provenance,
  });

const amount = fc.oneof(
  fc.constant(0n),
  fc.bigInt({ min: 0n, max: 99_999_999n }).map((n) => n * 1_000_000n),
  fc.bigInt({ min: 0n, max: 100_000_000_000_000n }),
);
const budget = (projects: readonly string[]): fc.Arbitrary<BudgetCell[]> =>
  projects.length === 0
    ? fc.constant([])
    : fc.uniqueArray(
        fc.record({
          subProject: fc.constantFrom(...projects),
          year,
          source: fc.constantFrom(...BUDGET_SOURCES),
          amount: amount.map(String),
        }),
        { maxLength: 20, selector: (cell) => `${cell.subProject} ${cell.year} ${cell.source}` },
      );

const targets: fc.Arbitrary<YearTarget[]> = fc.uniqueArray(fc.record({ year, value: fc.nat(100_000_000) }), {
  selector: (target) => target.year,
  maxLength: 3,
});
const indicator = (code: Indicator['code'], sites: readonly string[]): fc.Arbitrary<Indicator> =>
  fc.record(
    {
      code: fc.constant(code),
      baseline: fc.option(fc.nat(100_000_000)),
      targets,
      evidenceRule: nullableText,
      bySite: fc
        .subarray([...sites])
        .chain((own) => fc.tuple(...own.map((key) => targets.map((list) => ({ site: key, targets: list }))))),
      ...provenance,
    },
    { requiredKeys: ['code', 'baseline', 'targets', 'source', 'fictional'] },
  );

/** Tables that hold together, with whatever texts and figures a draft may hold. */
export const aPlanTables: fc.Arbitrary<PlanTables> = fc
  .tuple(keys('s'), keys('p'), fc.subarray([...ALL_INDICATORS]))
  .chain(([sites, projects, codes]) =>
    fc.record({
      sites: fc.tuple(...sites.map(site)),
      subProjects: fc.tuple(...projects.map((key) => subProject(key, sites))),
      budget: budget(projects),
      indicators: fc.tuple(...codes.map((code) => indicator(code, sites))),
    }),
  );
