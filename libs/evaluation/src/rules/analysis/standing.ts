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

/** First place in an ascending list that is at least `value`. */
function lowerBound(sorted: Float64Array, count: number, value: number): number {
  let [low, high] = [0, count];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A ranking that can be made again and again without new memory: one sort of numbers, then a search per plan. */
export function rankerOf(count: number, { quota, cutOff }: Pick<Frame, 'quota' | 'cutOff'>): Ranker {
  const [higher, equal, seats] = [new Int32Array(count), new Int32Array(count), new Float64Array(count)];
  const sorted = new Float64Array(count);
  const least = cutOff === null ? Number.NEGATIVE_INFINITY : cutOff - TIE;
  const rank = (scores: Float64Array): void => {
    sorted.set(scores);
    sorted.sort(); // what has no score goes last
    let scored = count;
    while (scored > 0 && Number.isNaN(sorted[scored - 1]!)) scored -= 1;
    for (let plan = 0; plan < count; plan += 1) {
      const score = scores[plan]!;
      if (Number.isNaN(score)) {
        higher[plan] = equal[plan] = seats[plan] = 0;
        continue;
      }
      const first = lowerBound(sorted, scored, score - TIE);
      let past = first + 1;
      while (past < scored && sorted[past]! <= score + TIE) past += 1;
      const above = scored - past;
      higher[plan] = above;
      equal[plan] = past - first;
      seats[plan] = score < least ? 0 : Math.min(1, Math.max(0, (quota - above) / (past - first)));
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
