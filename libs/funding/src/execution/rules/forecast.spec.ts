import fc from 'fast-check';
import { type Course, forecastOf, sumOfForecasts } from './index.js';

const course = (attained: number[], targets = [100, 140, 160]): Course => ({
  targets: targets.map((value, at) => ({ year: 2021 + at, value })),
  attained: attained.map((value, at) => ({ year: 2021 + at, value })),
});

describe('the forecast of the last year', () => {
  it('given the worked example of its description, then it comes out', () => {
    const own = course([90]);
    expect(forecastOf(own, [own, course([110]), course([100])])).toEqual({
      method: 'share-of-target',
      expected: 360,
      low: 330,
      high: 390,
      target: 400,
      coverageBp: 5_000,
      regions: 3,
    });
  });

  it('given five regions after two years, then the interval covers two draws of three', () => {
    const cohort = [course([90, 130]), course([100, 140]), course([110, 150]), course([80, 100]), course([95, 141])];
    const found = forecastOf(cohort[0] as Course, cohort);
    // 220 of 240: 366.67; the ratios lie from 0.75 to 1.083333, their mean is 0.946666: 0.72 and 1.053333 for the 160 to come
    expect(found).toMatchObject({ expected: 367, low: 335, high: 389, coverageBp: 6_666, regions: 5 });
  });

  it.each([
    ['nothing reported', course([]), [course([90]), course([90]), course([90])], 'nothing-reported'],
    ['two regions', course([90]), [course([90]), course([100])], 'few-regions'],
    [
      'nothing planned for the year',
      course([90], [0, 1, 1]),
      [course([1]), course([1]), course([1])],
      'nothing-planned',
    ],
  ])('given %s, then there is not enough data', (_what, own, cohort, reason) => {
    expect(forecastOf(own, cohort)).toEqual({ method: 'not-enough-data', reason });
  });

  it('given every year, then what was reached stands', () => {
    expect(forecastOf(course([90, 150, 170]), [])).toMatchObject({
      method: 'observed',
      expected: 410,
      low: 410,
      high: 410,
    });
  });

  it('given any cohort, then low ≤ expected ≤ high, and never less than what is reached', () => {
    const value = fc.integer({ min: 0, max: 10_000_000 });
    const any = fc.tuple(
      fc.array(value, { minLength: 1, maxLength: 2 }),
      fc.tuple(fc.integer({ min: 1, max: 1_000 }), value, value),
    );
    fc.assert(
      fc.property(fc.array(any, { minLength: 3, maxLength: 17 }), (regions) => {
        const cohort = regions.map(([attained, targets]) => course(attained, targets));
        const found = forecastOf(cohort[0] as Course, cohort);
        if (found.method === 'not-enough-data') throw new Error('there is data');
        const reached = (regions[0]?.[0] ?? []).reduce((sum, one) => sum + one, 0);
        expect(found.low).toBeLessThanOrEqual(found.expected);
        expect(found.high).toBeGreaterThanOrEqual(found.expected);
        expect(found.low).toBeGreaterThanOrEqual(reached);
      }),
    );
  });

  it('sums a cohort only where every region has an expectation', () => {
    const own = course([90]);
    const cohort = [own, course([110]), course([100])];
    const found = cohort.map((one) => forecastOf(one, cohort));
    expect(sumOfForecasts(found)).toBe(360 + 440 + 400);
    expect(sumOfForecasts([...found, forecastOf(course([]), cohort)])).toBeNull();
    expect(sumOfForecasts([])).toBeNull();
  });
});
