import fc from 'fast-check';
import { TIE } from './scores.js';
import { rankerOf } from './standing.js';

/** What `rank` fills in, plan by plan, from the definition. */
function byDefinition(scores: readonly number[], quota: number, cutOff: number | null) {
  return scores.map((score) => {
    if (Number.isNaN(score)) return { higher: 0, equal: 0, seat: 0 };
    const higher = scores.filter((other) => other > score + TIE).length;
    const equal = scores.filter((other) => Math.abs(other - score) <= TIE).length;
    const isOut = cutOff !== null && score < cutOff - TIE;
    return { higher, equal, seat: isOut ? 0 : Math.min(1, Math.max(0, (quota - higher) / equal)) };
  });
}

describe('rankerOf', () => {
  // few different scores, so that there are equals; steps far below those of the first sort; below 0 by deductions
  const score = fc.oneof(
    fc.integer({ min: -3, max: 103 }),
    fc.integer({ min: 0, max: 40 }).map((step) => 70 + step / 2 ** 25),
    fc.double({ min: -5, max: 105, noNaN: true }),
    fc.constant(Number.NaN),
  );

  it('gives places and seats as they are defined, also when it is used again', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(score, { minLength: 30, maxLength: 30 }), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 0, max: 31 }),
        fc.option(fc.integer({ min: 0, max: 100 })),
        (rounds, quota, cutOff) => {
          const { higher, equal, seats, rank } = rankerOf(30, { quota, cutOff });
          for (const scores of rounds) {
            rank(Float64Array.from(scores));
            expect(scores.map((_score, at) => ({ higher: higher[at], equal: equal[at], seat: seats[at] }))).toEqual(
              byDefinition(scores, quota, cutOff),
            );
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
