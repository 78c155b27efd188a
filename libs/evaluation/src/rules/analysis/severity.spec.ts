import fc from 'fast-check';
import type { AnalysisInput } from './input.js';
import { severityOf } from './severity.js';
import { simulateRound, tableRound } from './simulate.js';

function sound(input: AnalysisInput) {
  const answer = severityOf(input);
  if (answer.status !== 'ok') throw new Error(JSON.stringify(answer));
  return answer;
}

describe('severityOf', () => {
  it('is the distance of means in a crossed design, worked by hand', () => {
    // E1 means 70, E2 74, E3 78: 4 more severe, as the mean, 4 milder
    const { evaluators, groups, degreesOfFreedom } = sound(
      tableRound({ a: [60, 65, 67], b: [70, 72, 80], c: [80, 85, 87] }),
    );
    expect(evaluators.map(({ severity }) => severity)).toEqual([4, 0, -4]);
    expect([groups, degreesOfFreedom]).toEqual([1, 4]);
    // residual sum of squares 12 on 4; each effect has (1 - 1/3) ÷ 3 of it
    expect(evaluators[0]!.standardError).toBeCloseTo(Math.sqrt((12 / 4) * (2 / 9)), 4);
  });

  it('takes who scored what into account in an incomplete design', () => {
    // E1 saw the strong plans only; noiseless: plans 90, 80, 70, 60 and severities +3, 0, -3
    const { evaluators, residualDeviation } = sound(
      tableRound({ a: [87, 90, null], b: [77, 80, 83], c: [67, 70, 73], d: [null, 60, 63], e: [null, 50, 53] }),
    );
    expect(evaluators.map(({ severity }) => severity)).toEqual([3, 0, -3]);
    expect(residualDeviation).toBe(0);
  });

  it('recovers severities it is given, within its own standard errors', () => {
    const spread = { plans: 6, evaluators: 5, marks: 4 };
    const base = simulateRound({ seed: 12, plans: 120, evaluators: 12, perPlan: 4, spread });
    const shift = 400;
    const moved: AnalysisInput = {
      ...base,
      criteria: base.criteria.map((criterion) => ({ ...criterion, max: criterion.max + shift })),
      sheets: base.sheets.map((sheet) => ({
        ...sheet,
        marks: sheet.marks.map((mark) => mark! + (sheet.evaluator === 'E00001' ? 0 : shift)),
      })),
    };
    const [before, after] = [sound({ ...base, criteria: moved.criteria }), sound(moved)];
    const gap = (answer: typeof before) => answer.evaluators[0]!.severity! - answer.evaluators[5]!.severity!;
    const points = base.criteria.reduce((sum, { weight, max }) => sum + (weight * shift) / (max + shift) / 100, 0);
    expect(gap(after) - gap(before)).toBeCloseTo(points, 3);
    expect(before.evaluators[0]!.standardError!).toBeGreaterThan(0.1);
    expect(before.evaluators[0]!.standardError!).toBeLessThan(1);
  });

  it('keeps unlinked groups apart, each around 0, and gives nobody a figure on too few shared sheets', () => {
    const rows: Record<string, (number | null)[]> = {};
    for (const [i, planId] of ['a', 'b', 'c', 'd'].entries()) {
      rows[planId] = [70 + i, 74 + i, null, null, i === 0 ? 60 : null, null];
      rows[`${planId}2`] = [null, null, 20 + i, 40 + i, null, null];
    }
    rows['alone'] = [null, null, null, null, null, 99];
    const { evaluators, groups } = sound(tableRound(rows));
    expect(groups).toBe(2);
    expect(evaluators.map(({ group }) => group)).toEqual([0, 0, 1, 1, 0, -1]);
    const [e1, e2, e3, e4, e5, e6] = evaluators;
    expect(e1!.severity! - e2!.severity!).toBeCloseTo(4, 6);
    expect([e3!.severity, e4!.severity]).toEqual([10, -10]);
    expect(e5).toMatchObject({ sheets: 1, severity: null, standardError: null, spread: null });
    expect(e6).toMatchObject({ sheets: 0, severity: null });
  });

  it('says what is missing instead of showing noise', () => {
    expect(severityOf(tableRound({ a: [70, 80], b: [60, 65] }))).toMatchObject({
      status: 'not-enough-data',
      need: { degreesOfFreedom: 4 },
      have: { degreesOfFreedom: 1 },
    });
    expect(severityOf(tableRound({ a: [70], b: [60] }))).toMatchObject({ status: 'not-enough-data' });
  });

  it('moves with a constant on all marks of one evaluator of a crossed design, and with nothing else', () => {
    const table = fc.array(fc.array(fc.integer({ min: 20, max: 80 }), { minLength: 4, maxLength: 4 }), {
      minLength: 3,
      maxLength: 7,
    });
    fc.assert(
      fc.property(table, fc.integer({ min: 0, max: 3 }), fc.integer({ min: -20, max: 20 }), (rows, who, constant) => {
        const input = (shift: number) =>
          tableRound(
            Object.fromEntries(
              rows.map((row, p) => [`p${p}`, row.map((points, e) => points + (e === who ? shift : 0))]),
            ),
          );
        const [before, after] = [sound(input(0)), sound(input(constant))];
        const gaps = (answer: typeof before) =>
          answer.evaluators.map(({ severity }) => answer.evaluators[who]!.severity! - severity!);
        gaps(after).forEach((gap, e) => {
          expect(gap).toBeCloseTo(gaps(before)[e]! - (e === who ? 0 : constant), 3);
        });
        expect(after.residualDeviation).toBe(before.residualDeviation);
        expect(after.evaluators.reduce((sum, { severity }) => sum + severity!, 0)).toBeCloseTo(0, 3);
      }),
    );
  });
});
