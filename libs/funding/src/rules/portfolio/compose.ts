import { sizesOf, spaceOf } from './bound.js';
import { nearOptimal, type Standing } from './near-optimal.js';
import {
  beyond,
  type Breach,
  breachesOf,
  type Constraint,
  constraintsOf,
  type PortfolioPlan,
  type PortfolioRules,
} from './problem.js';
import { search, type Work } from './search.js';
import { startOf } from './start.js';

/** A set of plans: ids in order of score, what they score together in hundredths, and what it breaks. */
export interface PlanSet {
  readonly plans: readonly string[];
  readonly score: number;
  readonly breaches: readonly Breach[];
}

/** A set that was named, against the best: how much less it scores (below 0 where it scores more by breaking something). */
export interface CostedSet extends PlanSet {
  readonly costs: number | null;
}

export interface PortfolioResult {
  readonly method: string;
  readonly status: 'optimal' | 'bounded' | 'infeasible' | 'unknown';
  readonly best: PlanSet | null;
  /** No feasible set scores more; equal to the best where it is proven. Hundredths. */
  readonly upperBound: number | null;
  readonly gap: number | null;
  readonly nearOptimal: {
    readonly delta: number;
    readonly count: number | null;
    readonly plans: readonly {
      readonly planId: string;
      readonly standing: Standing;
      /** Share of the near-optimal sets that hold it, in basis points. */
      readonly coreIndex: number | null;
    }[];
  } | null;
  /** The first plans of the ranking, as many as there are seats. */
  readonly ranking: CostedSet;
  readonly chosen: CostedSet | null;
  /** Where nothing is feasible: each constraint that alone stands in the way, and the least by which it would have to give. */
  readonly short: readonly Breach[];
  /** Steps the searches took. */
  readonly steps: number;
}

export const PORTFOLIO_METHOD =
  'depth-first branch and bound with a Lagrangian bound; core index after Liesiö, Mild, Salo (2007, 2008) over all sets within delta of the best';

/** Steps of one run, unless told (convention): a second or so. */
export const PORTFOLIO_WORK = 2_000_000;

/**
 * The best set of plans that keeps all rules, by total score. Of sets that score the same the one that holds the best-placed plan
 * the others do not (order of ranking: score, then id). Exact as far as `work` steps carry; beyond that the bound is told.
 * It proposes; it decides nothing.
 */
export function* composePortfolio(
  given: readonly PortfolioPlan[],
  rules: PortfolioRules,
  chosenIds: readonly string[] | null,
  steps: number = PORTFOLIO_WORK,
): Generator<void, PortfolioResult> {
  const plans = [...given].sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const constraints = constraintsOf(plans, rules);
  const place = new Map(plans.map(({ id }, at) => [id, at]));
  const placesOf = (ids: readonly string[]): number[] =>
    [...new Set(ids)].flatMap((id) => place.get(id) ?? []).sort((a, b) => a - b);
  const [include, exclude] = [placesOf(rules.include), placesOf(rules.exclude)];
  const keeps = (set: readonly number[]): boolean => constraints.every((one) => beyond(one, set) === 0n);
  const scores = plans.map(({ score }) => score);
  const space = spaceOf(scores, constraints, rules.seats.most);
  const scoreOf = (set: readonly number[]): number => set.reduce((sum, at) => sum + (scores[at] ?? 0), 0);
  const work: Work = { left: steps };
  const start = yield* startOf(space, { include, exclude, keeps });
  const sizes = yield* sizesOf(space, start === null ? 0 : scoreOf(start) - rules.delta);
  const question = { space, sizes, keeps, include, exclude };

  const main: Work = { left: Math.floor(steps / 2) };
  const better = yield* search(
    { ...question, need: start === null ? -Infinity : scoreOf(start) + 1, mode: 'best' },
    main,
  );
  work.left -= Math.floor(steps / 2) - main.left;
  let best = better.sets[0] ?? start;
  const top = best === null ? null : scoreOf(best);
  if (best !== null && top !== null && better.complete)
    best = yield* bestPlaced({ ...question, need: top }, best, work);

  const upper = better.complete ? top : Math.max(top ?? 0, Math.floor(better.upper + 1e-6));
  const near =
    best === null || top === null
      ? null
      : yield* nearOptimal({ ...question, need: top - rules.delta }, better.complete, work);
  const setOf = (set: readonly number[]): PlanSet => ({
    plans: set.map((at) => plans[at]?.id ?? ''),
    score: scoreOf(set),
    breaches: breachesOf(plans, rules, constraints, set),
  });
  const costed = (set: readonly number[]): CostedSet => ({
    ...setOf(set),
    costs: top === null ? null : top - scoreOf(set),
  });
  const short = best === null && better.complete ? yield* shortOf(constraints, question, rules.seats.most, work) : [];
  return {
    method: PORTFOLIO_METHOD,
    status: statusOf(best !== null, better.complete),
    best: best === null ? null : setOf(best),
    upperBound: best === null && better.complete ? null : upper,
    gap: top === null || upper === null ? null : upper - top,
    nearOptimal:
      near === null
        ? null
        : {
            delta: rules.delta,
            count: near.count,
            plans: near.plans.map(({ standing, sets }, at) => ({
              planId: plans[at]?.id ?? '',
              standing,
              coreIndex: sets === null || near.count === null ? null : Math.round((sets * 10_000) / near.count),
            })),
          },
    ranking: costed([...scores.keys()].slice(0, rules.seats.most)),
    chosen: chosenIds === null ? null : costed(placesOf(chosenIds)),
    short,
    steps: steps - work.left,
  };
}

const statusOf = (found: boolean, complete: boolean): PortfolioResult['status'] =>
  complete ? (found ? 'optimal' : 'infeasible') : found ? 'bounded' : 'unknown';

/** Of all sets of the best score the one with the best-placed plans: plan by plan, is there one that holds it, too? */
function* bestPlaced(
  question: Omit<Parameters<typeof search>[0], 'mode'>,
  known: readonly number[],
  work: Work,
): Generator<void, readonly number[]> {
  let best = known;
  const include: number[] = [...question.include];
  const exclude: number[] = [...question.exclude];
  for (let plan = 0; plan < question.space.size && work.left > 0; plan += 1) {
    if (include.includes(plan) || exclude.includes(plan)) continue;
    if (best.every((held) => include.includes(held))) break;
    if (!best.includes(plan)) {
      const own: Work = { left: Math.min(work.left, Math.ceil(work.left / 8)) };
      const before = own.left;
      const found = yield* search({ ...question, include: [...include, plan], exclude, mode: 'first' }, own);
      work.left -= before - own.left;
      best = found.sets[0] ?? best;
    }
    (best.includes(plan) ? include : exclude).push(plan);
  }
  return best;
}

/**
 * Nothing is feasible: which constraint would have to give, alone, and by how much at least? Empty where no single one would do,
 * and where the work ran out.
 */
function* shortOf(
  constraints: readonly Constraint[],
  { include, exclude }: { readonly include: readonly number[]; readonly exclude: readonly number[] },
  most: number,
  work: Work,
): Generator<void, Breach[]> {
  const short: Breach[] = [];
  for (const [at, constraint] of constraints.entries()) {
    const others = constraints.filter((_, other) => other !== at);
    const size = constraint.weights.length;
    const seats = constraint.kind === 'seats' && constraint.bound >= 0n ? size : most;
    const scale = constraint.weights.reduce((top, w) => Math.max(top, Math.abs(Number(w))), 1);
    const values = constraint.weights.map((weight) => -Number(weight) / scale);
    const own: Work = { left: Math.floor(work.left / (constraints.length - at)) };
    const before = own.left;
    const space = spaceOf(values, others, seats);
    const found = yield* search(
      {
        space,
        sizes: yield* sizesOf(space, -Infinity),
        keeps: (set) => others.every((one) => beyond(one, set) === 0n),
        include,
        exclude,
        need: -Infinity,
        mode: 'best',
        step: 1e-12,
      },
      own,
    );
    work.left -= before - own.left;
    const [set] = found.sets;
    if (set === undefined) continue;
    const { kind, name, unit } = constraint;
    short.push({ kind, name, unit, by: beyond(constraint, set) });
  }
  return short;
}
