import { allowedActions, nextState, tableFaults } from '@daegaejo/platform/rules';
import { ASSIGNMENT_ACTIONS, ASSIGNMENT_STATES, ASSIGNMENT_TABLE } from './assignment.js';

describe('assignment', () => {
  it('is a sound table over exactly the named states', () => {
    expect(tableFaults(ASSIGNMENT_TABLE)).toEqual([]);
    expect(Object.keys(ASSIGNMENT_TABLE.moves).sort()).toEqual([...ASSIGNMENT_STATES].sort());
  });

  it.each([
    ['exclude', 'excluded'],
    ['challenge', 'challenged'],
    ['recuse', 'recused'],
  ] as const)('leaves active by %s', (action, to) => {
    expect(nextState(ASSIGNMENT_TABLE, 'active', action)).toBe(to);
  });

  it.each(ASSIGNMENT_STATES.flatMap((state) => ASSIGNMENT_ACTIONS.map((action) => [state, action] as const)))(
    'from %s, a refused %s names what is allowed, unless final',
    (state, action) => {
      if (nextState(ASSIGNMENT_TABLE, state, action) !== null) return;
      expect(allowedActions(ASSIGNMENT_TABLE, state).length > 0).toBe(!ASSIGNMENT_TABLE.finals.includes(state));
    },
  );
});
