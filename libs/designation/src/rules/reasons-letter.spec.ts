import fc from 'fast-check';
import {
  lineOf,
  marksFor,
  ownCriteria,
  type OwnCriterion,
  reasonsLetter,
  type ReasonsSubject,
} from './reasons-letter.js';

const A: OwnCriterion = { code: 'A', name: '타당성', mean: 1600, max: 2000, share: { n: 6000, d: 1 }, floor: null };
const B: OwnCriterion = { code: 'B', name: '실현성', mean: 1500, max: 2000, share: { n: 4000, d: 1 }, floor: null };
const SUBJECT: ReasonsSubject = {
  outcome: 'refuse',
  reserveOrder: null,
  final: 7800,
  rank: 6,
  cutOff: 6000,
  lowestSelected: 8000,
  criteria: [A, B],
  failedFloors: [],
  committeeReason: null,
  summaryOpinion: '종합의견',
  disclosure: { ownTotal: true, publicTotals: false },
};

describe('the line', () => {
  it.each<[number | null, number | null, number | null]>([
    [6000, 8000, 8000],
    [8500, 8000, 8500],
    [null, 8000, 8000],
    [6000, null, 6000],
    [null, null, null],
  ])('cut-off %s and last selected %s make %s', (cutOff, lowestSelected, line) =>
    expect(lineOf({ cutOff, lowestSelected })).toBe(line),
  );
});

describe('what a criterion carries of the whole', () => {
  const criterion = { code: 'A', name: '타당성', max: 2000, weight: 5000 };
  const stages = [
    { code: 'paper', name: '서면', mode: 'document' as const, share: 3000 },
    { code: 'talk', name: '발표', mode: 'presentation' as const, share: 7000 },
  ];
  const carried = (given: Parameters<typeof ownCriteria>[0]): number[] =>
    ownCriteria(given, []).map(({ share: { n, d } }) => n / d);
  it('is its weight, and with stages its weight within the share of its own', () => {
    expect(carried({ criteria: [criterion] })).toEqual([5000]);
    const both = [
      { ...criterion, stage: 'paper' },
      { ...criterion, stage: 'talk' },
    ];
    expect(carried({ criteria: both, stages })).toEqual([1500, 3500]);
  });
  it('is beside the own mean, where it is told', () => {
    const means = [{ code: 'A', mean: 1600 }];
    expect(ownCriteria({ criteria: [{ ...criterion, floor: 800 }] }, means)).toEqual([
      { code: 'A', name: '타당성', mean: 1600, max: 2000, share: { n: 50_000_000, d: 10_000 }, floor: 800 },
    ]);
  });
});

describe('marks that would have closed the gap', () => {
  it('2.00 points at 60 of 100 for 20 marks are 0.67 marks; at 40 of 100, 1.00', () => {
    expect(marksFor(200, A)).toBe(67);
    expect(marksFor(200, B)).toBe(100);
  });

  it('is nothing where full marks would not have done, where the mean is hidden or nothing is missing', () => {
    expect(marksFor(2000, A)).toBeNull();
    expect(marksFor(200, { ...A, mean: null })).toBeNull();
    expect(marksFor(0, A)).toBeNull();
  });

  it('is always enough, and a hundredth less is not', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 100, max: 10_000 }),
        (points, share, max) => {
          const marks = marksFor(points, { ...A, mean: 0, max, share: { n: share, d: 1 } });
          if (marks === null) return BigInt(points) > BigInt(share) || points * max > share * (max - 1);
          const carries = (given: number): bigint => BigInt(given) * BigInt(share);
          const wanted = BigInt(points) * BigInt(max);
          return carries(marks) >= wanted && carries(marks - 1) < wanted;
        },
      ),
    );
  });
});

describe('the letter', () => {
  it('tells the own figures and the points missing, not the line', () => {
    expect(reasonsLetter(SUBJECT)).toMatchObject({
      reasons: ['outranked'],
      total: 7800,
      rank: 6,
      pointsMissing: 200,
      line: null,
      criteria: [
        { code: 'A', mean: 1600, marksMissing: 67 },
        { code: 'B', mean: 1500, marksMissing: 100 },
      ],
    });
  });

  it('tells the line where totals are disclosed to everybody', () => {
    expect(reasonsLetter({ ...SUBJECT, disclosure: { ownTotal: true, publicTotals: true } }).line).toBe(8000);
  });

  it('tells no figure where the own total is not disclosed, only the reasons in words', () => {
    const letter = reasonsLetter({ ...SUBJECT, disclosure: { ownTotal: false, publicTotals: true } });
    expect(letter).toMatchObject({ total: null, rank: null, pointsMissing: null, line: null, criteria: null });
    expect(letter.reasons).toEqual(['outranked']);
  });

  it.each<[string, Partial<ReasonsSubject>, string[], number]>([
    ['below the cut-off', { final: 5900 }, ['cut-off', 'outranked'], 2100],
    ['below a floor', { criteria: [{ ...A, floor: 1700 }, B] }, ['floor', 'outranked'], 200],
    ['below a floor whose mean is not told', { criteria: [], failedFloors: ['A'] }, ['floor', 'outranked'], 200],
    ['level with the last selected', { final: 8000 }, ['outranked'], 0],
    ['passed over by the committee', { final: 8100 }, ['committee'], 0],
  ])('%s', (_what, change, reasons, missing) => {
    const letter = reasonsLetter({ ...SUBJECT, ...change });
    expect([letter.reasons, letter.pointsMissing]).toEqual([reasons, missing]);
  });
});
