import { PLAN_STATES } from '@daegaejo/plan/rules';
import {
  ANNOUNCED_STANDINGS,
  type AnnouncedStanding,
  AUDIENCES,
  audienceOf,
  changesBetween,
  embargoFindings,
  isWithdrawable,
  noticeText,
  standingIn,
} from './announcement.js';

const plan = (province: string, outcome: AnnouncedStanding) => ({ planId: province, province, outcome });

describe('an announcement that is sealed', () => {
  it.each([
    ['2020-05-07T04:58:59.999Z', true],
    ['2020-05-07T04:59:00.000Z', true],
    ['2020-05-07T04:59:00.001Z', false],
    ['2020-05-07T05:00:00.000Z', false],
    ['2020-05-08T05:00:00.000Z', false],
  ])('at %s can be taken back: %p', (now, can) => {
    expect(isWithdrawable('2020-05-07T05:00:00.000Z', now)).toBe(can);
  });
});

describe('versions of an announcement', () => {
  it('names every plan whose standing differs, and no other', () => {
    const before = [plan('A', 'preselect'), plan('B', 'reserve'), plan('C', 'refuse')];
    const after = [plan('A', 'cancelled'), plan('B', 'preselect'), plan('C', 'refuse')];
    expect(changesBetween(before, after)).toEqual([
      { planId: 'A', province: 'A', from: 'preselect', to: 'cancelled' },
      { planId: 'B', province: 'B', from: 'reserve', to: 'preselect' },
    ]);
    expect(changesBetween(after, after)).toEqual([]);
  });

  it('says of every state of a plan what it says, and nothing of those that were never filed', () => {
    const named = PLAN_STATES.filter((state) => standingIn(state) !== null);
    expect(new Set(named.map(standingIn))).toEqual(new Set(ANNOUNCED_STANDINGS));
    expect(standingIn('designated')).toBe('preselect');
    expect(standingIn('withdrawn')).toBeNull();
    expect(standingIn('scored')).toBeNull();
  });
});

describe('the embargo', () => {
  const now = '2020-05-07T05:00:00.000Z';
  it.each<[string, string | null, number]>([
    ['at once', null, 0],
    ['this very moment', now, 0],
    ['a moment to come', '2020-05-08T00:00:00.000Z', 0],
    ['a moment that has passed', '2020-05-07T04:59:59.999Z', 1],
  ])('%s', (_what, at, faults) => expect(embargoFindings(at, now)).toHaveLength(faults));
});

describe('notices', () => {
  const more = { reserveOrder: 2, objectionDeadline: '2020-05-18T15:00:00.000Z', objectionDays: 10 };
  it('tells each audience its own, and only those who may object of the objection', () => {
    const texts = AUDIENCES.map((audience) => noticeText(audience, more));
    expect(new Set(texts).size).toBe(AUDIENCES.length - 1); // the public and other people of the programme are told the same
    const objecting = AUDIENCES.filter((audience) => noticeText(audience, more).includes('이의를 신청'));
    expect(objecting).toEqual(['reserve', 'not-selected']);
    expect(noticeText('reserve', more)).toContain('(2순위)');
    expect(noticeText('not-selected', more)).toContain('2020. 5. 19. 00:00 전까지');
    expect(noticeText('not-selected', { ...more, objectionDeadline: null })).toContain('공표일부터 10일 안에');
    expect(ANNOUNCED_STANDINGS.map(audienceOf)).toEqual([
      'selected',
      'reserve',
      'not-selected',
      're-evaluation',
      'cancelled',
    ]);
  });
});
