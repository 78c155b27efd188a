import { MAX_WON, splitWon, sumWon } from '@daegaejo/platform/rules';
import fc from 'fast-check';
import { fundingFindings, type FundingLine, type FundingSubject, rollUp } from './funding-plan.js';

const line = (year: number, ministry: string, source: string, amount: bigint): FundingLine => ({
  year,
  ministry,
  source,
  amount,
});
const lines = [
  line(2022, 'MOTIE', 'national', 100_000_000_000n),
  line(2021, 'MOLIT', 'national', 50_000_000_000n),
  line(2021, 'MOLIT', 'province', 25_000_000_000n),
  line(2021, 'MOTIE', 'private', 1n),
];
const aPlan = (change: Partial<FundingSubject> = {}): FundingSubject => ({
  lines,
  total: 175_000_000_001n,
  fundingYears: [2021, 2022, 2023],
  ministries: ['MOLIT', 'MOTIE'],
  ...change,
});
const codes = (change: Partial<FundingSubject>): string[] => fundingFindings(aPlan(change)).map(({ code }) => code);

describe('funding plan', () => {
  it.each<[string, Partial<FundingSubject>, string[]]>([
    ['sound', {}, []],
    ['nothing for nothing', { lines: [], total: 0n }, []],
    ['no lines for a stated total', { lines: [], total: 1n }, ['funding.total.differs']],
    ['one won short', { total: 175_000_000_002n }, ['funding.total.differs']],
    ['an unfunded year', { lines: [line(2024, 'MOLIT', 'national', 1n)], total: 1n }, ['funding.year.unknown']],
    ['an unknown ministry', { lines: [line(2021, 'MOEF', 'national', 1n)], total: 1n }, ['funding.ministry.unknown']],
    ['an amount of 0', { lines: [line(2021, 'MOLIT', 'national', 0n)], total: 0n }, ['funding.amount.range']],
    ['less than nothing', { lines: [line(2021, 'MOLIT', 'national', -1n)], total: -1n }, ['funding.amount.range']],
    ['the most there can be', { lines: [line(2021, 'MOLIT', 'national', MAX_WON)], total: MAX_WON }, []],
    [
      'more than there can be',
      { lines: [line(2021, 'MOLIT', 'national', MAX_WON + 1n)], total: MAX_WON + 1n },
      ['funding.amount.range'],
    ],
    [
      'a line written three times',
      { lines: [1n, 2n, 3n].map((amount) => line(2021, 'MOLIT', 'national', amount)), total: 6n },
      ['funding.line.duplicate', 'funding.line.duplicate'],
    ],
    [
      'everything at once',
      { lines: [line(2030, 'MOEF', 'national', 0n)], total: 1n },
      ['funding.year.unknown', 'funding.ministry.unknown', 'funding.amount.range', 'funding.total.differs'],
    ],
  ])('%s', (_case, change, expected) => {
    expect(codes(change)).toEqual(expected);
  });

  it('names the place and the figures', () => {
    const twice = [line(2021, 'MOLIT', 'national', 5n), line(2021, 'MOLIT', 'national', 9_007_199_254_740_993n)];
    expect(fundingFindings(aPlan({ lines: [...twice, line(2020, 'MOLIT', 'other', 1n)], total: 3n }))).toEqual([
      {
        field: 'lines[1].amount',
        code: 'funding.amount.range',
        params: { amount: '9007199254740993', min: '1', max: String(MAX_WON) },
      },
      {
        field: 'lines[1]',
        code: 'funding.line.duplicate',
        params: { year: 2021, ministry: 'MOLIT', source: 'national' },
      },
      { field: 'lines[2].year', code: 'funding.year.unknown', params: { year: 2020, years: '2021, 2022, 2023' } },
      {
        field: 'total',
        code: 'funding.total.differs',
        params: { total: '3', sum: '9007199254740999', difference: '9007199254740996' },
      },
    ]);
  });

  it('rolls up by year, ministry and source, in order', () => {
    const sums = rollUp(lines);
    expect([...sums.byYear]).toEqual([
      [2021, 75_000_000_001n],
      [2022, 100_000_000_000n],
    ]);
    expect([...sums.byMinistry]).toEqual([
      ['MOLIT', 75_000_000_000n],
      ['MOTIE', 100_000_000_001n],
    ]);
    expect([...sums.bySource]).toEqual([
      ['national', 150_000_000_000n],
      ['private', 1n],
      ['province', 25_000_000_000n],
    ]);
    expect(sums.total).toBe(175_000_000_001n);
    expect(rollUp([])).toEqual({ byYear: new Map(), byMinistry: new Map(), bySource: new Map(), total: 0n });
  });
});

const anyLines = fc.array(
  fc.record({
    year: fc.constantFrom(2021, 2022, 2023),
    ministry: fc.constantFrom('MOLIT', 'MOTIE', 'SMBA'),
    source: fc.constantFrom('national', 'province', 'municipal', 'private', 'other'),
    amount: fc.bigInt({ min: 1n, max: MAX_WON }),
  }),
  { maxLength: 30 },
);

describe('funding plan, in general', () => {
  it('sums every roll-up to the total, in any order of lines', () => {
    fc.assert(
      fc.property(anyLines, (any) => {
        const sums = rollUp(any);
        for (const map of [sums.byYear, sums.byMinistry, sums.bySource]) expect(sumWon(map.values())).toBe(sums.total);
        expect(rollUp(any.toReversed())).toEqual(sums);
        expect([...rollUp(any.toReversed()).bySource.keys()]).toEqual([...sums.bySource.keys()]);
      }),
    );
  });

  it('accepts a total split over distinct lines, and no other total', () => {
    const weights = fc.array(fc.bigInt({ min: 1n, max: 9n }), { minLength: 6, maxLength: 6 });
    const total = fc.bigInt({ min: 1000n, max: MAX_WON });
    fc.assert(
      fc.property(total, weights, fc.bigInt({ min: -5n, max: 5n }), (sum, shares, slip) => {
        const split = splitWon(sum, shares).map((amount, i) =>
          line(2021 + (i % 3), 'MOLIT', i < 3 ? 'national' : 'private', amount),
        );
        expect(codes({ lines: split, total: sum + slip })).toEqual(slip === 0n ? [] : ['funding.total.differs']);
      }),
    );
  });
});
