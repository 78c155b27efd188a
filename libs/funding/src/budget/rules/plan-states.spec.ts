import { PLAN_STATES } from '@daegaejo/plan/rules';
import { MONEY_STATES, statesFor } from './index.js';

describe('the states in which money is set', () => {
  const policy = { fundingYears: [2022, 2021, 2023] };
  it.each([
    ['preselected', 2021, true],
    ['preselected', 2022, false],
    ['confirmed', 2021, true],
    ['confirmed', 2023, false],
    ['designated', 2021, true],
    ['designated', 2023, true],
    ['revoked', 2021, false],
    ['scored', 2021, false],
  ] as const)('%s, for %i: %s', (state, year, open) => {
    expect(statesFor(year, policy).includes(state)).toBe(open);
  });

  it('and what became of the plan afterwards, are those in which it has money', () => {
    const open = PLAN_STATES.filter((state) => statesFor(2021, policy).includes(state));
    expect([...MONEY_STATES].sort()).toEqual([...open, 'cancelled', 'revoked'].sort());
  });
});
