import type { AggregateInput, AggregatePolicy } from './aggregate-input.js';
import { type CompactRound, fromCompact, toCompact } from './compact-round.js';
import { explainOne, explainPlan } from './explain.js';
import { rankRound } from './rank-round.js';
import { BIGINTS, exactScale, NUMBERS, numberScale } from './whole-numbers.js';

const policy: AggregatePolicy = {
  criteria: [
    { code: 'need', name: '필요성', weight: 4000, max: 10_000 },
    { code: 'effect', name: '효과성', weight: 6000, max: 5000 },
  ],
  scoring: { trim: { highest: 1, lowest: 1, minimumKept: 3 }, minimumPanel: 2, roundingDigits: 2, cutOff: 6000 },
  bonus: { cap: 400, items: [{ code: 'balance', name: '균형발전', max: 200 }] },
  tieChain: [{ by: 'base-score' }, { by: 'criterion', criterion: 'need' }],
};
const aRound = (plans: Record<string, number[][]>): CompactRound => ({
  policy,
  plans: Object.entries(plans).map(([planId, rows]) => ({
    planId,
    label: planId.toUpperCase(),
    bonuses: planId === 'gumi' ? [{ code: 'balance', points: 250 }] : [],
    sheets: rows.map((marks, i) => ({ evaluator: `E${i + 1}`, marks })),
  })),
});
const findingsOf = (input: AggregateInput | CompactRound) => {
  const result = rankRound(input);
  return result.ok ? [] : result.findings.map(({ field, code }) => `${field} ${code}`);
};

// By hand: 32+48 = 80, 36+54 = 90, 28+42 = 70, 34+49.5 = 83.5, 90; out: 70 and one 90; mean 253.5 ÷ 3 = 84.5; bonus 2.
const gumi = [
  [8000, 4000],
  [9000, 4500],
  [7000, 3500],
  [8500, 4125],
  [9000, 4500],
];

describe('rankRound', () => {
  it('gives the result of a plan without its recomputation, worked by hand', () => {
    expect(rankRound(aRound({ gumi }))).toEqual({
      ok: true,
      rules: policy,
      plans: [
        {
          planId: 'gumi',
          label: 'GUMI',
          rank: 1,
          unresolvedTie: false,
          sheetCount: 5,
          trim: { outcome: 'applied', highest: 1, lowest: 1, minimumKept: 3, sheets: 5, kept: 3 },
          mean: '169/2',
          base: 8450,
          bonusSum: 200,
          bonus: 200,
          final: 8650,
          cutOff: 6000,
          passesCutOff: true,
          criterionMeans: [
            { criterion: 'need', mean: '85/1', display: 8500 },
            { criterion: 'effect', mean: '505/12', display: 4208 },
          ],
        },
      ],
    });
  });

  it('shares ranks between equals, and leaves the next ones free', () => {
    const pair = (need: number, effect: number) => [
      [need, effect],
      [need, effect],
    ];
    const ranking = rankRound(
      aRound({
        c: pair(7000, 3500),
        a: pair(7000, 3500),
        d: pair(5000, 2500),
        b: [...pair(7000, 3500), [7000, 3500]],
        e: pair(8500, 2500),
      }),
    );
    expect(ranking.ok && ranking.plans.map(({ planId, rank, unresolvedTie }) => [planId, rank, unresolvedTie])).toEqual(
      [
        ['a', 1, true],
        ['b', 1, true],
        ['c', 1, true],
        ['e', 4, false],
        ['d', 5, false],
      ],
    );
  });

  it('ranks no plans as no plans, and computes with no unsound policy', () => {
    expect(rankRound({ policy, plans: [] })).toEqual({ ok: true, rules: policy, plans: [] });
    expect(() => rankRound({ policy: { ...policy, criteria: policy.criteria.slice(1) }, plans: [] })).toThrow(
      RangeError,
    );
  });
});

describe('the compact form', () => {
  it.each<[string, number[], string[]]>([
    ['a missing mark', [-1, 4000], ['plans[p].sheets[E2].marks sheet.mark.missing']],
    ['a row too short', [8000], ['plans[p].sheets[E2].marks sheet.mark.missing']],
    ['a row too long', [8000, 4000, 1], ['plans[p].sheets[E2].marks[2].criterion sheet.criterion.unknown']],
    ['a mark over its max', [8000, 5001], ['plans[p].sheets[E2].marks[1].mark sheet.mark.range']],
    ['no whole hundredths', [0.5, 4000], ['plans[p].sheets[E2].marks[0].mark sheet.mark.range']],
  ])('is refused with %s, which never counts as 0', (_case, row, expected) => {
    expect(findingsOf(aRound({ gumi, p: [[8000, 4000], row, [8000, 4000]] }))).toEqual(expected);
  });

  it('cannot say a criterion twice, an unknown one or a mark of -1, and says so', () => {
    const input = fromCompact(
      aRound({
        p: [
          [8000, 4000],
          [8000, 4000],
          [8000, 4000],
        ],
      }),
    );
    const withMarks = (marks: { criterion: string; mark: number }[]): AggregateInput => ({
      ...input,
      plans: input.plans.map((plan) => ({
        ...plan,
        sheets: plan.sheets.map((sheet, i) =>
          i === 1 ? { ...sheet, marks: [...sheet.marks, ...marks].slice(-3) } : sheet,
        ),
      })),
    });
    for (const [faulty, expected] of [
      [withMarks([{ criterion: 'need', mark: 1 }]), 'plans[p].sheets[E2].marks[2].criterion sheet.criterion.duplicate'],
      [withMarks([{ criterion: 'charm', mark: 1 }]), 'plans[p].sheets[E2].marks[2].criterion sheet.criterion.unknown'],
      [
        withMarks([
          { criterion: 'need', mark: 8000 },
          { criterion: 'need', mark: -1 },
        ]),
        'plans[p].sheets[E2].marks[2].criterion sheet.criterion.duplicate',
      ],
    ] as const) {
      expect(toCompact(faulty)).toMatchObject({ ok: false });
      expect(findingsOf(faulty)).toContain(expected);
    }
  });
});

describe('explaining one plan', () => {
  const round = aRound({
    gumi,
    twin: gumi.map(([need = 0, effect = 0]) => [need, effect]),
    weak: [
      [1, 1],
      [2, 2],
    ],
  });

  it('shows its arithmetic and its ties, none of which need the others recomputed', () => {
    const result = explainOne(round, 'weak');
    expect(result.ok && result.plan).toMatchObject({ planId: 'weak', rank: 3, ties: [], mean: '3/125' }); // (0.016 + 0.032) ÷ 2
    expect(result.ok && result.plan.trace.at(-1)).toEqual({ step: 'rank', detail: '3' });
  });

  it('knows only plans of the round and of the ranking', () => {
    expect(() => explainOne(round, 'nowhere')).toThrow('not of the round: nowhere');
    const [plan] = fromCompact(round).plans;
    expect(() => plan && explainPlan(policy, plan, [])).toThrow('no place in the ranking: gumi');
    const other = rankRound(aRound({ gumi: gumi.slice(1) }));
    expect(() => plan && other.ok && explainPlan(policy, plan, other.plans)).toThrow('not computed from these sheets');
    expect(explainOne(aRound({ p: [] }), 'p')).toMatchObject({ ok: false, findings: [{ code: 'panel.too-small' }] });
  });
});

describe('the common denominator', () => {
  const criteria = (...pairs: [number, number][]) =>
    pairs.map(([weight, max], i) => ({ code: `c${i}`, name: '', weight, max }));

  it('is as small as it can be', () => {
    expect(exactScale(policy.criteria)).toMatchObject({ denominator: 5n, factors: [2n, 6n] });
    expect(exactScale(criteria([2500, 700], [2500, 1100], [2500, 1300], [2500, 1700]))).toMatchObject({
      denominator: 17_017n,
      factors: [60_775n, 38_675n, 32_725n, 25_025n],
    });
  });

  it('is held in ordinary numbers exactly as long as nothing can exceed 2^53 - 1', () => {
    const scale = (denominator: bigint) => ({ whole: BIGINTS, denominator, factors: [] });
    expect(numberScale(scale(900_719_925_474n), 100, 1)).toMatchObject({ denominator: 900_719_925_474 });
    expect(numberScale(scale(900_719_925_475n), 100, 1)).toBeNull();
    expect(numberScale(scale(900_719_925_474n), 100, 2)).toBeNull();
    expect(numberScale(scale(1n), Number.MAX_SAFE_INTEGER, 1)).not.toBeNull();
    expect(numberScale(scale(1n), Number.MAX_SAFE_INTEGER, 2)).toBeNull();
  });

  it.each([
    [0, 7, '0/1', 0],
    [6, 4, '3/2', 2],
    [1, 3, '1/3', 0],
    [5, 3, '5/3', 2],
    // as a binary fraction this quotient is 0.5 exactly; it is less
    [4_503_599_627_370_495, 9_007_199_254_740_991, '4503599627370495/9007199254740991', 0],
    [9_007_199_254_740_990, 2, '4503599627370495/1', 4_503_599_627_370_495],
    [9_007_199_254_740_991, 2, '9007199254740991/2', 4_503_599_627_370_496],
  ])('writes and rounds %d/%d in either kind of number', (n, d, text, rounded) => {
    expect([NUMBERS.toText(n, d), NUMBERS.roundHalfUp(n, d)]).toEqual([text, rounded]);
    expect([BIGINTS.toText(BigInt(n), BigInt(d)), BIGINTS.roundHalfUp(BigInt(n), BigInt(d))]).toEqual([text, rounded]);
  });
});
