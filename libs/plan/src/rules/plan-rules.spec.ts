import type { LinkedSites, RoundPolicy } from '@daegaejo/round/rules';
import fc from 'fast-check';
import { aPlan, HUB } from '../../../../test/support/plan-content.js';
import { loadPolicy } from '../../../../test/support/policy.js';
import {
  type BudgetCell,
  BUDGET_SOURCES,
  budgetTotals,
  completenessFindings,
  eligibilityFindings,
  type Evidence,
  type PlanContent,
  type Site,
} from './index.js';

const POLICY = loadPolicy();
const PLEDGE: Evidence = {
  kind: 'local-funding-pledge',
  organisation: '구미시',
  status: 'attached',
  attachmentId: '00000000-0000-4000-8000-000000000000',
  note: null,
};
const hub = (change: Partial<Site>): Partial<PlanContent> => ({
  sites: [
    { ...HUB, ...change },
    { ...HUB, key: 'l1', role: 'linked-complex' },
  ],
});

describe('completeness', () => {
  it.each<[LinkedSites | undefined, readonly string[], readonly string[]]>([
    [undefined, ['sites plan.linked.missing'], []],
    ['required', ['sites plan.linked.missing'], []],
    ['allowed', [], []],
    ['refused', [], ['sites[1] plan.linked.refused']],
  ])('given linked sites are %s, then a hub alone meets %j, and a bundle %j', (linkedSites, alone, bundle) => {
    const policy = { ...POLICY, eligibility: { ...POLICY.eligibility, linkedSites } };
    const found = (content: PlanContent) =>
      completenessFindings({ content, policy, kind: 'filed' })
        .filter(({ code }) => code.startsWith('plan.linked.'))
        .map(({ field, code }) => `${field} ${code}`);
    const [first, linked] = aPlan().sites;
    expect(found(aPlan({ sites: [HUB] }))).toEqual(alone);
    expect(found(aPlan({ sites: [first ?? HUB, linked ?? HUB] }))).toEqual(bundle);
  });

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
    ['no hub', { sites: [{ ...HUB, role: 'linked-complex' }] }, 'sites plan.hub.one'],
    ['two hubs', { sites: [HUB, { ...HUB, key: 'h2' }] }, 'sites plan.hub.one'],
    ['nothing linked', { sites: [HUB] }, 'sites plan.linked.missing'],
    ['a site key twice', { sites: [HUB, { ...HUB, role: 'linked-area' }] }, 'sites[1] plan.key.twice'],
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
    [
      'money in another unit',
      { budget: [{ subProject: 'p1', year: 2021, source: 'national', amount: '100000000000001' }] },
      'budget[0].amount plan.budget.unit',
    ],
    [
      'a target counted at an unknown site',
      {
        indicators: aPlan().indicators.map((indicator) => ({
          ...indicator,
          bySite: [{ site: 'gone', targets: indicator.targets }],
        })),
      },
      'indicators[0].bySite[0].site plan.reference',
    ],
    ['a document named twice', { evidence: [PLEDGE, { ...PLEDGE, status: 'promised' }] }, 'evidence[1] plan.key.twice'],
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

describe('what a policy asks for on top', () => {
  const filed = (content: PlanContent, more: Partial<RoundPolicy['eligibility']>) =>
    completenessFindings({
      content,
      policy: { ...POLICY, eligibility: { ...POLICY.eligibility, ...more } },
      kind: 'filed',
    }).map(({ field, code }) => `${field} ${code}`);

  it('is nothing by itself', () => {
    expect(filed(aPlan({ evidence: [{ ...PLEDGE, status: 'promised', attachmentId: null }] }), {})).toEqual([]);
  });

  it('is what links each site to the hub', () => {
    const linked = (evidence: string | null): PlanContent =>
      aPlan({
        sites: aPlan().sites.map((site) => ({
          ...site,
          linkage: evidence === null ? null : { evidence, tradeWon: '196100000000' },
        })),
      });
    const asked = { linkageRequired: true };
    expect(filed(linked('기업 간 거래 1,961억원'), asked)).toEqual([]);
    for (const content of [aPlan(), linked(null), linked('  ')])
      expect(filed(content, asked)).toEqual(['sites[1].linkage plan.linkage.missing']);
  });

  it.each<[string, readonly Evidence[], readonly string[]]>([
    ['nothing', [], ['evidence plan.evidence.missing']],
    ['another document', [{ ...PLEDGE, kind: 'municipal-consent' }], ['evidence plan.evidence.missing']],
    ['it attached', [PLEDGE], []],
    [
      'it attached without a file',
      [{ ...PLEDGE, attachmentId: null }],
      ['evidence[0].attachmentId plan.evidence.attachment'],
    ],
    ['it promised', [{ ...PLEDGE, status: 'promised' }], ['evidence[0].status plan.evidence.promised']],
    ['it not needed', [{ ...PLEDGE, status: 'not-needed', note: '국비 사업' }], []],
    ['it not needed, without a word', [{ ...PLEDGE, status: 'not-needed' }], ['evidence[0].note plan.evidence.note']],
    [
      'one of two',
      [PLEDGE, { ...PLEDGE, organisation: '칠곡군', status: 'promised' }],
      ['evidence[1].status plan.evidence.promised'],
    ],
  ])('is a document: given %s', (_what, evidence, expected) => {
    expect(filed(aPlan({ evidence }), { requiredEvidence: ['local-funding-pledge'] })).toEqual(expected);
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
