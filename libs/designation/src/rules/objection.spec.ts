import {
  addDays,
  allowedActions,
  atSeoul,
  daysBetween,
  nextState,
  seoulDay,
  tableFaults,
} from '@daegaejo/platform/rules';
import fc from 'fast-check';
import {
  OBJECTION_ANSWERS,
  OBJECTION_STATES,
  OBJECTION_TABLE,
  objectionDeadline,
  OPEN_OBJECTIONS,
  SCREENING_VERDICTS,
} from './objection.js';

describe('objection states', () => {
  it('is a sound table over exactly the named states', () => {
    expect(tableFaults(OBJECTION_TABLE)).toEqual([]);
    expect(Object.keys(OBJECTION_TABLE.moves).sort()).toEqual([...OBJECTION_STATES].sort());
  });

  it.each(
    OBJECTION_STATES.flatMap((state) =>
      [...SCREENING_VERDICTS, ...OBJECTION_ANSWERS].map((action) => [state, action] as const),
    ),
  )('from %s, %s is open only in its turn: screening first, then one answer', (state, action) => {
    const screening = action === 'examine' || action === 'reject';
    expect(nextState(OBJECTION_TABLE, state, action) !== null).toBe(
      (state === 'filed' && screening) || (state === 'examined' && !screening),
    );
    const open = OPEN_OBJECTIONS.includes(state);
    expect(allowedActions(OBJECTION_TABLE, state).length > 0).toBe(open);
    expect(OBJECTION_TABLE.finals.includes(state)).toBe(!open);
  });
});

describe('objection deadline', () => {
  it.each([
    // 2020-05-07 is a Thursday
    ['the tenth day, a Sunday, moves to Monday', '2020-05-07', 10, [], '2020-05-18'],
    ['a Saturday moves to Monday', '2020-05-06', 10, [], '2020-05-18'],
    ['a Monday stays', '2020-05-08', 10, [], '2020-05-18'],
    ['a holiday after the weekend moves on', '2020-05-07', 10, ['2020-05-18'], '2020-05-19'],
    ['a holiday in the middle counts', '2020-05-08', 10, ['2020-05-13'], '2020-05-18'],
    // 2022: 5 May (Thursday) is Children's Day
    ['a holiday in the week', '2022-04-25', 10, ['2022-05-05'], '2022-05-06'],
    ['a holiday before a weekend', '2022-04-26', 10, ['2022-05-06'], '2022-05-09'],
    ['Seollal around a weekend', '2022-01-19', 10, ['2022-01-31', '2022-02-01', '2022-02-02'], '2022-02-03'],
    ['over the end of February of a leap year', '2020-02-18', 10, [], '2020-02-28'],
    ['one day', '2020-05-07', 1, [], '2020-05-08'],
  ])('%s', (_case, announced, days, holidays, last) => {
    const end = atSeoul(addDays(last, 1));
    expect(objectionDeadline(atSeoul(announced, 14), days, holidays)).toBe(end);
    // the hour does not matter, midnight included: the first day is not counted
    expect(objectionDeadline(atSeoul(announced), days, holidays)).toBe(end);
    expect(objectionDeadline(atSeoul(announced, 23, 59), days, holidays)).toBe(end);
  });

  it('is 24:00 in Seoul, 15:00 UTC of the last day', () => {
    expect(objectionDeadline('2020-05-08T01:00:00.000Z', 10, [])).toBe('2020-05-18T15:00:00.000Z');
    // 15:00 UTC of the 7th is the 8th in Seoul
    expect(objectionDeadline('2020-05-07T15:00:00.000Z', 10, [])).toBe('2020-05-18T15:00:00.000Z');
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %d days', (days) => {
    expect(() => objectionDeadline(atSeoul('2020-05-07'), days, [])).toThrow(RangeError);
  });

  it('is the first working day from the last day on, never earlier', () => {
    const offset = fc.nat(2000);
    fc.assert(
      fc.property(
        offset,
        fc.integer({ min: 1, max: 40 }),
        fc.array(fc.nat(60), { maxLength: 20 }),
        (start, days, off) => {
          const announced = addDays('2020-01-01', start);
          const holidays = off.map((n) => addDays(announced, n));
          const last = addDays(seoulDay(objectionDeadline(atSeoul(announced, 12), days, holidays)), -1);
          const isOff = (day: string): boolean => {
            // 2020-01-04 was a Saturday
            const sinceSaturday = daysBetween('2020-01-04', day) % 7;
            return [0, 1, -7, -6].includes(sinceSaturday) || holidays.includes(day);
          };
          expect(isOff(last)).toBe(false);
          for (let day = addDays(announced, days); day < last; day = addDays(day, 1)) expect(isOff(day)).toBe(true);
          expect(last >= addDays(announced, days)).toBe(true);
        },
      ),
    );
  });
});
