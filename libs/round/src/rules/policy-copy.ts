import { addYears, type Day, daysBetween, type Finding, type Instant, seoulDay } from '@daegaejo/platform/rules';
import { CALENDAR_STEPS, type CalendarStep, type RoundPolicy } from './policy.js';

/** A policy made ready for another year, to be edited and sent in, and what was done to it or is left to decide. */
export interface PolicyCopy {
  readonly policy: RoundPolicy;
  /** By field of the copied policy; nothing in it was moved without a word here. */
  readonly notes: readonly Finding[];
}

const DAY_MS = 86_400_000;

/** The same time of day in Seoul, whole years later; 29 February becomes 28 February in a common year. */
function yearsLater(at: Instant, years: number): Instant {
  const day = seoulDay(at);
  return new Date(Date.parse(at) + daysBetween(day, addYears(day, years)) * DAY_MS).toISOString();
}

const isLeapDay = (day: Day): boolean => day.endsWith('-02-29');

/**
 * The policy of one year for another (convention): the call and its deadlines move by whole years, the funding years with
 * them; holidays stay behind, since they belong to a year, and so does the exception for weights, which the ministries signed
 * for that year alone. A deadline on a day off is named and not moved. `daysOff`: the public holidays the system holds; of a
 * year none of them is in, only the weekends are known.
 */
export function copyPolicy(
  { weightException, ...policy }: RoundPolicy,
  years: number,
  daysOff: ReadonlySet<Day>,
): PolicyCopy {
  const { announcedOn, deadlines, holidays } = policy.calendar;
  const moved = Object.fromEntries(
    CALENDAR_STEPS.map((step) => [step, yearsLater(deadlines[step], years)]),
  ) as RoundPolicy['calendar']['deadlines'];
  const copy: RoundPolicy = {
    ...policy,
    fundingYears: policy.fundingYears.map((year) => year + years),
    calendar: { announcedOn: addYears(announcedOn, years), deadlines: moved, holidays: [] },
  };
  return {
    policy: copy,
    notes: [
      ...leapNotes(policy, copy),
      ...orderNotes(moved),
      ...dayOffNotes(moved, daysOff),
      ...(holidays.length === 0
        ? []
        : [{ field: 'calendar.holidays', code: 'policy-copy.holidays', params: { count: holidays.length } }]),
      ...(weightException === undefined ? [] : [{ field: 'weightException', code: 'policy-copy.weight-exception' }]),
    ],
  };
}

type Dated = Pick<RoundPolicy, 'calendar'>;

/** Days that the other year does not have. */
function leapNotes({ calendar: before }: Dated, { calendar: after }: Dated): Finding[] {
  const days = [
    { field: 'calendar.announcedOn', was: before.announcedOn, is: after.announcedOn },
    ...CALENDAR_STEPS.map((step) => ({
      field: `calendar.deadlines.${step}`,
      was: seoulDay(before.deadlines[step]),
      is: seoulDay(after.deadlines[step]),
    })),
  ];
  return days
    .filter(({ was, is }) => isLeapDay(was) && !isLeapDay(is))
    .map(({ field, was, is }) => ({ field, code: 'policy-copy.leap-day', params: { was, is } }));
}

/** 28 and 29 February fall on one day in a common year: a later deadline may have met the one before it. */
function orderNotes(deadlines: RoundPolicy['calendar']['deadlines']): Finding[] {
  return CALENDAR_STEPS.slice(1).flatMap((step, index): Finding[] => {
    const before = CALENDAR_STEPS[index] as CalendarStep;
    if (deadlines[step] > deadlines[before]) return [];
    return [{ field: `calendar.deadlines.${step}`, code: 'policy-copy.order', params: { step, before } }];
  });
}

function dayOffNotes(deadlines: RoundPolicy['calendar']['deadlines'], daysOff: ReadonlySet<Day>): Finding[] {
  const days = CALENDAR_STEPS.map((step) => ({ step, day: seoulDay(deadlines[step]) }));
  const known = new Set([...daysOff].map((day) => day.slice(0, 4)));
  const unknown = new Set(days.map(({ day }) => day.slice(0, 4)).filter((year) => !known.has(year)));
  return [
    ...days
      .filter(({ day }) => isWeekend(day) || daysOff.has(day))
      .map(({ step, day }) => ({
        field: `calendar.deadlines.${step}`,
        code: isWeekend(day) ? 'policy-copy.weekend' : 'policy-copy.holiday',
        params: { step, day },
      })),
    ...[...unknown].map((year) => ({ field: 'calendar', code: 'policy-copy.calendar-unknown', params: { year } })),
  ];
}

function isWeekend(day: Day): boolean {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return weekday === 0 || weekday === 6;
}
