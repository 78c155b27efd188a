import fc from 'fast-check';
import { analyseRound } from './analyse.js';
import type { AnalysisInput } from './input.js';
import { simulateRound, tableRound } from './simulate.js';

const options = { seed: 42, replicates: 100, samples: 50, agreementReplicates: 50 };

/** Some marks abstained, a bonus here and there, and comments. */
function lively(input: AnalysisInput): AnalysisInput {
  return {
    ...input,
    plans: input.plans.map((plan, i) => ({ ...plan, bonus: (i % 3) * 50 })),
    sheets: input.sheets.map((sheet, i) => ({
      ...sheet,
      marks: sheet.marks.map((mark, c) => (i % 7 === c ? null : mark)),
      overall: `종합 의견이 비슷한 문장으로 되풀이되는 경우 ${i % 4}`,
      openedAt: '2026-05-01T00:00:00.000Z',
      submittedAt: `2026-05-01T00:${String(10 + (i % 40)).padStart(2, '0')}:00.000Z`,
    })),
  };
}

describe('analyseRound', () => {
  it('answers every question of an ordinary round, in plain JSON', () => {
    const input = lively(simulateRound({ seed: 8, plans: 17, evaluators: 9, quota: 5 }));
    const analysis = analyseRound(input, options);
    const { seed, chairOnly, ...answers } = analysis;
    expect(seed).toBe(42);
    for (const answer of [...Object.values(answers), chairOnly.flags]) {
      expect(answer).toMatchObject({ status: 'ok' });
      expect([answer.method, answer.reference].every((text) => text.length > 0)).toBe(true);
    }
    expect(JSON.parse(JSON.stringify(analysis))).toEqual(analysis);
    expect(JSON.stringify(analysis)).not.toMatch(/종합 의견|NaN|Infinity/);
  });

  it('gives the same bytes whatever the order of plans and sheets, and again for the same seed', () => {
    const simulation = fc.record({
      seed: fc.nat(),
      plans: fc.integer({ min: 1, max: 8 }),
      evaluators: fc.integer({ min: 2, max: 6 }),
      perPlan: fc.constant(2),
    });
    fc.assert(
      fc.property(simulation, fc.boolean(), (some, whole) => {
        const input = lively(simulateRound(whole ? { ...some, perPlan: some.evaluators } : some));
        const turned = { ...input, plans: input.plans.toReversed(), sheets: input.sheets.toReversed() };
        const bytes = JSON.stringify(analyseRound(input, options));
        expect(JSON.stringify(analyseRound(turned, options))).toBe(bytes);
        expect(bytes).not.toMatch(/NaN|Infinity/);
      }),
      { numRuns: 25 },
    );
  });

  it('gives no figure at all, and never 0, where nothing has been scored', () => {
    const { bootstrap, weights, leaveOneOut, bonus, severity, rasch, agreement, linkage, chairOnly } = analyseRound(
      tableRound({ a: [], b: [] }),
      options,
    );
    for (const answer of [bootstrap, weights, leaveOneOut, bonus, severity, rasch, agreement, linkage, chairOnly.flags])
      expect(answer).toMatchObject({ status: 'not-enough-data' });
  });

  it('ends without a fault on a round without plans', () => {
    expect(analyseRound({ ...tableRound({}), sheets: [] }, options).bootstrap.status).toBe('not-enough-data');
  });
});
