import type { portfolio } from '@daegaejo/funding/rules';

const MINISTRIES = ['MOLIT', 'MOTIE', 'MSS', 'MOEL', 'MCST', 'ME'];
const YEARS = [2021, 2022, 2023];
const MILLION = 1_000_000n;

/** Always the same numbers below `below`. */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * So many plans with money of six ministries in three years, and ceilings below what the first of the ranking would need of each:
 * 85 hundredths. At most a third of the seats in one of four regions, and at least a quarter of the money at linked sites.
 */
export function portfolioWorld(
  size: number,
  quota: number,
): { readonly plans: readonly portfolio.PortfolioPlan[]; readonly rules: portfolio.PortfolioRules } {
  const draw = drawer(size);
  const plans = Array.from({ length: size }, (_, at): portfolio.PortfolioPlan => {
    const money = MINISTRIES.flatMap((ministry) =>
      YEARS.map((year) => ({ ministry, year, source: 'national', amount: BigInt(4_000 + draw(12_000)) * MILLION })),
    );
    const total = money.reduce((sum, { amount }) => sum + amount, 0n);
    const hub = (total * BigInt(50 + draw(40))) / 100n;
    return {
      id: `P${String(at).padStart(3, '0')}`,
      label: `P${at}`,
      province: `R${at % 4}`,
      score: 6_500 + draw(2_500),
      money,
      hub,
      linked: total - hub,
    };
  });
  const first = [...plans].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1)).slice(0, quota);
  const needed = (ministry: string, year: number): bigint =>
    first
      .flatMap(({ money }) => money.filter((cell) => cell.ministry === ministry && cell.year === year))
      .reduce((sum, { amount }) => sum + amount, 0n);
  return {
    plans,
    rules: {
      seats: { least: 0, most: quota },
      ceilings: MINISTRIES.flatMap((ministry) =>
        YEARS.map((year) => ({ ministry, year, source: 'national', amount: (needed(ministry, year) * 85n) / 100n })),
      ),
      regions: [0, 1, 2, 3].map((region) => ({
        name: `R${region}`,
        provinces: [`R${region}`],
        least: 0,
        most: Math.ceil(quota / 3),
      })),
      shares: { hub: null, linked: 2_500 },
      include: [],
      exclude: [],
      delta: 100,
    },
  };
}

/** The plain way over so many steps: in order of score, bounded by the scores that follow, everything else by looking at it. */
export function plainSearch(
  { plans: given, rules }: ReturnType<typeof portfolioWorld>,
  constraints: readonly { readonly weights: readonly bigint[]; readonly bound: bigint }[],
  steps: number,
): { readonly score: number; readonly upper: number } {
  // constraints are in the order of the plans by score, as the search has them
  const scores = given.map(({ score }) => score).sort((a, b) => b - a);
  const rows = constraints.map(({ weights, bound }) => ({ weights: weights.map(Number), bound: Number(bound) }));
  const prefix = [0];
  for (const score of scores) prefix.push((prefix.at(-1) ?? 0) + score);
  const used = rows.map(() => 0);
  let [best, left] = [-1, steps];
  const walk = (at: number, count: number, sum: number): void => {
    left -= 1;
    if (left <= 0) return;
    const end = Math.min(scores.length, at + rules.seats.most - count);
    if (sum + (prefix[end] ?? 0) - (prefix[at] ?? 0) <= best) return;
    if (at === scores.length) {
      if (rows.every(({ bound }, row) => (used[row] ?? 0) <= bound)) best = sum;
      return;
    }
    if (count < rules.seats.most) {
      for (const [row, { weights }] of rows.entries()) used[row] = (used[row] ?? 0) + (weights[at] ?? 0);
      walk(at + 1, count + 1, sum + (scores[at] ?? 0));
      for (const [row, { weights }] of rows.entries()) used[row] = (used[row] ?? 0) - (weights[at] ?? 0);
    }
    walk(at + 1, count, sum);
  };
  walk(0, 0, 0);
  return { score: Math.max(0, best), upper: left > 0 ? best : (prefix[rules.seats.most] ?? 0) };
}
