import fc from 'fast-check';
import {
  changesByMinistry,
  matchingFindings,
  mostCarryOver,
  openBefore,
  openOf,
  paymentFindings,
  settlementFindings,
  type SettlementRow,
  sharesFor,
  splitByShares,
  statedFindings,
  unaccounted,
} from './index.js';

const won = (max = 1_000_000_000_000n) => fc.bigInt({ min: 0n, max });

describe('a ceiling', () => {
  it('is moved by what replaces what, ministry by ministry, to the won', () => {
    const line = fc.record({ ministryId: fc.constantFrom('a', 'b', 'c'), amount: won() });
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (before, after) => {
        const changes = changesByMinistry(before, after);
        const sum = (lines: typeof before): bigint => lines.reduce((all, { amount }) => all + amount, 0n);
        expect([...changes.values()].reduce((all, change) => all + change, 0n)).toBe(sum(after) - sum(before));
        expect([...changes.values()]).not.toContain(0n);
      }),
    );
  });
});

describe('matching', () => {
  const funding = {
    matching: [
      { kinds: ['parking'], nationalShareBp: 5000, minLocalShareBp: 5000 },
      { nationalShareBp: 7000, minLocalShareBp: 3000 },
    ],
    differential: [{ province: 'JEONNAM', addBp: 1000 }],
  };
  const kinds = new Map([
    ['p', 'parking'],
    ['e', 'employment'],
  ]);

  it('takes the first rule that names the kind, and a higher share where the province has one', () => {
    expect(sharesFor(funding, 'parking', 'DAEGU')).toEqual({ national: 5000n, local: 5000n });
    expect(sharesFor(funding, 'other', 'DAEGU')).toEqual({ national: 7000n, local: 3000n });
    expect(sharesFor(funding, 'parking', 'JEONNAM')).toEqual({ national: 6000n, local: 4000n });
    expect(sharesFor(undefined, 'parking', 'DAEGU')).toBeNull();
  });

  it('names state money over its share and local money under it, exactly at the won', () => {
    const cells = (national: bigint, province: bigint) => [
      { subProject: 'p', source: 'national', amount: national },
      { subProject: 'p', source: 'province', amount: province },
      { subProject: 'p', source: 'private', amount: 1n },
    ];
    expect(matchingFindings(cells(50n, 50n), funding, kinds, 'DAEGU')).toEqual([]);
    expect(matchingFindings(cells(51n, 50n), funding, kinds, 'DAEGU').map(({ code }) => code)).toEqual([
      'budget.matching.national',
      'budget.matching.local',
    ]);
    expect(matchingFindings(cells(60n, 40n), funding, kinds, 'JEONNAM')).toEqual([]);
  });

  it('splits so that the parts sum to the whole and pass the rule they came from', () => {
    fc.assert(
      fc.property(
        won(),
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        (total, share, municipal) => {
          const parts = splitByShares(total, BigInt(share), BigInt(municipal));
          expect(parts.reduce((sum, { amount }) => sum + amount, 0n)).toBe(total);
          const rule = { matching: [{ nationalShareBp: share, minLocalShareBp: 10_000 - share }] };
          const cells = parts.map((part) => ({ ...part, subProject: 'e' }));
          expect(matchingFindings(cells, rule, kinds, 'DAEGU')).toEqual([]);
        },
      ),
    );
  });
});

describe('payments', () => {
  const cell = { enacted: 100n, granted: 60n, executed: 40n, carriedIn: 0n };
  it.each([
    ['a grant within what was enacted', 'grant', 40n, []],
    ['a grant beyond it', 'grant', 41n, ['budget.granted.over-enacted']],
    ['spending what was granted', 'execution', 20n, []],
    ['spending more', 'execution', 21n, ['budget.executed.over-granted']],
    ['returning what was not spent', 'grant', -20n, []],
    ['returning more', 'grant', -21n, ['budget.return.over-unspent']],
    ['cancelling what was spent', 'execution', -40n, []],
    ['cancelling more', 'execution', -41n, ['budget.return.over-paid']],
    ['nothing', 'grant', 0n, ['funding.amount.range']],
  ] as const)('given %s', (_what, kind, amount, wanted) => {
    expect(paymentFindings(kind, amount, cell, 'amount').map(({ code }) => code)).toEqual(wanted);
  });

  it('given money carried over, it may be spent beside the grant', () => {
    expect(paymentFindings('execution', 25n, { ...cell, carriedIn: 5n }, 'amount')).toEqual([]);
  });

  it('keep executed ≤ granted (and carried over) and granted ≤ enacted, whatever comes', () => {
    const one = fc.tuple(fc.constantFrom('grant' as const, 'execution' as const), fc.bigInt({ min: -500n, max: 500n }));
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 1000n }), won(100n), fc.array(one), (enacted, carriedIn, payments) => {
        let now = { enacted, granted: 0n, executed: 0n, carriedIn };
        for (const [kind, amount] of payments) {
          if (kind === 'grant' && now.granted + amount < 0n) continue; // a counter-record never takes back more than was paid
          if (paymentFindings(kind, amount, now, 'amount').length > 0) continue;
          now =
            kind === 'grant' ? { ...now, granted: now.granted + amount } : { ...now, executed: now.executed + amount };
          expect(now.executed >= 0n && now.executed <= now.granted + carriedIn && now.granted <= enacted).toBe(true);
        }
      }),
    );
  });

  it('are open for return by what was not returned', () => {
    expect(openOf(100n, [30n, 20n])).toBe(50n);
  });
});

describe('a settlement', () => {
  const RULES = { auditReference: 'A-1', auditFrom: 1_000_000_000n };
  const row = (change: Partial<SettlementRow> = {}): SettlementRow => ({
    source: 'national',
    granted: 100n,
    carriedIn: 10n,
    interest: 3n,
    executed: 90n,
    carryOver: 15n,
    returned: 8n,
    ...change,
  });

  it('adds up exactly: any row made of its parts is sound, and one won more or less is named', () => {
    fc.assert(
      fc.property(won(), won(), won(), fc.nat(100), fc.nat(100), (granted, carriedIn, interest, spent, kept) => {
        const executed = ((granted + carriedIn) * BigInt(spent)) / 100n;
        const carryOver = ((granted + carriedIn - executed) * BigInt(kept)) / 100n;
        const returned = granted + carriedIn + interest - executed - carryOver;
        const sound = { source: 'national', granted, carriedIn, interest, executed, carryOver, returned };
        expect(unaccounted(sound)).toBe(0n);
        expect(carryOver <= mostCarryOver(sound)).toBe(true);
        expect(settlementFindings([sound], RULES)).toEqual([]);
        const codes = settlementFindings([{ ...sound, returned: returned + 1n }], RULES).map(({ code }) => code);
        expect(codes).toEqual(['budget.settlement.differs']);
      }),
    );
  });

  it('carries over no interest and nothing that was spent', () => {
    const codes = settlementFindings([row({ carryOver: 21n, returned: 2n })], RULES).map(({ code }) => code);
    expect(codes).toEqual(['budget.settlement.carry-over']);
    expect(settlementFindings([row({ carryOver: 20n, returned: 3n })], RULES)).toEqual([]);
  });

  it('is of each source once, and of some money', () => {
    expect(statedFindings(['national', 'province'], [row()])).toEqual([]);
    expect(statedFindings(['national', 'national'], [row()]).map(({ code }) => code)).toEqual(['round.policy.twice']);
    expect(statedFindings([], []).map(({ code }) => code)).toEqual(['budget.settlement.empty']);
  });

  it('needs the audited statement from the amount of the policy on', () => {
    const missing = { auditReference: null, auditFrom: 100n };
    expect(settlementFindings([row()], missing).map(({ field }) => field)).toEqual(['auditReference']);
    expect(settlementFindings([row()], { ...missing, auditFrom: 101n })).toEqual([]);
  });
});

describe('years are signed in their order', () => {
  it.each([
    [2023, [2021, 2022], [2021, 2022], null],
    [2023, [2021, 2022], [2022], 2021],
    [2023, [2022, 2021], [], 2021],
    [2022, [2021, 2022, 2023], [2021], null],
    [2021, [2021, 2022], [], null],
    [2023, [2021], [2021], null],
  ] as const)(
    'given %i is to be signed, money in %j and signatures on %j, then %s is in the way',
    (year, money, signed, open) => {
      expect(openBefore(year, money, signed)).toBe(open);
    },
  );
});
