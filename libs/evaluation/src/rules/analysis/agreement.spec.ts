import fc from 'fast-check';
import { agreement, agreementWord, ALPHA_WORDS, ICC_WORDS } from './agreement.js';
import { fQuantile } from './f-distribution.js';
import { intraclass } from './intraclass.js';
import type { AnalysisInput } from './input.js';
import { alphaInterval, intervalAlpha, nominalAlpha } from './krippendorff.js';
import { randomOf, STREAMS } from './random.js';
import { simulateRound, tableRound } from './simulate.js';

const _ = null;
/** Krippendorff 2011, example C: four observers, twelve units, absent values. */
const KRIPPENDORFF = [
  [1, 2, 3, 3, 2, 1, 4, 1, 2, _, _, _],
  [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, _, 3],
  [_, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, _],
  [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, _],
];
const units = KRIPPENDORFF[0]!.map((_first, unit) =>
  KRIPPENDORFF.map((row) => row[unit] ?? null).filter((value) => value !== null),
);

/** Shrout, Fleiss 1979, table 2: six subjects, four judges. */
const SHROUT_FLEISS = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

describe("Krippendorff's alpha", () => {
  it('is that of the published example', () => {
    expect(intervalAlpha(units)).toBeCloseTo(0.849, 3);
    expect(nominalAlpha(units)).toBeCloseTo(0.743, 3);
  });

  it('does not move with origin or unit, is 1 in agreement, and has no value when nothing varies', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9000, max: 9000 }), fc.integer({ min: 1, max: 50 }), (origin, unit) => {
        const moved = units.map((values) => values.map((value) => origin + unit * value));
        expect(intervalAlpha(moved)).toBeCloseTo(intervalAlpha(units), 9);
      }),
    );
    const agreed = [[1, 1, 1], [5, 5], [7]];
    expect(intervalAlpha(agreed)).toBe(1);
    expect(
      intervalAlpha([
        [3, 3],
        [3, 3],
      ]),
    ).toBeNaN();
    expect(
      nominalAlpha([
        [3, 3],
        [3, 3],
      ]),
    ).toBeNaN();
  });

  it('has an interval around it, the same for the same seed', () => {
    const draw = (seed: number) =>
      alphaInterval(units, { level: 0.95, replicates: 500 }, randomOf(seed, STREAMS.agreement))!;
    const [low, high] = draw(1);
    expect(low).toBeLessThan(0.849);
    expect(high).toBeGreaterThan(0.849);
    expect(draw(1)).toEqual([low, high]);
    expect(
      alphaInterval(
        [
          [3, 3],
          [3, 3],
        ],
        { level: 0.95, replicates: 10 },
        randomOf(1, 1),
      ),
    ).toBeNull();
  });
});

describe('intraclass correlation', () => {
  it('is that of the published table, limits included', () => {
    const { icc11, icc21, icc2k, icc31 } = intraclass(SHROUT_FLEISS, 0.95)!;
    const twoDigits = [icc11, icc21.value, icc31, icc2k.value].map((value) => value.toFixed(2));
    expect(twoDigits).toEqual(['0.17', '0.29', '0.71', '0.62']);
    expect([icc21.low, icc21.high].map((value) => value.toFixed(3))).toEqual(['0.019', '0.761']);
    expect([icc2k.low, icc2k.high].map((value) => value.toFixed(3))).toEqual(['0.071', '0.927']);
  });

  it('is 1 between judges who agree, and has no value when nothing varies or one judged', () => {
    expect(
      intraclass(
        [
          [1, 1],
          [2, 2],
          [5, 5],
        ],
        0.95,
      )!.icc21,
    ).toEqual({ value: 1, low: 1, high: 1 });
    expect(
      intraclass(
        [
          [3, 3],
          [3, 3],
        ],
        0.95,
      ),
    ).toBeNull();
    expect(intraclass([[3], [4]], 0.95)).toBeNull();
  });

  it.each([
    // probability, degrees of freedom, table value
    [0.95, 5, 10, 3.326],
    [0.975, 5, 15, 3.576],
    [0.99, 1, 1, 4052.2],
    [0.95, 120, 60, 1.467],
    [0.05, 10, 5, 1 / 3.326],
  ])('rests on an F distribution with the tabled quantiles (case %#)', (probability, first, second, table) => {
    expect(fQuantile(probability, first, second) / table).toBeCloseTo(1, 3);
  });
});

describe('agreement', () => {
  function sound(input: AnalysisInput) {
    const answer = agreement(input, { seed: 1, replicates: 200 });
    if (answer.status !== 'ok') throw new Error(JSON.stringify(answer));
    return answer;
  }
  const shroutFleiss = Object.fromEntries(SHROUT_FLEISS.map((row, i) => [`s${i}`, row]));

  it('reports each criterion and the totals, in figures and in a word', () => {
    const { criteria, totals } = sound(tableRound(shroutFleiss));
    expect(criteria).toHaveLength(1);
    expect(criteria[0]).toMatchObject({
      criterion: 'c1',
      plans: 6,
      marks: 24,
      alphaWord: 'poor',
      icc21: { value: 0.2898, low: 0.0188, high: 0.7611 },
      icc2k: { value: 0.6201 },
      iccWord: 'poor',
    });
    expect(totals[0]).toMatchObject({ criterion: null, icc21: criteria[0]!.icc21, alpha: criteria[0]!.alpha });
  });

  it('leaves out an abstention, which is no mark of 0, and has no ICC then', () => {
    const input = simulateRound({ seed: 4, plans: 8, evaluators: 4 });
    const gap: AnalysisInput = {
      ...input,
      sheets: input.sheets.map((sheet, i) => (i === 5 ? { ...sheet, marks: [null, ...sheet.marks.slice(1)] } : sheet)),
    };
    const [before, after] = [sound(input).criteria, sound(gap).criteria];
    expect(after[0]).toMatchObject({ plans: 8, marks: 31, icc21: null, icc2k: null, iccWord: null });
    expect(Math.abs(after[0]!.alpha! - before[0]!.alpha!)).toBeLessThan(0.3);
    expect(after[1]!.icc21).toEqual(before[1]!.icc21);
  });

  it('has no figure for marks all alike, and none at all on too few plans', () => {
    const alike = Object.fromEntries(Object.keys(shroutFleiss).map((planId) => [planId, [70, 70, 70]]));
    expect(sound(tableRound(alike)).criteria[0]).toMatchObject({
      alpha: null,
      alphaInterval: null,
      alphaWord: null,
      icc21: null,
    });
    expect(agreement(tableRound({ a: [1, 2], b: [1, 2], c: [1, 2], d: [2, 2], e: [4] }), { seed: 1 })).toMatchObject({
      status: 'not-enough-data',
      need: { plansWithTwoSheets: 5 },
      have: { plansWithTwoSheets: 4 },
    });
  });

  it.each([
    [0.8, ALPHA_WORDS, 'good'],
    [0.7999, ALPHA_WORDS, 'fair'],
    [0.6669, ALPHA_WORDS, 'poor'],
    [0.75, ICC_WORDS, 'good'],
    [0.5, ICC_WORDS, 'fair'],
    [-0.1, ICC_WORDS, 'poor'],
  ])('calls %d by %j %s', (value, words, expected) => {
    expect(agreementWord(value, words)).toBe(expected);
  });
});
