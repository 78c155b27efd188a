import { reviewStanding, type ReviewOfVersion, stillToAct } from './review-standing.js';

const OWNERS = ['molit', 'motie'];
const EARLY = '2020-12-03T01:00:00.000Z';
const LATE = '2020-12-04T01:00:00.000Z';
const review = (
  ministryId: string,
  reviewedAt = EARLY,
  verdict: ReviewOfVersion['verdict'] = 'adequate',
): ReviewOfVersion => ({ ministryId, verdict, reviewedAt });

describe('the review of a final draft', () => {
  it.each([
    ['nobody has spoken', [], OWNERS, null],
    ['one has', [review('motie')], ['molit'], null],
    ['both find it adequate', [review('molit', LATE), review('motie')], [], LATE],
    ['one of both returned it', [review('molit'), review('motie', LATE, 'return')], [], null],
    ['a ministry that is no owner spoke', [review('msit'), review('molit')], ['motie'], null],
  ] as const)('when %s', (_, reviews, waiting, adequateSince) => {
    expect(reviewStanding(OWNERS, reviews)).toEqual({ waiting, adequateSince });
  });

  it('is never adequate where nobody owns the round', () => {
    expect(reviewStanding([], [])).toEqual({ waiting: [], adequateSince: null });
  });

  it('waits for owners in the order of the policy', () => {
    expect(stillToAct(OWNERS, [])).toEqual(OWNERS);
    expect(stillToAct(OWNERS, ['molit'])).toEqual(['motie']);
  });
});
