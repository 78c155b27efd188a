import { countingStages, type Frame, type StageFrame } from './frame.js';
import { rounded } from './answer.js';
import { countedSheets, scoresOf } from './scores.js';
import { rankerOf } from './standing.js';

/** Points taken from one criterion's effective weight and given to another's. */
export interface WeightMove {
  readonly from: string;
  readonly to: string;
  readonly points: number;
}

/** The least change of weights after which the set inside the line is another one. */
export interface SmallestChange {
  /** `overtakes`: a plan outside draws level with one inside; the others: a plan meets the cut-off from above or below. */
  readonly by: 'overtakes' | 'falls-to-cut-off' | 'reaches-cut-off';
  /** The plan inside that is caught, and the plan outside that comes in; null where the cut-off is the other side. */
  readonly inside: string | null;
  readonly outside: string | null;
  /** Total points moved (half of the sum of all absolute changes). At exactly this the two are equal; any more decides. */
  readonly points: number;
  /** What separates the two now, in points of the score. */
  readonly margin: number;
  readonly moves: readonly WeightMove[];
}

/** The round as a linear score: effective weights (share × weight) and each plan's mean ratios of the sheets that count. */
interface Linear {
  readonly names: readonly string[];
  readonly weights: Float64Array;
  readonly ratios: ReadonlyMap<number, Float64Array>;
}

function ratiosOf(stage: StageFrame, plan: number): number[] {
  const sheets = countedSheets(stage, plan);
  const width = stage.criteria.length;
  return stage.criteria.map(
    (_, c) => sheets.reduce((sum, sheet) => sum + stage.ratios[sheet * width + c]!, 0) / sheets.length,
  );
}

function linearOf(frame: Frame): Linear {
  const stages = countingStages(frame);
  const several = stages.length > 1;
  return {
    names: stages.flatMap(({ code: stage, criteria }) =>
      criteria.map(({ code }) => (several ? `${stage}/${code}` : code)),
    ),
    weights: Float64Array.from(stages.flatMap(({ share, weights }) => [...weights].map((weight) => share * weight))),
    ratios: new Map(
      frame.scored.map((plan) => [plan, Float64Array.from(stages.flatMap((stage) => ratiosOf(stage, plan)))]),
    ),
  };
}

/**
 * Least points to move so that a lead of `margin` is gone, where a point on criterion c is worth advantage[c]: taken from
 * the largest advantage first, given to the smallest. The linear programme has one bound per source and a free sink, so
 * this is its optimum. Infinity when even all the weight on the smallest advantage leaves a lead.
 */
export function leastMoved(
  weights: Float64Array,
  advantages: Float64Array,
  margin: number,
): { points: number; moves: { from: number; to: number; points: number }[] } {
  const order = Array.from(advantages.keys()).sort((a, b) => advantages[b]! - advantages[a]! || a - b);
  const to = order.at(-1)!;
  const moves: { from: number; to: number; points: number }[] = [];
  let [left, points] = [margin, 0];
  for (const from of order) {
    const gain = advantages[from]! - advantages[to]!;
    if (left <= 0 || gain <= 0) break;
    const moved = Math.min(weights[from]!, left / gain);
    if (moved <= 0) continue;
    moves.push({ from, to, points: moved });
    points += moved;
    left -= moved * gain;
  }
  return left > 1e-9 ? { points: Infinity, moves: [] } : { points, moves };
}

interface Candidate {
  readonly by: SmallestChange['by'];
  readonly inside: number | null;
  readonly outside: number | null;
  readonly margin: number;
}

/** A point moved changes a lead by at most the widest gap of two advantages, and these lie between -1 and 1. */
const MOST_PER_POINT = 2;

/** Every event that changes the set, tried against the best so far; `tryOut` gives the points of the best. */
function forEachCandidate(frame: Frame, scores: Float64Array, tryOut: (candidate: Candidate) => number): void {
  const { seats, rank } = rankerOf(scores.length, frame);
  rank(scores);
  const { cutOff, quota } = frame;
  const inside = frame.scored.filter((plan) => seats[plan]! > 0).sort((a, b) => scores[a]! - scores[b]! || a - b);
  const outside = frame.scored.filter((plan) => seats[plan]! < 1).sort((a, b) => scores[b]! - scores[a]! || a - b);
  if (cutOff !== null)
    for (const plan of inside)
      tryOut({ by: 'falls-to-cut-off', inside: plan, outside: null, margin: scores[plan]! - cutOff });
  if (inside.length < quota) {
    // seats are free: only the cut-off keeps a plan outside
    if (cutOff !== null)
      for (const plan of outside)
        tryOut({ by: 'reaches-cut-off', inside: null, outside: plan, margin: cutOff - scores[plan]! });
    return;
  }
  let best = Infinity;
  for (const plan of inside)
    for (const other of outside) {
      const margin = Math.max(0, scores[plan]! - scores[other]!);
      if (margin / MOST_PER_POINT >= best) break;
      if (other !== plan) best = tryOut({ by: 'overtakes', inside: plan, outside: other, margin });
    }
}

function advantagesOf({ ratios, weights }: Linear, { inside, outside }: Candidate): Float64Array {
  const [own, other] = [ratios.get(inside ?? -1), ratios.get(outside ?? -1)];
  return weights.map((_, c) => (own?.[c] ?? 0) - (other?.[c] ?? 0));
}

/**
 * The smallest change of weights that changes the set inside the line, or null when no weights do. Exact for the score as
 * it stands: which sheets trimming leaves out is held fixed, points may go between criteria of different stages, and no
 * weight goes below 0. With a full set it changes exactly when a plan outside overtakes one inside or one inside falls
 * below the cut-off, so the least over these events is the least of all.
 */
export function smallestChangeOf(frame: Frame): SmallestChange | null {
  const linear = linearOf(frame);
  const { names, weights } = linear;
  let best: (Candidate & ReturnType<typeof leastMoved>) | null = null;
  forEachCandidate(frame, scoresOf(frame), (candidate) => {
    const moved = leastMoved(weights, advantagesOf(linear, candidate), candidate.margin);
    if (moved.points < (best?.points ?? Infinity)) best = { ...candidate, ...moved };
    return best?.points ?? Infinity;
  });
  const found = best as (Candidate & ReturnType<typeof leastMoved>) | null; // assigned in the callback
  const idOf = (plan: number | null): string | null => (plan === null ? null : frame.plans[plan]!.planId);
  return (
    found && {
      by: found.by,
      inside: idOf(found.inside),
      outside: idOf(found.outside),
      points: rounded(found.points),
      margin: rounded(found.margin),
      moves: found.moves.map(({ from, to, points }) => ({
        from: names[from]!,
        to: names[to]!,
        points: rounded(points),
      })),
    }
  );
}
