import type { analysis } from '@daegaejo/evaluation/rules';

/** A round as the floor wants it: totals of sheets in hundredths, as many for every plan. */
export interface Resampling {
  readonly plans: number;
  readonly perPlan: number;
  readonly quota: number;
  /** Plan by plan. */
  readonly totals: Int32Array;
  /** Everybody scored everything: one draw of the panel serves all plans. */
  readonly joint: boolean;
}

/** How often each plan was inside the line, and the sum of its ranks. */
export interface Counted {
  readonly inside: Int32Array;
  readonly ranks: Float64Array;
}

/** Of one stage, every criterion out of its weight, no bonus. */
export function floorOf({ plans, sheets, quota }: analysis.AnalysisInput): Resampling {
  const ids = plans.map(({ planId }) => planId).sort();
  const evaluators = new Set(sheets.map(({ evaluator }) => evaluator)).size;
  const perPlan = sheets.length / plans.length;
  const places = new Map(ids.map((id, place) => [id, place]));
  const order = sheets.toSorted(
    (a, b) => (places.get(a.planId) ?? 0) - (places.get(b.planId) ?? 0) || (a.evaluator < b.evaluator ? -1 : 1),
  );
  const totals = Int32Array.from(order, ({ marks }) => marks.reduce<number>((sum, mark) => sum + (mark ?? 0), 0));
  return { plans: plans.length, perPlan, quota, totals, joint: evaluators === perPlan };
}

/** The least an implementation must do: draw sheets, add them up, put the plans in order, count. */
export function resampleFloor(round: Resampling, seed: number, replicates: number): Counted {
  const { plans, perPlan, quota, totals, joint } = round;
  const counted = { inside: new Int32Array(plans), ranks: new Float64Array(plans) };
  const { inside, ranks } = counted;
  const drawn = new Int32Array(perPlan);
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
      let sum = 0;
      for (let i = 0; i < perPlan; i += 1) sum += totals[from + drawn[i]!]!;
      keys[plan] = (sum << bits) | plan;
    }
    keys.sort();
    for (let place = 0; place < plans; place += 1) {
      const plan = keys[place]! & mask;
      const rank = plans - place;
      ranks[plan]! += rank;
      if (rank <= quota) inside[plan]! += 1;
    }
  }
  return counted;
}
