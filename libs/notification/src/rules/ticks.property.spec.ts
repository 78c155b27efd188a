import { addDays, atSeoul, seoulDay } from '@daegaejo/platform/rules';
import fc from 'fast-check';
import holidayList from '../../../../config/reference/holidays.json';
import { holidaySet, isBusinessDay } from './business-days.js';
import { DEFAULT_REMINDERS, type ReminderSettings, type ReminderStep, settingsFindings } from './reminder-settings.js';
import { dueTick, nextTickAt, type Tick, ticksOf } from './ticks.js';

const HOLIDAYS = holidaySet(holidayList);
const MINUTE = 60_000;

const clock = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);
const steps = (min: number, max: number): fc.Arbitrary<ReminderStep[]> =>
  fc
    .uniqueArray(fc.record({ days: fc.integer({ min, max }), at: clock, copySuperior: fc.boolean() }), {
      minLength: 1,
      maxLength: 8,
      selector: ({ days }) => days,
    })
    .map((found) => found.toSorted((a, b) => a.days - b.days));
const settings: fc.Arbitrary<ReminderSettings> = fc.record({
  steps: steps(-20, 10),
  stalledSteps: steps(1, 12),
  terms: fc.constant(DEFAULT_REMINDERS.terms),
});
const moment = fc.integer({ min: 0, max: 900 * 96 }).map((quarters) => atSeoul('2020-02-01', 0, quarters * 15)); // quarters of an hour: midnight comes up
const duty = fc.record({
  key: fc.constant('file-plan:p1'),
  clock: fc.constantFrom('deadline' as const, 'stalled' as const),
  at: moment,
});

/** Sends what is due at each moment in turn, like a process that looks and remembers. */
function sweep(ticks: readonly Tick[], moments: Iterable<string>, sent = new Set<string>()): Tick[] {
  const out: Tick[] = [];
  for (const now of moments) {
    const tick = dueTick(ticks, now, sent);
    if (tick === null) continue;
    sent.add(tick.key);
    out.push(tick);
  }
  return out;
}

function* everyMinute(from: string, to: string): Generator<string> {
  for (let at = Date.parse(from); at <= Date.parse(to); at += MINUTE) yield new Date(at).toISOString();
}

describe('ticks, whatever the calendar', () => {
  it('are ordered, one a step and one a day, before the deadline or after it as they say', () => {
    fc.assert(
      fc.property(duty, settings, (given, set) => {
        expect(settingsFindings(set)).toEqual([]);
        const ticks = ticksOf(given, set, HOLIDAYS);
        const moments = ticks.map(({ at }) => at);
        expect(moments).toEqual(moments.toSorted());
        expect(new Set(ticks.map(({ step }) => step)).size).toBe(ticks.length);
        expect(new Set(ticks.map(({ key }) => key)).size).toBe(ticks.length);
        expect(new Set(ticks.map(({ at }) => seoulDay(at))).size).toBe(ticks.length);
        for (const { relation, at } of ticks) expect(at < given.at).toBe(relation === 'before' || relation === 'day');
      }),
    );
  });

  it('fall on business days, the D-day excepted', () => {
    fc.assert(
      fc.property(duty, settings, (given, set) => {
        const found = ticksOf(given, set, HOLIDAYS).filter(({ relation }) => relation !== 'day');
        expect(found.filter(({ at }) => !isBusinessDay(seoulDay(at), HOLIDAYS))).toEqual([]);
      }),
    );
  });

  it('have other keys for another deadline', () => {
    fc.assert(
      fc.property(duty, moment, settings, (given, at, set) => {
        fc.pre(at !== given.at);
        const before = new Set(ticksOf(given, set, HOLIDAYS).map(({ key }) => key));
        expect(ticksOf({ ...given, at }, set, HOLIDAYS).some(({ key }) => before.has(key))).toBe(false);
      }),
    );
  });

  it('go out at most once each, and never an earlier after a later, however the clock jumps', () => {
    const jumps = fc.array(fc.integer({ min: -40 * 1440, max: 40 * 1440 }), { minLength: 1, maxLength: 200 });
    fc.assert(
      fc.property(duty, settings, jumps, (given, set, minutes) => {
        const ticks = ticksOf(given, set, HOLIDAYS);
        const moments = minutes.map((offset) => new Date(Date.parse(given.at) + offset * MINUTE).toISOString());
        const out = sweep(ticks, moments).map(({ at }) => at);
        expect(out).toEqual([...new Set(out)].toSorted());
      }),
    );
  });

  it('go out one only, however long nobody looked', () => {
    fc.assert(
      fc.property(duty, settings, fc.integer({ min: -30 * 1440, max: 60 * 1440 }), (given, set, offset) => {
        const now = new Date(Date.parse(given.at) + offset * MINUTE).toISOString();
        const out = sweep(ticksOf(given, set, HOLIDAYS), [now, now, now]);
        expect(out.length).toBeLessThanOrEqual(1);
        for (const { at, until } of out) expect(at <= now && (until === null || now < until)).toBe(true);
      }),
    );
  });

  it('all go out when somebody looks every minute', () => {
    fc.assert(
      fc.property(duty, settings, (given, set) => {
        const ticks = ticksOf(given, set, HOLIDAYS);
        const [from, to] = [ticks[0]?.at, ticks.at(-1)?.at];
        if (from === undefined || to === undefined) return;
        const moments = everyMinute(atSeoul(addDays(seoulDay(from), -1)), atSeoul(addDays(seoulDay(to), 1)));
        expect(sweep(ticks, moments)).toEqual(ticks);
      }),
      { numRuns: 15 },
    );
  });

  it('all go out when somebody looks only when told to', () => {
    fc.assert(
      fc.property(duty, settings, (given, set) => {
        const ticks = ticksOf(given, set, HOLIDAYS);
        const sent = new Set<string>();
        const out: Tick[] = [];
        let now = atSeoul('2019-01-01');
        for (let next = nextTickAt(ticks, now, sent); next !== null; next = nextTickAt(ticks, now, sent)) {
          expect(next > now).toBe(true); // nothing is left lying
          now = next;
          out.push(...sweep(ticks, [now], sent));
        }
        expect(out).toEqual(ticks);
      }),
    );
  });
});
