/** A plan and the one of an earlier round it was started from. */
export interface Descended {
  readonly id: string;
  readonly startedFromId: string | null;
}

/** The plans that carry on one another, across the years and in both directions: `id` itself, what it came from, what came of any of them. */
export function lineageOf<P extends Descended>(plans: readonly P[], id: string): P[] {
  const kin = new Set([id]);
  for (let known = 0; known < kin.size;) {
    known = kin.size;
    for (const plan of plans) {
      if (plan.startedFromId === null) continue;
      if (kin.has(plan.id)) kin.add(plan.startedFromId);
      if (kin.has(plan.startedFromId)) kin.add(plan.id);
    }
  }
  return plans.filter((plan) => kin.has(plan.id));
}
