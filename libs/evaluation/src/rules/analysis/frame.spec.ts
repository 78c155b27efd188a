import { frameOf, withoutScore } from './frame.js';
import type { AnalysisInput } from './input.js';
import { scoresOf } from './scores.js';
import { simulateRound, tableRound } from './simulate.js';
import { placesOf, rankerOf } from './standing.js';

/** Two criteria (60 and 40 points, marks up to 20 and 10), three evaluators, one of whom abstains once. */
const abstained: AnalysisInput = {
  ...tableRound({ a: [] }),
  criteria: [
    { code: 'need', name: '필요성', weight: 6000, max: 2000, stage: 'review' },
    { code: 'effect', name: '효과성', weight: 4000, max: 1000, stage: 'review' },
  ],
  sheets: [
    { planId: 'a', evaluator: 'E1', stage: 'review', marks: [1000, 800] },
    { planId: 'a', evaluator: 'E2', stage: 'review', marks: [2000, null] },
    { planId: 'a', evaluator: 'E3', stage: 'review', marks: [1500, 600] },
  ],
};

describe('a round in order', () => {
  it('counts an abstained mark as the mean of the others on that criterion of that plan, never as 0', () => {
    const [stage] = frameOf(abstained).stages;
    // 30 + 32, 60 + 28 (the mean of 8 and 6), 45 + 24
    expect([...stage!.totals].map((total) => Math.round(total * 1e6) / 1e6)).toEqual([62, 88, 69]);
    expect(stage!.given[3]).toBeNaN();
  });

  it('gives no score, not 0, to a plan without sheets, without marks, or with a criterion nobody marked', () => {
    const frame = frameOf({
      ...abstained,
      plans: ['a', 'b', 'c', 'd'].map((planId) => ({ planId, label: planId, bonus: 100 })),
      sheets: [
        ...abstained.sheets,
        { planId: 'b', evaluator: 'E1', stage: 'review', marks: [null, null] },
        { planId: 'c', evaluator: 'E1', stage: 'review', marks: [2000, null] },
        { planId: 'c', evaluator: 'E2', stage: 'review', marks: [1000, null] },
      ],
    });
    expect(withoutScore(frame)).toEqual(['b', 'c', 'd']);
    const places = placesOf(frame, scoresOf(frame));
    expect(places.map(({ planId, score, rank, seat }) => [planId, score, rank, seat])).toEqual([
      ['a', 74, 1, 'in'],
      ['b', null, null, 'out'],
      ['c', null, null, 'out'],
      ['d', null, null, 'out'],
    ]);
  });

  it('trims, adds the stages by their shares and the bonus after the mean', () => {
    const frame = frameOf({
      ...tableRound({ a: [60, 70, 80, 90] }, { plans: [{ planId: 'a', label: 'A', bonus: -150 }] }),
      criteria: ['review', 'talk'].map((stage) => ({ code: 'c1', name: '', weight: 10_000, max: 10_000, stage })),
      stages: [
        { code: 'review', share: 7000, trim: { highest: 1, lowest: 0, minimumKept: 3 } },
        { code: 'talk', share: 3000, trim: { highest: 1, lowest: 1, minimumKept: 3 } },
      ],
      sheets: [
        ...tableRound({ a: [60, 70, 80, 90] }).sheets,
        ...tableRound({ a: [50, 60, 100] }).sheets.map((sheet) => ({ ...sheet, stage: 'talk' })),
      ],
    });
    // 0.7 × (60 + 70 + 80) ÷ 3 + 0.3 × (50 + 60 + 100) ÷ 3 (too few to trim) - 1.5
    expect(scoresOf(frame)[0]).toBeCloseTo(68.5, 10);
  });

  it.each<[string, Partial<AnalysisInput>]>([
    ['a sheet is given twice', { sheets: [...abstained.sheets, abstained.sheets[0]!] }],
    ['unknown plan', { plans: [] }],
    ['unknown stage', { sheets: [{ ...abstained.sheets[0]!, stage: 'x' }] }],
    ['every criterion', { sheets: [{ ...abstained.sheets[0]!, marks: [1] }] }],
    ['out of range', { sheets: [{ ...abstained.sheets[0]!, marks: [2001, 0] }] }],
    ['out of range', { sheets: [{ ...abstained.sheets[0]!, marks: [Number.NaN, 0] }] }],
    ['weights of a stage', { criteria: abstained.criteria.map((criterion) => ({ ...criterion, weight: 3000 })) }],
    ['shares', { stages: abstained.stages.map((stage) => ({ ...stage, share: 9999 })) }],
    ['quota', { quota: 1.5 }],
  ])('refuses what says nothing definite: %s', (words, change) => {
    expect(() => frameOf({ ...abstained, ...change })).toThrow(words);
  });

  it('keeps the points of a plan with the same marks in any order of the input', () => {
    const input = simulateRound({ seed: 5, plans: 6, evaluators: 5 });
    const turned: AnalysisInput = {
      ...input,
      plans: input.plans.toReversed(),
      sheets: input.sheets.toReversed(),
    };
    expect(scoresOf(frameOf(turned))).toEqual(scoresOf(frameOf(input)));
  });
});

describe('a ranking', () => {
  it.each<[number, number | null, number[], number[]]>([
    // quota, cut-off, scores, shares of a seat
    [2, null, [80, 70, 60], [1, 1, 0]],
    [2, null, [80, 70, 70], [1, 0.5, 0.5]],
    [2, null, [80, 70, 70 + 1e-10], [1, 0.5, 0.5]],
    [2, 75, [80, 70, 60], [1, 0, 0]],
    [2, 70, [80, 70, 60], [1, 1, 0]],
    [5, null, [80, Number.NaN, 60], [1, 0, 1]],
    [0, null, [80, 80], [0, 0]],
    [1, null, [60, 60, 60, 60], [0.25, 0.25, 0.25, 0.25]],
  ])('of quota %d and cut-off %s seats %j as %j', (quota, cutOff, scores, expected) => {
    const { seats, rank } = rankerOf(scores.length, { quota, cutOff });
    rank(Float64Array.from(scores));
    expect([...seats]).toEqual(expected);
  });
});
