import { allowedActions, nextState, tableFaults } from '@daegaejo/platform/rules';
import { isOnAgenda, MEETING_ACTIONS, MEETING_STATES, MEETING_TABLE } from './meeting.js';

describe('an agenda', () => {
  it.each<[string, { planId: string | null }[] | null, boolean]>([
    ['names the plan', [{ planId: null }, { planId: 'own' }], true],
    ['names another', [{ planId: 'other' }, { planId: null }], false],
    ['names nothing', [], false],
    ['is not there: every plan that waits', null, true],
  ])('%s', (_case, agenda, on) => expect(isOnAgenda(agenda, 'own')).toBe(on));
});

describe('meeting', () => {
  it('is a sound table over exactly the named states', () => {
    expect(tableFaults(MEETING_TABLE)).toEqual([]);
    expect(Object.keys(MEETING_TABLE.moves).sort()).toEqual([...MEETING_STATES].sort());
  });

  it.each([
    ['convened', 'open', 'open'],
    ['convened', 'cancel', 'cancelled'],
    ['open', 'close', 'closed'],
    ['convened', 'close', null],
    ['open', 'cancel', null],
    ['closed', 'open', null],
    ['cancelled', 'open', null],
  ] as const)('%s --%s--> %s', (from, action, to) => {
    expect(nextState(MEETING_TABLE, from, action)).toBe(to);
  });

  it.each(MEETING_STATES.flatMap((state) => MEETING_ACTIONS.map((action) => [state, action] as const)))(
    'from %s, a refused %s names what is allowed, unless final',
    (state, action) => {
      if (nextState(MEETING_TABLE, state, action) !== null) return;
      expect(allowedActions(MEETING_TABLE, state).length > 0).toBe(!MEETING_TABLE.finals.includes(state));
    },
  );
});
