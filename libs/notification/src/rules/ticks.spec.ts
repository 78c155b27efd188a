import { atSeoul, seoulText } from '@daegaejo/platform/rules';
import holidayList from '../../../../config/reference/holidays.json';
import { holidaySet } from './business-days.js';
import { DEFAULT_REMINDERS, type ReminderSettings } from './reminder-settings.js';
import { deadlineDay, dueTick, nextTickAt, tickDays, ticksOf } from './ticks.js';

const HOLIDAYS = holidaySet(holidayList);
const KEY = 'file-plan:p1';
const deadlineTicks = (at: string, settings: ReminderSettings = DEFAULT_REMINDERS) =>
  ticksOf({ key: KEY, clock: 'deadline', at }, settings, HOLIDAYS);
const stalledTicks = (at: string) => ticksOf({ key: KEY, clock: 'stalled', at }, DEFAULT_REMINDERS, HOLIDAYS);
const lines = (ticks: ReturnType<typeof ticksOf>) => ticks.map(({ step, at }) => `${step} ${seoulText(at)}`);
const none = new Set<string>();

describe('the ticks of a deadline', () => {
  it.each<[string, string, string[]]>([
    [
      'a Thursday at 18:00',
      atSeoul('2021-03-18', 18),
      [
        'D-7 2021. 3. 11. 09:00',
        'D-3 2021. 3. 15. 09:00',
        'D-1 2021. 3. 17. 09:00',
        'D-day 2021. 3. 18. 09:00',
        'D+1 2021. 3. 19. 09:00',
      ],
    ],
    [
      'a Monday: D-3 and D-1 meet on the Friday and become D-1',
      atSeoul('2021-03-22', 18),
      ['D-7 2021. 3. 15. 09:00', 'D-1 2021. 3. 19. 09:00', 'D-day 2021. 3. 22. 09:00', 'D+1 2021. 3. 23. 09:00'],
    ],
    [
      'a Friday: D+1 waits for the Monday',
      atSeoul('2021-03-19', 18),
      [
        'D-7 2021. 3. 12. 09:00',
        'D-3 2021. 3. 16. 09:00',
        'D-1 2021. 3. 18. 09:00',
        'D-day 2021. 3. 19. 09:00',
        'D+1 2021. 3. 22. 09:00',
      ],
    ],
    [
      'a Sunday: the D-day stays',
      atSeoul('2021-03-21', 18),
      [
        'D-7 2021. 3. 12. 09:00',
        'D-3 2021. 3. 18. 09:00',
        'D-1 2021. 3. 19. 09:00',
        'D-day 2021. 3. 21. 09:00',
        'D+1 2021. 3. 22. 09:00',
      ],
    ],
    [
      'after 설날: everything before it gathers on the last day at work',
      atSeoul('2021-02-15', 18),
      ['D-7 2021. 2. 8. 09:00', 'D-1 2021. 2. 10. 09:00', 'D-day 2021. 2. 15. 09:00', 'D+1 2021. 2. 16. 09:00'],
    ],
    [
      '24:00 of a Thursday is 00:00 of the Friday and belongs to the Thursday',
      atSeoul('2021-03-19'),
      [
        'D-7 2021. 3. 11. 09:00',
        'D-3 2021. 3. 15. 09:00',
        'D-1 2021. 3. 17. 09:00',
        'D-day 2021. 3. 18. 09:00',
        'D+1 2021. 3. 19. 09:00',
      ],
    ],
    [
      'at 09:00: the D-day tick would come too late and is left out',
      atSeoul('2021-03-18', 9),
      ['D-7 2021. 3. 11. 09:00', 'D-3 2021. 3. 15. 09:00', 'D-1 2021. 3. 17. 09:00', 'D+1 2021. 3. 19. 09:00'],
    ],
  ])('%s', (_case, at, expected) => {
    expect(lines(deadlineTicks(at))).toEqual(expected);
  });

  it('carry key, relation and copy, and mean something for a while', () => {
    const at = atSeoul('2021-03-18', 18);
    expect(
      deadlineTicks(at).map(({ key, relation, copySuperior, until }) => [key, relation, copySuperior, until]),
    ).toEqual([
      [`${KEY}@${at}#D-7`, 'before', false, at],
      [`${KEY}@${at}#D-3`, 'before', false, at],
      [`${KEY}@${at}#D-1`, 'before', false, at],
      [`${KEY}@${at}#D-day`, 'day', false, at],
      [`${KEY}@${at}#D+1`, 'after', true, atSeoul('2021-03-25')],
    ]);
  });

  it('keep the copy of a step that gave way to a nearer one', () => {
    const step = (days: number, copySuperior: boolean) => ({ days, at: '09:00', copySuperior });
    const steps = [step(1, false), step(2, true)];
    const ticks = deadlineTicks(atSeoul('2021-03-19', 18), { ...DEFAULT_REMINDERS, steps });
    expect(ticks.map(({ step: code, copySuperior }) => [code, copySuperior])).toEqual([['D+1', true]]);
  });

  it('count the last full day of a deadline at midnight', () => {
    expect(deadlineDay(atSeoul('2021-03-19'))).toBe('2021-03-18');
    expect(deadlineDay(atSeoul('2021-03-19', 0, 1))).toBe('2021-03-19');
    expect(deadlineDay(atSeoul('2021-03-18', 24))).toBe('2021-03-18');
  });
});

describe('the ticks of what stands still', () => {
  it('come on the first, third and seventh business day', () => {
    const ticks = stalledTicks(atSeoul('2020-04-29', 16));
    expect(lines(ticks)).toEqual(['S+1 2020. 5. 1. 09:00', 'S+3 2020. 5. 6. 09:00', 'S+7 2020. 5. 12. 09:00']);
    expect(ticks.map(({ relation, copySuperior, until }) => [relation, copySuperior, until])).toEqual([
      ['stalled', false, null],
      ['stalled', true, null],
      ['stalled', true, null],
    ]);
  });
});

describe('the tick to send', () => {
  const at = atSeoul('2021-03-18', 18); // a Thursday
  const ticks = deadlineTicks(at);
  const sent = (...steps: string[]) => new Set(steps.map((step) => `${KEY}@${at}#${step}`));

  it.each<[string, string, ReadonlySet<string>, string | null]>([
    ['nothing before the first', atSeoul('2021-03-11', 8, 59), none, null],
    ['at its moment', atSeoul('2021-03-11', 9), none, 'D-7'],
    ['not again', atSeoul('2021-03-11', 9, 1), sent('D-7'), null],
    ['the latest after an outage', atSeoul('2021-03-17', 12), none, 'D-1'],
    ['not the earlier ones afterwards', atSeoul('2021-03-17', 12, 1), sent('D-1'), null],
    ['with the clock set back behind what was sent', atSeoul('2021-03-15', 12), sent('D-1'), null],
    ['the next when the clock comes by again', atSeoul('2021-03-18', 9), sent('D-1'), 'D-day'],
    ['on the day', atSeoul('2021-03-18', 17, 59), none, 'D-day'],
    ['nothing of before once the deadline is here', at, none, null],
    ['after it', atSeoul('2021-03-19', 9), none, 'D+1'],
    ['three business days late', atSeoul('2021-03-24', 23, 59), none, 'D+1'],
    ['no later', atSeoul('2021-03-25'), none, null],
  ])('%s', (_case, now, alreadySent, expected) => {
    expect(dueTick(ticks, now, alreadySent)?.step ?? null).toBe(expected);
  });

  it('stays, of what stands still, until the next', () => {
    const since = atSeoul('2020-04-29', 16);
    const stalled = stalledTicks(since);
    expect(dueTick(stalled, atSeoul('2020-05-05', 9), none)?.step).toBe('S+1');
    expect(dueTick(stalled, atSeoul('2020-05-06', 9), none)?.step).toBe('S+3');
    expect(dueTick(stalled, atSeoul('2021-05-06', 9), none)?.step).toBe('S+7');
    expect(dueTick(stalled, atSeoul('2021-05-06', 9), new Set([`${KEY}@${since}#S+7`]))).toBeNull();
  });

  it.each<[string, string, ReadonlySet<string>, string | null]>([
    ['before the first', atSeoul('2021-03-01', 9), none, '2021. 3. 11. 09:00'],
    ['overdue', atSeoul('2021-03-16', 9), none, '2021. 3. 15. 09:00'],
    ['after one was sent', atSeoul('2021-03-16', 9), sent('D-3'), '2021. 3. 17. 09:00'],
    ['the clock set back', atSeoul('2021-03-01', 9), sent('D-1'), '2021. 3. 18. 09:00'],
    ['in the gap after the deadline', at, none, '2021. 3. 19. 09:00'],
    ['when all is over', atSeoul('2021-03-25'), none, null],
    ['when the last was sent', atSeoul('2021-03-19', 9), sent('D+1'), null],
  ])('is to be looked for next: %s', (_case, now, alreadySent, expected) => {
    const next = nextTickAt(ticks, now, alreadySent);
    expect(next === null ? null : seoulText(next)).toBe(expected);
  });

  it.each<[string, Parameters<typeof tickDays>[0], string, string, number]>([
    ['the evening before', 'before', at, atSeoul('2021-03-17', 23, 59), 1],
    ['sent early for the weekend', 'before', atSeoul('2021-03-22', 18), atSeoul('2021-03-19', 9), 3],
    ['before a deadline at midnight', 'before', atSeoul('2021-03-19'), atSeoul('2021-03-17', 9), 1],
    ['the day itself', 'day', at, atSeoul('2021-03-18', 9), 0],
    ['over a weekend', 'after', atSeoul('2021-03-19', 18), atSeoul('2021-03-22', 9), 3],
    ['business days', 'stalled', atSeoul('2020-04-29', 16), atSeoul('2020-05-06', 9), 3],
  ])('says how many days it is: %s', (_case, relation, deadline, now, expected) => {
    expect(tickDays(relation, deadline, now, HOLIDAYS)).toBe(expected);
  });
});

describe('a duty that came to be lately', () => {
  it('given a request made on Monday for Friday, then D-7 is not made up for, and the rest comes in its turn', () => {
    const duty = { key: 'answer-request:x', clock: 'deadline', at: '2020-03-20T09:00:00.000Z' } as const;
    const steps = (since?: string) =>
      ticksOf({ ...duty, ...(since === undefined ? {} : { since }) }, DEFAULT_REMINDERS, new Set()).map(
        ({ step }) => step,
      );
    expect(steps()).toEqual(['D-7', 'D-3', 'D-1', 'D-day', 'D+1']);
    expect(steps('2020-03-16T00:00:00.000Z')).toEqual(['D-3', 'D-1', 'D-day', 'D+1']);
    expect(steps('2020-03-20T00:00:00.000Z')).toEqual(['D-day', 'D+1']);
  });
});
