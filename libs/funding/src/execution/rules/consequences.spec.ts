import type { ReviewDecision } from './review.js';
import {
  heldBy,
  type Judgement,
  reducedFindings,
  reductionOf,
  type StandingDecision,
  standingDecision,
  stopReviewDueAt,
} from './consequences.js';

const AT = '2022-03-21T01:00:00.000Z';
const judged = (year: number, decision: ReviewDecision, no = 1, recordedAt = AT): Judgement => ({
  year,
  no,
  decision,
  recordedAt,
});
const standing = (decision: ReviewDecision): StandingDecision => ({ year: 2021, decision, since: AT });

describe('the judgement that holds', () => {
  it.each<[string, Judgement[], string | null, ReviewDecision | null]>([
    ['none where nothing was judged', [], null, null],
    ['the only one', [judged(2021, 'suspend')], null, 'suspend'],
    ['its correction', [judged(2021, 'continue', 2), judged(2021, 'suspend')], null, 'continue'],
    ['that of the next year', [judged(2022, 'continue'), judged(2021, 'stop')], null, 'continue'],
    ['a stop the committee has not answered', [judged(2021, 'stop')], '2022-03-20T00:00:00.000Z', 'stop'],
    [
      'none where the committee kept the designation after it',
      [judged(2021, 'stop')],
      '2022-04-01T00:00:00.000Z',
      null,
    ],
    ['a suspension, whatever the committee kept', [judged(2021, 'suspend')], '2022-04-01T00:00:00.000Z', 'suspend'],
  ])('is %s', (_what, reviews, keptAt, decision) =>
    expect(standingDecision(reviews, keptAt)?.decision ?? null).toBe(decision),
  );
});

describe('payments', () => {
  it.each<[string, 'grant' | 'execution', ReviewDecision, 'grants' | 'all' | undefined, boolean]>([
    ['a grant to a suspended region', 'grant', 'suspend', 'grants', true],
    ['a grant to a stopped region', 'grant', 'stop', 'grants', true],
    ['what a suspended region spends of earlier grants', 'execution', 'suspend', 'grants', false],
    ['all of it, where the policy says so', 'execution', 'suspend', 'all', true],
    ['nothing of a reduced region', 'grant', 'reduce', 'all', false],
    ['nothing where the policy says nothing', 'grant', 'stop', undefined, false],
  ])('are held: %s', (_what, kind, decision, heldPayments, held) =>
    expect(heldBy(kind, standing(decision), { ...(heldPayments && { heldPayments }) }) !== null).toBe(held),
  );
});

describe('the review of the designation after a stop', () => {
  it('is to be opened in so many days, the day of the judgement not counted', () => {
    expect(stopReviewDueAt(standing('stop'), { stopReviewDays: 30 })).toBe('2022-04-20T15:00:00.000Z');
  });
  it('is asked for by the policy and after a stop only', () => {
    expect(stopReviewDueAt(standing('stop'), {})).toBeNull();
    expect(stopReviewDueAt(standing('suspend'), { stopReviewDays: 30 })).toBeNull();
    expect(stopReviewDueAt(null, { stopReviewDays: 30 })).toBeNull();
  });
});

describe('a reduction', () => {
  it('takes from the budget of the year after the judgement, and of no other', () => {
    const reviews = [judged(2021, 'reduce')];
    expect([2022, 2023, 2024].map((year) => reductionOf(year, reviews, { reduceBp: 2_000 })?.reviewed ?? null)).toEqual(
      [null, 2021, null],
    );
    expect(reductionOf(2023, [...reviews, judged(2021, 'continue', 2)], { reduceBp: 2_000 })).toBeNull();
    expect(reductionOf(2023, reviews, {})).toBeNull();
  });

  it('lets as much be asked for as is left, to the won', () => {
    const cut = { reviewed: 2021, byBp: 2_000 };
    expect(reducedFindings(80n, 101n, cut)).toEqual([]);
    expect(reducedFindings(81n, 101n, cut)).toEqual([
      {
        field: 'cells',
        code: 'budget.requested.reduced',
        params: { year: '2021', asked: '81', most: '80', planned: '101' },
      },
    ]);
  });
});
