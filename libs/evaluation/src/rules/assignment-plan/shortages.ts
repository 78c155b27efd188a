import { wishOf } from './apart.js';
import { type Choice } from './choice.js';
import { type PlanClasses } from './classes.js';
import { type IndexedProblem, listOf } from './indexed.js';
import { type Shortage } from './result.js';
import { BLOCKED, FIELD, INDUSTRY, type RowReader } from './rows.js';
import { type Stock } from './stock.js';

type Measure = { readonly needed: number; readonly available: number; readonly short: number };

export function measure(needed: number, available: number): Measure {
  return { needed, available, short: needed - available };
}

/** Fixed pairs that break a rule by themselves. */
export function fixedShortages({ plans, evaluators, fixed, conflicts, partners }: IndexedProblem): Shortage[] {
  return plans.flatMap(({ id: planId }, plan) => {
    const members = listOf(fixed, plan);
    const refused = listOf(conflicts, plan);
    const found: Shortage[] = [];
    members.forEach((one, i) => {
      const evaluatorId = evaluators[one]!.id;
      if (refused.includes(one)) found.push({ code: 'fixed-conflict', planId, evaluatorId, ...measure(1, 0) });
      for (const other of members.subarray(i + 1))
        if (listOf(partners, one).includes(other))
          found.push({
            code: 'fixed-not-together',
            planId,
            pair: [evaluatorId, evaluators[other]!.id],
            ...measure(2, 1),
          });
    });
    return found;
  });
}

/** What a plan lacks for itself, whatever the others get. */
function planShortages(problem: IndexedProblem, stock: Stock, classes: PlanClasses, plan: number): Shortage[] {
  const { needs, free } = stock;
  const { id: planId, reviews } = problem.plans[plan]!;
  const fixed = listOf(problem.fixed, plan).length;
  const counts = [...free.subarray(4 * plan, 4 * plan + 4)];
  const having = (bit: number): number => counts.reduce((sum, count, type) => sum + (type & bit ? count : 0), 0);
  const all = counts.reduce((sum, count) => sum + count, 0);
  const left = needs.reviews[plan]!;
  if (left < 0) return [{ code: 'plan-fixed', planId, ...measure(fixed, reviews) }];
  const found: Shortage[] = [];
  const [industry, field] = [needs.industry[plan]!, needs.field[plan]!];
  if (all < left) found.push({ code: 'plan-evaluators', planId, ...measure(reviews, fixed + all) });
  if (having(INDUSTRY) < industry)
    found.push({ code: 'plan-industry', planId, ...measure(industry, having(INDUSTRY)) });
  if (having(FIELD) < field) found.push({ code: 'plan-field', planId, ...measure(field, having(FIELD)) });
  if (found.length === 0 && classes.low[plan]! > classes.high[plan]!)
    found.push({
      code: 'plan-mix',
      planId,
      ...measure(industry + field - Math.min(industry, field, counts[3]!), left),
    });
  return found;
}

/** Sums that do not fit, of loads and of the industry shares. */
function totalShortages({ evaluators, plans, given }: IndexedProblem, { needs, freeOfEvaluator }: Stock): Shortage[] {
  const sum = (list: Iterable<number>): number => [...list].reduce((total, value) => total + Math.max(value, 0), 0);
  const wanted = sum(plans.map(({ reviews }) => reviews));
  const most = sum(evaluators.map(({ maxLoad }) => maxLoad));
  const least = sum(evaluators.map(({ minLoad }) => minLoad));
  const industry = sum(needs.industry);
  const carried = sum(needs.most.filter((_, e) => evaluators[e]!.industry));
  const found: Shortage[] = evaluators.flatMap(({ id: evaluatorId, minLoad, maxLoad }, e) => [
    ...(needs.most[e]! < 0
      ? [{ code: 'evaluator-load', evaluatorId, ...measure(maxLoad - needs.most[e]!, maxLoad) } as const]
      : []),
    ...(freeOfEvaluator[e]! < needs.least[e]!
      ? [
          {
            code: 'evaluator-plans',
            evaluatorId,
            ...measure(minLoad, minLoad - needs.least[e]! + freeOfEvaluator[e]!),
          } as const,
        ]
      : []),
  ]);
  if (wanted > most) found.push({ code: 'total-load', ...measure(wanted, most) });
  if (least > wanted) found.push({ code: 'total-minimum', ...measure(least, wanted) });
  if (given.rules.industryShare && industry > carried)
    found.push({ code: 'total-industry', ...measure(industry, carried) });
  return found;
}

/** Everything that can be seen without assigning anybody. */
export function plainShortages(problem: IndexedProblem, stock: Stock, classes: PlanClasses): Shortage[] {
  return [
    ...fixedShortages(problem),
    ...problem.plans.flatMap((_, plan) => planShortages(problem, stock, classes, plan)),
    ...totalShortages(problem, stock),
  ];
}

/** Least (sign 1) or most (sign −1) reviews each plan has with the marked evaluators, whatever it chooses. */
function partsOf(
  problem: IndexedProblem,
  reader: RowReader,
  choice: Choice,
  { needs }: Stock,
  classes: PlanClasses,
  marks: Float64Array,
): { parts: number[]; apart: Shortage[] } {
  const apart: Shortage[] = [];
  const parts = problem.plans.map(({ id: planId }, plan) => {
    reader.load(plan);
    for (let e = 0; e < reader.row.length; e += 1) if (reader.row[e]! < BLOCKED) reader.row[e] = 0;
    const wanted = needs.reviews[plan]!;
    const { wish, least } = wishOf(problem, reader, choice, classes, plan, wanted, marks);
    if (wish || least < Number.POSITIVE_INFINITY) return least;
    const pairs = problem.given.rules.notTogether.map(([a, b]) => (a < b ? [a, b] : [b, a]) as [string, string]);
    const free = (id: string): boolean => reader.row[problem.evaluatorAt.get(id)!]! < BLOCKED;
    const matter = pairs.filter(([a, b]) => free(a) && free(b)).sort((a, b) => (a.join(' ') < b.join(' ') ? -1 : 1));
    apart.push({ code: 'plan-not-together', planId, pairs: matter, ...measure(1, 0) });
    return 0;
  });
  return { parts, apart };
}

/**
 * Names a cut: evaluators who cannot carry what the plans must ask of them, or plans that cannot give some evaluators
 * their lowest loads; null where the cut is none by all rules. `reached` marks the nodes that stuck units reach, among
 * them the sink when lowest loads are short.
 */
export function cutShortages(
  problem: IndexedProblem,
  reader: RowReader,
  choice: Choice,
  stock: Stock,
  classes: PlanClasses,
  reached: Int32Array,
): readonly Shortage[] | null {
  const { evaluators, plans } = problem;
  const minimum = reached[evaluators.length]! > 0;
  const inside = evaluators.map((_, e) => reached[e]! > 0 !== minimum);
  const marks = Float64Array.from(inside, (is) => (is ? (minimum ? -1 : 1) : 0));
  const { parts, apart } = partsOf(problem, reader, choice, stock, classes, marks);
  if (apart.length > 0) return apart;
  const limits = minimum ? stock.needs.least : stock.needs.most;
  const limit = inside.reduce((sum, is, e) => sum + (is ? limits[e]! : 0), 0);
  const total = Math.abs(parts.reduce((sum, part) => sum + part, 0));
  const sizes = minimum ? measure(limit, total) : measure(total, limit);
  if (sizes.short <= 0) return null;
  return [
    {
      code: minimum ? 'group-minimum' : 'group-capacity',
      plans: parts.flatMap((part, plan) => (part === 0 ? [] : [{ planId: plans[plan]!.id, reviews: Math.abs(part) }])),
      evaluatorIds: evaluators.filter((_, e) => inside[e]).map(({ id }) => id),
      ...sizes,
    },
  ];
}
