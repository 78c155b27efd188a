import fc from 'fast-check';
import { freeSlot, isPosition, type Place, positionOf, titlePosition } from './position.js';
import { SEARCH_KINDS } from './units.js';

const AT = '2021-02-26T09:00:00.000Z';
const place = (change: Partial<Place>): Place => ({ kind: 'site', submittedAt: AT, slot: 3, unit: 5, ...change });

describe('the position of a unit', () => {
  it.each<[string, Partial<Place>, Partial<Place>]>([
    ['what weighs more', { kind: 'title', submittedAt: '2010-01-01T00:00:00.000Z' }, { kind: 'sub-project' }],
    ['what is newer', { submittedAt: '2021-02-26T09:00:00.001Z', unit: 400 }, {}],
    ['the earlier slot', { slot: 2, unit: 400 }, {}],
    ['the earlier unit', { unit: 4 }, {}],
  ])('has %s first', (_what, first, second) => {
    expect(BigInt(positionOf(place(first)))).toBeLessThan(BigInt(positionOf(place(second))));
  });

  it('is one a place, and fits what both stores hold', () => {
    const places = fc.record({
      kind: fc.constantFrom(...SEARCH_KINDS),
      submittedAt: fc
        .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
        .map((at) => at.toISOString()),
      slot: fc.nat(511),
      unit: fc.nat(511),
    });
    fc.assert(
      fc.property(places, places, (a, b) => {
        expect(isPosition(positionOf(a))).toBe(true);
        expect(positionOf(a) === positionOf(b)).toBe(JSON.stringify(a) === JSON.stringify(b));
      }),
      { numRuns: 300 },
    );
  });

  it('is none beyond its bounds', () => {
    expect(() => positionOf(place({ unit: 512 }))).toThrow(RangeError);
    expect(() => positionOf(place({ slot: 512 }))).toThrow(RangeError);
    expect(isPosition('9223372036854775808')).toBe(false);
    expect(isPosition('-1')).toBe(false);
  });

  it('takes the first slot that is free', () => {
    const taken = new Set([titlePosition(AT, 0), titlePosition(AT, 1), titlePosition(AT, 3)]);
    expect(freeSlot(AT, taken)).toBe(2);
    expect(freeSlot(AT, new Set())).toBe(0);
  });
});
