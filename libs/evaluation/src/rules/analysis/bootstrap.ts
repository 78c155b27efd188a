import { byText } from '../aggregate-input.js';
import { type Answer, type Method, rounded, shortfall } from './answer.js';
import { fewestSheets, type Frame, frameOf, withoutScore } from './frame.js';
import type { AnalysisInput } from './input.js';
import { randomOf, STREAMS } from './random.js';
import { type Resampler, resamplerOf } from './resample.js';
import { placesOf, rankerOf, type Seat } from './standing.js';
import { scoresOf } from './scores.js';

const METHOD: Method = {
  method: 'bootstrap-of-evaluators',
  reference: 'Heyard, Ott, Salanti, Egger 2022, doi 10.1080/2330443X.2022.2086190; Efron, Tibshirani 1993',
};

/** Fewest sheets per plan and stage. Of three there are ten different resamples; of two, three, which is no distribution. */
export const BOOTSTRAP_SHEETS = 3;
/** With one plan there is nothing to be ranked against. */
export const BOOTSTRAP_PLANS = 2;
/** Share of the replicates between the two ends of the rank interval (convention). */
export const RANK_INTERVAL = 0.9;
/** Most ranks told apart in the interval of one plan; beyond it the ends are widened to whole classes of ranks. */
const RANK_CLASSES = 1024;

export type LineGroup = 'clear-in' | 'too-close' | 'clear-out';

/** What is asked of the bootstrap. `clearIn` and `clearOut` are probabilities (defaults 0.9 and 0.1, convention). */
export interface BootstrapOptions {
  readonly seed: number;
  readonly replicates?: number;
  readonly clearIn?: number;
  readonly clearOut?: number;
}

/** How firmly a plan stands where it stands. */
export interface PlanStability {
  readonly planId: string;
  readonly label: string;
  /** As computed here from all sheets; points, bonus included. */
  readonly score: number | null;
  readonly rank: number | null;
  readonly seat: Seat;
  /** Share of the replicates in which the plan is inside the line; equals at the line share the seats left. */
  readonly probability: number;
  /** Mean over the replicates; equals share the mean of their places. */
  readonly expectedRank: number;
  /** Ranks the middle 90 % of the replicates lie between, ends included. */
  readonly rankInterval: readonly [number, number];
  readonly group: LineGroup;
}

export interface BootstrapResult {
  readonly seed: number;
  readonly replicates: number;
  readonly clearIn: number;
  readonly clearOut: number;
  /** How evaluators were drawn, by stage. */
  readonly draws: Resampler['draws'];
  readonly plans: readonly PlanStability[];
  /** Plans without a score, which are in none of the figures. */
  readonly withoutScore: readonly string[];
}

/** Sums over the replicates, one entry per scored plan. */
interface Tally {
  readonly inside: Float64Array;
  readonly ranks: Float64Array;
  /** How often each class of ranks was reached, by plan. */
  readonly classes: Int32Array;
  readonly perPlan: number;
  /** Ranks in a class. */
  readonly width: number;
}

function tallyOf(frame: Frame, resampler: Resampler, seed: number, replicates: number): Tally {
  const count = frame.scored.length;
  const width = Math.ceil(count / RANK_CLASSES);
  const perPlan = Math.ceil(count / width);
  const [inside, ranks] = [new Float64Array(count), new Float64Array(count)];
  const classes = new Int32Array(count * perPlan);
  const [random, scores] = [randomOf(seed, STREAMS.bootstrap), new Float64Array(count)];
  const { higher, equal, seats, rank } = rankerOf(count, frame);
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    resampler.into(scores, random);
    rank(scores);
    for (let i = 0; i < count; i += 1) {
      const above = higher[i]!;
      inside[i] = inside[i]! + seats[i]!;
      ranks[i] = ranks[i]! + above + (equal[i]! + 1) / 2;
      const at = i * perPlan + (width === 1 ? above : Math.floor(above / width));
      classes[at] = classes[at]! + 1;
    }
  }
  return { inside, ranks, classes, perPlan, width };
}

/** First class from one end at which the tail outside the interval is used up. */
function tailClass(counts: Int32Array, allowed: number): number {
  let passed = 0;
  const found = counts.findIndex((count) => (passed += count) > allowed);
  return Math.max(0, found);
}

function intervalOf({ classes, perPlan, width }: Tally, i: number, count: number, replicates: number) {
  const own = classes.slice(i * perPlan, (i + 1) * perPlan);
  const allowed = (replicates * (1 - RANK_INTERVAL)) / 2;
  const low = tailClass(own, allowed) * width + 1;
  const high = (perPlan - tailClass(own.toReversed(), allowed)) * width;
  return [low, Math.min(high, count)] as const;
}

function groupOf(probability: number, clearIn: number, clearOut: number): LineGroup {
  return probability >= clearIn ? 'clear-in' : probability <= clearOut ? 'clear-out' : 'too-close';
}

/** The bootstrap of a round that is already in order. */
export function bootstrapFrame(frame: Frame, options: BootstrapOptions): Answer<BootstrapResult> {
  const { seed, replicates = 10_000, clearIn = 0.9, clearOut = 0.1 } = options;
  const lack = shortfall(
    METHOD,
    { plans: BOOTSTRAP_PLANS, sheetsPerPlan: BOOTSTRAP_SHEETS, replicates: 1 },
    { plans: frame.scored.length, sheetsPerPlan: fewestSheets(frame), replicates },
  );
  if (lack) return lack;
  const resampler = resamplerOf(frame);
  const tally = tallyOf(frame, resampler, seed, replicates);
  const places = new Map(placesOf(frame, scoresOf(frame)).map((place) => [place.planId, place]));
  const plans = frame.scored.map((plan, i): PlanStability => {
    const { planId, label, score, rank, seat } = places.get(frame.plans[plan]!.planId)!;
    const probability = tally.inside[i]! / replicates;
    return {
      planId,
      label,
      score,
      rank,
      seat,
      probability: rounded(probability),
      expectedRank: rounded(tally.ranks[i]! / replicates),
      rankInterval: intervalOf(tally, i, frame.scored.length, replicates),
      group: groupOf(probability, clearIn, clearOut),
    };
  });
  plans.sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || byText(a.planId, b.planId));
  return {
    ...METHOD,
    status: 'ok',
    seed,
    replicates,
    clearIn,
    clearOut,
    draws: resampler.draws,
    plans,
    withoutScore: withoutScore(frame),
  };
}

/**
 * How firmly the line stands if the panel had come out a little differently: each plan's probability of being inside it
 * and its expected rank, over resamples of the evaluators. Trimming, quota and cut-off are applied in every one. A
 * resample of n sheets varies by (n - 1) / n of what a new panel would: with few sheets the figures are a lower bound.
 */
export function bootstrapRanks(input: AnalysisInput, options: BootstrapOptions): Answer<BootstrapResult> {
  return bootstrapFrame(frameOf(input), options);
}
