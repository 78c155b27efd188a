import { allowedActions, nextState, tableFaults } from '@daegaejo/platform/rules';
import { PANEL_MEMBER_ACTIONS, PANEL_MEMBER_STATES, PANEL_MEMBER_TABLE } from './panel-member.js';

describe('panel member', () => {
  it('is a sound table over exactly the named states', () => {
    expect(tableFaults(PANEL_MEMBER_TABLE)).toEqual([]);
    expect(Object.keys(PANEL_MEMBER_TABLE.moves).sort()).toEqual([...PANEL_MEMBER_STATES].sort());
  });

  it.each([
    ['invited', 'accept', 'accepted'],
    ['invited', 'decline', 'declined'],
    ['accepted', 'pledge', 'pledged'],
    ['invited', 'dismiss', 'dismissed'],
    ['accepted', 'dismiss', 'dismissed'],
    ['pledged', 'dismiss', 'dismissed'],
    // no pledge before the acceptance, no way back
    ['invited', 'pledge', null],
    ['accepted', 'decline', null],
    ['pledged', 'accept', null],
    ['declined', 'accept', null],
    ['dismissed', 'accept', null],
  ] as const)('%s --%s--> %s', (from, action, to) => {
    expect(nextState(PANEL_MEMBER_TABLE, from, action)).toBe(to);
  });

  it.each(PANEL_MEMBER_STATES.flatMap((state) => PANEL_MEMBER_ACTIONS.map((action) => [state, action] as const)))(
    'from %s, a refused %s names what is allowed, unless final',
    (state, action) => {
      if (nextState(PANEL_MEMBER_TABLE, state, action) !== null) return;
      expect(allowedActions(PANEL_MEMBER_TABLE, state).length > 0).toBe(!PANEL_MEMBER_TABLE.finals.includes(state));
    },
  );
});
