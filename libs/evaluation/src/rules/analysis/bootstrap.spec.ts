import fc from 'fast-check';
import { bootstrapRanks, type BootstrapOptions } from './bootstrap.js';
import type { AnalysisInput } from './input.js';
import { simulateRound, tableRound } from './simulate.js';

function sound(input: AnalysisInput, options: BootstrapOptions = { seed: 1, replicates: 500 }) {
  const answer = bootstrapRanks(input, options);
  if (answer.status !== 'ok') throw new Error(JSON.stringify(answer));
  return answer;
}
const byId = (answer: ReturnType<typeof sound>) =>
  Object.fromEntries(answer.plans.map((plan) => [plan.planId, plan] as const));

describe('bootstrapRanks', () => {
  it('agrees with all the draws of a panel of three, counted one by one', () => {
    const rows = { a: [70, 80, 90], b: [82, 79, 78], c: [60, 95, 70] };
    const answer = sound(tableRound(rows), { seed: 3, replicates: 40_000 });
    const wins = { a: 0, b: 0, c: 0 };
    for (let draw = 0; draw < 27; draw += 1) {
      const drawn = [draw % 3, Math.floor(draw / 3) % 3, Math.floor(draw / 9)];
      const sums = Object.entries(rows).map(
        ([planId, row]) => [planId, drawn.reduce((sum, i) => sum + row[i]!, 0)] as const,
      );
      const best = Math.max(...sums.map(([, sum]) => sum));
      const first = sums.filter(([, sum]) => sum === best);
      for (const [planId] of first) wins[planId as keyof typeof wins] += 1 / first.length / 27;
    }
    expect(answer.draws).toEqual([{ stage: 'review', draw: 'panel' }]);
    for (const [planId, { probability }] of Object.entries(byId(answer)))
      expect(Math.abs(probability - wins[planId as keyof typeof wins])).toBeLessThan(0.01);
  });

  it('draws one panel for all plans: a severe evaluator moves them together and decides nothing', () => {
    // b is always exactly 1 below a, however far apart the evaluators are
    const a = [90, 50, 70, 30, 99];
    const answer = sound(tableRound({ a, b: a.map((points) => points - 1) }));
    expect(byId(answer)).toMatchObject({
      a: { probability: 1, expectedRank: 1, rankInterval: [1, 1], group: 'clear-in' },
      b: { probability: 0, expectedRank: 2, rankInterval: [2, 2], group: 'clear-out' },
    });
  });

  it('trims in every resample', () => {
    const stages = [{ code: 'review', share: 10_000, trim: { highest: 1, lowest: 1, minimumKept: 3 } }];
    const row = { a: [71, 71, 71, 71, 0], b: [70, 70, 70, 70, 70] };
    const many = { seed: 1, replicates: 20_000 };
    const [plain, trimmed] = [sound(tableRound(row), many), sound(tableRound(row, { stages }), many)];
    // the 0 has to be drawn twice before trimming lets it count
    expect(byId(plain)['a']!.probability).toBeCloseTo(0.8 ** 5, 1);
    expect(byId(trimmed)['a']!.probability).toBeCloseTo(0.8 ** 5 + 0.8 ** 4, 1);
  });

  it('applies the cut-off and shares a seat between equals', () => {
    const same = { a: [70, 71, 72], b: [70, 71, 72], c: [50, 51, 52] };
    expect(sound(tableRound(same)).plans.map(({ probability }) => probability)).toEqual([0.5, 0.5, 0]);
    expect(sound(tableRound(same)).plans.map(({ group }) => group)).toEqual(['too-close', 'too-close', 'clear-out']);
    const none = sound(tableRound(same, { cutOff: 7300 }));
    expect(none.plans.map(({ probability }) => probability)).toEqual([0, 0, 0]);
  });

  it('draws the own sheets of each plan in a sparse design, and falls back to them where nobody drawn has one', () => {
    expect(sound(simulateRound({ seed: 2, plans: 20, evaluators: 12, perPlan: 4 })).draws[0]!.draw).toBe('own-sheets');
    const nearly = tableRound({ a: [70, 71, 72, 73], b: [60, null, 62, 63], c: [50, 51, 52, 53] });
    const answer = sound(nearly);
    expect(answer.draws[0]!.draw).toBe('panel');
    expect(answer.plans.map(({ probability }) => probability)).toEqual([1, 0, 0]);
  });

  it('draws the same people for two stages of one panel, and each panel by itself', () => {
    // a: what an evaluator takes in one stage he gives in the other; b always loses by a little
    const [review, talk] = [
      tableRound({ a: [20, 40, 60, 80], b: [49, 49, 49, 49] }),
      tableRound({ a: [80, 60, 40, 20], b: [49, 49, 49, 49] }),
    ];
    const input: AnalysisInput = {
      ...review,
      criteria: ['review', 'talk'].map((stage) => ({ ...review.criteria[0]!, stage })),
      stages: ['review', 'talk'].map((code) => ({ ...review.stages[0]!, code, share: 5000 })),
      sheets: [...review.sheets, ...talk.sheets.map((sheet) => ({ ...sheet, stage: 'talk' }))],
    };
    const others = input.sheets.map((sheet) =>
      sheet.stage === 'talk' ? { ...sheet, evaluator: `T${sheet.evaluator}` } : sheet,
    );
    expect(byId(sound(input))['a']!.probability).toBe(1);
    expect(byId(sound({ ...input, sheets: others }))['a']!.probability).toBeLessThan(0.8);
  });

  it('takes ranks together in classes when there are very many, and never narrows an interval by it', () => {
    const { plans } = sound(simulateRound({ seed: 4, plans: 1100, evaluators: 100, perPlan: 3 }), {
      seed: 1,
      replicates: 20,
    });
    for (const {
      rank,
      rankInterval: [low, high],
    } of plans.slice(0, 50)) {
      expect(low % 2).toBe(1);
      expect(high % 2).toBe(0);
      expect(rank).toBeLessThan(1100);
    }
  });

  it('gives no figure for a plan without a score, and none at all when sheets are too few', () => {
    const answer = sound(tableRound({ a: [70, 71, 72], b: [60, 61, 62], c: [] }));
    expect(answer.plans.map(({ planId }) => planId)).toEqual(['a', 'b']);
    expect(answer.withoutScore).toEqual(['c']);
    expect(bootstrapRanks(tableRound({ a: [70, 71, 72], b: [60, 61] }), { seed: 1 })).toMatchObject({
      status: 'not-enough-data',
      need: { sheetsPerPlan: 3 },
      have: { sheetsPerPlan: 2 },
    });
  });

  it('has probabilities that fill the seats, ranks that sum, and the same bytes for the same seed', () => {
    const round = fc.record({
      seed: fc.nat(),
      plans: fc.integer({ min: 2, max: 12 }),
      evaluators: fc.integer({ min: 4, max: 8 }),
      perPlan: fc.integer({ min: 3, max: 4 }),
      quota: fc.integer({ min: 0, max: 14 }),
    });
    fc.assert(
      fc.property(round, fc.boolean(), (simulation, cut) => {
        const input = { ...simulateRound(simulation), cutOff: cut ? 7200 : null };
        const options = { seed: simulation.seed, replicates: 60 };
        const { plans } = sound(input, options);
        const inside = plans.reduce((sum, { probability }) => sum + probability, 0);
        const seats = Math.min(simulation.quota, simulation.plans);
        expect(inside).toBeLessThanOrEqual(seats + 1e-3);
        if (!cut) expect(inside).toBeGreaterThanOrEqual(seats - 1e-3);
        const ranks = plans.reduce((sum, { expectedRank }) => sum + expectedRank, 0);
        expect(ranks).toBeCloseTo((plans.length * (plans.length + 1)) / 2, 2);
        for (const {
          expectedRank,
          rankInterval: [low, high],
        } of plans) {
          expect(low).toBeLessThanOrEqual(high);
          expect(expectedRank).toBeGreaterThanOrEqual(1);
        }
        const turned = { ...input, plans: input.plans.toReversed(), sheets: input.sheets.toReversed() };
        expect(JSON.stringify(sound(turned, options))).toBe(JSON.stringify(sound(input, options)));
      }),
      { numRuns: 40 },
    );
  });

  it('gives other figures for another seed', () => {
    const input = simulateRound({ seed: 1, plans: 8, evaluators: 5 });
    expect(sound(input, { seed: 1, replicates: 200 }).plans).not.toEqual(
      sound(input, { seed: 2, replicates: 200 }).plans,
    );
  });
});
