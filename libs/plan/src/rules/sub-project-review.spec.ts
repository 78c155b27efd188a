import { aPlan } from '../../../../test/support/plan-content.js';
import {
  newestReviews,
  type ReviewVerdict,
  reviewDueAt,
  reviewedPart,
  reviewFindings,
  unreviewed,
} from './sub-project-review.js';

const given = (verdict: ReviewVerdict, text: string | null, duplicateOf: object | null = null) => ({
  verdict,
  text,
  duplicateOf,
});
const OTHER = { planId: 'a', subProjectKey: 'b' };

describe('a verdict on a sub-project', () => {
  it.each([
    ['suitable, nothing said', given('suitable', null), []],
    ['conditional without the condition', given('conditional', null), ['plan.review.condition-missing']],
    ['conditional', given('conditional', '지방비 확보'), []],
    ['unsuitable without a reason', given('unsuitable', null), ['plan.review.reason-missing']],
    ['duplicate of nothing', given('duplicate', null), ['plan.review.duplicate-missing']],
    ['duplicate of half a reference', given('duplicate', null, { planId: 'a' }), ['plan.review.duplicate-missing']],
    [
      'half a reference beside words',
      given('duplicate', null, { planId: 'a', description: 'x' }),
      ['plan.review.duplicate-missing'],
    ],
    ['duplicate by plan and key', given('duplicate', null, OTHER), []],
    ['duplicate in words', given('duplicate', null, { description: '뉴딜 사업' }), []],
    ['suitable, and a duplicate named', given('suitable', null, OTHER), ['plan.review.duplicate-unasked']],
  ])('%s: %j', (_what, review, codes) => {
    expect(reviewFindings(review).map(({ code }) => code)).toEqual(codes);
  });

  it('is about the sub-project, its places and its money, and not about where a figure comes from', () => {
    const content = aPlan();
    const [project] = content.subProjects;
    const part = (change: object) => JSON.stringify(reviewedPart({ ...content, ...change }, 'p1'));
    expect(part({ title: '다른 제목', subProjects: [{ ...project, source: '출처', fictional: false }] })).toBe(
      part({}),
    );
    expect(part({ subProjects: [{ ...project, name: '다른 이름' }] })).not.toBe(part({}));
    expect(part({ budget: [{ ...content.budget[0], amount: '101' }] })).not.toBe(part({}));
    expect(part({ sites: content.sites.map((site) => ({ ...site, name: '다른 곳' })) })).not.toBe(part({}));
    expect(reviewedPart(content, 'nobody')).toBeNull();
  });

  it('stands while what it was given on stands; the newest counts', () => {
    const review = (no: number, contentHash: string) => ({ subProjectKey: 'p1', contentHash, no });
    const parts = [
      { key: 'p1', contentHash: 'x' },
      { key: 'p2', contentHash: 'y' },
    ];
    const waiting = (...reviews: ReturnType<typeof review>[]) => unreviewed(parts, reviews).map(({ key }) => key);
    expect(waiting()).toEqual(['p1', 'p2']);
    expect(waiting(review(1, 'x'))).toEqual(['p2']);
    expect(waiting(review(2, 'old'), review(1, 'x'))).toEqual(['p1', 'p2']);
    expect(newestReviews([review(2, 'b'), review(1, 'a')]).get('p1')?.no).toBe(2);
  });

  it('is due at 18:00 KST, calendar days after the day of the deadline', () => {
    expect(reviewDueAt('2021-02-26T09:00:00.000Z', 7)).toBe('2021-03-05T09:00:00.000Z');
    expect(reviewDueAt('2021-02-26T15:30:00.000Z', 1)).toBe('2021-02-28T09:00:00.000Z');
  });
});
