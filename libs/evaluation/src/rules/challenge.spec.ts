import { tableFaults } from '@daegaejo/platform/rules';
import fc from 'fast-check';
import { CHALLENGE_TABLE, OPEN_CHALLENGES, verdictOf, votesNeeded } from './challenge.js';

describe('challenges', () => {
  it('end upheld, rejected or dismissed', () => {
    expect(tableFaults(CHALLENGE_TABLE)).toEqual([]);
    expect([...OPEN_CHALLENGES, ...CHALLENGE_TABLE.finals].toSorted()).toEqual(
      Object.keys(CHALLENGE_TABLE.moves).toSorted(),
    );
  });

  it('once put to the members cannot be dismissed any more', () => {
    expect(Object.keys(CHALLENGE_TABLE.moves['put-to-members'])).not.toContain('dismiss');
  });

  it.each([
    [1, 1],
    [2, 2],
    [5, 3],
    [6, 4],
    [8, 5],
  ])('of %d remaining members, %d decide', (remaining, needed) => {
    expect(votesNeeded(remaining)).toBe(needed);
  });

  it.each<[number, number, number, 'uphold' | 'reject' | null]>([
    [6, 0, 0, null],
    [6, 3, 2, null],
    [6, 4, 0, 'uphold'],
    [6, 0, 4, 'reject'],
    [6, 3, 3, 'reject'],
    [5, 2, 2, null],
    [5, 3, 2, 'uphold'],
    [1, 1, 0, 'uphold'],
    [1, 0, 1, 'reject'],
    [0, 0, 0, 'reject'],
  ])('of %d: %d for it, %d against → %s', (remaining, uphold, against, verdict) => {
    expect(verdictOf(remaining, uphold, against)).toBe(verdict);
  });

  it('are decided with the last vote at the latest, and stay decided whatever the others would say', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 1, maxLength: 30 }), (votes) => {
        const verdicts = votes.map((_vote, index) => {
          const cast = votes.slice(0, index + 1);
          const uphold = cast.filter(Boolean).length;
          return verdictOf(votes.length, uphold, cast.length - uphold);
        });
        const first = verdicts.findIndex((verdict) => verdict !== null);
        expect(first).not.toBe(-1);
        expect(new Set(verdicts.slice(first)).size).toBe(1);
      }),
    );
  });
});
