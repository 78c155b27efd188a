import fc from 'fast-check';
import { attendanceFindings, isCarried, voteFindings } from './committee.js';
import { documentState, signatureFault } from './resolution-document.js';
import {
  ballotFindings,
  chairFindings,
  closingFindings,
  compositionFindings,
  countBallots,
  isSeated,
  itemStanding,
  openingFindings,
  rollFindings,
  rollOf,
  type Seat,
  seatFindings,
} from './roster.js';

const RULES = { minimum: 3, maximum: 5, termYears: 2, delegation: ['ex-officio'] } as const;
const OWNERS = ['molit', 'motie'];
const DAY = '2020-05-07';
const aSeat = (id: string, change: Partial<Seat> = {}): Seat => ({
  id,
  personId: null,
  name: `가상 위원 ${id}`,
  office: 'ex-officio',
  organisationId: 'moef',
  chairMinistryId: null,
  termFrom: null,
  termTo: null,
  endedOn: null,
  ...change,
});
const commissioned = (id: string, termFrom = '2019-06-01', termTo = '2021-05-31', change: Partial<Seat> = {}): Seat =>
  aSeat(id, { office: 'commissioned', organisationId: null, termFrom, termTo, ...change });
const chairs = [
  aSeat('a', { chairMinistryId: 'molit', personId: 'p-molit' }),
  aSeat('b', { chairMinistryId: 'motie', personId: 'p-motie' }),
];
const committee = [...chairs, aSeat('c'), commissioned('d')];

describe('the co-chair in the chair', () => {
  const inPerson = { ...RULES, chairInPerson: true };
  const roll = (there: Readonly<Record<string, string | null>>) =>
    committee.map(({ id }) => ({ memberId: id, present: id in there, delegate: there[id] ?? null }));
  const codes = (findings: readonly { field: string; code: string }[]) => findings.map(({ code }) => code);

  it.each<[string, Readonly<Record<string, string | null>>, string[]]>([
    ['there himself', { a: null, c: null }, []],
    ['there by a delegate', { a: '가상 과장', b: null }, ['committee.chair.absent']],
    ['away, and the other co-chair there', { b: null, c: null }, ['committee.chair.absent']],
  ])('opens and closes the meeting where the policy asks for him: %s', (_case, there, expected) => {
    expect(codes(openingFindings(committee, roll(there), 'molit', inPerson))).toEqual(expected);
    const meeting = { roll: roll(there), chairMinistryId: 'molit' };
    expect(codes(closingFindings(committee, meeting, null, inPerson))).toEqual(expected);
    for (const rules of [undefined, RULES]) {
      expect(openingFindings(committee, roll(there), 'molit', rules)).toEqual([]);
      expect(closingFindings(committee, meeting, null, rules)).toEqual([]);
    }
  });

  it.each<[string, string, string[]]>([
    ['the other co-chair, there himself', 'b', []],
    ['the one in the chair, by a delegate', 'a', ['committee.chair.not-there']],
    ['a member who is no co-chair', 'c', ['committee.chair.not-there']],
    ['nobody of the committee', 'z', ['committee.chair.not-there']],
  ])('may be named to close it: %s', (_case, closedById, expected) => {
    const meeting = { roll: roll({ a: '가상 과장', b: null, c: null }), chairMinistryId: 'molit' };
    for (const rules of [undefined, RULES, inPerson])
      expect(codes(closingFindings(committee, meeting, closedById, rules))).toEqual(expected);
  });

  it('is nobody by name where the members are not known by name', () => {
    const meeting = { roll: null, chairMinistryId: 'molit' };
    expect(closingFindings([], meeting, null, inPerson)).toEqual([]);
    expect(codes(closingFindings([], meeting, 'a', undefined))).toEqual(['committee.chair.not-there']);
  });
});

describe('a seat', () => {
  it.each<[string, Seat, string[]]>([
    ['ex-officio, of a ministry', aSeat('x'), []],
    ['ex-officio, of nobody', aSeat('x', { organisationId: null }), ['committee.member.organisation']],
    ['commissioned for two years to the day', commissioned('x'), []],
    ['commissioned for a day more', commissioned('x', '2019-06-01', '2021-06-01'), ['committee.member.term-length']],
    ['commissioned from a 29 February', commissioned('x', '2020-02-29', '2022-02-27'), []],
    ['commissioned without end', aSeat('x', { office: 'commissioned', termFrom: DAY }), ['committee.member.term']],
    [
      'a term that ends before it begins',
      commissioned('x', '2020-05-02', '2020-05-01'),
      ['committee.member.term-order'],
    ],
    ['a co-chair of an owner', aSeat('x', { chairMinistryId: 'motie' }), []],
    ['a co-chair of another ministry', aSeat('x', { chairMinistryId: 'moef' }), ['committee.member.chair']],
    [
      'a commissioned co-chair',
      commissioned('x', undefined, undefined, { chairMinistryId: 'motie' }),
      ['committee.member.chair'],
    ],
  ])('%s', (_case, seat, codes) => {
    expect(seatFindings(seat, RULES, OWNERS).map(({ code }) => code)).toEqual(codes);
  });

  it.each([
    ['the first day of the term', commissioned('x', DAY, '2021-01-01'), true],
    ['the day before', commissioned('x', '2020-05-08', '2021-01-01'), false],
    ['the last day of the term', commissioned('x', '2019-01-01', DAY), true],
    ['the day after', commissioned('x', '2019-01-01', '2020-05-06'), false],
    ['the day it ended', aSeat('x', { endedOn: DAY }), false],
    ['the day before it ended', aSeat('x', { endedOn: '2020-05-08' }), true],
  ])('sits on %s: %s', (_case, seat, seated) => {
    expect(isSeated(seat as Seat, DAY)).toBe(seated);
  });
});

describe('the committee as a whole', () => {
  it.each<[string, readonly Seat[], string[]]>([
    ['whole', committee, []],
    ['too small', chairs, ['committee.size']],
    ['too small since a term ended', [...chairs, commissioned('d', '2018-01-01', '2019-12-31')], ['committee.size']],
    ['too large', [...committee, aSeat('e'), aSeat('f')], ['committee.size']],
    ['without one co-chair', [chairs[0] as Seat, aSeat('c'), commissioned('d')], ['committee.co-chairs']],
    ['with two of one ministry', [...committee, aSeat('e', { chairMinistryId: 'motie' })], ['committee.co-chairs']],
    ['with the same person twice', [...committee, aSeat('e', { personId: 'p-motie' })], ['committee.member.twice']],
  ])('is %s', (_case, seats, codes) => {
    expect(compositionFindings(seats, DAY, RULES, OWNERS).map(({ code }) => code)).toEqual(codes);
  });

  it('has no size to keep where the policy names none', () => {
    expect(compositionFindings(chairs, DAY, undefined, OWNERS)).toEqual([]);
  });
});

describe('the chair', () => {
  it.each<[string, string, string | null, readonly string[], string | null, boolean]>([
    ['the first meeting', 'motie', null, OWNERS, null, true],
    ['in turn', 'molit', 'motie', OWNERS, null, true],
    ['the same again', 'motie', 'motie', OWNERS, null, false],
    ['the same again, with a word', 'motie', 'motie', OWNERS, '국외 출장', false],
    ['the same again, with a reason', 'motie', 'motie', OWNERS, '국토부 공동위원장 궐위로 이어서 맡음', true],
    ['the only owner', 'motie', 'motie', ['motie'], null, true],
  ])('%s', (_case, chair, last, owners, reason, fine) => {
    expect(chairFindings(chair, last, owners, reason)).toHaveLength(fine ? 0 : 1);
  });
});

describe('attendance by name', () => {
  const there = (memberId: string, delegate: string | null = null) => ({ memberId, delegate });
  it.each([
    ['members, and a delegate of one by office', [there('a'), there('c', '가상 과장'), there('d')], []],
    ['a stranger', [there('z')], ['attendance[0].memberId committee.member.not-seated']],
    ['a member twice', [there('a'), there('a')], ['attendance[1].memberId committee.member.twice']],
    [
      'a delegate of a commissioned one',
      [there('d', '가상 교수')],
      ['attendance[0].delegate committee.delegate.refused'],
    ],
  ])('%s', (_case, roll, expected) => {
    expect(rollFindings(committee, roll, DAY, RULES).map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });

  it('is kept with those who were away, as the committee sat that day', () => {
    const seats = [...committee, commissioned('e', '2018-01-01', '2019-12-31')];
    expect(rollOf(seats, [there('a', '가상 과장')], DAY).map((entry) => Object.values(entry).join(' '))).toEqual([
      'a true 가상 과장',
      'b false ',
      'c false ',
      'd false ',
    ]);
  });
});

describe('an item somebody is recused from', () => {
  it('counts him neither as a member nor as a voter', () => {
    expect(itemStanding(4, ['a', 'b', 'c'], ['c', 'd'])).toEqual({ members: 2, voters: ['a', 'b'] });
  });

  it('is never carried by the recused, and has a quorum of the others only', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    fc.assert(
      fc.property(fc.subarray(ids), fc.subarray(ids), (present, recused) => {
        const { members, voters } = itemStanding(ids.length, present, recused);
        expect(voters.some((id) => recused.includes(id))).toBe(false);
        const quorum = attendanceFindings({ members, present: voters.length }).length === 0;
        expect(quorum).toBe(voters.length * 2 > members);
        const all = { present: voters.length, for: voters.length, against: 0, abstain: 0 };
        expect(voteFindings({ ...all, for: voters.length + 1 })).not.toEqual([]);
        expect(isCarried(all.present, all.for)).toBe(voters.length > 0);
      }),
    );
  });
});

describe('ballots by name', () => {
  const ballot = (memberId: string, vote: 'for' | 'against' | 'abstain' = 'for') => ({ memberId, vote });
  it.each([
    ['everybody, once', [ballot('a'), ballot('b', 'abstain')], []],
    ['one is missing', [ballot('a')], ['ballots committee.ballot.missing']],
    ['one who may not vote', [ballot('a'), ballot('b'), ballot('z')], ['ballots[2].memberId committee.ballot.no-vote']],
    ['one twice', [ballot('a'), ballot('b'), ballot('a')], ['ballots[2].memberId committee.member.twice']],
  ])('%s', (_case, ballots, expected) => {
    expect(ballotFindings(['a', 'b'], ballots).map(({ field, code }) => `${field} ${code}`)).toEqual(expected);
  });

  it('are counted', () => {
    expect(countBallots([ballot('a'), ballot('b', 'against'), ballot('c')])).toEqual({
      for: 2,
      against: 1,
      abstain: 0,
    });
  });
});

describe('the signed resolution', () => {
  const sign = (ministryId: string, personId = `p-${ministryId}`) => ({ ministryId, personId });
  const subject = { contentHash: 'h', currentHash: 'h', owners: OWNERS };
  it.each([
    ['nobody signed', [], 'h', 'waiting', OWNERS],
    ['one signed', [sign('motie')], 'h', 'waiting', ['molit']],
    ['both signed', [sign('motie'), sign('molit')], 'h', 'signed', []],
    ['one person for both', [sign('motie', 'p'), sign('molit', 'p')], 'h', 'waiting', []],
    ['both signed, and the records changed', [sign('motie'), sign('molit')], 'other', 'stale', []],
  ])('%s', (_case, signatures, currentHash, state, waiting) => {
    expect(documentState({ ...subject, currentHash, signatures })).toEqual({ state, waiting });
  });

  it.each([
    [sign('molit'), null],
    [sign('molit', 'p-motie'), 'same-person'],
    [sign('motie', 'p-other'), 'same-ministry'],
  ])('after the one of motie, %j: %s', (own, fault) => {
    expect(signatureFault([sign('motie')], own)).toBe(fault);
  });
});
