import fc from 'fast-check';
import { promotionFindings, type Reserve, reservePlace } from './reserve.js';

const written = '지역 간 균형을 위하여 순서를 바꿈';
const reserves: readonly Reserve[] = [
  { planId: 'six', order: 1, rank: 6 },
  { planId: 'eight', order: 3, rank: 8 },
];
const place = (change: Partial<Parameters<typeof reservePlace>[0]>) =>
  reservePlace({ planId: 'own', outcome: 'reserve', order: null, rank: 9, reserves, reason: null, ...change });

describe('a place on the reserve list', () => {
  it.each([
    ['the next', {}, 4, false, []],
    ['the one asked for', { order: 2, rank: 7 }, 2, false, []],
    ['one that is taken', { order: 1, rank: 6 }, 1, false, ['reserve.order-taken']],
    ['after a worse one', { rank: 7 }, 4, true, ['reserve.reason-required']],
    ['before a better one', { order: 2, rank: 9 }, 2, true, ['reserve.reason-required']],
    ['before a better one, with a reason', { order: 2, rank: 9, reason: written }, 2, true, []],
    ['a new one behind its own former place', { planId: 'eight', rank: 7 }, 4, false, []],
    ['the first of all', { reserves: [] }, 1, false, []],
    ['none, for a preselection', { outcome: 'preselect' as const }, null, false, []],
    ['asked for a refusal', { outcome: 'refuse' as const, order: 2 }, null, false, ['reserve.order-unasked']],
  ])('%s', (_case, change, order, deviates, codes) => {
    const given = place(change);
    expect([given.order, given.deviates, given.findings.map(({ code }) => code)]).toEqual([order, deviates, codes]);
  });
});

describe('promotion', () => {
  it.each([
    ['the first', 'six', 1, null, []],
    ['another before it', 'eight', 3, null, ['reserve.out-of-turn']],
    ['another before it, with a reason', 'eight', 3, written, []],
  ])('%s', (_case, planId, order, reason, codes) => {
    expect(promotionFindings({ planId, order }, reserves, reason).map(({ code }) => code)).toEqual(codes);
  });

  it('without reasons always raises the one that has waited in the first place', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), (orders) => {
        const waiting = orders.map((order) => ({ planId: String(order), order }));
        const free = waiting.filter((own) => promotionFindings(own, waiting, null).length === 0);
        expect(free.map(({ order }) => order)).toEqual([Math.min(...orders)]);
      }),
    );
  });
});
