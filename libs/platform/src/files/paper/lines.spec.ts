import fc from 'fast-check';
import { paperString, type PaperMark } from '../../rules/index.js';
import { type Lettering, type Line, linesOf, widthOf } from './lines.js';
import { itemMarkOf } from './looks.js';

const BODY: Lettering = { size: 10, weight: 'normal' };
const textOf = (line: Line): string => line.map(({ text }) => text).join('');
const widthOfLine = (line: Line): number =>
  line.reduce((sum, { text, mark }) => sum + widthOf(text, { size: 10, weight: mark === null ? 'normal' : 'bold' }), 0);

describe('lines', () => {
  it.each([
    ['a short text', '가나 다라', 100, ['가나 다라']],
    ['words that do not fit beside each other', '가나다 라마바 사', 60, ['가나다 라마바', '사']],
    ['a word wider than a line', '가나다라마바사', 30, ['가나다', '라마바', '사']],
    ['line ends', '가\n\n나', 100, ['가', '', '나']],
    ['an empty text', '', 100, ['']],
    ['a line narrower than a sign', '가나', 1, ['가', '나']],
  ])('are filled: %s', (_name, text, width, expected) => {
    expect(linesOf(text, width, BODY).map(textOf)).toEqual(expected);
  });

  it('keep the marks of their stretches', () => {
    const text = [
      { text: '가나 ' },
      { text: '다라', mark: 'removed' as const },
      { text: ' 마바', mark: 'added' as const },
    ];
    expect(linesOf(text, 45, BODY)).toEqual([
      [
        { text: '가나 ', mark: null },
        { text: '다라', mark: 'removed' },
      ],
      [{ text: '마바', mark: 'added' }],
    ]);
  });

  it('behind the first are narrower where they hang', () => {
    expect(linesOf('가나다 라마바 사아자', 32, BODY, 10).map(textOf)).toEqual(['가나다', '라마', '바', '사아', '자']);
  });

  it('lose nothing and stand out nowhere', () => {
    const word = fc.string({ unit: fc.constantFrom('가', '힣', 'a', 'W', '1', ',', '□', ' ', '\n'), maxLength: 30 });
    const mark = fc.constantFrom<PaperMark | undefined>(undefined, 'strong', 'added', 'removed');
    const run = fc
      .record({ text: word, mark })
      .map(({ text, mark: of }) => (of === undefined ? { text } : { text, mark: of }));
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), fc.integer({ min: 12, max: 200 }), (text, width) => {
        const lines = linesOf(text, width, BODY);
        for (const line of lines) expect(widthOfLine(line)).toBeLessThanOrEqual(width + 1e-6);
        expect(lines.map(textOf).join('').replaceAll(' ', '')).toBe(paperString(text).replaceAll(/[ \n]/g, ''));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the mark of an item', () => {
  it.each([
    ['□ 추진', '□ '],
    ['ㅇ 내용', 'ㅇ '],
    ['- 세부', '- '],
    ['1. 첫째', '1. '],
    ['가. 둘째', '가. '],
    ['(1) 셋째', '(1) '],
    ['2020년에는', ''],
    ['가나다', ''],
  ])('of %s', (text, mark) => {
    expect(itemMarkOf(text)).toBe(mark);
  });
});
