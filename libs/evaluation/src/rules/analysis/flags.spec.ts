import fc from 'fast-check';
import { copiedComments } from './copied-comments.js';
import { flagsOf, type Flag } from './flags.js';
import type { AnalysisInput, AnalysisSheet } from './input.js';
import { normalisedText, similarPairs } from './similar-texts.js';
import { simulateRound, tableRound } from './simulate.js';

const round = simulateRound({ seed: 9, plans: 6, evaluators: 5 });
function flagged(change: (sheet: AnalysisSheet, i: number) => Partial<AnalysisSheet>, input = round): readonly Flag[] {
  const answer = flagsOf({ ...input, sheets: input.sheets.map((sheet, i) => ({ ...sheet, ...change(sheet, i) })) });
  if (answer.status !== 'ok') throw new Error(JSON.stringify(answer));
  return answer.flags;
}
const places = (flags: readonly Flag[]) => flags.map(({ kind }) => kind);

describe('flagsOf', () => {
  it('finds nothing in ordinary sheets, and nothing where instants and comments are absent', () => {
    expect(flagged(() => ({}))).toEqual([]);
    expect(flagsOf(round)).toMatchObject({ timedSheets: 0, nearlyEqualCompared: true });
    expect(flagsOf(tableRound({ a: [50] }))).toMatchObject({ status: 'not-enough-data', have: { sheets: 1 } });
  });

  it('sees the same share of the highest mark on everything, abstentions aside', () => {
    const flags = flagged(({ evaluator, marks, planId }) =>
      evaluator === 'E00002'
        ? {
            marks: marks.map((_, c) =>
              c === 0 ? null : [3000, 2500, 2000, 1500, 1000][c]! * (planId < 'p00003' ? 0.7 : 0.8),
            ),
          }
        : {},
    );
    expect(flags).toEqual([{ kind: 'same-fraction', evaluator: 'E00002', stage: 'review', sheets: 6, alike: 6 }]);
  });

  it('sees totals that hardly differ between plans', () => {
    const flags = flagged(({ evaluator }) => (evaluator === 'E00003' ? { marks: [2000, 1900, 1500, 1000, 800] } : {}));
    expect(flags).toMatchObject([{ kind: 'constant-totals', evaluator: 'E00003', sheets: 6, deviation: 0 }]);
  });

  it('sees a sheet submitted far sooner than is usual, and no sheet without both instants', () => {
    const openedAt = '2026-05-01T00:00:00.000Z';
    const flags = flagged((_, i) => ({
      openedAt,
      submittedAt: i === 3 ? '2026-05-01T00:03:00.000Z' : i === 4 ? null : '2026-05-01T00:30:00.000Z',
    }));
    expect(flags).toEqual([
      { kind: 'quick', evaluator: 'E00004', planId: 'p00001', stage: 'review', minutes: 3, panelMedian: 30 },
    ]);
  });

  it('sees a comment used again, whatever its spacing and composition', () => {
    const text = '사업의 필요성과 지역 산업 여건 분석이 충실하게 제시되어 있음';
    const spaced = ` ${text.normalize('NFD').replaceAll(' ', '\n  ')} `;
    const flags = flagged((_, i) => (i === 0 ? { comments: [null, text] } : i === 7 ? { overall: spaced } : {}));
    expect(flags).toEqual([
      {
        kind: 'copied-comment',
        count: 2,
        plans: 2,
        evaluators: 2,
        wordings: 1,
        similarity: 1,
        length: text.length,
        places: [
          { planId: 'p00001', evaluator: 'E00001', stage: 'review', criterion: 'c2' },
          { planId: 'p00002', evaluator: 'E00003', stage: 'review', criterion: null },
        ],
      },
    ]);
  });

  it('sees one changed a little, and leaves alone short ones and those repeated on one plan by one person', () => {
    const text =
      '추진 체계와 재원 조달 계획이 구체적이며 관계 기관과의 협의 결과가 문서로 확인되고 성과 지표가 측정 가능함';
    const nearly = text.replace('가능함', '가능');
    const [flag] = flagged((_, i) => (i === 0 ? { overall: text } : i === 1 ? { overall: nearly } : {}));
    expect(flag).toMatchObject({ kind: 'copied-comment', plans: 1, evaluators: 2, wordings: 2 });
    expect(flag?.kind === 'copied-comment' && flag.similarity < 1 && flag.similarity >= 0.9).toBe(true);
    expect(flagged(() => ({ overall: '우수함' }))).toEqual([]);
    expect(flagged((_, i) => (i === 0 ? { comments: [text, text], overall: text } : {}))).toEqual([]);
    expect(places(flagged((_, i) => (i < 2 ? { overall: `${text}${'가나다라마바사'.repeat(i)}` } : {})))).toEqual([]);
  });

  it('does not depend on the order of the sheets', () => {
    const input: AnalysisInput = {
      ...round,
      sheets: round.sheets.map((sheet, i) => ({ ...sheet, overall: `같은 의견을 여러 번 쓰는 경우입니다 ${i % 3}` })),
    };
    const turned = { ...input, sheets: input.sheets.toReversed() };
    expect(copiedComments(turned)).toEqual(copiedComments(input));
  });
});

describe('similar texts', () => {
  it('are found as by comparing every pair', () => {
    const trigrams = (text: string) => new Set(Array.from({ length: text.length - 2 }, (_, i) => text.slice(i, i + 3)));
    const word = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 12 }), fc.constantFrom(0.5, 0.8, 0.9), (texts, least) => {
        const naive = texts.flatMap((a, i) =>
          texts.flatMap((b, j) => {
            const [one, other] = [trigrams(a), trigrams(b)];
            const common = [...one].filter((trigram) => other.has(trigram)).length;
            return i < j && common / (one.size + other.size - common) >= least ? [`${i} ${j}`] : [];
          }),
        );
        expect(similarPairs(texts, least).map(({ a, b }) => `${a} ${b}`)).toEqual(naive);
      }),
    );
  });

  it('are compared without regard to case, spacing and composition', () => {
    expect(normalisedText('  한글\t ABC\n')).toBe(normalisedText('한글 abc'));
  });
});
