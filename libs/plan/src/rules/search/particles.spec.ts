import { withoutParticle } from './particles.js';

describe('a word without its particle', () => {
  it.each([
    ['산단을', '산단'],
    ['대구의', '대구'],
    ['산업단지에서는', '산업단지'],
    ['기업이', '기업'],
    ['일자리가', '일자리'],
    ['산업단지로', '산업단지'],
    ['그린뉴딜로', '그린뉴딜'],
    ['공장으로', '공장'],
    ['구미와', '구미'],
    ['성서와의', '성서'],
    ['부산과', '부산'],
    ['국가산단은', '국가산단'],
    ['5g를', '5g'],
    ['ai가', 'ai'],
    ['2020년의', '2020년'],
    ['제3차를', '제3차'],
    ['시 도의', '시 도'],
    ['r d를', 'r d'],
  ])('%j is %j', (word, stem) => {
    expect(withoutParticle(word)).toBe(stem);
  });

  it.each([
    ['a noun that ends so', ['사전협의', '어촌마을', '사업성과', '고속도로', '인허가', '전략회의', '탄소제로']],
    ['a particle that does not follow this syllable', ['전문가', '사업가', '산단를', '대구을', '기업로']],
    ['of which one syllable would be left', ['산을', '도로', '평가', '국가']],
    ['that ends in 도 or 만', ['만족도', '경기도', '전라남도', '부산항만']],
    ['after digits', ['3가', '1로']],
    ['alone', ['을', '의', '에서']],
    ['behind a sign', ['r 을']],
  ])('%s stays', (_name, words) => {
    expect(words.map(withoutParticle)).toEqual(words);
  });
});
