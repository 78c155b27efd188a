import { atSeoul } from '@daegaejo/platform/rules';
import fc from 'fast-check';
import {
  AMOUNT_STAGES,
  budgetDueAt,
  executionRate,
  NO_AMOUNTS,
  statusOf,
  sumAmounts,
  totalAmounts,
  yearToAsk,
} from './index.js';

describe('sums of the cube', () => {
  it('are the same whole however they are grouped', () => {
    const entry = fc.record({
      stage: fc.constantFrom(...AMOUNT_STAGES),
      amount: fc.bigInt({ min: 0n, max: 1_000_000_000_000n }),
      year: fc.constantFrom(2021, 2022, 2023),
      source: fc.constantFrom('national', 'province'),
    });
    fc.assert(
      fc.property(fc.array(entry), (entries) => {
        const whole = totalAmounts(entries);
        for (const keyOf of [
          (e: (typeof entries)[number]) => String(e.year),
          (e: (typeof entries)[number]) => e.source,
        ])
          for (const stage of AMOUNT_STAGES)
            expect([...sumAmounts(entries, keyOf).values()].reduce((sum, amounts) => sum + amounts[stage], 0n)).toBe(
              whole[stage],
            );
      }),
    );
  });

  it('give the rate of execution in basis points, rounded down, and none where nothing was granted', () => {
    expect(executionRate({ granted: 3n, executed: 2n })).toBe(6666);
    expect(executionRate({ granted: 3n, executed: 3n })).toBe(10_000);
    expect(executionRate({ granted: 0n, executed: 0n })).toBeNull();
  });
});

describe('the status of a sub-project in a year', () => {
  it.each([
    ['nothing asked', {}, false, 'proposed'],
    ['planned, not decided', { planned: 1n }, false, 'proposed'],
    ['requested', { requested: 1n }, false, 'requested'],
    ['in the draft', { requested: 1n, 'government-draft': 1n }, false, 'draft'],
    ['enacted', { requested: 1n, enacted: 1n }, true, 'enacted'],
    ['requested and not enacted', { requested: 1n }, true, 'not-funded'],
    ['planned and not enacted', { planned: 1n }, true, 'not-funded'],
    ['nothing asked, decided', {}, true, 'proposed'],
    ['granted', { enacted: 2n, granted: 1n }, true, 'ongoing'],
  ] as const)('given %s', (_what, amounts, decided, wanted) => {
    expect(statusOf({ ...NO_AMOUNTS, ...amounts }, decided)).toBe(wanted);
  });
});

describe('the budget calendar', () => {
  it('has the days of the law unless the round has its own', () => {
    expect(budgetDueAt(2022, 'request', undefined)).toBe(atSeoul('2021-05-01'));
    expect(budgetDueAt(2022, 'draft', undefined)).toBe(atSeoul('2021-09-16'));
    expect(budgetDueAt(2022, 'request', { calendar: { request: '05-31' } })).toBe(atSeoul('2021-06-01'));
  });

  it.each([
    ['2020-05-08', '2020-06-01', null, 'a selection after 30 April leaves the first year to a late request'],
    ['2020-04-01', '2020-04-02', 2021, 'a selection before it does not'],
    ['2020-05-08', '2021-01-02', 2022, 'the second year from its January on'],
    ['2020-05-08', '2022-06-01', 2022, 'a year late is still to be done within it'],
  ] as const)('selected %s, on %s: %s (%s)', (chosen, now, wanted, _why) => {
    const facts = { funding: undefined, chosenAt: atSeoul(chosen), now: atSeoul(now), done: () => false };
    expect(yearToAsk([2021, 2022, 2023], 'request', facts)).toBe(wanted);
  });
});
