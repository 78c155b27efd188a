import fc from 'fast-check';
import { addDays, addYears, atSeoul, daysBetween, isDay, seoulDay, toInstant } from './instant.js';

const day = fc.integer({ min: 0, max: 40_000 }).map((n) => addDays('1990-01-01', n));

describe('instants and days in Seoul', () => {
  it.each([
    ['2020-05-06T14:59:59.999Z', '2020-05-06'],
    ['2020-05-06T15:00:00.000Z', '2020-05-07'],
    ['2020-12-31T15:00:00.000Z', '2021-01-01'],
    ['2020-02-28T15:00:00.000Z', '2020-02-29'],
  ])('%s falls on %s', (at, expected) => {
    expect(seoulDay(at)).toBe(expected);
  });

  it.each([
    ['2020-05-07', 0, 0, '2020-05-06T15:00:00.000Z'],
    ['2020-05-07', 9, 0, '2020-05-07T00:00:00.000Z'],
    ['2020-05-07', 18, 30, '2020-05-07T09:30:00.000Z'],
    ['2020-05-07', 24, 0, '2020-05-07T15:00:00.000Z'],
  ])('%s %d:%d is %s', (date, hour, minute, expected) => {
    expect(atSeoul(date, hour, minute)).toBe(expected);
  });

  it('goes from a day and an hour to an instant and back', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }), (date, hour, minute) => {
        const at = atSeoul(date, hour, minute);
        expect(at).toHaveLength(24);
        expect(seoulDay(at)).toBe(date);
        expect(toInstant(new Date(at))).toBe(at);
      }),
    );
  });

  it('orders instants as it orders their texts', () => {
    const moment = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        expect(toInstant(a) < toInstant(b)).toBe(a.getTime() < b.getTime());
      }),
    );
  });
});

describe('counting days and years', () => {
  it.each([
    ['2020-02-28', 1, '2020-02-29'],
    ['2020-02-28', 2, '2020-03-01'],
    ['2021-02-28', 1, '2021-03-01'],
    ['2021-01-01', -1, '2020-12-31'],
    // a night with a change of summer time elsewhere is a day like any other
    ['2020-03-28', 2, '2020-03-30'],
  ])('%s plus %d days is %s', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(daysBetween(from, to)).toBe(days);
  });

  it('adds what it counts', () => {
    fc.assert(fc.property(day, day, (from, to) => expect(addDays(from, daysBetween(from, to))).toBe(to)));
  });

  it.each([
    ['2000-02-29', 20, '2020-02-29'],
    ['2000-02-29', 1, '2001-02-28'],
    ['2000-02-29', 100, '2100-02-28'],
    ['2096-02-29', 4, '2100-02-28'],
    ['1996-02-29', 4, '2000-02-29'],
    ['2001-02-28', 3, '2004-02-28'],
    ['2000-03-01', 1, '2001-03-01'],
    ['2020-02-29', -20, '2000-02-29'],
    ['2020-02-29', -1, '2019-02-28'],
    ['2020-12-31', 0, '2020-12-31'],
  ])('%s plus %d years is %s', (from, years, to) => {
    expect(addYears(from, years)).toBe(to);
  });

  it('always lands on a real day of the same month, and keeps the order', () => {
    fc.assert(
      fc.property(day, day, fc.integer({ min: -50, max: 50 }), (a, b, years) => {
        const moved = addYears(a, years);
        expect(isDay(moved)).toBe(true);
        expect(moved.slice(5, 7)).toBe(a.slice(5, 7));
        if (a < b) expect(moved <= addYears(b, years)).toBe(true);
      }),
    );
  });
});

describe('isDay', () => {
  it.each([
    ['2020-02-29', true],
    ['2000-02-29', true],
    ['2021-02-29', false],
    ['1900-02-29', false],
    ['2021-04-31', false],
    ['2021-13-01', false],
    ['2021-00-10', false],
    ['2021-01-00', false],
    ['2021-1-1', false],
    ['20210101', false],
    ['2021-01-01T00:00', false],
    ['2021-01-01\n', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected);
  });
});
