import fc from 'fast-check';
import { ALL_INDICATORS, type AnyIndicator } from '@daegaejo/plan/rules';
import type { ExecutionRules } from '@daegaejo/round/rules';
import {
  attainmentBp,
  type Counted,
  executionRateBp,
  MEASURES,
  moneyToSpend,
  placedTargets,
  progressBp,
  proposeFinal,
  proposeReview,
  type RegionFigures,
  reviewFindings,
  scoreOf,
  siteLevel,
  sitesOf,
  sumLevels,
  UNPLACED,
  upTo,
} from './index.js';

const RULES: ExecutionRules = {
  lights: [
    { light: 'green', fromBp: 9_000 },
    { light: 'yellow', fromBp: 7_000 },
    { light: 'red', fromBp: 6_000 },
  ],
  weights: { progressBp: 4_000, executionBp: 3_000, indicatorsBp: 3_000 },
  correctiveBelowBp: 6_000,
  twoReds: 'stop',
};
const YEARS = [2021, 2022, 2023];

describe('실집행률', () => {
  it.each([
    ['all of it', 100n, 100n, 10_000],
    ['a won short of 60%', 5_999_999_999n, 10_000_000_000n, 5_999],
    ['more than was granted', 150n, 100n, 15_000],
    ['of nothing', 5n, 0n, null],
    ['beyond 2^53', 9_007_199_254_740_993n, 9_007_199_254_740_994n, 9_999],
  ])('given %s', (_what, spent, granted, expected) => {
    expect(executionRateBp(spent, granted)).toBe(expected);
  });

  it('is measured against the grants where there are some, and against the plan where there are none, source by source', () => {
    const planned = [
      { source: 'national', amount: 100n },
      { source: 'province', amount: 40n },
      { source: 'private', amount: 0n },
    ];
    const national = { source: 'national', amount: 80n };
    expect(moneyToSpend([], planned)).toEqual({ amount: 140n, basis: 'planned' });
    expect(moneyToSpend([national], planned)).toEqual({ amount: 120n, basis: 'mixed' });
    expect(moneyToSpend([national, { source: 'province', amount: 40n }], planned)).toEqual({
      amount: 120n,
      basis: 'granted',
    });
  });
});

describe('the score of a year', () => {
  it.each([
    // 0.4 × 95% + 0.3 × 80% + 0.3 × (100% + 90% + 50%) ÷ 3
    ['of all parts', { progressBp: 9_500, executionBp: 8_000, indicatorsBp: [12_000, 9_000, 5_000] }, 8_600],
    ['without sub-projects', { progressBp: null, executionBp: 8_000, indicatorsBp: [10_000] }, 9_000],
    ['without a target yet', { progressBp: 9_000, executionBp: 8_000, indicatorsBp: [null, null, null] }, 8_571],
    ['of nothing', { progressBp: null, executionBp: null, indicatorsBp: [] }, null],
  ])('%s', (_what, parts, expected) => {
    expect(scoreOf(parts, RULES.weights)).toBe(expected);
  });

  it('lies between the worst and the best part, whatever the weights', () => {
    const bp = fc.integer({ min: 0, max: 20_000 });
    fc.assert(
      fc.property(bp, bp, fc.array(bp, { minLength: 1, maxLength: 3 }), fc.nat(10_000), (p, e, i, w) => {
        const weights = { progressBp: w, executionBp: 10_000 - w, indicatorsBp: 3_000 };
        const score = scoreOf({ progressBp: p, executionBp: e, indicatorsBp: i }, weights) ?? -1;
        const all = [p, e, ...i].map((part) => Math.min(part, 10_000));
        expect(score).toBeGreaterThanOrEqual(Math.min(...all));
        expect(score).toBeLessThanOrEqual(Math.max(...all));
      }),
    );
  });

  it('takes progress as the plain mean', () => {
    expect([progressBp([100, 50, 0]), progressBp([]), progressBp([33])]).toEqual([5_000, null, 3_300]);
  });
});

describe('what the rules propose', () => {
  const parts = (bp: number, executionBp = bp) => ({ progressBp: bp, executionBp, indicatorsBp: [bp, bp, bp] });
  it.each([
    ['green', parts(9_500), null, ['green', 'continue', false]],
    ['yellow', parts(8_000), 'red', ['yellow', 'continue', false]],
    ['a low rate under a good light', parts(10_000, 5_999), null, ['yellow', 'continue', true]],
    ['red', parts(6_500), 'yellow', ['red', 'reduce', true]],
    ['red after red', parts(6_500), 'red', ['red', 'stop', true]],
    ['failed', parts(5_000), null, ['failed', 'stop', true]],
  ] as const)('given %s', (_what, given, previous, expected) => {
    const { light, decision, corrective } = proposeReview(given, RULES, previous);
    expect([light, decision, corrective]).toEqual(expected);
  });

  it('given a policy without the rule of two reds, then a second red is reduced again', () => {
    expect(proposeReview(parts(6_500), { ...RULES, twoReds: 'none' }, 'red').decision).toBe('reduce');
  });

  it('given a departure without a reason, or a corrective plan that was not asked for, then it is named', () => {
    const proposal = proposeReview(parts(6_500), RULES, null);
    const words = {
      light: 'red',
      decision: 'reduce',
      reason: null,
      correctiveDueAt: '2022-05-01',
      panel: ['위원'],
      heldOn: '2022-04-01',
    } as const;
    const at = { now: '2022-04-01', today: '2022-04-01', before: null, asked: null };
    const codes = (change: object) => reviewFindings({ ...words, ...change }, proposal, at).map(({ code }) => code);
    const unknown = proposeReview({ progressBp: null, executionBp: null, indicatorsBp: [null] }, RULES, null);
    const judged = { ...words, light: unknown.light, decision: unknown.decision, correctiveDueAt: null };
    expect(unknown.score).toBeNull();
    expect(reviewFindings(judged as never, unknown, at).map(({ code }) => code)).toEqual(['execution.score.none']);
    expect(reviewFindings({ ...judged, reason: '사유' } as never, unknown, at)).toEqual([]);
    expect(codes({})).toEqual([]);
    expect(codes({ light: 'yellow' })).toEqual(['execution.light.reason']);
    expect(codes({ light: 'yellow', decision: 'continue', reason: '사유' })).toEqual([]);
    expect(codes({ decision: 'suspend' })).toEqual(['execution.decision.reason']);
    expect(codes({ correctiveDueAt: null })).toEqual(['execution.corrective.due']);
    expect(codes({ correctiveDueAt: '2022-03-01' })).toEqual(['execution.due-past']);
    const again = (change: object) =>
      reviewFindings({ ...words, ...change }, proposal, { ...at, before: 1, asked: 2021 }).map(({ code }) => code);
    expect(again({})).toEqual(['execution.review.correction', 'execution.corrective.asked']);
    expect(again({ reason: '사유', correctiveDueAt: null })).toEqual([]);
    expect(codes({ panel: [], heldOn: '2022-04-02' })).toEqual(['execution.review.panel', 'execution.review.ahead']);
  });

  it.each([
    [9_500, 'achieved'],
    [7_500, 'partly-achieved'],
    [6_500, 'partly-achieved'],
    [4_000, 'not-achieved'],
  ])('given %i of the three years, then the verdict is %s', (bp, verdict) => {
    expect(proposeFinal(parts(bp), RULES).verdict).toBe(verdict);
  });
});

const counted = fc.record<Counted>({
  site: fc.constantFrom('hub', 'linked-1', 'linked-2', UNPLACED),
  code: fc.constantFrom<AnyIndicator[]>(...ALL_INDICATORS),
  year: fc.constantFrom(...YEARS),
  value: fc.integer({ min: 0, max: 10_000_000 }),
});
const region = fc.record<RegionFigures>({
  confirmed: fc.array(counted, { maxLength: 12 }),
  target: fc.array(counted, { maxLength: 12 }),
  attained: fc.array(counted, { maxLength: 12 }),
});

describe('the roll-up', () => {
  it('given any cohorts, then every level is the sum of the one below, down to the rows, and nothing is added across indicators', () => {
    fc.assert(
      fc.property(fc.array(fc.array(region, { maxLength: 4 }), { maxLength: 3 }), (nation) => {
        const cohorts = nation.map((regions) =>
          sumLevels(regions.map((one) => sumLevels(sitesOf(one).map((site) => siteLevel(one, site, YEARS))))),
        );
        const total = sumLevels(cohorts);
        for (const { code, byYear, ...sums } of total)
          for (const measure of MEASURES) {
            const rows = nation.flat().flatMap((one) => one[measure].filter((row) => row.code === code));
            expect(sums[measure]).toBe(rows.reduce((sum, { value }) => sum + value, 0));
            expect(sums[measure]).toBe(byYear.reduce((sum, year) => sum + year[measure], 0));
            expect(sums[measure]).toBe(
              cohorts.reduce((sum, level) => sum + (level.find((found) => found.code === code)?.[measure] ?? 0), 0),
            );
          }
      }),
      { numRuns: 60 },
    );
  });

  it('given sites that do not account for a target, then the rest stands by itself and the plan keeps its sum', () => {
    const rows = placedTargets([
      {
        code: 'direct-hires',
        baseline: null,
        source: null,
        fictional: true,
        targets: [
          { year: 2021, value: 100 },
          { year: 2022, value: 50 },
        ],
        bySite: [
          { site: 'hub', targets: [{ year: 2021, value: 70 }] },
          { site: 'linked-1', targets: [{ year: 2021, value: 20 }] },
        ],
      },
    ]);
    expect(rows.map(({ site, year, value }) => `${site} ${year} ${value}`)).toEqual([
      'hub 2021 70',
      'linked-1 2021 20',
      '- 2021 10',
      '- 2022 50',
    ]);
  });

  it('measures attainment against the targets up to the end of the year, uncapped', () => {
    const figures: RegionFigures = {
      confirmed: [],
      target: [2021, 2022].map((year) => ({ site: 'hub', code: 'direct-hires', year, value: 100 })),
      attained: [{ site: 'hub', code: 'direct-hires', year: 2021, value: 150 }],
    };
    const level = siteLevel(figures, 'hub', YEARS);
    expect(attainmentBp(level, 'direct-hires', 2021)).toBe(15_000);
    expect(attainmentBp(level, 'direct-hires', 2022)).toBe(7_500);
    expect(attainmentBp(level, 'support-facilities', 2022)).toBeNull();
    expect(upTo(level, 'direct-hires', 2021)).toEqual({ confirmed: 0, target: 100, attained: 150 });
  });
});
