import type { AnalysisInput } from './input.js';
import { leaveOneOut } from './leave-one-out.js';
import { simulateRound, tableRound } from './simulate.js';

function sound(input: AnalysisInput) {
  const answer = leaveOneOut(input);
  if (answer.status !== 'ok') throw new Error(JSON.stringify(answer));
  return answer;
}

describe('leaveOneOut', () => {
  // a leads by E3 alone: 70 against 65; without him 55 against 65
  const decided = tableRound({ a: [50, 60, 100], b: [65, 65, 65] });

  it('names the one without whom the set is another', () => {
    const { evaluators, pivotal } = sound(decided);
    expect(pivotal).toEqual(['E3']);
    expect(evaluators.map(({ evaluator, enters, leaves }) => [evaluator, enters, leaves])).toEqual([
      ['E1', [], []],
      ['E2', [], []],
      ['E3', ['b'], ['a']],
    ]);
    expect(evaluators[2]).toMatchObject({ pivotal: true, largestRankChange: 1, unscored: [], tiedAtLine: [] });
  });

  it('counts it as pivotal when only equals at the line are left', () => {
    const { evaluators } = sound(tableRound({ a: [60, 70], b: [60, 65] }));
    expect(evaluators[1]).toMatchObject({ pivotal: true, enters: [], leaves: ['a'], tiedAtLine: ['a', 'b'] });
    expect(evaluators[0]).toMatchObject({ pivotal: false });
  });

  it('ranks the same sheets by their mean, by the policy and by their median', () => {
    const stages = [{ code: 'review', share: 10_000, trim: { highest: 1, lowest: 1, minimumKept: 1 } }];
    const { places, estimators } = sound({ ...decided, stages });
    expect(places[0]).toMatchObject({ planId: 'b', score: 65, seat: 'in' });
    expect(estimators.map(({ estimator, enters, places: [first] }) => [estimator, enters, first?.score])).toEqual([
      ['policy', [], 65],
      ['untrimmed', ['a'], 70],
      ['median', [], 65],
    ]);
    const even = sound(tableRound({ a: [10, 20, 40, 90], b: [0, 0, 0, 0] }));
    expect(even.estimators[2]!.places[0]!.score).toBe(30);
  });

  it('trims anew without him, and says which plan is left without a score, which is not 0', () => {
    const stages = [{ code: 'review', share: 10_000, trim: { highest: 1, lowest: 1, minimumKept: 3 } }];
    const { evaluators } = sound(
      tableRound({ a: [10, 60, 60, 60, 99], b: [50, null, null, null, null] }, { stages, quota: 2 }),
    );
    expect(evaluators[0]).toMatchObject({ unscored: ['b'], leaves: ['b'], pivotal: true });
    // four sheets left are too few to trim: (60 + 60 + 60 + 99) ÷ 4
    expect(evaluators).toHaveLength(5);
  });

  it('fills an abstention without his marks too', () => {
    const base = simulateRound({ seed: 3, plans: 1, evaluators: 3 });
    const input: AnalysisInput = {
      ...base,
      quota: 1,
      plans: ['a', 'b'].map((planId) => ({ planId, label: planId, bonus: 0 })),
      sheets: [
        // without E1, E2's abstention counts as E3's 50 %: 50; with him as 75 %
        { planId: 'a', evaluator: 'E1', stage: 'review', marks: [3000, 2500, 2000, 1500, 1000] },
        { planId: 'a', evaluator: 'E2', stage: 'review', marks: [null, 1250, 1000, 750, 500] },
        { planId: 'a', evaluator: 'E3', stage: 'review', marks: [1500, 1250, 1000, 750, 500] },
        { planId: 'b', evaluator: 'E2', stage: 'review', marks: [1590, 1250, 1000, 750, 500] },
        { planId: 'b', evaluator: 'E3', stage: 'review', marks: [1590, 1250, 1000, 750, 500] },
      ],
    };
    // b has 50.9; a has 50 without E1, and 51.875 if his mark were still filled in
    expect(sound(input).evaluators[0]).toMatchObject({ enters: ['b'], leaves: ['a'] });
  });

  it('says what is missing when one evaluator is all there is', () => {
    expect(leaveOneOut(tableRound({ a: [50], b: [60] }))).toMatchObject({
      status: 'not-enough-data',
      need: { evaluators: 2 },
      have: { evaluators: 1 },
    });
  });
});
