import { EDITABLE, outwardState, PLAN_STATES, PLAN_TABLE, SETTLED_STATES } from './index.js';

describe('the states of a plan', () => {
  it('are settled from the designation on: no way leads back, and no draft is edited', () => {
    for (const state of SETTLED_STATES) {
      for (const next of Object.values(PLAN_TABLE.moves[state])) expect(SETTLED_STATES).toContain(next);
      expect(EDITABLE).not.toContain(state);
    }
    expect(SETTLED_STATES).toContain(PLAN_TABLE.moves.confirmed.designate);
  });

  it('are told as they are, but a deferral: outside, the plan waits as the others do', () => {
    expect(PLAN_STATES.filter((state) => outwardState(state) !== state)).toEqual(['deferred']);
    expect(outwardState('deferred')).toBe('scored');
  });
});
