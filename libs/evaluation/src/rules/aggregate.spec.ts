import type { AggregateInput, AggregatePolicy, PlanInput } from './aggregate-input.js';
import { aggregate } from './aggregate.js';
import type { RankedPlan } from './tie-chain.js';

const policy: AggregatePolicy = {
  criteria: [
    { code: 'need', name: '필요성', weight: 4000, max: 10_000 },
    { code: 'effect', name: '효과성', weight: 6000, max: 5000 },
  ],
  scoring: {
    trim: { highest: 1, lowest: 1, minimumKept: 3 },
    minimumPanel: 2,
    roundingDigits: 2,
    cutOff: 6000,
  },
  bonus: {
    cap: 400,
    items: [
      { code: 'new-deal', name: '뉴딜 연계', max: 300 },
      { code: 'balance', name: '균형발전', max: 200 },
    ],
  },
  tieChain: [{ by: 'base-score' }, { by: 'criterion', criterion: 'need' }],
};
/** A plan from marks per evaluator, E1, E2 and so on: [need, effect]. */
const aPlan = (planId: string, sheets: [number, number][], bonuses: PlanInput['bonuses'] = []): PlanInput => ({
  planId,
  label: planId.toUpperCase(),
  sheets: sheets.map(([need, effect], index) => ({
    evaluator: `E${index + 1}`,
    marks: [
      { criterion: 'need', mark: need },
      { criterion: 'effect', mark: effect },
    ],
  })),
  bonuses,
});
/** A plan whose two evaluators both total `points` hundredths, all criteria at the same share. */
const flat = (planId: string, points: number, bonuses: PlanInput['bonuses'] = []): PlanInput =>
  aPlan(
    planId,
    [
      [points, points / 2],
      [points, points / 2],
    ],
    bonuses,
  );

function ranked(input: AggregateInput): readonly RankedPlan[] {
  const result = aggregate(input);
  if (!result.ok) throw new Error(JSON.stringify(result.findings));
  return result.plans;
}
function only(plan: PlanInput, by = policy): RankedPlan {
  const [first] = ranked({ policy: by, plans: [plan] });
  if (!first) throw new Error('no plan came back');
  return first;
}
/** One criterion worth everything, so that a mark is a total. */
const single = { ...policy, criteria: [{ code: 'need', name: '', weight: 10_000, max: 10_000 }], tieChain: [] };
const marked = (marks: number[], bonuses: PlanInput['bonuses'] = []): PlanInput => ({
  planId: 'p',
  label: 'P',
  sheets: marks.map((mark, index) => ({ evaluator: `E${index}`, marks: [{ criterion: 'need', mark }] })),
  bonuses,
});

// By hand: E1 32+48 = 80, E2 36+54 = 90, E3 28+42 = 70, E4 34+49.5 = 83.5, E5 = E2.
// Out: E3, and one of E2 and E5. Mean (80 + 90 + 83.5) ÷ 3 = 84.5. Bonus min(3 + 1.5, 4) = 4. Final 88.5.
const five = aPlan(
  'gumi',
  [
    [8000, 4000],
    [9000, 4500],
    [7000, 3500],
    [8500, 4125],
    [9000, 4500],
  ],
  [
    { code: 'balance', points: 150 },
    { code: 'new-deal', points: 500 },
  ],
);

describe('aggregate, worked by hand', () => {
  it('weighs, trims one of the shared highest, takes the mean, adds the capped bonus', () => {
    const plan = only(five);
    expect(
      plan.sheets.map(({ total, display, trimmed, sharedExtreme }) => [total, display, trimmed, sharedExtreme]),
    ).toEqual([
      ['80/1', 8000, null, false],
      ['90/1', 9000, null, false],
      ['70/1', 7000, 'lowest', false],
      ['167/2', 8350, null, false],
      ['90/1', 9000, 'highest', true],
    ]);
    expect(plan.trim).toEqual({ outcome: 'applied', highest: 1, lowest: 1, minimumKept: 3, sheets: 5, kept: 3 });
    expect(plan).toMatchObject({ mean: '169/2', base: 8450, bonusSum: 450, bonus: 400, final: 8850, rank: 1 });
    expect(plan.bonuses).toEqual([
      { code: 'new-deal', claimed: 500, max: 300, granted: 300 },
      { code: 'balance', claimed: 150, max: 200, granted: 150 },
    ]);
    expect(plan.criterionMeans).toEqual([
      { criterion: 'need', mean: '85/1', display: 8500 },
      { criterion: 'effect', mean: '505/12', display: 4208 },
    ]);
  });

  it('prints a recomputation sheet', () => {
    expect(only(five).trace.map(({ step, detail }) => `${step} | ${detail}`)).toEqual([
      'total | E1: 40.00×80.00/100.00 + 60.00×40.00/50.00 = 80/1 ≈ 80.00',
      'total | E2: 40.00×90.00/100.00 + 60.00×45.00/50.00 = 90/1 ≈ 90.00',
      'total | E3: 40.00×70.00/100.00 + 60.00×35.00/50.00 = 70/1 ≈ 70.00',
      'total | E4: 40.00×85.00/100.00 + 60.00×41.25/50.00 = 167/2 ≈ 83.50',
      'total | E5: 40.00×90.00/100.00 + 60.00×45.00/50.00 = 90/1 ≈ 90.00',
      'trim | 5 − 1 − 1 = 3 ≥ 3',
      'trim-lowest | E3: 70/1',
      'trim-highest-shared | E5: 90/1',
      'mean | (80/1 + 90/1 + 167/2) ÷ 3 = 169/2',
      'base | 169/2 → 84.50 (2)',
      'bonus | new-deal: min(5.00, 3.00) = 3.00',
      'bonus | balance: min(1.50, 2.00) = 1.50',
      'bonus-cap | min(4.50, 4.00) = 4.00',
      'final | 84.50 + 4.00 = 88.50',
      'cut-off | 88.50 ≥ 60.00',
      'criterion-mean | need: 85/1 ≈ 85.00',
      'criterion-mean | effect: 505/12 ≈ 42.08',
      'rank | 1',
    ]);
  });

  it('trims nothing and says so when too few sheets would stay', () => {
    const plan = only({ ...five, sheets: five.sheets.slice(0, 4) });
    expect(plan.trim).toMatchObject({ outcome: 'too-few-kept', sheets: 4, kept: 4 });
    expect(plan.sheets.every(({ trimmed }) => trimmed === null)).toBe(true);
    expect(plan.mean).toBe('647/8'); // (80 + 90 + 70 + 83.5) ÷ 4
    expect(plan.trace).toContainEqual({ step: 'trim-skipped', detail: '4 − 1 − 1 = 2 < 3; 4' });
    const untrimmed = only(five, {
      ...policy,
      scoring: { ...policy.scoring, trim: { highest: 0, lowest: 0, minimumKept: 3 } },
    });
    expect(untrimmed.trim).toMatchObject({ outcome: 'not-configured', kept: 5 });
    expect(untrimmed.mean).toBe('827/10'); // 413.5 ÷ 5
  });

  it.each([
    // the mean of 80.49 and 80.50 is 80.495: rounded once, never first to 80.50 and then to 81
    [2, 8050],
    [1, 8050],
    [0, 8000],
  ])('rounds half up once, to %d digits', (roundingDigits, base) => {
    const by = { ...single, scoring: { ...single.scoring, roundingDigits } };
    expect(only(marked([8049, 8050]), by)).toMatchObject({ base, mean: '16099/200' });
  });

  it('computes with exact totals, not with the rounded ones it shows', () => {
    // 0.01 and 0.02 of 7.00 are 1/7 and 2/7 of a point: mean 3/14 = 0.214…; shown 0.14 and 0.29, whose mean is 0.215
    const by = { ...single, criteria: [{ code: 'need', name: '', weight: 10_000, max: 700 }] };
    const plan = only(marked([1, 2]), by);
    expect(plan.sheets.map(({ display }) => display)).toEqual([14, 29]);
    expect(plan).toMatchObject({ mean: '3/14', base: 21 });
  });

  it.each([
    [5999, 0, false],
    [6000, 0, true],
    [5999, 1, true], // the cut-off looks at the final score, bonus included
  ])('compares %d + %d with the cut-off of 60.00', (mark, points, passes) => {
    const plan = marked([mark, mark], [{ code: 'balance', points }]);
    expect(only(plan, single).passesCutOff).toBe(passes);
    expect(only(plan, { ...single, scoring: { ...single.scoring, cutOff: null } }).passesCutOff).toBe(true);
  });

  it('makes the effective weight of a criterion its stated weight', () => {
    expect(
      only(
        aPlan('p', [
          [10_000, 0],
          [10_000, 0],
        ]),
      ).base,
    ).toBe(4000);
    expect(
      only(
        aPlan('p', [
          [0, 5000],
          [0, 5000],
        ]),
      ).base,
    ).toBe(6000);
    expect(
      only(
        aPlan('p', [
          [10_000, 5000],
          [10_000, 5000],
        ]),
      ).base,
    ).toBe(10_000);
  });
});

describe('ties', () => {
  it('follows the chain and leaves the inseparable equal', () => {
    const plans = ranked({
      policy,
      plans: [
        flat('twin-b', 7000),
        flat('bonus', 8000, [{ code: 'balance', points: 200 }]),
        flat('base', 8200),
        // both 80.00; 40 × 0.95 + 60 × 0.70 against 40 × 0.50 + 60 × 1.00
        aPlan('effect', [
          [5000, 5000],
          [5000, 5000],
        ]),
        aPlan('need', [
          [9500, 3500],
          [9500, 3500],
        ]),
        flat('twin-a', 7000),
        flat('last', 6000),
      ],
    });
    expect(plans.map(({ planId, rank, unresolvedTie }) => [planId, rank, unresolvedTie])).toEqual([
      ['base', 1, false],
      ['bonus', 2, false],
      ['need', 3, false],
      ['effect', 4, false],
      ['twin-a', 5, true],
      ['twin-b', 5, true],
      ['last', 7, false],
    ]);
    expect(plans[2]?.ties).toEqual([
      {
        with: 'effect',
        steps: [
          { rule: 'base-score', own: '80.00', other: '80.00', result: 'equal' },
          { rule: 'criterion:need', own: '95/1', other: '50/1', result: 'higher' },
        ],
        separatedBy: 'criterion:need',
      },
    ]);
    expect(plans[4]?.ties[0]).toMatchObject({ with: 'twin-b', separatedBy: 'unresolved' });
    expect(plans[3]?.trace.slice(-2)).toEqual([
      { step: 'tie', detail: 'need; base-score 80.00 = 80.00; criterion:need 50/1 < 95/1' },
      { step: 'rank', detail: '4' },
    ]);
    expect(plans[5]?.trace.at(-1)).toEqual({ step: 'rank-shared', detail: '5' });
  });
});
