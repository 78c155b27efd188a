import fc from 'fast-check';
import { soughtWords, type SoughtWord } from './sought.js';
import { fold, plainText, tokensOf } from './words.js';

/** Does a text hold a word, by the index and a look at the text? */
function findsWord(document: string, word: SoughtWord): boolean {
  const folded = fold(plainText(document));
  const tokens = tokensOf(folded);
  const has = (token: string, beginning: boolean): boolean =>
    beginning ? tokens.some((one) => one.startsWith(token)) : tokens.includes(token);
  return (
    word.tokens.every(({ token, beginning }) => has(token, beginning)) &&
    word.anyOf.every((list) => list.some((token) => has(token, false))) &&
    word.forms.some((form) => folded.includes(form))
  );
}

const finds = (document: string, query: string): boolean =>
  soughtWords(query).every((word) => findsWord(document, word));

describe('the words of a query', () => {
  it('are each looked for once, whatever stands between them', () => {
    expect(soughtWords(' 산업, 산업!  R&D 산업을').map(({ text }) => text)).toEqual(['산업', 'r d']);
    expect(soughtWords('·-!? ')).toEqual([]);
  });

  it('may be written with spaces between parts of two syllables or more', () => {
    const formsOf = (query: string) => soughtWords(query).map(({ forms }) => forms);
    expect(formsOf('산업단지를')).toEqual([['산업단지', '산업 단지']]);
    expect(formsOf('스마트그린')).toEqual([['스마트그린', '스마 트그린', '스마트 그린']]);
    expect(formsOf('산단')).toEqual([['산단']]);
    expect(formsOf('5g특화망구축')).toEqual([['5g특화망구축']]);
    expect(soughtWords('나'.repeat(10))[0]?.forms).toHaveLength(34);
    expect(soughtWords('나'.repeat(11))[0]?.forms).toHaveLength(1);
  });

  it.each<[text: string, found: readonly string[], not: readonly string[]]>([
    [
      '산업단지를 바꾸는 사업',
      ['산업단지', '산업 단지', '업단지', '업단', '단지를', '지를', '산업단지의', '사업'],
      ['산업단지대', '단지 산업체'],
    ],
    [
      '산업 단지 대개조',
      ['산업단지', '산업단지대개조', '산업단지 대개조', '산업단지를', '단지의 산업을'],
      ['업단', '산업단', '산업대개조'],
    ],
    ['부산 업무와 계산 업체', ['업무', '부산'], ['산업', '산업체']],
    [
      '스마트그린 산단에서',
      ['스마트그린산단', '스마트 그린 산단', '그린산단', '스마트그린산단으로'],
      ['그린 산업단지'],
    ],
    ['대구의 섬유 산업', ['대구의', '대구', '대구에서', '대구는 섬유'], ['대구광역시']],
    [
      '5G 특화망, AI전환과 R&D',
      ['5g', '5G를', '５Ｇ', 'ai', 'AI가', '전환', 'r&d', 'R·D'],
      ['5', 'g', 'a', '5g특화망'],
    ],
    ['2020년 제3차 계획', ['2020년', '2020년의', '3차', '3', '2020'], ['20', '202', '20년']],
    ['시·도와 시ㆍ군', ['시·도', '시‧군', '도', '군'], ['시도']],
    ['금', ['금', '금'.normalize('NFD')], ['그', '금속']],
    ['조성사업'.normalize('NFD'), ['조성', '조성사업', '조성 사업', '성사'.normalize('NFD')], ['조사']],
    ['産業團地 造成', ['産業', '産業團地', '産業團地造成'], ['산업']],
    ['만족도 조사, 경기도', ['만족도', '만족', '경기도', '만족도조사'], ['만족은 경기만']],
  ])('%j is found by all of %j, by none of %j', (text, found, not) => {
    expect(found.filter((query) => !finds(text, query))).toEqual([]);
    expect(not.filter((query) => finds(text, query))).toEqual([]);
  });
});

/** Texts in which the same few letters come back, so that words meet, and nearly meet, all the time. */
const LETTERS = ['산', '업', '단', '지', '대', 'a', 'b', '1', ' ', '·', 'A', '산업', '단지'];
const text = (maxLength: number) => fc.array(fc.constantFrom(...LETTERS), { maxLength }).map((parts) => parts.join(''));

/** Words written apart, as officials part what others write as one. */
const words = fc.array(fc.constantFrom('산업', '단지', '대산', '지업단'), { minLength: 2, maxLength: 5 });

/** A text and a query: any, or a stretch of the text with its spaces left out, of words of Hangul alone as well. */
const asked = fc.oneof(
  fc.tuple(text(14), text(6)),
  fc
    .tuple(text(14), fc.nat(8), fc.integer({ min: 4, max: 9 }))
    .map(([document, from, length]) => [document, document.replaceAll(' ', '').slice(from, from + length)] as const),
  fc
    .tuple(words, fc.nat(4), fc.integer({ min: 4, max: 9 }))
    .map(([parts, from, length]) => [parts.join(' '), parts.join('').slice(from, from + length)] as const),
);

/**
 * Does a text hold a word? Looked at letter by letter, without any index: the word is in it, its Latin and digit runs as whole runs;
 * of four to ten syllables it may be parted by single spaces, no part less than two syllables.
 */
function holds(plain: string, word: string): boolean {
  const folded = fold(plain);
  const whole = (of: string): string[] => of.split(/[^\da-z]+/).filter((run) => run !== '');
  if (!whole(word).every((run) => whole(folded).includes(run))) return false;
  if (folded.includes(word)) return true;
  if (!/^[가-힣]{4,10}$/.test(word)) return false;
  const spaced = new RegExp(`(?=(${[...word].join(' ?')}))`, 'g');
  return [...folded.matchAll(spaced)].some(([, stretch = '']) => stretch.split(' ').every((part) => part.length >= 2));
}

describe('the index', () => {
  it('finds, with a look at the text, exactly what a search through the text finds', () => {
    const met = { whole: 0, parted: 0 };
    fc.assert(
      fc.property(asked, ([document, query]) => {
        const plain = plainText(document);
        for (const word of soughtWords(query)) {
          const found = findsWord(plain, word);
          expect([plain, word.text, found]).toEqual([plain, word.text, holds(plain, word.text)]);
          if (found) met[fold(plain).includes(word.text) ? 'whole' : 'parted'] += 1;
        }
      }),
      { numRuns: 4_000 },
    );
    expect(met.whole).toBeGreaterThan(100);
    expect(met.parted).toBeGreaterThan(100);
  });
});
