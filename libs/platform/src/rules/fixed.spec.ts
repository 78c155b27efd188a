import fc from 'fast-check';
import { formatScore, MAX_WON, parseScore, parseWon, splitWon, sumWon, wonUpTo } from './fixed.js';

describe('scores', () => {
  it.each([
    ['0.00', 0],
    ['0.05', 5],
    ['87.50', 8750],
    ['100.00', 10_000],
    ['-0.05', -5],
    ['-12.30', -1230],
    ['999999.99', 99_999_999],
  ])('%s is %d hundredths', (text, hundredths) => {
    expect(parseScore(text)).toBe(hundredths);
    expect(formatScore(hundredths)).toBe(text);
  });

  it.each(['', '87', '87.5', '87.500', '.50', '+1.00', '1,000.00', '1e2', ' 1.00', '1.00\n', '1234567.00', '１.00'])(
    'reads no score in %j',
    (text) => {
      expect(parseScore(text)).toBeNull();
    },
  );

  it('reads back what it writes', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (hundredths) => {
        expect(parseScore(formatScore(hundredths))).toBe(hundredths);
      }),
    );
  });
});

describe('won', () => {
  it.each<[string, bigint | null]>([
    ['0', 0n],
    ['256200000000', 256_200_000_000n],
    ['9007199254740993', null],
    ['999999999999999', 999_999_999_999_999n],
    ['1000000000000000', MAX_WON],
    ['1000000000000001', null],
    ['00', null],
    ['01', null],
    ['-1', null],
    ['1.0', null],
    ['1,000', null],
    ['0x10', null],
    ['', null],
    [' 1', null],
    ['1\n', null],
  ])('reads %j', (text, won) => {
    expect(parseWon(text)).toBe(won);
  });

  it('reads back what it writes', () => {
    fc.assert(fc.property(fc.bigInt({ min: 0n, max: MAX_WON }), (won) => expect(parseWon(String(won))).toBe(won)));
    const any = fc.bigInt({ min: 0n, max: 10n * MAX_WON });
    fc.assert(
      fc.property(any, any, (won, most) => expect(wonUpTo(most)(String(won))).toBe(won <= most && won < 10n ** 16n)),
    );
  });

  it('sums, beyond 2^53 too', () => {
    expect(sumWon([])).toBe(0n);
    expect(sumWon(Array.from({ length: 10 }, () => MAX_WON))).toBe(10n * MAX_WON);
  });
});

describe('splitWon', () => {
  it.each<[bigint, bigint[], bigint[]]>([
    [100n, [1n, 1n, 1n], [34n, 33n, 33n]],
    [101n, [1n, 1n, 1n], [34n, 34n, 33n]],
    [1n, [0n, 1n], [0n, 1n]],
    [0n, [3n, 4n], [0n, 0n]],
    [10n, [7n], [10n]],
    // shares 1.4, 2.8, 2.8: the two larger remainders are served first
    [7n, [1n, 2n, 2n], [1n, 3n, 3n]],
    // equal remainders go to the earlier part
    [3n, [1n, 1n], [2n, 1n]],
  ])('splits %d', (total, weights, parts) => {
    expect(splitWon(total, weights)).toEqual(parts);
  });

  it.each<[bigint, bigint[]]>([
    [-1n, [1n]],
    [1n, []],
    [1n, [0n, 0n]],
    [1n, [2n, -1n]],
  ])('refuses to split %d', (total, weights) => {
    expect(() => splitWon(total, weights)).toThrow(RangeError);
  });

  it('sums to the whole, and no part is a won or more off its exact share', () => {
    const weights = fc
      .array(fc.bigInt({ min: 0n, max: MAX_WON }), { minLength: 1, maxLength: 12 })
      .filter((all) => sumWon(all) > 0n);
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: MAX_WON }), weights, (total, shares) => {
        const parts = splitWon(total, shares);
        const whole = sumWon(shares);
        expect(parts).toHaveLength(shares.length);
        expect(sumWon(parts)).toBe(total);
        parts.forEach((part, i) => {
          const share = shares[i] ?? 0n;
          const off = part * whole - total * share;
          expect(off < whole && -off < whole).toBe(true);
          if (share === 0n) expect(part).toBe(0n);
          // who weighs more never gets less
          for (const [j, other] of parts.entries()) if ((shares[j] ?? 0n) > share) expect(other >= part).toBe(true);
        });
      }),
    );
  });
});
