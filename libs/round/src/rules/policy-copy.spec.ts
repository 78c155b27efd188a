import { addDays, addYears, seoulDay } from '@daegaejo/platform/rules';
import { loadCohort } from '@daegaejo/rehearsal/demo';
import fc from 'fast-check';
import { CALENDAR_STEPS, copyPolicy, policyFindings, type RoundPolicy } from './index.js';

const PLAIN = loadCohort(2020).policy;
const dated = (
  announcedOn: string,
  [preIntake, intake, scoring, final]: readonly [string, string, string, string],
) => ({
  ...PLAIN,
  calendar: {
    announcedOn,
    deadlines: { 'pre-intake': preIntake, intake, scoring, 'final-draft': final },
    holidays: ['2024-04-10'],
  },
});
const LEAP: RoundPolicy = dated('2024-02-29', [
  '2024-02-28T09:00:00.000Z',
  '2024-02-29T08:00:00.000Z',
  '2024-04-24T09:00:00.000Z',
  '2024-12-31T14:59:00.000Z',
]);
const HELD = new Set(['2025-01-01', '2025-12-25']);
const said = (policy: RoundPolicy, years: number, days: ReadonlySet<string> = HELD) =>
  copyPolicy(policy, years, days).notes.map(({ field, code }) => `${field} ${code}`);

describe('a policy made ready for another year', () => {
  it('moves the call and the deadlines by whole years, at the same time of day', () => {
    const { policy } = copyPolicy(LEAP, 1, HELD);
    expect(policy.calendar).toEqual({
      announcedOn: '2025-02-28',
      deadlines: {
        'pre-intake': '2025-02-28T09:00:00.000Z',
        intake: '2025-02-28T08:00:00.000Z',
        scoring: '2025-04-24T09:00:00.000Z',
        'final-draft': '2025-12-31T14:59:00.000Z',
      },
      holidays: [],
    });
    expect(policy.fundingYears).toEqual(PLAIN.fundingYears.map((year) => year + 1));
    expect({ ...policy, calendar: 0, fundingYears: 0 }).toEqual({ ...PLAIN, calendar: 0, fundingYears: 0 });
  });

  it('says what it did: days that the year lacks, deadlines that met, holidays and an exception left behind', () => {
    expect(said({ ...LEAP, weightException: '항목별 지표 수에 따름' }, 1)).toEqual([
      'calendar.announcedOn policy-copy.leap-day',
      'calendar.deadlines.intake policy-copy.leap-day',
      'calendar.deadlines.intake policy-copy.order',
      'calendar.holidays policy-copy.holidays',
      'weightException policy-copy.weight-exception',
    ]);
  });

  it('names a deadline on a day off by the calendar of Seoul, and leaves it where it is', () => {
    // 2025-12-25 is a Thursday and a holiday; 2025-03-01T15:00Z is already Sunday 2 March in Seoul.
    const policy = dated('2024-02-01', [
      '2024-03-01T15:00:00.000Z',
      '2024-04-10T09:00:00.000Z',
      '2024-05-12T09:00:00.000Z',
      '2024-12-25T09:00:00.000Z',
    ]);
    expect(said({ ...policy, calendar: { ...policy.calendar, holidays: [] } }, 1)).toEqual([
      'calendar.deadlines.pre-intake policy-copy.weekend',
      'calendar.deadlines.final-draft policy-copy.holiday',
    ]);
    expect(copyPolicy(policy, 1, HELD).policy.calendar.deadlines['final-draft']).toBe('2025-12-25T09:00:00.000Z');
  });

  it('says of which years it knows the weekends only', () => {
    expect(copyPolicy(PLAIN, 20, HELD).notes).toContainEqual({
      field: 'calendar',
      code: 'policy-copy.calendar-unknown',
      params: { year: '2040' },
    });
  });
});

describe('whatever policy is copied', () => {
  const EXPLAINED: Readonly<Record<string, string>> = {
    'round.policy.calendar-order': 'policy-copy.order',
    'round.policy.group-weight': 'policy-copy.weight-exception',
  };
  const minutes = fc.integer({ min: 0, max: 1439 });
  const steps = fc.tuple(
    ...([
      fc.integer({ min: 0, max: 90 }),
      fc.integer({ min: 0, max: 3 }),
      fc.integer({ min: 0, max: 60 }),
      fc.integer({ min: 0, max: 300 }),
    ] as const),
  );
  const policies = fc
    .record({
      start: fc.integer({ min: 0, max: 4_000 }),
      gaps: steps,
      time: fc.array(minutes, { minLength: 4, maxLength: 4 }),
      exception: fc.boolean(),
    })
    .map(({ start, gaps, time, exception }): RoundPolicy => {
      const announcedOn = addDays('2016-01-01', start);
      let day = announcedOn;
      const deadlines = CALENDAR_STEPS.map((step, at) => {
        day = addDays(day, gaps[at] ?? 0);
        return [step, new Date(Date.parse(`${day}T00:00:00.000Z`) + (time[at] ?? 0) * 60_000).toISOString()];
      });
      return {
        ...PLAIN,
        calendar: { announcedOn, deadlines: Object.fromEntries(deadlines) as never, holidays: [] },
        ...(exception
          ? {
              weightException: '항목별 지표 수에 따름',
              criteria: PLAIN.criteria.map((criterion) => ({ ...criterion, group: 'G' })),
              groups: [
                { code: 'G', name: '가', weight: 9_000 },
                { code: 'H', name: '나', weight: 1_000 },
              ],
            }
          : {}),
      };
    })
    .filter((policy) => policyFindings(policy).length === 0);

  it('is a sound policy apart from what its notes say, on the same days of the year', () => {
    fc.assert(
      fc.property(policies, fc.integer({ min: -3, max: 12 }), (policy, years) => {
        const copy = copyPolicy(policy, years, HELD);
        for (const { field, code } of policyFindings(copy.policy))
          expect(
            copy.notes.some(
              (note) => note.code === EXPLAINED[code] && (code.endsWith('group-weight') || note.field === field),
            ),
          ).toBe(true);
        for (const step of CALENDAR_STEPS)
          expect(seoulDay(copy.policy.calendar.deadlines[step])).toBe(
            addYears(seoulDay(policy.calendar.deadlines[step]), years),
          );
      }),
      { numRuns: 300 },
    );
  });
});
