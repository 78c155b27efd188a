import fc from 'fast-check';
import { byLikeness, inHundredths, isAlike, likenessOf, nameGrams, telltaleGrams } from './similarity.js';

const likeness = (a: string, b: string) => likenessOf(nameGrams(a), nameGrams(b));

describe('how alike two names are', () => {
  it.each([
    ['스마트그린 산단 구축', '스마트 그린산단 구축', 100], // spaces do not count
    ['공영 주차장 조성', '공영주차장 확충', 67],
    ['5G 특화망 구축', '5G특화망 고도화', 55],
    ['노후산단 재생', '청년 기숙사', 0],
    ['재생', '재생', 100],
    ['가', '가', 100],
    ['', '', 0],
  ])('%s, %s: %d hundredths', (a, b, hundredths) => {
    expect(inHundredths(likeness(a, b))).toBe(hundredths);
    expect(inHundredths(likeness(b, a))).toBe(hundredths);
  });

  it('is compared by the exact fractions', () => {
    const [third, more] = [
      { shared: 1, all: 6 },
      { shared: 334, all: 2_003 },
    ];
    expect([third, more].sort(byLikeness)).toEqual([more, third]);
    expect(inHundredths(third)).toBe(33);
  });
});

const name = fc.array(fc.constantFrom(...'산업단지'), { minLength: 1, maxLength: 12 }).map((chars) => chars.join(''));

describe('the grams that are asked for', () => {
  it('are shared by every name that is alike, whichever are rare', () => {
    let alike = 0;
    fc.assert(
      fc.property(name, name, fc.func(fc.nat(9)), (a, b, count) => {
        const own = [...nameGrams(a)].map((gram) => ({ gram, count: count(gram) }));
        const asked = telltaleGrams(own);
        const other = nameGrams(b);
        if (!isAlike(likeness(a, b))) return;
        alike += 1;
        expect(asked.some((gram) => other.has(gram))).toBe(true);
      }),
      { numRuns: 4_000 },
    );
    expect(alike).toBeGreaterThan(20);
  });

  it('leave the most frequent ones out', () => {
    const grams = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((gram, count) => ({ gram, count }));
    expect(telltaleGrams(grams)).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    expect(telltaleGrams(grams.map((one) => ({ ...one, count: 0 })))).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
  });
});
