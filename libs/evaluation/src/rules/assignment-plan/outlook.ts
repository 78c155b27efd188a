import { pairIn, type Wish, wishOf } from './apart.js';
import { type Choice } from './choice.js';
import { classOf } from './classes.js';
import { type IndexedProblem } from './indexed.js';
import { type Network } from './network.js';
import { BLOCKED, type RowReader } from './rows.js';

/** What a flow shows about the whole problem. */
export interface Outlook {
  /** Cost of the reviews in the flow. */
  readonly cost: number;
  /** No assignment costs less; infinite where a plan alone has no choice left. */
  readonly bound: number;
  /** Plans whose reviews break a rule the flow does not know. */
  readonly broken: number;
  /** Plans that would be better off otherwise at the present prices, or must change. By plan. */
  readonly wishes: readonly (Wish & { readonly gain: number })[];
}

export interface Surroundings {
  readonly problem: IndexedProblem;
  readonly reader: RowReader;
  readonly network: Network;
  readonly choice: Choice;
  /** Evaluators each plan must do without by decision of the branch, not of the moment. */
  readonly forced: Map<number, readonly number[]>;
}

/** Reads the reviews of a plan into `members`; returns how many, their cost and their cost with prices. */
function readPlan({ start, on, to, cost, y }: Network, plan: number, members: number[]) {
  members.length = 0;
  let [sum, value] = [0, 0];
  for (let a = start[plan]!; a < start[plan + 1]!; a += 1) {
    if (on[a] === 0) continue;
    members.push(to[a]!);
    sum += cost[a]!;
    value += cost[a]! + y[to[a]!]!;
  }
  return { sum, value };
}

/** The largest mode the plan's reviews would satisfy on both sides, or −1. */
export function modeOf({ start, on, type, classes }: Network, plan: number): number {
  let [both, onlyB] = [0, 0];
  for (let a = start[plan]!; a < start[plan + 1]!; a += 1) {
    if (on[a] === 0) continue;
    const kind = classOf(classes, plan, type[a]!);
    if (kind === 3) both += 1;
    if (kind === 2) onlyB += 1;
  }
  const mode = Math.min(classes.high[plan]!, both);
  return mode >= classes.low[plan]! && onlyB >= classes.needB[plan]! - mode ? mode : -1;
}

/** Σ over evaluators of what their limits are worth at the present prices. */
function worthOfLimits({ sink, y, needs }: Network): number {
  let worth = 0;
  for (let e = 0; e < sink; e += 1) worth += y[e]! > 0 ? y[e]! * needs.most[e]! : y[e]! * needs.least[e]!;
  return worth;
}

/** The wish, made to rule out a pair even where it happens to do without both. */
function parting(wish: Wish, [one, other]: readonly [number, number]): Wish {
  if (wish.without.includes(one) || wish.without.includes(other)) return wish;
  return { ...wish, without: [...wish.without, wish.chosen.includes(one) ? other : one] };
}

/**
 * Lagrangian bound: at any prices, the best of every plan for itself less what the limits on loads are worth is a lower
 * bound. The flow's own choice is the best for every plan the flow has all rules of; for the others it is looked up. If
 * the bound meets the cost, the assignment is optimal by all rules.
 */
export function outlookOf({ problem, reader, network, choice, forced }: Surroundings): Outlook {
  const { classes, plans, y, needs } = network;
  const members: number[] = [];
  const wishes: (Wish & { gain: number })[] = [];
  let [cost, bound, broken] = [0, -worthOfLimits(network), 0];
  for (let plan = 0; plan < plans; plan += 1) {
    const { sum, value } = readPlan(network, plan, members);
    cost += sum;
    const own = classes.without.get(plan) ?? [];
    const bans = forced.get(plan) ?? [];
    const chosen = own.length > bans.length || (classes.mode[plan]! >= 0 && classes.low[plan] !== classes.high[plan]);
    const pair = pairIn(problem, members, members.length);
    const breaks = modeOf(network, plan) < 0 || pair !== null;
    if (!chosen && !breaks) {
      bound += value;
      continue;
    }
    reader.load(plan);
    for (const evaluator of bans) reader.row[evaluator] = BLOCKED;
    const { wish, least } = wishOf(problem, reader, choice, classes, plan, needs.reviews[plan]!, y);
    bound += least;
    broken += Number(breaks);
    if (!wish || !(breaks || wish.value < value)) continue;
    wishes.push({ ...(pair ? parting(wish, pair) : wish), gain: Math.abs(value - wish.value) });
  }
  return { cost, bound, broken, wishes };
}
