/**
 * A moment: ISO 8601 UTC with milliseconds, always 24 characters ("2020-05-07T01:00:00.000Z"), so that
 * comparing the texts compares the moments, in code, SQLite and PostgreSQL alike.
 */
export type Instant = string;

/** A calendar day in Asia/Seoul: "2020-05-07". */
export type Day = string;

const KST_OFFSET_MS = 9 * 3_600_000; // Korea has had no summer time since 1988
const DAY_MS = 86_400_000;

export function toInstant(date: Date): Instant {
  return date.toISOString();
}

/** The calendar day in Asia/Seoul on which `at` falls. */
export function seoulDay(at: Instant): Day {
  return seoulLocal(at).slice(0, 10);
}

/** The moment `hour:minute` o'clock KST on `day`. */
export function atSeoul(day: Day, hour = 0, minute = 0): Instant {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) - KST_OFFSET_MS + (hour * 60 + minute) * 60_000).toISOString();
}

export function addDays(day: Day, days: number): Day {
  return new Date(Date.parse(`${day}T00:00:00.000Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** Whole days from `from` to `to` (negative when `to` is earlier). */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / DAY_MS);
}

/** `day` plus whole years by the civil-law count: 29 February becomes 28 February in a common year (convention, cf. 민법 제160조). */
export function addYears(day: Day, years: number): Day {
  const [y, m, d] = day.split('-') as [string, string, string];
  const year = Number(y) + years;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const date = m === '02' && d === '29' && !leap ? '28' : d;
  return `${String(year).padStart(4, '0')}-${m}-${date}`;
}

/** Is `text` a real calendar day written YYYY-MM-DD? */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const date = new Date(`${text}T00:00:00.000Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === text;
}

/** A day as officials write it: "2020. 5. 7." (행정업무의 운영 및 혁신에 관한 규정 제7조). */
export const dayText = (day: Day): string =>
  day
    .split('-')
    .map((part) => `${Number(part)}.`)
    .join(' ');

/** A moment as officials write it, in Asia/Seoul and 24 hours: "2020. 5. 7. 14:00" (행정업무의 운영 및 혁신에 관한 규정 제7조). */
export function seoulText(at: Instant): string {
  const local = seoulLocal(at);
  return `${dayText(local.slice(0, 10))} ${local.slice(11, 16)}`;
}

/** The same with seconds where it is not a whole minute: beside a deadline, "2020. 5. 7. 14:00:00" is past "14:00". */
export const seoulSecondText = (at: Instant): string =>
  Date.parse(at) % 60_000 === 0 ? seoulText(at) : `${dayText(seoulDay(at))} ${seoulClock(at)}`;

const seoulClock = (at: Instant): string => seoulLocal(at).slice(11, 19);

const seoulLocal = (at: Instant): string => new Date(Date.parse(at) + KST_OFFSET_MS).toISOString();
