import fc from 'fast-check';
import type { WordRun } from './rules/index.js';
import { wordDiff } from './word-diff.js';

const inText = (runs: readonly WordRun[]): string =>
  runs.map(({ kind, text }) => (kind === 'same' ? text : kind === 'added' ? `{+${text}+}` : `{-${text}-}`)).join('');
const side = (runs: readonly WordRun[], without: WordRun['kind']): string =>
  runs
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

/** Always the same words, none of them in two texts of different seeds. */
const textOf = (seed: number, length: number): string => {
  let text = '';
  for (let no = 0; text.length < length; no += 1) text += `산단${seed}낱말${no}을 `;
  return text.slice(0, length);
};

const swapped = (text: string): string => {
  const words = text.split(' ');
  for (let at = 0; at + 1 < words.length; at += 2) [words[at], words[at + 1]] = [words[at + 1] ?? '', words[at] ?? ''];
  return words.join(' ');
};

describe('the difference of two texts', () => {
  it.each([
    ['nothing', '국비를 먼저 확보한다.', '국비를 먼저 확보한다.', '국비를 먼저 확보한다.'],
    ['a word', '국비를 먼저 확보한다.', '민자를 먼저 확보한다.', '{-국비를-}{+민자를+} 먼저 확보한다.'],
    ['a word more', '국비를 확보한다.', '국비를 먼저 확보한다.', '국비를 {+먼저 +}확보한다.'],
    ['a word less', '국비를 먼저 확보한다.', '국비를 확보한다.', '국비를 {-먼저 -}확보한다.'],
    ['a figure', '총 1,500억원, 3.5%', '총 1,400억원, 3.5%', '총 {-1,500-}{+1,400+}억원, 3.5%'],
    ['an end', '국비를 확보', '국비를 확보한다. 끝', '국비를 {-확보-}{+확보한다. 끝+}'],
    ['a word behind the end', '국비를 확보', '국비를 확보 끝', '국비를 확보{+ 끝+}'],
    ['white space', '국비를  확보\n한다', '국비를 확보 한다', '국비를{- -} 확보{-\n-}{+ +}한다'],
    ['white space in front', ' 국비', '국비', '{- -}국비'],
    ['all of it', '국비', '민자', '{-국비-}{+민자+}'],
    ['a beginning', '', '민자', '{+민자+}'],
    ['an end of all', '국비', '', '{-국비-}'],
  ])('tells %s', (_name, before, after, expected) => {
    expect(inText(wordDiff(before, after))).toBe(expected);
  });

  it('loses nothing of either side, and marks nothing where nothing changed', () => {
    const text = fc
      .array(fc.constantFrom('국비', '민자', '1,500', '.', ' ', '  ', '\n', '🏭', '\ud800', 'a'), { maxLength: 30 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const runs = wordDiff(before, after);
        expect(side(runs, 'added')).toBe(before);
        expect(side(runs, 'removed')).toBe(after);
        expect(runs.every((run, at) => run.text !== '' && run.kind !== runs[at + 1]?.kind)).toBe(true);
        if (before === after) expect(runs.filter(({ kind }) => kind !== 'same')).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('goes by sentences where too many words changed', () => {
    const kept = '이 문장은 그대로 남는다. ';
    const rewritten = (seed: number): string => `${textOf(seed, 6_000)}끝. `;
    const runs = wordDiff(rewritten(1) + kept + rewritten(2), rewritten(3) + kept + rewritten(4));
    expect(runs.map(({ kind, text }) => `${kind} ${text.slice(0, 3)}${text.length}`)).toEqual([
      'removed 산단16002',
      'added 산단36002',
      `same  이 ${kept.length + 1}`,
      'removed 산단26002',
      'added 산단46002',
      'same  1',
    ]);
  });

  it.each([
    ['of other words', textOf(2, 20_000)],
    ['of the same words in another order', swapped(textOf(1, 20_000))],
    ['of marks alone', '.'.repeat(20_000)],
    ['without a space', '가'.repeat(20_000)],
  ])('gives up on a long text %s instead of holding up the server', (_name, after) => {
    const before = textOf(1, 20_000);
    const started = performance.now();
    const runs = wordDiff(before, after);
    expect(performance.now() - started).toBeLessThan(5_000); // some 50 ms; an unbounded search takes half a minute
    expect(runs.filter(({ text }) => text.trim() !== '').map(({ kind }) => kind)).toEqual(['removed', 'added']);
    expect([side(runs, 'added'), side(runs, 'removed')]).toEqual([before, after]);
  });
});
