import type { AggregateInput, AggregatePolicy, PlanInput } from './aggregate-input.js';
import { aggregate } from './aggregate.js';
import { explainPlan } from './explain.js';
import type { Mark } from './marks.js';
import type { PlanSummary } from './plan-summary.js';
import { rankRound } from './rank-round.js';

/** Mistakes other evaluation systems have made; each must not happen here. */
const policy: AggregatePolicy = {
  criteria: [
    { code: 'a1', name: '필요성 1', weight: 1500, max: 10_000 },
    { code: 'a2', name: '필요성 2', weight: 1500, max: 500 },
    { code: 'b', name: '효과성', weight: 7000, max: 1000 },
  ],
  scoring: {
    trim: { highest: 0, lowest: 0, minimumKept: 1 },
    minimumPanel: 2,
    roundingDigits: 2,
    cutOff: null,
    abstention: 'mean-of-others',
  },
  bonus: { cap: 0, items: [] },
  tieChain: [],
};
const aPlan = (rows: readonly (readonly (number | null)[])[], planId = 'p'): PlanInput => ({
  planId,
  label: planId,
  bonuses: [],
  sheets: rows.map((marks, at) => ({
    evaluator: `E${at + 1}`,
    marks: marks.flatMap((mark, i): Mark[] => {
      const criterion = policy.criteria[i]?.code ?? '';
      return mark === -1 ? [] : [{ criterion, mark }];
    }),
  })),
});
function ranked(input: AggregateInput): readonly PlanSummary[] {
  const ranking = rankRound(input);
  if (!ranking.ok) throw new Error(JSON.stringify(ranking.findings));
  return ranking.plans;
}
const only = (rows: readonly (readonly (number | null)[])[], by = policy) =>
  ranked({ policy: by, plans: [aPlan(rows)] })[0];
const full = [10_000, 500, 1000];

describe('traps', () => {
  it('stated weight is not effective weight: a group of more criteria, or of larger marks, counts no more than it states', () => {
    const group = (marks: readonly number[]) => only([marks, marks])?.base;
    expect(group([10_000, 500, 0])).toBe(3000); // two criteria, one with marks to 100.00
    expect(group([0, 0, 1000])).toBe(7000);
    expect(group(full)).toBe(10_000);
  });

  it('"not applicable" counted as 0: who abstains leaves the mean as the others made it', () => {
    const given = only([full, [10_000, 500, 500]]);
    expect(given?.base).toBe(8250);
    expect(only([full, [10_000, 500, 500], [10_000, 500, null]])).toMatchObject({ mean: given?.mean, base: 8250 });
    expect(only([full, [10_000, null, 500]])?.base).toBe(8250);
  });

  it('no scores give 0: nothing has no mean, and a mean is not rounded before it is used further', () => {
    const refused = (plan: PlanInput) => {
      const ranking = rankRound({ policy, plans: [plan] });
      return ranking.ok ? [] : ranking.findings.map(({ code }) => code);
    };
    expect(refused(aPlan([]))).toEqual(['panel.too-small']);
    expect(refused(aPlan([full, [10_000, 500, -1]]))).toEqual(['sheet.mark.missing', 'panel.too-small']);
    expect(
      refused(
        aPlan([
          [10_000, 500, null],
          [10_000, 500, null],
        ]),
      ),
    ).toEqual(['aggregate.abstained-by-all']);
    // a mean mark of 3.333… and not 3.33: 15 + 15 + 70 × 10/30 = 53.333…
    expect(only([[10_000, 500, 0], [10_000, 500, 0], full])).toMatchObject({ mean: '160/3', base: 5333 });
  });

  it('changing the scale rewrites history: marks stay what was given, and are refused by a scale they do not fit', () => {
    const rows = [full, [10_000, 500, 500]];
    const scale = (max: number): AggregatePolicy => ({
      ...policy,
      criteria: policy.criteria.map((one) => (one.code === 'b' ? { ...one, max } : one)),
    });
    const plan = aPlan(rows);
    const before = JSON.stringify(plan);
    expect(ranked({ policy: scale(2000), plans: [plan] })[0]?.criterionMeans.at(-1)).toMatchObject({ mean: '15/2' });
    expect(rankRound({ policy: scale(999), plans: [plan] })).toMatchObject({
      ok: false,
      findings: [{ code: 'sheet.mark.range' }, { code: 'panel.too-small' }],
    });
    expect(JSON.stringify(plan)).toBe(before);
  });

  it('changing a weight silently recomputes every total: a ranking holds its rules, and other rules do not explain it', () => {
    const plan = aPlan([full, [5000, 500, 1000]]);
    const old = rankRound({ policy, plans: [plan] });
    if (!old.ok) throw new Error('not ranked');
    const changed: AggregatePolicy = {
      ...policy,
      criteria: policy.criteria.map((one, i) => ({ ...one, weight: [3000, 1000, 6000][i] ?? 0 })),
    };
    expect(() => explainPlan(changed, plan, old.plans)).toThrow('not computed from these sheets');
    expect(explainPlan(old.rules, plan, old.plans)).toMatchObject({ base: old.plans[0]?.base });
    expect(old.rules.criteria.map(({ weight }) => weight)).toEqual([1500, 1500, 7000]);
  });

  it('criteria of some plans only change the attainable total: every plan is marked on all, in every stage, out of 100.00', () => {
    const staged: AggregatePolicy = {
      ...policy,
      criteria: policy.criteria.map((one) => ({
        ...one,
        ...(one.code === 'b' ? { stage: 'talk', weight: 10_000 } : { stage: 'paper', weight: 5000 }),
      })),
      stages: [
        { code: 'paper', name: '계획서평가', mode: 'document', share: 6000 },
        { code: 'talk', name: '발표평가', mode: 'presentation', share: 4000 },
      ],
    };
    const plan = (planId: string, stages: readonly string[]): PlanInput => ({
      planId,
      label: planId,
      bonuses: [],
      sheets: stages.flatMap((stage) =>
        ['E1', 'E2'].map((evaluator) => ({
          evaluator,
          stage,
          marks: staged.criteria
            .filter((one) => one.stage === stage)
            .map(({ code, max }) => ({ criterion: code, mark: max })),
        })),
      ),
    });
    const both = plan('both', ['paper', 'talk']);
    expect(ranked({ policy: staged, plans: [both] })[0]).toMatchObject({ base: 10_000 });
    expect(aggregate({ policy: staged, plans: [both, plan('half', ['paper'])] })).toMatchObject({
      ok: false,
      findings: [{ field: 'plans[half].stages[talk].sheets', code: 'panel.stage-too-small' }],
    });
  });
});
