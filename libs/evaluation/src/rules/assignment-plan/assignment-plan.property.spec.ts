import fc from 'fast-check';
import { type AssignmentProblem, everyToEvery, explainPair, proposeAssignment, withEvenLimits } from './index.js';

/** Costs by brute force: the cheapest assignment and, among those, the smallest sum of squared loads. */
function bruteForce({ plans, evaluators, conflicts, fixed, rules, ...rest }: AssignmentProblem) {
  const problem = { plans, evaluators, conflicts, fixed, rules, ...rest };
  const has = (pairs: AssignmentProblem['fixed'], p: string, e: string): boolean =>
    pairs.some(([plan, evaluator]) => plan === p && evaluator === e);
  const options = plans.map(({ id, reviews, fields }) =>
    Array.from({ length: 2 ** evaluators.length }, (_, set) => evaluators.filter((__, e) => (set >> e) & 1)).filter(
      (team) =>
        team.length === reviews &&
        !team.some((one) => has(conflicts, id, one.id)) &&
        evaluators.every((one) => team.includes(one) || !has(fixed, id, one.id)) &&
        (!rules.industryShare ||
          team.filter(({ industry }) => industry).length * rules.industryShare.per >=
            reviews * rules.industryShare.of) &&
        (fields.length === 0 ||
          reviews === 0 ||
          team.filter((one) => one.fields.some((field) => fields.includes(field))).length >= rules.fieldsPerPlan) &&
        !rules.notTogether.some(([a, b]) => team.some(({ id: x }) => x === a) && team.some(({ id: x }) => x === b)),
    ),
  );
  const loads = new Map(evaluators.map(({ id }) => [id, 0]));
  let best: { cost: number; squares: number } | null = null;
  const visit = (plan: number, cost: number): void => {
    if (best && cost > best.cost) return;
    if (plan === plans.length) {
      if (evaluators.some(({ id, minLoad }) => loads.get(id)! < minLoad)) return;
      const squares = [...loads.values()].reduce((sum, load) => sum + load ** 2, 0);
      if (!best || cost < best.cost || squares < best.squares) best = { cost, squares };
      return;
    }
    for (const team of options[plan]!) {
      if (team.some(({ id, maxLoad }) => loads.get(id)! >= maxLoad)) continue;
      const price = team.reduce((sum, { id }) => sum + explainPair(problem, plans[plan]!.id, id).cost, 0);
      for (const { id } of team) loads.set(id, loads.get(id)! + 1);
      visit(plan + 1, cost + price);
      for (const { id } of team) loads.set(id, loads.get(id)! - 1);
    }
  };
  visit(0, 0);
  return best as { cost: number; squares: number } | null;
}

const fields = fc.subarray(['기계', '소재', '화학']);

/** Tiny problems; about one in three has an assignment. */
const tiny: fc.Arbitrary<AssignmentProblem> = fc
  .record({
    plans: fc.array(fc.record({ reviews: fc.nat(3), fields }), { minLength: 1, maxLength: 4 }),
    evaluators: fc.array(
      fc.record({ industry: fc.boolean(), fields, minLoad: fc.nat(1), room: fc.integer({ min: 1, max: 4 }) }),
      { minLength: 2, maxLength: 5 },
    ),
    share: fc.option(fc.record({ of: fc.constant(1), per: fc.integer({ min: 2, max: 3 }) })),
    fieldsPerPlan: fc.nat(2),
    highest: fc.constantFrom(1, 5, 40, 9000),
    crossed: fc.nat(2),
  })
  .chain(({ plans: p, evaluators: e, share, fieldsPerPlan, highest, crossed }) => {
    const plans = p.map((plan, i) => ({ id: `P${(i * 7) % 11}`, ...plan, reviews: Math.min(plan.reviews, e.length) }));
    const evaluators = e.map(({ room, ...one }, i) => ({ id: `E${(i * 5) % 7}`, ...one, maxLoad: one.minLoad + room }));
    const pairs = plans.flatMap((plan) => evaluators.map((one) => [plan.id, one.id] as const));
    const pair = fc.constantFrom(...pairs);
    const cost = fc.nat(highest);
    return fc.record({
      plans: fc.constant(plans),
      evaluators: fc.constant(evaluators),
      conflicts: fc.array(pair, { maxLength: 3 }),
      fixed: fc.array(pair, { maxLength: 1 }),
      preferences: fc.oneof(
        fc
          .array(cost, { minLength: pairs.length, maxLength: pairs.length })
          .map((all) => ({ kind: 'dense' as const, costs: Uint16Array.from(all) })),
        fc.array(cost, { maxLength: 4 }).map((some) => ({
          kind: 'sparse' as const,
          pairs: some.map((one, i) => [...pairs[(i * 5) % pairs.length]!, one] as const).slice(0, pairs.length % 5),
          perMissingField: 2,
        })),
      ),
      rules: fc.record({
        industryShare: fc.constant(share),
        fieldsPerPlan: fc.constant(fieldsPerPlan),
        notTogether: fc.array(
          fc.constantFrom(...evaluators.slice(1).map(({ id }) => [evaluators[0]!.id, id] as const)),
          { maxLength: crossed },
        ),
      }),
    });
  });

/** The same rows in another order. */
function shuffled(problem: AssignmentProblem): AssignmentProblem {
  const { plans, evaluators, preferences, rules } = problem;
  const costs =
    preferences?.kind === 'dense'
      ? { kind: 'dense' as const, costs: preferences.costs.toReversed() as Uint16Array }
      : preferences && { ...preferences, pairs: preferences.pairs.toReversed() };
  return {
    plans: plans.toReversed(),
    evaluators: evaluators.toReversed(),
    conflicts: problem.conflicts.toReversed(),
    fixed: problem.fixed.toReversed(),
    ...(costs && { preferences: costs }),
    rules: { ...rules, notTogether: rules.notTogether.map(([a, b]) => [b, a] as const).toReversed() },
  };
}

describe('proposeAssignment against every assignment there is', () => {
  it('finds the least cost, proves it, keeps the loads even, and names a shortage exactly when there is none', () => {
    fc.assert(
      fc.property(tiny, (problem) => {
        const best = bruteForce(problem);
        const proposal = proposeAssignment(problem);
        expect(proposal.ok).toBe(best !== null);
        if (!proposal.ok) {
          expect(proposal.shortages.length).toBeGreaterThan(0);
          for (const { needed, available, short } of proposal.shortages) {
            expect(short).toBe(needed - available);
            expect(short).toBeGreaterThan(0);
          }
          return;
        }
        expect(proposal).toMatchObject({ cost: best!.cost, lowerBound: best!.cost, optimal: true });
        const { industryShare, fieldsPerPlan, notTogether } = problem.rules;
        if (!(industryShare && fieldsPerPlan > 0) && notTogether.length === 0)
          expect(proposal.balance.squares).toBe(best!.squares);
        // what is proposed is itself one of the assignments: fixed in full, it is accepted as it stands
        const fixed = proposal.pairs.map(({ planId, evaluatorId }) => [planId, evaluatorId] as const);
        expect(proposeAssignment({ ...problem, fixed })).toMatchObject({ ok: true, cost: best!.cost, optimal: true });
      }),
      { numRuns: 250 },
    );
  });

  it('gives the same proposal whatever the order of rows', () => {
    fc.assert(
      fc.property(tiny, fc.nat(3), (problem, seed) => {
        const proposal = proposeAssignment(problem, { seed });
        expect(proposeAssignment(shuffled(problem), { seed })).toEqual(proposal);
        expect(JSON.parse(JSON.stringify(proposal))).toEqual(proposal);
      }),
      { numRuns: 100 },
    );
  });

  it('everyone to everything is accepted exactly when it is an assignment', () => {
    fc.assert(
      fc.property(tiny, (problem) => {
        const all = everyToEvery(problem);
        if (!all.ok) return;
        const reviews = new Map(problem.plans.map(({ id }) => [id, 0]));
        for (const { planId } of all.pairs) reviews.set(planId, reviews.get(planId)! + 1);
        const plans = problem.plans.map((plan) => ({ ...plan, reviews: reviews.get(plan.id)! }));
        expect(bruteForce({ ...problem, plans })?.cost).toBe(all.cost);
      }),
      { numRuns: 100 },
    );
  });

  it('even limits keep loads within one of each other where own limits allow', () => {
    fc.assert(
      fc.property(tiny, (problem) => {
        const limited = withEvenLimits(problem).evaluators;
        for (const [i, { minLoad, maxLoad }] of problem.evaluators.entries()) {
          expect(limited[i]!.minLoad).toBeGreaterThanOrEqual(minLoad);
          expect(limited[i]!.maxLoad).toBeLessThanOrEqual(maxLoad);
          expect(limited[i]!.maxLoad - limited[i]!.minLoad).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 100 },
    );
  });
});
