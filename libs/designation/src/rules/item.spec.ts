import { type ItemDecision, itemFindings, openTopics } from './index.js';

const WRITTEN = '제3조의 기한을 늘려 의결함';

describe('an item of the agenda that is no plan', () => {
  it.each<[ItemDecision, number | null, string | null, string[]]>([
    ['approve', 8, null, []],
    ['approve', 7, null, ['votes.for designation.not-carried']],
    ['approve', null, null, ['votes committee.item.vote-missing']],
    ['amend', 8, WRITTEN, []],
    ['amend', 8, null, ['reason committee.item.reason']],
    ['amend', 7, '짧음', ['votes.for designation.not-carried', 'reason committee.item.reason']],
    ['reject', 7, null, []],
    ['reject', 0, null, []],
    ['reject', 8, null, ['votes.for committee.item.carried']],
    ['reject', null, null, ['votes committee.item.vote-missing']],
    ['put-off', 8, WRITTEN, []],
    ['put-off', null, WRITTEN, []],
    ['put-off', 7, WRITTEN, ['votes.for designation.not-carried']],
    ['put-off', null, null, ['reason committee.item.reason']],
    ['note', null, null, []],
    ['note', 14, null, ['votes committee.item.no-vote']],
  ])(
    'given %s with %p of 14 for it and the reason %p, then %p stands against it',
    (decision, votesFor, reason, codes) => {
      const found = itemFindings({ decision, present: 14, votesFor, reason });
      expect(found.map(({ field, code }) => `${field} ${code}`)).toEqual(codes);
    },
  );

  it('is numbered by its place on the agenda, plans counted', () => {
    const agenda = [
      { planId: null, title: '운영세칙' },
      { planId: 'p', title: null },
      { planId: null, title: '보고' },
    ];
    expect(openTopics(agenda, [])).toEqual([1, 3]);
    expect(openTopics(agenda, [1])).toEqual([3]);
    expect(openTopics(agenda, [3, 1])).toEqual([]);
    expect(openTopics(null, [])).toEqual([]);
  });
});
