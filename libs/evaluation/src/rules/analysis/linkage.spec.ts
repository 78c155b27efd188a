import fc from 'fast-check';
import { type Linkage, linkageInputOf, linkageOf, type LinkageInput } from './linkage.js';
import { simulateRound } from './simulate.js';

function sound(input: LinkageInput): Linkage {
  const answer = linkageOf(input);
  if (answer.status !== 'ok') throw new Error(JSON.stringify(answer));
  return answer;
}
/** "a12" = plan a has evaluators 1 and 2. */
function design(...rows: string[]): LinkageInput {
  return {
    plans: rows.map((row) => row.charAt(0)),
    assignments: rows.flatMap((row) => Array.from(row.slice(1), (evaluator) => ({ planId: row.charAt(0), evaluator }))),
  };
}

describe('linkageOf', () => {
  it('sees every pair compared in a crossed design', () => {
    expect(sound(design('a123', 'b123', 'c123'))).toMatchObject({
      verdict: 'every-pair',
      groups: [{ plans: ['a', 'b', 'c'], evaluators: ['1', '2', '3'] }],
      pairs: { total: 3, counted: true, sharing: 3, minimumShared: 3, meanShared: 3 },
      perPlan: { minimum: 3, maximum: 3, mean: 3 },
      critical: [],
    });
  });

  it('sees who holds a chain together, and what it falls into without him', () => {
    expect(sound(design('a12', 'b23', 'c34', 'd3'))).toMatchObject({
      verdict: 'linked',
      pairs: { sharing: 4, minimumShared: 0, meanShared: 0.6667 },
      perEvaluator: { minimum: 1, maximum: 3, mean: 1.75 },
      critical: [
        { evaluator: '2', pieces: 2 },
        { evaluator: '3', pieces: 3 },
      ],
    });
  });

  it('sees panels apart, and a plan nobody has', () => {
    expect(sound({ ...design('a12', 'b12', 'c34', 'd'), evaluators: ['1', '9'] })).toMatchObject({
      verdict: 'disconnected',
      groups: [
        { plans: ['a', 'b'], evaluators: ['1', '2'] },
        { plans: ['c'], evaluators: ['3', '4'] },
        { plans: ['d'], evaluators: [] },
      ],
      withoutEvaluators: ['d'],
      perPlan: { minimum: 0 },
      perEvaluator: { minimum: 0 },
    });
  });

  it('takes two stages of one evaluator on one plan as one link', () => {
    const input = design('a12', 'b12');
    expect(sound({ ...input, assignments: [...input.assignments, ...input.assignments] })).toEqual(sound(input));
  });

  it('says so before there is anything to compare', () => {
    expect(linkageOf({ plans: ['a', 'b'], assignments: [] })).toMatchObject({ status: 'not-enough-data' });
    expect(() => linkageOf({ plans: ['a', 'b'], assignments: [{ planId: 'x', evaluator: '1' }] })).toThrow(RangeError);
  });

  it('agrees with trying every pair and every loss', () => {
    const rows = fc.array(fc.subarray(['1', '2', '3', '4', '5']), { minLength: 2, maxLength: 7 });
    const piecesOf = (sets: readonly ReadonlySet<string>[]): number => {
      const group = sets.map((_, i) => i);
      for (let round = 0; round < sets.length; round += 1)
        sets.forEach((a, i) =>
          sets.forEach((b, j) => {
            if ([...a].some((who) => b.has(who))) group[i] = group[j] = Math.min(group[i]!, group[j]!);
          }),
        );
      return new Set(group).size;
    };
    fc.assert(
      fc.property(rows, (lists) => {
        if (lists.every(({ length }) => length === 0)) return;
        const answer = sound(design(...lists.map((list, i) => `${String.fromCodePoint(97 + i)}${list.join('')}`)));
        const sets = lists.map((list) => new Set(list));
        const shared = sets.flatMap((a, i) => sets.slice(i + 1).map((b) => [...a].filter((who) => b.has(who)).length));
        expect(answer.pairs).toMatchObject({
          sharing: shared.filter((count) => count > 0).length,
          minimumShared: Math.min(...shared),
        });
        expect(answer.pairs.meanShared).toBeCloseTo(shared.reduce((a, b) => a + b, 0) / shared.length, 4);
        expect(answer.groups).toHaveLength(piecesOf(sets));
        for (const who of ['1', '2', '3', '4', '5']) {
          const without = piecesOf(sets.map((set) => new Set([...set].filter((other) => other !== who))));
          const found = answer.critical.find(({ evaluator }) => evaluator === who);
          expect((found?.pieces ?? 1) - 1).toBe(without - piecesOf(sets));
        }
      }),
    );
  });

  it('answers for a large design, and says so when pairs are too many to count', () => {
    const large = sound(linkageInputOf(simulateRound({ seed: 1, plans: 3000, evaluators: 300, perPlan: 5 })));
    expect(large).toMatchObject({ verdict: 'linked', pairs: { counted: true, minimumShared: 0 } });
    const plans = Array.from({ length: 4000 }, (_, i) => `p${i}`);
    const crossed = plans.flatMap((planId) => ['1', '2', '3', '4'].map((evaluator) => ({ planId, evaluator })));
    expect(sound({ plans, assignments: crossed }).pairs).toEqual({
      total: 7_998_000,
      counted: false,
      sharing: null,
      minimumShared: null,
      meanShared: 4,
    });
  });
});
