import fc from 'fast-check';
import { fold, inDigits, plainText, runsOf, soughtWords, tokensOf } from './words.js';

describe('the words of a text', () => {
  it.each([
    ['  구미\t국가\n산단  ', '구미 국가 산단'],
    ['구미', '구미'], // letters that came in parts, as some file systems write them
    ['가\ud800나', '가나'],
  ])('given %j, the plain text is %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  it.each([
    ['R&D·스마트그린(2단계)', 'r d 스마트그린 2단계 '],
    ['İSTANBUL 😀 끝', 'İstanbul    끝'],
  ])('given %j, it is compared as %j, place for place', (plain, folded) => {
    expect(fold(plain)).toBe(folded);
    expect(fold(plain)).toHaveLength(plain.length);
  });

  it('are runs of one kind of letters', () => {
    expect(runsOf('5g특화망 産業 ai')).toEqual([
      { text: '5g', syllabic: false, at: 0 },
      { text: '특화망', syllabic: true, at: 2 },
      { text: '産業', syllabic: true, at: 6 },
      { text: 'ai', syllabic: false, at: 9 },
    ]);
  });

  it('are found by pairs and last syllables, other runs whole', () => {
    const inWords = (tokens: readonly string[]): string[] =>
      tokens.map((token) =>
        String.fromCodePoint(...(token.match(/.{5}/g) ?? []).map((digits) => Number.parseInt(digits, 16))),
      );
    expect(inWords(tokensOf('산업단지 단지 5g 구'))).toEqual(['산업', '업단', '단지', '지', '5g', '구']);
    expect(inDigits('산')).toMatch(/^[0-9a-f]{5}$/);
  });

  it('of a query are each looked for once, whatever stands between them', () => {
    expect(soughtWords(' 산업, 산업!  R&D ').map(({ text }) => text)).toEqual(['산업', 'r d']);
    expect(soughtWords('·-!? ')).toEqual([]);
  });
});

/** Texts in which the same few letters come back, so that words meet, and nearly meet, all the time. */
const LETTERS = ['산', '업', '단', '지', '대', 'a', 'b', '1', ' ', '·', 'A', '산업', '단지'];
const text = (maxLength: number) => fc.array(fc.constantFrom(...LETTERS), { maxLength }).map((parts) => parts.join(''));

/** Does a text hold a word? Looked at letter by letter, without any index: the word is in it, its Latin and digit runs as whole runs. */
function holds(plain: string, word: string): boolean {
  const folded = fold(plain);
  const whole = (of: string): string[] => of.split(/[^\da-z]+/).filter((run) => run !== '');
  return folded.includes(word) && whole(word).every((run) => whole(folded).includes(run));
}

describe('the index', () => {
  it('finds, with a look at the text, exactly what a search through the text finds', () => {
    let met = 0;
    fc.assert(
      fc.property(text(14), text(4), (document, query) => {
        const plain = plainText(document);
        const tokens = tokensOf(fold(plain));
        const has = ({ token, beginning }: { token: string; beginning: boolean }): boolean =>
          beginning ? tokens.some((one) => one.startsWith(token)) : tokens.includes(token);
        for (const word of soughtWords(query)) {
          const found = word.tokens.every(has) && fold(plain).includes(word.text);
          expect([plain, word.text, found]).toEqual([plain, word.text, holds(plain, word.text)]);
          met += found ? 1 : 0;
        }
      }),
      { numRuns: 2_000 },
    );
    expect(met).toBeGreaterThan(150);
  });
});
