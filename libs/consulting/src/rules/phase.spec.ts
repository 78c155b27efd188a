import { nextState } from '@daegaejo/platform/rules';
import { PLAN_TABLE } from '@daegaejo/plan/rules';
import { PHASE, phaseIn } from './phase.js';

describe('a phase of consulting', () => {
  it.each([
    ['pre-intake', 'pre'],
    ['pre-consulting', 'pre'],
    ['intake', 'pre'],
    ['published', 'post'],
    ['objection-window', 'post'],
    ['finalising', 'post'],
  ] as const)('of a round in %s is %s', (state, phase) => {
    expect(phaseIn(state)).toBe(phase);
  });

  it.each([
    ['pre', 'file'],
    ['post', 'submit-final'],
  ] as const)('%s ends with the submission it helps with: %s', (phase, action) => {
    for (const state of PHASE[phase].states) {
      const after = nextState(PLAN_TABLE, state, action);
      expect(after).not.toBeNull();
      expect(PHASE[phase].states).not.toContain(after);
    }
  });
});
