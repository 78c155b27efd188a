import { assignmentFloor, assignmentPlan } from '@daegaejo/evaluation/rules';
import { type Bench, type Effort, type Entry, entryOf, inTurn, mustEqual, timed } from './measure.js';

const REVIEWS = 5;
/** Costs below this, as preferences are usually given; of a wider range the floor is much slower, and ours is not. */
const HIGHEST = 20;
/** Share of pairs that must not be. */
const CONFLICTS = 0.03;

const SIZES: Readonly<Record<string, { readonly plans: number; readonly evaluators: number; readonly full?: true }>> = {
  'assignment-1k': { plans: 1_000, evaluators: 200 },
  'assignment-3k': { plans: 3_000, evaluators: 600 },
  'assignment-10k': { plans: 10_000, evaluators: 1_000, full: true },
};

/** Always the same numbers below `below`. */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const idOf = (letter: string, no: number): string => `${letter}${String(no).padStart(5, '0')}`;

/** The same problem for both: every evaluator carries the same, give or take one. */
function problemOf(plans: number, evaluators: number) {
  const draw = drawer(plans);
  const costs = Uint16Array.from({ length: plans * evaluators }, () => draw(HIGHEST));
  const conflicts = Array.from(
    { length: Math.floor(plans * evaluators * CONFLICTS) },
    () => [draw(plans), draw(evaluators)] as const,
  );
  const load = (plans * REVIEWS) / evaluators;
  const [least, most] = [Math.floor(load), Math.ceil(load)];
  const problem: assignmentPlan.AssignmentProblem = {
    plans: Array.from({ length: plans }, (_, no) => ({ id: idOf('P', no), reviews: REVIEWS, fields: [] })),
    evaluators: Array.from({ length: evaluators }, (_, no) => ({
      id: idOf('E', no),
      industry: no % 2 === 0,
      fields: [],
      minLoad: least,
      maxLoad: most,
    })),
    conflicts: conflicts.map(([plan, evaluator]) => [idOf('P', plan), idOf('E', evaluator)] as const),
    fixed: [],
    preferences: { kind: 'dense', costs },
    rules: { industryShare: null, fieldsPerPlan: 0, notTogether: [] },
  };
  const blocked = Int32Array.from(costs);
  for (const [plan, evaluator] of conflicts) blocked[plan * evaluators + evaluator] = assignmentFloor.BARE_BLOCKED;
  const bare: assignmentFloor.BareProblem = {
    plans,
    evaluators,
    reviews: new Int32Array(plans).fill(REVIEWS),
    least: new Int32Array(evaluators).fill(least),
    most: new Int32Array(evaluators).fill(most),
    costs: blocked,
  };
  return { problem, bare, least, most };
}

/** Throws unless every plan has its evaluators, none of them in conflict, at the cost that is told, and the loads are even. */
function verify(
  { bare, least, most }: ReturnType<typeof problemOf>,
  pairs: readonly (readonly [plan: number, evaluator: number])[],
  cost: number,
): void {
  const { plans, evaluators, costs } = bare;
  mustEqual('pairs', pairs.length, plans * REVIEWS);
  const [reviews, loads] = [new Int32Array(plans), new Int32Array(evaluators)];
  const seen = new Set<number>();
  let sum = 0;
  for (const [plan, evaluator] of pairs) {
    const at = plan * evaluators + evaluator;
    if (seen.has(at) || costs[at] === assignmentFloor.BARE_BLOCKED) throw new Error(`pair ${plan}, ${evaluator}`);
    seen.add(at);
    sum += costs[at] ?? Number.NaN;
    reviews[plan]! += 1;
    loads[evaluator]! += 1;
  }
  mustEqual('cost', sum, cost);
  mustEqual('plans with their evaluators', reviews.filter((count) => count === REVIEWS).length, plans);
  mustEqual('loads within one', loads.filter((load) => load >= least && load <= most).length, evaluators);
}

async function assign(name: string, { pairs }: Effort): Promise<Entry> {
  const { plans, evaluators } = SIZES[name] ?? { plans: 0, evaluators: 0 };
  const world = problemOf(plans, evaluators);
  let optimum = Number.NaN;
  const measured = await inTurn(
    Math.min(pairs, 5),
    async () => {
      let proposal: assignmentPlan.AssignmentProposal | undefined;
      const took = await timed(() => {
        proposal = assignmentPlan.proposeAssignment(world.problem);
      });
      if (proposal?.ok !== true) throw new Error('no assignment');
      mustEqual('proven optimal', proposal.optimal, true);
      const numbers = proposal.pairs.map(
        ({ planId, evaluatorId }) => [Number(planId.slice(1)), Number(evaluatorId.slice(1))] as const,
      );
      verify(world, numbers, proposal.cost);
      if (Number.isFinite(optimum)) mustEqual('cost of the optimum', proposal.cost, optimum);
      optimum = proposal.cost;
      return took;
    },
    async () => {
      let flow: ReturnType<typeof assignmentFloor.bareFlow> = null;
      const took = await timed(() => {
        flow = assignmentFloor.bareFlow(world.bare);
      });
      const { cost = Number.NaN, on = new Uint8Array() } = (flow ?? {}) as { cost?: number; on?: Uint8Array };
      const numbers: (readonly [number, number])[] = [];
      for (const [at, is] of on.entries()) if (is === 1) numbers.push([Math.floor(at / evaluators), at % evaluators]);
      verify(world, numbers, cost);
      mustEqual('cost of the optimum', cost, optimum);
      return took;
    },
  );
  return entryOf(measured, {
    name,
    referenceName:
      'bare primal-dual min-cost flow on the whole matrix, which lies ready: reviews, loads, costs, conflicts',
    target: 2,
    unit: 'ms',
    n: plans,
    engine: `${plans} × ${evaluators} × ${REVIEWS}, in memory`,
    cost: optimum,
  });
}

export const ASSIGNMENT: Bench = {
  names: Object.keys(SIZES),
  needs: () => [],
  async *run(names, effort) {
    for (const name of names) if (!effort.quick || SIZES[name]?.full !== true) yield await assign(name, effort);
  },
};
