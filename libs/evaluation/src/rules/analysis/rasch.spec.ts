import type { AnalysisInput } from './input.js';
import { randomOf, STREAMS } from './random.js';
import { rangesOf } from './rasch-data.js';
import { raschOf, type RaschMeasure, type RaschOptions } from './rasch.js';
import { simulateRound, tableRound } from './simulate.js';

const STEPS = [-1.5, -0.5, 0.5, 1.5];

interface Truth {
  readonly severities: readonly number[];
  readonly difficulties: readonly number[];
  readonly input: AnalysisInput;
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.map((value) => value - mean);
}

/** Marks drawn from the model itself: five categories, as marks of 0, 1, 2, 3, 4 of 4. */
function drawRound(
  seed: number,
  size: { plans: number; evaluators: number; criteria: number; perPlan: number },
): Truth {
  const { next, normal } = randomOf(seed, STREAMS.simulation);
  const abilities = Array.from({ length: size.plans }, normal);
  const severities = centred(Array.from({ length: size.evaluators }, () => 0.7 * normal()));
  const difficulties = centred(Array.from({ length: size.criteria }, (_, c) => 0.4 * c));
  const draw = (logit: number): number => {
    const weights = [1];
    STEPS.forEach((step, k) => weights.push(weights[k]! * Math.exp(logit - step)));
    let left = next() * weights.reduce((sum, weight) => sum + weight, 0);
    return Math.max(
      0,
      weights.findIndex((weight) => (left -= weight) < 0),
    );
  };
  const input: AnalysisInput = {
    ...tableRound(Object.fromEntries(abilities.map((_, p) => [`p${p}`, []]))),
    criteria: difficulties.map((_, c) => ({
      code: `c${c}`,
      name: '',
      weight: 10_000 / size.criteria,
      max: 400,
      stage: 'review',
    })),
    sheets: abilities.flatMap((ability, p) =>
      Array.from({ length: size.perPlan }, (_, i) => {
        const who = (p * 2 + i) % size.evaluators;
        return {
          planId: `p${p}`,
          evaluator: `E${String(who).padStart(3, '0')}`,
          stage: 'review',
          marks: difficulties.map((difficulty) => 100 * draw(ability - severities[who]! - difficulty)),
        };
      }),
    ),
  };
  return { severities, difficulties, input };
}

function stageOf(input: AnalysisInput, options: RaschOptions = { bins: 5 }) {
  const answer = raschOf(input, options);
  const stage = answer.status === 'ok' ? answer.stages[0]! : answer;
  if (!('iterations' in stage)) throw new Error(JSON.stringify(stage));
  return stage;
}

function recovery(found: readonly RaschMeasure[], truth: readonly number[]) {
  const values = found.map(({ measure }) => measure!);
  const products = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  const [x, y] = [centred(truth), centred(values)];
  return {
    correlation: products(x, y) / Math.sqrt(products(x, x) * products(y, y)),
    slope: products(x, y) / products(x, x),
    /** Mean square of the errors in units of their own standard errors: about 1. */
    standardised:
      found.reduce((sum, { measure, standardError }, i) => sum + ((measure! - truth[i]!) / standardError!) ** 2, 0) /
      found.length,
  };
}

describe('raschOf', () => {
  it.each([
    [3, { plans: 40, evaluators: 9, criteria: 5, perPlan: 9 }],
    [4, { plans: 150, evaluators: 20, criteria: 5, perPlan: 6 }],
  ])('recovers what the marks were drawn from (seed %d, %j)', (seed, size) => {
    const { severities, difficulties, input } = drawRound(seed, size);
    const { evaluators, criteria, categories, converged, iterations } = stageOf(input);
    expect([converged, iterations < 100]).toEqual([true, true]);
    for (const [found, truth] of [
      [evaluators, severities],
      [criteria, difficulties],
    ] as const) {
      const { correlation, slope, standardised } = recovery(found, truth);
      expect(correlation).toBeGreaterThan(0.95);
      expect(Math.abs(slope - 1)).toBeLessThan(0.12);
      expect(standardised).toBeLessThan(3);
    }
    categories.slice(1).forEach(({ threshold }, k) => expect(Math.abs(threshold! - STEPS[k]!)).toBeLessThan(0.35));
    const fits = evaluators.map(({ infit }) => infit!);
    expect(fits.reduce((sum, infit) => sum + infit, 0) / fits.length).toBeCloseTo(1, 1);
  });

  it('gives an extreme element a finite measure beyond the others, and says that it is a convention', () => {
    const { input } = drawRound(5, { plans: 20, evaluators: 6, criteria: 4, perPlan: 6 });
    const best = {
      ...input,
      sheets: input.sheets.map((sheet) =>
        sheet.planId === 'p7' ? { ...sheet, marks: sheet.marks.map(() => 400) } : sheet,
      ),
    };
    const { plans } = stageOf(best);
    const extreme = plans.find(({ id }) => id === 'p7')!;
    expect(extreme).toMatchObject({ extreme: true, infit: null, outfit: null });
    for (const { id, measure } of plans) if (id !== 'p7') expect(extreme.measure!).toBeGreaterThan(measure!);
    expect(extreme.standardError!).toBeGreaterThan(0.5);
  });

  it('treats an abstention as no mark', () => {
    const { input } = drawRound(6, { plans: 20, evaluators: 6, criteria: 4, perPlan: 6 });
    const gap = {
      ...input,
      sheets: input.sheets.map((sheet, i) =>
        i % 5 === 0 ? { ...sheet, marks: [null, ...sheet.marks.slice(1)] } : sheet,
      ),
    };
    const [before, after] = [stageOf(input), stageOf(gap)];
    expect(before.marks - after.marks).toBe(input.sheets.filter((_, i) => i % 5 === 0).length);
    before.evaluators.forEach(({ measure }, i) =>
      expect(Math.abs(measure! - after.evaluators[i]!.measure!)).toBeLessThan(0.3),
    );
  });

  it('takes rare bins together and keeps the order', () => {
    expect(rangesOf([0, 0, 3, 12, 30, 4, 1])).toEqual([
      { first: 0, last: 3, marks: 15 },
      { first: 4, last: 6, marks: 35 },
    ]);
    expect(rangesOf([10, 10, 10])).toHaveLength(3);
    const { categories } = stageOf(simulateRound({ seed: 1, plans: 17, evaluators: 9 }), {});
    expect(categories.length).toBeGreaterThanOrEqual(3);
    for (const { marks } of categories) expect(marks).toBeGreaterThanOrEqual(10);
    expect([categories[0]!.from, categories.at(-1)!.to]).toEqual([0, 1]);
  });

  it('says what is missing when panels are apart or marks few', () => {
    const { input } = drawRound(7, { plans: 20, evaluators: 6, criteria: 5, perPlan: 6 });
    const apart = {
      ...input,
      sheets: input.sheets.filter(({ planId, evaluator }) => Number(planId.slice(1)) < 10 === evaluator < 'E003'),
    };
    expect(raschOf(apart, { bins: 5 })).toMatchObject({ status: 'not-enough-data', have: { linkedShare: 0.5 } });
    expect(raschOf(tableRound({ a: [50, 60], b: [70, 80] }))).toMatchObject({
      status: 'not-enough-data',
      need: { plans: 5, marks: 100 },
    });
    expect(() => raschOf(input, { bins: 4 })).toThrow(RangeError);
  });
});
