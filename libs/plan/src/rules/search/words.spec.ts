import { fold, inDigits, plainText, runsOf, tokensOf } from './words.js';

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
    ['５Ｇ 특화망', '5g 특화망'],
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
});
