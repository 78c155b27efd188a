import { aPlan } from '../../../../../test/support/plan-content.js';
import { textPieces, unitsOf } from './units.js';

const NAMES = {
  province: ['경북', '경상북도'],
  ministry: (code: string) => (code === 'MOLIT' ? ['국토교통부'] : []),
};

describe('the units of a plan', () => {
  it('are its title, sub-projects, places and written heads, each with its words', () => {
    const content = aPlan({ narrative: { direction: '  첫째\n줄 ', status: ' ' } });
    const units = unitsOf(content, NAMES).map(({ kind, key, heading, text }) => [kind, key, heading, text]);
    expect(units).toEqual([
      ['title', '', '혁신계획', '혁신계획 · 전기차 · 경북 · 경상북도'],
      ['sub-project', 'p1', '재생', '재생 · 재생사업 · 국토교통부'],
      ['site', 'hub', '구미국가', '구미국가 · 거점산단'],
      ['site', 'l1', '구미국가', '구미국가 · 연계산단'],
      ['narrative', 'direction', '목표와 방향', '첫째 줄'],
    ]);
  });

  it('cut a long text into pieces that overlap by more than any query', () => {
    const long = Array.from({ length: 20_000 }, (_, no) => `낱말${no}`).join(' ');
    const pieces = textPieces(long);
    expect(pieces.every((piece) => piece.length <= 50_000)).toBe(true);
    for (let no = 0; no < 20_000; no += 1)
      expect(pieces.some((piece) => ` ${piece} `.includes(` 낱말${no} `))).toBe(true);
    expect(textPieces(' 짧은  글 ')).toEqual(['짧은 글']);
    expect(textPieces(' ')).toEqual([]);
  });
});
