import { addDays, type Day, daysBetween, type Instant, seoulDay } from '@daegaejo/platform/rules';

/** Days off besides Saturdays and Sundays (관공서의 공휴일에 관한 규정), in Asia/Seoul. */
export type Holidays = ReadonlySet<Day>;

/** The shape of config/reference/holidays.json: the public holidays of whole years, and where they are from. */
export interface HolidayList {
  readonly source: string;
  readonly version: string;
  readonly years: { readonly from: number; readonly to: number };
  readonly days: readonly { readonly day: Day; readonly name: string }[];
}

/** The days of a list, with those a round adds of its own (`policy.calendar.holidays`). */
export const holidaySet = (list: HolidayList, more: readonly Day[] = []): Holidays =>
  new Set([...list.days.map(({ day }) => day), ...more]);

/** Does the list know the year of `day`? In a year it does not know only weekends are days off. */
export function knowsYear({ years }: HolidayList, day: Day): boolean {
  const year = Number(day.slice(0, 4));
  return years.from <= year && year <= years.to;
}

/** Is `day` neither a Saturday, a Sunday nor a holiday? */
export function isBusinessDay(day: Day, holidays: Holidays): boolean {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !holidays.has(day);
}

function nearest(day: Day, direction: 1 | -1, holidays: Holidays): Day {
  let found = day;
  while (!isBusinessDay(found, holidays)) found = addDays(found, direction);
  return found;
}

/** `day`, or the last business day before it. */
export const businessDayOnOrBefore = (day: Day, holidays: Holidays): Day => nearest(day, -1, holidays);

/** `day`, or the first business day after it. */
export const businessDayOnOrAfter = (day: Day, holidays: Holidays): Day => nearest(day, 1, holidays);

/**
 * The n-th business day after `day`, which itself does not count (민법 제157조); before it when `n` is negative.
 * With 0: `day`, or the first business day after it. Throws RangeError unless `n` is a whole number.
 */
export function addBusinessDays(day: Day, n: number, holidays: Holidays): Day {
  if (!Number.isSafeInteger(n)) throw new RangeError('business days are counted in whole days');
  if (n === 0) return businessDayOnOrAfter(day, holidays);
  const direction = n < 0 ? -1 : 1;
  let found = day;
  for (let left = Math.abs(n); left > 0; left -= 1) found = nearest(addDays(found, direction), direction, holidays);
  return found;
}

/** Business days after the day of `from` up to and including the day of `to`; 0 when `to` is not later. */
export function businessDaysSince(from: Instant, to: Instant, holidays: Holidays): number {
  const first = seoulDay(from);
  const days = Array.from({ length: Math.max(0, daysBetween(first, seoulDay(to))) }, (_, n) => addDays(first, n + 1));
  return days.filter((day) => isBusinessDay(day, holidays)).length;
}
