import { branchAndBound, type Incumbent, membersOf, type Search } from './branch.js';
import { startingPairs } from './candidates.js';
import { Choice } from './choice.js';
import { planClasses } from './classes.js';
import { estimatePrices } from './estimate.js';
import { evenOut } from './even.js';
import { type IndexedProblem, indexProblem, listOf } from './indexed.js';
import { bindPlan, createNetwork } from './network.js';
import { optimise, optimiseFrom } from './optimise.js';
import { modeOf } from './outlook.js';
import { type AssignmentOptions, type AssignmentProblem } from './problem.js';
import { proposalOf } from './proposal.js';
import { type AssignmentProposal, type ReliefRule, type Shortage } from './result.js';
import { createRouter } from './route.js';
import { createRowReader, type RowReader } from './rows.js';
import { cutShortages, measure, plainShortages } from './shortages.js';
import { type Stock, takeStock } from './stock.js';

const USUAL_EFFORT = 200_000;
const RELIEF_RULES: readonly ReliefRule[] = ['industryShare', 'fieldsPerPlan', 'notTogether'];

/** Sum no assignment can reach, as a power of two so that prices stay whole. */
function hugeFor({ plans }: IndexedProblem, { highestCost }: Stock): number {
  const reviews = plans.reduce((sum, plan) => sum + plan.reviews, 0);
  return 2 ** Math.ceil(Math.log2(8 * (highestCost + 1) * (reviews + 1)));
}

/**
 * Fixes what is decided about crossing classes and pairs as the incumbent has it, so that what follows is a flow again
 * and cannot break those rules.
 */
function freeze({ problem, network, router, reader }: Search, { members, prices }: Incumbent): void {
  const { classes, on, start, to, y } = network;
  const pairs = problem.evaluators.flatMap((_, e) =>
    [...listOf(problem.partners, e)].filter((other) => other > e).map((other) => [e, other] as const),
  );
  for (let plan = 0; plan < network.plans; plan += 1) {
    const own = new Set(members[plan]);
    for (let a = start[plan]!; a < start[plan + 1]!; a += 1) on[a] = Number(own.has(to[a]!));
    classes.mode[plan] = modeOf(network, plan);
    if (pairs.length > 0)
      classes.without.set(
        plan,
        pairs.map(([one, other]) => (own.has(other) ? one : other)),
      );
    bindPlan(network, plan);
  }
  y.set(prices);
  optimise(network, reader, router);
}

function fixedCost({ plans, fixed }: IndexedProblem, reader: RowReader): number {
  return plans.reduce(
    (sum, _, plan) => sum + listOf(fixed, plan).reduce((part, e) => part + reader.costOf(plan, e), 0),
    0,
  );
}

/** Drops one rule after the other to see which stand in the way. */
function notFound(problem: AssignmentProblem, options: AssignmentOptions, proven: boolean): Shortage {
  const { rules } = problem;
  const effort = (options.effort ?? USUAL_EFFORT) / 4;
  const without: Readonly<Record<ReliefRule, AssignmentProblem['rules']>> = {
    industryShare: { ...rules, industryShare: null },
    fieldsPerPlan: { ...rules, fieldsPerPlan: 0 },
    notTogether: { ...rules, notTogether: [] },
  };
  const given: Readonly<Record<ReliefRule, boolean>> = {
    industryShare: rules.industryShare !== null,
    fieldsPerPlan: rules.fieldsPerPlan > 0,
    notTogether: rules.notTogether.length > 0,
  };
  const relief = RELIEF_RULES.filter(
    (rule) => given[rule] && proposeAssignment({ ...problem, rules: without[rule] }, { ...options, effort }).ok,
  );
  return { code: 'not-found', proven, relief, ...measure(1, 0) };
}

/**
 * Proposes who scores which plan at the least total cost. All constraints are hard. Where they form a flow — reviews, loads,
 * conflicts, one class per plan, classes apart or one within the other — the proposal is optimal; crossing classes and
 * pairs not to sit together are searched by branch and bound and come with a proven lower bound. Among assignments of that
 * cost the loads are as even as they can be (with crossing classes and pairs: without changing which rule each plan meets
 * how). The same problem in any order of rows gives the same proposal.
 * Throws RangeError for a problem that is not well formed: unknown or repeated ids, numbers out of range.
 */
export function proposeAssignment(problem: AssignmentProblem, options: AssignmentOptions = {}): AssignmentProposal {
  const indexed = indexProblem(problem);
  const reader = createRowReader(indexed);
  const stock = takeStock(indexed, reader);
  const classes = planClasses(stock);
  const shortages = plainShortages(indexed, stock, classes);
  if (shortages.length > 0) return { ok: false, shortages };
  const { needs } = stock;
  const typed = problem.rules.industryShare !== null || problem.rules.fieldsPerPlan > 0;
  const estimate = estimatePrices(reader, needs, classes);
  const arcs = startingPairs(reader, needs, estimate.prices.map(Math.round), typed, options.seed ?? 0);
  const network = createNetwork(needs, classes, arcs);
  const router = createRouter(network);
  const choice = new Choice(indexed.evaluators.length);
  const search: Search = {
    problem: indexed,
    reader,
    network,
    router,
    choice,
    forced: new Map(),
    huge: hugeFor(indexed, stock),
    incumbent: null,
    effort: options.effort ?? USUAL_EFFORT,
  };
  const bound = branchAndBound(search, optimiseFrom(estimate, network, reader, router));
  if (!search.incumbent) {
    const named = cutShortages(indexed, reader, choice, stock, classes, router.frontier.rank);
    return { ok: false, shortages: named ?? [notFound(problem, options, bound === Number.POSITIVE_INFINITY)] };
  }
  const flow = indexed.partners.items.length === 0 && classes.low.every((low, plan) => low === classes.high[plan]);
  if (!flow) freeze(search, search.incumbent);
  const held = new Int32Array(network.sink);
  for (const e of indexed.fixed.items) held[e]! += 1;
  evenOut(network, reader, router, held);
  const lowerBound = bound + fixedCost(indexed, reader);
  return proposalOf(indexed, reader, membersOf(network), network.y, lowerBound);
}
