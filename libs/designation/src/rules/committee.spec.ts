import { addDays, atSeoul } from '@daegaejo/platform/rules';
import fc from 'fast-check';
import { agendaFindings, attendanceFindings, hasQuorum, isCarried, voteFindings } from './committee.js';

const deliberation = { agendaDays: 7, urgentAgendaDays: 1, members: 30 };
const heldAt = atSeoul('2020-05-07', 10);

describe('agenda', () => {
  it.each([
    ['a week before', atSeoul('2020-04-30', 18), null, null],
    ['a week before, one minute to midnight', atSeoul('2020-04-30', 23, 59), null, null],
    ['much earlier', atSeoul('2020-04-01', 9), null, null],
    ['six days before', atSeoul('2020-05-01', 0), null, 'committee.agenda.urgent-reason-required'],
    ['six days before, reason left blank', atSeoul('2020-05-01', 0), ' \n', 'committee.agenda.urgent-reason-required'],
    ['six days before, urgent', atSeoul('2020-05-01', 0), '추경 일정', null],
    ['the day before, urgent', atSeoul('2020-05-06', 23, 59), '추경 일정', null],
    ['the same day, urgent', atSeoul('2020-05-07', 0), '추경 일정', 'committee.agenda.too-late'],
    ['after the meeting', atSeoul('2020-05-08', 0), '추경 일정', 'committee.agenda.too-late'],
    // 15:30 UTC of the 30th is already the 1st in Seoul
    ['a week before in UTC only', '2020-04-30T15:30:00.000Z', null, 'committee.agenda.urgent-reason-required'],
  ])('sent %s', (_case, sentAt, reason, code) => {
    expect(agendaFindings(deliberation, sentAt, heldAt, reason).map((finding) => finding.code)).toEqual(
      code === null ? [] : [code],
    );
  });

  it('says how many days there were and how many are needed', () => {
    expect(agendaFindings(deliberation, atSeoul('2020-05-05'), heldAt, null)).toEqual([
      {
        field: 'urgentReason',
        code: 'committee.agenda.urgent-reason-required',
        params: { days: 2, required: 7 },
      },
    ]);
    expect(agendaFindings(deliberation, atSeoul('2020-05-07'), heldAt, '긴급')).toEqual([
      { field: 'agendaSentAt', code: 'committee.agenda.too-late', params: { days: 0, required: 1 } },
    ]);
  });

  it('depends on the days in Seoul, not on the hours', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    fc.assert(
      fc.property(fc.integer({ min: -3, max: 20 }), minute, minute, (days, sent, held) => {
        const findings = agendaFindings(
          deliberation,
          atSeoul(addDays('2022-04-26', -days), 0, sent),
          atSeoul('2022-04-26', 0, held),
          null,
        );
        expect(findings.length === 0).toBe(days >= 7);
      }),
    );
  });
});

describe('quorum and majority', () => {
  it.each([
    [30, 15, false],
    [30, 16, true],
    [29, 14, false],
    [29, 15, true],
    [1, 1, true],
    [10, 0, false],
  ])('of %d members, %d present', (members, present, quorum) => {
    expect(hasQuorum(members, present)).toBe(quorum);
    expect(attendanceFindings({ members, present }).length === 0).toBe(quorum);
  });

  it.each([
    [16, 8, false],
    [16, 9, true],
    [17, 8, false],
    [17, 9, true],
    [0, 0, false],
  ])('of %d present, %d in favour', (present, inFavour, carried) => {
    expect(isCarried(present, inFavour)).toBe(carried);
  });

  it('names the quorum that is missing, and refuses impossible numbers', () => {
    expect(attendanceFindings({ members: 30, present: 15 })).toEqual([
      {
        field: 'present',
        code: 'committee.quorum.missing',
        params: { members: 30, present: 15, required: 16 },
      },
    ]);
    for (const present of [31, -1, 15.5, Number.NaN])
      expect(attendanceFindings({ members: 30, present })).toEqual([
        { field: 'present', code: 'committee.attendance.range', params: { min: 0, max: 30 } },
      ]);
  });

  it('never carries both a motion and its opposite', () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(30), (inFavour, against, abstain) => {
        const present = inFavour + against + abstain;
        expect(voteFindings({ present, for: inFavour, against, abstain })).toEqual([]);
        expect(isCarried(present, inFavour) && isCarried(present, against)).toBe(false);
      }),
    );
  });
});

describe('votes', () => {
  it.each([
    [{ present: 19, for: 15, against: 3, abstain: 1 }, []],
    [
      { present: 19, for: 15, against: 3, abstain: 0 },
      [{ field: 'present', code: 'committee.vote.sum', params: { present: 19, sum: 18 } }],
    ],
    [
      { present: 3, for: 4, against: -1, abstain: 0 },
      [{ field: 'against', code: 'committee.vote.range', params: { min: 0 } }],
    ],
    [
      { present: 3, for: 1.5, against: 1.5, abstain: 0 },
      [
        { field: 'for', code: 'committee.vote.range', params: { min: 0 } },
        { field: 'against', code: 'committee.vote.range', params: { min: 0 } },
      ],
    ],
  ])('%j', (votes, expected) => {
    expect(voteFindings(votes)).toEqual(expected);
  });
});
