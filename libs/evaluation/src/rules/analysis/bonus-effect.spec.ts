import { bonusEffect } from './bonus-effect.js';
import { tableRound } from './simulate.js';

const round = tableRound({ a: [80], b: [79], c: [70], d: [] }, { quota: 1 });
const withBonus = (bonuses: Record<string, number>, rest = {}) =>
  bonusEffect({
    ...round,
    plans: round.plans.map((plan) => ({ ...plan, bonus: bonuses[plan.planId] ?? 0 })),
    ...rest,
  });

describe('bonusEffect', () => {
  it('ranks with and without bonus, and says who is in and who is out because of it', () => {
    const answer = withBonus({ b: 150, c: 200 });
    expect(answer).toMatchObject({ status: 'ok', inBecause: ['b'], outBecause: ['a'], withoutScore: ['d'] });
    expect(answer.status === 'ok' && answer.plans[0]).toEqual({
      planId: 'b',
      label: 'B',
      bonus: 1.5,
      with: { score: 80.5, rank: 1, seat: 'in' },
      without: { score: 79, rank: 2, seat: 'out' },
    });
  });

  it('applies the cut-off both times, and takes a deduction for what it is', () => {
    expect(withBonus({ c: 500, b: -50 }, { quota: 3, cutOff: 7500 })).toMatchObject({
      inBecause: ['c'],
      outBecause: [],
    });
    expect(withBonus({ b: -500 }, { quota: 3, cutOff: 7500 })).toMatchObject({ inBecause: [], outBecause: ['b'] });
  });

  it('has nothing to say where no plan has a score', () => {
    expect(bonusEffect(tableRound({ a: [], b: [] }))).toMatchObject({ status: 'not-enough-data', have: { plans: 0 } });
  });
});
