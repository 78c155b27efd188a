import { addDays, type Finding, type Instant, seoulDay } from '@daegaejo/platform/rules';
import { businessDayOnOrAfter, type Holidays } from './business-days.js';
import { atClock, type ClockTime, isClockTime } from './clock-time.js';

export const MAIL_MODES = ['immediate', 'digest', 'off'] as const;
/** How somebody wants his mail: one by one, gathered once a business day, or not at all (the inbox stays). */
export type MailMode = (typeof MAIL_MODES)[number];

/** When somebody wants mail. Times in Asia/Seoul. */
export interface MailPreference {
  readonly mail: MailMode;
  /** Quiet from this time on; may be later than `quietTo`, then the night is between them. Null = never quiet. */
  readonly quietFrom: ClockTime | null;
  /** Until just before this time. Equal to `quietFrom` = never quiet. */
  readonly quietTo: ClockTime | null;
  readonly digestAt: ClockTime;
}

/** Where nothing was chosen: every mail at once; a digest would come when the reminders of the morning are in (convention). */
export const DEFAULT_MAIL: MailPreference = { mail: 'immediate', quietFrom: null, quietTo: null, digestAt: '09:30' };

type Quiet = Pick<MailPreference, 'quietFrom' | 'quietTo'>;

function isQuiet(time: ClockTime, { quietFrom, quietTo }: Quiet): boolean {
  if (quietFrom === null || quietTo === null || quietFrom === quietTo) return false;
  return quietFrom < quietTo ? quietFrom <= time && time < quietTo : time >= quietFrom || time < quietTo;
}

/** The first moment of `time` at or after `from`, on the same day or the next. */
function nextAt(from: Instant, time: ClockTime): Instant {
  const today = atClock(seoulDay(from), time);
  return today >= from ? today : atClock(addDays(seoulDay(from), 1), time);
}

const clockOf = (at: Instant): ClockTime =>
  new Date(Date.parse(at) - Date.parse(atClock(seoulDay(at), '00:00'))).toISOString().slice(11, 16);

/**
 * From when a mail that is ready `now` may go; null = it never does. Immediate: now, or the end of the quiet hours.
 * Digest: the next hour of the digest on a business day; it is the reader's own choice, so quiet hours do not move it.
 */
export function sendMoment(now: Instant, preference: MailPreference, holidays: Holidays): Instant | null {
  const { mail, quietTo, digestAt } = preference;
  if (mail === 'off') return null;
  if (mail === 'digest') return atClock(businessDayOnOrAfter(seoulDay(nextAt(now, digestAt)), holidays), digestAt);
  return quietTo !== null && isQuiet(clockOf(now), preference) ? nextAt(now, quietTo) : now;
}

/**
 * How one notice goes by mail: from when, and whether gathered with others. A digest holds nothing back until it is too
 * late: what falls due (`dueAt`) before it comes goes by itself, as every mail would.
 */
export function mailWay(
  now: Instant,
  preference: MailPreference,
  holidays: Holidays,
  dueAt: Instant | null,
): { readonly moment: Instant | null; readonly gathered: boolean } {
  const moment = sendMoment(now, preference, holidays);
  if (preference.mail !== 'digest' || moment === null) return { moment, gathered: false };
  if (dueAt === null || dueAt <= now || moment < dueAt) return { moment, gathered: true };
  return { moment: sendMoment(now, { ...preference, mail: 'immediate' }, holidays), gathered: false };
}

/** What is wrong with a preference. */
export function preferenceFindings(preference: MailPreference): Finding[] {
  const { quietFrom, quietTo, digestAt } = preference;
  const findings = Object.entries({ quietFrom, quietTo, digestAt })
    .filter(([, time]) => time !== null && !isClockTime(time))
    .map(([field]): Finding => ({ field, code: 'notification.settings.time' }));
  if ((quietFrom === null) !== (quietTo === null))
    findings.push({ field: quietFrom === null ? 'quietFrom' : 'quietTo', code: 'notification.preference.quiet-half' });
  if (preference.mail === 'digest' && findings.length === 0 && isQuiet(digestAt, preference))
    findings.push({ field: 'digestAt', code: 'notification.preference.digest-quiet' });
  return findings;
}
