import fc from 'fast-check';
import { add, compare, div, mean, mul, of, parse, roundHalfUp, sum, toText, ZERO } from './rational.js';

const fraction = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([n, d]) => of(n, d));

describe('rational', () => {
  it.each([
    [of(6, 4), '3/2'],
    [of(-6, 4), '-3/2'],
    [of(6, -4), '-3/2'],
    [of(0, -7), '0/1'],
    [of(5), '5/1'],
    [add(of(1, 6), of(1, 10)), '4/15'],
    [mul(of(2, 3), of(9, 4)), '3/2'],
    [div(of(2, 3), of(-4, 9)), '-3/2'],
    [sum([]), '0/1'],
    [mean([of(1), of(2), of(2)]), '5/3'],
  ])('keeps lowest terms (case %#)', (value, text) => {
    expect(toText(value)).toBe(text);
  });

  it.each([
    // value in points, digits, expected count of units
    [of(1, 200), 2, 1],
    [of(199, 40_000), 2, 0],
    [of(-1, 200), 2, 0],
    [of(-3, 200), 2, -1],
    [of(-2, 3), 0, -1],
    [of(-2), 0, -2],
    [of(16_329, 200), 2, 8165],
    [of(16_329, 200), 1, 816],
    [of(16_329, 200), 0, 82],
    [of(163, 2), 0, 82],
    [of(1, 3), 2, 33],
    [of(2, 3), 2, 67],
    // 1.005 as a binary number is below the half; as a fraction it is the half itself
    [of(1005, 1000), 2, 101],
  ])('rounds a half up (case %#)', (value, digits, expected) => {
    expect(roundHalfUp(value, digits)).toBe(expected);
  });

  it('refuses what has no value', () => {
    expect(() => of(1, 0)).toThrow(RangeError);
    expect(() => of(0.5)).toThrow(RangeError);
    expect(() => of(2 ** 53)).toThrow(RangeError);
    expect(() => div(of(1), ZERO)).toThrow(RangeError);
    expect(() => mean([])).toThrow(RangeError);
    expect(() => roundHalfUp(of(1), -1)).toThrow(RangeError);
    expect(() => roundHalfUp(of(1), 0.5)).toThrow(RangeError);
    for (const text of ['', '1', '1/0', '1/-2', '1.5/2', ' 1/2']) expect(() => parse(text)).toThrow(RangeError);
  });

  it('follows the laws of arithmetic', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(add(a, b)).toEqual(add(b, a));
        expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
        expect(mul(a, add(b, c))).toEqual(add(mul(a, b), mul(a, c)));
        if (b.n !== 0n) expect(mul(div(a, b), b)).toEqual(a);
        expect(Math.abs(compare(a, b))).toBe(toText(a) === toText(b) ? 0 : 1);
        expect(compare(a, b) + compare(b, a)).toBe(0);
      }),
    );
  });

  it('reads back what it writes, and rounds to the nearest', () => {
    fc.assert(
      fc.property(fraction, fc.integer({ min: 0, max: 2 }), (a, digits) => {
        expect(parse(toText(a))).toEqual(a);
        const below = add(of(2 * roundHalfUp(a, digits) - 1), ZERO);
        const doubled = mul(a, of(2 * 10 ** digits));
        expect(compare(below, doubled)).toBeLessThanOrEqual(0);
        expect(compare(doubled, add(below, of(2)))).toBe(-1);
      }),
    );
  });
});
