import { analysis } from '@daegaejo/evaluation/rules';
import { floorOf, type Resampling, resampleFloor } from './bootstrap-floor.js';
import { type Bench, type Effort, type Entry, entryOf, figure, inTurn, mustEqual } from './measure.js';

const SEED = 20_200_413;
const REPLICATES = 10_000;
/** A probability out of ten thousand draws is off by 0.005 at one standard deviation; of a thousand, by 0.016. */
const TOLERANCE = { full: 0.04, quick: 0.12 };

const SIZES: Readonly<
  Record<string, { readonly plans: number; readonly evaluators: number; readonly perPlan: number }>
> = {
  'bootstrap-17x9': { plans: 17, evaluators: 9, perPlan: 9 },
  'bootstrap-1000x5': { plans: 1_000, evaluators: 200, perPlan: 5 },
};

/** Over and over until this much CPU time is spent, in seconds: the system counts it in coarse steps. */
const LONG_ENOUGH = 0.3;

/** CPU seconds of this process that `work` takes once. */
function cpuOf(work: () => void): number {
  const before = process.cpuUsage();
  for (let times = 1; ; times += 1) {
    work();
    const { user, system } = process.cpuUsage(before);
    const spent = (user + system) / 1e6;
    if (spent > LONG_ENOUGH) return spent / times;
  }
}

/** Probabilities of being inside the line, in the order of the plans' ids. */
function oursOf(input: analysis.AnalysisInput, replicates: number): Float64Array {
  const answer = analysis.bootstrapRanks(input, { seed: SEED, replicates });
  if (answer.status !== 'ok') throw new Error(JSON.stringify(answer));
  const plans = answer.plans.toSorted((a, b) => (a.planId < b.planId ? -1 : 1));
  mustEqual('plans', plans.length, input.plans.length);
  const ranks = plans.reduce((sum, { expectedRank }) => sum + expectedRank, 0);
  mustEqual('sum of the expected ranks', Math.round(ranks), (plans.length * (plans.length + 1)) / 2);
  const inside = plans.reduce((sum, { probability }) => sum + probability, 0);
  if (Math.abs(inside - input.quota) > 0.1) throw new Error(`${inside} seats instead of ${input.quota}`);
  return Float64Array.from(plans, ({ probability }) => probability);
}

/** Throws unless the floor answers the same question: both must come to the same probabilities. */
function verifyFloor(ours: Float64Array, floor: Resampling, replicates: number, tolerance: number): void {
  const { inside } = resampleFloor(floor, SEED, replicates);
  for (const [plan, probability] of ours.entries())
    if (!(Math.abs(probability - (inside[plan] ?? Number.NaN) / replicates) < tolerance))
      throw new Error(`plan ${plan}: ${probability}, of the floor ${(inside[plan] ?? Number.NaN) / replicates}`);
}

async function bootstrap(name: string, { quick, pairs }: Effort): Promise<Entry> {
  const size = SIZES[name] ?? { plans: 0, evaluators: 0, perPlan: 0 };
  const { plans } = size;
  const replicates = quick && plans > 100 ? 1_000 : REPLICATES;
  const input = analysis.simulateRound({ seed: 1, ...size });
  const floor = floorOf(input);
  const first = oursOf(input, replicates);
  verifyFloor(first, floor, replicates, replicates < REPLICATES ? TOLERANCE.quick : TOLERANCE.full);
  const measured = await inTurn(
    pairs,
    async () => {
      let again: Float64Array | undefined;
      const took = cpuOf(() => {
        again = oursOf(input, replicates);
      });
      mustEqual('same answer', again?.join(), first.join());
      return took;
    },
    async () => {
      let seats = 0;
      const took = cpuOf(() => {
        seats = resampleFloor(floor, SEED, replicates).inside.reduce((sum, count) => sum + count, 0);
      });
      mustEqual('seats of the floor', Math.round(seats), replicates * input.quota);
      return took;
    },
  );
  const entry = entryOf(measured, {
    name,
    referenceName:
      'a plain loop over typed arrays that draws, trims, averages, sorts, shares ties and counts: one stage, no bonus',
    target: 2,
    unit: 'CPU s',
    n: replicates,
    engine: `${plans} plans × ${size.perPlan} sheets, in memory`,
  });
  return { ...entry, seconds: figure(entry.ours) };
}

export const BOOTSTRAP: Bench = {
  names: Object.keys(SIZES),
  needs: () => [],
  async *run(names, effort) {
    for (const name of names) yield await bootstrap(name, effort);
  },
};
