import type { Instant } from '@daegaejo/platform/rules';
import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';

/** A deadline as it stands in somebody's calendar. */
export interface CalendarDuty {
  /** Of the duty: a moved deadline moves the entry, it does not make a second one. */
  readonly key: string;
  readonly title: string;
  readonly at: Instant;
  /** Where to do it, absolute. */
  readonly url: string;
}

/** Length of an entry; it ends at the deadline (convention). */
const ENTRY_MS = 10 * 60_000;
/** Seconds after which a calendar program should ask again. */
const REFRESH_SECONDS = 3_600;

/** Text on one line. */
const oneLine = (text: string): string => text.replace(/[\u0000-\u001f\u007f\u0085\u2028\u2029]+/g, ' ').trim();

/** The id of an entry: stable, and nothing in it can end its line. */
const uidOf = (key: string): string => `${key.replace(/[^\w.:-]/g, '-')}@daegaejo`;

/**
 * The personal calendar of deadlines (RFC 5545), times in UTC. The same duties and the same `stampedAt` give the same
 * text. No alarms: reminders come by mail, on business days. Throws TypeError for an address that is not absolute.
 */
export function personalCalendar({
  duties,
  stampedAt,
  rehearsal,
}: {
  readonly duties: readonly CalendarDuty[];
  readonly stampedAt: Instant;
  readonly rehearsal: boolean;
}): string {
  const mark = rehearsal ? '[모의 운영] ' : '';
  const calendar = ical({
    name: `${mark}대개조 마감`,
    prodId: { company: 'daegaejo', product: 'deadlines', language: 'KO' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: REFRESH_SECONDS,
    // Not `timezone`: with it the library would write local times, and every program would need its own table of zones.
    x: { 'X-WR-TIMEZONE': 'Asia/Seoul' },
  });
  for (const { key, title, at, url } of duties)
    calendar.createEvent({
      id: uidOf(key),
      stamp: new Date(stampedAt),
      start: new Date(Date.parse(at) - ENTRY_MS),
      end: new Date(at),
      summary: `${mark}${oneLine(title)}`,
      url: new URL(url).href,
      transparency: ICalEventTransparency.TRANSPARENT, // a deadline does not make its reader busy
    });
  return calendar.toString();
}
