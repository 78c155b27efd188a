import { formatScore } from '@daegaejo/platform/rules';
import type { TieRule } from '@daegaejo/round/rules';
import { type AggregatePolicy, byText } from './aggregate-input.js';
import type { PlanScore } from './plan-score.js';
import { compare, parse } from './rational.js';
import type { Whole } from './whole-numbers.js';

/** One rule of the tie chain applied to two plans. Values as text: "87.50" for a base score, "n/d" for an exact mean. */
export interface TieStep {
  readonly rule: string;
  readonly own: string;
  readonly other: string;
  readonly result: 'higher' | 'lower' | 'equal';
}

/** How a plan was set apart from one other plan with the same final score. */
export interface TieComparison {
  readonly with: string;
  readonly steps: readonly TieStep[];
  /** The rule that separated the two ("base-score", "criterion:need"), or `unresolved`: both keep the same rank. */
  readonly separatedBy: string;
}

/** A scored plan in its place. */
export interface RankedPlan extends PlanScore {
  /** 1 = best. Plans the chain cannot separate share a rank, and the next rank is left free (1, 2, 2, 4). */
  readonly rank: number;
  /** Shares its rank: the committee has to decide between equals. */
  readonly unresolvedTie: boolean;
  readonly ties: readonly TieComparison[];
}

/** What a ranking looks at. */
export interface Standing<N extends number | bigint> {
  readonly planId: string;
  readonly base: number;
  readonly final: number;
  /** Number of sheets that count. */
  readonly kept: N;
  /** Per criterion in the policy's order, the sum of the marks that count. */
  readonly sums: readonly N[];
}

/** A standing in its place. */
export interface Place<S> extends Pick<RankedPlan, 'rank' | 'unresolvedTie'> {
  readonly standing: S;
}

/** Negative when `a` goes before `b`, 0 when nothing separates them. */
function precedence<N extends number | bigint>({ criteria, tieChain }: AggregatePolicy, { times }: Whole<N>) {
  const columns = tieChain.map((rule) =>
    rule.by === 'base-score' ? null : criteria.findIndex(({ code }) => code === rule.criterion),
  );
  return (a: Standing<N>, b: Standing<N>): number => {
    if (a.final !== b.final) return b.final - a.final;
    for (const column of columns) {
      // means compared as fractions: a's sum ÷ a's sheets against b's sum ÷ b's sheets
      const left = column === null ? a.base : times(a.sums[column] ?? a.kept, b.kept);
      const right = column === null ? b.base : times(b.sums[column] ?? b.kept, a.kept);
      if (left !== right) return left > right ? -1 : 1;
    }
    return 0;
  };
}

/**
 * Ranks scored plans: final score, then the rules of the tie chain in their order, higher first (convention). What the
 * chain cannot separate keeps the same rank and is flagged; it is never settled by name, time or chance.
 * The answer is in order of rank, then of plan id.
 */
export function rankStandings<N extends number | bigint, S extends Standing<N>>(
  policy: AggregatePolicy,
  whole: Whole<N>,
  standings: readonly S[],
): Place<S>[] {
  const order = precedence(policy, whole);
  const sorted = [...standings].sort((a, b) => order(a, b) || byText(a.planId, b.planId));
  // equals stand next to each other, so neighbours are all that has to be compared
  const likeNext = sorted.map((standing, i) => {
    const next = sorted[i + 1];
    return next !== undefined && order(standing, next) === 0;
  });
  let rank = 0;
  return sorted.map((standing, i) => {
    const likePrevious = i > 0 && likeNext[i - 1] === true;
    if (!likePrevious) rank = i + 1;
    return { standing, rank, unresolvedTie: likePrevious || likeNext[i] === true };
  });
}

/** As much of a plan as the tie chain quotes; a full score and a summary both have it. */
export type Quoted = Pick<PlanScore, 'planId' | 'base' | 'criterionMeans'>;

function valueOf(rule: TieRule, plan: Quoted): string {
  if (rule.by === 'base-score') return formatScore(plan.base);
  const found = plan.criterionMeans.find(({ criterion }) => criterion === rule.criterion);
  if (!found) throw new RangeError(`the tie chain names an unknown criterion: ${rule.criterion}`);
  return found.mean;
}

function applyRule(rule: TieRule, a: Quoted, b: Quoted): TieStep {
  const [own, other] = [valueOf(rule, a), valueOf(rule, b)];
  const order = rule.by === 'base-score' ? a.base - b.base : compare(parse(own), parse(other));
  return {
    rule: rule.by === 'base-score' ? rule.by : `criterion:${rule.criterion}`,
    own,
    other,
    result: order > 0 ? 'higher' : order < 0 ? 'lower' : 'equal',
  };
}

/** Walks the chain until a rule separates the two plans, and keeps every step. */
export function separate(chain: readonly TieRule[], a: Quoted, b: Quoted): TieComparison {
  const steps: TieStep[] = [];
  for (const rule of chain) {
    const step = applyRule(rule, a, b);
    steps.push(step);
    if (step.result !== 'equal') return { with: b.planId, steps, separatedBy: step.rule };
  }
  return { with: b.planId, steps, separatedBy: 'unresolved' };
}
