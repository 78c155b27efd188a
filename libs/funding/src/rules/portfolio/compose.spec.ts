import { composePortfolio, drained, portfolioFindings, type PortfolioPlan, type PortfolioRules } from './index.js';

const plan = (id: string, score: number, amount: bigint, province = id): PortfolioPlan => ({
  id,
  label: id,
  province,
  score,
  money: [{ ministry: 'MOLIT', year: 2021, source: 'national', amount }],
  hub: amount / 2n,
  linked: amount - amount / 2n,
});
const FREE: PortfolioRules = {
  seats: { least: 0, most: 2 },
  ceilings: [],
  regions: [],
  shares: { hub: null, linked: null },
  include: [],
  exclude: [],
  delta: 0,
};
const ceiling = (amount: bigint) => ({ ministry: 'MOLIT', year: 2021, source: 'national', amount });
const PLANS = [plan('a', 9000, 60n), plan('b', 8000, 50n), plan('c', 7000, 40n), plan('d', 6000, 10n)];
const compose = (rules: Partial<PortfolioRules>, chosen: string[] | null = null, plans = PLANS) =>
  drained(composePortfolio(plans, { ...FREE, ...rules }, chosen));

describe('the portfolio of a committee', () => {
  it.each<[string, Partial<PortfolioRules>, string[], number]>([
    ['nothing but the quota: the first of the ranking', {}, ['a', 'b'], 17_000],
    ['a ceiling: the best that fits', { ceilings: [ceiling(100n)] }, ['a', 'c'], 16_000],
    ['a ceiling kept to the won', { ceilings: [ceiling(99n)] }, ['a', 'd'], 15_000],
    ['one that must be in', { include: ['d'] }, ['a', 'd'], 15_000],
    ['one that must be out', { exclude: ['a'] }, ['b', 'c'], 15_000],
    [
      'two regions, one of each',
      { regions: [{ name: '가', provinces: ['a', 'b', 'c'], least: 0, most: 1 }] },
      ['a', 'd'],
      15_000,
    ],
  ])('given %s', (_name, rules, plans, score) => {
    expect(compose(rules)).toMatchObject({
      status: 'optimal',
      gap: 0,
      upperBound: score,
      best: { plans, score, breaches: [] },
    });
  });

  it('given a set somebody has in mind, then it says what that costs and what it breaks, by how much', () => {
    const found = compose({ ceilings: [ceiling(100n)], exclude: ['d'] }, ['b', 'd']);
    expect(found.chosen).toEqual({
      plans: ['b', 'd'],
      score: 14_000,
      costs: 2_000,
      breaches: [{ kind: 'exclude', name: 'exclude d', unit: 'plans', by: 1n }],
    });
    expect(found.ranking).toEqual({
      plans: ['a', 'b'],
      score: 17_000,
      costs: -1_000,
      breaches: [{ kind: 'ceiling', name: 'ceiling MOLIT 2021 national', unit: 'won', by: 10n }],
    });
  });

  it('given nothing that fits, then it names each constraint that alone stands in the way, and by how much', () => {
    const found = compose({ include: ['a', 'b'], ceilings: [ceiling(100n)] });
    expect(found).toMatchObject({ status: 'infeasible', best: null, gap: null, nearOptimal: null });
    expect(found.short).toEqual([{ kind: 'ceiling', name: 'ceiling MOLIT 2021 national', unit: 'won', by: 10n }]);
    const seats = compose({ seats: { least: 5, most: 5 } });
    expect(seats.short).toEqual([{ kind: 'seats', name: 'seats least 5', unit: 'plans', by: 1n }]);
    const shared = compose({ include: ['a'], shares: { hub: null, linked: 6_000 } });
    expect(shared.short).toEqual([{ kind: 'share', name: 'linked share 6000', unit: 'won', by: 6n }]);
  });

  it('given a delta, then plans are core, borderline or exterior by the sets that lose no more than it', () => {
    const near = compose({ delta: 1_000 }).nearOptimal;
    expect(near?.count).toBe(2); // a b, a c
    expect(near?.plans.map(({ planId, standing, coreIndex }) => [planId, standing, coreIndex])).toEqual([
      ['a', 'core', 10_000],
      ['b', 'borderline', 5_000],
      ['c', 'borderline', 5_000],
      ['d', 'exterior', 0],
    ]);
  });

  it('given rules that cannot be meant, then each is named', () => {
    const rules = { ...FREE, include: ['a', 'x'], exclude: ['a'], seats: { least: 3, most: 2 } };
    expect(portfolioFindings(PLANS, rules, ['y']).map(({ field, code }) => `${field} ${code}`)).toEqual([
      'include[1] portfolio.plan-unknown',
      'chosen[0] portfolio.plan-unknown',
      'include[0] portfolio.in-and-out',
      'seats portfolio.range',
    ]);
  });

  it('given sixty plans, when the work is limited, then it ends with a set that keeps everything and a small gap', () => {
    const [plans, rules] = sixty();
    const found = drained(composePortfolio(plans, rules, null));
    expect(['optimal', 'bounded']).toContain(found.status);
    expect(found.best?.breaches).toEqual([]);
    expect(found.gap).toBeLessThanOrEqual((found.best?.score ?? 0) / 20);
    expect(drained(composePortfolio(plans.toReversed(), rules, null))).toEqual(found);
  }, 30_000);
});

/** Always the same sixty plans of six ministries and three years, and ceilings at two thirds of what the first of the ranking need. */
function sixty(): [PortfolioPlan[], PortfolioRules] {
  let state = 60;
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const years = [2021, 2022, 2023];
  const ministries = ['MOLIT', 'MOTIE', 'MSS', 'MOEL', 'MCST', 'ME'];
  const plans = Array.from({ length: 60 }, (_, at): PortfolioPlan => {
    const money = ministries.flatMap((ministry) =>
      years.map((year) => ({ ministry, year, source: 'national', amount: BigInt(draw(20_000)) * 1_000_000n })),
    );
    return { ...plan(`p${at}`, 6_000 + draw(3_000), 1_000n, `r${at % 8}`), money };
  });
  const ceilings = ministries.flatMap((ministry) =>
    years.map((year) => ({ ministry, year, source: 'national', amount: 100_000_000_000n })),
  );
  return [plans, { ...FREE, seats: { least: 0, most: 12 }, ceilings, delta: 100 }];
}
