import fc from 'fast-check';
import { readWon, WON_UNITS, wonIn, wonText, type WonUnit } from './won-units.js';

const UNITS = Object.keys(WON_UNITS) as WonUnit[];

describe('money in the units people write it in', () => {
  it.each<[bigint, WonUnit, string]>([
    [992_600_000_000n, '억원', '9,926'],
    [256_250_000_000n, '억원', '2,562.5'],
    [256_200_000_001n, '억원', '2,562.00000001'],
    [256_250_001_234n, '백만원', '256,250.001234'],
    [1n, '억원', '0.00000001'],
    [0n, '억원', '0'],
    [999n, '원', '999'],
    [1_234_567n, '원', '1,234,567'],
    [-150_000_000n, '억원', '-1.5'],
    [1_300_000_000_000n, '조원', '1.3'],
  ])('%d won in %s is %s', (won, unit, text) => {
    expect(wonIn(unit, won)).toBe(text);
    expect(wonText(won, unit)).toBe(`${text}${unit}`);
  });

  it.each<[string, string, bigint, bigint]>([
    ['9,926', '억원', 992_600_000_000n, 100_000_000n],
    ['9926', '억원', 992_600_000_000n, 100_000_000n],
    ['1.3', '조원', 1_300_000_000_000n, 100_000_000_000n],
    [' 872,700.5 ', '백만원', 872_700_500_000n, 100_000n],
    ['12', '원', 12n, 1n],
    ['1.0', '원', 1n, 1n],
    ['3', '백만 원', 3_000_000n, 1_000_000n],
  ])('"%s" %s is read', (text, unit, won, digit) => {
    expect(readWon(text, unit)).toEqual({ won, digit });
  });

  it.each([
    ['약 1조', '억원'],
    ['1,2,3', '억원'],
    ['12,34', '억원'],
    ['-5', '억원'],
    ['', '억원'],
    ['0.5', '원'],
    ['10', '명'],
    ['10', 'toString'],
  ])('"%s" %s is no amount', (text, unit) => {
    expect(readWon(text, unit)).toBeNull();
  });

  it('loses nothing: what was written is read back to the won', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 16n - 1n }), fc.constantFrom(...UNITS), (won, unit) => {
        expect(readWon(wonIn(unit, won), unit)?.won).toBe(won);
      }),
      { numRuns: 300 },
    );
  });
});
