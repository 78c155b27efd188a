import { type Wish } from './apart.js';
import { ArcList } from './arcs.js';
import { listOf } from './indexed.js';
import { lot } from './lot.js';
import { addArcs, bindPlan, type Network } from './network.js';
import { optimise } from './optimise.js';
import { outlookOf, type Outlook, type Surroundings } from './outlook.js';
import { levelPrices, type Router } from './route.js';
import { BLOCKED } from './rows.js';
import { sharpenBound } from './sharpen.js';

/** Rounds of trading wishes for prices at one node; in the first few all wishes are granted, then every other. */
const ROUNDS = 12;
const EAGER_ROUNDS = 3;
/** What sharpening the bound is taken to cost, per plan. */
const SHARPENING = 80;

/** The cheapest assignment found so far. */
export interface Incumbent {
  readonly cost: number;
  /** Evaluators per plan, and prices of the evaluators. */
  readonly members: readonly (readonly number[])[];
  readonly prices: Float64Array;
}

export interface Search extends Surroundings {
  readonly router: Router;
  /** Above any cost: prices this high stand for "impossible". */
  readonly huge: number;
  incumbent: Incumbent | null;
  /** Plans that may still be looked at. */
  effort: number;
}

/** The evaluators each plan has in the network. */
export function membersOf({ plans, start, on, to }: Network): number[][] {
  return Array.from({ length: plans }, (_, plan) => {
    const members: number[] = [];
    for (let a = start[plan]!; a < start[plan + 1]!; a += 1) if (on[a] === 1) members.push(to[a]!);
    return members;
  });
}

/** Gives plans the mode and the exclusions they wish, and the pairs that go with them. */
function grant({ network, reader, forced }: Search, wishes: readonly Wish[]): void {
  const { classes, start, to } = network;
  const added = new ArcList();
  for (const { plan, mode, without, chosen } of wishes) {
    if (classes.low[plan] !== classes.high[plan]) classes.mode[plan] = mode;
    classes.without.set(plan, [...(forced.get(plan) ?? []), ...without]);
    const known = to.subarray(start[plan], start[plan + 1]);
    const missing = chosen.filter((evaluator) => !known.includes(evaluator));
    if (missing.length > 0) reader.load(plan);
    for (const e of missing) added.push(plan, e, reader.row[e]!, reader.types()[e]!);
  }
  if (added.length > 0) addArcs(network, added.done());
  else for (const { plan } of wishes) bindPlan(network, plan);
}

/** Prices the reached side of a cut out of reach: plans that can do otherwise will wish to. */
function raiseCut({ network, router, huge }: Search): void {
  for (let node = 0; node < network.nodes; node += 1) if (router.frontier.rank[node]! > 0) network.y[node]! += huge;
  levelPrices(network);
}

interface Node {
  /** No assignment of this node costs less; infinite where there is none. */
  bound: number;
  outlook: Outlook;
}

function offer(search: Search, cost: number): void {
  if (search.incumbent && search.incumbent.cost <= cost) return;
  const { network } = search;
  search.incumbent = { cost, members: membersOf(network), prices: network.y.slice(0, network.sink) };
}

/** Solves the flow, lets plans change what they would rather have at its prices, and again, until nothing is left to gain. */
function lookInto(search: Search, routed: boolean): Node {
  const node: Node = { bound: Number.NEGATIVE_INFINITY, outlook: { cost: 0, bound: 0, broken: 0, wishes: [] } };
  const { network, huge } = search;
  for (let round = 0, flows = routed; ; round += 1) {
    const prices = network.y.slice();
    if (!flows) raiseCut(search);
    const outlook = outlookOf(search);
    network.y.set(prices);
    node.outlook = outlook;
    node.bound = Math.max(node.bound, outlook.bound >= huge / 2 ? Number.POSITIVE_INFINITY : outlook.bound);
    if (flows && outlook.broken === 0) offer(search, outlook.cost);
    search.effort -= network.plans + 20 * outlook.wishes.length;
    const done = node.bound >= (search.incumbent?.cost ?? Number.POSITIVE_INFINITY) || outlook.wishes.length === 0;
    if (done || round >= ROUNDS || (search.effort < 0 && round > 3)) return node;
    const some = outlook.wishes.filter(({ plan }) => round < EAGER_ROUNDS || lot(plan, round, 0) % 2 === 0);
    grant(search, some.length > 0 ? some : outlook.wishes);
    flows = optimise(network, search.reader, search.router);
  }
}

type Change = () => void;

/** Ways to split what the plan may do: a mode and the modes around it, or one and the other of a pair. */
function splits(search: Search, { plan, mode, without }: Wish): Change[] {
  const { network, problem, forced } = search;
  const { classes } = network;
  const [low, high] = [classes.low[plan]!, classes.high[plan]!];
  const bans = forced.get(plan) ?? [];
  const range = (from: number, to: number): Change[] =>
    from > to ? [] : [() => ((classes.low[plan] = from), (classes.high[plan] = to))];
  if (low < high) return [...range(mode, mode), ...range(low, mode - 1), ...range(mode + 1, high)];
  for (const evaluator of [...without, ...(classes.without.get(plan) ?? [])]) {
    if (bans.includes(evaluator)) continue;
    const partner = listOf(problem.partners, evaluator).find((other) => !bans.includes(other));
    if (partner === undefined) continue;
    return [evaluator, partner].map((one) => () => void forced.set(plan, [...bans, one]));
  }
  return [];
}

/** Starts a branch anew: every decision of the moment forgotten, those of the branch kept. False: a plan has no choice left. */
function enterBranch(search: Search, plan: number): boolean {
  const { network, reader, choice, forced } = search;
  const { classes } = network;
  classes.without.clear();
  for (const [of, bans] of forced) classes.without.set(of, bans);
  for (let p = 0; p < network.plans; p += 1)
    classes.mode[p] = classes.low[p] === classes.high[p] ? classes.low[p]! : -1;
  reader.load(plan);
  for (const evaluator of forced.get(plan) ?? []) reader.row[evaluator] = BLOCKED;
  const wanted = network.needs.reviews[plan]!;
  choice.gather(reader.row, reader.types(), network.y, classes, plan, wanted);
  const mode = choice.pickBest(classes, plan, wanted);
  if (mode < 0) return false;
  for (let p = 0; p < network.plans; p += 1) bindPlan(network, p);
  const chosen = [...choice.chosen.subarray(0, choice.size)];
  grant(search, [{ plan, mode, without: [], chosen, value: 0 }]);
  return true;
}

/** Lower bound of everything below a node; better assignments found on the way become the incumbent. */
function explore(search: Search, node: Node, depth: number): number {
  const wish = node.outlook.wishes.toSorted((a, b) => b.gain - a.gain)[0];
  if (node.bound >= (search.incumbent?.cost ?? Number.POSITIVE_INFINITY) || !wish) return node.bound;
  const changes = search.effort > 0 && depth < 400 ? splits(search, wish) : [];
  if (changes.length === 0) return node.bound;
  const { classes } = search.network;
  const [low, high, bans] = [classes.low[wish.plan]!, classes.high[wish.plan]!, search.forced.get(wish.plan)];
  const prices = search.network.y.slice(0, search.network.sink);
  let least = Number.POSITIVE_INFINITY;
  for (const change of changes) {
    change();
    if (enterBranch(search, wish.plan)) {
      search.network.y.set(prices);
      const routed = optimise(search.network, search.reader, search.router);
      const child = lookInto(search, routed);
      child.bound = Math.max(child.bound, node.bound);
      least = Math.min(least, explore(search, child, depth + 1));
    }
    [classes.low[wish.plan], classes.high[wish.plan]] = [low, high];
    if (bans) search.forced.set(wish.plan, bans);
    else search.forced.delete(wish.plan);
  }
  return Math.max(least, node.bound);
}

/** Where the root leaves a gap: better prices for all rules, and another look from there. */
function sharpenRoot(search: Search, root: Node): Node {
  const { network, incumbent } = search;
  if (root.outlook.wishes.length === 0 || root.bound >= (incumbent?.cost ?? Number.POSITIVE_INFINITY)) return root;
  if (search.effort < network.plans * SHARPENING) return root;
  search.effort -= network.plans * SHARPENING;
  const target = incumbent?.cost ?? root.bound + Math.max(1, Math.abs(root.bound) / 50);
  const start = network.y.slice(0, network.sink);
  const { bound, prices } = sharpenBound(search, start, target);
  network.y.set(prices.map(Math.round));
  const again = lookInto(search, optimise(network, search.reader, search.router));
  again.bound = Math.max(again.bound, root.bound, bound);
  return again;
}

/**
 * Branch and bound over what the flow does not know: modes of plans with crossing classes, and pairs that must not sit
 * together. Returns a proven lower bound, infinite where there is no assignment; the best assignment is the incumbent.
 */
export function branchAndBound(search: Search, routed: boolean): number {
  const root = sharpenRoot(search, lookInto(search, routed));
  const bound = explore(search, root, 0);
  return Math.min(bound, search.incumbent?.cost ?? Number.POSITIVE_INFINITY);
}
