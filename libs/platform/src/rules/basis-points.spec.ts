import fc from 'fast-check';
import { basisPoints, basisPointsDown } from './basis-points.js';

describe('a share in basis points', () => {
  it.each([
    [15_472n, 60_000n, 2_578, 2_579],
    [1n, 3n, 3_333, 3_333],
    [2n, 3n, 6_666, 6_667],
    [599_999n, 1_000_000n, 5_999, 6_000],
    [1n, 20_000n, 0, 1],
    [0n, 7n, 0, 0],
    [3n, 2n, 15_000, 15_000],
  ])('given %s of %s, then it is %i rounded down and %i half up', (part, whole, down, half) => {
    expect([basisPointsDown(part, whole), basisPoints(part, whole)]).toEqual([down, half]);
  });

  it('is nothing of nothing, and a loss mirrors a gain', () => {
    expect([basisPointsDown(5n, 0n), basisPoints(5n, 0n)]).toEqual([null, null]);
    const amount = fc.bigInt({ min: 1n, max: 10n ** 15n });
    fc.assert(
      fc.property(amount, amount, (part, whole) => {
        expect(basisPoints(-part, whole)).toBe(-(basisPoints(part, whole) ?? 0) || 0);
        const [down, half] = [basisPointsDown(part, whole) ?? 0, basisPoints(part, whole) ?? 0];
        expect(half - down === 0 || half - down === 1).toBe(true);
      }),
    );
  });
});
