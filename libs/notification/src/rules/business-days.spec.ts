import { addDays, atSeoul } from '@daegaejo/platform/rules';
import fc from 'fast-check';
import holidayList from '../../../../config/reference/holidays.json';
import {
  addBusinessDays,
  businessDayOnOrAfter,
  businessDayOnOrBefore,
  businessDaysSince,
  holidaySet,
  isBusinessDay,
  knowsYear,
} from './business-days.js';

const HOLIDAYS = holidaySet(holidayList);
const anyDay = fc.integer({ min: 0, max: 1095 }).map((n) => addDays('2020-01-01', n));

describe('business days', () => {
  it.each([
    ['2020-05-06', true, 'a Wednesday'],
    ['2020-05-05', false, '어린이날'],
    ['2020-05-09', false, 'a Saturday'],
    ['2020-05-10', false, 'a Sunday'],
    ['2020-04-15', false, '제21대 국회의원선거'],
    ['2020-08-17', false, '임시공휴일'],
    ['2021-08-16', false, '대체공휴일(광복절)'],
    ['2021-10-04', false, '대체공휴일(개천절)'],
    ['2021-10-11', false, '대체공휴일(한글날)'],
    ['2021-06-07', true, '현충일 fell on a Sunday and is not made up for'],
    ['2022-03-09', false, '대통령선거'],
    ['2022-06-01', false, '전국동시지방선거'],
  ])('%s: %s (%s)', (day, expected) => {
    expect(isBusinessDay(day, HOLIDAYS)).toBe(expected);
  });

  it.each([
    ['2021-02-10', '2021-02-10', '2021-02-10', 'a business day stays'],
    ['2021-02-11', '2021-02-10', '2021-02-15', '설날 연휴'],
    ['2021-02-14', '2021-02-10', '2021-02-15', 'the Sunday after it'],
    ['2020-10-03', '2020-09-29', '2020-10-05', '추석, 개천절 and a weekend'],
    ['2020-01-01', '2019-12-31', '2020-01-02', 'across the year'],
  ])('around %s: %s before, %s after (%s)', (day, before, after) => {
    expect(businessDayOnOrBefore(day, HOLIDAYS)).toBe(before);
    expect(businessDayOnOrAfter(day, HOLIDAYS)).toBe(after);
  });

  it.each([
    ['2020-04-29', 1, '2020-05-01'],
    ['2020-04-29', 2, '2020-05-04'],
    ['2020-04-29', 3, '2020-05-06'],
    ['2020-05-02', 1, '2020-05-04'],
    ['2020-05-02', 0, '2020-05-04'],
    ['2020-05-04', 0, '2020-05-04'],
    ['2020-05-06', -1, '2020-05-04'],
    ['2020-05-06', -3, '2020-04-29'],
    ['2021-12-31', 10, '2022-01-14'],
  ])('%s and %d business days: %s', (day, n, expected) => {
    expect(addBusinessDays(day, n, HOLIDAYS)).toBe(expected);
  });

  it.each([0.5, Number.NaN, Infinity])('counts no %d days', (n) => {
    expect(() => addBusinessDays('2020-05-06', n, HOLIDAYS)).toThrow(RangeError);
  });

  it('goes there and back again, on business days only', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (day, n) => {
        const start = businessDayOnOrAfter(day, HOLIDAYS);
        const end = addBusinessDays(start, n, HOLIDAYS);
        expect(isBusinessDay(end, HOLIDAYS)).toBe(true);
        expect(addBusinessDays(end, -n, HOLIDAYS)).toBe(start);
        expect(businessDaysSince(atSeoul(start, 23, 59), atSeoul(end), HOLIDAYS)).toBe(n);
      }),
    );
  });

  it('counts nothing backwards', () => {
    expect(businessDaysSince(atSeoul('2020-05-06', 9), atSeoul('2020-05-06', 18), HOLIDAYS)).toBe(0);
    expect(businessDaysSince(atSeoul('2020-05-06', 9), atSeoul('2020-05-04', 9), HOLIDAYS)).toBe(0);
  });

  it('takes the days a round adds, and says which years a list knows', () => {
    expect(isBusinessDay('2020-05-07', holidaySet(holidayList, ['2020-05-07']))).toBe(false);
    expect([knowsYear(holidayList, '2020-05-07'), knowsYear(holidayList, '2017-12-31')]).toEqual([true, false]);
  });
});
