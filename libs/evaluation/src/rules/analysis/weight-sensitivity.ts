import { byText } from '../aggregate-input.js';
import { type Answer, type Method, rounded, shortfall } from './answer.js';
import { countingStages, type Frame, frameOf, type StageFrame, weigh, withoutScore } from './frame.js';
import type { AnalysisInput } from './input.js';
import { randomOf, STREAMS } from './random.js';
import { meanOfPart, scoresOf, sortPart, trimmed } from './scores.js';
import { type SmallestChange, smallestChangeOf } from './smallest-weight-change.js';
import { placesOf, rankerOf, type Seat } from './standing.js';
import { weightSampler } from './weight-sampler.js';

const METHOD: Method = {
  method: 'weight-sensitivity',
  reference:
    'SMAA-2: Lahdelma, Salminen 2001, doi 10.1287/opre.49.3.444.11220; band: 협상에 의한 계약체결기준 제7조 (±10점)',
};

/** With one plan no weighting can change anything. */
export const WEIGHT_PLANS = 2;
/** With one criterion in every stage there is only one weighting. */
export const WEIGHT_CRITERIA = 2;
/** How far a weight may be from the stated one, in hundredths. */
export const WEIGHT_BAND = 1000;

/** What is asked; `band` in hundredths of a point of the stage's 100.00. */
export interface WeightOptions {
  readonly seed: number;
  readonly samples?: number;
  readonly band?: number;
}

/** How a plan fares under other weightings. */
export interface PlanAcceptability {
  readonly planId: string;
  readonly label: string;
  /** Under the stated weights. */
  readonly rank: number | null;
  readonly seat: Seat;
  /** Share of the sampled weightings that keep the plan inside the line; equals at the line share the seats left. */
  readonly acceptability: number;
  /** Best and worst rank under any sampled weighting. */
  readonly bestRank: number;
  readonly worstRank: number;
}

export interface WeightSensitivity {
  readonly seed: number;
  readonly samples: number;
  /** Points. */
  readonly band: number;
  readonly plans: readonly PlanAcceptability[];
  /** Null = no weights at all change the set inside the line. */
  readonly smallestChange: SmallestChange | null;
  readonly withoutScore: readonly string[];
}

/** Adds a stage's part of the score of every scored plan under some weights, trimming done anew. */
function stageScorer(
  stage: StageFrame,
  scored: readonly number[],
): (weights: Float64Array, scores: Float64Array) => void {
  const totals = stage.totals.slice();
  const order = Int32Array.from(totals, (_, sheet) => sheet);
  const parts = scored.map((plan) => {
    const [from, to] = [stage.start[plan]!, stage.start[plan + 1]!];
    const [first, kept] = trimmed(stage.trim, to - from);
    return { from, to, first, kept };
  });
  return (weights, scores) => {
    weigh(stage, weights, totals);
    for (let i = 0; i < parts.length; i += 1) {
      const { from, to, first, kept } = parts[i]!;
      sortPart(order, totals, from, to);
      scores[i] = scores[i]! + stage.share * meanOfPart(order, totals, from, first, kept);
    }
  };
}

interface Tally {
  readonly inside: Float64Array;
  readonly best: Int32Array;
  readonly worst: Int32Array;
}

function tallyOf(frame: Frame, seed: number, samples: number, band: number): Tally {
  const count = frame.scored.length;
  const random = randomOf(seed, STREAMS.weights);
  const stages = countingStages(frame).map((stage) => ({
    sampler: weightSampler(stage.weights, band, random),
    add: stageScorer(stage, frame.scored),
  }));
  const bonuses = Float64Array.from(frame.scored, (plan) => frame.plans[plan]!.bonus);
  const { higher, seats, rank } = rankerOf(count, frame);
  const scores = new Float64Array(count);
  const [inside, best, worst] = [new Float64Array(count), new Int32Array(count).fill(count), new Int32Array(count)];
  for (let sample = 0; sample < samples; sample += 1) {
    scores.set(bonuses);
    for (const { sampler, add } of stages) {
      sampler.next();
      add(sampler.weights, scores);
    }
    rank(scores);
    for (let i = 0; i < count; i += 1) {
      const place = higher[i]! + 1;
      inside[i] = inside[i]! + seats[i]!;
      if (place < best[i]!) best[i] = place;
      if (place > worst[i]!) worst[i] = place;
    }
  }
  return { inside, best, worst };
}

/** The weight sensitivity of a round that is already in order. */
export function weightSensitivityOfFrame(frame: Frame, options: WeightOptions): Answer<WeightSensitivity> {
  const { seed, samples = 10_000, band = WEIGHT_BAND } = options;
  const lack = shortfall(
    METHOD,
    { plans: WEIGHT_PLANS, criteriaInAStage: WEIGHT_CRITERIA, samples: 1 },
    {
      plans: frame.scored.length,
      criteriaInAStage: countingStages(frame).reduce((most, { criteria }) => Math.max(most, criteria.length), 0),
      samples,
    },
  );
  if (lack) return lack;
  const { inside, best, worst } = tallyOf(frame, seed, samples, band / 100);
  const places = new Map(placesOf(frame, scoresOf(frame)).map((place) => [place.planId, place]));
  const plans = frame.scored
    .map((plan, i): PlanAcceptability => {
      const { planId, label, rank, seat } = places.get(frame.plans[plan]!.planId)!;
      const acceptability = rounded(inside[i]! / samples);
      return { planId, label, rank, seat, acceptability, bestRank: best[i]!, worstRank: worst[i]! };
    })
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0) || byText(a.planId, b.planId));
  return {
    ...METHOD,
    status: 'ok',
    seed,
    samples,
    band: rounded(band / 100),
    plans,
    smallestChange: smallestChangeOf(frame),
    withoutScore: withoutScore(frame),
  };
}

/**
 * What other weightings would have changed: the share of the weightings within a band around the stated ones that keep
 * each plan inside the line, everything recomputed with trimming; and the smallest change of weights that changes the
 * set inside the line, with trimming held fixed.
 */
export function weightSensitivity(input: AnalysisInput, options: WeightOptions): Answer<WeightSensitivity> {
  return weightSensitivityOfFrame(frameOf(input), options);
}
