import fc from 'fast-check';
import type { AnalysisInput } from './input.js';
import { randomOf, STREAMS } from './random.js';
import { simulateRound, tableRound } from './simulate.js';
import { leastMoved } from './smallest-weight-change.js';
import { weightSampler } from './weight-sampler.js';
import { weightSensitivity, type WeightOptions } from './weight-sensitivity.js';

function sound(input: AnalysisInput, options: WeightOptions = { seed: 1, samples: 500 }) {
  const answer = weightSensitivity(input, options);
  if (answer.status !== 'ok') throw new Error(JSON.stringify(answer));
  return answer;
}

/** Plans by their marks (of 100) on two criteria with given weights, one sheet each. */
function twoCriteria(rows: Record<string, [number, number]>, weight: number, rest: Partial<AnalysisInput> = {}) {
  return {
    ...tableRound(Object.fromEntries(Object.keys(rows).map((planId) => [planId, []]))),
    criteria: [
      { code: 'need', name: '', weight, max: 10_000, stage: 'review' },
      { code: 'effect', name: '', weight: 10_000 - weight, max: 10_000, stage: 'review' },
    ],
    sheets: Object.entries(rows).map(([planId, marks]) => ({
      planId,
      evaluator: 'E1',
      stage: 'review',
      marks: marks.map((mark) => mark * 100),
    })),
    ...rest,
  };
}

describe('the sampler of weights', () => {
  const sample = (stated: number[], band: number, count: number) => {
    const sampler = weightSampler(Float64Array.from(stated), band, randomOf(5, STREAMS.weights));
    return Array.from({ length: count }, () => {
      sampler.next();
      return [...sampler.weights];
    });
  };

  it('stays within the band, above 0 and at a sum of 100', () => {
    const stated = [50, 30, 15, 5];
    const samples = sample(stated, 10, 2000);
    const sums = samples.map((weights) => weights.reduce((sum, weight) => sum + weight, 0));
    expect(Math.max(...sums.map((sum) => Math.abs(sum - 100)))).toBeLessThan(1e-8);
    expect(Math.min(...samples.flat())).toBeGreaterThanOrEqual(0);
    const away = samples.flatMap((weights) => weights.map((weight, c) => Math.abs(weight - stated[c]!)));
    expect(Math.max(...away)).toBeLessThanOrEqual(10 + 1e-9);
  });

  it('is uniform: its moments are those of drawing from the box and throwing away', () => {
    const stated = [60, 30, 10];
    const random = randomOf(8, STREAMS.simulation);
    const kept: number[][] = [];
    while (kept.length < 20_000) {
      const [a, b] = [50 + 20 * random.next(), 20 + 20 * random.next()];
      if (Math.abs(100 - a - b - 10) <= 10) kept.push([a, b, 100 - a - b]);
    }
    const moments = (samples: number[][]) =>
      stated.flatMap((_, c) => {
        const mean = samples.reduce((sum, weights) => sum + weights[c]!, 0) / samples.length;
        return [mean, samples.reduce((sum, weights) => sum + (weights[c]! - mean) ** 2, 0) / samples.length];
      });
    const [walked, thrown] = [moments(sample(stated, 10, 20_000)), moments(kept)];
    walked.forEach((moment, i) => expect(Math.abs(moment - thrown[i]!)).toBeLessThan(i % 2 === 0 ? 0.2 : 1));
  });

  it('leaves a single criterion alone', () => {
    expect(sample([100], 10, 3)).toEqual([[100], [100], [100]]);
  });
});

describe('weightSensitivity', () => {
  it('tells the share of weightings that keep a plan inside', () => {
    // a leads while need weighs more than 45: of 40 to 60, three quarters
    const input = twoCriteria({ a: [80, 60.8], b: [69, 69.8] }, 5000);
    const { plans } = sound(input, { seed: 4, samples: 20_000 });
    expect(plans.map(({ planId, bestRank, worstRank }) => [planId, bestRank, worstRank])).toEqual([
      ['a', 1, 2],
      ['b', 1, 2],
    ]);
    expect(plans[0]!.acceptability).toBeCloseTo(0.75, 1);
    expect(plans[0]!.acceptability + plans[1]!.acceptability).toBeCloseTo(1, 3);
  });

  it('moves nothing within a band of 0', () => {
    const input = simulateRound({ seed: 6, plans: 9, evaluators: 5, quota: 3 });
    const { plans } = sound(input, { seed: 1, samples: 20, band: 0 });
    for (const { seat, acceptability } of plans) expect(acceptability).toBe(seat === 'in' ? 1 : 0);
  });

  it('finds the smallest change by hand, with the pair and the move', () => {
    const input = twoCriteria({ a: [80, 60.8], b: [69, 69.8], c: [10, 10] }, 5000);
    expect(sound(input).smallestChange).toEqual({
      by: 'overtakes',
      inside: 'a',
      outside: 'b',
      points: 5,
      margin: 1,
      moves: [{ from: 'need', to: 'effect', points: 5 }],
    });
  });

  it('knows when no weights change anything, when equals stand at the line, and when the cut-off is nearer', () => {
    expect(sound(twoCriteria({ a: [80, 80], b: [70, 70] }, 5000)).smallestChange).toBeNull();
    expect(sound(twoCriteria({ a: [80, 70], b: [70, 80] }, 5000)).smallestChange).toMatchObject({
      points: 0,
      moves: [],
    });
    const cut = twoCriteria({ a: [80, 60], b: [20, 20] }, 5000, { cutOff: 6900 });
    expect(sound(cut).smallestChange).toMatchObject({ by: 'falls-to-cut-off', inside: 'a', outside: null, points: 5 });
    const free = twoCriteria({ a: [80, 80], b: [68, 50] }, 5000, { cutOff: 6000, quota: 2 });
    expect(sound(free).smallestChange).toMatchObject({ by: 'reaches-cut-off', inside: null, outside: 'b' });
    expect(sound(free).smallestChange!.points).toBeCloseTo(100 / 18, 3);
  });

  it('names the stage when there are several, and moves effective weights', () => {
    const base = twoCriteria({ a: [80, 60], b: [69, 70] }, 5000);
    const input: AnalysisInput = {
      ...base,
      criteria: [
        { ...base.criteria[0]!, weight: 10_000, stage: 'paper' },
        { ...base.criteria[1]!, weight: 10_000, stage: 'talk' },
      ],
      stages: ['paper', 'talk'].map((code) => ({ ...base.stages[0]!, code, share: 5000 })),
      sheets: base.sheets.flatMap((sheet) => [
        { ...sheet, stage: 'paper', marks: [sheet.marks[0]!] },
        { ...sheet, stage: 'talk', marks: [sheet.marks[1]!] },
      ]),
    };
    expect(weightSensitivity(input, { seed: 1 })).toMatchObject({ status: 'not-enough-data' }); // nothing to vary
    const split = { ...input, criteria: [...input.criteria, { ...input.criteria[0]!, code: 'idle', weight: 0 }] };
    const sheets = split.sheets.map((sheet) =>
      sheet.stage === 'paper' ? { ...sheet, marks: [...sheet.marks, 0] } : sheet,
    );
    // a leads by 0.5; a point from paper to talk turns 0.11 + 0.10 of it; idle is worth 0 to both
    expect(sound({ ...split, sheets }).smallestChange).toMatchObject({
      moves: [{ from: 'paper/need', to: 'talk/effect', points: 2.381 }],
    });
  });

  it('needs no less than any way of moving points found by trying', () => {
    const figures = fc.record({
      parts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 5 }),
      advantages: fc.array(fc.integer({ min: -10, max: 10 }), { minLength: 5, maxLength: 5 }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(figures, ({ parts, advantages, seed }) => {
        const sum = parts.reduce((all, part) => all + part, 0);
        const weights = Float64Array.from(parts, (part) => (100 * part) / sum);
        const gains = Float64Array.from(parts, (_, c) => advantages[c]! / 10);
        const margin = weights.reduce((all, weight, c) => all + weight * gains[c]!, 0);
        if (margin <= 0) return;
        const { points, moves } = leastMoved(weights, gains, margin);
        const changed = weights.slice();
        for (const move of moves) {
          changed[move.from] = changed[move.from]! - move.points;
          changed[move.to] = changed[move.to]! + move.points;
        }
        const worst = Math.min(...gains);
        if (worst > 0) expect(points).toBe(Infinity);
        else expect(changed.reduce((all, weight, c) => all + weight * gains[c]!, 0)).toBeCloseTo(0, 6);
        expect(Math.min(...changed)).toBeGreaterThanOrEqual(-1e-9);
        const random = randomOf(seed, STREAMS.simulation);
        for (let trial = 0; trial < 50; trial += 1) {
          const other = weights.map(() => random.next() ** 3);
          const all = other.reduce((total, weight) => total + weight, 0);
          const scaled = other.map((weight) => (100 * weight) / all);
          if (scaled.reduce((total, weight, c) => total + weight * gains[c]!, 0) > 0) continue;
          const moved = scaled.reduce((total, weight, c) => total + Math.abs(weight - weights[c]!), 0) / 2;
          expect(moved).toBeGreaterThanOrEqual(points - 1e-6);
        }
      }),
    );
  });
});
