import fc from 'fast-check';
import { basisPoints, wholePercent } from './ratio.js';

describe('a share of what was announced', () => {
  it.each([
    [15_472n, 60_000n, 2579, 26],
    [13_448n, 55_000n, 2445, 24],
    [0n, 1n, 0, 0],
    [1n, 8n, 1250, 13],
    [1n, 20_000n, 1, 0],
    [1n, 20_001n, 0, 0],
    [3n, 2n, 15_000, 150],
  ])('given %s of %s, then it is %s hundredths of a percent and %s %%', (part, whole, points, percent) => {
    expect(basisPoints(part, whole)).toBe(points);
    expect(wholePercent(part, whole)).toBe(percent);
  });

  it('given a whole of nought, then there is no share; given a negative one, then it is refused', () => {
    expect(basisPoints(1n, 0n)).toBeNull();
    expect(wholePercent(0n, 0n)).toBeNull();
    expect(() => basisPoints(-1n, 1n)).toThrow(RangeError);
  });

  it('is never further from the exact share than half a hundredth of a percent', () => {
    const won = fc.bigInt({ min: 0n, max: 10n ** 18n });
    fc.assert(
      fc.property(won, won, (part, more) => {
        const whole = part + more + 1n;
        const points = BigInt(basisPoints(part, whole) ?? -1);
        const off = 2n * (points * whole - part * 10_000n);
        expect(off > -whole && off <= whole).toBe(true);
      }),
    );
  });
});
