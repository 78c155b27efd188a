import type { Finding } from '@daegaejo/platform/rules';
import { type AggregateInput, type AggregatePolicy, byText, type PlanInput } from './aggregate-input.js';
import { type CompactRound, fromCompactPlan, isCompact } from './compact-round.js';
import { scorePlan } from './plan-score.js';
import type { PlanSummary } from './plan-summary.js';
import { rankRound } from './rank-round.js';
import type { TraceStep } from './score-trace.js';
import { type RankedPlan, separate } from './tie-chain.js';

/** One plan with its recomputation sheet, or why the round has no ranking. Plain JSON throughout. */
export type Explanation =
  | { readonly ok: true; readonly rules: AggregatePolicy; readonly plan: RankedPlan }
  | { readonly ok: false; readonly findings: readonly Finding[] };

const SIGNS = { higher: '>', lower: '<', equal: '=' } as const;

type Figures = Pick<PlanSummary, 'mean' | 'final' | 'criterionMeans' | 'stages' | 'failedFloors'>;

function figuresOf({ mean, final, criterionMeans, stages = [], failedFloors = [] }: Figures): string {
  return [mean, final, ...[...criterionMeans, ...stages].map((part) => part.mean), ...failedFloors].join();
}

/**
 * The recomputation sheet of one ranked plan: its score step by step, then how the tie chain set it apart. `ranked` is
 * the ranking it has its place in, or at least the plans with the same final score, itself among them.
 * Throws RangeError when it is not, or when the recomputation does not come to the figures it is ranked with.
 */
export function explainPlan(policy: AggregatePolicy, plan: PlanInput, ranked: readonly PlanSummary[]): RankedPlan {
  const own = ranked.find(({ planId }) => planId === plan.planId);
  if (!own) throw new RangeError(`this plan has no place in the ranking: ${plan.planId}`);
  const { rank, unresolvedTie } = own;
  const score = scorePlan(policy, plan);
  if (figuresOf(score) !== figuresOf(own))
    throw new RangeError(`the ranking was not computed from these sheets: ${plan.planId}`);
  const ties = ranked
    .filter((other) => other !== own && other.final === own.final)
    .sort((a, b) => byText(a.planId, b.planId))
    .map((other) => separate(policy.tieChain, own, other));
  const trace: TraceStep[] = [
    ...score.trace,
    ...ties.map(({ with: planId, steps, separatedBy }) => ({
      step: separatedBy === 'unresolved' ? 'tie-unresolved' : 'tie',
      detail: [
        planId,
        ...steps.map(({ rule, own: value, other, result }) => `${rule} ${value} ${SIGNS[result]} ${other}`),
      ].join('; '),
    })),
    { step: unresolvedTie ? 'rank-shared' : 'rank', detail: `${rank}` },
  ];
  return { ...score, rank, unresolvedTie, ties, trace };
}

function planOf(input: AggregateInput | CompactRound, planId: string): PlanInput | undefined {
  if (!isCompact(input)) return input.plans.find((plan) => plan.planId === planId);
  const plan = input.plans.find((compact) => compact.planId === planId);
  return plan && fromCompactPlan(input.policy, plan);
}

/**
 * Ranks a round and explains one plan of it, at the cost of `rankRound` and one recomputation.
 * Throws RangeError for a plan that is not of the round, and as `rankRound` does.
 */
export function explainOne(input: AggregateInput | CompactRound, planId: string): Explanation {
  const ranking = rankRound(input);
  if (!ranking.ok) return ranking;
  const plan = planOf(input, planId);
  if (!plan) throw new RangeError(`this plan is not of the round: ${planId}`);
  return { ok: true, rules: ranking.rules, plan: explainPlan(ranking.rules, plan, ranking.plans) };
}
