import { addDays, atSeoul, type Day, daysBetween, type Instant, seoulDay, toInstant } from '@daegaejo/platform/rules';
import type { Duty } from '@daegaejo/round/rules';
import {
  addBusinessDays,
  businessDayOnOrAfter,
  businessDayOnOrBefore,
  businessDaysSince,
  type Holidays,
} from './business-days.js';
import { atClock } from './clock-time.js';
import type { ReminderSettings, ReminderStep } from './reminder-settings.js';

export const RELATIONS = ['before', 'day', 'after', 'stalled'] as const;
/** Where a reminder stands to the moment it is about: before the deadline, on its day, after it; or nothing happens. */
export type Relation = (typeof RELATIONS)[number];

/** A moment at which somebody is reminded of one duty. */
export interface Tick {
  /** `${duty.key}@${duty.at}#${step}`: a moved deadline gives new ticks, a changed hour does not. */
  readonly key: string;
  /** "D-7", "D-day", "D+1", "S+3". */
  readonly step: string;
  readonly at: Instant;
  /** From here on it would say nothing true or new; null = until the next tick, however long that takes. */
  readonly until: Instant | null;
  readonly copySuperior: boolean;
  readonly relation: Relation;
}

/** Business days an after-tick may be late, the day of the tick not counted (convention). */
const AFTER_TICK_LASTS = 3;

interface Planned extends ReminderStep {
  readonly relation: Relation;
  readonly day: Day;
}

/**
 * The last calendar day in Asia/Seoul on which something is still in time: a deadline at 00:00 is the 24:00 of the day
 * before (convention, as 민법 제159조 ends a period with the end of its last day).
 */
export const deadlineDay = (deadline: Instant): Day => seoulDay(toInstant(new Date(Date.parse(deadline) - 1)));

const relationOf = (days: number): Relation => (days < 0 ? 'before' : days === 0 ? 'day' : 'after');

/** D-n counts calendar days and then gives way to days off, away from the deadline; the D-day stays where it is. */
function planDeadline(deadline: Instant, steps: readonly ReminderStep[], holidays: Holidays): Planned[] {
  const last = deadlineDay(deadline);
  return steps
    .map((step) => {
      const [relation, day] = [relationOf(step.days), addDays(last, step.days)];
      if (relation === 'before') return { ...step, relation, day: businessDayOnOrBefore(day, holidays) };
      return { ...step, relation, day: relation === 'day' ? day : businessDayOnOrAfter(day, holidays) };
    })
    .filter(({ relation, day, at }) => relation !== 'day' || atClock(day, at) < deadline);
}

function planStalled(since: Instant, steps: readonly ReminderStep[], holidays: Holidays): Planned[] {
  const first = seoulDay(since);
  return steps.map((step) => ({ ...step, relation: 'stalled', day: addBusinessDays(first, step.days, holidays) }));
}

/** Steps that met on one day become the one nearest the deadline; a copy one of them asked for is not lost. */
function mergeDays(planned: readonly Planned[]): Planned[] {
  const days = new Set(planned.map(({ day }) => day));
  return [...days].toSorted().map((day) => {
    const met = planned.filter((step) => step.day === day);
    const nearest = met.reduce((best, step) => (Math.abs(step.days) < Math.abs(best.days) ? step : best));
    return { ...nearest, copySuperior: met.some(({ copySuperior }) => copySuperior) };
  });
}

function stepCode({ relation, days }: Planned): string {
  if (relation === 'stalled') return `S+${days}`;
  return relation === 'day' ? 'D-day' : `D${days < 0 ? '-' : '+'}${Math.abs(days)}`;
}

function lastsUntil({ relation, day }: Planned, deadline: Instant, holidays: Holidays): Instant | null {
  if (relation === 'stalled') return null;
  return relation === 'after' ? atSeoul(addDays(addBusinessDays(day, AFTER_TICK_LASTS, holidays), 1)) : deadline;
}

/**
 * When to remind of a duty, from the earliest to the latest, at most one a day; never from before it came to be. A D-day tick that would not come before
 * the deadline is left out. Throws RangeError where a time of the settings is not HH:MM.
 */
export function ticksOf(
  { key, clock, at, since }: Pick<Duty, 'key' | 'clock' | 'at' | 'since'>,
  { steps, stalledSteps }: ReminderSettings,
  holidays: Holidays,
): Tick[] {
  const planned = clock === 'stalled' ? planStalled(at, stalledSteps, holidays) : planDeadline(at, steps, holidays);
  const ticks = mergeDays(planned).map((plan) => ({
    key: `${key}@${at}#${stepCode(plan)}`,
    step: stepCode(plan),
    at: atClock(plan.day, plan.at),
    until: lastsUntil(plan, at, holidays),
    copySuperior: plan.copySuperior,
    relation: plan.relation,
  }));
  return since === undefined ? ticks : ticks.filter((tick) => tick.at >= since);
}

/**
 * The one tick to send now, or null: the latest that has come and still means something (a tick before the deadline
 * until the deadline, one after it for three business days, a stalled one until the next), unless it or a later one was
 * sent. So an outage is made up for by one reminder, not by all that were missed, and a clock set back repeats none.
 */
export function dueTick(ticks: readonly Tick[], now: Instant, alreadySent: ReadonlySet<string>): Tick | null {
  const index = ticks.findLastIndex(({ at }) => at <= now);
  const tick = ticks[index];
  if (tick === undefined || (tick.until !== null && tick.until <= now)) return null;
  return ticks.slice(index).some(({ key }) => alreadySent.has(key)) ? null : tick;
}

/** When to look again: now or earlier when a tick is due, else the next that may be sent; null when none is left. */
export function nextTickAt(ticks: readonly Tick[], now: Instant, alreadySent: ReadonlySet<string>): Instant | null {
  const due = dueTick(ticks, now, alreadySent);
  if (due !== null) return due.at;
  const lastSent = ticks.findLastIndex(({ key }) => alreadySent.has(key));
  return ticks.slice(lastSent + 1).find(({ at }) => at > now)?.at ?? null;
}

/**
 * The number the sentence says, as of `now` and not as of the tick, which may have moved or be late: calendar days left
 * or past, counted from the deadline's day; with `stalled` business days since `at`.
 */
export function tickDays(relation: Relation, at: Instant, now: Instant, holidays: Holidays): number {
  if (relation === 'stalled') return businessDaysSince(at, now, holidays);
  return Math.abs(daysBetween(seoulDay(now), deadlineDay(at)));
}
