import { itemMark, paperString } from './paper.js';

describe('a paper', () => {
  it.each([
    [0, 0, '1.'],
    [1, 0, '가.'],
    [2, 2, '3)'],
    [3, 13, '하)'],
    [4, 9, '(10)'],
    [5, 1, '(나)'],
  ] as const)('letters items of depth %d, number %d, as %s', (depth, index, mark) => {
    expect(itemMark(depth, index)).toBe(mark);
  });

  it('goes on behind 하 with 거, and behind 허 with 고', () => {
    expect([13, 14, 15, 27, 28].map((index) => itemMark(1, index))).toEqual(['하.', '거.', '너.', '허.', '고.']);
  });

  it('tells the plain text of stretches', () => {
    expect(paperString([{ text: '가' }, { text: '나', mark: 'added' }])).toBe('가나');
  });
});
