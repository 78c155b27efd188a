import { snippetOf } from './snippet.js';
import { soughtWords } from './sought.js';

const marked = (plain: string, query: string, cut = { before: false, after: false }): string =>
  snippetOf(plain, soughtWords(query), cut)
    .map(({ text, hit }) => (hit ? `[${text}]` : text))
    .join('');

describe('a snippet', () => {
  it.each([
    ['구미 스마트그린산단 조성', '그린산', '구미 스마트[그린산]단 조성'],
    ['AI 전환과 FAIR한 거래, ai기반', 'ai', '[AI] 전환과 FAIR한 거래, [ai]기반'],
    ['연구개발(R&D) 지원', 'r&d', '연구개발([R&D]) 지원'],
    ['2단계와 12단계', '2단계', '[2단계]와 12단계'],
    ['산업단지 산업', '산업단 업단지', '[산업단지] 산업'],
    ['😀 산단', '산단', '😀 [산단]'],
    ['스마트 그린 산단', '스마트그린산단을', '[스마트 그린 산단]'],
    ['없음', '산단', '없음'],
  ])('of %j for %j marks %j', (plain, query, expected) => {
    expect(marked(plain, query)).toBe(expected);
  });

  it('shows where text was left out', () => {
    expect(marked('산단', '산단', { before: true, after: true })).toBe('…[산단]…');
  });

  it('is the text again, put together', () => {
    const plain = '산업단지 대개조 2021';
    expect(
      snippetOf(plain, soughtWords('단지 2021'), { before: false, after: false })
        .map(({ text }) => text)
        .join(''),
    ).toBe(plain);
  });
});
