import { type AggregateInput, type AggregatePolicy, assertSound, type PlanInput } from './aggregate-input.js';
import { aggregate } from './aggregate.js';

const policy: AggregatePolicy = {
  criteria: [
    { code: 'need', name: '필요성', weight: 4000, max: 10_000 },
    { code: 'effect', name: '효과성', weight: 6000, max: 5000 },
  ],
  scoring: { trim: { highest: 0, lowest: 0, minimumKept: 1 }, minimumPanel: 2, roundingDigits: 2, cutOff: null },
  bonus: { cap: 400, items: [{ code: 'balance', name: '균형발전', max: 200 }] },
  tieChain: [{ by: 'base-score' }],
};
const scoring = (change: Partial<AggregatePolicy['scoring']>): AggregatePolicy => ({
  ...policy,
  scoring: { ...policy.scoring, ...change },
});

/** A plan from the marks of E1, E2 and so on: [need, effect]. */
const aPlan = (planId: string, sheets: [number, number][]): PlanInput => ({
  planId,
  label: planId.toUpperCase(),
  sheets: sheets.map(([need, effect], index) => ({
    evaluator: `E${index + 1}`,
    marks: [
      { criterion: 'need', mark: need },
      { criterion: 'effect', mark: effect },
    ],
  })),
  bonuses: [],
});
const three = aPlan('gumi', [
  [8000, 4000],
  [9000, 4500],
  [7000, 3500],
]);
const codes = (input: AggregateInput): string[] => {
  const result = aggregate(input);
  return result.ok ? [] : result.findings.map(({ code }) => code);
};

/** The second evaluator leaves the first criterion out ("not applicable"). */
function strip(plan: PlanInput): PlanInput {
  const [first, second, ...rest] = plan.sheets;
  if (!first || !second) throw new Error('needs two sheets');
  return { ...plan, sheets: [first, { evaluator: second.evaluator, marks: second.marks.slice(1) }, ...rest] };
}
function twice<T>(items: readonly T[]): T[] {
  return items.flatMap((item) => [item, item]);
}

describe('what is not aggregated', () => {
  it.each<[string, PlanInput[], string[]]>([
    ['a missing mark is not a 0 and not left out', [strip(three)], ['sheet.mark.missing']],
    ['a plan without sheets has no score', [{ ...three, sheets: [] }], ['panel.too-small']],
    [
      'an invalid sheet does not fill the panel',
      [
        strip(
          aPlan('p', [
            [1, 1],
            [1, 1],
          ]),
        ),
      ],
      ['sheet.mark.missing', 'panel.too-small'],
    ],
    [
      'a mark over its max',
      [
        aPlan('p', [
          [1, 1],
          [1, 5001],
        ]),
      ],
      ['sheet.mark.range', 'panel.too-small'],
    ],
    [
      'one evaluator twice',
      [{ ...three, sheets: twice(three.sheets.slice(0, 2)) }],
      ['aggregate.sheet.duplicate', 'aggregate.sheet.duplicate'],
    ],
    ['one plan twice', twice([three]), ['aggregate.plan.duplicate']],
    ['an unknown bonus', [{ ...three, bonuses: [{ code: 'charm', points: 1 }] }], ['aggregate.bonus.unknown']],
    ['a bonus twice', [{ ...three, bonuses: twice([{ code: 'balance', points: 1 }]) }], ['aggregate.bonus.duplicate']],
    ['a negative bonus', [{ ...three, bonuses: [{ code: 'balance', points: -1 }] }], ['aggregate.bonus.range']],
  ])('%s', (_case, plans, expected) => {
    expect(codes({ policy, plans })).toEqual(expected);
  });

  it('names plan, sheet and numbers', () => {
    expect(aggregate({ policy, plans: [{ ...three, sheets: three.sheets.slice(0, 1) }] })).toEqual({
      ok: false,
      findings: [
        { field: 'plans[gumi].sheets', code: 'panel.too-small', params: { plan: 'GUMI', sheets: 1, required: 2 } },
      ],
    });
    expect(aggregate({ policy: scoring({ minimumPanel: 0 }), plans: [{ ...three, sheets: [] }] })).toMatchObject({
      findings: [{ params: { sheets: 0, required: 1 } }],
    });
  });

  it.each<[string, Partial<AggregatePolicy>]>([
    ['do not sum to 100.00', { criteria: [{ code: 'need', name: '', weight: 9999, max: 10_000 }] }],
    ['no highest mark', { criteria: [{ code: 'need', name: '', weight: 10_000, max: 0 }] }],
    ['written twice', { criteria: [...policy.criteria, ...policy.criteria] }],
    ['unknown criterion', { tieChain: [{ by: 'criterion', criterion: 'charm' }] }],
    ['0, 1 or 2 digits', { scoring: { ...policy.scoring, roundingDigits: 3 } }],
    ['whole sheets', { scoring: { ...policy.scoring, trim: { highest: -1, lowest: 0, minimumKept: 1 } } }],
    ['bonus is a whole number', { bonus: { cap: 0.5, items: [] } }],
  ])('a policy is not computed with: %s', (fault, change) => {
    expect(() => assertSound({ ...policy, ...change })).toThrow(fault);
    expect(() => aggregate({ policy: { ...policy, ...change }, plans: [] })).toThrow(RangeError);
  });

  it('ranks no plans as no plans', () => {
    expect(aggregate({ policy, plans: [] })).toEqual({ ok: true, rules: policy, plans: [] });
  });
});
