import { atSeoul, type Day, type Instant } from '@daegaejo/platform/rules';

/** A time of day in Asia/Seoul, 24 hours: "09:00". Two of them compare as texts. */
export type ClockTime = string;

const CLOCK_TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** Is `text` a time from 00:00 to 23:59 written HH:MM? */
export const isClockTime = (text: string): boolean => CLOCK_TIME.test(text);

/** The moment `time` o'clock KST on `day`. Throws RangeError when `time` is not HH:MM. */
export function atClock(day: Day, time: ClockTime): Instant {
  const [, hour, minute] = CLOCK_TIME.exec(time) ?? [];
  if (hour === undefined || minute === undefined) throw new RangeError('a time of day is written HH:MM');
  return atSeoul(day, Number(hour), Number(minute));
}
