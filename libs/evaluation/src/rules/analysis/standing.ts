import { byText } from '../aggregate-input.js';
import { roundedOrNull } from './answer.js';
import type { Frame } from './frame.js';
import { TIE } from './scores.js';

/** In, out, or equal to others where there are fewer seats than equals. */
export type Seat = 'in' | 'tied-at-line' | 'out';

/** Work space of a ranking over a fixed number of plans; filled by `rank`. */
export interface Ranker {
  /** Plans with a higher score: the rank is one more. */
  readonly higher: Int32Array;
  /** Plans with the same score, itself included; 0 = it has no score. */
  readonly equal: Int32Array;
  /** Share of a seat: 1 = in, 0 = out, between = so many seats for so many equals. Sums to at most the quota. */
  readonly seats: Float64Array;
  readonly rank: (scores: Float64Array) => void;
}

/**
 * Steps of a point by which scores are put in order at first: what lies within one step is then put in order exactly. Whole numbers
 * are exact below 2^53: of 10,000 plans for scores up to 800,000 points.
 */
const STEPS = 2 ** 20;

/**
 * A ranking that can be made again and again without new memory. One sort of numbers that hold a score and behind it the number of
 * its plan; then a walk from the lowest to the highest, with the first and the last of its equals on either side.
 */
export function rankerOf(count: number, { quota, cutOff }: Pick<Frame, 'quota' | 'cutOff'>): Ranker {
  const [higher, equal, seats] = [new Int32Array(count), new Int32Array(count), new Float64Array(count)];
  const [keys, sorted, order] = [new Float64Array(count), new Float64Array(count), new Int32Array(count)];
  const least = cutOff === null ? Number.NEGATIVE_INFINITY : cutOff - TIE;
  const rank = (scores: Float64Array): void => {
    let scored = 0;
    for (let plan = 0; plan < count; plan += 1) {
      const score = scores[plan]!;
      if (Number.isNaN(score)) higher[plan] = equal[plan] = seats[plan] = 0;
      else keys[scored++] = Math.floor(score * STEPS) * count + plan;
    }
    (scored === count ? keys : keys.subarray(0, scored)).sort();
    for (let i = 0; i < scored; i += 1) {
      const plan = keys[i]! - Math.floor(keys[i]! / count) * count;
      const score = scores[plan]!;
      let at = i;
      for (; at > 0 && sorted[at - 1]! > score; at -= 1) {
        sorted[at] = sorted[at - 1]!;
        order[at] = order[at - 1]!;
      }
      sorted[at] = score;
      order[at] = plan;
    }
    for (let i = 0, first = 0, past = 0; i < scored; i += 1) {
      const score = sorted[i]!;
      while (sorted[first]! < score - TIE) first += 1;
      while (past < scored && sorted[past]! <= score + TIE) past += 1;
      const [plan, above, among] = [order[i]!, scored - past, past - first];
      higher[plan] = above;
      equal[plan] = among;
      seats[plan] = score < least ? 0 : Math.min(1, Math.max(0, (quota - above) / among));
    }
  };
  return { higher, equal, seats, rank };
}

export const seatOf = (share: number): Seat => (share === 1 ? 'in' : share > 0 ? 'tied-at-line' : 'out');

/** A plan in its place. */
export interface Place {
  readonly planId: string;
  readonly label: string;
  /** Points, bonus included; null = no score. */
  readonly score: number | null;
  /** 1 = best; equals share a rank and the next is left free; null = no score. */
  readonly rank: number | null;
  readonly seat: Seat;
}

/** The places in order of score, then of plan id; what has no score comes last. */
export function placesOf(frame: Frame, scores: Float64Array): Place[] {
  const { higher, equal, seats, rank } = rankerOf(scores.length, frame);
  rank(scores);
  return frame.plans
    .map(({ planId, label }, plan): Place => ({
      planId,
      label,
      score: roundedOrNull(scores[plan]!),
      rank: equal[plan] === 0 ? null : higher[plan]! + 1,
      seat: seatOf(seats[plan]!),
    }))
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || byText(a.planId, b.planId));
}

/** Which plans a second way of counting takes in, puts out, or leaves equal at the line, by plan id. */
export interface SeatChange {
  readonly enters: readonly string[];
  readonly leaves: readonly string[];
  readonly tiedAtLine: readonly string[];
}

/** What changes in the set inside the line between two rankings of the same plans, given as shares of seats. */
export function seatChange({ plans }: Frame, before: Float64Array, after: Float64Array): SeatChange {
  const idsOf = (is: (plan: number) => boolean): string[] =>
    plans.flatMap(({ planId }, plan) => (is(plan) ? [planId] : []));
  return {
    enters: idsOf((plan) => before[plan]! < 1 && after[plan] === 1),
    leaves: idsOf((plan) => before[plan] === 1 && after[plan]! < 1),
    tiedAtLine: idsOf((plan) => after[plan]! > 0 && after[plan]! < 1),
  };
}
