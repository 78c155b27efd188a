import { BARE_BLOCKED, bareFlow, type BareProblem } from './bare-flow.js';
import { type AssignmentProblem, everyToEvery, explainPair, proposeAssignment, withEvenLimits } from './index.js';

/** A small generator with a seed, so that every run sees the same problems. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const name = (letter: string, i: number): string => `${letter}${String(i).padStart(5, '0')}`;

interface Size {
  readonly plans: number;
  readonly evaluators: number;
  readonly reviews: number;
  readonly highest: number;
  /** Share of a cost, in percent, that is about the evaluator and not the pair. */
  readonly popularity: number;
}

/** A uniform problem: everyone carries the same, give or take one; three pairs in a hundred are conflicts. */
function uniform({ plans, evaluators, reviews, highest, popularity }: Size, seed: number): AssignmentProblem {
  const draw = random(seed);
  const average = (plans * reviews) / evaluators;
  const liked = Array.from({ length: evaluators }, () => draw(highest));
  const costs = Uint16Array.from({ length: plans * evaluators }, (_, at) =>
    Math.floor((liked[at % evaluators]! * popularity + draw(highest) * (100 - popularity)) / 100),
  );
  return {
    plans: Array.from({ length: plans }, (_, i) => ({ id: name('P', i), reviews, fields: [name('F', draw(8))] })),
    evaluators: Array.from({ length: evaluators }, (_, i) => ({
      id: name('E', i),
      industry: i % 2 === 0,
      fields: [name('F', draw(8)), name('F', draw(8)), name('F', draw(8))],
      minLoad: Math.floor(average),
      maxLoad: Math.ceil(average),
    })),
    conflicts: Array.from(
      { length: Math.floor(plans * evaluators * 0.03) },
      () => [name('P', draw(plans)), name('E', draw(evaluators))] as const,
    ),
    fixed: [],
    preferences: { kind: 'dense', costs },
    rules: { industryShare: null, fieldsPerPlan: 0, notTogether: [] },
  };
}

function bare({ plans, evaluators, conflicts, preferences }: AssignmentProblem): BareProblem {
  if (preferences?.kind !== 'dense') throw new Error('dense costs expected');
  const costs = Int32Array.from(preferences.costs);
  for (const [plan, evaluator] of conflicts)
    costs[Number(plan.slice(1)) * evaluators.length + Number(evaluator.slice(1))] = BARE_BLOCKED;
  return {
    plans: plans.length,
    evaluators: evaluators.length,
    reviews: Int32Array.from(plans, ({ reviews }) => reviews),
    least: Int32Array.from(evaluators, ({ minLoad }) => minLoad),
    most: Int32Array.from(evaluators, ({ maxLoad }) => maxLoad),
    costs,
  };
}

/** Three evaluators of each kind, wide limits, no rules. */
function aProblem(change: Partial<AssignmentProblem> = {}): AssignmentProblem {
  return {
    plans: ['A', 'B'].map((id) => ({ id, reviews: 3, fields: ['소재'] })),
    evaluators: ['E1', 'E2', 'E3', 'E4', 'E5', 'E6'].map((id, i) => ({
      id,
      industry: i < 2,
      fields: i % 2 === 0 ? ['소재'] : ['기계'],
      minLoad: 0,
      maxLoad: 2,
    })),
    conflicts: [],
    fixed: [],
    rules: { industryShare: null, fieldsPerPlan: 0, notTogether: [] },
    ...change,
  };
}

const rules = aProblem().rules;

describe('proposeAssignment', () => {
  it.each([
    [{ plans: 40, evaluators: 12, reviews: 5, highest: 10, popularity: 0 }],
    [{ plans: 60, evaluators: 20, reviews: 3, highest: 1000, popularity: 30 }],
    [{ plans: 150, evaluators: 40, reviews: 5, highest: 100, popularity: 50 }],
    [{ plans: 200, evaluators: 50, reviews: 4, highest: 60_000, popularity: 20 }],
    [{ plans: 1000, evaluators: 200, reviews: 5, highest: 20, popularity: 0 }],
  ])('costs what the bare flow costs, with loads within one: %j', (size) => {
    for (const seed of size.plans < 200 ? [1, 2, 3] : [1]) {
      const problem = uniform(size, seed);
      const proposal = proposeAssignment(problem);
      const floor = bareFlow(bare(problem));
      expect(proposal).toMatchObject({ ok: true, cost: floor?.cost, optimal: true });
      if (proposal.ok) expect(proposal.balance.highest - proposal.balance.lowest).toBeLessThanOrEqual(1);
    }
  });

  it('agrees with the bare flow that there is no assignment', () => {
    const problem = uniform({ plans: 40, evaluators: 12, reviews: 5, highest: 10, popularity: 0 }, 4);
    const tight = { ...problem, evaluators: problem.evaluators.map((one) => ({ ...one, minLoad: 0, maxLoad: 16 })) };
    expect(bareFlow(bare(tight))).toBeNull();
    expect(proposeAssignment(tight)).toMatchObject({ ok: false, shortages: [{ code: 'total-load', short: 8 }] });
  });

  it('keeps industry share, fields and pairs in a large round, close to a proven bound', () => {
    const problem = uniform({ plans: 150, evaluators: 30, reviews: 5, highest: 100, popularity: 20 }, 5);
    const notTogether = Array.from({ length: 10 }, (_, i) => [name('E', i), name('E', 29 - i)] as const);
    const all = { industryShare: { of: 1, per: 3 }, fieldsPerPlan: 2, notTogether };
    const proposal = proposeAssignment({ ...problem, rules: all }, { effort: 50_000 });
    expect(proposal).toMatchObject({ ok: true, balance: { lowest: 25, highest: 25 } });
    if (proposal.ok) expect(proposal.cost - proposal.lowerBound).toBeLessThanOrEqual(proposal.cost / 100);
    for (const { id: planId } of problem.plans) {
      const team = (proposal.ok ? proposal.pairs : []).filter((pair) => pair.planId === planId);
      const facts = team.map(({ evaluatorId }) => explainPair(problem, planId, evaluatorId));
      expect(team).toHaveLength(5);
      expect(facts.filter(({ conflict }) => conflict)).toEqual([]);
      expect(facts.filter(({ industry }) => industry).length).toBeGreaterThanOrEqual(2);
      expect(facts.filter(({ field }) => field).length).toBeGreaterThanOrEqual(2);
      const ids = team.map(({ evaluatorId }) => evaluatorId);
      expect(notTogether.filter(([a, b]) => ids.includes(a) && ids.includes(b))).toEqual([]);
    }
  });

  it('says how far from a proof it is when the effort runs out', () => {
    const problem = uniform({ plans: 40, evaluators: 12, reviews: 5, highest: 50, popularity: 10 }, 6);
    const crossed = { ...problem, rules: { ...rules, industryShare: { of: 1, per: 2 }, fieldsPerPlan: 3 } };
    const proposal = proposeAssignment(crossed, { effort: 0 });
    if (proposal.ok) expect(proposal.optimal).toBe(proposal.cost === proposal.lowerBound);
    else expect(proposal.shortages).not.toEqual([]);
  });

  it('evens out the loads where all assignments cost the same, and draws by seed', () => {
    const plans = Array.from({ length: 30 }, (_, i) => ({ id: name('P', i), reviews: 4, fields: [] }));
    const evaluators = aProblem().evaluators.map((one) => ({ ...one, maxLoad: 30 }));
    const [one, other] = [1, 2].map((seed) => proposeAssignment(aProblem({ plans, evaluators }), { seed }));
    expect(one).toMatchObject({ ok: true, cost: 0, balance: { lowest: 20, highest: 20 } });
    expect(other).not.toEqual(one);
  });

  it('prefers cost to evenness, unless limits are made even', () => {
    const evaluators = aProblem().evaluators.map((one) => ({ ...one, fields: [], maxLoad: 9 }));
    const plans = Array.from({ length: 6 }, (_, i) => ({ id: name('P', i), reviews: 2, fields: [] }));
    const preferences = { kind: 'dense', costs: Uint8Array.from({ length: 36 }, (_, at) => at % 6) } as const;
    const problem = aProblem({ plans, evaluators, preferences });
    expect(proposeAssignment(problem)).toMatchObject({ cost: 6, balance: { lowest: 0, highest: 6 } });
    expect(proposeAssignment(withEvenLimits(problem))).toMatchObject({ cost: 30, balance: { lowest: 2, highest: 2 } });
  });

  it.each<[string, Partial<AssignmentProblem>, object]>([
    [
      'plan-evaluators',
      { conflicts: ['E1', 'E2', 'E3', 'E4'].map((id) => ['A', id] as const) },
      { planId: 'A', needed: 3, available: 2, short: 1 },
    ],
    [
      'plan-industry',
      { rules: { ...rules, industryShare: { of: 2, per: 3 } }, conflicts: [['B', 'E2']] },
      { planId: 'B', short: 1 },
    ],
    ['plan-field', { rules: { ...rules, fieldsPerPlan: 3 }, conflicts: [['A', 'E3']] }, { planId: 'A', short: 1 }],
    [
      'plan-mix',
      {
        rules: { ...rules, industryShare: { of: 2, per: 3 }, fieldsPerPlan: 2 },
        conflicts: [
          ['B', 'E1'],
          ['B', 'E3'],
        ],
        evaluators: [
          ...aProblem().evaluators,
          { id: 'E7', industry: true, fields: [], minLoad: 0, maxLoad: 2 },
          { id: 'E8', industry: false, fields: ['소재'], minLoad: 0, maxLoad: 2 },
        ],
      },
      { planId: 'B', needed: 4, available: 3, short: 1 },
    ],
    [
      'plan-not-together',
      {
        rules: {
          ...rules,
          notTogether: [
            ['E1', 'E2'],
            ['E1', 'E3'],
            ['E2', 'E3'],
          ],
        },
        conflicts: [
          ['A', 'E5'],
          ['A', 'E6'],
        ],
      },
      {
        planId: 'A',
        pairs: [
          ['E1', 'E2'],
          ['E1', 'E3'],
          ['E2', 'E3'],
        ],
      },
    ],
    ['fixed-conflict', { fixed: [['A', 'E1']], conflicts: [['A', 'E1']] }, { planId: 'A', evaluatorId: 'E1' }],
    [
      'fixed-not-together',
      {
        fixed: [
          ['A', 'E1'],
          ['A', 'E2'],
        ],
        rules: { ...rules, notTogether: [['E2', 'E1']] },
      },
      { planId: 'A', pair: ['E1', 'E2'] },
    ],
    [
      'plan-fixed',
      { fixed: ['E1', 'E2', 'E3', 'E4'].map((id) => ['B', id] as const) },
      { planId: 'B', needed: 4, available: 3, short: 1 },
    ],
    [
      'total-load',
      { plans: ['A', 'B', 'C', 'D', 'F'].map((id) => ({ id, reviews: 3, fields: [] })) },
      { needed: 15, available: 12, short: 3 },
    ],
    [
      'total-minimum',
      { evaluators: aProblem().evaluators.map((one) => ({ ...one, minLoad: 2 })) },
      { needed: 12, available: 6, short: 6 },
    ],
    [
      'total-industry',
      {
        plans: ['A', 'B', 'C', 'D'].map((id) => ({ id, reviews: 3, fields: [] })),
        rules: { ...rules, industryShare: { of: 2, per: 3 } },
      },
      { needed: 8, available: 4, short: 4 },
    ],
    [
      'group-capacity',
      {
        plans: ['A', 'B', 'C'].map((id) => ({ id, reviews: 3, fields: [] })),
        conflicts: ['A', 'B', 'C'].flatMap((id) => [[id, 'E5'] as const, [id, 'E6'] as const]),
      },
      { plans: ['A', 'B', 'C'].map((planId) => ({ planId, reviews: 3 })), needed: 9, available: 8, short: 1 },
    ],
    [
      'group-minimum',
      {
        plans: ['A', 'B', 'C'].map((id) => ({ id, reviews: 1, fields: [] })),
        evaluators: aProblem().evaluators.map((one, i) => ({ ...one, minLoad: i < 2 ? 1 : 0 })),
        conflicts: ['A', 'B'].flatMap((id) => [[id, 'E1'] as const, [id, 'E2'] as const]),
      },
      { plans: [{ planId: 'C', reviews: 1 }], evaluatorIds: ['E1', 'E2'], needed: 2, available: 1, short: 1 },
    ],
    [
      'evaluator-load',
      {
        fixed: [
          ['A', 'E1'],
          ['B', 'E1'],
        ],
        evaluators: aProblem().evaluators.map((one) => ({ ...one, maxLoad: 1 })),
      },
      { evaluatorId: 'E1', short: 1 },
    ],
    [
      'evaluator-plans',
      {
        evaluators: aProblem().evaluators.map((one) => ({ ...one, minLoad: one.id === 'E6' ? 2 : 0 })),
        conflicts: [['A', 'E6']],
      },
      { evaluatorId: 'E6', needed: 2, available: 1, short: 1 },
    ],
  ])('names %s', (code, change, expected) => {
    const proposal = proposeAssignment(aProblem(change));
    const shortages = proposal.ok ? [] : proposal.shortages;
    expect(shortages).toContainEqual(expect.objectContaining({ code, ...expected }));
  });

  it('refuses what is not well formed', () => {
    const pair = ['A', 'E9'] as const;
    expect(() => proposeAssignment(aProblem({ conflicts: [pair] }))).toThrow(RangeError);
    const costs = { kind: 'sparse', pairs: [['A', 'E1', -1]] } as const;
    expect(() => proposeAssignment(aProblem({ preferences: costs }))).toThrow(RangeError);
    expect(() => proposeAssignment(aProblem({ plans: [...aProblem().plans, ...aProblem().plans] }))).toThrow(
      RangeError,
    );
  });
});

describe('everyToEvery', () => {
  it('gives every plan everyone free of conflict', () => {
    const all = everyToEvery(aProblem({ conflicts: [['A', 'E1']] }));
    expect(all).toMatchObject({ ok: true, optimal: true, balance: { lowest: 1, highest: 2 } });
    expect(all.ok && all.pairs.filter(({ planId }) => planId === 'A')).toHaveLength(5);
  });

  it('names what everyone to everything breaks', () => {
    const change = { rules: { ...rules, industryShare: { of: 1, per: 2 }, notTogether: [['E1', 'E2'] as const] } };
    const evaluators = aProblem().evaluators.map((one) => ({ ...one, maxLoad: 1 }));
    const all = everyToEvery(aProblem({ ...change, evaluators }));
    const codes = all.ok ? [] : all.shortages.map(({ code }) => code);
    expect(new Set(codes)).toEqual(new Set(['plan-industry', 'plan-not-together', 'evaluator-load']));
  });
});
