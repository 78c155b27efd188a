import { nextState } from '@daegaejo/platform/rules';
import type { CalendarStep } from './policy.js';
import { overdueStep } from './overdue-step.js';
import { ROUND_STATES, ROUND_TABLE } from './round-state.js';

const DEADLINES: { readonly [S in CalendarStep]: string } = {
  'pre-intake': '2020-04-10T09:00:00.000Z',
  intake: '2020-04-24T09:00:00.000Z',
  scoring: '2020-04-30T09:00:00.000Z',
  'final-draft': '2020-12-01T09:00:00.000Z',
};
const OBJECTION = '2020-05-18T15:00:00.000Z';
const LATE = '2030-01-01T00:00:00.000Z';
const deadlineOf = (step: CalendarStep): string => DEADLINES[step];

describe('the step a round is late with', () => {
  it.each([
    ['pre-intake', DEADLINES['pre-intake'], 'start-pre-consulting'],
    ['intake', DEADLINES.intake, 'start-screening'],
    ['objection-window', OBJECTION, 'start-finalising'],
  ] as const)('in %s is due from the very moment %s on: %s', (state, since, step) => {
    const round = { state, objectionDeadline: OBJECTION };
    const before = new Date(Date.parse(since) - 1).toISOString();
    expect(overdueStep(round, deadlineOf, before)).toBeNull();
    expect(overdueStep(round, deadlineOf, since)).toEqual({ step, since });
  });

  it('is a step the round can take from where it stands, and none anywhere else', () => {
    for (const state of ROUND_STATES) {
      const late = overdueStep({ state, objectionDeadline: OBJECTION }, deadlineOf, LATE);
      if (['pre-intake', 'intake', 'objection-window'].includes(state))
        expect(nextState(ROUND_TABLE, state, late?.step ?? 'close')).not.toBeNull();
      else expect(late).toBeNull();
    }
  });

  it('is none while the objection deadline is not set', () => {
    expect(overdueStep({ state: 'objection-window', objectionDeadline: null }, deadlineOf, LATE)).toBeNull();
  });
});
