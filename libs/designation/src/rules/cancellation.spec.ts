import { cancellationFindings, cancellingMeeting, type CancellingItem } from './index.js';

const ITEM: CancellingItem = { planId: 'p', decision: 'approve', heldOn: '2020-06-09', resolvedOn: '2020-06-10' };
const MEETINGS = [
  { id: 'other', heldOn: '2020-06-09', agenda: [{ planId: 'q' }, { planId: null }] },
  { id: 'own', heldOn: '2020-06-09', agenda: [{ planId: 'p' }] },
  { id: 'all', heldOn: '2020-06-12', agenda: null },
];
const found = (more: Partial<Parameters<typeof cancellationFindings>[0]>): string[] =>
  cancellationFindings({
    planId: 'p',
    decidedOn: '2020-06-09',
    basis: undefined,
    item: null,
    meetings: MEETINGS,
    ...more,
  }).map(({ field, code }) => `${field} ${code}`);

describe('what the cancellation of a selection rests on', () => {
  it.each<[string, Partial<CancellingItem>, string, string[]]>([
    ['approved on its day', {}, '2020-06-09', []],
    ['amended, recorded the day after', { decision: 'amend' }, '2020-06-10', []],
    ['a vote on another region', { planId: 'q' }, '2020-06-09', ['itemResolutionId committee.cancellation.other-plan']],
    ['a vote on a topic', { planId: null }, '2020-06-09', ['itemResolutionId committee.cancellation.other-plan']],
    ['rejected', { decision: 'reject' }, '2020-06-09', ['itemResolutionId committee.cancellation.not-carried']],
    ['put off', { decision: 'put-off' }, '2020-06-09', ['itemResolutionId committee.cancellation.not-carried']],
    ['noted', { decision: 'note' }, '2020-06-09', ['itemResolutionId committee.cancellation.not-carried']],
    ['a day before', {}, '2020-06-08', ['decidedOn committee.cancellation.other-day']],
    ['a day after', {}, '2020-06-11', ['decidedOn committee.cancellation.other-day']],
  ])('given a vote, %s', (_what, change, decidedOn, codes) => {
    for (const basis of ['meeting', 'item', undefined] as const)
      expect(found({ basis, decidedOn, item: { ...ITEM, ...change } })).toEqual(codes);
  });

  it('given no vote, then a meeting of that day with the region on its agenda, unless the policy wants the vote', () => {
    expect(found({})).toEqual([]);
    expect(found({ basis: 'meeting' })).toEqual([]);
    expect(found({ basis: 'item' })).toEqual(['itemResolutionId committee.cancellation.item-required']);
    expect(found({ decidedOn: '2020-06-12' })).toEqual([]);
    expect(found({ planId: 'r' })).toEqual(['decidedOn committee.cancellation.no-meeting']);
    expect(found({ decidedOn: '2020-06-10' })).toEqual(['decidedOn committee.cancellation.no-meeting']);
    expect(cancellingMeeting('p', '2020-06-09', MEETINGS)?.id).toBe('own');
  });
});
