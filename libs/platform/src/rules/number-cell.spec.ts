import fc from 'fast-check';
import { type CellContent, dayOf, MAX_WON, wholeOf, WON_UNITS, wonOf, type WonUnit } from './index.js';

const text = (value: string): CellContent => ({ is: 'text', text: value });
const number = (value: number, percent = false): CellContent => ({ is: 'number', number: value, percent });

describe('money in a cell', () => {
  it.each<[CellContent, WonUnit, bigint]>([
    [number(1.5), '백만원', 1_500_000n],
    [number(1_234), '백만원', 1_234_000_000n],
    [number(12.34), '억원', 1_234_000_000n],
    [number(0.1 + 0.2), '백만원', 300_000n],
    [number(0), '원', 0n],
    [number(-0), '원', 0n],
    [number(999_999_999_999_999), '원', 999_999_999_999_999n],
    [number(1e15), '원', MAX_WON],
    [text('1,234'), '백만원', 1_234_000_000n],
    [text('１，２３４．５'), '백만원', 1_234_500_000n],
    [text(' 1234 '), '원', 1_234n],
    [text('0.000001'), '백만원', 1n],
  ])('%j in %s is %s won', (cell, unit, won) => {
    expect(wonOf(cell, unit)).toBe(won);
  });

  it.each<[CellContent, string]>([
    [text('-1'), 'negative'],
    [text('△1,234'), 'negative'],
    [text('▲ 12'), 'negative'],
    [text('(1,234)'), 'negative'],
    [text('−5'), 'negative'],
    [number(-0.5), 'negative'],
    [number(0.000_000_5), 'fraction'],
    [number(1.234_567_8), 'fraction'],
    [text('1.2345678'), 'fraction'],
    [text('1,5'), 'not-a-number'],
    [text('12 34'), 'not-a-number'],
    [text('1,23,456'), 'not-a-number'],
    [text('12억원'), 'not-a-number'],
    [text('1e3'), 'not-a-number'],
    [text('9'.repeat(50)), 'not-a-number'],
    [number(Number.NaN), 'not-a-number'],
    [{ is: 'date', day: '2020-05-07' }, 'not-a-number'],
    [{ is: 'flag' }, 'not-a-number'],
    [text('30%'), 'percent'],
    [number(0.3, true), 'percent'],
    [number(1_000_000_001), 'too-much'],
    [number(1e300), 'too-much'],
  ])('%j in 백만원 is refused: %s', (cell, fault) => {
    expect(wonOf(cell, '백만원')).toBe(fault);
  });

  it('comes back from the figure it is written as, in every unit that holds it', () => {
    const unit = fc.constantFrom(...(Object.keys(WON_UNITS) as WonUnit[]));
    fc.assert(
      fc.property(unit, fc.bigInt({ min: 0n, max: MAX_WON - 1n }), (name, amount) => {
        const units = amount / WON_UNITS[name];
        expect(wonOf(number(Number(units)), name)).toBe(units * WON_UNITS[name]);
        expect(wonOf(text(String(units)), name)).toBe(units * WON_UNITS[name]);
      }),
    );
  });

  it('comes back from a figure with digits behind the point, to the last won', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999_999_999 }), (won) => {
        expect(wonOf(number(won / 1_000_000), '백만원')).toBe(BigInt(won));
      }),
    );
  });
});

it.each<[CellContent, bigint | string]>([
  [number(12), 12n],
  [text('1,234'), 1_234n],
  [text('１２'), 12n],
  [text('12.0'), 12n],
  [number(12.5), 'fraction'],
  [text('-3'), 'negative'],
  [text('열둘'), 'not-a-number'],
])('a whole number in %j: %s', (cell, whole) => {
  expect(wholeOf(cell)).toBe(whole);
});

it.each<[CellContent, string | null]>([
  [{ is: 'date', day: '1981-03-01' }, '1981-03-01'],
  [text('1981-03-01'), '1981-03-01'],
  [text('1981. 3. 1.'), '1981-03-01'],
  [text('1981.3.1'), '1981-03-01'],
  [text('1981/03/01'), '1981-03-01'],
  [text('1981년 3월 1일'), '1981-03-01'],
  [text('１９８１．３．１'), '1981-03-01'],
  [number(19_810_301), '1981-03-01'],
  [text('1981-02-30'), null],
  [text('3/1/1981'), null],
  [text('81.3.1'), null],
  [text('1981'), null],
  [number(29_646), null],
  [{ is: 'flag' }, null],
])('a day in %j: %s', (cell, day) => {
  expect(dayOf(cell)).toBe(day);
});
