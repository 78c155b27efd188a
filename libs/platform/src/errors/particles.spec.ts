import { particleAfter } from './particles.js';

describe('a particle', () => {
  it.each([
    ['본접수', '을(를)', '를'],
    ['확정', '을(를)', '을'],
    ['지정·고시', '은(는)', '는'],
    ['서울', '(으)로', '로'],
    ['부산', '(으)로', '으로'],
    ['계획(안)', '이(가)', '이'],
    ['혁신계획 (A)', '과(와)', '과'],
    ['제3', '이(가)', '이'],
    ['2', '을(를)', '를'],
    ['81', '(으)로', '로'],
    ['100', '(으)로', '으로'],
    ['MOTIE', '은(는)', '은(는)'],
    ['', '을(를)', '을(를)'],
  ] as const)('after %s, %s becomes %s', (word, particle, form) => {
    expect(particleAfter(word, particle)).toBe(form);
  });
});
