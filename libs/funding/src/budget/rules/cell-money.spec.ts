import { sumWon } from '@daegaejo/platform/rules';
import fc from 'fast-check';
import { type BudgetStage, type CellMoney, moneyCells, sharedCarryOver } from './index.js';

const place = (subProjectKey: string, ministryId = 'molit') => ({
  planId: 'plan',
  subProjectKey,
  ministryId,
  source: 'national' as const,
});
const line = (stage: BudgetStage, amount: bigint, ministryId?: string) => ({
  ...place('a', ministryId),
  stage,
  amount,
});
const cell = (key: string, money: Partial<CellMoney>) => ({
  ...place(key),
  money: { enacted: 0n, granted: 0n, executed: 0n, carriedIn: 0n, ...money },
});

describe('the cells of a year', () => {
  it('have what stands at each stage and what was carried over', () => {
    const lines = [line('requested', 9n), line('enacted', 5n), line('granted', 4n), line('executed', 3n)];
    expect([...moneyCells(lines, [{ ...place('a'), amount: 2n }]).values()]).toEqual([
      { ...place('a'), money: { enacted: 5n, granted: 4n, executed: 3n, carriedIn: 2n } },
    ]);
  });

  it.each([
    ['enacted for another than asked for it', [line('enacted', 1n, 'motie'), line('requested', 1n, 'molit')], 'motie'],
    ['the same in the other order', [line('requested', 1n, 'molit'), line('enacted', 1n, 'motie')], 'motie'],
    ['asked for by another than it was carried over for', [line('requested', 1n, 'motie')], 'molit'],
  ])('are of the ministry the money is of: %s', (_what, lines, ministryId) => {
    const [found] = moneyCells(lines, [{ ...place('a', 'molit'), amount: 1n }]).values();
    expect(found?.ministryId).toBe(ministryId);
  });
});

describe('a carry-over', () => {
  it('goes to the cells money was left on, in proportion', () => {
    const cells = [cell('b', { granted: 40n, executed: 10n }), cell('a', { granted: 10n }), cell('c', { granted: 0n })];
    expect(sharedCarryOver(20n, cells)).toEqual([
      { ...place('a'), amount: 5n },
      { ...place('b'), amount: 15n },
    ]);
    expect(sharedCarryOver(20n, [])).toEqual([]);
  });

  it('given money that was itself carried in and not spent, stays with its cell', () => {
    expect(sharedCarryOver(30n, [cell('a', { carriedIn: 40n, executed: 10n })])).toEqual([
      { ...place('a'), amount: 30n },
    ]);
  });

  it('loses no won', () => {
    const some = fc.array(fc.bigInt({ min: 1n, max: 10n ** 12n }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(some, fc.bigInt({ min: 0n, max: 10n ** 13n }), (left, carryOver) => {
        const parts = sharedCarryOver(
          carryOver,
          left.map((granted, at) => cell(String(at), { granted })),
        );
        expect(sumWon(parts.map(({ amount }) => amount))).toBe(carryOver);
      }),
    );
  });
});
