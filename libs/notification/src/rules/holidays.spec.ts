import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isDay } from '@daegaejo/platform/rules';
import { getHolidayPreset } from '@hyunbinseo/holidays-kr';
import cohort2020 from '../../../../config/reference/cohorts/2020.json';
import cohort2021 from '../../../../config/reference/cohorts/2021.json';
import list from '../../../../config/reference/holidays.json';
import { holidaySet } from './business-days.js';

const REFERENCE = path.resolve(__dirname, '../../../../config/reference');
const HINT = 'the package knows other days than config/reference/holidays.json: run config/reference/make-holidays.cjs';

/** 대체공휴일, 임시공휴일 and elections of 2020 to 2022: what a list of fixed days would lack. */
const SUBSTITUTES_AND_ELECTIONS = [
  '2020-01-27',
  '2020-04-15',
  '2020-08-17',
  '2021-08-16',
  '2021-10-04',
  '2021-10-11',
  '2022-03-09',
  '2022-06-01',
  '2022-09-12',
  '2022-10-10',
];

async function daysOfPackage(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (let year = list.years.from; year <= list.years.to; year += 1)
    for (const [day, names] of Object.entries(await getHolidayPreset(String(year)))) found.set(day, names.join(', '));
  return found;
}

describe('config/reference/holidays.json', () => {
  it('holds what the installed package says, year by year', async () => {
    const kept = Object.fromEntries(list.days.map(({ day, name }) => [day, name]));
    expect({ HINT, ...kept }).toEqual({ HINT, ...Object.fromEntries(await daysOfPackage()) });
  });

  it('holds every year the package knows', async () => {
    await expect(getHolidayPreset(String(list.years.from - 1))).rejects.toThrow(RangeError);
    await expect(getHolidayPreset(String(list.years.to + 1))).rejects.toThrow(RangeError);
  });

  it('is what its generator writes, byte for byte', () => {
    const made = execFileSync(process.execPath, [path.join(REFERENCE, 'make-holidays.cjs'), '--print']);
    expect(made.toString('utf8')).toBe(readFileSync(path.join(REFERENCE, 'holidays.json'), 'utf8'));
  });

  it('lists real days, each once, from the earliest to the latest', () => {
    const days = list.days.map(({ day }) => day);
    expect(days.filter((day) => !isDay(day))).toEqual([]);
    expect(days).toEqual([...new Set(days)].toSorted());
  });

  it('knows the days of the demo rounds and their substitutes', () => {
    const days = holidaySet(list);
    const demo = [...cohort2020.policy.calendar.holidays, ...cohort2021.policy.calendar.holidays];
    const wanted = demo.concat(SUBSTITUTES_AND_ELECTIONS);
    expect(wanted.filter((day) => !days.has(day))).toEqual([]);
  });
});
