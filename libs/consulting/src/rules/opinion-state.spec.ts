import { allowedActions, tableFaults } from '@daegaejo/platform/rules';
import { answerNeedsReason, isWaiting, OPINION_STATES, OPINION_TABLE } from './opinion-state.js';

describe('a consulting opinion', () => {
  it('has a sound transition table', () => {
    expect(tableFaults(OPINION_TABLE)).toEqual([]);
  });

  it('waits for the province exactly while an answer is open', () => {
    for (const state of OPINION_STATES)
      expect(isWaiting(state)).toBe(allowedActions(OPINION_TABLE, state).includes('answer'));
  });

  it.each([
    ['adopted', null, false],
    ['partly-adopted', null, true],
    ['partly-adopted', '      짧음    ', true],
    ['not-adopted', '예산 협의가 끝나지 않아 다음 연도에 반영', false],
  ] as const)('answered %s with reason %j: reason still needed %s', (answer, reason, needed) => {
    expect(answerNeedsReason(answer, reason)).toBe(needed);
  });
});
