import type { analysis } from '@daegaejo/evaluation/rules';

/** A round as the floor wants it: totals of sheets in hundredths, as many for every plan. */
export interface Resampling {
  readonly plans: number;
  readonly perPlan: number;
  readonly quota: number;
  readonly trim: { readonly highest: number; readonly lowest: number };
  /** Plan by plan. */
  readonly totals: Int32Array;
  /** Everybody scored everything: one draw of the panel serves all plans. */
  readonly joint: boolean;
}

/** Over all replicates and by plan: shares of a seat, the sum of its ranks, and how often it had each rank. */
export interface Counted {
  readonly inside: Float64Array;
  readonly ranks: Float64Array;
  readonly reached: Int32Array;
}

/** Of one stage, every criterion out of its weight, no bonus. */
export function floorOf({ plans, sheets, quota, stages }: analysis.AnalysisInput): Resampling {
  const ids = plans.map(({ planId }) => planId).sort();
  const evaluators = new Set(sheets.map(({ evaluator }) => evaluator)).size;
  const perPlan = sheets.length / plans.length;
  const places = new Map(ids.map((id, place) => [id, place]));
  const order = sheets.toSorted(
    (a, b) => (places.get(a.planId) ?? 0) - (places.get(b.planId) ?? 0) || (a.evaluator < b.evaluator ? -1 : 1),
  );
  const totals = Int32Array.from(order, ({ marks }) => marks.reduce<number>((sum, mark) => sum + (mark ?? 0), 0));
  const { highest = 0, lowest = 0 } = stages[0]?.trim ?? {};
  return { plans: plans.length, perPlan, quota, trim: { highest, lowest }, totals, joint: evaluators === perPlan };
}

/** The same resampling, plainly: draw sheets, put them in order, leave out the extremes, add up, order the plans, share ties, count. */
export function resampleFloor(round: Resampling, seed: number, replicates: number): Counted {
  const { plans, perPlan, quota, trim, totals, joint } = round;
  const counted = {
    inside: new Float64Array(plans),
    ranks: new Float64Array(plans),
    reached: new Int32Array(plans * plans),
  };
  const { inside, ranks, reached } = counted;
  const [drawn, picked] = [new Int32Array(perPlan), new Int32Array(perPlan)];
  // the sum of a plan's sheets and behind it its number: one sort of whole numbers puts the plans in order
  const bits = Math.ceil(Math.log2(plans));
  const mask = 2 ** bits - 1;
  const keys = new Int32Array(plans);
  let state = seed | 1;
  const draw = (): void => {
    for (let i = 0; i < perPlan; i += 1) {
      state ^= state << 13;
      state ^= state >>> 17;
      state ^= state << 5;
      drawn[i] = ((state >>> 16) * perPlan) >>> 16;
    }
  };
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    if (joint) draw();
    for (let plan = 0, from = 0; plan < plans; plan += 1, from += perPlan) {
      if (!joint) draw();
      for (let i = 0; i < perPlan; i += 1) {
        const total = totals[from + drawn[i]!]!;
        let at = i;
        for (; at > 0 && picked[at - 1]! > total; at -= 1) picked[at] = picked[at - 1]!;
        picked[at] = total;
      }
      let sum = 0;
      for (let i = trim.lowest; i < perPlan - trim.highest; i += 1) sum += picked[i]!;
      keys[plan] = (sum << bits) | plan;
    }
    keys.sort();
    for (let above = 0, end = plans; end > 0;) {
      const sum = keys[end - 1]! >> bits;
      let start = end - 1;
      while (start > 0 && keys[start - 1]! >> bits === sum) start -= 1;
      const equal = end - start;
      const seat = Math.min(1, Math.max(0, (quota - above) / equal));
      for (let place = start; place < end; place += 1) {
        const plan = keys[place]! & mask;
        inside[plan]! += seat;
        ranks[plan]! += above + (equal + 1) / 2;
        reached[plan * plans + above]! += 1;
      }
      above += equal;
      end = start;
    }
  }
  return counted;
}
