import { atSeoul, seoulDay, seoulText } from '@daegaejo/platform/rules';
import fc from 'fast-check';
import holidayList from '../../../../config/reference/holidays.json';
import { holidaySet, isBusinessDay } from './business-days.js';
import { DEFAULT_MAIL, type MailPreference, mailWay, preferenceFindings, sendMoment } from './quiet-hours.js';

const HOLIDAYS = holidaySet(holidayList);
const given = (change: Partial<MailPreference>): MailPreference => ({ ...DEFAULT_MAIL, ...change });
const night = given({ quietFrom: '21:00', quietTo: '08:00' });
const lunch = given({ quietFrom: '12:00', quietTo: '13:00' });
const digest = given({ mail: 'digest', digestAt: '09:00' });

describe('when a mail may go', () => {
  it.each<[string, MailPreference, string, string | null]>([
    ['at once', DEFAULT_MAIL, atSeoul('2021-03-18', 3), '2021. 3. 18. 03:00'],
    ['never', given({ mail: 'off' }), atSeoul('2021-03-18', 3), null],
    ['just before the night', night, atSeoul('2021-03-18', 20, 59), '2021. 3. 18. 20:59'],
    ['as the night begins', night, atSeoul('2021-03-18', 21), '2021. 3. 19. 08:00'],
    ['at midnight', night, atSeoul('2021-03-19'), '2021. 3. 19. 08:00'],
    ['in the last minute of the night', night, atSeoul('2021-03-19', 7, 59), '2021. 3. 19. 08:00'],
    ['as the night ends', night, atSeoul('2021-03-19', 8), '2021. 3. 19. 08:00'],
    ['on New Year’s Eve', night, atSeoul('2021-12-31', 23), '2022. 1. 1. 08:00'],
    ['at lunch', lunch, atSeoul('2021-03-18', 12, 30), '2021. 3. 18. 13:00'],
    ['after lunch', lunch, atSeoul('2021-03-18', 13), '2021. 3. 18. 13:00'],
    [
      'quiet for no time at all',
      given({ quietFrom: '08:00', quietTo: '08:00' }),
      atSeoul('2021-03-18', 8),
      '2021. 3. 18. 08:00',
    ],
    ['before the digest', digest, atSeoul('2021-03-18', 8, 59), '2021. 3. 18. 09:00'],
    ['with the digest', digest, atSeoul('2021-03-18', 9), '2021. 3. 18. 09:00'],
    ['after the digest', digest, atSeoul('2021-03-18', 9, 1), '2021. 3. 19. 09:00'],
    ['after the digest of a Friday', digest, atSeoul('2021-03-19', 9, 1), '2021. 3. 22. 09:00'],
    ['before 설날', digest, atSeoul('2021-02-10', 10), '2021. 2. 15. 09:00'],
  ])('%s', (_case, preference, now, expected) => {
    const moment = sendMoment(now, preference, HOLIDAYS);
    expect(moment === null ? null : seoulText(moment)).toBe(expected);
  });

  it('is never in the past, never in quiet hours, and a digest only on a business day', () => {
    const minute = fc.integer({ min: 0, max: 1439 });
    const text = (n: number) => `${String(Math.floor(n / 60)).padStart(2, '0')}:${String(n % 60).padStart(2, '0')}`;
    fc.assert(
      fc.property(minute, minute, minute, fc.integer({ min: 0, max: 900 * 1440 }), (from, to, at, offset) => {
        const now = atSeoul('2020-02-01', 0, offset);
        const quiet = given({ quietFrom: text(from), quietTo: text(to) });
        const moment = sendMoment(now, quiet, HOLIDAYS) ?? '';
        expect(moment >= now).toBe(true);
        expect(Date.parse(moment) - Date.parse(now)).toBeLessThan(86_400_000);
        expect(sendMoment(moment, quiet, HOLIDAYS)).toBe(moment);
        const gathered = sendMoment(now, given({ mail: 'digest', digestAt: text(at) }), HOLIDAYS) ?? '';
        expect(gathered >= now && isBusinessDay(seoulDay(gathered), HOLIDAYS)).toBe(true);
      }),
    );
  });
});

describe('a notice for somebody with a digest', () => {
  const friday = atSeoul('2021-03-19', 9, 1);
  it.each<[string, MailPreference, string | null, string, boolean]>([
    ['about nothing that falls due', digest, null, '2021. 3. 22. 09:00', true],
    ['due after the digest', digest, atSeoul('2021-03-22', 18), '2021. 3. 22. 09:00', true],
    ['due before it', digest, atSeoul('2021-03-19', 18), '2021. 3. 19. 09:01', false],
    ['due with it', digest, atSeoul('2021-03-22', 9), '2021. 3. 19. 09:01', false],
    ['overdue already', digest, atSeoul('2021-03-18', 18), '2021. 3. 22. 09:00', true],
    [
      'due before it, in quiet hours',
      { ...digest, quietFrom: '07:00', quietTo: '09:30', digestAt: '10:00' },
      atSeoul('2021-03-19', 9, 45),
      '2021. 3. 19. 09:30',
      false,
    ],
  ])('%s', (_case, preference, dueAt, moment, gathered) => {
    const way = mailWay(friday, preference, HOLIDAYS, dueAt);
    expect([seoulText(String(way.moment)), way.gathered]).toEqual([moment, gathered]);
  });

  it('is for others as they wish', () => {
    const due = atSeoul('2021-03-19', 18);
    expect(mailWay(friday, given({ mail: 'off' }), HOLIDAYS, due)).toEqual({ moment: null, gathered: false });
    expect(mailWay(friday, DEFAULT_MAIL, HOLIDAYS, due)).toEqual({ moment: friday, gathered: false });
  });
});

describe('a preference', () => {
  it.each<[string, Partial<MailPreference>, string[]]>([
    ['as it starts', {}, []],
    ['a night', { quietFrom: '21:00', quietTo: '08:00' }, []],
    ['half a night', { quietFrom: '21:00' }, ['quietTo preference.quiet-half']],
    ['the other half', { quietTo: '08:00' }, ['quietFrom preference.quiet-half']],
    ['no time', { quietFrom: '25:00', quietTo: '08:00' }, ['quietFrom settings.time']],
    ['no time of the digest', { digestAt: '9' }, ['digestAt settings.time']],
    [
      'a digest in the night',
      { mail: 'digest', quietFrom: '21:00', quietTo: '09:31' },
      ['digestAt preference.digest-quiet'],
    ],
    ['a digest as the night ends', { mail: 'digest', quietFrom: '21:00', quietTo: '09:30' }, []],
    ['an hour in the night of a digest nobody wants', { quietFrom: '21:00', quietTo: '09:31' }, []],
  ])('%s', (_case, change, expected) => {
    expect(
      preferenceFindings(given(change)).map(({ field, code }) => `${field} ${code.replace('notification.', '')}`),
    ).toEqual(expected);
  });
});
