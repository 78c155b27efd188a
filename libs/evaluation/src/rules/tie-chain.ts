import { formatScore } from '@daegaejo/platform/rules';
import type { TieRule } from '@daegaejo/round/rules';
import { byText } from './aggregate-input.js';
import type { PlanScore, TraceStep } from './plan-score.js';
import { compare, parse } from './rational.js';

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

const SIGNS = { higher: '>', lower: '<', equal: '=' } as const;

function valueOf(rule: TieRule, score: PlanScore): string {
  if (rule.by === 'base-score') return formatScore(score.base);
  const found = score.criterionMeans.find(({ criterion }) => criterion === rule.criterion);
  if (!found) throw new RangeError(`the tie chain names an unknown criterion: ${rule.criterion}`);
  return found.mean;
}

function applyRule(rule: TieRule, a: PlanScore, b: PlanScore): TieStep {
  const [own, other] = [valueOf(rule, a), valueOf(rule, b)];
  const order = rule.by === 'base-score' ? a.base - b.base : compare(parse(own), parse(other));
  return {
    rule: rule.by === 'base-score' ? rule.by : `criterion:${rule.criterion}`,
    own,
    other,
    result: order > 0 ? 'higher' : order < 0 ? 'lower' : 'equal',
  };
}

/** Walks the chain until a rule separates the two plans. */
function separate(chain: readonly TieRule[], a: PlanScore, b: PlanScore): TieComparison {
  const steps: TieStep[] = [];
  for (const rule of chain) {
    const step = applyRule(rule, a, b);
    steps.push(step);
    if (step.result !== 'equal') return { with: b.planId, steps, separatedBy: step.rule };
  }
  return { with: b.planId, steps, separatedBy: 'unresolved' };
}

/** Positive when `a` goes before `b`, 0 when nothing separates them. */
function precedence(chain: readonly TieRule[], a: PlanScore, b: PlanScore): number {
  if (a.final !== b.final) return a.final - b.final;
  const last = separate(chain, a, b).steps.at(-1)?.result ?? 'equal';
  return last === 'higher' ? 1 : last === 'lower' ? -1 : 0;
}

/**
 * Ranks scored plans: final score, then the rules of the tie chain in their order, higher first (convention). What the
 * chain cannot separate keeps the same rank and is flagged; it is never settled by name, time or chance.
 * The answer is in order of rank, then of plan id.
 */
export function rankPlans(chain: readonly TieRule[], scores: readonly PlanScore[]): RankedPlan[] {
  return scores
    .map((score): RankedPlan => {
      const others = scores.filter((other) => other !== score);
      const rank = 1 + others.filter((other) => precedence(chain, other, score) > 0).length;
      const ties = others
        .filter((other) => other.final === score.final)
        .sort((a, b) => byText(a.planId, b.planId))
        .map((other) => separate(chain, score, other));
      const unresolvedTie = ties.some(({ separatedBy }) => separatedBy === 'unresolved');
      const trace: TraceStep[] = [
        ...score.trace,
        ...ties.map(({ with: planId, steps, separatedBy }) => ({
          step: separatedBy === 'unresolved' ? 'tie-unresolved' : 'tie',
          detail: [
            planId,
            ...steps.map(({ rule, own, other, result }) => `${rule} ${own} ${SIGNS[result]} ${other}`),
          ].join('; '),
        })),
        { step: unresolvedTie ? 'rank-shared' : 'rank', detail: `${rank}` },
      ];
      return { ...score, rank, unresolvedTie, ties, trace };
    })
    .sort((a, b) => a.rank - b.rank || byText(a.planId, b.planId));
}
