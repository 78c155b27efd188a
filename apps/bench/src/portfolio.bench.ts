import { portfolio } from '@daegaejo/funding/rules';
import { type Bench, type Effort, type Entry, entryOf, inTurn, mustEqual, timed } from './measure.js';
import { plainSearch, portfolioWorld } from './portfolio-world.js';

const SMALL = 'portfolio-17';
const LARGE = 'portfolio-60';

const { bruteForce, composePortfolio, constraintsOf, drained } = portfolio;

/** Seventeen plans for five seats: the proven best, ties and core index, against looking at every set. */
async function small({ pairs }: Effort): Promise<Entry> {
  const { plans, rules } = portfolioWorld(17, 5);
  let found: portfolio.PortfolioResult | null = null;
  let expected: ReturnType<typeof bruteForce> | null = null;
  const measured = await inTurn(
    Math.min(pairs, 5),
    () => timed(() => (found = drained(composePortfolio(plans, rules, null)))),
    () => timed(() => (expected = bruteForce(plans, rules))),
  );
  const [ours, plain] = [found, expected] as [portfolio.PortfolioResult | null, ReturnType<typeof bruteForce> | null];
  mustEqual('status', ours?.status, 'optimal');
  mustEqual('best set', ours?.best?.plans.join(), plain?.best?.plans.join());
  mustEqual('near-optimal sets', ours?.nearOptimal?.count, plain?.near.length);
  return entryOf(measured, {
    name: SMALL,
    referenceName: 'every set of at most five plans looked at one by one, amounts to the won',
    target: 1,
    unit: 'ms',
    n: plans.length,
    engine: '17 plans, 5 seats, 18 ceilings, 4 regions, one share, in memory',
    gap: ours?.gap ?? -1,
    nearOptimal: ours?.nearOptimal?.count ?? -1,
  });
}

/** Sixty plans for ten seats: as much work for the plain way, and how far from the bound each of them ends. */
async function large({ pairs }: Effort): Promise<Entry> {
  const world = portfolioWorld(60, 10);
  const order = [...world.plans].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const constraints = constraintsOf(order, world.rules);
  let found: portfolio.PortfolioResult | null = null;
  let plain = { score: 0, upper: 0 };
  const measured = await inTurn(
    Math.min(pairs, 3),
    () => timed(() => (found = drained(composePortfolio(world.plans, world.rules, null)))),
    () => timed(() => (plain = plainSearch(world, constraints, portfolio.PORTFOLIO_WORK))),
  );
  const ours = found as portfolio.PortfolioResult | null;
  const score = ours?.best?.score ?? 0;
  mustEqual('breaches of the best', ours?.best?.breaches.length, 0);
  if (score < plain.score) throw new Error(`the plain way found ${plain.score}, ours ${score}`);
  const share = (upper: number, of: number): number => Number((((upper - of) * 100) / upper).toFixed(3));
  return entryOf(measured, {
    name: LARGE,
    referenceName: 'the same number of steps depth-first in order of score, bounded by the scores that follow',
    target: 2,
    unit: 'ms',
    n: world.plans.length,
    engine: '60 plans, 10 seats, 18 ceilings, 4 regions, one share, in memory',
    status: ours?.status ?? '',
    seconds: Number(((measured.at(-1)?.ours ?? 0) / 1_000).toFixed(3)),
    gapPercent: share(ours?.upperBound ?? score, score),
    referenceGapPercent: share(plain.upper, plain.score),
    best: score,
    referenceBest: plain.score,
  });
}

export const PORTFOLIO: Bench = {
  names: [SMALL, LARGE],
  needs: () => [],
  async *run(names, effort) {
    if (names.includes(SMALL)) yield await small(effort);
    if (names.includes(LARGE)) yield await large(effort);
  },
};
