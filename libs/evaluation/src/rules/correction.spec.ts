import { allowedActions, nextState, tableFaults } from '@daegaejo/platform/rules';
import { cannotDecide, CORRECTION_ACTIONS, CORRECTION_STATES, CORRECTION_TABLE } from './correction.js';

describe('correction states', () => {
  it('is a sound table over exactly the named states', () => {
    expect(tableFaults(CORRECTION_TABLE)).toEqual([]);
    expect(Object.keys(CORRECTION_TABLE.moves).sort()).toEqual([...CORRECTION_STATES].sort());
    expect(allowedActions(CORRECTION_TABLE, 'proposed')).toEqual([...CORRECTION_ACTIONS]);
  });

  it.each(['approved', 'rejected', 'withdrawn'] as const)('leaves %s as it is', (state) => {
    for (const action of CORRECTION_ACTIONS) expect(nextState(CORRECTION_TABLE, state, action)).toBeNull();
  });
});

describe('cannotDecide', () => {
  const [chair, secretary, officer, evaluator] = ['chair', 'secretary', 'officer', 'evaluator'];
  const decide = (proposedBy: string, decider: string, staff: boolean, chairs = [chair]) =>
    cannotDecide({ proposedBy, evaluator }, chairs, { personId: decider, staff });

  it.each([
    ['the chair proposes, the secretariat decides', chair, secretary, true, null],
    ['the chair proposes, an officer decides', chair, officer, true, null],
    ['the secretariat proposes, the chair decides', secretary, chair, false, null],
    ['nobody decides his own', chair, chair, false, 'same-person'],
    ['nor when he holds both roles', chair, chair, true, 'same-person'],
    ['nor a secretary', secretary, secretary, true, 'same-person'],
    ['nor another of the same side', secretary, officer, true, 'other-side'],
    ['nor the evaluator whose sheet it is', chair, evaluator, true, 'own-sheet'],
  ] as const)('%s', (_case, proposedBy, decider, staff, expected) => {
    expect(decide(proposedBy, decider, staff)).toBe(expected);
  });

  it('lets a chair who is of the secretariat too decide what another secretary proposed', () => {
    expect(decide(secretary, chair, true)).toBeNull();
  });

  it('does not let the chair decide on his own sheet', () => {
    expect(cannotDecide({ proposedBy: secretary, evaluator: chair }, [chair], { personId: chair, staff: true })).toBe(
      'own-sheet',
    );
  });
});
