import fc from 'fast-check';
import { bruteForce } from './brute-force.js';
import { composePortfolio, drained, type PortfolioPlan, type PortfolioRules } from './index.js';

const PROVINCES = ['A', 'B', 'C', 'D'];
const MINISTRIES = ['MOLIT', 'MOTIE', 'MOEL'];
const YEARS = [2021, 2022];

const won = fc.integer({ min: 0, max: 30 }).map((n) => BigInt(n) * 1_000_000_000n);
const planAt = (at: number): fc.Arbitrary<PortfolioPlan> =>
  fc.record({
    id: fc.constant(`p${String(at).padStart(2, '0')}`),
    label: fc.constant(`계획 ${at}`),
    province: fc.constantFrom(...PROVINCES),
    // few different scores, so that ties are common
    score: fc.integer({ min: 60, max: 75 }).map((points) => points * 100),
    money: fc.tuple(won, won, won, won).map((amounts) =>
      amounts.map((amount, cell) => ({
        ministry: MINISTRIES[cell % MINISTRIES.length] ?? '',
        year: YEARS[cell % YEARS.length] ?? 0,
        source: 'national',
        amount,
      })),
    ),
    hub: won,
    linked: won,
  });

const ceiling = fc.record({
  ministry: fc.constantFrom(null, ...MINISTRIES),
  year: fc.constantFrom(null, ...YEARS),
  source: fc.constantFrom(null, 'national'),
  amount: fc.integer({ min: 0, max: 150 }).map((n) => BigInt(n) * 1_000_000_000n),
});

const worldOf = (most: number): fc.Arbitrary<{ plans: PortfolioPlan[]; rules: PortfolioRules }> =>
  fc.integer({ min: 1, max: most }).chain((size) =>
    fc.record({
      plans: fc.tuple(...Array.from({ length: size }, (_, at) => planAt(at))),
      rules: fc.record({
        seats: fc.record({ least: fc.integer({ min: 0, max: 2 }), most: fc.integer({ min: 2, max: 6 }) }),
        ceilings: fc.array(ceiling, { maxLength: 4 }),
        regions: fc.array(
          fc.record({
            name: fc.constantFrom('가', '나'),
            provinces: fc.subarray(PROVINCES, { minLength: 1 }),
            least: fc.integer({ min: 0, max: 1 }),
            most: fc.constantFrom(null, 1, 2),
          }),
          { maxLength: 2 },
        ),
        shares: fc.record({ hub: fc.constantFrom(null, 4_000), linked: fc.constantFrom(null, 3_000, 5_000) }),
        include: fc.subarray(['p00', 'p03'].slice(0, size > 3 ? 2 : 1), { maxLength: 1 }),
        exclude: fc.subarray(size > 4 ? ['p01', 'p04'] : []),
        delta: fc.constantFrom(0, 100, 500),
      }),
    }),
  );

describe('portfolio search against plain enumeration', () => {
  it('given any plans and rules, when it ends, then best, ties, core and count are those of all subsets', () => {
    fc.assert(
      fc.property(worldOf(10), ({ plans, rules }) => {
        const expected = bruteForce(plans, rules);
        const found = drained(composePortfolio(plans, rules, null));
        if (expected.best === null) {
          expect([found.status, found.best, found.nearOptimal]).toEqual(['infeasible', null, null]);
          return;
        }
        expect(found.status).toBe('optimal');
        expect(found.gap).toBe(0);
        expect(found.best).toEqual({ plans: expected.best.plans, score: expected.best.score, breaches: [] });
        expect(found.nearOptimal?.count).toBe(expected.near.length);
        for (const { planId, standing, coreIndex } of found.nearOptimal?.plans ?? []) {
          const holding = expected.near.filter((set) => set.includes(planId)).length;
          expect(coreIndex).toBe(Math.round((holding * 10_000) / expected.near.length));
          const whole = holding === expected.near.length ? 'core' : 'borderline';
          expect(standing).toBe(holding === 0 ? 'exterior' : whole);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('given a ceiling, when it is raised, then the best is never worse', () => {
    fc.assert(
      fc.property(worldOf(10), fc.integer({ min: 0, max: 50 }), ({ plans, rules }, more) => {
        const looser = {
          ...rules,
          ceilings: rules.ceilings.map((one) => ({ ...one, amount: one.amount + BigInt(more) * 1_000_000_000n })),
        };
        const [tight, loose] = [rules, looser].map((each) => drained(composePortfolio(plans, each, null)).best?.score);
        expect(loose ?? -1).toBeGreaterThanOrEqual(tight ?? -1);
      }),
      { numRuns: 40 },
    );
  });

  it('given too little work, when it stops, then the bound holds the true best and nothing undecided is claimed', () => {
    fc.assert(
      fc.property(worldOf(10), fc.integer({ min: 2, max: 200 }), ({ plans, rules }, steps) => {
        const expected = bruteForce(plans, rules);
        const found = drained(composePortfolio(plans, rules, null, steps));
        if (found.status === 'infeasible') expect(expected.best).toBeNull();
        if (expected.best !== null && found.upperBound !== null)
          expect(found.upperBound).toBeGreaterThanOrEqual(expected.best.score);
        if (found.best !== null) {
          expect(found.best.breaches).toEqual([]);
          expect(found.best.score).toBeLessThanOrEqual(expected.best?.score ?? -1);
        }
        for (const { planId, standing } of found.nearOptimal?.plans ?? []) {
          const holding = expected.near.filter((set) => set.includes(planId)).length;
          if (standing === 'core') expect(holding).toBe(expected.near.length);
          if (standing === 'exterior') expect(holding).toBe(0);
        }
      }),
      { numRuns: 100 },
    );
  });
});
